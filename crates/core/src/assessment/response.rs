//! The response to one evidence item.

use super::{Date, Id, Timestamp};
use crate::catalogue::ItemId;
use crate::json::{Extra, spelled};
use serde::{Deserialize, Serialize};

/// Everything that the manager gives for one item, and what reviewers say of it.
///
/// For a tick item, the judgement `Met` is the tick: the official toolkit asks for nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    pub item: ItemId,
    pub judgement: Option<Judgement>,
    /// The text for the text box of the official toolkit.
    #[serde(default)]
    pub answer: String,
    /// The documents that show that the item is met, for any kind of item.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// The text for the comments box of the official toolkit.
    #[serde(default)]
    pub comments: String,
    /// Why the item does not apply. Empty if not given.
    #[serde(default)]
    pub not_applicable_reason: String,
    /// Why the judgement is right although a rule of the edition speaks against it. Empty if not given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub explanation: String,
    /// Whether "not applicable" was accepted as the interview suggested it, and not changed since. Only then is it
    /// withdrawn when the interview no longer supports it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub suggested: bool,
    /// The digest of what was last entered in the official toolkit. `None` if nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entered: Option<String>,
    #[serde(default)]
    pub actions: Vec<Action>,
    #[serde(default)]
    pub reviews: Vec<Review>,
    /// When the response was last changed.
    pub edited_at: Timestamp,
    #[serde(flatten)]
    pub extra: Extra,
}

/// What the manager gives in a response. Whoever takes it apart names every field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fields<'a> {
    pub judgement: Option<Judgement>,
    pub answer: &'a str,
    pub comments: &'a str,
    pub not_applicable_reason: &'a str,
    pub explanation: &'a str,
    pub evidence: &'a [Evidence],
    pub actions: &'a [Action],
}

/// The manager's judgement of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Judgement {
    Met,
    NotYet,
    NotApplicable,
}

/// A document that shows that the item is met. The document itself stays where it is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub id: Id,
    #[serde(default)]
    pub title: String,
    /// A link, or a description of where the document is kept.
    #[serde(default)]
    pub location: String,
    /// When the document was last approved. `None` if not given.
    pub approved_on: Option<Date>,
    /// What was typed of that date while it is not whole, in the form of
    /// [`DateParts::draft`](crate::date_parts::DateParts::draft). Empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub approved_draft: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// An action: something to be done so that an item is met.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Action {
    pub id: Id,
    /// The description of the action.
    #[serde(default)]
    pub what: String,
    #[serde(default)]
    pub owner: String,
    pub due: Option<Date>,
    /// What was typed of the due date while it is not whole, as in [`Evidence::approved_draft`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub due_draft: String,
    pub priority: Option<Priority>,
    #[serde(default)]
    pub done: bool,
    /// The day on which the action was marked as done. Files from other programs may not give it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The priority of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Priority {
    High,
    Medium,
    Low,
}

/// A reviewer's verdict and comments on one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    pub id: Id,
    pub reviewer: String,
    pub verdict: Option<Verdict>,
    #[serde(default)]
    pub comments: String,
    pub reviewed_at: Timestamp,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A reviewer's verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Verdict {
    Agreed,
    Question,
    NotAgreed,
}

spelled!(Judgement { Met = "Met", NotYet = "NotYet", NotApplicable = "NotApplicable" });
spelled!(Priority { High = "High", Medium = "Medium", Low = "Low" });
spelled!(Verdict { Agreed = "Agreed", Question = "Question", NotAgreed = "NotAgreed" });

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

impl Response {
    /// Returns a blank response to the item.
    #[must_use]
    pub fn empty(item: ItemId) -> Self {
        Self {
            item,
            judgement: None,
            answer: String::new(),
            evidence: Vec::new(),
            comments: String::new(),
            not_applicable_reason: String::new(),
            explanation: String::new(),
            suggested: false,
            entered: None,
            actions: Vec::new(),
            reviews: Vec::new(),
            edited_at: Timestamp::default(),
            extra: Extra::new(),
        }
    }

