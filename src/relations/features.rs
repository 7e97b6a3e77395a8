//! What the model sees of two actors in a sentence: signs, each with the word that bears it.

use std::ops::Range;

use super::way::Way;
use super::words::Words;
use crate::lexicon::EventFamily;
use crate::syntax::{Class, Relation};
use crate::text::fnv1a_64;

/// One sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    /// What it is, as a hash.
    pub(super) key: u32,
    /// The word that bears it; `None` for what no single word does.
    pub(super) word: Option<usize>,
}

/// The two actors as stretches of words; either may be missing.
#[derive(Clone, Debug, Default)]
pub(super) struct Pair {
    pub(super) source: Option<Range<usize>>,
    pub(super) target: Option<Range<usize>>,
}

impl Pair {
    fn holds(&self, at: usize) -> bool {
        [&self.source, &self.target].into_iter().flatten().any(|stretch| stretch.contains(&at))
    }
}

/// All signs of a pair; each key once, borne by the word nearest to the way.
pub(super) fn signs(words: &Words, pair: &Pair) -> Vec<Sign> {
    let way = Way::between(words, pair.source.as_ref(), pair.target.as_ref());
    let mut signs = Signs { words, pair, found: Vec::new() };
    signs.add("bias", None);
    let path: Vec<usize> = way.words().collect();
    let hanging = signs.hanging(&path);
    let between = signs.between();
    let all: Vec<usize> = (0..words.len()).filter(|&at| signs.counts(at)).collect();
    signs.zone("p", &path);
    signs.zone("d", &hanging);
    signs.zone("w", &between);
    signs.families("b", &all);
    signs.turned("p", path.iter().chain(&hanging).copied());
    signs.turned("b", all.iter().copied());
    signs.order(&way);
    signs.governed(&path);
    signs.roles();
    signs.inside();
    signs.found
}

/// The signs found so far.
struct Signs<'a> {
    words: &'a Words,
    pair: &'a Pair,
    found: Vec<Sign>,
}

