//! Which gaps between two tokens end a sentence: what can be seen around each, as signs, which are weighed.

use super::sign::Sign;
use super::{Shape, Token, TokenKind};

/// Words that open a sentence more often than other words with a capital, as after "U.S.".
const OPENERS: &[&str] = &[
    "the",
    "a",
    "an",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "in",
    "on",
    "at",
    "but",
    "and",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "however",
    "meanwhile",
    "as",
    "if",
    "when",
    "while",
    "after",
    "before",
    "both",
    "there",
    "you",
    "my",
    "our",
    "your",
    "what",
    "how",
    "why",
    "who",
    "where",
    "please",
    "so",
    "then",
    "also",
    "not",
    "no",
    "yes",
    "for",
    "to",
    "with",
    "from",
    "all",
    "some",
];

/// Words with which a letter closes.
const SIGN_OFFS: &[&str] =
    &["thanks", "thx", "regards", "sincerely", "cheers", "best", "love", "yours", "respectfully"];

/// Abbreviations behind which a name or number comes, so that their stop ends no sentence.
const TITLES: &[&str] = &[
    "mr.", "mrs.", "ms.", "dr.", "drs.", "prof.", "gen.", "sen.", "rep.", "reps.", "gov.", "lt.", "col.", "maj.",
    "capt.", "sgt.", "adm.", "rev.", "amb.", "messrs.", "mt.", "st.", "vs.", "dept.", "approx.", "ft.", "brig.",
    "hon.", "pres.", "attn.", "no.", "nos.", "art.", "fig.", "p.", "pp.", "c.", "vol.", "sec.", "ext.", "cf.", "est.",
    "e.g.", "i.e.", "cmdr.", "supt.",
];

/// A block's tokens, and what the walk over its gaps has seen.
pub(super) struct Gaps<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// Where the sentence begins.
    start: usize,
    /// Whether a sentence has begun with a small letter.
    casual: bool,
    /// Whether a bracket is open in this sentence.
    bracket: bool,
}

