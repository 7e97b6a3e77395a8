//! The small words that hold a clause together, and the families of words that mean nearly the same.

use super::phrasebook::{Case, Phrasebook};
use super::stem::stem;
use super::table::packed_rows;
use crate::text::{ByHash, fnv1a_64};

/// What a small word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// "also", "not", "publicly".
    Adverb,
    /// Forms of be, have, do, the modals, and verbs that join a subject to its adjective ("remains").
    Auxiliary,
    /// "and", "but".
    Conjunction,
    /// "the", "its".
    Determiner,
    /// "of", "against".
    Preposition,
    /// "he", "it".
    Pronoun,
    /// "who", "which".
    Relative,
    /// "because", "if".
    Subordinator,
}

impl WordClass {
    /// The class as one bit of eight.
    pub fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Several classes as bits.
    pub fn bits(classes: &[Self]) -> u8 {
        classes.iter().fold(0, |bits, class| bits | class.bit())
    }
}

/// Small words and word families.
#[derive(Clone, Debug)]
pub struct Words {
    /// Small words and phrases to what they can do, in small letters.
    pub small: Phrasebook<Vec<WordClass>>,
    /// Names of concepts.
    concepts: Vec<&'static str>,
    /// Hash of a stem to the place of its concept.
    by_stem: ByHash,
}

impl Words {
    /// Reads packed `words.txt` and `concepts.txt`.
    pub(super) fn read(small: &str, concepts: &'static str) -> Self {
        let mut words = Self { small: Phrasebook::new(Case::Folded), concepts: Vec::new(), by_stem: ByHash::default() };
        for row in packed_rows(small) {
            let Some(class) = parse(row.field(0)) else { continue };
            for word in row.list(1) {
                if let Some(classes) = words.small.entry(word, Vec::new)
                    && !classes.contains(&class)
                {
                    classes.push(class);
                }
            }
        }
        for row in packed_rows(concepts) {
            for word in row.list(1).filter(|word| !word.contains(' ')) {
                words.by_stem.place_or(fnv1a_64(stem(word)), words.concepts.len());
            }
            words.concepts.push(row.field(0));
        }
        words
    }

    /// The concept that a stem belongs to, where it has one.
    pub fn concept(&self, stem: &str) -> Option<&'static str> {
        self.by_stem.place(fnv1a_64(stem)).map(|place| self.concepts[place])
    }
}

fn parse(word: &str) -> Option<WordClass> {
    Some(match word {
        "adverb" => WordClass::Adverb,
        "auxiliary" => WordClass::Auxiliary,
        "conjunction" => WordClass::Conjunction,
        "determiner" => WordClass::Determiner,
        "preposition" => WordClass::Preposition,
        "pronoun" => WordClass::Pronoun,
        "relative" => WordClass::Relative,
        "subordinator" => WordClass::Subordinator,
        _ => return None,
    })
}
