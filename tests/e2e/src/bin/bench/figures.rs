//! Many measurements as a few figures.

use serde_json::{Value, json};

/// What was measured, the smallest first.
pub struct Figures(Vec<f64>);

impl Figures {
    /// Puts them in order.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Figures {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        Figures(values)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The smallest of them that so many of a hundred do not go beyond. `None` if nothing was measured.
    ///
    /// Of fewer than twenty, 95 of a hundred are all of them.
    pub fn at(&self, percent: usize) -> Option<f64> {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied()
    }

    /// The largest. `None` if nothing was measured.
    pub fn longest(&self) -> Option<f64> {
        self.at(100)
    }

    /// `1.92 / 2.10`: the median and the 95 of a hundred, multiplied, with so many digits after the point.
    pub fn words(&self, times: f64, digits: usize) -> String {
        match (self.at(50), self.at(95)) {
            (Some(median), Some(p95)) => format!("{:.digits$} / {:.digits$}", median * times, p95 * times),
            _ => "–".to_owned(),
        }
    }

    /// For the file.
    pub fn json(&self) -> Value {
        json!({ "median": self.at(50), "p95": self.at(95), "longest": self.longest(), "all": self.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_the_nearest_that_was_measured() {
        let seven = Figures::of([7.0, 1.0, 6.0, 2.0, 5.0, 3.0, 4.0]);
        assert_eq!((seven.at(50), seven.at(95), seven.longest()), (Some(4.0), Some(7.0), Some(7.0)));
        let hundred = Figures::of((1..=100).map(f64::from));
        assert_eq!((hundred.at(50), hundred.at(95), hundred.at(98)), (Some(50.0), Some(95.0), Some(98.0)));
        assert_eq!(hundred.at(0), Some(1.0));
        assert_eq!(Figures::of([]).at(50), None);
    }

    #[test]
    fn words_are_in_the_unit_that_was_asked_for() {
        assert_eq!(Figures::of([1_920.0, 2_104.0]).words(0.001, 2), "1.92 / 2.10");
        assert_eq!(Figures::of([]).words(1.0, 0), "–");
    }
}
