//! What is known of a single word, in one look-up: the lists it stands in, and which books have a phrase that begins
//! with it. Most words of a text are in none, and so cost no more.

use super::lists::{WordList, listed};
use super::phrasebook::Phrasebook;
use super::words::WordClass;
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
    /// Small words of more than one token.
    LongSmall = 1 << 6,
    /// Surnames of people in office.
    Surnames = 1 << 7,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordMarks {
    books: u8,
    /// The kinds of small word that it is by itself.
    small: u8,
    lists: u32,
}

impl WordMarks {
    /// Whether a phrase of this book begins with the word.
    pub fn opens(self, book: Book) -> bool {
        self.books & book as u8 != 0
    }

    /// The kinds of small word that it is by itself, as bits of [`WordClass::bit`](super::WordClass::bit).
    pub fn small(self) -> u8 {
        self.small
    }

    /// Whether the word stands in this list.
    pub fn is_in(self, list: WordList) -> bool {
        self.lists & list as u32 != 0
    }
}

/// Words to what is known of them, by the hash of their small letters.
#[derive(Clone, Debug, Default)]
pub struct WordTable {
    places: ByHash,
    marks: Vec<WordMarks>,
}

impl WordTable {
    /// A table of the words in lists, to which books are added.
    pub(super) fn of_lists(file: &str) -> Self {
        let mut table = Self::default();
        for (word, list) in listed(file) {
            table.entry(word).lists |= list as u32;
        }
        table
    }

    fn entry(&mut self, word: u64) -> &mut WordMarks {
        let place = self.places.place_or(word, self.marks.len());
        if place == self.marks.len() {
            self.marks.push(WordMarks::default());
        }
        &mut self.marks[place]
    }

    /// Notes that phrases of a book begin with these words.
    pub(super) fn add(&mut self, book: Book, words: &[u64]) {
        for &word in words {
            self.entry(word).books |= book as u8;
        }
    }

    /// Notes which small words these are by themselves, and which begin longer ones.
    pub(super) fn add_small(&mut self, book: &Phrasebook<Vec<WordClass>>) {
        for &word in book.openers() {
            let (classes, longer) = book.of_word(word);
            let marks = self.entry(word);
            marks.small = classes.map_or(0, |classes| WordClass::bits(classes));
            if longer {
                marks.books |= Book::LongSmall as u8;
            }
        }
    }

    /// What is known of the word of this hash.
    pub fn marks(&self, lower: u64) -> WordMarks {
        self.places.place(lower).map_or_else(WordMarks::default, |place| self.marks[place])
    }
}
