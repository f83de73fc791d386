//! What is in a notice: what has just been done, and what can be done about it.

use super::notice_text::NoticeText;
use crate::components::{Button, ButtonVariant};
use crate::platform::page;
use crate::store::{Assessments, Notice, Notices};
use leptos::html::Div;
use leptos::prelude::*;

/// What a notice says, and its buttons.
#[component]
pub fn NoticeContent<'a>(
    notice: &'a Notice,
    can_undo: bool,
    /// What takes the focus when a button goes with its notice: the focus would go along.
    block: NodeRef<Div>,
) -> impl IntoView + use<> {
    let assessments = expect_context::<Assessments>();
    let notices = expect_context::<Notices>();
    let keep_focus = move || {
        if let Some(block) = block.get_untracked() {
            page::focus_quietly(&block);
        }
    };
    let undo = move |()| {
        keep_focus();
        assessments.undo();
    };
    let close = move |()| {
        keep_focus();
        notices.dismiss();
    };
    let undo_button = can_undo.then(|| {
        view! {
            <Button variant=ButtonVariant::Secondary on_press=undo>
                "Undo"
            </Button>
        }
    });
    view! {
        <div class="app-notice__words">
            <NoticeText notice />
        </div>
        <div class="app-buttons">
            {undo_button} <Button variant=ButtonVariant::Small on_press=close>
                "Close"
            </Button>
        </div>
    }
}
