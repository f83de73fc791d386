//! A home that has reached Approaching Standards. For what is left, some questions have a plan, some a part of one, and some none.

use standards_met_core::assessment::{
    ActionEdit, Assessment, Date, Edit, EvidenceEdit, Id, Judgement, Timestamp,
};
use standards_met_core::catalogue::{Edition, ItemId, Level};

const WHAT: &str = "Book the training for everybody who has not had it since the spring, and keep the certificates in the office";

/// The home; nothing where a number in here is out of range.
pub fn assessment(edition: &Edition) -> Option<Assessment> {
    let at = Timestamp::parse("2026-04-20T10:00:00Z")?;
    let mut home = Assessment::new(Id("reached00001".into()), "Bramble Court", "VM1AB", at);
    let needed: Vec<&ItemId> = edition.needed_for(Level::Approaching).map(|item| &item.id).collect();
    let document = |edit| Edit::Evidence(Id("d".into()), edit);
    for item in &needed {
        for edit in [
            Edit::Judge(Some(Judgement::Met)),
            Edit::Answer("This is in place.".into()),
            document(EvidenceEdit::Title("Policy".into())),
            document(EvidenceEdit::Location("Office".into())),
        ] {
            home.edit(item, edit, at);
        }
    }
    let beyond = edition.needed_for(Level::Met).filter(|item| !needed.contains(&&item.id));
    for (number, item) in beyond.enumerate() {
        let act = |id: &str, edit| Edit::Action(Id(format!("{id}-{number}")), edit);
        let due = Date::parse("2026-05-31")?.plus_days(i32::try_from(number).ok()?);
        let not_yet = [
            Edit::Judge(Some(Judgement::NotYet)),
            Edit::Comments(format!("{number} of {} are missing.", number + 3)),
            act("a", ActionEdit::What(format!("{number}. {WHAT}"))),
        ];
        let rest = [
            act("a", ActionEdit::Owner("Helen Marsh, registered manager".into())),
            act("a", ActionEdit::Due(Some(due))),
            act("b", ActionEdit::What("Make a list".into())),
            act("b", ActionEdit::Owner("Priya".into())),
            act("b", ActionEdit::Done(Some(due.plus_days(-60)))),
        ];
        let edits: Vec<Edit> = match number % 4 {
            0 => Vec::new(),
            1 => not_yet.into_iter().collect(),
            2 => not_yet.into_iter().chain(rest).collect(),
            _ => rest.into_iter().skip(2).collect(),
        };
        for edit in edits {
            home.edit(&item.id, edit, at);
        }
    }
    Some(home)
}
