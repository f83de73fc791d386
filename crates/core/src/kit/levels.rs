//! Reads for which levels a question is mandatory: from one column that names the levels, or from a column for each level
//! that says yes or no.

use super::meaning::{self, plain};
use super::reading::RowReader;
use super::{Column, ColumnChoice, ProblemKind, Row};
use crate::catalogue::Level;

/// The columns that say yes or no, with the level that each is about.
const FLAGS: [(Column, Level); 2] = [(Column::Approaching, Level::Approaching), (Column::Met, Level::Met)];

/// How the columns for the levels are to be understood, which only all rows together tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LevelRules {
    /// Whether a cell such as "Y/N" speaks of Standards Met first, as its heading does.
    is_met_first: bool,
    /// Whether what is needed for the lower level is needed for the higher one too, though no cell names both.
    pub is_nested: bool,
    /// Whether an empty cell for the levels means that the question is not mandatory. In a table in which hardly any
    /// row names a level, it means that nobody has said so.
    is_empty_optional: bool,
    /// Whether a cross means no, because other cells have a tick.
    is_cross_no: bool,
}

/// What a row says of the levels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowLevels {
    pub levels: Vec<Level>,
    /// Whether the row says that the question is mandatory at no level.
    pub is_optional: bool,
}

impl LevelRules {
    /// Returns the rules for a table with these rows. `heading` is what stands above the column for the levels.
    pub(crate) fn of(choice: &ColumnChoice, heading: &str, rows: &[&Row]) -> Self {
        let words = plain(heading);
        let place = |name: &str| words.find(name).unwrap_or(usize::MAX);
        let rules = Self { is_met_first: place("met") < place("approaching"), ..Self::default() };
        let cells = |column: Column| {
            let place = choice.of(column);
            rows.iter().filter_map(move |row| Some(row.text(place?))).filter(|text| !text.is_empty())
        };
        let (mut approaching, mut met, mut both, mut filled) = (false, false, false, 0_usize);
        for text in cells(Column::Levels) {
            let (levels, _) = rules.named(text);
            let has = |level| levels.contains(&level);
            match (has(Level::Approaching), has(Level::Met)) {
                (true, true) => both = true,
                (is_approaching, is_met) => (approaching, met) = (approaching | is_approaching, met | is_met),
            }
            filled += 1;
        }
        Self {
            is_nested: approaching && met && !both,
            is_empty_optional: filled * 2 > rows.len(),
            is_cross_no: FLAGS.iter().any(|(column, _)| cells(*column).any(is_tick)),
            ..rules
        }
    }

    /// Reads the levels of a row, and reports what cannot be understood.
    pub(crate) fn read(self, reading: &mut RowReader<'_>) -> RowLevels {
        let mut levels: Vec<Level> = Vec::new();
        let mut is_optional = true;
        let mut add = |level| {
            if !levels.contains(&level) {
                levels.push(level);
            }
        };
        if reading.has(Column::Levels) {
            let text = reading.raw(Column::Levels);
            let (named, unknown) = self.named(&text);
            is_optional = unknown.is_empty() && (self.is_empty_optional || !text.trim().is_empty());
            unknown.iter().for_each(|word| reading.tell(ProblemKind::LevelUnknown, Column::Levels, word));
            let is_nested = self.is_nested && named.contains(&Level::Approaching);
            named.into_iter().chain(is_nested.then_some(Level::Met)).for_each(&mut add);
        }
        for (column, level) in FLAGS {
            if !reading.has(column) {
                continue;
            }
            let text = reading.line(column);
            match self.flag(&text) {
                Some(true) => add(level),
                Some(false) => {}
                None => {
                    is_optional = false;
                    reading.tell(ProblemKind::FlagUnknown, column, &text);
                }
            }
        }
        let is_said = reading.has(Column::Levels) || FLAGS.iter().any(|(column, _)| reading.has(*column));
        RowLevels { is_optional: is_said && is_optional && levels.is_empty(), levels }
    }

    fn flag(self, text: &str) -> Option<bool> {
        match text {
            "x" | "X" | "×" => Some(!self.is_cross_no),
            _ => flag(text),
        }
    }

