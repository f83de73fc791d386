//! What to do now, as far as the levels go.

use crate::components::{ButtonLink, ButtonVariant, Card};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, LevelProgress, nearer_level};
use standards_met_core::catalogue::{ItemId, Level};

/// The card that says what to do now, and leads there.
#[component]
pub(super) fn NextStep(id: Id, levels: Memo<Vec<LevelProgress>>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let first_part = assessments
        .with_untracked(&id, |document| document.edition.parts.first().map(|part| part.number))
        .flatten()
        .unwrap_or_default();
    let step = Memo::new(move |_| levels.with(|levels| Step::of(levels)));
    move || {
        let step = step.get();
        let sentences = step.sentences().into_iter().map(|sentence| view! { <p>{sentence}</p> });
        let (to, way) = match &step.next {
            Some((_, _, first)) => (Route::Item(id.clone(), first.clone()), format!("Answer {first}")),
            None => (Route::Official(id.clone(), first_part), "Copy your answers".into()),
        };
        view! {
            <Card class="app-card--next">
                <h2>{step.heading()}</h2>
                {sentences.collect_view()}
                <ButtonLink variant=ButtonVariant::Primary href=to.href()>
                    {way}
                </ButtonLink>
            </Card>
        }
    }
}

/// Where somebody stands between the levels.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    /// The highest level that is reached.
    reached: Option<Level>,
    /// The nearer one that is not, with how many questions are left for it, and the first of them.
    next: Option<(Level, usize, ItemId)>,
}

impl Step {
    fn of(levels: &[LevelProgress]) -> Self {
        let next = nearer_level(levels)
            .and_then(|next| Some((next.level, next.left.len(), next.left.first()?.clone())));
        let reached = levels.iter().take_while(|one| one.is_reached()).last().map(|one| one.level);
        Self { reached, next }
    }

    fn heading(&self) -> String {
        match self.reached {
            None => "What to do now".into(),
            Some(level) => format!("Every question for {} is done", words::level(level)),
        }
    }

    fn sentences(&self) -> Vec<String> {
        let Some((level, left, _)) = &self.next else {
            return vec![
                "Copy your answers into the official toolkit, and publish your assessment there.".into(),
            ];
        };
        let (are, they_are) = match left {
            1 => ("1 question is".to_owned(), "It is"),
            _ => (format!("{left} questions are"), "They are"),
        };
        let left = format!("{are} left for {}. {they_are} listed below.", words::level(*level));
        match (self.reached, level) {
            (Some(reached), _) => vec![
                format!("You can go on to {}. {left}", words::level(*level)),
                format!(
                    "Or you can publish {} now, with an action plan for what is left. You can do this once only.",
                    words::level(reached)
                ),
            ],
            (None, Level::Approaching) => vec![
                left,
                "When these are done, you can publish Approaching Standards with an action plan for the rest, or go on to \
                 Standards Met."
                    .into(),
            ],
            (None, Level::Met) => vec![left],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Level::{Approaching, Met};

    fn said(levels: &[(Level, usize)]) -> (String, String) {
        let progress = |(level, left): &(Level, usize)| LevelProgress {
            level: *level,
            tally: Default::default(),
            left: (1..=*left).map(|number| ItemId(format!("1.{number}"))).collect(),
        };
        let step = Step::of(&levels.iter().map(progress).collect::<Vec<_>>());
        (step.heading(), step.sentences().join(" "))
    }

    #[test]
    fn what_to_do_now_follows_the_level_that_is_reached() {
        let (heading, words) = said(&[(Approaching, 14), (Met, 33)]);
        assert_eq!(heading, "What to do now");
        assert!(words.starts_with("14 questions are left for Approaching Standards. They are listed below."));
        let (heading, words) = said(&[(Approaching, 0), (Met, 1)]);
        assert_eq!(heading, "Every question for Approaching Standards is done");
        assert_eq!(
            words,
            "You can go on to Standards Met. 1 question is left for Standards Met. It is listed below. Or you can publish \
             Approaching Standards now, with an action plan for what is left. You can do this once only."
        );
        let (heading, words) = said(&[(Approaching, 0), (Met, 0)]);
        assert_eq!(heading, "Every question for Standards Met is done");
        assert!(words.starts_with("Copy your answers into the official toolkit"));
        let (heading, words) = said(&[(Met, 2)]);
        assert_eq!(heading, "What to do now");
        assert_eq!(words, "2 questions are left for Standards Met. They are listed below.");
    }
}
