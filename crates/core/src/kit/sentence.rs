//! Describes each problem in words: what is wrong, what was done about it, what to do.

use super::{Column, Problem, ProblemKind};

/// The maximum number of rows that are made into one edition.
pub(crate) const MOST_ROWS: usize = 2_000;
/// The maximum length of a cell in Excel, in UTF-16 code units.
pub(crate) const CELL_LIMIT: usize = 32_767;

impl Problem {
    /// Returns sentences for a person: what is wrong, what was done about it, and what to do.
    #[must_use]
    pub fn sentence(&self) -> String {
        self.of_the_whole()
            .or_else(|| self.of_what_was_done())
            .or_else(|| self.of_the_row())
            .or_else(|| self.of_an_address())
            .unwrap_or_else(|| self.of_a_meaning())
    }

    /// Returns "Row 7", or the item where there is no table.
    fn place(&self) -> String {
        match (self.row, &self.item) {
            (Some(row), _) => format!("Row {row}"),
            (None, Some(item)) => format!("Item {item}"),
            (None, None) => "The edition".into(),
        }
    }

    fn other_row(&self) -> String {
        self.other.map_or_else(|| "another row".into(), |row| format!("row {row}"))
    }

    fn noun(&self) -> &'static str {
        self.column.map_or("text", Column::noun)
    }

    fn of_the_whole(&self) -> Option<String> {
        let Self { said, count, .. } = self;
        Some(match self.kind {
            ProblemKind::NoRows => "There are no rows below the headings, so there is nothing to make an edition of. Choose another sheet, or another row of headings.".into(),
            ProblemKind::TooManyRows => format!("The table has {count} rows. An edition is made of at most {MOST_ROWS}, so nothing was made. Choose the sheet with the questions alone, or make two editions."),
            ProblemKind::NoItems => "No row could be used, so no edition was made. Put right what is said of the rows below, and try again.".into(),
            ProblemKind::NoHeadings => "No row with headings was found, so every row was read as an item. If there are headings, choose their row; then check what each column holds.".into(),
            ProblemKind::IdNotChosen => "No column was chosen for the number of the item, so no edition was made. Choose the column with numbers such as 1.2.3.".into(),
            ProblemKind::QuestionNotChosen => "No column was chosen for the question, so no edition was made. Choose the column with the questions.".into(),
            ProblemKind::TooltipNotChosen => "No column was chosen for the tooltip, so the items have no official guidance. If the table has it, choose its column.".into(),
            ProblemKind::PartNotChosen => "No column was chosen for the part, so all items are in one part. If the toolkit has parts, choose the column with their numbers.".into(),
            ProblemKind::KindNotChosen => "No column was chosen for the kind of answer, so it was guessed from the wording. Add a column that says text, tick or document, and choose it; or check each item in the preview.".into(),
            ProblemKind::NoCategory => "No row is for category 3 (social care), so we read the rows of all categories. Choose the sheet for category 3, or no column for the category.".into(),
            ProblemKind::NoLevels => "The columns for the levels mark no question as mandatory, so all questions were kept. Check that the right columns were chosen.".into(),
            ProblemKind::NotesWithoutBefore => format!("{} what has changed, but not since which edition, so the notes were left out. Say which edition was before this one.", self.rows_say()),
            ProblemKind::AboutId if said.is_empty() => "The edition has no name for computers yet, so it cannot be saved. Give it one such as my-toolkit-2022-23.".into(),
            ProblemKind::AboutId => format!("“{said}” cannot be the edition's name for computers, so it cannot be saved. Use up to 64 letters, digits, dots, hyphens and underscores, without spaces, as in my-toolkit-2022-23."),
            ProblemKind::AboutTitle => "The edition has no title yet, so it cannot be saved. Give it the title that people know, with its year.".into(),
            ProblemKind::AboutYear if said.is_empty() => "The edition does not say for which year it is, so it cannot be saved. Give the year, as in 2022-23.".into(),
            ProblemKind::AboutYear => format!("“{said}” cannot be the edition's year, so it cannot be saved. Write it in digits with a hyphen, as in 2022-23."),
            ProblemKind::AboutBefore => format!("“{said}” cannot be the name of the edition before, so earlier numbers without a name of their own were left out. Use its name for computers, as in my-toolkit-2021-22."),
            ProblemKind::AboutBeforeSame => "The edition before has the same name for computers as this one, so earlier numbers without a name of their own were left out. Give the edition of the year before.".into(),
            ProblemKind::AboutDay => format!("“{said}” is not a date, so it was left out. Write it as in 1 September 2025."),
            ProblemKind::ClosesBeforeOpens => format!("The last day to publish, {said}, is before the day on which the edition opened, {}. Both were kept. Put one of them right.", self.taken),
            ProblemKind::SourceTwice => format!("Two sources have the short name “{said}”. Questions that name it use the first. Give each source its own short name."),
            ProblemKind::NotJson => "The file is not an edition: it is not in the form called JSON, or it was cut short. Nothing was changed. Fetch the file again, or make the edition from its spreadsheet.".into(),
            ProblemKind::NotAnEdition => "The file holds no edition: neither is it one, nor is there one inside it. Nothing was changed. Choose the file of an edition or of an assessment.".into(),
            ProblemKind::Newer => format!("The edition is written in a newer form ({said}) than this page knows. It was not read, so that nothing of it is lost. Reload the page while online to get the newest version, and try again."),
            ProblemKind::Field => match &self.item {
                Some(item) => format!("Item {item} of the edition cannot be read. {} Put it right in the file, or make the edition again from its spreadsheet.", self.taken),
                None => format!("The edition cannot be read. {} Put it right in the file, or make the edition again from its spreadsheet.", self.taken),
            },
            ProblemKind::PartTwice => format!("Two parts of the edition have the number {count}, so the edition cannot be used: the items of the second would be hidden. Give each part its own number in the file."),
            _ => return None,
        })
    }

    fn of_the_row(&self) -> Option<String> {
        let Self { said, count, .. } = self;
        let (place, noun) = (self.place(), self.noun());
        Some(match self.kind {
            ProblemKind::NoId => format!(
                "{place} has no number, so it was left out. Give it a number such as 1.2.3, or delete the row if it is not an item."
            ),
            ProblemKind::NoQuestion if self.row.is_none() => {
                format!(
                    "{place} has no question, so the edition cannot be used. Write the question in the file."
                )
            }
            ProblemKind::NoQuestion => {
                format!("{place} has no question, so it was left out. Write the question in its cell.")
            }
            ProblemKind::NoTooltip => format!(
                "{place} has no tooltip. The item was kept without official guidance. Add it if the toolkit has some."
            ),
            ProblemKind::IdTwice => format!(
                "{place} has the number {said}, which {} already has. The first was kept and this one left out, because answers go by the number. Give one of them another number.",
                self.other_row()
            ),
            ProblemKind::IdWithSpace => format!(
                "{place} has the number “{said}”, which has a space in it, so it was left out. Write the number without spaces, as in 1.2.3."
            ),
            ProblemKind::IdTooLong => format!(
                "{place} has a number of {count} characters, so it was left out. A number has at most 64. Check that the right column was chosen."
            ),
            ProblemKind::IdLetters => format!(
                "{place} has the number “{said}”, which has characters that a number cannot have, so it was left out. Use letters without accents, digits, dots, hyphens and underscores alone."
            ),
            ProblemKind::IdIsNumber => format!(
                "{place} has the number {said}, which the spreadsheet keeps as a quantity: 1.10 becomes 1.1 in that way. It was used as it is. Compare it with the toolkit; if it is wrong, set the column to text and type it again."
            ),
            ProblemKind::IdIsDate => format!(
                "{place} has “{said}” where its number should be: the spreadsheet took a number such as 1.2.3 for a date. The row was left out. Set the column to text and type the number again."
            ),
            ProblemKind::IdFromDate => format!(
                "{place} has “{said}” where its number should be: the spreadsheet took the number for a date. From the rows around it, it was taken for {}. Compare it with the toolkit.",
                self.taken
            ),
            ProblemKind::PartWrong => format!(
                "{place} has the part “{said}”, which is not a number from 1 to 255. The item was put in part {count}. Write the number of its part."
            ),
            ProblemKind::PartMissing => format!(
                "{place} has no part, and no row above has one. The item was put in part {count}. Write the number of its part."
            ),
            ProblemKind::PartTwoTitles => format!(
                "{place} calls part {count} “{said}”, but {} has called it “{}”. The first title was kept. Give the part one title.",
                self.other_row(),
                self.taken
            ),
            ProblemKind::PartInTwoPlaces => format!(
                "{place} is of part {count} again, which {} had left. All items of the part were put together. Check that the part is right.",
                self.other_row()
            ),
            ProblemKind::MergedCells => self.merged(),
            ProblemKind::LongQuestion => format!(
                "{place} has a question of {count} characters. It was kept whole. Check that nothing of the tooltip is in it."
            ),
            ProblemKind::LongTooltip => format!(
                "{place} has a tooltip of {count} characters. It was kept whole. Check that it is the guidance for this item alone."
            ),
            ProblemKind::CutOff => format!(
                "{place} has as much in the cell for the {noun} as a spreadsheet keeps in one ({CELL_LIMIT} characters). It was used as it is, but its end is probably cut off. Compare it with the toolkit."
            ),
            ProblemKind::Controls => format!(
                "{place} has characters that cannot be seen in the cell for the {noun}. They were taken out. Check that no word is damaged."
            ),
            ProblemKind::ErrorValue if self.is_serious() => format!(
                "{place} has “{said}” in the cell for the {noun}, which is a formula or its error and not a text. The row was left out. Put the text itself there."
            ),
            ProblemKind::ErrorValue => format!(
                "{place} has “{said}” in the cell for the {noun}, which is a formula or its error and not a text. The cell counts as empty. Put the text itself there."
            ),
            _ => return None,
        })
    }

    fn merged(&self) -> String {
        let (place, noun) = (self.place(), self.noun());
        match (self.other, self.column) {
            (Some(last), Some(Column::Id)) => format!(
                "{place} shares one merged cell for the number with the rows down to {last}. The number went to the first, and the others were left out. Unmerge the cells and give each row its number."
            ),
            (Some(last), _) => format!(
                "{place} shares one merged cell for the {noun} with the rows down to {last}. The text went to each of them. If it is not meant so, unmerge the cells."
            ),
            (None, _) => format!(
                "{place} has one merged cell over several columns, from the {noun} on. The text went to the {noun} alone. Unmerge the cells and put each text in its own column."
            ),
        }
    }

    fn of_an_address(&self) -> Option<String> {
        let Self { said, .. } = self;
        let place = self.place();
        Some(match self.kind {
            ProblemKind::LinkWithSpace => format!(
                "{place} has an address with a space or a line break in it: “{said}”. It is shown as words and is not a link. Close the gap, and check that the address opens."
            ),
            ProblemKind::LinkHyphen => format!(
                "{place} has an address that ends with a hyphen, as where a line was broken: “{said}”. It is shown as words and is not a link. Put the address together, and check that it opens."
            ),
            ProblemKind::LinkWithoutHost => format!(
                "{place} has an address that names no site: “{said}”. It is shown as words and is not a link. Write it as in https://www.example.org/page."
            ),
            ProblemKind::LinkWithoutSlashes => format!(
                "{place} has an address without its two slashes: “{said}”. It is shown as words and is not a link. Write https:// at its beginning."
            ),
            ProblemKind::LinkWithoutHttp => format!(
                "{place} has an address without its beginning: “{said}”. It was made a link with https:// before it. Check that it opens."
            ),
            ProblemKind::LinkNotPrinted => format!(
                "{place} has a link for “{said}”, which its tooltip does not print, so the link is not shown. Print the address in the tooltip, or take the link out."
            ),
            ProblemKind::AddressWithoutLink => format!(
                "{place} prints the address “{said}” and has no link for it, so it is shown as words. Add the link, or make the edition again from its spreadsheet."
            ),
            _ => return None,
        })
    }

    fn of_a_meaning(&self) -> String {
        let Self { said, taken, .. } = self;
        let place = self.place();
        match self.kind {
            ProblemKind::KindUnknown => format!(
                "{place} has “{said}” as its kind of answer. From the wording it was taken for {taken}. Write text, tick or document."
            ),
            ProblemKind::KindMissing => format!(
                "{place} does not say what kind of answer it takes. From the wording it was taken for {taken}. Write text, tick or document."
            ),
            ProblemKind::LevelUnknown => format!(
                "{place} has the level “{said}”, which is not known and was left out. Write approaching, met or both, parted by a comma."
            ),
            ProblemKind::FlagUnknown => format!(
                "{place} has “{said}” for the {}, where yes or no is expected. It was taken for no, and the question was kept. Write yes or no.",
                self.noun()
            ),
            ProblemKind::RoleUnknown => format!(
                "{place} says that “{said}” can answer, which is not known and was left out. Write manager, HR, IT supplier or senior management, parted by commas."
            ),
            ProblemKind::YesNoUnknown => format!(
                "{place} has “{said}” where yes or no is expected. It was taken for no. Write yes or no."
            ),
            ProblemKind::RecencyUnknown => format!(
                "{place} has “{said}” for how recent it has to be, which could not be read and was left out. Write it as in since 2022-07-01, by 30 September 2022 or within 12 months."
            ),
            ProblemKind::MinutesWrong => format!(
                "{place} has “{said}” for the minutes, which could not be used and was left out. Write a whole number from 1 to 255."
            ),
            ProblemKind::ShareWrong => format!(
                "{place} has “{said}” for the share of people, which could not be used and was left out. Write a whole number from 1 to 100."
            ),
            ProblemKind::NotApplicableUnclear => format!(
                "{place} may be not applicable, but does not say what kind of answer it takes, which decides where that is written. It was taken for {taken}. Write text, tick or document as its kind."
            ),
            ProblemKind::ReasonWithoutCondition => format!(
                "{place} gives a reason for “not applicable”, but does not say when that is so. The reason was left out. Write the condition in its own column, or empty the reason."
            ),
            ProblemKind::ReplacesWrong => format!(
                "{place} continues something that could not be read: “{said}”. What could be read was kept. Write numbers parted by commas, as in 1.2.3, or with the name of their edition, as in my-toolkit-2021-22:1.2.3."
            ),
            ProblemKind::ReplacesTwice => format!(
                "{place} names {said} of the same earlier edition twice. It was taken once. If another number was meant, write that."
            ),
            ProblemKind::ReplacesNoEdition => format!(
                "{place} continues {said}, but it is not said of which edition, so that was left out. Say which edition was before this one, or write its name before the number, as in my-toolkit-2021-22:1.2.3."
            ),
            ProblemKind::ReplacesSameEdition => format!(
                "{place} continues {said}, which is of this very edition, so that was left out. Write the number that the item had in an earlier edition."
            ),
            ProblemKind::ReplacedByTwo => format!(
                "{place} continues {said}, and {} does so too. Both were kept, which is right where one question became two. Otherwise correct one of them.",
                self.other.map_or_else(|| taken.clone(), |row| format!("row {row}"))
            ),
            ProblemKind::NoteWithoutReplaces => format!(
                "{place} says what has changed, but not which earlier number it continues. The note was left out. Write the earlier number, or empty the note."
            ),
            ProblemKind::AfterUnknown => format!(
                "{place} comes after {said}, but the edition has no such item. That was left out. Write the number of an item of this edition."
            ),
            ProblemKind::AfterItself => {
                format!("{place} comes after itself. That was left out. Write the number of another item.")
            }
            ProblemKind::CertaintyUnknown => format!(
                "{place} has “{said}” for how certain it is, which is not known and was left out. Write seen, likely or inferred."
            ),
            ProblemKind::SourceUnknown if self.row.is_none() => format!(
                "{place} names the source “{said}”, which the edition does not list. List it in the file, or take it out."
            ),
            ProblemKind::SourceUnknown => format!(
                "{place} names the source “{said}”, which is not listed, so it was left out. List it in a sheet called Sources, with its short name, its title and its address."
            ),
            _ => format!("{place} has something that needs a look."),
        }
    }
}