impl Signs<'_> {
    fn add(&mut self, sign: &str, word: Option<usize>) {
        let hash = fnv1a_64(sign).to_be_bytes();
        let key = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
        if self.found.iter().all(|other| other.key != key) {
            self.found.push(Sign { key, word });
        }
    }

    /// Whether a word is one of the sentence's own, neither mark nor part of an actor.
    fn counts(&self, at: usize) -> bool {
        !self.pair.holds(at) && !self.words.is_mark(at)
    }

    /// What hangs from the words of the way, and from that as a part of its name or joined to it.
    fn hanging(&self, path: &[usize]) -> Vec<usize> {
        let part = [Relation::Compound, Relation::Adjectival, Relation::Nominal, Relation::Conjunct];
        let fresh = |at: &usize| self.counts(*at) && !path.contains(at);
        let mut found = Vec::new();
        for &at in path {
            for &near in self.words.dependents(at).iter().filter(|at| fresh(at)) {
                found.push(near);
                let parts = self.words.dependents(near).iter().filter(|at| part.contains(&self.words.relation(**at)));
                found.extend(parts.copied().filter(fresh));
            }
        }
        found
    }

    /// The words between the heads of the two, in order.
    fn between(&self) -> Vec<usize> {
        let top = |stretch: &Option<Range<usize>>| stretch.as_ref().and_then(|stretch| self.words.top(stretch));
        let (Some(source), Some(target)) = (top(&self.pair.source), top(&self.pair.target)) else { return Vec::new() };
        (source.min(target)..source.max(target)).filter(|&at| self.counts(at)).collect()
    }

    /// Families and lemmas of some words; names tell no polarity.
    fn zone(&mut self, zone: &str, places: &[usize]) {
        self.families(zone, places);
        for &at in places {
            if !matches!(self.words.class(at), Class::ProperNoun | Class::Numeral) {
                self.add(&format!("{zone}:{}", self.words.lemma(at)), Some(at));
            }
        }
    }

    fn families(&mut self, zone: &str, places: &[usize]) {
        for &at in places {
            for family in self.words.families(at) {
                self.add(&format!("{zone} family {}", family.name()), Some(at));
                self.add(&format!("{zone} side {}", family.side()), Some(at));
            }
        }
    }

    /// "lifted sanctions", "a halt to the attacks": what a turning word governs.
    fn turned(&mut self, zone: &str, places: impl Iterator<Item = usize>) {
        use Relation::{
            Acl, Adjectival, ClausalComplement, Compound, Nominal, Object, Oblique, OpenComplement, SubjectPassive,
        };
        let governs = [Object, SubjectPassive, OpenComplement, ClausalComplement, Nominal, Oblique, Acl];
        let (words, pair) = (self.words, self.pair);
        for at in places.filter(|&at| words.turns(at)) {
            for &object in words.dependents(at).iter().filter(|at| !pair.holds(**at)) {
                if !governs.contains(&words.relation(object)) {
                    continue;
                }
                for family in words.families(object) {
                    self.add(&format!("{zone} turned {}", family.side()), Some(at));
                    self.add(&format!("{zone} turned {}", family.name()), Some(at));
                }
                let parts = words.dependents(object).iter().filter(|at| !pair.holds(**at));
                for &part in parts.filter(|at| [Compound, Adjectival].contains(&words.relation(**at))) {
                    for family in words.families(part) {
                        self.add(&format!("{zone} turned {}", family.side()), Some(at));
                    }
                }
            }
        }
    }

    /// The first event from the source on, and where the ways meet.
    fn order(&mut self, way: &Way) {
        let event = |at: &usize| self.words.families(*at).iter().any(|family| is_event(*family));
        if let Some(first) = way.words().find(event) {
            for family in self.words.families(first) {
                self.add(&format!("first {}", family.name()), Some(first));
                self.add(&format!("first side {}", family.side()), Some(first));
            }
        }
        if let Some(meeting) = way.meeting {
            for family in self.words.families(meeting) {
                self.add(&format!("meeting {}", family.name()), Some(meeting));
            }
        }
    }

    /// Verbs of the way with what they govern, and whether they are denied.
    fn governed(&mut self, path: &[usize]) {
        use Relation::{AdverbModifier, Auxiliary, CompoundParticle, Object, Oblique, OpenComplement, SubjectPassive};
        let words = self.words;
        for &verb in path.iter().filter(|at| words.class(**at) == Class::Verb) {
            for &at in words.dependents(verb) {
                let relation = words.relation(at);
                let object = [Object, OpenComplement, CompoundParticle, Oblique, SubjectPassive].contains(&relation);
                if object && !self.pair.holds(at) && words.class(at) != Class::ProperNoun {
                    self.add(&format!("{} {}", words.lemma(verb), words.lemma(at)), Some(verb));
                }
                if [AdverbModifier, Auxiliary].contains(&relation) && ["not", "never", "no"].contains(&words.lemma(at))
                {
                    self.add("denied", Some(at));
                }
            }
        }
    }

    /// What each of the two is in its clause, and the word before it.
    fn roles(&mut self) {
        let pair = self.pair;
        for (name, stretch) in [("source", &pair.source), ("target", &pair.target)] {
            let Some(top) = stretch.as_ref().and_then(|stretch| self.words.top(stretch)) else {
                self.add(&format!("no {name}"), None);
                continue;
            };
            self.add(&format!("{name} is {}", self.words.relation(top).name()), None);
            for &at in self.words.dependents(top) {
                if self.words.relation(at) == Relation::Case {
                    self.add(&format!("{name} after {}", self.words.lemma(at)), None);
                }
            }
        }
    }

    /// What the words of the two say of them: "the strikers", "the attackers".
    fn inside(&mut self) {
        let pair = self.pair;
        for (name, stretch) in [("source", &pair.source), ("target", &pair.target)] {
            for at in stretch.clone().into_iter().flatten() {
                for family in self.words.families(at).iter().filter(|family| is_event(**family)) {
                    self.add(&format!("{name} family {}", family.name()), None);
                }
            }
        }
    }
}

/// Whether a family is one of events, not of actors.
fn is_event(family: EventFamily) -> bool {
    family != EventFamily::Actor
}
