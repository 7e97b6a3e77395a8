//! Numbers by hash: the one table for all that grows with a text or a list.
//!
//! The keys are 64-bit hashes already. Two words of one text that share one are not expected within its lifetime; where
//! a mistake would show, whoever asks compares what the number leads to. Nobody goes through a table, so its order
//! shows nowhere.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table of numbers.
#[derive(Clone, Debug, Default)]
pub struct ByHash(HashMap<u64, u32, BuildHasherDefault<Ready>>);

impl ByHash {
    /// A table with room for so many numbers before it has to grow.
    pub fn with_room(numbers: usize) -> Self {
        Self(HashMap::with_capacity_and_hasher(numbers, BuildHasherDefault::default()))
    }

    /// The number of a hash.
    pub fn get(&self, hash: u64) -> Option<u32> {
        self.0.get(&hash).copied()
    }

    /// The number of a hash, set to `new` where it has none.
    pub fn entry(&mut self, hash: u64, new: u32) -> &mut u32 {
        self.0.entry(hash).or_insert(new)
    }

    /// The place in a list that a hash leads to.
    pub fn place(&self, hash: u64) -> Option<usize> {
        self.get(hash).map(|place| place as usize)
    }

    /// The place in a list that a hash leads to; `next`, noted for later, where it leads to none yet.
    pub fn place_or(&mut self, hash: u64, next: usize) -> usize {
        // Looked for first: to make room for a new number costs more, and most are known.
        self.place(hash).unwrap_or_else(|| *self.entry(hash, u32::try_from(next).unwrap_or(u32::MAX)) as usize)
    }
}

/// Lists of places by hash.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    places: ByHash,
    groups: Vec<Vec<usize>>,
}

impl Groups {
    /// The list of a hash; empty where it has none.
    pub fn of(&self, hash: u64) -> &[usize] {
        self.places.place(hash).map_or(&[], |place| &self.groups[place])
    }

    /// The list of a hash, to be changed.
    pub fn group(&mut self, hash: u64) -> &mut Vec<usize> {
        let place = self.places.place_or(hash, self.groups.len());
        if place == self.groups.len() {
            self.groups.push(Vec::new());
        }
        &mut self.groups[place]
    }
}

/// A hasher for keys that are hashes already.
#[derive(Clone, Copy, Debug, Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 << 8) | u64::from(byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The table takes the top seven bits and the low ones; the multiplication of FNV leaves the low ones poorest.
        self.0 = key ^ (key >> 29);
    }
}
