//! The people and bodies that a dossier adds, made ready once for many articles.

use super::Actor;
use super::people::Known;
use crate::lexicon::{Class, Lexicon};
use crate::text::{Date, hash_words};

/// A dossier's actors, ready to be introduced to each article.
#[derive(Clone, Debug, Default)]
pub struct Actors(pub(super) Vec<Ready>);

/// One of them.
#[derive(Clone, Debug)]
pub(super) struct Ready {
    from: Option<Date>,
    to: Option<Date>,
    /// Whether another entry has the same name, for another time.
    pub(super) has_twin: bool,
    /// By the name and by each alias.
    pub(super) names: Vec<ReadyName>,
}

/// An actor by one name.
#[derive(Clone, Debug)]
pub(super) struct ReadyName {
    pub(super) known: Known,
    /// [`Known::words`] of the same.
    pub(super) words: Vec<u64>,
    /// For an alias, the hash of its words: it counts where the text has it.
    pub(super) alias: Option<u64>,
}

impl Actors {
    /// Makes a dossier's actors ready.
    pub fn new(actors: &[Actor], lexicon: &Lexicon) -> Self {
        Self(actors.iter().map(|actor| Ready::new(actor, actors, lexicon)).collect())
    }

    /// Whether any of them has an alias.
    pub(super) fn have_aliases(&self) -> bool {
        self.0.iter().any(|actor| actor.names.iter().any(|name| name.alias.is_some()))
    }
}

impl Ready {
    fn new(actor: &Actor, all: &[Actor], lexicon: &Lexicon) -> Self {
        let class = lexicon.offices.class_of(&actor.office);
        let ready = |name: &String| {
            let mut known = Known::introduced(name, actor.country, Some(&actor.office), class);
            known.name.clone_from(&actor.name);
            let words = known.words();
            ReadyName { known, words, alias: (*name != actor.name).then(|| hash_words(name)) }
        };
        Self {
            from: actor.from,
            to: actor.to,
            has_twin: all.iter().any(|other| other.name == actor.name && other != actor),
            names: std::iter::once(&actor.name).chain(&actor.aliases).map(ready).collect(),
        }
    }

    /// Whether the office is held on a day; without a day it counts as held.
    pub(super) fn is_current(&self, date: Option<Date>) -> bool {
        date.is_none_or(|date| self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to))
    }
}

impl ReadyName {
    /// As somebody who holds the office, or held it.
    pub(super) fn known(&self, current: bool) -> Known {
        let mut known = self.known.clone();
        if !current {
            known.class = Class::Former;
        }
        known
    }
}
