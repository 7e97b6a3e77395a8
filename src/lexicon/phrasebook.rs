//! Words and phrases to values, at one look-up a token.
//!
//! A phrase's key is the chained hash of its tokens, so a text is matched without building a string: the table holds
//! every phrase and every beginning of one. A trie in a flat table (Fredkin 1960), keyed by 64-bit hashes; a test
//! holds that no two lexicon phrases share one.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::text::{Span, Token, hash_join, tokens_in};

/// Which form of a token a phrasebook compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As written: names.
    Exact,
    /// In small letters: ordinary words.
    Folded,
}

impl Case {
    fn key(self, token: &Token) -> u64 {
        match self {
            Self::Exact => token.exact,
            Self::Folded => token.lower,
        }
    }
}

/// A map from phrases to values of `T`.
#[derive(Clone, Debug)]
pub struct Phrasebook<T> {
    case: Case,
    slots: HashMap<u64, Slot, BuildHasherDefault<Ready>>,
    values: Vec<T>,
    /// Hashes in small letters of the words that phrases begin with.
    openers: Vec<u64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Index into `values` plus one; zero where only the beginning of a phrase.
    value: u32,
    goes_on: bool,
}

impl<T> Phrasebook<T> {
    /// An empty book.
    pub fn new(case: Case) -> Self {
        Self { case, slots: HashMap::default(), values: Vec::new(), openers: Vec::new() }
    }

    /// The value of a phrase, made with `default` where the phrase is new. A phrase without any token has none.
    pub fn entry(&mut self, phrase: &str, default: impl FnOnce() -> T) -> Option<&mut T> {
        let mut tokens = Vec::new();
        tokens_in(phrase, Span::new(0, phrase.len()), &mut tokens);
        let (last, beginnings) = tokens.split_last()?;
        self.openers.push(tokens[0].lower);
        let mut key = 0;
        for token in beginnings {
            key = hash_join(key, self.case.key(token));
            self.slots.entry(key).or_default().goes_on = true;
        }
        let slot = self.slots.entry(hash_join(key, self.case.key(last))).or_default();
        if slot.value == 0 {
            self.values.push(default());
            slot.value = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        }
        self.values.get_mut(slot.value as usize - 1)
    }

    /// The longest phrase that begins at the first of `tokens`: its value and its length in tokens.
    pub fn longest(&self, tokens: &[Token]) -> Option<(&T, usize)> {
        let mut found = None;
        let mut key = 0;
        for (index, token) in tokens.iter().enumerate() {
            key = hash_join(key, self.case.key(token));
            let Some(slot) = self.slots.get(&key) else { break };
            if slot.value > 0 {
                found = self.values.get(slot.value as usize - 1).map(|value| (value, index + 1));
            }
            if !slot.goes_on {
                break;
            }
        }
        found
    }

    /// The value of a single word by its hash, and whether a longer phrase begins with it.
    pub(super) fn of_word(&self, word: u64) -> (Option<&T>, bool) {
        let slot = self.slots.get(&hash_join(0, word)).copied().unwrap_or_default();
        ((slot.value as usize).checked_sub(1).and_then(|at| self.values.get(at)), slot.goes_on)
    }

    /// Hashes in small letters of the words that phrases begin with, in no order and with repeats.
    pub fn openers(&self) -> &[u64] {
        &self.openers
    }

    /// How many phrases it holds.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// A hasher for keys that are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ready(u64);

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        let mut book = Phrasebook::new(Case::Exact);
        for (phrase, value) in [("Czech", 1), ("Czech Republic", 2), ("U.S.", 3)] {
            book.entry(phrase, || value);
        }
        let text = "Czech Republic, Czech radar, U.S. plan, czech";
        let mut tokens = Vec::new();
        tokens_in(text, Span::new(0, text.len()), &mut tokens);
        let found: Vec<_> = (0..tokens.len()).filter_map(|at| book.longest(&tokens[at..])).collect();
        assert_eq!(found, [(&2, 2), (&1, 1), (&3, 1)]);
    }
}
