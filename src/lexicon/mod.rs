//! Language data that a non-programmer can edit, compiled into the engine.
//!
//! Each file of `lexicon/` opens with its source, licence and date. The files are ours, so a row that can't be read is a
//! mistake of ours: `tests/lexicon.rs` finds it, and the loaders pass it over. Nothing here depends on a text.

use std::sync::LazyLock;

use crate::text::{Problem, hash_lower};

mod codes;
mod cues;
mod events;
mod forms;
mod lemmas;
mod lists;
mod names;
pub mod near;
mod offices;
mod part;
mod person_names;
mod phrasebook;
mod predicates;
mod stem;
pub mod table;
mod things;
mod word_table;
mod words;

pub use codes::{display_name, is_forum, known_name, spelled_name};
pub use cues::{Cue, CueClass, CueMode, Cues, Side};
pub use events::{EventEntry, EventFamily, EventPart, Events};
pub use forms::Form;
pub use lemmas::Lemmas;
pub use lists::WordList;
pub use names::{Body, BodyKind, Name, Names, is_current, speaks_officially, term_on};
pub use offices::{Class, Offices, Person, Term, Title};
pub use part::{Part, is_near};
pub use phrasebook::{Case, Phrasebook};
pub use predicates::{Leaning, Predicate, Predicates};
pub use stem::stem;
pub use things::{Thing, ThingKind, Things};
pub use word_table::{Book, WordMarks, WordTable};
pub use words::{WordClass, Words};

use table::packed_rows;

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
    /// Sixteen hex digits that stand for the exact content of the file that [`read`](Self::read) takes.
    pub const WHOLE_ID: &str = part::LISTS_ID;

    /// All that the engine knows. Reading it takes a few milliseconds, once.
    ///
    /// What the page reaches must not call this: it has the near part, and gets the whole as a file.
    pub fn whole() -> &'static Self {
        static WHOLE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(&Part::WHOLE));
        &WHOLE
    }

    /// What of it can matter for the bundled dossier: that one reads the same with it, to the byte. See [`is_near`].
    pub fn near() -> &'static Self {
        static NEAR: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(&Part::NEAR));
        &NEAR
    }

    /// The same as [`whole`](Self::whole), from the file that a page fetches. The file is kept for good.
    ///
    /// # Errors
    ///
    /// Where it is not exactly the file that was made together with this program.
    pub fn read(name: &str, file: Vec<u8>) -> Result<Self, Problem> {
        Part::read(name, file).map(|part| Self::of(&part))
    }

    /// Reads a part of the files; those that have no parts are read in whole.
    pub fn of(part: &Part) -> Self {
        let offices = Offices::read(part.titles, part.roles);
        let names = Names::read(part, &offices);
        let words = Words::read(part.words, part.concepts);
        let (cues, things) = (Cues::read(part.cues), Things::read(part.things));
        let mut table = WordTable::of_lists(part.lists);
        table.add(Book::Names, names.exact.openers());
        table.add(Book::Names, names.shouted.openers());
        table.add(Book::Titles, offices.titles.openers());
        table.add(Book::Surnames, &offices.surname_words());
        table.add(Book::Cues, cues.book.openers());
        table.add(Book::Separable, cues.separable.openers());
        table.add(Book::Small, words.small.openers());
        table.add_small(&words.small);
        table.add(Book::Things, things.heads.openers());
        for row in packed_rows(part.openers) {
            let book = match row.field(0) {
                "surnames" => Book::Surnames,
                "titles" => Book::Titles,
                _ => Book::Cues,
            };
            table.add(book, &row.list(1).map(hash_lower).collect::<Vec<_>>());
        }
        Self { offices, names, cues, words, things, table }
    }

    /// Bodies that a [`Name::Body`] points to.
    pub fn bodies(&self) -> &[Body] {
        &self.names.bodies
    }
}
