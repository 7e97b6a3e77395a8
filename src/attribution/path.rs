//! What the parse of a sentence says to the questions that rules ask of it.
//!
//! Tokens are counted through the text, as everywhere in this stage; heads in a parse from 1 in their sentence.

use super::discourse::Discourse;
use super::sense::{CueAt, Sense};
use super::source::Source;
use crate::syntax::{Class, LONGEST, Parse, Relation};

/// How far a question climbs; longer ways are mostly mistakes of the parser.
const STEPS: usize = 8;

/// A parse, and for each word what hangs from it.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) parse: Parse,
    /// Words, counted from zero: those that hang from the first, in order, then those of the second, and so on.
    below: Vec<usize>,
    /// For each word where its own begin, and at last where all end.
    starts: Vec<usize>,
}

impl Parsed {
    pub(super) fn new(parse: Parse) -> Self {
        let count = parse.heads.len();
        // First how many hang from a word, then where they end, and from there back to where they begin.
        let mut starts = vec![0; count + 1];
        let heads = || parse.heads.iter().enumerate().filter_map(|(word, head)| Some((word, head.checked_sub(1)?)));
        for (_, head) in heads() {
            starts[head] += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut below = vec![0; end];
        for (word, head) in heads().collect::<Vec<_>>().into_iter().rev() {
            starts[head] -= 1;
            below[starts[head]] = word;
        }
        Self { parse, below, starts }
    }

    /// The words that hang from a word, in order.
    fn below(&self, word: usize) -> &[usize] {
        let bounds = self.starts.get(word).zip(self.starts.get(word + 1));
        bounds.map_or(&[], |(&start, &end)| &self.below[start..end])
    }
}

impl Sense<'_> {
    /// The head of a token, where the sentence is parsed and the token is not its root.
    pub fn head(&self, token: usize) -> Option<usize> {
        let head = *self.parse()?.heads.get(token.checked_sub(self.sentence.first)?)?;
        Some(head.checked_sub(1)? + self.sentence.first)
    }

    /// The relation of a token to its head.
    pub fn relation(&self, token: usize) -> Option<Relation> {
        self.parse()?.relations.get(token.checked_sub(self.sentence.first)?).copied()
    }

    /// The word class of a token.
    pub fn class(&self, token: usize) -> Option<Class> {
        self.parse()?.tags.get(token.checked_sub(self.sentence.first)?).map(|tag| tag.class)
    }

    /// The tokens that depend on a token, in order; none farther than a parse reaches, so that a sentence without end
    /// costs no more than its length.
    pub fn dependents(&self, token: usize) -> impl Iterator<Item = usize> {
        let first = self.sentence.first;
        let below = token.checked_sub(first).and_then(|at| Some(self.parsed()?.below(at))).unwrap_or_default();
        let from = below.partition_point(|at| at + first + LONGEST < token);
        let near = move |at: &usize| *at < token + LONGEST;
        below[from..].iter().map(move |at| at + first).take_while(near)
    }

    /// Which tokens of the sentence hang from a token, itself among them; counted from the sentence's first.
    pub fn subtree(&self, top: usize) -> Vec<bool> {
        let top = top - self.sentence.first;
        let mut inside = vec![false; self.sentence.end - self.sentence.first];
        inside[top] = true;
        let Some(parsed) = self.parsed() else { return inside };
        let mut open = vec![top];
        while let Some(word) = open.pop() {
            for &other in parsed.below(word) {
                inside[other] = true;
                open.push(other);
            }
        }
        inside
    }

    /// The token of a stretch that the rest of it hangs from.
    pub fn top(&self, first: usize, end: usize) -> usize {
        (first..end).find(|&at| self.head(at).is_none_or(|head| head < first || head >= end)).unwrap_or(first)
    }

    fn dependent_by(&self, token: usize, relations: &[Relation]) -> Option<usize> {
        self.dependents(token).find(|&other| self.relation(other).is_some_and(|relation| relations.contains(&relation)))
    }

    /// Whether a verb is passive.
    pub(super) fn is_passive_by_parse(&self, cue: &CueAt) -> bool {
        let verb = self.top(cue.first, cue.end);
        self.dependent_by(verb, &[Relation::SubjectPassive, Relation::AuxiliaryPassive, Relation::ObliqueAgent])
            .is_some()
    }

    /// The token that is the grammatical subject of a cue; of a verb without one, that of the verb it is joined to,
    /// completes or goes along with.
    pub fn subject_token(&self, cue: &CueAt) -> Option<usize> {
        self.subject_of(self.top(cue.first, cue.end))
    }

    /// The token that is the grammatical subject of a predicate, by the same way.
    pub fn subject_of(&self, predicate: usize) -> Option<usize> {
        let mut at = predicate;
        for _ in 0..STEPS {
            if let Some(subject) =
                self.dependent_by(at, &[Relation::Subject, Relation::SubjectOuter, Relation::SubjectPassive])
            {
                let relative = self.relation(at) == Some(Relation::AclRelative)
                    && self.document.is_one_of(subject, &["who", "which", "that"]);
                return if relative { self.head(at) } else { Some(subject) };
            }
            let head = self.head(at)?;
            at = match self.relation(at)? {
                Relation::Conjunct
                | Relation::OpenComplement
                | Relation::Adverbial
                | Relation::Auxiliary
                | Relation::Copula
                | Relation::Parataxis => head,
                Relation::Acl
                    if self.class(head) == Some(Class::Noun) || self.class(head) == Some(Class::ProperNoun) =>
                {
                    return Some(head);
                }
                _ => return None,
            };
        }
        None
    }

    /// Who a noun phrase names, by its head word: the mention that covers it, a pronoun's meaning, and those joined by
    /// "and".
    pub fn sources_at(&self, token: usize, discourse: &Discourse, voice: Option<&Source>) -> Vec<Source> {
        let own = self.source_at(token, discourse, voice);
        let joined = self.dependents(token).filter(|&other| self.relation(other) == Some(Relation::Conjunct));
        own.into_iter().chain(joined.flat_map(|other| self.source_at(other, discourse, voice))).collect()
    }

    fn source_at(&self, token: usize, discourse: &Discourse, voice: Option<&Source>) -> Vec<Source> {
        let start = self.dependents(token).chain([token]).min().unwrap_or(token);
        if let Some(group) = (start..=token).find_map(|at| self.group_at(at, token + 1, discourse)) {
            return group;
        }
        if let Some(meant) = self.pronoun(token, self.sentence.first, discourse, voice) {
            return meant;
        }
        let parts = self.dependents(token).filter(|&other| {
            matches!(self.relation(other), Some(Relation::Flat | Relation::Compound | Relation::Apposition))
        });
        let named =
            [token].into_iter().chain(parts).find_map(|at| self.cast.at(at).filter(|(_, placed)| placed.acts()));
        match named {
            Some((_, placed)) => self.of_several(placed).unwrap_or_else(|| vec![Source::of(placed)]),
            None => Vec::new(),
        }
    }
}
