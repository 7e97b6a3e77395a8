//! The sentences behind one cell, with the rule that made its word.

use std::collections::BTreeSet;

use super::evidence::{Card, card};
use super::{Cell, Page, Reading, Tagged, ViewState, words};
use crate::compare::{Basis, Position, Verdict, Voices};
use crate::stance::{IssueKind, Stance};
use crate::text::Code;

/// What stands beside the grid when a cell is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Which cell.
    pub cell: Cell,
    /// The holder's name.
    pub holder_name: String,
    /// The issue's title.
    pub issue_title: String,
    /// Proposal or claim.
    pub kind: IssueKind,
    /// What the cell comes to; `None` where it is blank.
    pub verdict: Option<Verdict>,
    /// The verdict in words; "no position" where blank.
    pub word: &'static str,
    /// "1 of 5 reports, 2 July 2007".
    pub summary: String,
    /// Why the cell reads as it does: the rule applied to these statements, in a sentence.
    pub rule: String,
    /// "changed" or "worded differently", where reports of different days differ.
    pub change: Option<&'static str>,
    /// The statements that make the cell, newest report first; then those that do not, each kind under its heading.
    pub sections: Vec<Section>,
    /// Where a link names a statement that is no longer found: what opened in its place.
    pub missing: Option<String>,
}

/// Some of the panel's cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What they have in common; `None` for those that make the cell.
    pub heading: Option<&'static str>,
    /// The statements, newest report first.
    pub cards: Vec<Card>,
}

/// Why a statement does or does not count in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Counted,
    NoSide,
    Told,
    Past,
    Unofficial,
}

impl Part {
    const ALL: [Self; 5] = [Self::Counted, Self::NoSide, Self::Told, Self::Past, Self::Unofficial];

    fn of(tagged: &Tagged, counted: &BTreeSet<&String>) -> Self {
        let statement = tagged.statement;
        if counted.contains(&statement.id) {
            return Self::Counted;
        }
        match statement.told_by {
            _ if statement.past => Self::Past,
            Some(_) => Self::Told,
            None if !statement.official => Self::Unofficial,
            None => Self::NoSide,
        }
    }

    fn heading(self) -> Option<&'static str> {
        match self {
            Self::Counted => None,
            Self::NoSide => Some("Said on the matter without taking a side"),
            Self::Told => Some("Told of it by others: not counted"),
            Self::Past => Some("Said before these reports: not counted"),
            Self::Unofficial => Some("Analysts, opposition and others: not counted"),
        }
    }
}

/// The panel of the open cell; `None` where none is open. A statement in focus opens its own cell.
pub fn panel(reading: &Reading, state: &ViewState) -> Option<Panel> {
    if state.page != Page::Compare {
        return None;
    }
    let focus = state.statement.as_deref().map(|id| (id, reading.nearest(id)));
    let focused = focus.and_then(|(_, found)| found);
    let cell = state.cell.clone().or_else(|| focused.map(|(tagged, _)| tagged.cell()))?;
    let position = reading
        .positions(&state.filters, Voices::Official)
        .into_iter()
        .find(|position| position.holder == cell.holder && position.issue == cell.issue);
    let issue = reading.issue(&cell.issue);
    let kind = issue.map_or(IssueKind::Policy, |issue| issue.kind);
    let exact = focused.map(|(tagged, _)| tagged.statement.id.as_str());
    Some(Panel {
        holder_name: words::display_name(cell.holder),
        issue_title: issue.map_or_else(|| cell.issue.clone(), |issue| issue.title.clone()),
        kind,
        verdict: position.as_ref().map(|position| position.verdict),
        word: position.as_ref().map_or("no position", |p| words::verdict(p.verdict, p.lean, kind)),
        summary: summary(reading, position.as_ref()),
        rule: rule(cell.holder, position.as_ref(), kind),
        change: position.as_ref().and_then(change),
        sections: sections(reading, state, &cell, position.as_ref(), exact),
        missing: focus.and_then(|(_, found)| missing(found)),
        cell,
    })
}

fn sections(
    reading: &Reading,
    state: &ViewState,
    cell: &Cell,
    position: Option<&Position>,
    focus: Option<&str>,
) -> Vec<Section> {
    let mut inside: Vec<Tagged> = reading.kept(&state.filters).filter(|tagged| tagged.cell() == *cell).collect();
    // The panel of a link to a statement shows it, whatever the filters say.
    let held_back = focus.filter(|id| inside.iter().all(|tagged| tagged.statement.id != *id));
    inside.extend(held_back.and_then(|id| reading.statement(id)).filter(|tagged| tagged.cell() == *cell));
    inside.sort_by_key(|tagged| (tagged.article.date.is_none(), std::cmp::Reverse(tagged.article.date)));
    let counted: BTreeSet<&String> = position.iter().flat_map(|position| &position.statements).collect();
    let part = |part: Part| Section {
        heading: part.heading(),
        cards: inside.iter().filter(|t| Part::of(t, &counted) == part).map(|t| card(reading, t, focus)).collect(),
    };
    Part::ALL.into_iter().map(part).filter(|section| !section.cards.is_empty()).collect()
}

fn summary(reading: &Reading, position: Option<&Position>) -> String {
    let all = words::count(reading.articles().count(), "report");
    let Some(position) = position else {
        return format!("not in these {all}");
    };
    let dates = match (position.first, position.last) {
        (Some(first), Some(last)) => format!(", reported {}", words::days(first, last)),
        _ => ", not dated".to_owned(),
    };
    format!("{} of {all}, {}{dates}", position.reports.len(), words::count(position.sentences, "sentence"))
}

/// The published rule, applied.
fn rule(holder: Code, position: Option<&Position>, kind: IssueKind) -> String {
    let Some(position) = position else {
        return "No statement of its own officials and none told by others. A blank is not a position.".to_owned();
    };
    let source = match position.basis {
        Basis::Own => String::new(),
        Basis::Told => {
            let tellers: Vec<String> = position.told_by.iter().map(|&teller| words::display_name(teller)).collect();
            let name = words::display_name(holder);
            format!("Told by {}; these reports hold no statement of {name}’s own officials. ", words::join(&tellers))
        }
        Basis::Unofficial => "Only unofficial voices; these reports hold no official statement. ".to_owned(),
    };
    source + &words::sentence_case(&outcome(position, kind))
}

fn outcome(position: &Position, kind: IssueKind) -> String {
    let said = |stance: Stance| {
        let reports = position.tally.of(stance);
        (reports > 0).then(|| format!("{} in {}", words::stance(stance, None, kind), words::count(reports, "report")))
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

fn change(position: &Position) -> Option<&'static str> {
    let differ = position.reports.windows(2).any(|pair| pair[0].verdict != pair[1].verdict);
    match position.changed {
        true => Some("changed"),
        false if differ && position.first != position.last => Some("worded differently"),
        false => None,
    }
}

fn missing(found: Option<(Tagged, bool)>) -> Option<String> {
    match found {
        Some((_, true)) => None,
        Some((_, false)) => {
            Some("The sentence of this link is no longer found as it was; the nearest statement is shown.".to_owned())
        }
        None => Some("The sentence of this link is not in these articles.".to_owned()),
    }
}
