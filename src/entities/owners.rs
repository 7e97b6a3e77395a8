//! Whose an office is, by the words around it: "Peru's minister", "minister of Peru", "its minister".

use super::resolve::Resolver;
use super::roles::Role;
use super::scan::{Find, field_end};
use crate::lexicon::{Class, Name, WordList};
use crate::text::{Code, TokenKind};

/// Offices whose holders are sent somewhere: "to", "at" and "in" tell where.
pub(super) const SENT: [&str; 5] = ["ambassador", "envoy", "negotiator", "delegate", "diplomat"];

impl Resolver<'_> {
    /// Fills in whose an office is, whose words run from the find `opening` to the find `last`, and whose name it carries.
    pub(super) fn own(&self, opening: usize, last: usize, role: &mut Role) {
        let sent = role.office.is_some_and(|office| SENT.contains(&office));
        if let Some((owner_first, code, speaks)) = self.owner_before(opening) {
            (role.first, role.country) = (owner_first, code);
            if !speaks && role.class == Class::Official {
                role.class = Class::Private;
            }
        }
        role.pronoun = self.pronoun_before(role.first.min(self.found[opening].first));
        // "its UN ambassador", "Peru's NATO ambassador": where somebody is sent is not who sends them.
        if sent && role.country.is_some_and(|code| !code.is_country()) {
            if role.pronoun.is_some() {
                role.country = None;
            } else if let Some((sender, code)) = self.sender_before(role.first) {
                (role.first, role.country) = (sender, Some(code));
            }
        }
        role.end = field_end(self.document, role.end);
        self.name_after(last, role);
        if role.country.is_none() && role.pronoun.is_none() {
            let of_office = self.owner_after(last, sent);
            role.country = of_office.or_else(|| role.name_index.and_then(|name| self.owner_after(name, sent)));
        }
    }

    /// "Russian", "Russia's", "White House", "Mr Vale's" right before the office; adjectives may stand between.
    fn owner_before(&self, index: usize) -> Option<(usize, Option<Code>, bool)> {
        let title = &self.found[index];
        let owner = index.checked_sub(1).map(|at| &self.found[at])?;
        let gap = owner.end..title.first;
        if gap.len() > 4 {
            return None;
        }
        let capital = self.document.tokens[title.first].is_capitalised() && gap.len() <= 2;
        let adjectives = gap.clone().all(|at| {
            let word = self.document.word(at);
            matches!(word, "'s" | "’s" | "'" | "’" | "-")
                || word.chars().all(char::is_lowercase)
                || capital && self.document.tokens[at].kind == TokenKind::Word
        });
        let linked = gap.clone().all(|at| {
            !self.document.is_one_of(
                at,
                &[
                    "and", "or", "of", "in", "to", "the", "a", "has", "said", "was", "is", "that", "for", "with", "by",
                    "as", "from", "on", "who", "when", "told", "asked", "met",
                ],
            )
        });
        let possessive = self.document.is_one_of(owner.end, &["'s", "’s", "'", "’"]);
        if !adjectives || !linked {
            return None;
        }
        let Find::Name(names) = &owner.find else {
            return self.owner_person(owner.first, owner.end).filter(|_| possessive);
        };
        match names.first()? {
            Name::Country(code) | Name::Demonym(code) | Name::Capital(code) => Some((owner.first, Some(*code), true)),
            // The mayor of a town does not speak for the state.
            Name::Place(code) => Some((owner.first, Some(*code), false)),
            Name::Body(body) => {
                let body = &self.lexicon.bodies()[*body];
                Some((owner.first, Some(body.holder), body.official))
            }
            Name::Person(person) if possessive => {
                let known = self.people.listed(*person)?;
                Some((owner.first, known.country, true))
            }
            Name::Person(_) => None,
        }
    }

    /// A surname in the possessive: "Vale's spokesman" speaks for Vale's country.
    fn owner_person(&self, first: usize, end: usize) -> Option<(usize, Option<Code>, bool)> {
        let known = self.people.by_surname(self.document.tokens[end - 1].exact)?;
        Some((first, known.country, true))
    }

    /// "its", "his": the pronoun that owns what begins at a token, past adjectives.
    fn pronoun_before(&self, first: usize) -> Option<usize> {
        let owns = |at: usize| self.document.is_one_of(at, &["its", "their", "his", "her"]);
        let adjective = |at: usize| {
            self.document.word(at).chars().all(char::is_lowercase) && self.document.small(at).0 == 0
                || self.document.is_in(at, WordList::Portfolio)
        };
        let before = first.checked_sub(1)?;
        if owns(before) {
            return Some(before);
        }
        before.checked_sub(1).filter(|&at| owns(at) && adjective(before))
    }

    /// The state before a body: "Peru" of "Peru's NATO ambassador".
    pub(super) fn sender_before(&self, first: usize) -> Option<(usize, Code)> {
        let at = self.found.partition_point(|found| found.first < first).checked_sub(1)?;
        let found = &self.found[at];
        let gap = found.end..first;
        let close = gap.len() <= 1 && gap.clone().all(|at| self.document.is_one_of(at, &["'s", "’s", "'", "’"]));
        let Find::Name(names) = &found.find else { return None };
        match names.first()? {
            Name::Country(code) | Name::Demonym(code) | Name::Capital(code) if close => Some((found.first, *code)),
            _ => None,
        }
    }

    /// "the president of Azerbaijan", "spokesman for NATO", "professor at Washington's Georgetown University".
    ///
    /// Of somebody who is `sent` only what follows "of", "for" and "from".
    fn owner_after(&self, last: usize, sent: bool) -> Option<Code> {
        let from = self.found[last].end;
        let owning = self.document.is_one_of(from, &["of", "for", "from"]);
        if !owning && (sent || !self.document.is_one_of(from, &["to", "at", "in", "with"])) {
            return None;
        }
        let reach = self.found.iter().skip(last + 1).take(3);
        for found in reach {
            let near = found.first <= from + 7;
            let broken = (from..found.first)
                .any(|at| self.document.is_one_of(at, &[",", ".", "said", "told", "that", "who", "has", "was"]));
            if !near || broken {
                return None;
            }
            if let Find::Name(names) = &found.find {
                return match names.first()? {
                    Name::Country(code) | Name::Demonym(code) | Name::Capital(code) | Name::Place(code) => Some(*code),
                    Name::Body(body) => Some(self.lexicon.bodies()[*body].holder),
                    Name::Person(_) => None,
                };
            }
        }
        None
    }
}