impl<'a> Gaps<'a> {
    /// For the tokens of one block.
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        let mut gaps = Self { text, tokens, start: 0, casual: false, bracket: false };
        gaps.casual = tokens.first().is_some_and(|first| gaps.is_small(first));
        gaps
    }

    /// Asks at each gap where a sentence may end, and tells the index of the token behind each that does.
    pub(super) fn walk(&mut self, mut ends: impl FnMut(usize, &[Sign]) -> bool, mut tell: impl FnMut(usize)) {
        let mut signs = Vec::with_capacity(12);
        for next in 1..self.tokens.len() {
            self.look_at_bracket(next - 1);
            if self.is_plain(next) || self.closes(next) {
                continue;
            }
            signs.clear();
            self.see(next, &mut signs);
            if !signs.is_empty() && ends(next, &signs) {
                tell(next);
                self.start = next;
                self.bracket = false;
                self.casual |= self.is_small(&self.tokens[next]);
            }
        }
    }

    fn word(&self, at: usize) -> &'a str {
        self.tokens[at].of(self.text)
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.tokens[at].kind
    }

    fn is_small(&self, token: &Token) -> bool {
        token.of(self.text).starts_with(char::is_lowercase)
    }

    fn look_at_bracket(&mut self, at: usize) {
        if self.kind(at) == TokenKind::Mark {
            match self.word(at) {
                "(" | "[" => self.bracket = true,
                ")" | "]" => self.bracket = false,
                _ => {}
            }
        }
    }

    /// Whether nothing at this gap can end a sentence, which is so of nearly all and quickly seen: behind a word that no stop
    /// ends stands another, a quotation mark or a mark with which no sentence begins; or a word behind a comma.
    #[inline]
    fn is_plain(&self, next: usize) -> bool {
        let (left, right) = (&self.tokens[next - 1], &self.tokens[next]);
        let last = |token: &Token| self.text.as_bytes().get(token.span.end as usize - 1).copied().unwrap_or_default();
        match (left.kind, right.kind) {
            (TokenKind::Mark, TokenKind::Word) => {
                left.span.len() == 1 && last(left) == b',' && !self.signs_off(next - 1)
            }
            (
                TokenKind::Word | TokenKind::Clitic,
                TokenKind::Word | TokenKind::Clitic | TokenKind::Quote | TokenKind::Mark,
            ) => {
                let clock_or_stop = match last(left) {
                    b'm' | b'M' => left.span.len() == 2,
                    last => last == b'.',
                };
                let begins = right.kind == TokenKind::Mark
                    && (right.span.len() > 1 || matches!(last(right), b'*' | b'<' | b'>'));
                !clock_or_stop && !begins
            }
            _ => false,
        }
    }

    /// Whether a letter closes with the word before `at`.
    fn signs_off(&self, at: usize) -> bool {
        at > 0 && is_one_of(self.word(at - 1), SIGN_OFFS)
    }

    /// The signs of the gap before token `next`; none where no sentence can end.
    fn see(&self, next: usize, signs: &mut Vec<Sign>) {
        let (at, left) = self.left(next);
        let sign_off = left == Sign::LeftComma && self.signs_off(at);
        let may_end = ends_sentences(left) || sign_off;
        if !may_end && self.kind(next) == TokenKind::Word {
            return;
        }
        let right = self.right(next);
        if !may_end && !begins_sentences(right) || is_stop(left) && self.cites(next) {
            return;
        }
        signs.extend([Sign::Always, left, right]);
        self.see_both(at, left, right, next, signs);
        if !self.tokens[next].spaced {
            signs.push(match (is_stop(left), self.kind(next) == TokenKind::Word) {
                (true, true) => Sign::GluedWord,
                (true, false) => Sign::GluedMark,
                (false, true) => Sign::GluedOther,
                (false, false) => Sign::GluedMarks,
            });
        }
        if self.bracket {
            signs.push(Sign::InBrackets);
        }
        if sign_off {
            signs.push(Sign::SignOffComma);
        }
        if matches!(right, Sign::RightCapital | Sign::RightOpener) && is_one_of(self.word(next), SIGN_OFFS) {
            signs.push(Sign::RightSignOff);
        }
    }

    fn see_both(&self, at: usize, left: Sign, right: Sign, next: usize, signs: &mut Vec<Sign>) {
        let lower = matches!(right, Sign::RightLower | Sign::RightI);
        let capital = matches!(right, Sign::RightCapital | Sign::RightOpener);
        let abbreviation = matches!(left, Sign::LeftTitle | Sign::LeftAbbreviation | Sign::LeftDotted);
        let other = !abbreviation && !is_stop(left);
        let named = matches!(left, Sign::LeftCapital | Sign::LeftUpper | Sign::LeftAddress | Sign::LeftAngle);
        let quote = right == Sign::RightQuote;
        let seen = [
            (is_stop(left) && lower && self.casual, Sign::CasualLower),
            (is_stop(left) && lower && at + 1 < next, Sign::ClosedLower),
            (abbreviation && right == Sign::RightCapital, Sign::AbbreviationCapital),
            (abbreviation && right == Sign::RightOpener, Sign::AbbreviationOpener),
            (left == Sign::LeftDots && lower, Sign::DotsLower),
            (named && right == Sign::RightDate, Sign::NameDate),
            (other && capital, Sign::OtherCapital),
            (other && right == Sign::RightNumber, Sign::OtherNumber),
            (matches!(left, Sign::LeftColon | Sign::LeftBracket) && right == Sign::RightDash, Sign::ListDash),
            (quote && self.tokens.get(next + 1).is_some_and(|after| self.is_small(after)), Sign::QuoteLower),
        ];
        signs.extend(seen.into_iter().filter_map(|(holds, sign)| holds.then_some(sign)));
    }

    /// Whether the token is a mark that closes what stands before it.
    fn closes(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        !token.spaced
            && match token.kind {
                TokenKind::Quote => !matches!(self.word(at), "“" | "„" | "‘" | "«" | "``"),
                TokenKind::Mark => matches!(self.word(at), ")" | "]"),
                _ => false,
            }
    }

    /// Whether "[6]", a number of a note, stands at `at`.
    fn cites(&self, at: usize) -> bool {
        let bracket = |at: usize, mark: &str| at < self.tokens.len() && self.word(at) == mark;
        bracket(at, "[") && bracket(at + 2, "]") && self.kind(at + 1) == TokenKind::Number
    }

    /// What stands before the gap, and where: a stop before closing marks or notes, or else the last token.
    fn left(&self, next: usize) -> (usize, Sign) {
        let last = next - 1;
        let mut at = last;
        while at > self.start && last - at < CLOSING_MARKS {
            if self.closes(at) && !(at >= self.start + 3 && self.cites(at - 2)) {
                at -= 1;
            } else if at >= self.start + 3 && self.cites(at - 2) {
                at -= 3;
            } else {
                break;
            }
        }
        let left = self.left_of(at);
        let ends = is_stop(left) || matches!(left, Sign::LeftTitle | Sign::LeftAbbreviation | Sign::LeftDotted);
        if at == last || ends { (at, left) } else { (last, self.left_of(last)) }
    }

    fn left_of(&self, at: usize) -> Sign {
        let token = &self.tokens[at];
        let word = self.word(at);
        match token.kind {
            TokenKind::Address => Sign::LeftAddress,
            TokenKind::Word if word.ends_with('.') => left_of_abbreviation(word),
            TokenKind::Word if self.is_clock(at) => Sign::LeftClock,
            TokenKind::Number if word.contains('/') => Sign::LeftDate,
            TokenKind::Number => Sign::LeftNumber,
            TokenKind::Quote => Sign::LeftQuote,
            TokenKind::Clitic => Sign::LeftLower,
            TokenKind::Word => match token.shape {
                Shape::Upper => Sign::LeftUpper,
                Shape::Capital => Sign::LeftCapital,
                Shape::Lower => Sign::LeftLower,
            },
            TokenKind::Mark if self.is_spaced_dot(at) => Sign::LeftDots,
            TokenKind::Mark => left_of_mark(word),
        }
    }

    /// Whether one dot of ". . ." stands at `at`.
    fn is_spaced_dot(&self, at: usize) -> bool {
        at > 0 && self.word(at) == "." && self.tokens[at].spaced && self.word(at - 1) == "."
    }

    fn is_clock(&self, at: usize) -> bool {
        let half = matches!(self.word(at).as_bytes(), [b'a' | b'A' | b'p' | b'P', b'm' | b'M']);
        half && at > 0 && self.kind(at - 1) == TokenKind::Number
    }

    fn right(&self, next: usize) -> Sign {
        let token = &self.tokens[next];
        let word = self.word(next);
        match token.kind {
            TokenKind::Address => Sign::RightAddress,
            TokenKind::Word if token.is_capitalised() && is_one_of(word, OPENERS) => Sign::RightOpener,
            TokenKind::Word => match token.shape {
                Shape::Upper => Sign::RightUpper,
                Shape::Capital => Sign::RightCapital,
                Shape::Lower if word == "i" => Sign::RightI,
                Shape::Lower => Sign::RightLower,
            },
            TokenKind::Clitic => Sign::RightLower,
            TokenKind::Number if word.contains('/') => Sign::RightDate,
            TokenKind::Number => Sign::RightNumber,
            TokenKind::Quote => Sign::RightQuote,
            TokenKind::Mark => right_of_mark(word),
        }
    }
}

