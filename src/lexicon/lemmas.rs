//! Words whose forms the rules of letters would file under another word, and adjectives that keep their capital.

use std::sync::LazyLock;

use super::lexicon_file;
use super::part::Part;
use super::table::packed_rows;
use crate::text::{ByHash, hash_exact, hash_join, hash_lower};

/// Words by hash.
#[derive(Clone, Debug, Default)]
struct Table {
    places: ByHash,
    words: Vec<&'static str>,
}

impl Table {
    fn insert(&mut self, key: u64, word: &'static str) {
        let place = self.places.place_or(key, self.words.len());
        match self.words.get_mut(place) {
            Some(known) => *known = word,
            None => self.words.push(word),
        }
    }

    fn get(&self, key: u64) -> Option<&'static str> {
        self.places.place(key).map(|place| self.words[place])
    }
}

/// The entry of a word that has regular forms beside irregular ones.
const REGULAR: &str = "VB";

/// The rows of `lexicon/lemmas.txt`, and the nationalities of `lexicon/countries.txt`.
#[derive(Clone, Debug, Default)]
pub struct Lemmas {
    forms: Table,
    /// Stems, which are lemmas without their silent e, with the e or nothing.
    stems: Table,
    names: Table,
}

impl Lemmas {
    /// The lexicon files, read when first asked for: the page never does.
    pub fn builtin() -> &'static Self {
        static LEMMAS: LazyLock<Lemmas> = LazyLock::new(Lemmas::read);
        &LEMMAS
    }

    fn read() -> Self {
        let mut lemmas = Self::default();
        for row in packed_rows(Part::WHOLE.countries) {
            for name in row.list(3) {
                lemmas.names.insert(hash_lower(name), name);
            }
        }
        for row in packed_rows(lexicon_file!("lemmas.txt")) {
            let lemma = row.field(0);
            for entry in row.list(1).filter(|entry| *entry != REGULAR) {
                let (tag, form) = entry.split_once(' ').unwrap_or((entry, lemma));
                lemmas.forms.insert(key(tag, form), lemma);
            }
            if row.field(1).is_empty() || row.list(1).any(|entry| entry == REGULAR) {
                lemmas.add_word(lemma);
            }
        }
        lemmas
    }

    fn add_word(&mut self, lemma: &'static str) {
        if lemma.starts_with(char::is_uppercase) {
            self.names.insert(hash_lower(lemma), lemma);
        } else if let Some(stem) = lemma.strip_suffix('e') {
            self.stems.insert(hash_lower(stem), "e");
        } else {
            self.stems.insert(hash_lower(lemma), "");
        }
    }

    /// The lemma of an irregular form, in any letter case, with this tag of the Penn Treebank.
    pub fn irregular(&self, tag: &str, form: &str) -> Option<&'static str> {
        self.forms.get(key(tag, form))
    }

    /// What the lemma adds to this stem of a regular form, where a row says so: "e" or nothing.
    pub fn stem_ending(&self, stem: &str) -> Option<&'static str> {
        self.stems.get(hash_lower(stem))
    }

    /// The word with its capital, where it is one that keeps it.
    pub fn capitalised(&self, word: &str) -> Option<&'static str> {
        self.names.get(hash_lower(word))
    }
}

fn key(tag: &str, form: &str) -> u64 {
    hash_join(hash_exact(tag), hash_lower(form))
}
