//! Sorting, in one place.
//!
//! The standard library's sorts are written anew for every type and every order: for the thirty of this program that came
//! to 90 kB, 24 of them gzipped. Here a list of places is sorted by one body of code, which asks the order through a
//! reference, and only the putting in place is written for each type. It is a merge sort of runs (Knuth 1998, 5.2.4):
//! stable, and of n log n comparisons; lists that are in order already, which most are, cost n.

use std::cmp::Ordering;

/// Runs of this many are sorted by insertion.
const RUN: usize = 8;

/// Lists that can be put in order. Every order is stable: what compares alike stays as it stood.
pub trait InOrder<T> {
    /// Puts the items in their own order.
    fn order(&mut self)
    where
        T: Ord;

    /// Puts the items in the order of their keys.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);

    /// Puts the items in an order.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);
}

impl<T> InOrder<T> for [T] {
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }

    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let places = sorted_places(self.len(), &|one, other| compare(&self[one], &self[other]) == Ordering::Greater);
        put_in_place(places, &mut |one, other| self.swap(one, other));
    }
}

/// Which item belongs in each place. `after` says whether the first of two items belongs behind the second. Empty where
/// everything is in its place.
fn sorted_places(count: usize, after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    if (1..count).all(|at| !after(at - 1, at)) {
        return Vec::new();
    }
    let mut places: Vec<usize> = (0..count).collect();
    for run in places.chunks_mut(RUN) {
        for end in 1..run.len() {
            let mut at = end;
            while at > 0 && after(run[at - 1], run[at]) {
                run.swap(at - 1, at);
                at -= 1;
            }
        }
    }
    let mut length = RUN;
    let mut merged = Vec::with_capacity(count);
    while length < count {
        merged.clear();
        for pair in places.chunks(2 * length) {
            let (mut one, mut other) = pair.split_at(length.min(pair.len()));
            while let ([first, rest @ ..], [second, others @ ..]) = (one, other) {
                if after(*first, *second) {
                    merged.push(*second);
                    other = others;
                } else {
                    merged.push(*first);
                    one = rest;
                }
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(other);
        }
        std::mem::swap(&mut places, &mut merged);
        length *= 2;
    }
    places
}

/// Carries each item to its place, along the cycles of the permutation.
fn put_in_place(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_is_sorted_as_the_standard_library_does_it() {
        for length in 0..100_u32 {
            // A few keys, so that many compare alike and only a stable order keeps their numbers rising.
            let mut items: Vec<(u32, u32)> = (0..length).map(|number| (number * 7919 % 13 % 5, number)).collect();
            let mut wanted = items.clone();
            wanted.sort_by_key(|item| item.0);
            items.order_by_key(|item| item.0);
            assert_eq!(items, wanted);
            wanted.sort_by(|one, other| other.cmp(one));
            items.order_by(|one, other| other.cmp(one));
            assert_eq!(items, wanted);
            items.order();
            wanted.reverse();
            assert_eq!(items, wanted);
        }
    }
}
