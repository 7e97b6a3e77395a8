//! Words, numbers and marks, with their places.
//!
//! Clitics stand alone ("Putin" + "'s", "do" + "n't") and so do hyphens ("US" "-" "Russian"), as in the English
//! treebanks of Universal Dependencies, so that a later parser and today's rules see the same tokens.
//! One pass, linear in the text; each token carries two hashes so that every lexicon costs one look-up a token.

use super::Span;
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
    hash_chars(word.chars())
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

/// The two hashes of a word, and how it is written.
pub(super) fn hashes(word: &str, kind: TokenKind) -> (u64, u64, Shape) {
    // Most words are in small letters: then one hash is both.
    let (mut hash, mut marked) = (BASIS, 0);
    for &byte in word.as_bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        marked |= u8::from(byte.is_ascii_uppercase()) | byte & 0x80;
    }
    if marked == 0 {
        return (hash, hash, Shape::Lower);
    }
    if word.is_ascii() {
        return capital_hashes(hash, word.as_bytes(), kind);
    }
    let (mut exact, mut lower) = (BASIS, BASIS);
    let (mut capitals, mut letters, mut first) = (0_usize, 0_usize, false);
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
            letters += usize::from(c.is_alphabetic());
            first |= index == 0 && capital;
        }
    }
    (exact, lower, shape_of(kind, capitals, letters, first))
}

/// The ASCII letters and digits that a text begins with, hashed while their end is looked for.
#[derive(Clone, Copy)]
pub(super) struct PlainWord {
    length: usize,
    exact: u64,
    capital: bool,
}

impl PlainWord {
    pub(super) fn read(text: &[u8]) -> Self {
        let mut word = Self { length: 0, exact: BASIS, capital: false };
        for &byte in text {
            if !byte.is_ascii_alphanumeric() {
                break;
            }
            word.exact = (word.exact ^ u64::from(byte)).wrapping_mul(PRIME);
            word.capital |= byte.is_ascii_uppercase();
            word.length += 1;
        }
        word
    }

    pub(super) fn length(self) -> usize {
        self.length
    }

    /// [`hashes`] of the word, whose characters are given once more.
    pub(super) fn hashes(self, word: &[u8]) -> (u64, u64, Shape) {
        if self.capital {
            capital_hashes(self.exact, word, TokenKind::Word)
        } else {
            (self.exact, self.exact, Shape::Lower)
        }
    }
}

/// The same where a capital stands among ASCII characters, which need no decoding.
fn capital_hashes(exact: u64, word: &[u8], kind: TokenKind) -> (u64, u64, Shape) {
    let (mut lower, mut capitals, mut letters) = (BASIS, 0_usize, 0_usize);
    for &byte in word {
        lower = (lower ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME);
        capitals += usize::from(byte.is_ascii_uppercase());
        letters += usize::from(byte.is_ascii_alphabetic());
    }
    (exact, lower, shape_of(kind, capitals, letters, word.first().is_some_and(u8::is_ascii_uppercase)))
}

fn shape_of(kind: TokenKind, capitals: usize, letters: usize, first: bool) -> Shape {
    match kind {
        TokenKind::Word if capitals >= 2 && capitals == letters => Shape::Upper,
        TokenKind::Word if first => Shape::Capital,
        _ => Shape::Lower,
    }
}
