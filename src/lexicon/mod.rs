//! Language data that a non-programmer can edit, compiled into the engine.
//!
//! Each file of `lexicon/` opens with its source, licence and date. The files are ours, so a row that can't be read is a
//! mistake of ours: `tests/lexicon.rs` finds it, and the loaders pass it over. Nothing here depends on a text.

use std::sync::LazyLock;

mod cues;
mod events;
mod lemmas;
mod lists;
mod names;
mod offices;
mod phrasebook;
mod predicates;
mod stem;
pub mod table;
mod things;
mod word_table;
mod words;

pub use cues::{Cue, CueClass, CueMode, Cues, Form, Side};
pub use events::{EventEntry, EventFamily, EventPart, Events};
pub use lemmas::Lemmas;
pub use lists::WordList;
pub use names::{
    Body, BodyKind, Name, Names, is_current, is_forum, known_name, speaks_officially, spelled_name, term_on,
};
pub use offices::{Class, Offices, Person, Term, Title};
pub use phrasebook::{Case, Phrasebook};
pub use predicates::{Leaning, Predicate, Predicates};
pub use stem::stem;
pub use things::{Thing, ThingKind, Things};
pub use word_table::{Book, WordMarks, WordTable};
pub use words::{WordClass, Words};

/// A file of `lexicon/` as `build.rs` packed it.
macro_rules! lexicon_file {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

pub(crate) use lexicon_file;

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
    /// Head nouns of named things.
    pub things: Things,
    /// What is known of single words.
    pub table: WordTable,
}

impl Lexicon {
    /// The data compiled into the engine. Reading it takes a few milliseconds, once.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| {
            let offices = Offices::builtin();
            let names = Names::builtin(&offices);
            let (cues, words, things) = (Cues::builtin(), Words::builtin(), Things::builtin());
            let mut table = WordTable::of_lists();
            table.add(Book::Names, names.exact.openers());
            table.add(Book::Names, names.shouted.openers());
            table.add(Book::Titles, offices.titles.openers());
            table.add(Book::Surnames, &offices.surname_words());
            table.add(Book::Cues, cues.book.openers());
            table.add(Book::Separable, cues.separable.openers());
            table.add(Book::Small, words.small.openers());
            table.add_small(&words.small);
            table.add(Book::Things, things.heads.openers());
            Lexicon { offices, names, cues, words, things, table }
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
    known_name(code).map_or_else(|| code.to_string(), str::to_owned)
}
