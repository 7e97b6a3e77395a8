//! The small words that hold a clause together, and the families of words that mean nearly the same.

use std::collections::BTreeMap;

use super::phrasebook::{Case, Phrasebook};
use super::stem::stem;
use super::table::rows;

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
    /// Stem to the name of its concept.
    concepts: BTreeMap<String, &'static str>,
}

impl Words {
    /// Reads the lexicon files.
    pub fn builtin() -> Self {
        let mut words = Self { small: Phrasebook::new(Case::Folded), concepts: BTreeMap::new() };
        for row in rows(include_str!("../../lexicon/words.txt")) {
            let Some(class) = parse(row.field(0)) else { continue };
            for word in row.list(1) {
                if let Some(classes) = words.small.entry(word, Vec::new)
                    && !classes.contains(&class)
                {
                    classes.push(class);
                }
            }
        }
        for row in rows(include_str!("../../lexicon/concepts.txt")) {
            for word in row.list(1).filter(|word| !word.contains(' ')) {
                words.concepts.entry(stem(word)).or_insert(row.field(0));
            }
        }
        words
    }

    /// The concept that a stem belongs to, where it has one.
    pub fn concept(&self, stem: &str) -> Option<&'static str> {
        self.concepts.get(stem).copied()
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
