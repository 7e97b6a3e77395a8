//! Signs that a word heads a cue.

use super::signs::{Signs, mixed};
use super::words::{Kind, Word, Words};
use crate::syntax::{Class, Relation};

/// How far a quotation is looked for.
const REACH: usize = 12;
/// The word beyond a sentence's ends.
const EDGE: u32 = 1;

impl Words {
    /// Whether a word can head a cue at all.
    pub(super) fn can_head(&self, at: usize) -> bool {
        let word = &self.list[at];
        word.kind == Kind::Colon
            || matches!(
                word.class,
                Class::Verb
                    | Class::Noun
                    | Class::Adjective
                    | Class::Adverb
                    | Class::Auxiliary
                    | Class::Adposition
                    | Class::ProperNoun
            )
    }

    /// The signs that a word heads a cue.
    pub(super) fn cue_signs(&self, at: usize) -> Signs {
        let mut signs = Signs::default();
        let word = &self.list[at];
        let (class, relation) = (word.class as u32, word.relation as u32);
        signs.add("class", &[class]);
        signs.add("lemma", &[word.lemma, class]);
        signs.add("fine", &[word.fine as u32, relation]);
        signs.add("lemma relation", &[word.lemma, relation]);
        signs.add("form", &[word.form]);
        signs.add("ending", &[word.ending, class]);
        signs.add("heading", &[u32::from(word.heading), class]);
        signs.add("capital", &[u32::from(word.capital), class, relation]);
        self.head_signs(word, &mut signs);
        self.quotation_signs(at, &mut signs);
        self.frame_signs(at, &mut signs);
        self.neighbour_signs(at, &mut signs);
        signs
    }

    fn head_signs(&self, word: &Word, signs: &mut Signs) {
        let (class, relation) = (word.class as u32, word.relation as u32);
        let head = word.head.map(|head| &self.list[head]);
        let (lemma, of, own) = head.map_or((0, 100, 100), |head| (head.lemma, head.class as u32, head.relation as u32));
        signs.add("head", &[lemma, relation]);
        signs.add("head class", &[of, relation, class]);
        signs.add("head lemma", &[word.lemma, lemma]);
        signs.add("head relation", &[own, relation, class]);
    }

    /// Where the nearest quotation stands.
    fn quotation_signs(&self, at: usize, signs: &mut Signs) {
        let word = &self.list[at];
        let (first, end) = self.sentences[word.sentence];
        let differs = |other: usize| self.list[other].quote != word.quote;
        let before = (first.max(at.saturating_sub(REACH))..at).any(differs);
        let after = (at + 1..end.min(at + 1 + REACH)).any(differs);
        let near = u32::from(before) + 2 * u32::from(after);
        let inside = u32::from(word.quote > 0);
        signs.add("quotation", &[inside, near, word.class as u32]);
        signs.add("quotation lemma", &[near, word.lemma]);
        signs.add("quoted lemma", &[inside, word.lemma]);
    }

    /// The words that hang from it.
    fn frame_signs(&self, at: usize, signs: &mut Signs) {
        let word = &self.list[at];
        let (lemma, class) = (word.lemma, word.class as u32);
        let (mut frame, mut subject) = (0, 0);
        for &other in self.dependents(at) {
            let dependent = &self.list[other];
            let relation = dependent.relation as u32;
            signs.add("dependent", &[relation, class]);
            signs.add("dependent of lemma", &[relation, lemma]);
            match dependent.relation {
                Relation::Oblique | Relation::Nominal => {
                    signs.add("phrase", &[relation, self.opener(other), class]);
                    signs.add("phrase of lemma", &[lemma, self.opener(other)]);
                }
                Relation::ClausalComplement | Relation::OpenComplement | Relation::Adverbial | Relation::Acl => {
                    signs.add("clause", &[relation, self.opener(other), class, dependent.fine as u32]);
                    signs.add("clause of lemma", &[lemma, relation, self.opener(other)]);
                }
                Relation::Subject | Relation::SubjectPassive => {
                    let pronoun = dependent.class == Class::Pronoun;
                    subject = if pronoun { dependent.form } else { 2 + dependent.class as u32 };
                    signs.add("subject of lemma", &[lemma, subject]);
                    signs.add("subject", &[dependent.lemma, class]);
                }
                Relation::Object => {
                    signs.add("object", &[dependent.lemma, class]);
                    signs.add("object class", &[dependent.class as u32, class]);
                    signs.add("object class of lemma", &[lemma, dependent.class as u32]);
                    signs.add("object of lemma", &[lemma, dependent.lemma]);
                }
                Relation::Auxiliary
                | Relation::AuxiliaryPassive
                | Relation::Marker
                | Relation::Case
                | Relation::CompoundParticle
                | Relation::AdverbModifier
                | Relation::Copula
                | Relation::NominalPossessive
                | Relation::Determiner => {
                    signs.add("small word", &[relation, dependent.lemma, class]);
                    signs.add("small word of lemma", &[lemma, dependent.lemma]);
                }
                _ => {}
            }
            if is_of_frame(dependent.relation) {
                frame = mixed(mixed(frame, relation), u32::from(other < at));
            }
        }
        signs.add("frame", &[frame, class]);
        signs.add("frame of lemma", &[frame, lemma]);
        signs.add("subject and class", &[subject, class]);
    }

    fn neighbour_signs(&self, at: usize, signs: &mut Signs) {
        let word = &self.list[at];
        let (first, end) = self.sentences[word.sentence];
        let there = |step: isize| at.checked_add_signed(step).filter(|at| (first..end).contains(at));
        let form = |step| there(step).map_or(EDGE, |at| self.list[at].form);
        let fine = |step| there(step).map_or(100, |at| self.list[at].fine as u32);
        let class = word.class as u32;
        for (step, number) in [(-2, 0), (-1, 1), (1, 2), (2, 3)] {
            signs.add("form near", &[number, form(step)]);
            signs.add("fine near", &[number, fine(step), class]);
        }
        for (step, number) in [(-1, 1), (1, 2)] {
            signs.add("lemma and form near", &[number, word.lemma, form(step)]);
            signs.add("lemma and fine near", &[number, word.lemma, fine(step)]);
        }
        signs.add("between", &[fine(-1), fine(1), class]);
        signs.add("two after", &[form(1), form(2)]);
        signs.add("lemma and two after", &[word.lemma, form(1), form(2)]);
        if at == first {
            signs.add("first", &[class]);
        }
    }
}

/// Whether a dependent of this kind tells what a word asks for.
fn is_of_frame(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::ClausalComplement
            | Relation::OpenComplement
            | Relation::Object
            | Relation::Subject
            | Relation::SubjectPassive
            | Relation::AuxiliaryPassive
            | Relation::Marker
            | Relation::Oblique
            | Relation::Copula
            | Relation::Parataxis
            | Relation::NominalPossessive
            | Relation::Acl
            | Relation::Nominal
            | Relation::Case
    )
}
