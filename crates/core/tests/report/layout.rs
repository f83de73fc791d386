//! The layout of the reports: the printed form, tables, headings and links.

use super::*;

#[test]
fn the_empty_form_is_the_printed_document_row_by_row() {
    let edition = Edition::built_in();
    // Nothing that was given is in it.
    let form = paper(&awkward(), ReportKind::EmptyForm);
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rows: Vec<[String; 4]> = grids(&form)
        .into_iter()
        .flat_map(|grid| &grid.rows)
        .map(|row| {
            let words = |cell: &Vec<RichText>| {
                cell.iter()
                    .map(|text| format!("{}{} ", if text.listed { "- " } else { "" }, text.words()))
                    .collect::<String>()
            };
            [flat(&words(&row[0])), flat(&words(&row[1])), flat(&words(&row[2])), flat(&words(&row[3]))]
        })
        .collect();
    let expected: Vec<[String; 4]> = edition
        .items()
        .map(|item| {
            let action = item.printed_action.clone().unwrap_or_default();
            [item.id.0.clone(), flat(&item.question), flat(&item.tooltip), action]
        })
        .collect();
    assert_eq!(rows, expected);
    let parts: Vec<String> = edition
        .parts
        .iter()
        .map(|part| format!("Part {} of {}: {}", part.number, edition.parts.len(), part.title))
        .collect();
    assert_eq!(headings(&form), parts.iter().map(|part| (2, part.as_str())).collect::<Vec<_>>());
    assert_eq!(form.blocks.last(), Some(&PaperBlock::Line("Completed by (name and date)".into())));
    assert_eq!(form.layout, PageLayout::Landscape);
    assert!(fact(&form, "Check code of these answers").is_none());
    let title = "Data Security and Protection Toolkit (DSPT) Action Plan – Standards Met";
    assert_eq!(form.title, format!("Home & \"Sons\" <Elms>: {title}"));
}

#[test]
fn every_address_in_a_tooltip_whose_site_has_not_moved_can_be_followed_and_reads_as_printed() {
    let edition = Edition::built_in();
    let form = paper(&empty(), ReportKind::EmptyForm);
    let rows = grids(&form).into_iter().flat_map(|grid| &grid.rows);
    for (item, row) in edition.items().zip(rows) {
        let links: Vec<(&str, &str)> = row[2]
            .iter()
            .flat_map(|text| &text.pieces)
            .filter_map(|piece| {
                if let Span::Link { words, address } = piece {
                    Some((words.as_str(), address.as_str()))
                } else {
                    None
                }
            })
            .collect();
        let expected: Vec<(&str, &str)> =
            item.links.iter().filter_map(|link| Some((link.printed.as_str(), link.address()?))).collect();
        assert_eq!(links, expected, "{}", item.id);
        let points = item.tooltip.lines().filter(|line| line.starts_with("- ")).count();
        assert_eq!(row[2].iter().filter(|text| text.listed).count(), points, "{}", item.id);
    }
}

#[test]
fn every_table_is_even_and_as_wide_as_the_page() {
    for home in [awkward(), example(), empty()] {
        for kind in ReportKind::ALL {
            for form in kind.forms() {
                for tooltips in [true, false] {
                    let mut request = request(kind, *form);
                    request.options.tooltips = tooltips;
                    match made(&home, &request) {
                        ReportContent::Paper(paper) => grids(&paper).into_iter().for_each(check_grid),
                        ReportContent::Sheets(sheets) => check_sheets(&sheets),
                        ReportContent::Appointments(all) => assert!(!all.is_empty()),
                    }
                }
            }
        }
    }
}

fn check_grid(grid: &Grid) {
    assert_eq!(
        grid.columns.iter().map(|column| u32::from(column.share)).sum::<u32>(),
        100,
        "{}",
        grid.caption
    );
    assert!(!grid.rows.is_empty() && !grid.caption.is_empty());
    for row in &grid.rows {
        assert_eq!(row.len(), grid.columns.len(), "{}", grid.caption);
        assert!(!row[0].is_empty(), "a row without a head: {row:?}");
    }
}

fn check_sheets(sheets: &[Sheet]) {
    assert!(!sheets.is_empty());
    let names: HashSet<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names.len(), sheets.len());
    for sheet in sheets {
        assert!(
            sheet.name.chars().count() <= 31 && !sheet.name.contains(['[', ']', ':', '*', '?', '/', '\\'])
        );
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
    }
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    for home in [awkward(), example(), empty()] {
        for kind in ReportKind::ALL.into_iter().filter(|kind| *kind != ReportKind::Calendar) {
            for tooltips in [true, false] {
                let mut request = request(kind, ReportFormat::Paper);
                request.options.tooltips = tooltips;
                let mut above = 1;
                for (level, text) in headings(&paper_of(&home, &request)) {
                    assert!((2..=above + 1).contains(&level), "{kind:?}: {level} {text} after {above}");
                    above = level;
                }
            }
        }
    }
}

#[test]
fn a_table_of_actions_has_a_row_for_each_and_one_where_an_item_wants_one() {
    let mut home = awkward();
    let wants = Edition::built_in().parts[2].items[0].id.clone();
    let not_yet = Response { judgement: Some(Judgement::NotYet), ..Response::empty(wants.clone()) };
    home.responses.push(not_yet);
    let (content, holds) = make(&home, &request(ReportKind::ActionPlan, ReportFormat::Csv));
    let ReportContent::Sheets(sheets) = content else { panic!("no sheets") };
    let [sheet] = sheets.as_slice() else { panic!("not one sheet") };
    assert_eq!((sheet.rows.len(), holds), (9, ReportCounts { items: 5, actions: 8 }));
    let row = sheet.rows.iter().find(|row| row[2] == SheetCell::Text(wants.0.clone())).expect("a row");
    assert_eq!(row[4], SheetCell::Text("Action needed".into()));
    assert_eq!(row[5..], [const { SheetCell::Empty }; 6]);
    let unknown = sheet.rows.iter().find(|row| row[2] == SheetCell::Text("99.9.9".into())).expect("a row");
    assert_eq!([&unknown[0], &unknown[3], &unknown[4]], [&SheetCell::Empty; 3]);
    assert_eq!(unknown[7], SheetCell::Day(day("2027-01-31")));
}
