//! The walk over a text that finds its tokens: words with their clitics, quotation marks, and whatever else the
//! neighbouring modules know a length for.
//!
//! One pass from left to right. Every look ahead or back has a limit, so that the time is linear in the text.

use super::Span;
use super::abbreviation::keeps_stop;
use super::address::address_length;
use super::contraction::{contraction_start, prefix_length, short_form_length};
use super::marks::mark_length;
use super::number::number_length;
use super::token::{BYTES, INNER, LETTER, PLAIN, PlainWord, Shape, Token, TokenKind, hashes};

/// Where the walk stands.
pub(super) struct Scanner<'a> {
    text: &'a str,
    base: usize,
    at: usize,
    spaced: bool,
    out: &'a mut Vec<Token>,
}

impl<'a> Scanner<'a> {
    /// For a text that begins `base` bytes into the whole.
    pub(super) fn new(text: &'a str, base: usize, out: &'a mut Vec<Token>) -> Self {
        Self { text, base, at: 0, spaced: true, out }
    }

    /// Walks to the end.
    pub(super) fn run(&mut self) {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            // Nearly all of a text is words with blanks between them.
            if byte == b' ' {
                self.at += 1;
                self.spaced = true;
                continue;
            }
            let sorts = BYTES[usize::from(byte)];
            if sorts & LETTER != 0 {
                self.word();
            } else if sorts & PLAIN != 0 {
                self.number();
            } else if let Some(c) = self.peek(self.at) {
                self.other(c);
            }
        }
    }

    /// What is no blank, letter or digit of ASCII.
    fn other(&mut self, c: char) {
        if c.is_whitespace() || is_invisible(c) {
            self.at += c.len_utf8();
            self.spaced = true;
        } else if is_letter(c) {
            self.word();
        } else if is_apostrophe(c) && self.apostrophe() {
            // The clitic or decade is a token by now.
        } else if is_quote(c) {
            self.quote(c);
        } else {
            self.mark(c);
        }
    }

    fn peek(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte.is_ascii() { Some(char::from(byte)) } else { self.text.get(at..)?.chars().next() }
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b' ')
    }

    fn push(&mut self, length: usize, kind: TokenKind) {
        let word = &self.text[self.at..self.at + length];
        self.push_hashed(length, kind, hashes(word, kind));
    }

    fn push_hashed(&mut self, length: usize, kind: TokenKind, (exact, lower, shape): (u64, u64, Shape)) {
        let span = Span::new(self.base + self.at, self.base + self.at + length);
        self.out.push(Token { span, kind, shape, spaced: self.spaced, exact, lower });
        self.at += length;
        self.spaced = false;
    }

    fn number(&mut self) {
        let rest = &self.text[self.at..];
        let (length, kind) = number_length(rest);
        match address_after(rest.as_bytes(), length).then(|| address_length(rest)).flatten() {
            Some(longer) if longer > length => self.address(longer),
            _ => self.push(length, kind),
        }
    }

    fn word(&mut self) {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let hashed = PlainWord::read(rest);
        // Most words end before a blank or a plain mark, and need no second look.
        let marked = rest.get(hashed.length()).is_some_and(|&mark| BYTES[usize::from(mark)] & INNER != 0);
        if !(marked && self.marked_word(hashed.length())) {
            self.split_word(hashed);
        }
    }

    /// A word of ASCII letters and digits: whole, or in the two parts of a contraction.
    fn split_word(&mut self, plain: PlainWord) {
        let length = plain.length();
        let word = &self.text.as_bytes()[self.at..self.at + length];
        match contraction_start(word) {
            Some((split, kind)) => {
                self.push(split, TokenKind::Word);
                self.push(length - split, kind);
            }
            None => self.push_hashed(length, TokenKind::Word, plain.hashes(word)),
        }
    }

    /// A word after whose first bytes, which are `plain`, a mark stands that may belong to it. False where it does not, and
    /// nothing is done.
    fn marked_word(&mut self, plain: usize) -> bool {
        let rest = &self.text[self.at..];
        let whole = address_after(rest.as_bytes(), plain).then(|| address_length(rest)).flatten();
        if let Some(length) = whole {
            self.address(length);
            return true;
        }
        if let Some(length) = short_form_length(rest.as_bytes(), plain) {
            self.push(length, TokenKind::Word);
            return true;
        }
        let start = self.at;
        let mut end = start + plain;
        if let Some(length) = prefix_length(rest.as_bytes(), plain) {
            end = start + length;
        }
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
        if let Some(split) = negation_start(word).filter(|split| *split > 0) {
            self.push(split, TokenKind::Word);
            self.push(end - start - split, TokenKind::Clitic);
        } else if self.byte(end) == b'.' && keeps_stop(word, &self.text[end + 1..]) {
            self.push(end + 1 - start, TokenKind::Word);
        } else if end > start + plain {
            self.push(end - start, TokenKind::Word);
        } else {
            return false;
        }
        true
    }

    /// An address; a mere host or file ("Example.com") can be a name and is a word.
    fn address(&mut self, length: usize) {
        let word = &self.text[self.at..self.at + length];
        let whole = word.contains(['@', '/']) || word.get(..4).is_some_and(|www| www.eq_ignore_ascii_case("www."));
        self.push(length, if whole { TokenKind::Address } else { TokenKind::Word });
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

    /// Pushes what an apostrophe begins: a clitic, or a word whose beginning it stands for. False where it begins none.
    fn apostrophe(&mut self) -> bool {
        let found = if self.spaced {
            self.clipped_length().map(|length| (length, TokenKind::Word))
        } else {
            self.clitic_length(self.at).map(|length| (length, TokenKind::Clitic))
        };
        if let Some((length, kind)) = found {
            self.push(length, kind);
        }
        found.is_some()
    }

    /// Length in bytes of "'70s" and "'em" at this place.
    fn clipped_length(&self) -> Option<usize> {
        let mark = self.peek(self.at)?.len_utf8();
        let after = &self.text.as_bytes()[self.at + mark..];
        let length = match after {
            [b'0'..=b'9', b'0', b's', ..] => 3,
            [b'e', b'm', ..] => 2,
            _ => return None,
        };
        after.get(length).is_none_or(|next| !next.is_ascii_alphanumeric()).then_some(mark + length)
    }

    /// Length in bytes of the clitic that starts with the apostrophe at `at`.
    fn clitic_length(&self, at: usize) -> Option<usize> {
        let mark = self.peek(at)?.len_utf8();
        let rest = &self.text[at + mark..];
        for clitic in ["s", "S", "ll", "LL", "re", "RE", "ve", "VE", "d", "D", "m", "M"] {
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

    /// A quotation mark; two single ones, as typewriters had them, are one double.
    fn quote(&mut self, c: char) {
        let double = matches!(c, '\'' | '`') && self.peek(self.at + 1) == Some(c);
        self.push(c.len_utf8() << usize::from(double), TokenKind::Quote);
    }

    fn mark(&mut self, c: char) {
        let (length, kind) = mark_length(&self.text[self.at..], c, self.spaced);
        self.push(length, kind);
    }
}

/// Whether something goes on after a word of this length and the mark behind it, so that an address is possible.
fn address_after(rest: &[u8], length: usize) -> bool {
    let mark = rest.get(length).is_some_and(|mark| matches!(mark, b'.' | b'-' | b'@' | b':' | b'_' | b'+' | b'%'));
    mark && rest.get(length + 1).is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, b'.' | b'/' | b'_'))
}

