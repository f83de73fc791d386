//! Parts of pages. They take values and callbacks, never the state.

mod actions;
mod evidence;
mod field;
mod findings;
mod growing;
mod guidance;
mod judgement;
mod official;
mod plain;
mod review;
mod select;
mod share;
mod status;
mod text;
mod tick;
mod title_block;

pub use actions::{Actions, actions, one_action};
pub use evidence::{EvidenceList, evidence_list};
pub use field::{
    DateField, TextArea, TextField, date_field, file_field, file_field_for, files_field, text_area,
    text_field,
};
pub use findings::findings_list;
pub use guidance::in_short;
pub use judgement::judgement_choice;
pub use official::{Copy, Official, copy_button, official_entry};
pub use plain::{
    Weight, button, button_link, buttons, card, fold, form, heading, hint, link, outside_link, paragraph,
    submit, title,
};
pub use review::{Dealing, Saying, Shown, review, saved_review, saying};
pub use select::{Select, select};
pub use share::share_calculator;
pub use status::{status_bar, status_key, status_mark};
pub use text::tooltip;
pub use tick::tick;
pub use title_block::{report_text, title_block};
