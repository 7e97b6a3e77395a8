//! The published rule, told of one cell.

use super::source::outlet;
use super::{Reading, words};
use crate::compare::{Basis, Position, Verdict};
use crate::stance::{IssueKind, Stance};
use crate::text::{Code, SortedSet};

/// What there is to tell of a cell.
pub(super) struct Account<'a> {
    /// Whose position.
    pub(super) holder: Code,
    /// Proposal or claim.
    pub(super) kind: IssueKind,
    /// What it comes to under the filters; `None` where nothing passes them that counts.
    pub(super) position: Option<&'a Position>,
    /// What it comes to without filters.
    pub(super) unfiltered: Option<&'a Position>,
    /// The dossier.
    pub(super) reading: &'a Reading,
}

impl Account<'_> {
    /// The word of the cell; "no position" where it is blank.
    pub(super) fn word(&self) -> &'static str {
        self.position.map_or("no position", |position| words::verdict(position.verdict, position.lean, self.kind))
    }

    /// How much the cell rests on.
    pub(super) fn summary(&self) -> String {
        let all = words::count(self.reading.report_count(), "report");
        let Some(position) = self.position else {
            let filtered = self.unfiltered.is_some();
            return if filtered { "held back by the filters".to_owned() } else { format!("not in these {all}") };
        };
        let dates = match (position.first, position.last) {
            (Some(first), Some(last)) => format!("reported {}", words::days(first, last)),
            _ => "not dated".to_owned(),
        };
        let sentences = words::count(position.sentences, "sentence");
        let outlets = self.outlets(position);
        format!("{} of {all}{outlets} · {sentences} · {dates}", position.reports.len())
    }

    /// ", 4 outlets" where copies of one story carry it; otherwise nothing.
    fn outlets(&self, position: &Position) -> String {
        if position.reports.iter().all(|report| report.copies.len() < 2) {
            return String::new();
        }
        let mut outlets: SortedSet<String> = SortedSet::new();
        for id in position.reports.iter().flat_map(|report| &report.copies) {
            if let Some((article, _)) = self.reading.article(id) {
                outlets.insert(outlet(article));
            }
        }
        format!(", {}", words::count(outlets.len(), "outlet"))
    }

    /// Why the cell reads as it does.
    pub(super) fn rule(&self) -> String {
        match (self.position, self.unfiltered) {
            (Some(position), _) => self.source(position) + &words::sentence_case(&self.outcome(position)),
            (None, Some(_)) => "There are statements, but none of those that count passes the filters.".to_owned(),
            (None, None) => {
                "No statement of its own officials and none told by others. A blank is not a position.".to_owned()
            }
        }
    }

    /// Whose words the cell rests on, where they are not the holder's own.
    fn source(&self, position: &Position) -> String {
        let name = words::display_name(self.holder);
        let hidden = self.unfiltered.is_some_and(|whole| whole.basis < position.basis);
        let own = if hidden {
            format!("the filters hold back what {name}’s own officials said")
        } else {
            format!("these reports hold no statement of {name}’s own officials")
        };
        match position.basis {
            Basis::Own => String::new(),
            Basis::Told => {
                let tellers: Vec<String> = position.told_by.iter().map(|&teller| words::display_name(teller)).collect();
                format!("Told by {}; {own}. ", words::join(&tellers))
            }
            Basis::Unofficial => format!("Unofficial voices only; {own}. "),
        }
    }

    /// The counts, and what they come to.
    fn outcome(&self, position: &Position) -> String {
        let said = |stance: Stance| {
            let reports = position.tally.of(stance);
            let word = words::stance(stance, None, self.kind);
            (reports > 0).then(|| format!("{word} in {}", words::count(reports, "report")))
        };
        let sides: Vec<String> =
            [Stance::Supports, Stance::Opposes, Stance::Conditional].into_iter().filter_map(said).collect();
        let counts = words::join(&sides);
        match position.verdict {
            Verdict::One(Stance::Neutral) => {
                format!("{}, and no side anywhere.", said(Stance::Neutral).unwrap_or_default())
            }
            Verdict::One(_) if sides.len() == 1 => format!("{counts}, and nothing else."),
            Verdict::One(_) => format!("{counts}: two thirds or more one way give the word."),
            Verdict::Split => format!("{counts}: no way has two thirds."),
        }
    }

    /// "changed", or "worded differently" where reports of different days differ without a reversal.
    pub(super) fn change(&self) -> Option<&'static str> {
        let position = self.position?;
        let differ = position.reports.windows(2).any(|pair| pair[0].verdict != pair[1].verdict);
        if position.changed.is_some() {
            Some("changed")
        } else {
            (differ && position.first != position.last).then_some("worded differently")
        }
    }
}
