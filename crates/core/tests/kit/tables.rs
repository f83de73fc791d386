//! Tables that become editions, and what is said of each problem.

use super::*;

#[test]
fn a_table_of_a_second_year_becomes_an_edition() {
    let made = made(&harbour(), &about());
    let serious: Vec<_> = made.problems.iter().filter(|problem| problem.is_serious()).collect();
    assert_eq!(serious, Vec::<&Problem>::new());
    let edition = made.edition.expect("an edition");
    let parts: Vec<_> = edition.parts.iter().map(|part| part.items.len()).collect();
    assert_eq!((edition.items().count(), parts, made.rows.len()), (45, vec![10, 13, 10, 12], 45));
    let before = Edition::built_in();
    for earlier in edition.items().flat_map(|item| &item.replaces) {
        assert_eq!(earlier.edition, before.id);
        assert!(earlier.items.iter().all(|item| before.item(item).is_some()), "{earlier:?}");
    }
    let item = |id: &str| edition.item(&ItemId(id.into())).expect(id);
    assert_eq!(item("2.2.1").replaces[0].items.len(), 2, "two became one");
    assert_eq!(item("1.3.1").replaces[0].items, item("1.3.2").replaces[0].items, "one became two");
    assert!(
        item("1.1.3").replaces.is_empty() && before.items().any(|old| old.question == item("1.1.3").question)
    );
    let other = before.item(&ItemId("4.1.1".into())).expect("an old item");
    assert!(item("4.1.1").replaces.is_empty() && item("4.1.1").question != other.question);
    assert_eq!((item("2.1.2").kind, item("2.1.2").levels.len()), (AnswerKind::Document, 2));
    assert_eq!(item("2.4.2").links[0].text, "the guide to notices");
    assert!(item("1.3.3").tooltip.contains("\n\n- the manager\n- "));
    // What it gives is what a file is checked for.
    let text = serde_json::Value::Object(made.whole).to_string();
    let (read, problems) = check(&text);
    assert_eq!(read, Some(edition));
    assert!(problems.iter().all(|problem| problem.kind == ProblemKind::ReplacedByTwo), "{problems:?}");
}

/// The rows of the broken table, and what is wrong with each.
const BROKEN: &[(usize, ProblemKind)] = &[
    (2, ProblemKind::PartMissing),
    (4, ProblemKind::PartTwoTitles),
    (5, ProblemKind::PartWrong),
    (7, ProblemKind::PartInTwoPlaces),
    (8, ProblemKind::NoId),
    (9, ProblemKind::NoQuestion),
    (10, ProblemKind::NoTooltip),
    (11, ProblemKind::IdTwice),
    (12, ProblemKind::IdWithSpace),
    (13, ProblemKind::IdTooLong),
    (14, ProblemKind::IdLetters),
    (15, ProblemKind::IdIsNumber),
    (16, ProblemKind::IdIsDate),
    (17, ProblemKind::LongQuestion),
    (18, ProblemKind::LongTooltip),
    (19, ProblemKind::CutOff),
    (20, ProblemKind::Controls),
    (21, ProblemKind::ErrorValue),
    (22, ProblemKind::LinkWithSpace),
    (23, ProblemKind::LinkHyphen),
    (24, ProblemKind::LinkWithoutHost),
    (25, ProblemKind::LinkWithoutSlashes),
    (26, ProblemKind::LinkWithoutHttp),
    (27, ProblemKind::KindUnknown),
    (28, ProblemKind::KindMissing),
    (29, ProblemKind::LevelUnknown),
    (30, ProblemKind::RoleUnknown),
    (31, ProblemKind::YesNoUnknown),
    (32, ProblemKind::RecencyUnknown),
    (33, ProblemKind::MinutesWrong),
    (34, ProblemKind::ShareWrong),
    (35, ProblemKind::NotApplicableUnclear),
    (36, ProblemKind::ReasonWithoutCondition),
    (37, ProblemKind::ReplacesWrong),
    (38, ProblemKind::ReplacesTwice),
    (39, ProblemKind::ReplacesNoEdition),
    (40, ProblemKind::ReplacesSameEdition),
    (42, ProblemKind::ReplacedByTwo),
    (43, ProblemKind::NoteWithoutReplaces),
    (44, ProblemKind::AfterUnknown),
    (45, ProblemKind::AfterItself),
];

fn broken() -> EditionDetails {
    EditionDetails { id: "broken-2022".into(), before: String::new(), ..about() }
}

