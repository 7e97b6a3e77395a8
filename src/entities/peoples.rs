//! Nationalities and halves of names that stand for a state: "the French", "Dutch and Belgian ministers", "the North".

use super::resolve::Resolver;
use super::scan::{Find, Found};
use crate::lexicon::Name;
use crate::text::{Code, TokenKind};

impl Resolver<'_> {
    /// "the French", "Americans": a nationality as a noun, which acts.
    pub(super) fn is_people(&self, first: usize, end: usize) -> bool {
        let next = self.document.tokens.get(end);
        let alone = next.is_none_or(|token| token.kind != TokenKind::Word) && !self.document.is(end, "-")
            || self.document.is_one_of(
                end,
                &[
                    "and", "are", "were", "have", "had", "will", "would", "also", "want", "say", "said", "see", "do",
                    "did", "could", "can", "must", "should", "who",
                ],
            );
        // "the Russians asked", "Egyptians demand": in the plural never an adjective.
        let plural = self.document.word(end - 1).ends_with('s') && !self.document.is(end - 1, "swiss");
        plural && !self.document.is(end, "-") || alone && first > 0 && self.document.is(first - 1, "the")
    }

    /// "Dutch" of "Dutch and Belgian ministers", "the Dutch, French and Belgian governments": one of several nationalities
    /// before one word for their offices.
    pub(super) fn shares_office(&self, index: usize) -> bool {
        let mut joined = false;
        for pair in self.found[index..].windows(2) {
            let [here, next] = pair else { return false };
            let is_demonym = |found: &Found| matches!(found.find, Find::Name([Name::Demonym(_), ..]));
            let gap = here.end..next.first;
            if gap.is_empty() {
                return joined && is_demonym(here) && matches!(next.find, Find::Title(_));
            }
            let joint =
                (1..=2).contains(&gap.len()) && gap.clone().all(|at| self.document.is_one_of(at, &["and", "or", ","]));
            if !joint || !is_demonym(here) || !is_demonym(next) {
                return false;
            }
            joined = true;
        }
        false
    }

    /// "the North" in a text that names North Korea: the one country that begins so.
    pub(super) fn half_named(&self, first: usize, end: usize) -> Option<Code> {
        let half = end - first == 1 && self.document.is_one_of(first, &["North", "South"]);
        if !half || first == 0 || !self.document.is(first - 1, "the") {
            return None;
        }
        let same = |found: &&Found| {
            found.end - found.first > 1 && self.document.word(found.first) == self.document.word(first)
        };
        let mut codes = self.found.iter().filter(same).filter_map(|found| match found.find {
            Find::Name([Name::Country(code), ..]) => Some(*code),
            _ => None,
        });
        let code = codes.next()?;
        codes.all(|other| other == code).then_some(code)
    }
}
