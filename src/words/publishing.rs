//! What is said of the day on which a home publishes its assessment.

use super::count;
use standards_met_core::assessment::{Date, Pace, next_deadline};

/// The next deadline, how long it is until then, and what is left to do: where no day is planned.
#[must_use]
pub fn deadline(today: Date, left: usize) -> String {
    let day = next_deadline(today);
    format!("Publish by {}, {}. {}", day.in_words(), how_soon(today, day), not_done(left))
}

/// The day on which the home plans to publish, how long it is until then, whether that is after the last day of the toolkit
/// year, what is left to do, and how much that is for each week. Of a day that is past: whether it was so.
#[must_use]
pub fn publishing(today: Date, day: Date, last_day: Date, left: usize) -> String {
    let on = day.in_words();
    if day < today {
        return format!("You planned to publish on {on}. Have you published? Choose another day if not.");
    }
    let after = (day > last_day)
        .then(|| format!("That is after {}, the last day for this toolkit year.", last_day.in_words()));
    let pace = Pace::of(left, today.days_to(day)).map(pace);
    let first = [format!("You plan to publish on {on}, {}.", how_soon(today, day))];
    let all: Vec<String> = first.into_iter().chain(after).chain([not_done(left)]).chain(pace).collect();
    all.join(" ")
}

fn how_soon(today: Date, day: Date) -> String {
    match today.days_to(day) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}

fn not_done(left: usize) -> String {
    match left {
        0 => "Every question is done.".to_owned(),
        1 => "1 question is not done yet.".to_owned(),
        left => format!("{left} questions are not done yet."),
    }
}

fn pace(pace: Pace) -> String {
    match pace {
        Pace::LessThanOneAWeek => "That is less than 1 question a week.".to_owned(),
        Pace::Weekly(questions) => format!("That is about {} a week.", count(questions, "question")),
        Pace::Daily(questions) => format!("That is about {} a day.", count(questions, "question")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn the_deadline_says_how_long_it_is_and_what_is_left() {
        let words = |today: &str, left| deadline(day(today), left);
        assert_eq!(
            words("2026-11-28", 24),
            "Publish by 30 June 2027, in 214 days. 24 questions are not done yet."
        );
        assert_eq!(words("2027-06-30", 1), "Publish by 30 June 2027, today. 1 question is not done yet.");
        assert_eq!(words("2027-06-29", 0), "Publish by 30 June 2027, tomorrow. Every question is done.");
    }

    #[test]
    fn a_planned_day_says_what_it_means_for_each_week() {
        let words = |on: &str, left| publishing(day("2026-11-28"), day(on), day("2027-06-30"), left);
        for (on, left, expected) in [
            (
                "2027-05-10",
                24,
                "You plan to publish on 10 May 2027, in 163 days. 24 questions are not done yet. That is about 2 questions \
                 a week.",
            ),
            (
                "2026-12-12",
                2,
                "You plan to publish on 12 December 2026, in 14 days. 2 questions are not done yet. That is about 1 \
                 question a week.",
            ),
            (
                "2026-12-12",
                1,
                "You plan to publish on 12 December 2026, in 14 days. 1 question is not done yet. That is less than 1 \
                 question a week.",
            ),
            (
                "2026-12-01",
                7,
                "You plan to publish on 1 December 2026, in 3 days. 7 questions are not done yet. That is about 3 questions \
                 a day.",
            ),
            (
                "2026-11-29",
                7,
                "You plan to publish on 29 November 2026, tomorrow. 7 questions are not done yet.",
            ),
            ("2026-11-28", 0, "You plan to publish on 28 November 2026, today. Every question is done."),
            (
                "2027-07-01",
                0,
                "You plan to publish on 1 July 2027, in 215 days. That is after 30 June 2027, the last day for this toolkit \
                 year. Every question is done.",
            ),
            (
                "2026-11-27",
                24,
                "You planned to publish on 27 November 2026. Have you published? Choose another day if not.",
            ),
        ] {
            assert_eq!(words(on, left), expected);
        }
        assert!(!words("2027-06-30", 3).contains("That is after"), "the last day is in time");
    }
}
