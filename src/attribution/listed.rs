//! Holders named in one breath: "China, India and Brazil", "Russia, China veto resolution".

use super::sense::Sense;
use super::source::Source;
use crate::entities::{EntityKind, Placed, Usage};
use crate::lexicon::WordClass;
use crate::text::InOrder;

/// Names to one side of another that are taken for one list: a table without line ends is no list of speakers.
const LONGEST: usize = 40;

impl Sense<'_> {
    /// Everybody in the list that a source stands in, in the order of the text, itself among them; itself alone where
    /// it stands in none. A list has "and" or "or" somewhere, or stands in a headline.
    pub fn listed(&self, source: &Source) -> Vec<Source> {
        let Some((_, own)) = self.cast.at(source.first).filter(|(_, own)| own.acts() && own.first <= source.first)
        else {
            return vec![source.clone()];
        };
        let (mut before, mut after, mut joined) = (Vec::new(), Vec::new(), self.heading);
        let mut edge = own.first;
        while before.len() < LONGEST
            && let Some((other, and)) = self.neighbour(edge, true)
        {
            joined |= and;
            edge = other.first;
            before.insert(0, Source::of(other));
        }
        let mut edge = own.end;
        while after.len() < LONGEST
            && let Some((other, and)) = self.neighbour(edge, false)
        {
            joined |= and;
            edge = other.end;
            after.push(Source::of(other));
        }
        if !joined || before.is_empty() && after.is_empty() {
            return vec![source.clone()];
        }
        before.push(source.clone());
        before.extend(after);
        before
    }

    /// Sources and whoever is named in one breath with them.
    pub fn all_listed(&self, sources: &[Source]) -> Vec<Source> {
        let (mut all, mut covered) = (Vec::new(), 0..0);
        for source in sources {
            // Whoever stands in a list that is known brings nobody new.
            if covered.contains(&source.first) {
                all.push(source.clone());
                continue;
            }
            let list = self.listed(source);
            covered = list.first().map_or(0, |first| first.first)..list.last().map_or(0, |last| last.end);
            all.extend(list);
        }
        all.order_by_key(|source| (source.first, source.holder));
        all.dedup_by_key(|source| (source.first, source.holder));
        all
    }

    /// The next name of a list to the left or right of an edge, and whether "and" or "or" joins it.
    fn neighbour(&self, edge: usize, left: bool) -> Option<(&Placed, bool)> {
        let (mut at, mut joints, mut and) = (edge, 0, false);
        // At most a comma, a joint and an article stand between two names.
        for _ in 0..4 {
            let token = if left { at.checked_sub(1)? } else { at };
            if token < self.sentence.first || token >= self.sentence.end {
                return None;
            }
            let found = self.cast.at(token).map(|(_, placed)| placed);
            let whole = |placed: &&Placed| if left { placed.end == at } else { placed.first == at };
            if let Some(placed) = found.filter(whole).filter(|_| joints > 0) {
                return is_state(placed).then_some((placed, and));
            }
            let joint = self.document.is_one_of(token, &["and", "or", "&"]);
            let mark = self.document.word(token) == ",";
            let article = self.is(token, WordClass::Determiner) || self.document.is(token, "both");
            if !(joint || mark || article) {
                return None;
            }
            and |= joint;
            joints += usize::from(joint || mark);
            at = if left { token } else { token + 1 };
        }
        None
    }
}

/// Only states and blocs are listed by bare commas: "Ana Vale, Peru's minister" is one person.
fn is_state(placed: &Placed) -> bool {
    placed.acts()
        && matches!(placed.mention.kind, EntityKind::Country | EntityKind::Bloc)
        && placed.mention.usage != Usage::Role
}
