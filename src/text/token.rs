//! Words, numbers and marks, with their places.
//!
//! Clitics stand alone ("Putin" + "'s", "do" + "n't") and so do hyphens ("US" "-" "Russian"), as in the English
//! treebanks of Universal Dependencies, so that a later parser and today's rules see the same tokens.
//! One pass, linear in the text; each token carries two hashes so that every lexicon costs one look-up a token.

use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, also with digits or full stops inside ("G8", "U.S.").
    Word,
    /// A clitic: "'s", "n't", "'ll".
    Clitic,
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
    hash_chars(word.chars().flat_map(char::to_lowercase))
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
    Scanner { text: part, base: stretch.start as usize, at: 0, spaced: true, out }.run();
}

struct Scanner<'a> {
    text: &'a str,
    base: usize,
    at: usize,
    spaced: bool,
    out: &'a mut Vec<Token>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        while let Some(c) = self.peek(self.at) {
            if c.is_whitespace() || is_invisible(c) {
                self.at += c.len_utf8();
                self.spaced = true;
            } else if c.is_ascii_digit() {
                self.number();
            } else if is_letter(c) {
                self.word();
            } else if is_apostrophe(c) && self.clitic_length(self.at).is_some() && !self.spaced {
                let length = self.clitic_length(self.at).unwrap_or(1);
                self.push(length, TokenKind::Clitic);
            } else if is_quote(c) {
                self.push(c.len_utf8(), TokenKind::Quote);
            } else {
                self.mark(c);
            }
        }
    }

    fn peek(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte.is_ascii() { Some(char::from(byte)) } else { self.text.get(at..)?.chars().next() }
    }

    fn push(&mut self, length: usize, kind: TokenKind) {
        let word = &self.text[self.at..self.at + length];
        let (exact, lower, shape) = hashes(word, kind);
        let span = Span::new(self.base + self.at, self.base + self.at + length);
        self.out.push(Token { span, kind, shape, spaced: self.spaced, exact, lower });
        self.at += length;
        self.spaced = false;
    }

    fn number(&mut self) {
        let mut end = self.at;
        while let Some(c) = self.peek(end) {
            let inner = matches!(c, ',' | '.') && self.peek(end + 1).is_some_and(|next| next.is_ascii_digit());
            if !(c.is_alphanumeric() || inner) {
                break;
            }
            end += c.len_utf8();
        }
        let digits = self.text[self.at..end].bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
        self.push(end - self.at, if digits { TokenKind::Number } else { TokenKind::Word });
    }

    fn word(&mut self) {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let plain = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
        // Most words end before a blank or a plain mark, and need no second look.
        if rest.get(plain).is_none_or(|&mark| mark.is_ascii() && !matches!(mark, b'.' | b'\'')) {
            self.push(plain, TokenKind::Word);
            return;
        }
        let mut end = start + plain;
        while let Some(c) = self.peek(end) {
            if is_letter(c) || is_mark_on_letter(c) {
                end += c.len_utf8();
            } else if c == '.' && self.is_dotted(start, end) {
                end += 1;
            } else if is_apostrophe(c) && self.is_inner_apostrophe(start, end, c) {
                end += c.len_utf8();
            } else {
                break;
            }
        }
        let word = &self.text[start..end];
        match negation_start(word) {
            Some(split) if split > 0 => {
                self.push(split, TokenKind::Word);
                let rest = end - self.at;
                self.push(rest, TokenKind::Clitic);
            }
            _ => self.push(end - start, TokenKind::Word),
        }
    }

    /// "U.S." and "a.m.": single letters with full stops between and after.
    fn is_dotted(&self, start: usize, dot: usize) -> bool {
        let letter = dot - 1;
        let single = letter == start || self.text.as_bytes().get(letter - 1) == Some(&b'.');
        let dotted_before = letter > start;
        let goes_on = self.peek(dot + 1).is_some_and(char::is_alphabetic)
            && self.peek(dot + 2).is_none_or(|c| c == '.' || !c.is_alphanumeric());
        single && self.text.as_bytes()[letter].is_ascii_alphabetic() && (dotted_before || goes_on)
    }

    /// "O'Brien" and "don't", but not "Putin's" (a clitic) nor a closing mark.
    fn is_inner_apostrophe(&self, start: usize, at: usize, c: char) -> bool {
        let next = at + c.len_utf8();
        let letter_follows = self.peek(next).is_some_and(char::is_alphabetic);
        let negation = self.text[start..at].ends_with(['n', 'N'])
            && self.peek(next).is_some_and(|t| matches!(t, 't' | 'T'))
            && self.peek(next + 1).is_none_or(|after| !after.is_alphanumeric());
        negation || (letter_follows && self.clitic_length(at).is_none())
    }

    /// Length in bytes of the clitic that starts with the apostrophe at `at`.
    fn clitic_length(&self, at: usize) -> Option<usize> {
        let mark = self.peek(at)?.len_utf8();
        let rest = &self.text[at + mark..];
        for clitic in ["s", "S", "ll", "re", "ve", "d", "m"] {
            if rest.starts_with(clitic) && rest[clitic.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric()) {
                return Some(mark + clitic.len());
            }
        }
        let after_s = at > 0 && matches!(self.text.as_bytes()[at - 1], b's' | b'S');
        let ends = rest.chars().next().is_none_or(char::is_whitespace);
        (after_s && ends && !self.in_single_quotes(at)).then_some(mark)
    }

    /// Whether a single opening mark stands unclosed before `at` on the same line, so that an apostrophe after "s"
    /// may close it. Looks back at most 200 bytes, which keeps the scan linear.
    fn in_single_quotes(&self, at: usize) -> bool {
        let mut from = at.saturating_sub(200);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let before = &self.text[from..at];
        before.rfind('‘').is_some_and(|open| !before[open..].contains('\n')) || before.contains(" '")
    }

    fn mark(&mut self, c: char) {
        let mut length = c.len_utf8();
        if matches!(c, '.' | '-' | '—' | '–') {
            while self.peek(self.at + length) == Some(c) {
                length += c.len_utf8();
            }
        }
        self.push(length, TokenKind::Mark);
    }
}

