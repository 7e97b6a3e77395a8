//! The words of a codebook's phrases and titles: their families, their pairs, their heads.

use crate::lexicon::{Lexicon, Name, WordClass, stem};
use crate::text::{Code, Span, Token, TokenKind, tokens_in};

/// The very words of a phrase that is but a name with a small word.
pub(super) fn literal(phrase: &str, lexicon: &Lexicon) -> Option<Vec<u64>> {
    let tokens = tokens(phrase);
    let named =
        content_words(phrase, &tokens, lexicon) == 1 && tokens.len() > 1 && tokens.iter().any(Token::is_capitalised);
    named.then(|| tokens.iter().map(|token| token.lower).collect())
}

/// Neighbouring content words, and words joined by one preposition; whether a preposition joins them.
pub(super) fn pairs(text: &str, lexicon: &Lexicon) -> Vec<(bool, String)> {
    let tokens = tokens(text);
    let (mut out, mut last, mut at, mut gap) = (Vec::new(), None::<&str>, 0, 0);
    while at < tokens.len() {
        let (family, length) = family_at(text, &tokens[at..], lexicon);
        let span = tokens[at].span.cover(tokens[at + length - 1].span);
        let word = span.of(text);
        if family.is_some() {
            if let Some(before) = last.filter(|_| gap <= 2) {
                out.push((gap > 0, format!("{before} {word}")));
            }
            (last, gap) = (Some(word), 0);
        } else if tokens[at].kind == TokenKind::Word || tokens[at].kind == TokenKind::Clitic || word == "-" {
            let joins = lexicon.words.small.longest(&tokens[at..]).is_some_and(|(classes, _)| {
                classes.contains(&WordClass::Preposition) || classes.contains(&WordClass::Determiner)
            });
            gap += if word == "-" || tokens[at].kind == TokenKind::Clitic {
                0
            } else if joins {
                1
            } else {
                9
            };
        } else {
            gap = 9;
        }
        at += length;
    }
    out
}

pub(super) fn tokens(phrase: &str) -> Vec<Token> {
    let mut out = Vec::new();
    tokens_in(phrase, Span::new(0, phrase.len()), &mut out);
    out
}

/// A noun phrase up to its first preposition, where its head stands: "the radar" of "the radar in Gabala".
pub(super) fn before_preposition<'a>(phrase: &'a str, lexicon: &Lexicon) -> &'a str {
    let tokens = tokens(phrase);
    let preposition = (1..tokens.len()).find(|&at| {
        lexicon.words.small.longest(&tokens[at..]).is_some_and(|(classes, _)| {
            classes.contains(&WordClass::Preposition) || classes.contains(&WordClass::Subordinator)
        })
    });
    preposition.map_or(phrase, |at| &phrase[..tokens[at].span.start as usize])
}

/// The family of the word or name that begins here, and its length in tokens; none for small words and marks.
pub(super) fn family_at(text: &str, tokens: &[Token], lexicon: &Lexicon) -> (Option<String>, usize) {
    let token = &tokens[0];
    // "2027", "15 per cent": a number is a word of its own.
    if token.kind == TokenKind::Number {
        return (Some(token.of(text).to_owned()), 1);
    }
    if token.kind != TokenKind::Word {
        return (None, 1);
    }
    if let Some((code, length)) = token.is_capitalised().then(|| name_code(tokens, lexicon)).flatten() {
        // Every name of one country or bloc is one term.
        return (Some(format!("@{code}")), length);
    }
    if let Some(family) = hyphenated(text, tokens, lexicon) {
        return (Some(family), 3);
    }
    if is_small(&tokens[..1], lexicon) || is_vague(token.of(text)) {
        return (None, 1);
    }
    (Some(stem(token.of(text))), 1)
}

/// The family of two words that a hyphen joins to one that is also written whole ("pull-out").
pub(super) fn hyphenated(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Option<String> {
    let [first, hyphen, second] = tokens.first_chunk::<3>()?;
    let joined = hyphen.of(text) == "-" && !hyphen.spaced && !second.spaced && second.kind == TokenKind::Word;
    let family = joined.then(|| stem(&format!("{}{}", first.of(text), second.of(text))))?;
    lexicon.words.concept(&family).is_some().then_some(family)
}

pub(super) fn widen(family: String, lexicon: &Lexicon) -> String {
    lexicon.words.concept(&family).map_or(family, |concept| format!("={concept}"))
}

pub(super) fn content_words(phrase: &str, tokens: &[Token], lexicon: &Lexicon) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < tokens.len() {
        let (family, length) = family_at(phrase, &tokens[at..], lexicon);
        count += usize::from(family.is_some());
        at += length;
    }
    count
}

/// The country or bloc that a name stands for, and the name's length in tokens.
pub(super) fn name_code(tokens: &[Token], lexicon: &Lexicon) -> Option<(Code, usize)> {
    let (names, length) = lexicon.names.exact.longest(tokens)?;
    let code = names.iter().find_map(|name| match name {
        Name::Country(code) | Name::Demonym(code) | Name::Capital(code) => Some(*code),
        // A company or party is not its country: to keep Huawei out is not to keep China out.
        Name::Body(body) => {
            Some(&lexicon.bodies()[*body]).filter(|body| body.stands_for_holder()).map(|body| body.holder)
        }
        Name::Place(_) | Name::Person(_) => None,
    });
    code.map(|code| (code, length))
}

pub(super) fn is_small(tokens: &[Token], lexicon: &Lexicon) -> bool {
    lexicon.words.small.longest(tokens).is_some_and(|(classes, _)| {
        !classes.contains(&WordClass::Auxiliary) || classes.len() > 1 || tokens[0].span.len() < 5
    })
}

/// Words of titles that tell nothing by themselves.
fn is_vague(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "make"
            | "let"
            | "take"
            | "up"
            | "one"
            | "more"
            | "like"
            | "under"
            | "out"
            | "new"
            | "would"
            | "will"
            | "are"
            | "is"
    )
}
