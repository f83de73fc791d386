//! Work on as many processors as there are.

use crate::Result;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does this with each of them, the first ones first, several at a time.
///
/// # Errors
/// The first of any. What has been begun is finished.
pub fn each<T: Sync>(all: &[T], work: impl Fn(&T) -> Result + Sync) -> Result {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let take = || {
        while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(one)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let begun: Vec<_> = (0..workers).map(|_| scope.spawn(take)).collect();
        let ended = begun
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err("A worker ended in the middle.".to_owned())));
        // All of them are waited for, whatever the first one says.
        ended.collect::<Vec<Result>>().into_iter().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_done_once_and_an_error_comes_out() {
        let sum = AtomicUsize::new(0);
        let numbers: Vec<usize> = (1..=100).collect();
        let add = |number: &usize| {
            sum.fetch_add(*number, Ordering::Relaxed);
            Ok(())
        };
        assert_eq!((each(&numbers, add), sum.into_inner()), (Ok(()), 5050));
        let odd =
            |number: &usize| if number.is_multiple_of(2) { Ok(()) } else { Err(format!("{number} is odd")) };
        assert!(each(&numbers, odd).is_err_and(|error| error.ends_with(" is odd")));
    }
}
