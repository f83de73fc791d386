//! Saved versions, and what was set aside.

use crate::components::{Button, ButtonVariant, Card, Heading, Hint, focus_soon};
use crate::platform::clock;
use crate::store::{Assessments, Exchange, Notices};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::storage::SetAside;

/// The list of saved versions and of what was set aside.
#[component]
pub fn SetAsideList() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let ids =
        move || assessments.set_aside.with(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let row = move |id: Id| {
        let found = assessments.set_aside.with_untracked(|all| all.iter().find(|one| one.id == id).cloned());
        found.map(|one| view! { <Row one /> })
    };
    view! {
        <Heading>"Saved versions and removed items"</Heading>
        <Card>
            <Hint>
                "The versions you saved, and what was removed, replaced or could not be read, are kept here until you delete \
                 them for good. If storage runs low, the oldest automatic backups are deleted first."
            </Hint>
            <For each=ids key=Id::clone children=row />
        </Card>
    }
}

#[component]
fn Row(one: SetAside) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let is_sure = RwSignal::new(false);
    // What is in its own place still was found, and not put aside on a day.
    let in_place = one.reason.stays_in_place();
    let day = if in_place {
        String::new()
    } else {
        format!(" on {} at {}", clock::day_of(one.at).in_words(), clock::time_of_day(one.at))
    };
    let reason = format!(", {}{day}", words::reason(one.reason));
    let name = one.organisation().filter(|_| in_place).unwrap_or_else(|| one.name.clone());
    let id = StoredValue::new(one.id);
    let put_back = move |()| {
        assessments.put_back(&id.get_value());
        focus_soon("h1");
    };
    let put_back_button = one.reason.can_be_put_back().then(|| {
        view! {
            <Button variant=ButtonVariant::Small on_press=put_back>
                "Put back"
            </Button>
        }
    });
    let delete_button = (!in_place).then(|| {
        view! {
            <Button
                variant=ButtonVariant::Small
                on_press=move |()| is_sure.update(|is_sure| *is_sure = !*is_sure)
            >
                "Delete for good"
            </Button>
        }
    });
    view! {
        <div class="app-aside-row">
            <p>
                <b>{name}</b>
                {reason}
            </p>
            <div class="app-buttons">
                {put_back_button}
                <Button
                    variant=ButtonVariant::Small
                    on_press=move |()| exchange.export_aside(&id.get_value())
                >
                    "Save as a file"
                </Button> {delete_button}
            </div>
            // Not in the place of the first button: two quick taps must not be a yes.
            <Show when=move || is_sure.get()>
                <Deletion id=id.get_value() is_sure />
            </Show>
        </div>
    }
}

/// Asks before something is deleted for good.
#[component]
fn Deletion(id: Id, is_sure: RwSignal<bool>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let notices = expect_context::<Notices>();
    let delete = move |()| {
        assessments.forget(&id);
        notices.dismiss();
        focus_soon("h1");
    };
    let keep = move |()| {
        is_sure.set(false);
        focus_soon("h1");
    };
    view! {
        <p role="status">"Once it is deleted for good, nobody can bring it back."</p>
        <div class="app-buttons">
            <Button variant=ButtonVariant::Secondary on_press=delete>
                "Yes, delete it for good"
            </Button>
            <Button variant=ButtonVariant::Secondary on_press=keep>
                "Keep it"
            </Button>
        </div>
    }
}
