//! Merged cells: one text that stands for several rows.

use super::{Column, ColumnChoice, MergedCells, Problem, ProblemKind, Row, Table};
use std::collections::BTreeSet;

/// The columns whose cells should not be merged. Merged cells for the part are usual.
const SINGLE: [Column; 3] = [Column::Id, Column::Question, Column::Tooltip];
/// The maximum number of merged areas that are looked at. Nobody merges more by hand, and a file that claims more must
/// not cost hours.
const MOST: usize = 5_000;

/// The merged cells over a number, a question or a tooltip.
pub(crate) struct MergedAreas<'a> {
    table: &'a Table,
    areas: Vec<(MergedCells, Column)>,
}

impl<'a> MergedAreas<'a> {
    /// Finds the areas that begin in one of these rows. A heading may be as wide as it likes.
    pub(crate) fn of(table: &'a Table, choice: &ColumnChoice, rows: &[&Row]) -> Self {
        let rows: BTreeSet<usize> = rows.iter().map(|row| row.number).collect();
        let mut single: Vec<(usize, Column)> =
            SINGLE.iter().filter_map(|column| Some((choice.of(*column)?, *column))).collect();
        single.sort_unstable();
        let touched = |area: &MergedCells| {
            let inside = |place: usize| (area.first_column..=area.last_column).contains(&place);
            single.iter().find(|(place, _)| inside(*place)).map(|(_, column)| *column)
        };
        let areas = table.merged.iter().filter(|area| area.is_several() && rows.contains(&area.first_row));
        let areas = areas.filter_map(|area| Some((*area, touched(area)?))).take(MOST);
        Self { table, areas: areas.collect() }
    }

    /// Returns one problem for each area, in the row where it begins.
    pub(crate) fn problems(&self) -> impl Iterator<Item = Problem> {
        self.areas.iter().map(|(area, column)| {
            let problem = Problem::of(ProblemKind::MergedCells).row(area.first_row).column(*column);
            if area.last_row > area.first_row { problem.other(area.last_row) } else { problem }
        })
    }

    /// Returns the first row of the merged area that this cell belongs to, where it begins in a row above; its text
    /// holds for this cell too.
    pub(crate) fn above(&self, row: usize, place: usize) -> Option<&'a Row> {
        let is_below =
            |area: &MergedCells| area.first_row < row && area.first_column == place && area.holds(row, place);
        let (area, _) = self.areas.iter().find(|(area, _)| is_below(area))?;
        self.table.rows.iter().find(|row| row.number == area.first_row)
    }
}