#[test]
fn each_row_of_the_broken_table_has_its_one_problem() {
    let table = table(include_str!("../../../../tests/fixtures/editions/broken.csv"));
    let made = made(&table, &broken());
    let expected: Vec<_> = BROKEN.iter().map(|(row, kind)| (Some(*row), *kind)).collect();
    assert_eq!(kinds(&made), expected);
    let sentences: BTreeSet<String> = made
        .problems
        .iter()
        .map(|problem| {
            let sentence = problem.sentence();
            let row = format!("Row {} ", problem.row.expect("a row"));
            assert!(sentence.starts_with(&row) && sentence.ends_with('.'), "{sentence}");
            assert!(!sentence.contains("needs a look"), "{sentence}");
            sentence.replace(&row, "")
        })
        .collect();
    assert_eq!(sentences.len(), BROKEN.len(), "each has its own sentence");
    // The headings, and the rows that were left out.
    let left_out = made.problems.iter().filter(|problem| problem.is_serious()).count();
    assert_eq!(made.edition.expect("an edition").items().count(), table.rows.len() - 1 - left_out);
}

#[test]
fn what_is_wrong_with_the_whole_table_is_said_once() {
    let whole = harbour();
    let choice = guess(&whole);
    let without = |column: Column| {
        let columns = choice.columns.iter().filter(|(known, _)| *known != column).copied().collect();
        ColumnChoice { header: choice.header, columns }
    };
    let empty = Table { rows: whole.rows[..1].to_vec(), ..Table::default() };
    let mut many = whole.clone();
    let row = whole.rows[1].clone();
    many.rows.extend((100..2_100).map(|number| Row { number, ..row.clone() }));
    let bad = |change: fn(&mut EditionDetails)| {
        let mut about = about();
        change(&mut about);
        about
    };
    for (table, choice, about, expected, is_made) in [
        (&empty, &choice, about(), ProblemKind::NoRows, false),
        (&many, &choice, about(), ProblemKind::TooManyRows, false),
        (&whole, &without(Column::Id), about(), ProblemKind::IdNotChosen, false),
        (&whole, &without(Column::Question), about(), ProblemKind::QuestionNotChosen, false),
        (&whole, &without(Column::Tooltip), about(), ProblemKind::TooltipNotChosen, true),
        (&whole, &without(Column::Kind), about(), ProblemKind::KindNotChosen, true),
        (&whole, &choice, bad(|about| about.id = "a b".into()), ProblemKind::AboutId, false),
        (&whole, &choice, bad(|about| about.title = " ".into()), ProblemKind::AboutTitle, false),
        (&whole, &choice, bad(|about| about.year = "next".into()), ProblemKind::AboutYear, false),
        (&whole, &choice, bad(|about| about.before = "a/b".into()), ProblemKind::AboutBefore, true),
        (&whole, &choice, bad(|about| about.before = about.id.clone()), ProblemKind::AboutBeforeSame, true),
    ] {
        let made = make(table, choice, &about, &[]);
        let of_the_whole: Vec<_> = made.problems.iter().filter(|problem| problem.row.is_none()).collect();
        let kinds: Vec<_> = of_the_whole.iter().map(|problem| problem.kind).collect();
        assert_eq!((kinds, made.edition.is_some()), (vec![expected], is_made), "{expected:?}");
        assert_eq!(of_the_whole[0].is_serious(), !is_made, "{expected:?}");
    }
    let unparted = ColumnChoice {
        header: choice.header,
        columns: without(Column::Part)
            .columns
            .into_iter()
            .filter(|(column, _)| *column != Column::PartTitle)
            .collect(),
    };
    assert!(kinds(&make(&whole, &unparted, &about(), &[])).contains(&(None, ProblemKind::PartNotChosen)));
    let headless = ColumnChoice { header: None, ..choice.clone() };
    assert!(kinds(&make(&whole, &headless, &about(), &[])).contains(&(None, ProblemKind::NoHeadings)));
}

fn small(rows: &[[&str; 4]], merged: &[MergedCells]) -> Table {
    let heading = ["Part", "Number", "Question", "Tooltip"];
    let cell = |text: &&str| Cell { text: (*text).into(), ..Cell::default() };
    let all = std::iter::once(&heading).chain(rows).enumerate();
    let rows = all.map(|(at, row)| Row { number: at + 1, cells: row.iter().map(cell).collect() }).collect();
    Table { rows, merged: merged.to_vec(), ..Table::default() }
}

