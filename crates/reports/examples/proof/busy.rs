//! A home with as many actions as asked for, written as people write: at length. Its summary still has to be one page.

use standards_met_core::assessment::{ActionEdit, Assessment, Date, Edit, Id, Judgement, Timestamp};
use standards_met_core::catalogue::Edition;

const WHAT: [&str; 5] = [
    "Write down which members of staff hold the master keys, who may sign them out at night and at weekends, and have the \
     deputy check the list against the key cupboard on the first Monday of every month",
    "Ask the IT supplier for the report on last month's backups and keep it in the office",
    "Go through the list of everybody who has a login to the care planning system with the team leaders, close the accounts of \
     those who have left since the spring, and note in the register of accounts on which day each of them was closed",
    "Renew the contract for confidential waste",
    "Hold a short session at the June team meeting on what to do when a resident's record cannot be found: whom to call, what to \
     write down, and where the paper copies of the medication charts are kept until the computers work again",
];
const OWNERS: [&str; 4] =
    ["Helen Marsh", "Deputy manager and IT lead together", "Registered manager, with the owner", ""];
const REASON: &str = "The home does not use this: all records are held by the provider's head office, which answers this question \
    for every home of the group and sends us its statement each year.";

/// The home; nothing where a number in here is out of range.
pub fn assessment(edition: &Edition, actions: usize) -> Option<Assessment> {
    let at = Timestamp::parse("2026-11-20T10:00:00Z")?;
    let name = "Bramble Court Residential and Nursing Home";
    let mut home = Assessment::new(Id(format!("busy{actions}")), name, "VM1AB", at);
    for item in edition.items().filter(|item| item.not_applicable.is_some()) {
        home.edit(&item.id, Edit::Judge(Some(Judgement::NotApplicable)), at);
        home.edit(&item.id, Edit::Reason(REASON.into()), at);
    }
    let open: Vec<_> = edition.items().filter(|item| item.not_applicable.is_none()).collect();
    for number in 0..actions {
        let id = Id(format!("busy-{number}"));
        let due = Date::parse("2026-09-20")?.plus_days(i32::try_from(number).ok()? * 9);
        let parts = [
            ActionEdit::What((*WHAT.get(number % WHAT.len())?).into()),
            ActionEdit::Owner((*OWNERS.get(number % OWNERS.len())?).into()),
            ActionEdit::Due((number % 8 != 7).then_some(due)),
        ];
        for part in parts {
            home.edit(&open.get(number % open.len())?.id, Edit::Action(id.clone(), part), at);
        }
    }
    Some(home)
}
