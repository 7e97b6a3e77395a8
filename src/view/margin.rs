//! What stands in the margin of an article, sentence by sentence.

use super::untagged::{WhyNotNote, why_not_note};
use super::{Reading, words};
use crate::corpus::Article;
use crate::stance::{Analysis, IssueKind, Stance, Statement};
use crate::text::{Code, InOrder, Span};

/// The margin note of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The sentence.
    pub sentence: Span,
    /// One line for each holder, issue and stance in it.
    pub lines: Vec<NoteLine>,
    /// For the picked sentence, where it has none: why.
    pub why_not: Option<WhyNotNote>,
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

/// What of an article is singled out by the view.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chosen<'a> {
    /// The statement in focus, by id.
    pub(super) focus: Option<&'a str>,
    /// The sentence picked, by its key.
    pub(super) picked: Option<&'a str>,
}

/// The notes of the sentences that start in a block.
pub(super) fn notes(
    reading: &Reading,
    article: &Article,
    analysis: &Analysis,
    block: Span,
    chosen: Chosen,
) -> Vec<Note> {
    let starts_here = |sentence: Span| block.start <= sentence.start && sentence.start < block.end;
    let mut inside: Vec<&Statement> =
        analysis.statements.iter().filter(|statement| starts_here(statement.evidence.sentence)).collect();
    inside.order_by_key(|statement| statement.evidence.sentence);
    let mut notes: Vec<Note> = Vec::new();
    for sentence in inside.chunk_by(|one, next| one.evidence.sentence == next.evidence.sentence) {
        notes.push(Note {
            sentence: sentence[0].evidence.sentence,
            lines: sentence.iter().map(|statement| note_line(reading, statement, chosen.focus)).collect(),
            why_not: None,
        });
    }
    for untagged in analysis.untagged.iter().filter(|untagged| starts_here(untagged.sentence)) {
        let note = chosen.picked.map(|_| why_not_note(reading, article, untagged));
        if let Some(note) = note.filter(|note| chosen.picked == Some(&note.sentence)) {
            let place = notes.iter().position(|other| untagged.sentence < other.sentence).unwrap_or(notes.len());
            notes.insert(place, Note { sentence: untagged.sentence, lines: Vec::new(), why_not: Some(note) });
        }
    }
    notes
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
        word: words::of_statement(statement, kind),
        whose,
        focus: focus == Some(&statement.id),
    }
}
