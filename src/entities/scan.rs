//! The raw finds: names, office words and unknown capitalised words, each with its tokens.

use crate::lexicon::{Book, Lexicon, Name, Title, WordList};
use crate::syntax::Document;
use crate::text::{Shape, TokenKind};

/// What a stretch of tokens looks like before anything is resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Find<'a> {
    /// A known name and all it can stand for.
    Name(&'a [Name]),
    /// A word for an office.
    Title(Title),
    /// Capitalised words that no list knows.
    Unknown,
}

/// A find and its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found<'a> {
    pub(super) find: Find<'a>,
    pub(super) first: usize,
    pub(super) end: usize,
}

/// Finds names, titles and unknown capitalised words, left to right, the longest first.
pub(super) fn scan<'a>(document: &Document, lexicon: &'a Lexicon) -> Vec<Found<'a>> {
    let mut found = Vec::with_capacity(document.tokens.len() / 8);
    for sentence in document.sentences.iter().chain(&document.cut_sentences) {
        let mut at = sentence.first;
        while at < sentence.end {
            let next = at_token(document, lexicon, at, sentence.first, sentence.end, &mut found);
            at = next.max(at + 1);
        }
    }
    found
}

fn at_token<'a>(
    document: &Document,
    lexicon: &'a Lexicon,
    at: usize,
    first: usize,
    end: usize,
    found: &mut Vec<Found<'a>>,
) -> usize {
    let token = &document.tokens[at];
    let may_title = document.opens(at, Book::Titles);
    if token.kind != TokenKind::Word || !token.is_capitalised() && !may_title {
        return at + 1;
    }
    let rest = &document.tokens[at..end];
    let may_name = token.is_capitalised() && document.opens(at, Book::Names);
    let name = may_name.then(|| lexicon.names.exact.longest(rest)).flatten();
    let shouted = || (may_name && token.shape == Shape::Upper).then(|| lexicon.names.shouted.longest(rest)).flatten();
    let title = may_title.then(|| lexicon.offices.titles.longest(rest)).flatten();
    match (name.or_else(shouted), title) {
        (Some((names, length)), title) if title.is_none_or(|(_, other)| other <= length) => {
            found.push(Found { find: Find::Name(names), first: at, end: at + length });
            at + length
        }
        (_, Some((title, length))) => {
            found.push(Found { find: Find::Title(*title), first: at, end: at + length });
            at + length
        }
        _ if token.is_capitalised() => unknown(document, lexicon, at, first, end, found),
        _ => at + 1,
    }
}

/// Whether a known name of a country or body begins here.
fn knows(lexicon: &Lexicon, tokens: &[crate::text::Token]) -> bool {
    lexicon
        .names
        .exact
        .longest(tokens)
        .is_some_and(|(names, _)| names.iter().any(|name| !matches!(name, Name::Person(_) | Name::Place(_))))
}

/// A run of capitalised words, with initials and the small words that stand inside names.
fn unknown<'a>(
    document: &Document,
    lexicon: &'a Lexicon,
    at: usize,
    first: usize,
    end: usize,
    found: &mut Vec<Found<'a>>,
) -> usize {
    // "Prime Minister May": after a word for an office a month is a name.
    let titled = found.last().is_some_and(|last| last.end == at && matches!(last.find, Find::Title(_)));
    if document.is_in(at, WordList::Common) && !(titled && document.opens(at, Book::Surnames)) {
        return at + 1;
    }
    if let Some(field) = field_of_office(document, at, end, found) {
        found.push(Found { find: Find::Unknown, first: at, end: field });
        return field;
    }
    let mut last = at + 1;
    while last < end {
        let token = &document.tokens[last];
        let hyphen =
            document.word(last) == "-" && !token.spaced && document.tokens.get(last + 1).is_some_and(|t| !t.spaced);
        let small = document
            .is_one_of(last, &["de", "del", "da", "dos", "van", "von", "bin", "al", "el", "ben", "la", "der", "den"])
            && document
                .tokens
                .get(last + 1)
                .is_some_and(|next| last + 1 < end && (next.is_capitalised() || document.word(last + 1) == "-"));
        let capital = token.kind == TokenKind::Word
            && token.is_capitalised()
            && !document.is_in(last, WordList::Common)
            && lexicon.offices.titles.longest(&document.tokens[last..end]).is_none()
            && (!knows(lexicon, &document.tokens[last..end]) || last == at + 1 && last + 1 >= end);
        if !(capital || hyphen || small || ends_given_name(document, at, last)) {
            break;
        }
        last += 1;
    }
    while last > at + 1 && !document.tokens[last - 1].is_capitalised() && !ends_given_name(document, at, last - 1) {
        last -= 1;
    }
    let _ = first;
    let find = without_initial(document, lexicon, at, last).unwrap_or(Find::Unknown);
    found.push(Found { find, first: at, end: last });
    last
}

/// One past "of Water and Irrigation" after an office that ends before `end`: what it is in charge of.
pub(super) fn field_end(document: &Document, end: usize) -> usize {
    if !document.is_one_of(end, &["of", "for"]) {
        return end;
    }
    let goes_on = |at: &usize| is_field(document, *at) || document.is_one_of(*at, &["and", "the", ",", "&"]);
    (end + 1..end + 9).take_while(goes_on).filter(|&at| is_field(document, at)).last().map_or(end, |last| last + 1)
}

fn is_field(document: &Document, at: usize) -> bool {
    document.is_in(at, WordList::Portfolio) && document.tokens[at].is_capitalised()
}

/// One past "Water" in "Minister of Water and Irrigation, Ana Vale" and past "Foreign Affairs" in "Secretary for Foreign
/// Affairs Ana Vale": what an office is in charge of is no part of a name.
fn field_of_office(document: &Document, at: usize, end: usize, found: &[Found]) -> Option<usize> {
    let office = found.iter().rev().find(|found| matches!(found.find, Find::Title(_)))?;
    let inside = is_field(document, at) && at < field_end(document, office.end);
    inside.then(|| (at..end).take_while(|&at| is_field(document, at)).count() + at)
}

/// "Han Sung-jae": the second half of a given name in small letters, as Korean names are spelled. Not "Trump-backed":
/// what hangs on a name's only or last word may be anything, a given name's half is short and no participle.
fn ends_given_name(document: &Document, first: usize, at: usize) -> bool {
    const JOINED: [&str; 14] =
        ["led", "run", "based", "style", "era", "born", "made", "held", "like", "free", "wide", "only", "owned", "old"];
    let Some(token) = document.tokens.get(at) else { return false };
    let word = document.word(at);
    at > first + 2
        && document.is(at - 1, "-")
        && !document.tokens[at - 1].spaced
        && !token.spaced
        && token.kind == TokenKind::Word
        && word.len() <= 5
        && !word.ends_with("ed")
        && !document.is_one_of(at, &JOINED)
}

/// "Donald J. Trump": a name that the lexicon has without the letter in its middle.
fn without_initial<'a>(document: &Document, lexicon: &'a Lexicon, first: usize, end: usize) -> Option<Find<'a>> {
    let [given, initial, family] = document.tokens.get(first..end)? else { return None };
    let letter = initial.is_capitalised() && document.word(first + 1).trim_end_matches('.').chars().count() == 1;
    let (names, length) = lexicon.names.exact.longest(&[*given, *family]).filter(|_| letter)?;
    let person = length == 2 && names.iter().all(|name| matches!(name, Name::Person(_)));
    person.then_some(Find::Name(names))
}
