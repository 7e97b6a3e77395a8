//! Small lists of words that single rules ask for, as bits of a word.

use super::table::packed_rows;
use crate::text::hash_lower;

/// The lists of `lexicon/lists.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordList {
    /// Forms that make a participle passive.
    Be = 1 << 0,
    /// Nouns that point back to something said to be so.
    ClaimPointer = 1 << 1,
    /// Words whose capital names nothing.
    Common = 1 << 2,
    /// What a position may be made to depend on.
    Consent = 1 << 3,
    /// What a noun phrase does not go on past.
    Finite = 1 << 4,
    /// Nouns for a group just named.
    Group = 1 << 5,
    /// Verbs that give a matter a name.
    Naming = 1 << 6,
    /// Words that deny what follows.
    Negation = 1 << 7,
    /// Papers that say what their owner wants.
    Paper = 1 << 8,
    /// Common verb forms that carry no side.
    PlainVerb = 1 << 9,
    /// Nouns that point back to a matter.
    Pointer = 1 << 10,
    /// Words that open the setting of a sentence.
    Setting = 1 << 11,
    /// Nouns that end many phrases and point to none.
    Vague = 1 << 12,
    /// Words that always open a clause.
    ClauseOpener = 1 << 13,
    /// Words that open a clause where a subject and its verb follow.
    SubjectOpener = 1 << 14,
    /// Words that can begin to mean somebody named before.
    Reference = 1 << 15,
    /// Nouns for what goes on around a matter, and for those who are part of that.
    Around = 1 << 16,
    /// Prepositions of place and time.
    Setter = 1 << 17,
    /// Surnames of leaders and ministers that are plain words too.
    Surname = 1 << 18,
    /// Words for what an office is in charge of.
    Portfolio = 1 << 19,
    /// Common nouns for bodies.
    BodyNoun = 1 << 20,
}

fn parse(name: &str) -> Option<WordList> {
    Some(match name {
        "around" => WordList::Around,
        "be" => WordList::Be,
        "body noun" => WordList::BodyNoun,
        "claim pointer" => WordList::ClaimPointer,
        "common" => WordList::Common,
        "consent" => WordList::Consent,
        "finite" => WordList::Finite,
        "group" => WordList::Group,
        "naming" => WordList::Naming,
        "negation" => WordList::Negation,
        "paper" => WordList::Paper,
        "plain verb" => WordList::PlainVerb,
        "portfolio" => WordList::Portfolio,
        "reference" => WordList::Reference,
        "pointer" => WordList::Pointer,
        "setting" => WordList::Setting,
        "setter" => WordList::Setter,
        "vague" => WordList::Vague,
        "clause opener" => WordList::ClauseOpener,
        "subject opener" => WordList::SubjectOpener,
        "surname" => WordList::Surname,
        _ => return None,
    })
}

/// Every listed word, by the hash of its small letters, with its list.
pub(super) fn listed(file: &str) -> impl Iterator<Item = (u64, WordList)> {
    packed_rows(file).flat_map(|row| {
        let list = parse(row.field(0));
        let words: Vec<u64> = row.list(2).map(hash_lower).collect();
        words.into_iter().filter_map(move |word| Some((word, list?)))
    })
}
