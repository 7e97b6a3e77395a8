//! What an article has been about: the words of issues in its headline and in the sentences before.

use super::relevance::Relevance;

/// What of each issue's words an article had so far.
#[derive(Clone, Debug, Default)]
pub(in crate::stance) struct Topic {
    /// In its first heading.
    heading: Vec<i16>,
    /// In the sentences before, each counting half of the one after it.
    lately: Vec<i16>,
    /// In all of them.
    ever: Vec<i16>,
}

impl Topic {
    /// Takes note of a sentence; of one without any word of an issue nothing is given.
    pub(in crate::stance) fn note(&mut self, whole: &[Relevance], heading: bool) {
        if heading && self.heading.is_empty() {
            self.heading = whole.iter().map(|own| own.weight).collect();
        }
        self.lately.resize(whole.len().max(self.lately.len()), 0);
        self.ever.resize(self.lately.len(), 0);
        for (at, (lately, ever)) in self.lately.iter_mut().zip(&mut self.ever).enumerate() {
            let weight = whole.get(at).map_or(0, |own| own.weight);
            *lately = (*lately / 2).saturating_add(weight);
            *ever = ever.saturating_add(weight);
        }
    }

    /// Of an issue: what the heading had, what was had lately, and in all, each with how much more than any other issue.
    pub(super) fn of(&self, issue: usize) -> [(i16, i16); 3] {
        [&self.heading, &self.lately, &self.ever].map(|all| {
            let own = all.get(issue).copied().unwrap_or(0);
            let other = all.iter().enumerate().filter(|(at, _)| *at != issue).map(|(_, own)| *own).max().unwrap_or(0);
            (own, own.saturating_sub(other))
        })
    }
}
