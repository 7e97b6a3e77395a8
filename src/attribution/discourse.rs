//! What the text so far lets pronouns and group nouns mean.

use super::sense::Sense;
use super::source::Source;
use crate::entities::{EntityKind, Placed};

/// What the text so far lets pronouns mean.
#[derive(Clone, Debug, Default)]
pub struct Discourse {
    /// Whoever was last given words.
    pub speaker: Option<Source>,
    /// The person whom the last sentence about anybody was about.
    pub(super) topic: Option<Source>,
    people: Vec<Source>,
    polities: Vec<Source>,
    pub(super) group: Vec<Source>,
}

impl Discourse {
    /// Takes note of a sentence that has been read.
    pub fn note(&mut self, sense: &Sense) {
        let (cast, first, end) = (sense.cast, sense.sentence.first, sense.sentence.end);
        let about = cast
            .within(first, end)
            .map(|(_, placed)| placed)
            .filter(|placed| placed.mention.kind == EntityKind::Person);
        let about =
            about.filter(|placed| !placed.plural && !placed.mention.name.is_empty() && sense.can_be_subject(placed));
        let outside = |placed: &&Placed| sense.document.quote_at(placed.first).is_none();
        if let Some(topic) = { about }.find(outside) {
            self.topic = Some(Source::of(topic));
        }
        let (mut together, mut states): (Vec<Source>, Vec<Source>) = (Vec::new(), Vec::new());
        for (_, placed) in cast.within(first, end) {
            let source = Source::of(placed);
            match placed.mention.kind {
                EntityKind::Person if !placed.plural && !placed.mention.name.is_empty() => {
                    together.push(source.clone());
                    self.people.push(source);
                }
                EntityKind::Country | EntityKind::Bloc if sense.can_be_subject(placed) => states.push(source),
                _ => {}
            }
        }
        // The state a sentence is about comes first in it, so it goes last on the list.
        self.polities.extend(states.into_iter().rev());
        if together.len() >= 2 {
            self.group = distinct(together);
        }
        let excess = self.people.len().saturating_sub(40);
        self.people.drain(..excess);
        let excess = self.polities.len().saturating_sub(40);
        self.polities.drain(..excess);
    }

    pub(super) fn person(&self, but: Option<&str>) -> Option<Source> {
        self.people.iter().rev().find(|source| but != Some(source.speaker.as_str())).cloned()
    }

    pub(super) fn polity(&self) -> Option<Source> {
        self.polities.last().cloned()
    }

    pub(super) fn bloc(&self) -> Option<Source> {
        self.polities.iter().rev().find(|source| source.holder.is_some_and(|code| !code.is_country())).cloned()
    }

    /// The two leaders last named, of different countries.
    pub(super) fn pair(&self) -> Vec<Source> {
        let mut pair: Vec<Source> = Vec::new();
        for source in self.people.iter().rev().filter(|source| source.is_official() && source.holder.is_some()) {
            if pair.iter().all(|other| other.holder != source.holder) {
                pair.push(source.clone());
            }
            if pair.len() == 2 {
                break;
            }
        }
        pair
    }
}

fn distinct(sources: Vec<Source>) -> Vec<Source> {
    let mut out: Vec<Source> = Vec::new();
    for source in sources {
        if source.holder.is_some() && out.iter().all(|other| other.holder != source.holder) {
            out.push(source);
        }
    }
    out
}
