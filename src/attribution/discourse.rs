//! What the text so far lets pronouns and group nouns mean.

use super::sense::Sense;
use super::source::Source;
use crate::entities::{Cast, EntityKind, Placed};
use crate::lexicon::Class;

/// What the text so far lets pronouns mean. People and states are kept as places in the cast: most are never asked for.
#[derive(Clone, Debug, Default)]
pub struct Discourse {
    /// Whoever was last given words.
    pub speaker: Option<Source>,
    /// The person whom the last sentence about anybody was about.
    topic: Option<usize>,
    people: Vec<usize>,
    polities: Vec<usize>,
    group: Vec<usize>,
}

impl Discourse {
    /// Takes note of a sentence that has been read.
    pub fn note(&mut self, sense: &Sense) {
        let (cast, first, end) = (sense.cast, sense.sentence.first, sense.sentence.end);
        let person = |placed: &Placed| {
            placed.mention.kind == EntityKind::Person && !placed.plural && !placed.mention.name.is_empty()
        };
        let outside = |placed: &Placed| sense.document.quote_at(placed.first).is_none();
        let about = |(_, placed): &(usize, &Placed)| person(placed) && sense.can_be_subject(placed) && outside(placed);
        if let Some((topic, _)) = cast.within(first, end).find(about) {
            self.topic = Some(topic);
        }
        let (people, polities) = (self.people.len(), self.polities.len());
        for (index, placed) in cast.within(first, end) {
            match placed.mention.kind {
                EntityKind::Person if person(placed) => self.people.push(index),
                EntityKind::Country | EntityKind::Bloc if sense.can_be_subject(placed) => self.polities.push(index),
                _ => {}
            }
        }
        // The state a sentence is about comes first in it, so it goes last on the list.
        self.polities[polities..].reverse();
        if self.people.len() >= people + 2 {
            self.group = distinct(cast, &self.people[people..]);
        }
        forget(&mut self.people);
        forget(&mut self.polities);
    }

    /// The person whom the text was last about.
    pub(super) fn topic(&self, cast: &Cast) -> Option<Source> {
        self.topic.map(|index| Source::of(&cast.placed[index]))
    }

    pub(super) fn person(&self, cast: &Cast, but: Option<&str>) -> Option<Source> {
        let mut people = self.people.iter().rev().map(|&index| &cast.placed[index]);
        people.find(|placed| but != Some(placed.mention.name.as_str())).map(Source::of)
    }

    pub(super) fn polity(&self, cast: &Cast) -> Option<Source> {
        self.polities.last().map(|&index| Source::of(&cast.placed[index]))
    }

    pub(super) fn bloc(&self, cast: &Cast) -> Option<Source> {
        let mut polities = self.polities.iter().rev().map(|&index| &cast.placed[index]);
        polities.find(|placed| placed.holder().is_some_and(|code| !code.is_country())).map(Source::of)
    }

    /// Two people named together, else the two leaders last named, of different countries.
    pub(super) fn pair(&self, cast: &Cast) -> Vec<Source> {
        let mut pair: Vec<usize> = Vec::new();
        if self.group.len() == 2 {
            pair.clone_from(&self.group);
        } else {
            let official = |index: &usize| {
                let placed = &cast.placed[*index];
                placed.class == Class::Official && placed.holder().is_some()
            };
            for index in self.people.iter().copied().rev().filter(official) {
                if pair.iter().all(|&other| cast.placed[other].holder() != cast.placed[index].holder()) {
                    pair.push(index);
                }
                if pair.len() == 2 {
                    break;
                }
            }
        }
        pair.into_iter().map(|index| Source::of(&cast.placed[index])).collect()
    }
}

/// How many names back a pronoun may reach.
const REACH: usize = 40;

fn forget(names: &mut Vec<usize>) {
    let excess = names.len().saturating_sub(REACH);
    names.drain(..excess);
}

fn distinct(cast: &Cast, people: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    for &person in people {
        let holder = cast.placed[person].holder();
        if holder.is_some() && out.iter().all(|&other| cast.placed[other].holder() != holder) {
            out.push(person);
        }
    }
    out
}
