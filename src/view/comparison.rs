//! The grid: countries by issues, each cell a word, its reports, and whose words it rests on.

use super::blame::{Blame, blame};
use super::cell_view::{CellView, cell_view};
use super::evidence::{Card, card};
use super::source::{Source, source};
use super::{Reading, ViewState, honesty, words};
use crate::compare::{Group, Position, Voices, columns};
use crate::stance::{Issue, IssueKind, Stance};
use crate::text::Code;

/// All of the compare page but its filters and its panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The dispute's name.
    pub title: String,
    /// Its question; empty where none is given.
    pub question: String,
    /// "What five reports, June 2007 to April 2008, say governments said or did."
    pub scope: String,
    /// What a blank means, once for the whole grid.
    pub blanks: String,
    /// How far the tags can be trusted.
    pub honesty: String,
    /// By what the articles were read.
    pub made_by: String,
    /// The columns in their groups; groups without a column are left out.
    pub groups: Vec<ColumnGroup>,
    /// The rows: proposals, then claims; sections without a row are left out.
    pub sections: Vec<RowSection>,
    /// The dossier's reports in the order of the squares.
    pub reports: Vec<Source>,
    /// How many statements pass the filters.
    pub shown: usize,
    /// How many there are.
    pub all: usize,
    /// Where no cell is left: which filter to drop.
    pub empty: Option<Blame>,
    /// A sentence to show what every mark rests on; `None` under a filter or where there is no statement.
    pub example: Option<Card>,
}

/// Columns that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnGroup {
    /// Which group.
    pub group: Group,
    /// Its heading.
    pub name: &'static str,
    /// Its columns, from left to right.
    pub columns: Vec<Head>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose column.
    pub holder: Code,
    /// The name in full.
    pub name: String,
    /// How many cells of it are filled.
    pub filled: usize,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowSection {
    /// Proposals or claims.
    pub kind: IssueKind,
    /// Its heading.
    pub name: &'static str,
    /// Its rows, from top to bottom.
    pub rows: Vec<Row>,
}

/// One issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The issue's id.
    pub issue: String,
    /// Its title.
    pub title: String,
    /// A few words for narrow places.
    pub short: String,
    /// What belongs to it; empty where nothing is noted.
    pub note: String,
    /// One place for each column of all groups, left to right; `None` is a blank.
    pub cells: Vec<Option<CellView>>,
}

/// The comparison under the filters of a view.
pub fn comparison(reading: &Reading, state: &ViewState) -> Comparison {
    comparison_with(reading, state, Voices::Official)
}

/// The same, with the voices that may make a position.
pub fn comparison_with(reading: &Reading, state: &ViewState, voices: Voices) -> Comparison {
    let positions = reading.positions(&state.filters, voices);
    let groups = groups(reading, state, &positions);
    let (codebook, filters) = (reading.codebook(), &state.filters);
    let holders: Vec<Code> = groups.iter().flat_map(|group| &group.columns).map(|head| head.holder).collect();
    let section = |kind: IssueKind| RowSection {
        kind,
        name: if kind == IssueKind::Policy { "Proposals" } else { "Claims" },
        rows: codebook
            .issues
            .iter()
            .filter(|issue| issue.kind == kind && (filters.issues.is_empty() || filters.issues.contains(&issue.id)))
            .map(|issue| row(reading, state, issue, &holders, &positions))
            .collect(),
    };
    let sections = [IssueKind::Policy, IssueKind::Claim].map(section);
    Comparison {
        title: codebook.title.clone(),
        question: codebook.question.clone(),
        scope: scope(reading),
        blanks: blanks(reading.report_count(), filters.is_empty()),
        honesty: honesty::line(),
        made_by: honesty::made_by(reading.model()),
        groups,
        sections: sections.into_iter().filter(|section| !section.rows.is_empty()).collect(),
        reports: sources(reading),
        shown: reading.kept(filters).count(),
        all: reading.statements().count(),
        empty: if positions.is_empty() { blame(reading, filters) } else { None },
        example: filters.is_empty().then(|| example(reading)).flatten(),
    }
}

