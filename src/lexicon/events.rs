//! Verbs and nouns of what states, bodies and people do to each other.
//!
//! The families are those of event data (CAMEO: Gerner, Schrodt, Yilmaz and Abu-Jabr 2002; PLOVER: Halterman and others
//! 2023), told by our own words. The page never asks for them, so its program does not carry them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::lexicon_file;
use super::table::packed_rows;

/// What sort of event a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventFamily {
    /// Meets, talks, mediates.
    Consult,
    /// Agrees to something, works together.
    Agree,
    /// Praises, stands by.
    Support,
    /// Gives goods, money, care or protection.
    Aid,
    /// Gives in, lets go, eases.
    Yield,
    /// Asks, demands, presses.
    Request,
    /// Criticises, investigates, charges.
    Accuse,
    /// Refuses, blocks, breaks.
    Reject,
    /// Threatens, warns.
    Threaten,
    /// Protests in public.
    Protest,
    /// Readies forces.
    Mobilise,
    /// Cuts what there was between them.
    Sanction,
    /// Arrests, seizes, forbids.
    Coerce,
    /// Attacks, wounds, kills.
    Assault,
    /// Turns what it governs into its opposite: "lift", "suspend".
    Turn,
    /// No event: somebody who can act, without a name ("troops").
    Actor,
}

impl EventFamily {
    const NAMES: [(&'static str, Self); 16] = [
        ("consult", Self::Consult),
        ("agree", Self::Agree),
        ("support", Self::Support),
        ("aid", Self::Aid),
        ("yield", Self::Yield),
        ("request", Self::Request),
        ("accuse", Self::Accuse),
        ("reject", Self::Reject),
        ("threaten", Self::Threaten),
        ("protest", Self::Protest),
        ("mobilise", Self::Mobilise),
        ("sanction", Self::Sanction),
        ("coerce", Self::Coerce),
        ("assault", Self::Assault),
        ("turn", Self::Turn),
        ("actor", Self::Actor),
    ];

    fn named(word: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(name, _)| *name == word).map(|(_, family)| *family)
    }

    /// Its name in `lexicon/events.txt`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, family)| *family == self).map_or("", |(name, _)| *name)
    }

    /// 1 for cooperation, -1 for conflict, 0 where it is neither.
    pub fn side(self) -> i32 {
        match self {
            Self::Consult | Self::Agree | Self::Support | Self::Aid | Self::Yield => 1,
            Self::Turn | Self::Actor => 0,
            _ => -1,
        }
    }
}

/// Which sort of word an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventPart {
    /// A verb; other words may stand between it and the rest of its entry.
    Verb,
    /// A noun.
    Noun,
}

/// One word or phrase of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventEntry {
    /// What follows the first word, in small letters.
    pub rest: Vec<&'static str>,
    /// What it names.
    pub family: EventFamily,
}

/// All entries by their first word.
#[derive(Clone, Debug, Default)]
pub struct Events {
    verbs: BTreeMap<&'static str, Vec<EventEntry>>,
    nouns: BTreeMap<&'static str, Vec<EventEntry>>,
}

impl Events {
    /// The lexicon file, read when first asked for.
    pub fn builtin() -> &'static Self {
        static EVENTS: LazyLock<Events> = LazyLock::new(Events::read);
        &EVENTS
    }

    fn read() -> Self {
        let mut events = Self::default();
        for row in packed_rows(lexicon_file!("events.txt")) {
            let Some(family) = EventFamily::named(row.field(0)) else { continue };
            let book = if row.field(1) == "verb" { &mut events.verbs } else { &mut events.nouns };
            for phrase in row.list(3) {
                let mut words = phrase.split(' ');
                let Some(first) = words.next() else { continue };
                book.entry(first).or_default().push(EventEntry { rest: words.collect(), family });
            }
        }
        events
    }

    /// The entries that begin with this lemma in small letters.
    pub fn of(&self, part: EventPart, lemma: &str) -> &[EventEntry] {
        let book = match part {
            EventPart::Verb => &self.verbs,
            EventPart::Noun => &self.nouns,
        };
        book.get(lemma).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::table::rows;

    #[test]
    fn every_row_is_read_and_has_the_side_of_its_family() {
        for row in rows(include_str!("../../lexicon/events.txt")) {
            let family = EventFamily::named(row.field(0)).expect("a family");
            assert_eq!(family.name(), row.field(0));
            let side = match row.field(2) {
                "+" => 1,
                "-" => -1,
                _ => 0,
            };
            assert_eq!(family.side(), side, "{}", row.field(0));
            assert_eq!(row.field(2) == "~", family == EventFamily::Turn);
            let part = if row.field(1) == "verb" { EventPart::Verb } else { EventPart::Noun };
            for phrase in row.list(3) {
                let first = phrase.split(' ').next().unwrap_or_default();
                assert!(Events::builtin().of(part, first).iter().any(|entry| entry.family == family), "{phrase}");
            }
        }
    }
}
