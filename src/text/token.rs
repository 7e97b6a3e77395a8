//! Words, numbers and marks, with their places.
//!
//! Clitics stand alone ("Putin" + "'s", "do" + "n't") and so do hyphens ("US" "-" "Russian"), as in the English
//! treebanks of Universal Dependencies, so that a later parser and today's rules see the same tokens.
//! One pass, linear in the text; each token carries two hashes so that every lexicon costs one look-up a token.

use super::Span;
use super::fold::fnv1a_64;
use super::letter::small_letters;
use super::scanner::Scanner;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, also with digits or full stops inside ("G8", "U.S.").
    Word,
    /// A clitic: "'s", "n't", "'ll".
    Clitic,
    /// A web or mail address.
    Address,
    /// Digits with their separators.
    Number,
    /// A quotation mark, double or single, of any script.
    Quote,
    /// Any other mark.
    Mark,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "talks", and everything that is no word.
    Lower,
    /// "Talks".
    Capital,
    /// "TALKS", two letters or more.
    Upper,
}

/// One token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub shape: Shape,
    /// Whether white space, or the text's start, stands before it.
    pub spaced: bool,
    /// [`hash_exact`] of its characters.
    pub exact: u64,
    /// [`hash_lower`] of its characters.
    pub lower: u64,
}

impl Token {
    /// The characters themselves.
    pub fn of<'text>(&self, text: &'text str) -> &'text str {
        self.span.of(text)
    }

    /// Whether it opens with a capital.
    pub fn is_capitalised(&self) -> bool {
        self.shape != Shape::Lower
    }
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// FNV-1a of a word as written, the typographic apostrophe taken for the straight one.
pub fn hash_exact(word: &str) -> u64 {
    // ASCII needs no decoding, and has no typographic apostrophe.
    if word.is_ascii() { fnv1a_64(word) } else { hash_chars(word.chars()) }
}

/// FNV-1a of a word in small letters.
pub fn hash_lower(word: &str) -> u64 {
    hash_chars(word.chars().flat_map(small_letters))
}

fn hash_chars(chars: impl Iterator<Item = char>) -> u64 {
    chars.fold(BASIS, hash_char)
}

fn hash_char(hash: u64, c: char) -> u64 {
    let c = if c == '’' { '\'' } else { c };
    (hash ^ u64::from(u32::from(c))).wrapping_mul(PRIME)
}

/// The hash of two words one after the other; chained, the key of a phrase.
pub fn hash_join(phrase: u64, word: u64) -> u64 {
    (phrase.rotate_left(5) ^ word).wrapping_mul(PRIME)
}

/// Cuts one stretch of a text into tokens.
pub fn tokens_in(text: &str, stretch: Span, out: &mut Vec<Token>) {
    let Some(part) = text.get(stretch.range()) else { return };
    Scanner::new(part, stretch.start as usize, out).run();
}

/// Sorts of bytes, as bits of [`BYTES`]: letters; letters and digits; marks that may stand inside a word or an address, and what
/// is beyond ASCII; and capitals, by the bit that makes them small.
pub(super) const LETTER: u8 = 1;
pub(super) const PLAIN: u8 = 2;
pub(super) const INNER: u8 = 4;
pub(super) const CAPITAL: u8 = 0x20;

/// What sorts of byte each is: one look in place of several comparisons, at every byte of a text.
pub(super) const BYTES: [u8; 256] = {
    let mut sorts = [INNER; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        let mut sort = 0;
        if byte.is_ascii_alphabetic() {
            sort |= LETTER;
        }
        if byte.is_ascii_alphanumeric() {
            sort |= PLAIN;
        }
        if byte.is_ascii_uppercase() {
            sort |= CAPITAL;
        }
        if matches!(byte, b'.' | b'\'' | b'-' | b'/' | b'@' | b':' | b'_' | b'&' | b'+' | b'%') {
            sort |= INNER;
        }
        sorts[byte as usize] = sort;
        byte += 1;
    }
    sorts
};

/// The two hashes of a word, and how it is written.
pub(super) fn hashes(word: &str, kind: TokenKind) -> (u64, u64, Shape) {
    // Most words are in small letters: then one hash is both.
    let (mut hash, mut marked) = (BASIS, 0);
    for &byte in word.as_bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        marked |= BYTES[usize::from(byte)] & CAPITAL | byte & 0x80;
    }
    if marked == 0 {
        return (hash, hash, Shape::Lower);
    }
    if word.is_ascii() {
        return capital_hashes(hash, word.as_bytes(), kind);
    }
    let (mut exact, mut lower) = (BASIS, BASIS);
    let (mut capitals, mut small, mut first) = (0_usize, false, false);
    for (index, c) in word.chars().enumerate() {
        exact = hash_char(exact, c);
        if c.is_ascii() {
            lower = hash_char(lower, c.to_ascii_lowercase());
        } else {
            lower = small_letters(c).fold(lower, hash_char);
        }
        // Of marks and clitics, which most of what is beyond ASCII is, nobody asks.
        if kind == TokenKind::Word {
            let capital = c.is_uppercase();
            capitals += usize::from(capital);
            // What a letter is takes long to look up, so it is asked once.
            small |= !capital && !small && c.is_alphabetic();
            first |= index == 0 && capital;
        }
    }
    (exact, lower, shape_of(kind, capitals, small, first))
}

/// The ASCII letters and digits that a text begins with, hashed while their end is looked for.
#[derive(Clone, Copy)]
pub(super) struct PlainWord {
    length: usize,
    exact: u64,
    /// The sorts of its bytes.
    sorts: u8,
}

impl PlainWord {
    pub(super) fn read(text: &[u8]) -> Self {
        let mut word = Self { length: 0, exact: BASIS, sorts: 0 };
        for &byte in text {
            let sorts = BYTES[usize::from(byte)];
            if sorts & PLAIN == 0 {
                break;
            }
            word.exact = (word.exact ^ u64::from(byte)).wrapping_mul(PRIME);
            word.sorts |= sorts;
            word.length += 1;
        }
        word
    }

    pub(super) fn length(self) -> usize {
        self.length
    }

    /// [`hashes`] of the word, whose characters are given once more.
    pub(super) fn hashes(self, word: &[u8]) -> (u64, u64, Shape) {
        if self.sorts & CAPITAL != 0 {
            capital_hashes(self.exact, word, TokenKind::Word)
        } else {
            (self.exact, self.exact, Shape::Lower)
        }
    }
}

/// The same where a capital stands among ASCII characters, which need no decoding.
fn capital_hashes(exact: u64, word: &[u8], kind: TokenKind) -> (u64, u64, Shape) {
    let (mut lower, mut capitals, mut small) = (BASIS, 0_usize, false);
    for &byte in word {
        let sorts = BYTES[usize::from(byte)];
        lower = (lower ^ u64::from(byte | sorts & CAPITAL)).wrapping_mul(PRIME);
        capitals += usize::from(sorts & CAPITAL != 0);
        small |= sorts & (CAPITAL | LETTER) == LETTER;
    }
    (exact, lower, shape_of(kind, capitals, small, word.first().is_some_and(u8::is_ascii_uppercase)))
}

/// The shape of a word with so many capitals, that has `small` letters or none, and whose `first` is a capital or not.
fn shape_of(kind: TokenKind, capitals: usize, small: bool, first: bool) -> Shape {
    match kind {
        TokenKind::Word if capitals >= 2 && !small => Shape::Upper,
        TokenKind::Word if first => Shape::Capital,
        _ => Shape::Lower,
    }
}
