//! What holds for any table.

use super::*;
use std::sync::LazyLock;

/// Reading it takes longer than a case of the property.
static KNOWN: LazyLock<Edition> = LazyLock::new(Edition::built_in);

fn any_cell() -> impl Strategy<Value = Cell> {
    let common = prop::sample::select(vec![
        "",
        "1",
        "2",
        "Part 2: b",
        "1.1",
        "1.2",
        "1.2.3",
        "tick",
        "text",
        "document",
        "#REF!",
        "=A1",
        "yes",
        "no",
        "https://",
        "http:/x",
        "www.a.b",
        "[a](https://a.org/b)",
        "https://a.org/b-\nc/",
        "12 months",
        "old:1.1",
        "a\u{7}b",
        "- a\n• b\n\nc",
        "Is it?",
        "01/02/2003",
        "manager and IT",
        "both",
        "_x000D_",
        "_x000D_\n",
        "Only if İ",
    ]);
    let text = prop_oneof![3 => common.prop_map(String::from), 2 => any::<String>(), 1 => "[-a-z().:/\\[\\] \n]{0,40}"];
    let kind = prop::sample::select(vec![CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Other]);
    (text, kind).prop_map(|(text, kind)| Cell { text, kind })
}

fn any_table() -> impl Strategy<Value = Table> {
    let row = (0usize..12, prop::collection::vec(any_cell(), 0..26))
        .prop_map(|(number, cells)| Row { number, cells });
    let area = (0usize..9, 0usize..9, 0usize..9, 0usize..9).prop_map(
        |(first_row, last_row, first_column, last_column)| MergedCells {
            first_row,
            last_row,
            first_column,
            last_column,
        },
    );
    (prop::collection::vec(row, 0..12), prop::collection::vec(area, 0..4)).prop_map(|(rows, merged)| Table {
        name: String::new(),
        rows,
        merged,
    })
}

proptest! {
    #[test]
    fn whatever_the_cells_hold_the_edition_reads_back_the_same(
        table in any_table(),
        is_guessed: bool,
        header in prop::option::of(0usize..3),
        places in prop::collection::vec(0usize..26, 32),
    ) {
        let columns = Column::ALL.into_iter().zip(places).collect();
        let choice = if is_guessed { guess(&table) } else { ColumnChoice { header, columns } };
        let made = make(&table, &choice, &about(), &[&KNOWN]);
        let prevented = made.problems.iter().any(|problem| problem.row.is_none() && problem.is_serious());
        prop_assert_eq!(made.edition.is_none(), prevented);
        prop_assert!(made.problems.iter().all(|problem| problem.kind != ProblemKind::Field));
        prop_assert!(made.problems.iter().all(|problem| !problem.sentence().is_empty()));
        if let Some(edition) = made.edition {
            let text = serde_json::Value::Object(made.whole).to_string();
            for item in edition.items() {
                prop_assert!(item.links.iter().all(|link| item.tooltip.contains(&link.printed)));
            }
            let rows: Vec<_> = made.rows.iter().map(|(id, _)| id).collect();
            prop_assert_eq!(rows, edition.items().map(|item| &item.id).collect::<Vec<_>>());
            prop_assert_eq!(Edition::from_text(&text), Some(edition.clone()));
            prop_assert_eq!(check(&text).0, Some(edition));
        }
        let book = Workbook { sheets: vec![table] };
        prop_assert_eq!(Workbook::read(&book.write()), Some(book));
    }
}
