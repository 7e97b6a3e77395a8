//! A document's words with their syntax, made ready for signs.

use crate::syntax::{Class, Document, Fine, LONGEST, Relation, SentenceParser, lemma};
use crate::text::{TokenKind, fnv1a_32, small};

/// What signs ask of a word. Words are numbers: hashes of their small letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) form: u32,
    pub(super) lemma: u32,
    /// The last three letters of the lemma.
    pub(super) ending: u32,
    pub(super) class: Class,
    pub(super) fine: Fine,
    pub(super) relation: Relation,
    pub(super) head: Option<usize>,
    /// The quotation it stands in, as one plus the index of its first token; 0 for none.
    pub(super) quote: u32,
    pub(super) sentence: usize,
    pub(super) block: usize,
    pub(super) heading: bool,
    pub(super) capital: bool,
    pub(super) kind: Kind,
}

/// What kind of token a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Has a letter or a digit.
    Spoken,
    /// A quotation mark.
    Quote,
    Colon,
    /// Any other mark.
    Mark,
}

impl Kind {
    fn of(form: &str, kind: TokenKind) -> Self {
        match kind {
            _ if form.chars().any(char::is_alphanumeric) => Self::Spoken,
            TokenKind::Quote => Self::Quote,
            _ if form == ":" => Self::Colon,
            _ => Self::Mark,
        }
    }
}

/// The words of all sentences, by the index of their tokens.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) list: Vec<Word>,
    /// First and one past last token of each sentence.
    pub(super) sentences: Vec<(usize, usize)>,
    /// The words that depend on each word, in order.
    dependents: Vec<Vec<usize>>,
}

impl Words {
    /// Parses a document.
    pub(super) fn read(document: &Document, parser: &SentenceParser) -> Self {
        let mut words: Vec<Word> = Vec::with_capacity(document.tokens.len());
        for (index, sentence) in document.sentences.iter().enumerate() {
            let parse = parser.parse(document, *sentence);
            let place = document.places[index];
            words.resize(sentence.first, NOTHING);
            for (at, token) in (sentence.first..sentence.end).enumerate() {
                let form = document.word(token);
                let lemma = small(&lemma(form, parse.tags[at]));
                let start = lemma.char_indices().rev().nth(2).map_or(0, |(start, _)| start);
                words.push(Word {
                    form: fnv1a_32(&small(form)),
                    lemma: fnv1a_32(&lemma),
                    ending: fnv1a_32(&lemma[start..]),
                    class: parse.tags[at].class,
                    fine: parse.tags[at].fine,
                    relation: parse.relations[at],
                    head: parse.heads[at].checked_sub(1).map(|head| head + sentence.first),
                    quote: document
                        .quote_at(token)
                        .map_or(0, |quote| u32::try_from(quote.first + 1).unwrap_or(u32::MAX)),
                    sentence: index,
                    block: place.block,
                    heading: place.heading,
                    capital: document.tokens[token].is_capitalised(),
                    kind: Kind::of(form, document.tokens[token].kind),
                });
            }
        }
        let mut dependents = vec![Vec::new(); words.len()];
        for (at, head) in words.iter().enumerate().filter_map(|(at, word)| Some((at, word.head?))) {
            dependents[head].push(at);
        }
        let sentences = document.sentences.iter().map(|sentence| (sentence.first, sentence.end)).collect();
        Self { list: words, sentences, dependents }
    }

    /// The words that depend on a word.
    pub(super) fn dependents(&self, at: usize) -> &[usize] {
        &self.dependents[at]
    }

    /// A word and what it hangs from, up to the root.
    pub(super) fn line(&self, at: usize) -> Vec<usize> {
        let up = |at: &usize| self.list[*at].head;
        std::iter::successors(Some(at), up).take(LONGEST).collect()
    }

    /// The preposition or conjunction that a phrase opens with; 0 for none.
    pub(super) fn opener(&self, at: usize) -> u32 {
        let opens = |at: &&usize| matches!(self.list[**at].relation, Relation::Case | Relation::Marker);
        self.dependents(at).iter().find(opens).map_or(0, |opener| self.list[*opener].form)
    }
}

/// What stands between sentences.
const NOTHING: Word = Word {
    form: 0,
    lemma: 0,
    ending: 0,
    class: Class::Other,
    fine: Fine::Unknown,
    relation: Relation::Unspecified,
    head: None,
    quote: 0,
    sentence: usize::MAX,
    block: usize::MAX,
    heading: false,
    capital: false,
    kind: Kind::Mark,
};
