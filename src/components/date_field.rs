//! Three boxes for a day, a month and a year.

use leptos::ev::FocusEvent;
use leptos::html::Fieldset;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use standards_met_core::assessment::Date;
use standards_met_core::date_parts::{DateEntry, DateParts, DateProblem};
use web_sys::Node;

/// Three boxes for a day, a month and a year. The order does not depend on how the device is set, and what is half typed is
/// handed on too.
#[component]
pub fn DateField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] value: Signal<Option<Date>>,
    /// What was typed of a date that is not whole, in the form of [`DateParts::draft`].
    #[prop(into)]
    draft: Signal<String>,
    #[prop(into)] on_input: Callback<DateEntry>,
) -> impl IntoView {
    let group = NodeRef::<Fieldset>::new();
    let stored = Memo::new(move |_| DateParts::of(value.get(), &draft.read()));
    // What stands in the boxes: it follows what is stored, but for as long as somebody is in one of them.
    let parts = RwSignal::new(stored.get_untracked());
    let is_inside = RwSignal::new(false);
    Effect::new(move |_| {
        let stored = stored.get();
        if !is_inside.get() && parts.get_untracked() != stored {
            parts.set(stored);
        }
    });
    let hand_on = move |now: DateParts| {
        let entry = now.entry();
        parts.set(now);
        on_input.run(entry);
    };
    let leave = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        if group.get_untracked().is_some_and(|group| group.contains(to.as_ref())) {
            return;
        }
        let typed = parts.get_untracked();
        let whole = typed.with_whole_year();
        if whole != typed {
            hand_on(whole);
        }
        is_inside.set(false);
    };
    let problem = Memo::new(move |_| parts.with(DateParts::problem).filter(|_| !is_inside.get()));
    let hint_id = format!("{id}-hint");
    let described_by = hint_id.clone();
    // In the place of the example, so that nothing moves when it comes.
    let hint = move || match problem.get() {
        None => view! { <span class="nhsuk-hint">"For example, 5 3 2026"</span> }.into_any(),
        Some(problem) => view! {
            <span class="nhsuk-error-message">
                <span class="nhsuk-u-visually-hidden">"Error: "</span>
                {words(problem)}
            </span>
        }
        .into_any(),
    };
    let set = move |change: fn(&mut DateParts, String)| {
        Callback::new(move |text: String| {
            let mut now = parts.get_untracked();
            change(&mut now, text);
            hand_on(now);
        })
    };
    let invalid = Signal::derive(move || problem.get().is_some());
    view! {
        <fieldset
            class="nhsuk-form-group app-date"
            class:app-date--error=invalid
            node_ref=group
            aria-describedby=described_by
            on:focusin=move |_| is_inside.set(true)
            on:focusout=leave
        >
            <legend class="nhsuk-label app-label">{label}</legend>
            <div class="app-date__hint" id=hint_id role="status">
                {hint}
            </div>
            <div class="app-date__boxes">
                <DateBox
                    id=id.clone()
                    label="Day"
                    length="2"
                    value=Signal::derive(move || parts.with(|parts| parts.day.clone()))
                    invalid
                    on_input=set(|parts, text| parts.day = text)
                />
                <DateBox
                    id=format!("{id}-month")
                    label="Month"
                    length="2"
                    value=Signal::derive(move || parts.with(|parts| parts.month.clone()))
                    invalid
                    on_input=set(|parts, text| parts.month = text)
                />
                <DateBox
                    id=format!("{id}-year")
                    label="Year"
                    length="4"
                    value=Signal::derive(move || parts.with(|parts| parts.year.clone()))
                    invalid
                    on_input=set(|parts, text| parts.year = text)
                />
            </div>
        </fieldset>
    }
}

#[component]
fn DateBox(
    id: String,
    label: &'static str,
    /// How many digits it has room for.
    length: &'static str,
    value: Signal<String>,
    invalid: Signal<bool>,
    on_input: Callback<String>,
) -> impl IntoView {
    let of = id.clone();
    view! {
        <label class="app-date__box" for=of>
            {label}
            <input
                class="nhsuk-input"
                id=id
                size=length
                inputmode="numeric"
                autocomplete="off"
                aria-invalid=move || invalid.get().then_some("true")
                prop:value=value
                on:input:target=move |event| on_input.run(event.target().value())
            />
        </label>
    }
}

/// What to do about boxes that hold no date.
fn words(problem: DateProblem) -> String {
    match problem {
        DateProblem::Missing { day, month, year } => {
            let missing = [(day, "day"), (month, "month"), (year, "year")];
            let missing: Vec<&str> =
                missing.into_iter().filter_map(|(lacks, name)| lacks.then_some(name)).collect();
            format!("Add the {}", missing.join(" and "))
        }
        DateProblem::Year => "The year needs 4 numbers".into(),
        DateProblem::NotReal => "There is no such date".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named() {
        let missing = |day, month, year| words(DateProblem::Missing { day, month, year });
        assert_eq!(missing(false, false, true), "Add the year");
        assert_eq!(missing(true, true, false), "Add the day and month");
    }
}