#[test]
fn merged_parts_are_usual_and_other_merged_cells_are_said() {
    let area = |first_row, last_row, first_column, last_column| MergedCells {
        first_row,
        last_row,
        first_column,
        last_column,
    };
    let rows = [
        ["1", "1.1", "Is it?", "One text."],
        ["", "1.2", "Was it?", ""],
        ["2", "2.1", "Who?", "x"],
        ["", "", "Why?", "x"],
        ["", "2.3", "", "x"],
    ];
    let merged = [area(1, 1, 0, 3), area(2, 3, 0, 0), area(2, 3, 3, 3), area(4, 5, 1, 1), area(6, 6, 1, 2)];
    let made = made(&small(&rows, &merged), &about());
    let of_rows: Vec<_> = kinds(&made).into_iter().filter(|(row, _)| row.is_some()).collect();
    let merged = ProblemKind::MergedCells;
    assert_eq!(
        of_rows,
        [(Some(2), merged), (Some(4), merged), (Some(6), merged), (Some(6), ProblemKind::NoQuestion)]
    );
    let serious: Vec<_> =
        made.problems.iter().filter(|problem| problem.is_serious()).map(|problem| problem.row).collect();
    assert_eq!(serious, [Some(4), Some(6)]);
    let edition = made.edition.expect("an edition");
    let items: Vec<_> = edition.items().map(|item| (item.id.as_str(), item.tooltip.as_str())).collect();
    assert_eq!(items, [("1.1", "One text."), ("1.2", "One text."), ("2.1", "x")]);
    assert_eq!(edition.parts.len(), 2);
}

#[test]
fn a_number_that_the_spreadsheet_keeps_as_a_quantity_is_used_and_said() {
    let mut table =
        small(&[["1", "1.1", "Is it?", "a"], ["", "7", "Was it?", "b"], ["", "x", "Who?", "c"]], &[]);
    table.rows[1].cells[1].kind = CellKind::Number;
    table.rows[2].cells[1].kind = CellKind::Number;
    table.rows[3].cells[1].kind = CellKind::Date;
    let made = made(&table, &about());
    let of_rows: Vec<_> = kinds(&made).into_iter().filter(|(row, _)| row.is_some()).collect();
    assert_eq!(of_rows, [(Some(2), ProblemKind::IdIsNumber), (Some(4), ProblemKind::IdIsDate)]);
    assert_eq!(made.rows, [(ItemId("1.1".into()), 2), (ItemId("7".into()), 3)]);
}

#[test]
fn a_row_that_is_the_heading_of_a_part_begins_it() {
    let rows = [
        ["Part 1 of 2: Staffing", "", "", ""],
        ["", "1.1", "Is it?", "a"],
        ["Part 2", "Policies", "", ""],
        ["", "2.1", "Was it?", "b"],
    ];
    let made = made(&small(&rows, &[]), &about());
    assert_eq!(kinds(&made), [(None, ProblemKind::KindNotChosen)]);
    let edition = made.edition.expect("an edition");
    let parts: Vec<_> =
        edition.parts.iter().map(|part| (part.number, part.title.as_str(), part.items.len())).collect();
    assert_eq!(parts, [(1, "Staffing", 1), (2, "Policies", 1)]);
}

#[test]
fn five_hundred_items_with_long_tooltips_are_made_in_one_go() {
    let tooltip = "See https://www.example.org/guidance/ for more of this.\n\n- a point\n".repeat(80);
    let tooltip: String = tooltip.chars().take(5_000).collect();
    let rows: Vec<[String; 4]> = (0..500)
        .map(|at| {
            [
                format!("{}", at / 100 + 1),
                format!("{}.{}.1", at / 100 + 1, at % 100 + 1),
                format!("Is number {at} kept?"),
                tooltip.clone(),
            ]
        })
        .collect();
    let rows: Vec<[&str; 4]> = rows.iter().map(|row| [&*row[0], &*row[1], &*row[2], &*row[3]]).collect();
    let made = made(&small(&rows, &[]), &about());
    assert_eq!(kinds(&made), [(None, ProblemKind::KindNotChosen)]);
    let edition = made.edition.expect("an edition");
    assert_eq!(edition.items().count(), 500);
    assert!(edition.items().all(|item| item.tooltip.chars().count() > 4_900 && item.links.len() == 1));
}

#[test]
fn a_level_that_is_named_twice_is_there_once() {
    let table = table("Number,Question,Tooltip,Kind,Levels\n1.1,Who?,Somebody.,text,\"met, both\"\n");
    let made = made(&table, &about());
    let levels = made.edition.as_ref().and_then(|edition| edition.items().next()).map(|item| &item.levels);
    assert_eq!(levels, Some(&vec![Level::Met, Level::Approaching]), "{:?}", made.problems);
}
