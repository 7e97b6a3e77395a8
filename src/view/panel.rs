//! The sentences behind one cell, with the rule that made its word.

use super::account::Account;
use super::contrast::{Contrast, contrasts};
use super::evidence::{Card, card};
use super::source::outlet;
use super::why::is_unnamed;
use super::{Cell, Page, Reading, Tagged, ViewState, words};
use crate::compare::{Basis, Position, Verdict, Voices};
use crate::stance::IssueKind;
use crate::text::{InOrder, SortedSet};

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
    /// "1 of 5 reports · 2 sentences · reported 2 July 2007".
    pub summary: String,
    /// Why the cell reads as it does: the rule applied to these statements, in a sentence.
    pub rule: String,
    /// "changed" or "worded differently", where reports of different days differ.
    pub change: Option<&'static str>,
    /// What to notice beside the word, each with the two sentences that show it.
    pub contrasts: Vec<Contrast>,
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

    fn of(tagged: &Tagged, counted: &SortedSet<&str>) -> Self {
        let statement = tagged.statement;
        if counted.contains(statement.id.as_str()) {
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
            Self::Unofficial => Some("Parliament, opposition and others: not counted"),
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
    Some(open_panel(reading, state, cell, focus))
}

/// The panel of a cell. Nothing of it stands in a first visit, so it stays a function of its own.
#[inline(never)]
fn open_panel(
    reading: &Reading,
    state: &ViewState,
    cell: Cell,
    focus: Option<(&str, Option<(Tagged, bool)>)>,
) -> Panel {
    let focused = focus.and_then(|(_, found)| found);
    let position = reading
        .positions(&state.filters, Voices::Official)
        .into_iter()
        .find(|position| position.holder == cell.holder && position.issue == cell.issue);
    let issue = reading.issue(&cell.issue);
    let kind = issue.map_or(IssueKind::Policy, |issue| issue.kind);
    let exact = focused.map(|(tagged, _)| tagged.statement.id.as_str());
    let account = Account {
        holder: cell.holder,
        kind,
        position: position.as_ref(),
        unfiltered: reading.whole().iter().find(|whole| whole.holder == cell.holder && whole.issue == cell.issue),
        reading,
    };
    let unnamed = position.as_ref().is_some_and(|position| rests_on_unnamed(reading, position));
    Panel {
        holder_name: words::display_name(cell.holder),
        issue_title: issue.map_or_else(|| cell.issue.clone(), |issue| issue.title.clone()),
        kind,
        verdict: position.as_ref().map(|position| position.verdict),
        word: account.word(),
        summary: account.summary(),
        rule: account.rule() + if unnamed { " It rests on unnamed officials alone." } else { "" },
        change: account.change(),
        contrasts: contrasts(reading, position.as_ref(), kind),
        sections: sections(reading, state, &cell, position.as_ref(), exact),
        missing: focus.and_then(|(_, found)| missing(found)),
        cell,
    }
}

fn sections(
    reading: &Reading,
    state: &ViewState,
    cell: &Cell,
    position: Option<&Position>,
    focus: Option<&str>,
) -> Vec<Section> {
    let mut inside: Vec<Tagged> = reading.kept(&state.filters).filter(|tagged| tagged.is_in(cell)).collect();
    // The panel of a link to a statement shows it, whatever the filters say.
    let held_back = focus.filter(|id| inside.iter().all(|tagged| tagged.statement.id != *id));
    inside.extend(held_back.and_then(|id| reading.statement(id)).filter(|tagged| tagged.is_in(cell)));
    let mut folded = fold(reading, &inside, focus);
    folded.order_by_key(|report| (report[0].article.date.is_none(), std::cmp::Reverse(report[0].article.date)));
    let counted: SortedSet<&str> =
        position.iter().flat_map(|position| &position.statements).map(String::as_str).collect();
    let mut sections = Vec::new();
    for part in Part::ALL {
        let of_part = folded.iter().filter(|report| Part::of(&report[0], &counted) == part);
        let cards: Vec<Card> = of_part.map(|report| folded_card(reading, report, focus)).collect();
        if !cards.is_empty() {
            sections.push(Section { heading: part.heading(), cards });
        }
    }
    // What is to know of an article's facts is said once, with its first card.
    let mut told: Vec<String> = Vec::new();
    for card in sections.iter_mut().flat_map(|section| &mut section.cards) {
        if told.contains(&card.article) {
            card.note = None;
        } else {
            told.push(card.article.clone());
        }
    }
    // Links name statements only: these have none of their own.
    let judged = reading.judgements().filter(|t| t.is_in(cell) && state.filters.keep_article(t.article));
    let cards: Vec<Card> = judged.map(|tagged| judged_card(reading, &tagged)).collect();
    if !cards.is_empty() {
        sections.push(Section { heading: Some(JUDGED), cards });
    }
    sections
}

fn judged_card(reading: &Reading, tagged: &Tagged) -> Card {
    Card { judgement: true, whose: "nobody’s position".to_owned(), ..card(reading, tagged, None) }
}

/// The heading of what analysts and journalists judge.
const JUDGED: &str = "Analysts’ and journalists’ judgement: nobody’s position";

/// The same statement in copies of one story as one; the first copy stands first, or the one in focus.
fn fold<'a>(reading: &Reading, inside: &[Tagged<'a>], focus: Option<&str>) -> Vec<Vec<Tagged<'a>>> {
    let sentence = |tagged: &Tagged<'a>| tagged.statement.id.rsplit('.').next().unwrap_or_default();
    let same = |one: &Tagged<'a>, other: &Tagged<'a>| {
        let report = |tagged: &Tagged<'a>| reading.copies().report_of(&tagged.article.id).to_owned();
        one.article.id != other.article.id
            && sentence(one) == sentence(other)
            && one.statement.stance == other.statement.stance
            && report(one) == report(other)
    };
    let mut folded: Vec<Vec<Tagged>> = Vec::new();
    for &tagged in inside {
        match folded.iter_mut().find(|report| same(&report[0], &tagged)) {
            Some(report) if focus == Some(&tagged.statement.id) => report.insert(0, tagged),
            Some(report) => report.push(tagged),
            None => folded.push(vec![tagged]),
        }
    }
    folded
}

fn folded_card(reading: &Reading, report: &[Tagged], focus: Option<&str>) -> Card {
    let mut drawn = card(reading, &report[0], focus);
    for copy in &report[1..] {
        let date = copy.article.date.map(words::long_date);
        let parts: Vec<String> = [Some(outlet(copy.article)), date].into_iter().flatten().collect();
        drawn.also.push(parts.join(", "));
    }
    drawn
}

/// Whether every statement that makes a position is an official's whom no report names.
fn rests_on_unnamed(reading: &Reading, position: &Position) -> bool {
    let mut statements = position.statements.iter().filter_map(|id| reading.statement(id));
    position.basis == Basis::Own && statements.all(|tagged| is_unnamed(reading, &tagged))
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

#[cfg(test)]
#[path = "panel_tests.rs"]
mod tests;
