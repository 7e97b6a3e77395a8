//! Language data that a non-programmer can edit, compiled into the engine.
//!
//! Each file of `lexicon/` opens with its source, licence and date. The files are ours, so their loader rejects
//! what it does not know (tests hold that); nothing here depends on a text.

use std::sync::LazyLock;

mod cues;
mod names;
mod offices;
mod phrasebook;
mod stem;
pub mod table;
mod words;

pub use cues::{Cue, CueClass, CueMode, Cues, Form, Side};
pub use names::{Body, BodyKind, Name, Names, is_current, speaks_officially, term_on};
pub use offices::{Class, Offices, Person, Term, Title};
pub use phrasebook::{Case, Phrasebook};
pub use stem::stem;
pub use words::{WordClass, Words};

/// All language data, read once.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// People and office words.
    pub offices: Offices,
    /// Names of countries, bodies and people.
    pub names: Names,
    /// Words that carry a side.
    pub cues: Cues,
    /// Small words and word families.
    pub words: Words,
}

impl Lexicon {
    /// The data compiled into the engine. Reading it takes a few milliseconds, once.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| {
            let offices = Offices::builtin();
            let names = Names::builtin(&offices);
            Lexicon { offices, names, cues: Cues::builtin(), words: Words::builtin() }
        });
        &BUILTIN
    }

    /// Bodies that a [`Name::Body`] points to.
    pub fn bodies(&self) -> &[Body] {
        &self.names.bodies
    }
}

/// The name of a country or bloc as a newspaper writes it; the code itself where it is unknown.
pub fn display_name(code: crate::text::Code) -> String {
    Lexicon::builtin().names.display_name(code)
}