fn groups(reading: &Reading, state: &ViewState, positions: &[Position]) -> Vec<ColumnGroup> {
    let wanted = &state.filters.holders;
    let filled = |holder: Code| positions.iter().filter(|position| position.holder == holder).count();
    // The whole dossier gives the order, so that no column moves when a filter is set.
    let mut order = columns(reading.codebook(), reading.whole());
    for column in columns(reading.codebook(), positions) {
        if order.iter().all(|known| known.holder != column.holder) {
            order.push(column);
        }
    }
    order.retain(|column| match column.group {
        _ if !wanted.is_empty() => wanted.contains(&column.holder),
        Group::Parties => true,
        Group::Others | Group::Bodies => filled(column.holder) > 0,
    });
    let group = |group: Group, name: &'static str| ColumnGroup {
        group,
        name,
        columns: order
            .iter()
            .filter(|column| column.group == group)
            .map(|column| Head {
                holder: column.holder,
                name: words::display_name(column.holder),
                filled: filled(column.holder),
            })
            .collect(),
    };
    [group(Group::Parties, "Parties"), group(Group::Others, "Others"), group(Group::Bodies, "Bodies")]
        .into_iter()
        .filter(|group| !group.columns.is_empty())
        .collect()
}

fn row(reading: &Reading, state: &ViewState, issue: &Issue, holders: &[Code], positions: &[Position]) -> Row {
    let cell = |&holder: &Code| {
        let position = positions.iter().find(|position| position.holder == holder && position.issue == issue.id)?;
        let open = state.cell.as_ref().is_some_and(|cell| cell.holder == holder && cell.issue == issue.id);
        Some(cell_view(reading, issue, position, open))
    };
    Row {
        issue: issue.id.clone(),
        title: issue.title.clone(),
        short: issue.short.clone().unwrap_or_else(|| issue.title.clone()),
        note: issue.note.clone(),
        cells: holders.iter().map(cell).collect(),
    }
}

fn blanks(reports: usize, unfiltered: bool) -> String {
    let these = if reports == 1 { "this report".to_owned() } else { format!("these {reports} reports") };
    let or = if unfiltered { "" } else { ", or held back by your filters" };
    format!("A blank is not a position: it means not in {these}{or}.")
}

fn scope(reading: &Reading) -> String {
    let dates: Vec<_> = reading.articles().filter_map(|(article, _)| article.date).collect();
    let number = reading.report_count();
    let noun = if number == 1 { "report" } else { "reports" };
    let verb = if number == 1 { "says" } else { "say" };
    let period = match (dates.iter().min(), dates.iter().max()) {
        (Some(&first), Some(&last)) => format!(", {},", words::months(first, last)),
        _ => String::new(),
    };
    format!("What {} {noun}{period} {verb} governments said or did.", words::number(number))
}

/// Where the reports come from; copies of one story stand with the first.
fn sources(reading: &Reading) -> Vec<Source> {
    let mut found = Vec::new();
    for report in reading.reports() {
        let mut first = source(report[0]);
        first.copies = report[1..].iter().map(|copy| source(copy)).collect();
        found.push(first);
    }
    found
}

/// A statement that shows well what the marks rest on: own, official, with a side and marked words, the surest first.
fn example(reading: &Reading) -> Option<Card> {
    let clear = reading.statements().filter(|tagged| {
        let statement = tagged.statement;
        let marked = statement.evidence.cue.is_some() && statement.evidence.issue.is_some();
        statement.official && !statement.past && statement.stance != Stance::Neutral && marked
    });
    let best = clear.min_by_key(|t| (std::cmp::Reverse(t.statement.confidence), t.sentence().len()))?;
    Some(card(reading, &best, None))
}

impl Comparison {
    /// Every column, left to right.
    pub fn heads(&self) -> impl Iterator<Item = &Head> {
        self.groups.iter().flat_map(|group| &group.columns)
    }

    /// Every row, top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }
}
