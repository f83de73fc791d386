//! What helps a person with an item beyond its official wording: all of it ours, and data of the edition.

use super::item_id::ItemId;
use crate::calendar::Date;
use crate::json::spelled;

/// Who in or around a home can answer an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The registered manager.
    Manager,
    /// Whoever looks after staff records, contracts and training.
    Hr,
    ItSupplier,
    /// The owner, the directors or the board.
    SeniorManagement,
}

impl Role {
    /// Every role, in the order in which choices show them.
    pub const ALL: [Self; 4] = [Self::Manager, Self::Hr, Self::ItSupplier, Self::SeniorManagement];
}

spelled!(Role {
    Manager = "manager",
    Hr = "hr",
    ItSupplier = "it_supplier",
    SeniorManagement = "senior_management",
});

/// A level of the toolkit that an organisation can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Approaching Standards: the items that are mandatory at the first publication.
    Approaching,
    /// Standards Met.
    Met,
}

impl Level {
    pub const ALL: [Self; 2] = [Self::Approaching, Self::Met];
}

spelled!(Level { Approaching = "approaching", Met = "met" });

/// What an item continues: items of an earlier edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replaces {
    /// The identifier of that edition, of whatever wording.
    pub edition: String,
    /// Their numbers there: several where they were made one.
    pub items: Vec<ItemId>,
    /// What has changed, for the person who carries the answers over.
    pub note: Option<String>,
}

/// How recent the evidence of an item has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recency {
    /// On or after this day.
    Since(Date),
    /// At most so many months ago.
    WithinMonths(u8),
    /// On or before this day.
    By(Date),
}

impl Recency {
    /// Whether something done on this day counts today.
    #[must_use]
    pub fn allows(self, done: Date, today: Date) -> bool {
        match self {
            Self::By(last) => done <= last,
            Self::Since(_) | Self::WithinMonths(_) => done >= self.limit(today),
        }
    }

    /// The first day that counts today or, for [`Recency::By`], the last one.
    #[must_use]
    pub fn limit(self, today: Date) -> Date {
        match self {
            Self::Since(day) | Self::By(day) => day,
            Self::WithinMonths(months) => today.months_before(months),
        }
    }
}

/// A question about the organisation that settles which items do not apply to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InterviewQuestion {
    /// Stable identifier, such as `it_systems`, which the rules name.
    pub id: String,
    /// A plain question that is answered with yes, no or not sure.
    pub question: String,
    /// What counts, where that may be unclear.
    pub hint: Option<String>,
}

/// Two judgements that cannot both be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    pub one: Judged,
    pub other: Judged,
    /// Why not, as a whole sentence.
    pub because: String,
}

/// An item that is judged in one of these ways, each spelled as the document spells a judgement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    pub item: ItemId,
    pub is: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_old_or_too_late_does_not_count() {
        let day = |text: &str| Date::parse(text).expect(text);
        let today = day("2022-03-14");
        for (rule, done, expected) in [
            (Recency::Since(day("2021-07-01")), "2021-07-01", true),
            (Recency::Since(day("2021-07-01")), "2021-06-30", false),
            (Recency::WithinMonths(12), "2021-03-14", true),
            (Recency::WithinMonths(12), "2021-03-13", false),
            (Recency::By(day("2021-09-30")), "2021-09-30", true),
            (Recency::By(day("2021-09-30")), "2021-10-01", false),
        ] {
            assert_eq!(rule.allows(day(done), today), expected, "{rule:?} {done}");
        }
    }
}