/// How many tokens a stop may stand back behind closing marks and notes.
const CLOSING_MARKS: usize = 6;

fn left_of_abbreviation(word: &str) -> Sign {
    if is_one_of(word, TITLES) {
        Sign::LeftTitle
    } else if word[..word.len() - 1].contains('.') {
        Sign::LeftDotted
    } else {
        Sign::LeftAbbreviation
    }
}

fn left_of_mark(mark: &str) -> Sign {
    match mark {
        "." => Sign::LeftStop,
        ":" => Sign::LeftColon,
        ";" => Sign::LeftSemicolon,
        "," => Sign::LeftComma,
        ")" | "]" => Sign::LeftBracket,
        ">" | ">>" => Sign::LeftAngle,
        "-" | "--" | "—" | "–" => Sign::LeftDash,
        dots if dots.starts_with('…') || dots.len() > 1 && dots.bytes().all(|byte| byte == b'.') => Sign::LeftDots,
        cry if cry.starts_with(['!', '?', '.']) => Sign::LeftCry,
        face if is_face(face) => Sign::LeftFace,
        run if run.len() > 2 && run.is_ascii() => Sign::LeftRun,
        _ => Sign::LeftMark,
    }
}

fn right_of_mark(mark: &str) -> Sign {
    match mark {
        "(" | "[" => Sign::RightBracket,
        "-" | "--" | "—" | "–" => Sign::RightDash,
        "<" | "<<" | ">" | ">>" => Sign::RightAngle,
        "$" | "#" => Sign::RightCurrency,
        "*" => Sign::RightRun,
        stop if stop.starts_with(['.', '!', '?', '…']) => Sign::RightStop,
        face if is_face(face) => Sign::RightFace,
        run if run.len() > 2 && run.is_ascii() => Sign::RightRun,
        _ => Sign::RightMark,
    }
}

/// Whether marks draw a face: two of different kinds.
fn is_face(mark: &str) -> bool {
    mark.len() > 1 && mark.starts_with([':', ';', '=', '(', '^']) && !mark.ends_with('=')
}

fn is_stop(left: Sign) -> bool {
    matches!(left, Sign::LeftStop | Sign::LeftCry | Sign::LeftDots)
}

/// Whether a sentence may end here whatever follows. Of words, numbers and the marks inside sentences none weighs enough.
fn ends_sentences(left: Sign) -> bool {
    !matches!(
        left,
        Sign::LeftCapital
            | Sign::LeftUpper
            | Sign::LeftLower
            | Sign::LeftNumber
            | Sign::LeftComma
            | Sign::LeftSemicolon
            | Sign::LeftDash
            | Sign::LeftQuote
            | Sign::LeftMark
    )
}

/// Whether a sentence may begin here whatever stands before.
fn begins_sentences(right: Sign) -> bool {
    matches!(right, Sign::RightDate | Sign::RightAddress | Sign::RightRun | Sign::RightAngle | Sign::RightFace)
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    let first = |word: &str| word.as_bytes().first().map(u8::to_ascii_lowercase);
    list.iter()
        .any(|known| known.len() == word.len() && first(known) == first(word) && known.eq_ignore_ascii_case(word))
}
