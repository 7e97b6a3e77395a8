//! Words whose forms the rules of letters would file under another word, and adjectives that keep their capital.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::names::COUNTRIES;
use super::phrasebook::Ready;
use super::table::rows;
use crate::text::{hash_exact, hash_join, hash_lower};

type Table<T> = HashMap<u64, T, BuildHasherDefault<Ready>>;

/// The entry of a word that has regular forms beside irregular ones.
const REGULAR: &str = "VB";

/// The rows of `lexicon/lemmas.txt`, and the nationalities of `lexicon/countries.txt`.
#[derive(Clone, Debug, Default)]
pub struct Lemmas {
    forms: Table<&'static str>,
    /// Stems, which are lemmas without their silent e, with the e or nothing.
    stems: Table<&'static str>,
    names: Table<&'static str>,
}

impl Lemmas {
    /// Reads the lexicon files.
    pub fn builtin() -> Self {
        let mut lemmas = Self::default();
        for row in rows(COUNTRIES) {
            for name in row.list(3) {
                lemmas.names.insert(hash_lower(name), name);
            }
        }
        for row in rows(include_str!("../../lexicon/lemmas.txt")) {
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
        self.forms.get(&key(tag, form)).copied()
    }

    /// What the lemma adds to this stem of a regular form, where a row says so: "e" or nothing.
    pub fn stem_ending(&self, stem: &str) -> Option<&'static str> {
        self.stems.get(&hash_lower(stem)).copied()
    }

    /// The word with its capital, where it is one that keeps it.
    pub fn capitalised(&self, word: &str) -> Option<&'static str> {
        self.names.get(&hash_lower(word)).copied()
    }
}

fn key(tag: &str, form: &str) -> u64 {
    hash_join(hash_exact(tag), hash_lower(form))
}
