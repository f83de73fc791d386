//! Parts of pages. They take values and callbacks, never the state.

mod actions;
mod evidence;
mod field;
mod growing;
mod judgement;
mod official;
mod plain;
mod standing;
mod text;

pub use actions::{Actions, actions};
pub use evidence::{EvidenceList, evidence_list};
pub use field::{DateField, TextArea, TextField, date_field, file_field, text_area, text_field};
pub use judgement::judgement_choice;
pub use official::{Copy, copy_button, in_official_toolkit};
pub use plain::{
    Weight, button, button_link, buttons, card, fold, form, heading, hint, link, outside_link, paragraph,
    submit, title,
};
pub use standing::{standing_bar, standing_key, standing_mark};
pub use text::tooltip;