/// Where "n't" begins in a word that ends with it.
fn negation_start(word: &str) -> Option<usize> {
    if !word.ends_with(['t', 'T']) {
        return None;
    }
    let tail = ["n't", "n’t", "N'T", "N’T"].into_iter().find(|tail| word.ends_with(tail))?;
    Some(word.len() - tail.len())
}

/// A letter or digit. Typographic marks, the commonest characters beyond ASCII, and the letters of Latin, Cyrillic and
/// Devanagari need no look into Unicode's tables, which takes hundreds of steps.
fn is_letter(c: char) -> bool {
    match c {
        '\u{2000}'..='\u{206f}' => false,
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | 'Ѐ'..='ҁ' | '\u{900}'..='\u{93b}' | '\u{93d}'..='\u{94c}' => {
            true
        }
        _ => c.is_alphanumeric(),
    }
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
    use super::is_letter;
    use crate::text::{Span, tokens_in};

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokens_in(text, Span::new(0, text.len()), &mut out);
        out.iter().map(|token| token.of(text)).collect()
    }

    #[test]
    fn letters_are_those_of_the_standard_library() {
        for c in ('\0'..='\u{1fff}').chain('\u{2070}'..=char::MAX) {
            assert_eq!(is_letter(c), c.is_alphanumeric(), "{c}");
        }
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
        assert_eq!(words("George W. Bush"), ["George", "W.", "Bush"]);
        assert_eq!(
            words("our . . . attitude... G8 1,028 0.5"),
            ["our", ".", ".", ".", "attitude", "...", "G8", "1,028", "0.5"]
        );
    }

    #[test]
    fn quotation_marks_are_tokens() {
        assert_eq!(words("“No,” he said. 'Yes'"), ["“", "No", ",", "”", "he", "said", ".", "'", "Yes", "'"]);
    }

    #[test]
    fn each_address_number_and_contraction_is_cut_as_in_the_treebanks() {
        assert_eq!(
            words("See http://example.org/a?b=c, or write to ana.vale@example.org."),
            ["See", "http://example.org/a?b=c", ",", "or", "write", "to", "ana.vale@example.org", "."]
        );
        assert_eq!(
            words("We cannot meet at 6:00am on 08/16/2000; dont call 832-8160!!!"),
            [
                "We",
                "can",
                "not",
                "meet",
                "at",
                "6:00",
                "am",
                "on",
                "08/16/2000",
                ";",
                "do",
                "nt",
                "call",
                "832-8160",
                "!!!"
            ]
        );
        assert_eq!(
            words("The co-founder's pro-Russian e-mail of the '70s"),
            ["The", "co-founder", "'s", "pro", "-", "Russian", "e-mail", "of", "the", "'70s"]
        );
        assert_eq!(
            words("Gen. Rueda of AT&T Inc. said no. :-)"),
            ["Gen.", "Rueda", "of", "AT&T", "Inc.", "said", "no", ".", ":-)"]
        );
    }
}
