//! Which rows stand where while the page is open.

use standards_met_core::assessment::Id;

/// The rows as they were put on the page. A row that is edited stays where it is, whatever its new date or state would
/// make of it: what somebody is typing in must not move away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    filter: String,
    rows: Vec<(Id, bool)>,
}

impl Order {
    /// Brings the rows in line with what there is. `all` is everything that exists, `passing` what passes the filter, in
    /// its order; each with whether it is done. Another filter begins anew.
    pub fn update(&mut self, filter: &str, all: &[Id], passing: Vec<(Id, bool)>) {
        if self.filter != filter {
            *self = Self { filter: filter.into(), rows: passing };
            return;
        }
        self.rows.retain(|(row, _)| all.contains(row));
        for (row, done) in passing {
            if !self.rows.iter().any(|(known, _)| *known == row) {
                self.rows.push((row, done));
            }
        }
    }

    /// The rows that stand among those done, or among those to do.
    pub fn rows(&self, done: bool) -> Vec<Id> {
        self.rows.iter().filter(|(_, was)| *was == done).map(|(row, _)| row.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> Id {
        Id(name.into())
    }

    fn rows(order: &Order, done: bool) -> String {
        order.rows(done).iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_row_stays_where_it_is_until_the_filter_changes_or_it_goes() {
        let mut order = Order::default();
        let all = [id("a"), id("b"), id("c")];
        order.update("all", &all, vec![(id("a"), false), (id("b"), false), (id("c"), true)]);
        // `a` is given a later date and ticked as done.
        order.update("all", &all, vec![(id("b"), false), (id("a"), true), (id("c"), true)]);
        assert_eq!((rows(&order, false), rows(&order, true)), ("a b".into(), "c".into()));
        order.update("all", &[id("b"), id("c"), id("d")], vec![(id("d"), false), (id("b"), false)]);
        assert_eq!((rows(&order, false), rows(&order, true)), ("b d".into(), "c".into()));
        order.update("overdue", &all, vec![(id("b"), false)]);
        assert_eq!((rows(&order, false), rows(&order, true)), ("b".into(), String::new()));
    }
}
