//! What stands in the margin of an article, sentence by sentence.

use super::{Reading, words};
use crate::stance::{Analysis, IssueKind, Stance, Statement};
use crate::text::{Code, InOrder, Span};

/// The margin note of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The sentence.
    pub sentence: Span,
    /// One line for each holder, issue and stance in it.
    pub lines: Vec<NoteLine>,
}

/// One statement in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteLine {
    /// Its id.
    pub statement: String,
    /// Whose position.
    pub holder: Code,
    /// Its name.
    pub holder_name: String,
    /// The issue in a few words.
    pub issue: String,
    /// Which side: gives shape and colour.
    pub stance: Stance,
    /// The side in words.
    pub word: &'static str,
    /// "told by Russia", "unofficial", "earlier"; `None` for an own official one of the day.
    pub whose: Option<String>,
    /// Whether it is in focus.
    pub focus: bool,
}

/// The notes of the sentences that start in a block.
pub(super) fn notes(reading: &Reading, analysis: &Analysis, block: Span, focus: Option<&str>) -> Vec<Note> {
    let starts_here = |statement: &&Statement| {
        let start = statement.evidence.sentence.start;
        block.start <= start && start < block.end
    };
    let mut inside: Vec<&Statement> = analysis.statements.iter().filter(starts_here).collect();
    inside.order_by_key(|statement| statement.evidence.sentence);
    inside
        .chunk_by(|one, next| one.evidence.sentence == next.evidence.sentence)
        .map(|sentence| Note {
            sentence: sentence[0].evidence.sentence,
            lines: sentence.iter().map(|statement| note_line(reading, statement, focus)).collect(),
        })
        .collect()
}

fn note_line(reading: &Reading, statement: &Statement, focus: Option<&str>) -> NoteLine {
    let issue = reading.issue(&statement.issue);
    let kind = issue.map_or(IssueKind::Policy, |issue| issue.kind);
    let short = issue.map_or(&statement.issue, |issue| issue.short.as_ref().unwrap_or(&issue.title));
    let whose = match statement.told_by {
        Some(teller) => Some(format!("told by {}", words::display_name(teller))),
        None if !statement.official => Some("unofficial".to_owned()),
        None if statement.past => Some("earlier".to_owned()),
        None => None,
    };
    NoteLine {
        statement: statement.id.clone(),
        holder: statement.holder,
        holder_name: words::display_name(statement.holder),
        issue: short.clone(),
        stance: statement.stance,
        word: words::stance(statement.stance, statement.lean, kind),
        whose,
        focus: focus == Some(&statement.id),
    }
}