    /// Returns the levels that a cell names, and the words of it that name none.
    fn named(self, text: &str) -> (Vec<Level>, Vec<String>) {
        let words = meaning::list(text);
        let order = if self.is_met_first {
            [Level::Met, Level::Approaching]
        } else {
            [Level::Approaching, Level::Met]
        };
        // "Y/N": one answer for each level that the heading names.
        if let [first, second] = words.as_slice()
            && let (Some(first), Some(second)) = (flag(first), flag(second))
        {
            let levels = order.into_iter().zip([first, second]).filter(|(_, is_needed)| *is_needed);
            return (levels.map(|(level, _)| level).collect(), Vec::new());
        }
        let (mut levels, mut unknown) = (Vec::new(), Vec::new());
        for word in words {
            match meaning::levels(&word) {
                Some(meant) => levels.extend(meant),
                None if flag(&word) == Some(false) => {}
                None => unknown.push(word),
            }
        }
        (levels, unknown)
    }
}

fn is_tick(text: &str) -> bool {
    // The last is what a tick of the font Wingdings is stored as.
    matches!(text, "✓" | "✔" | "☑" | "✅" | "ü")
}

/// Returns whether a cell says that a question is mandatory. An empty one says that it is not. `None` for a text that says
/// neither.
pub(crate) fn flag(text: &str) -> Option<bool> {
    let text = text.trim();
    if is_tick(text) || matches!(text, "●" | "•" | "*") {
        return Some(true);
    }
    if text.is_empty() || matches!(text, "✗" | "✘" | "☐" | "❌" | "û" | "○" | "—") {
        return Some(false);
    }
    meaning::yes_no(text).or_else(|| match plain(text).split(' ').next().unwrap_or_default() {
        "yes" | "mandatory" | "required" | "compulsory" | "needed" | "must" | "m" => Some(true),
        "no" | "not" | "non" | "optional" | "none" | "never" | "n" | "o" | "na" | "voluntary" => Some(false),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::Cell;

    fn rows(cells: &[&str]) -> Vec<Row> {
        let row = |(at, text): (usize, &&str)| Row {
            number: at + 1,
            cells: vec![Cell { text: (*text).into(), ..Cell::default() }],
        };
        cells.iter().enumerate().map(row).collect()
    }

    fn rules(column: Column, heading: &str, cells: &[&str]) -> LevelRules {
        let choice = ColumnChoice { header: None, columns: vec![(column, 0)] };
        LevelRules::of(&choice, heading, &rows(cells).iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_question_is_mandatory_in_whichever_way_its_cell_says_so() {
        for text in ["Y", "yes", "✓", "ü", "Mandatory", "Required for all", "x", "M", "1"] {
            assert_eq!(flag(text), Some(true), "{text}");
        }
        for text in ["", " ", "N", "No", "Optional", "Not mandatory", "Non-mandatory", "N/A", "-", "û", "0"]
        {
            assert_eq!(flag(text), Some(false), "{text}");
        }
        assert_eq!(flag("see note 4"), None);
        let cross = |cells| rules(Column::Met, "", cells).flag("x");
        assert_eq!((cross(&["x", ""]), cross(&["x", "✓"])), (Some(true), Some(false)));
    }

    #[test]
    fn one_column_can_name_the_levels_in_many_ways() {
        let (both, met) = (vec![Level::Approaching, Level::Met], vec![Level::Met]);
        let rules = |heading| rules(Column::Levels, heading, &[]);
        for (text, expected) in [
            ("Approaching and Met", &both),
            ("Approaching / Met", &both),
            ("Approaching Standards and Standards Met", &both),
            ("Mandatory for Approaching Standards; mandatory for Standards Met", &both),
            ("Approaching: optional, Met: mandatory", &met),
            ("Met only", &met),
            ("Mandatory for Standards Met", &met),
            ("Y/Y", &both),
            ("N / Y", &met),
            ("Optional", &vec![]),
            ("Not mandatory", &vec![]),
            ("N", &vec![]),
        ] {
            assert_eq!(rules("Mandatory? Approaching/Met").named(text), (expected.clone(), vec![]), "{text}");
        }
        assert_eq!(rules("Met / Approaching").named("Y/N"), (met, vec![]));
        assert_eq!(rules("Level").named("gold").1, ["gold"]);
    }

    #[test]
    fn where_no_cell_names_both_levels_the_lower_one_is_part_of_the_higher() {
        let nested = |cells| rules(Column::Levels, "Level", cells).is_nested;
        assert!(nested(&["Approaching", "Met", ""]));
        assert!(!nested(&["Approaching", "Met", "both"]));
        assert!(!nested(&["Approaching", "Approaching"]));
    }
}
