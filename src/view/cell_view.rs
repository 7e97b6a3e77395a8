//! One cell of the grid as a reader sees it.

use super::{Cell, Reading, words};
use crate::compare::{Basis, Position, Verdict};
use crate::stance::{Issue, Stance};
use crate::text::SortedMap;

/// What a cell shows: a word, a mark by its verdict, a square a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellView {
    /// Which cell.
    pub cell: Cell,
    /// What it comes to: gives shape and colour.
    pub verdict: Verdict,
    /// The word ("for", "against, unless …", "disputes", "split").
    pub word: &'static str,
    /// Whose words it rests on: anything but own has a hollow mark and a dashed edge, never a tint.
    pub basis: Basis,
    /// "told by Russia", "unofficial"; `None` where own.
    pub whose: Option<String>,
    /// One place for each report of the dossier in order of date: what it says, or `None` where it is silent.
    pub squares: Vec<Option<Verdict>>,
    /// The stances that its reports carry: one, or for a split cell two or three.
    pub sides: Vec<Stance>,
    /// How many reports carry it; one alone is drawn thin.
    pub reports: usize,
    /// Whether the holder's own statements reverse.
    pub changed: bool,
    /// Whether its panel is open.
    pub open: bool,
    /// The whole cell in words, for those who do not see it.
    pub label: String,
}

/// The view of a position.
pub(super) fn cell_view(reading: &Reading, issue: &Issue, position: &Position, open: bool) -> CellView {
    let word = words::verdict(position.verdict, position.lean, issue.kind);
    let whose = whose(position);
    let copies = reading.copies();
    let said: SortedMap<&str, Verdict> =
        position.reports.iter().map(|report| (copies.report_of(&report.article), report.verdict)).collect();
    let firsts = reading.articles().filter(|(article, _)| !copies.is_copy(&article.id));
    let squares = firsts.map(|(article, _)| said.get(article.id.as_str()).copied()).collect();
    CellView {
        cell: Cell { holder: position.holder, issue: position.issue.clone() },
        verdict: position.verdict,
        word,
        basis: position.basis,
        squares,
        sides: sides(position),
        reports: position.reports.len(),
        changed: position.changed.is_some(),
        open,
        label: label(position, issue, word, whose.as_deref(), reading.report_count()),
        whose,
    }
}

/// The cell in words: `Russia: against, told by France, on “Build the shield”, 2 of 5 reports`. What stands in the cell comes
/// first and in its order, so that who speaks to the page can name it by what they see.
fn label(position: &Position, issue: &Issue, word: &str, whose: Option<&str>, all: usize) -> String {
    let said = format!("{}: {word}", words::display_name(position.holder));
    let matter = format!("on “{}”", issue.title);
    let reports = format!("{} of {}", position.reports.len(), words::count(all, "report"));
    let changed = position.changed.is_some().then_some("changed");
    let parts = [Some(said.as_str()), whose, changed, Some(&matter), Some(&reports)];
    parts.into_iter().flatten().collect::<Vec<&str>>().join(", ")
}

fn sides(position: &Position) -> Vec<Stance> {
    match position.verdict {
        Verdict::One(stance) => vec![stance],
        Verdict::Split => [Stance::Supports, Stance::Opposes, Stance::Conditional]
            .into_iter()
            .filter(|&side| position.tally.of(side) > 0)
            .collect(),
    }
}

fn whose(position: &Position) -> Option<String> {
    match position.basis {
        Basis::Own => None,
        Basis::Told => {
            let tellers: Vec<String> = position.told_by.iter().map(|&teller| words::display_name(teller)).collect();
            Some(format!("told by {}", words::join(&tellers)))
        }
        Basis::Unofficial => Some("unofficial".to_owned()),
    }
}
