//! The verbs and nouns that open a proposition: somebody says, asks, backs or refuses something.
//!
//! For the command line's open propositions only: the page never reads this list, so it is not part of [`Lexicon`].
//!
//! [`Lexicon`]: super::Lexicon

use std::sync::LazyLock;

use super::forms::{Form, forms};
use super::lexicon_file;
use super::phrasebook::{Case, Phrasebook};
use super::table::packed_rows;
use crate::text::Token;

/// Which side a predicate takes toward what it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaning {
    /// "supported".
    For,
    /// "opposed".
    Against,
    /// "said", "proposed".
    Neither,
    /// That of the noun it governs: "expressed support", "voiced objections".
    OfItsObject,
}

/// A form of a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Predicate {
    /// The form of the verb; [`Form::None`] for a noun.
    pub form: Form,
    /// Which side it takes.
    pub leaning: Leaning,
}

/// All predicates by their forms; some forms belong to a noun and a verb ("request").
#[derive(Clone, Debug)]
pub struct Predicates {
    book: Phrasebook<Vec<Predicate>>,
}

impl Predicates {
    /// The list compiled into the engine, read once.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Predicates> = LazyLock::new(|| {
            let mut predicates = Predicates { book: Phrasebook::new(Case::Folded) };
            for row in packed_rows(lexicon_file!("predicates.txt")) {
                let Some(leaning) = parse(row.field(3)) else { continue };
                match row.field(1) {
                    "verb" => predicates.add_verb(row.field(0), &row.list(2).collect::<Vec<_>>(), leaning),
                    _ => predicates.add_noun(row.field(0), leaning),
                }
            }
            predicates
        });
        &BUILTIN
    }

    /// What the words at the first of `tokens` can be as a verb: the longest that fits.
    pub fn verb(&self, tokens: &[Token]) -> Option<Predicate> {
        self.book.longest(tokens)?.0.iter().copied().find(|predicate| predicate.form != Form::None)
    }

    /// What the first of `tokens` can be as a noun.
    pub fn noun(&self, tokens: &[Token]) -> Option<Predicate> {
        let one = tokens.get(..1)?;
        self.book.longest(one)?.0.iter().copied().find(|predicate| predicate.form == Form::None)
    }

    fn add_verb(&mut self, phrase: &str, irregular: &[&str], leaning: Leaning) {
        let (verb, rest) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
        let regular = forms(verb);
        let with = |form: &str| [form, rest].concat();
        self.add(phrase, Form::Base, leaning);
        self.add(&with(&regular.third), Form::Third, leaning);
        self.add(&with(&regular.gerund), Form::Gerund, leaning);
        if irregular.is_empty() {
            self.add(&with(&regular.past), Form::Past, leaning);
        }
        for past in irregular {
            self.add(past, Form::Past, leaning);
        }
    }

    fn add_noun(&mut self, noun: &str, leaning: Leaning) {
        self.add(noun, Form::None, leaning);
        self.add(&[noun, "s"].concat(), Form::None, leaning);
    }

    fn add(&mut self, phrase: &str, form: Form, leaning: Leaning) {
        let predicate = Predicate { form, leaning };
        if let Some(entries) = self.book.entry(phrase, Vec::new).filter(|entries| !entries.contains(&predicate)) {
            entries.push(predicate);
        }
    }
}

fn parse(side: &str) -> Option<Leaning> {
    Some(match side {
        "+" => Leaning::For,
        "-" => Leaning::Against,
        "0" => Leaning::Neither,
        "o" => Leaning::OfItsObject,
        _ => return None,
    })
}