fn hashes(word: &str, kind: TokenKind) -> (u64, u64, Shape) {
    if word.is_ascii() {
        return ascii_hashes(word.as_bytes(), kind);
    }
    let (mut exact, mut lower) = (BASIS, BASIS);
    let (mut capitals, mut letters, mut first) = (0_usize, 0_usize, false);
    for (index, c) in word.chars().enumerate() {
        exact = hash_char(exact, c);
        if c.is_ascii() {
            lower = hash_char(lower, c.to_ascii_lowercase());
        } else {
            lower = c.to_lowercase().fold(lower, hash_char);
        }
        let capital = c.is_uppercase();
        capitals += usize::from(capital);
        letters += usize::from(c.is_alphabetic());
        first |= index == 0 && capital;
    }
    (exact, lower, shape_of(kind, capitals, letters, first))
}

/// The same for the common case: no character needs decoding.
fn ascii_hashes(word: &[u8], kind: TokenKind) -> (u64, u64, Shape) {
    let (mut exact, mut lower) = (BASIS, BASIS);
    let (mut capitals, mut letters) = (0_usize, 0_usize);
    for &byte in word {
        exact = (exact ^ u64::from(byte)).wrapping_mul(PRIME);
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

/// Where "n't" begins in a word that ends with it.
fn negation_start(word: &str) -> Option<usize> {
    if !word.ends_with(['t', 'T']) {
        return None;
    }
    let tail = ["n't", "n’t", "N'T", "N’T"].into_iter().find(|tail| word.ends_with(tail))?;
    Some(word.len() - tail.len())
}

/// A letter or digit. Typographic marks, the commonest characters beyond ASCII, need no look into Unicode's tables.
fn is_letter(c: char) -> bool {
    !matches!(c, '\u{2000}'..='\u{206f}') && c.is_alphanumeric()
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn is_mark_on_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokens_in(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|token| token.of(text)).collect()
    }

    #[test]
    fn clitics_and_hyphens_stand_alone() {
        assert_eq!(
            words("Putin's US-Russian plan isn't ours."),
            ["Putin", "'s", "US", "-", "Russian", "plan", "is", "n't", "ours", "."]
        );
        assert_eq!(
            words("the allies' plan, the US' view"),
            ["the", "allies", "'", "plan", ",", "the", "US", "'", "view"]
        );
        assert_eq!(words("don’t we’ll O’Brien"), ["do", "n’t", "we", "’ll", "O’Brien"]);
    }

    #[test]
    fn abbreviations_keep_their_stops() {
        assert_eq!(
            words("the U.S. plan, at 6 p.m. today."),
            ["the", "U.S.", "plan", ",", "at", "6", "p.m.", "today", "."]
        );
        assert_eq!(words("George W. Bush"), ["George", "W", ".", "Bush"]);
        assert_eq!(
            words("our . . . attitude... G8 1,028 0.5"),
            ["our", ".", ".", ".", "attitude", "...", "G8", "1,028", "0.5"]
        );
    }

    #[test]
    fn quotation_marks_are_tokens() {
        assert_eq!(words("“No,” he said. 'Yes'"), ["“", "No", ",", "”", "he", "said", ".", "'", "Yes", "'"]);
    }
}