    /// Returns every text that a person typed into the response, except for reviews.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let Fields { judgement: _, answer, comments, not_applicable_reason, explanation, evidence, actions } =
            self.fields();
        let mut texts: Vec<&str> = vec![answer, comments, not_applicable_reason, explanation];
        texts.extend(evidence.iter().flat_map(Evidence::texts));
        texts.extend(actions.iter().flat_map(Action::texts));
        texts
    }

    /// Returns what the manager gives, each field. Taken apart in this one place, so that a new field leads the compiler
    /// to whoever has to know it.
    #[must_use]
    pub fn fields(&self) -> Fields<'_> {
        let Self {
            item: _,
            judgement,
            answer,
            evidence,
            comments,
            not_applicable_reason,
            explanation,
            suggested: _,
            entered: _,
            actions,
            reviews: _,
            edited_at: _,
            extra: _,
        } = self;
        Fields {
            judgement: *judgement,
            answer,
            comments,
            not_applicable_reason,
            explanation,
            evidence,
            actions,
        }
    }

    /// Returns this response with the answer of somebody else taken over. Their judgement and their texts replace ours
    /// where they gave any. Their documents and actions are added to ours, and replace those with the same identifier.
    #[must_use]
    pub fn with_theirs(&self, theirs: &Self) -> Self {
        let Fields { judgement, answer, comments, not_applicable_reason, explanation, evidence, actions } =
            theirs.fields();
        let mut both = self.clone();
        if judgement.is_some() && judgement != both.judgement {
            both.judgement = judgement;
            both.suggested = false;
        }
        for (ours, theirs) in [
            (&mut both.answer, answer),
            (&mut both.comments, comments),
            (&mut both.not_applicable_reason, not_applicable_reason),
            (&mut both.explanation, explanation),
        ] {
            if !blank(theirs) {
                theirs.clone_into(ours);
            }
        }
        for one in evidence.iter().filter(|one| !one.is_blank()) {
            both.evidence.retain(|known| known.id != one.id);
            both.evidence.push(one.clone());
        }
        for one in actions.iter().filter(|one| !one.is_blank()) {
            both.actions.retain(|known| known.id != one.id);
            both.actions.push(one.clone());
        }
        both
    }

    /// Returns whether the manager has given nothing. Reviews do not count.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let Fields { judgement, answer, comments, not_applicable_reason, explanation, evidence, actions } =
            self.fields();
        judgement.is_none()
            && [answer, comments, not_applicable_reason, explanation].into_iter().all(blank)
            && evidence.iter().all(Evidence::is_blank)
            && actions.iter().all(Action::is_blank)
    }
}

impl Evidence {
    /// Returns whether no field of the document is filled in.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let Self { id: _, title, location, approved_on, approved_draft, extra: _ } = self;
        blank(title) && blank(location) && approved_on.is_none() && approved_draft.is_empty()
    }

    fn texts(&self) -> [&str; 2] {
        let Self { id: _, title, location, approved_on: _, approved_draft: _, extra: _ } = self;
        [title, location]
    }

    /// Returns whether the location is a web address that can be opened.
    #[must_use]
    pub fn is_link(&self) -> bool {
        let location = self.location.trim();
        (location.starts_with("https://") || location.starts_with("http://")) && !location.contains(' ')
    }
}

impl Action {
    /// Returns whether no field of the action is filled in.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let Self { id: _, what, owner, due, due_draft, priority, done, done_on: _, extra: _ } = self;
        let undated = due.is_none() && due_draft.is_empty();
        blank(what) && blank(owner) && undated && priority.is_none() && !done
    }

    fn texts(&self) -> [&str; 2] {
        let Self { id: _, what, owner, due: _, due_draft: _, priority: _, done: _, done_on: _, extra: _ } =
            self;
        [what, owner]
    }
}
