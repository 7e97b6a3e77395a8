//! What the parser sees of a word: rows of its embedding table.
//!
//! A word is the sum of the row of its lower-case form, where the model knows it, of hashed rows for its ending and
//! beginning, and of one row for the way it is written. So a name that no treebank has still looks like a name.

use crate::text::{hash_lower, small_letters};

/// How many rows a word sums up.
pub(crate) const SIGNS: usize = 6;
/// Rows for endings and beginnings, shared by hash (Weinberger et al., ICML 2009).
pub(crate) const AFFIX_ROWS: usize = 4096;
/// Rows for the way a word is written.
pub(crate) const SHAPE_ROWS: usize = 64;

/// The words that have a row of their own.
///
/// Rows: first the shapes, then the affixes, then one for each word; the last is for words without one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Vocabulary {
    /// Hashes of the lower-case words, sorted.
    pub(crate) keys: Vec<u32>,
}

impl Vocabulary {
    /// Rows in the whole table.
    pub(crate) fn rows(&self) -> usize {
        SHAPE_ROWS + AFFIX_ROWS + self.keys.len() + 1
    }

    /// The row of a word without one.
    pub(crate) fn unknown(&self) -> u32 {
        row(self.rows() - 1)
    }

    /// The rows that a word sums up; the last is the word's own.
    pub(crate) fn signs(&self, word: &str, opens_sentence: bool) -> [u32; SIGNS] {
        let known = self.keys.binary_search(&key(word)).ok().map(|index| row(SHAPE_ROWS + AFFIX_ROWS + index));
        let affixes = Affixes::of(word);
        [
            row(shape(word, opens_sentence)),
            affix(2, affixes.ending(2)),
            affix(3, affixes.ending(3)),
            affix(4, affixes.ending(4)),
            affix(5, affixes.beginning(3)),
            known.unwrap_or_else(|| self.unknown()),
        ]
    }
}

/// The key of a word in the vocabulary: folded from the hash that tokens carry.
pub(crate) fn key(word: &str) -> u32 {
    let hash = hash_lower(word);
    #[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
    let folded = (hash ^ (hash >> 32)) as u32;
    folded
}

fn row(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn affix(kind: u64, chars: u64) -> u32 {
    let mixed = (chars ^ (kind << 56)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    row(SHAPE_ROWS + usize::try_from(mixed >> 52).unwrap_or_default() % AFFIX_ROWS)
}

/// The first and last characters of a word in small letters, digits as one, so that years look alike.
struct Affixes {
    first: [u16; 4],
    last: [u16; 4],
    length: usize,
}

impl Affixes {
    fn of(word: &str) -> Self {
        let (mut first, mut last, mut length) = ([0; 4], [0; 4], 0);
        for c in word.chars() {
            let c = simple_lower(c);
            if length < 4 {
                first[length] = c;
            }
            last.rotate_left(1);
            last[3] = c;
            length += 1;
        }
        Self { first, last, length }
    }

    fn ending(&self, count: usize) -> u64 {
        pack(&self.last[4 - count..], self.length < count)
    }

    fn beginning(&self, count: usize) -> u64 {
        pack(&self.first[..count], self.length < count)
    }
}

fn pack(chars: &[u16], short: bool) -> u64 {
    // Fourteen bits a character leave room for the kind of affix above them.
    chars.iter().fold(u64::from(short), |packed, &c| (packed << 13) ^ u64::from(c))
}

fn simple_lower(c: char) -> u16 {
    let c = if c.is_ascii_digit() { '0' } else { small_letters(c).next().unwrap_or(c) };
    #[expect(clippy::cast_possible_truncation, reason = "a hash of the character will do beyond the first plane")]
    let low = u32::from(c) as u16;
    low
}

/// Case, digits and marks of a word as one small number.
fn shape(word: &str, opens_sentence: bool) -> usize {
    let (mut upper, mut lower, mut digits, mut others) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in word.chars() {
        if c.is_uppercase() {
            upper += 1;
        } else if c.is_alphabetic() {
            lower += 1;
        } else if c.is_numeric() {
            digits += 1;
        } else {
            others += 1;
        }
    }
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let case = match (upper, lower) {
        (0, 0) => 0,
        (0, _) => 1,
        (1, 0) => 2,
        (_, 0) => 3,
        _ if capital && upper == 1 => 4,
        _ if capital => 5,
        _ => 6,
    };
    let rest = usize::from(digits > 0) + 2 * usize::from(others > 0);
    (case * 4 + rest) * 2 + usize::from(opens_sentence)
}
