//! Words and phrases to values, at one look-up a token.
//!
//! A phrase's key is the chained hash of its tokens, so a text is matched without building a string: the table holds
//! every phrase and every beginning of one. A trie in a flat table (Fredkin 1960), keyed by 64-bit hashes; a test
//! holds that no two lexicon phrases share one.

use crate::text::{ByHash, Span, Token, hash_join, tokens_in};

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

/// The bit of a slot that says a longer phrase begins so.
const GOES_ON: u32 = 1;

/// A map from phrases to values of `T`.
#[derive(Clone, Debug)]
pub struct Phrasebook<T> {
    case: Case,
    /// Phrases and beginnings of phrases: twice the phrase's place in `values` plus two, zero for a beginning alone; and
    /// one where a longer phrase begins so.
    slots: ByHash,
    values: Vec<T>,
    /// Hashes in small letters of the words that phrases begin with.
    openers: Vec<u64>,
    /// The words of the phrase that is being entered: one list for all.
    words: Vec<Token>,
}

impl<T> Phrasebook<T> {
    /// An empty book.
    pub fn new(case: Case) -> Self {
        Self::with_room(case, 0)
    }

    /// An empty book with room for about so many phrases.
    pub fn with_room(case: Case, phrases: usize) -> Self {
        let (values, openers) = (Vec::with_capacity(phrases), Vec::with_capacity(phrases));
        Self { case, slots: ByHash::with_room(phrases), values, openers, words: Vec::new() }
    }

    /// The value of a phrase, made with `default` where the phrase is new. A phrase without any token has none.
    pub fn entry(&mut self, phrase: &str, default: impl FnOnce() -> T) -> Option<&mut T> {
        self.words.clear();
        tokens_in(phrase, Span::new(0, phrase.len()), &mut self.words);
        let (last, beginnings) = self.words.split_last()?;
        self.openers.push(beginnings.first().unwrap_or(last).lower);
        let mut key = 0;
        for token in beginnings {
            key = hash_join(key, self.case.key(token));
            *self.slots.entry(key, 0) |= GOES_ON;
        }
        let slot = self.slots.entry(hash_join(key, self.case.key(last)), 0);
        if *slot < 2 {
            self.values.push(default());
            *slot |= u32::try_from(2 * self.values.len()).unwrap_or(u32::MAX - 1);
        }
        self.values.get_mut((*slot / 2) as usize - 1)
    }

    /// The longest phrase that begins at the first of `tokens`: its value and its length in tokens.
    pub fn longest(&self, tokens: &[Token]) -> Option<(&T, usize)> {
        let mut found = None;
        let mut key = 0;
        for (index, token) in tokens.iter().enumerate() {
            key = hash_join(key, self.case.key(token));
            let Some(slot) = self.slots.get(key) else { break };
            if slot > 1 {
                found = self.values.get((slot / 2) as usize - 1).map(|value| (value, index + 1));
            }
            if slot & GOES_ON == 0 {
                break;
            }
        }
        found
    }

    /// The value of a single word by its hash, and whether a longer phrase begins with it.
    pub(super) fn of_word(&self, word: u64) -> (Option<&T>, bool) {
        let slot = self.slots.get(hash_join(0, word)).unwrap_or_default();
        ((slot as usize / 2).checked_sub(1).and_then(|at| self.values.get(at)), slot & GOES_ON != 0)
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
