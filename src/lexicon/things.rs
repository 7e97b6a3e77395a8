//! Head nouns of named things: systems, documents, events, places, organisations.

use super::phrasebook::{Case, Phrasebook};
use super::table::packed_rows;

/// What a head noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThingKind {
    /// A weapon system or installation.
    System,
    /// A treaty, report or plan.
    Document,
    /// A meeting, war or period.
    Event,
    /// A sea, coast or region.
    Place,
    /// A body.
    Organisation,
}

/// One head noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What it names.
    pub kind: ThingKind,
    /// Whether it names something also without a name before it.
    pub alone: bool,
}

/// Head nouns, in small letters.
#[derive(Clone, Debug)]
pub struct Things {
    /// Head noun to what it names.
    pub heads: Phrasebook<Thing>,
}

impl Things {
    /// Reads a packed `things.txt`.
    pub(super) fn read(file: &str) -> Self {
        let mut heads = Phrasebook::new(Case::Folded);
        for row in packed_rows(file) {
            let kind = match row.field(1) {
                "system" => ThingKind::System,
                "document" => ThingKind::Document,
                "event" => ThingKind::Event,
                "place" => ThingKind::Place,
                _ => ThingKind::Organisation,
            };
            heads.entry(row.field(0), || Thing { kind, alone: row.field(2) == "any" });
        }
        Self { heads }
    }
}
