//! What is known of a single word, in one look-up: the lists it stands in, and which books have a phrase that begins
//! with it. Most words of a text are in none, and so cost no more.

use super::lists::{WordList, listed};
use crate::text::ByHash;

/// The books of phrases, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Book {
    /// Countries, bodies, people.
    Names = 1,
    /// Words for offices.
    Titles = 1 << 1,
    /// Words that carry a side.
    Cues = 1 << 2,
    /// Verbs whose particle may follow their object.
    Separable = 1 << 3,
    /// Small words.
    Small = 1 << 4,
    /// Head nouns of things.
    Things = 1 << 5,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordMarks(u32);

/// The books stand above the bits of the lists.
const BOOKS: u32 = 16;

impl WordMarks {
    /// Whether a phrase of this book begins with the word.
    pub fn opens(self, book: Book) -> bool {
        self.0 & (book as u32) << BOOKS != 0
    }

    /// Whether the word stands in this list.
    pub fn is_in(self, list: WordList) -> bool {
        self.0 & list as u32 != 0
    }
}

/// Words to what is known of them, by the hash of their small letters.
#[derive(Clone, Debug, Default)]
pub struct WordTable(ByHash);

impl WordTable {
    /// A table of the words in lists, to which books are added.
    pub(super) fn of_lists() -> Self {
        let mut table = Self::default();
        for (word, list) in listed() {
            *table.0.entry(word, 0) |= list as u32;
        }
        table
    }

    /// Notes that phrases of a book begin with these words.
    pub(super) fn add(&mut self, book: Book, words: &[u64]) {
        for word in words {
            *self.0.entry(*word, 0) |= (book as u32) << BOOKS;
        }
    }

    /// What is known of the word of this hash.
    pub fn marks(&self, lower: u64) -> WordMarks {
        WordMarks(self.0.get(lower).unwrap_or_default())
    }
}
