//! A box for a day.

use super::text_field::Label;
use leptos::html::Input;
use leptos::prelude::*;
use standards_met_core::assessment::Date;

/// A box for a day.
///
/// It follows what is kept, but for as long as somebody is in it: while a day is half typed the browser gives no value, and
/// writing that back would clear the half.
#[component]
pub fn DateField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] value: Signal<Option<Date>>,
    #[prop(into)] on_input: Callback<Option<Date>>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let matches = move |selector| {
        input.get_untracked().is_some_and(|input| input.matches(selector).unwrap_or_default())
    };
    let show = move |day: Option<Date>| {
        let text = day.map(|day| day.to_string()).unwrap_or_default();
        if let Some(input) = input.get_untracked().filter(|input| input.value() != text) {
            input.set_value(&text);
        }
    };
    Effect::new(move |_| {
        let day = value.get();
        input.track();
        if !matches(":focus") {
            show(day);
        }
    });
    let hear = move |moment| {
        let text = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        let day = entered(&text, matches(":invalid"), moment);
        if let Some(day) = day.filter(|day| *day != value.get_untracked()) {
            on_input.run(day);
        }
        if moment == Moment::Left {
            show(value.get_untracked());
        }
    };
    view! {
        <div class="nhsuk-form-group">
            <Label id=id.clone() label />
            // Without `max`, a year may have six digits, which is no date here.
            <input
                class="nhsuk-input app-date"
                id=id
                type="date"
                max="9999-12-31"
                node_ref=input
                on:input=move |_| hear(Moment::Typed)
                on:change=move |_| hear(Moment::Changed)
                on:blur=move |_| hear(Moment::Left)
            />
        </div>
    }
}

/// When a box for a day is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    /// At every key.
    Typed,
    /// When the browser says that it is another day, or none, now.
    Changed,
    /// When nobody is in it any more.
    Left,
}

/// The day that was entered. `None` where that is not known yet: the day that is kept stays, should the page go away
/// before the other is typed. `half` says that there is something in the box which is no day.
fn entered(text: &str, half: bool, moment: Moment) -> Option<Option<Date>> {
    match Date::parse(text) {
        // The year 2027 is the year 2 while its first digit is typed. Any other day was given when it was typed: on leaving,
        // which is also when its row is removed, another may be kept by now, or none.
        Some(day) => (text.starts_with('0') == (moment == Moment::Left)).then_some(Some(day)),
        None => (text.is_empty() && !half && moment == Moment::Changed).then_some(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_typed_anew_takes_the_place_of_the_old_one_only_once_it_is_whole() {
        let day = Date::parse("2027-03-31");
        // The browser gives nothing while it is half typed, at whatever moment.
        for moment in [Moment::Typed, Moment::Changed, Moment::Left] {
            assert_eq!(entered("", true, moment), None);
        }
        assert_eq!(entered("0020-03-31", false, Moment::Typed), None);
        assert_eq!(entered("0202-03-31", false, Moment::Changed), None);
        assert_eq!(entered("2027-03-31", false, Moment::Typed), Some(day));
        // What another tab has kept meanwhile, or the removal of the row, is not undone by leaving the box.
        assert_eq!(entered("2027-03-31", false, Moment::Left), None);
        // Whoever means the year 27 has said so on leaving, and sees it.
        assert_eq!(entered("0027-03-31", false, Moment::Left), Some(Date::parse("0027-03-31")));
    }

    #[test]
    fn a_box_that_was_emptied_takes_the_day_away_when_the_browser_says_that_it_changed() {
        assert_eq!(entered("", false, Moment::Typed), None);
        assert_eq!(entered("", false, Moment::Changed), Some(None));
        assert_eq!(entered("", false, Moment::Left), None);
        // Six digits for a year are no date, and not none.
        assert_eq!(entered("20261-01-01", true, Moment::Changed), None);
    }
}
