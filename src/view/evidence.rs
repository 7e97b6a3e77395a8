//! One statement with everything a reader needs to judge it.

use super::quoted::quoted;
use super::segments::{MarkKind, Segment, segments};
use super::source::outlet;
use super::why::{Reason, is_unnamed, path, rule, words_of};
use super::{Reading, Tagged, words};
use crate::corpus::Article;
use crate::stance::{IssueKind, Stance, Statement};
use crate::text::{Code, Span};

/// The evidence of one statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The statement's id.
    pub statement: String,
    /// The article's id.
    pub article: String,
    /// For a dispatch of ours: "Demarche's summary, not a quotation. After Courier, 8 June 2007". It comes first.
    pub opening: Option<String>,
    /// The sentence with its cue, issue phrase, condition and quotation marked.
    pub sentence: Vec<Segment>,
    /// Whether the words are a source's own, as against our summary of it.
    pub verbatim: bool,
    /// Whose position.
    pub holder: Code,
    /// Its name.
    pub holder_name: String,
    /// Who speaks or acts, in full; `None` where only a country or bloc is named.
    pub speaker: Option<String>,
    /// Which side.
    pub stance: Stance,
    /// The side in words ("against, unless …").
    pub word: &'static str,
    /// The condition in its own words.
    pub condition: Option<String>,
    /// How it is given ("quoted", "paraphrased", "did", "the reporter’s description").
    pub how: &'static str,
    /// "own position", "own position, by an unnamed official", "told by Russia", "not an official voice".
    pub whose: String,
    /// Whether an analyst or journalist judges here: nobody's position, and without a link of its own.
    pub judgement: bool,
    /// Who published it; "outlet not stated" where that is so.
    pub outlet: String,
    /// Where copies of the same story have the same sentence: "Courier, 8 June 2007".
    pub also: Vec<String>,
    /// "reported 8 June 2007"; "date not stated" where that is so.
    pub reported: String,
    /// "said 7 June 2007"; "date said not given" where that is so.
    pub said: String,
    /// What else to know of the article's facts ("date inferred").
    pub note: Option<String>,
    /// How the words lead to the tag.
    pub why: Vec<Reason>,
    /// What the rule looks for that made it, in plain words; empty where there are none.
    pub rule: &'static str,
    /// How often such tags were right in tests.
    pub confidence: String,
    /// Who has checked it: "unchecked".
    pub checked: &'static str,
    /// A citation to paste.
    pub cite: String,
    /// Where the article can be read.
    pub url: Option<String>,
    /// Where a kept copy can be read.
    pub archive_url: Option<String>,
    /// Whether it is the statement in focus.
    pub focus: bool,
}

/// The card of a statement. `focus` is the id of the statement in focus, if there is one.
pub fn card(reading: &Reading, tagged: &Tagged, focus: Option<&str>) -> Card {
    let Tagged { statement, article, .. } = tagged;
    let kind = reading.issue(&statement.issue).map_or(IssueKind::Policy, |issue| issue.kind);
    Card {
        statement: statement.id.clone(),
        article: article.id.clone(),
        opening: opening(article),
        sentence: segments(&article.text, statement.evidence.sentence, &sentence_marks(statement, article)),
        verbatim: article.after.is_none(),
        holder: statement.holder,
        holder_name: words::display_name(statement.holder),
        speaker: Some(statement.speaker.clone()).filter(|speaker| !speaker.is_empty()),
        stance: statement.stance,
        word: words::of_statement(statement, kind),
        condition: statement.evidence.condition.map(|span| words_of(span, article)),
        how: words::mode(statement.mode, statement.deed),
        whose: whose(reading, tagged),
        judgement: false,
        outlet: outlet(article),
        also: Vec::new(),
        reported: article
            .date
            .map_or_else(|| "date not stated".to_owned(), |date| format!("reported {}", words::long_date(date))),
        said: statement
            .said_on
            .map_or_else(|| "date said not given".to_owned(), |date| format!("said {}", words::long_date(date))),
        note: article.note.clone(),
        why: path(reading, tagged),
        rule: rule(statement.rule),
        confidence: words::confidence(statement.confidence),
        checked: "unchecked",
        cite: cite(article),
        url: article.url.clone(),
        archive_url: article.archive_url.clone(),
        focus: focus == Some(&statement.id),
    }
}

/// For a dispatch of ours, what must stand before every sentence of it.
pub fn opening(article: &Article) -> Option<String> {
    article.after.as_deref().map(|after| format!("Demarche’s summary, not a quotation. After {}", words::after(after)))
}

/// The spans a statement rests on, as marks.
pub(super) fn evidence_marks(statement: &Statement) -> Vec<(Span, MarkKind)> {
    let evidence = &statement.evidence;
    let mut marks: Vec<(Span, MarkKind)> = Vec::new();
    let mut mark = |span: Option<Span>, kind: MarkKind| marks.extend(span.map(|span| (span, kind)));
    mark(evidence.quotation, MarkKind::Quotation);
    mark(evidence.condition, MarkKind::Condition);
    mark(evidence.speaker, MarkKind::Speaker);
    mark(evidence.issue, MarkKind::Issue);
    for span in evidence.turns.iter().copied().chain(evidence.cue) {
        mark(Some(span), MarkKind::Cue(statement.stance));
    }
    marks
}

/// The marks of a sentence that stands alone: what it rests on, and what of it is in quotation marks.
fn sentence_marks(statement: &Statement, article: &Article) -> Vec<(Span, MarkKind)> {
    let sentence =
        quoted(&article.text, statement.evidence.sentence).into_iter().map(|span| (span, MarkKind::Quotation));
    sentence.chain(evidence_marks(statement)).collect()
}

fn whose(reading: &Reading, tagged: &Tagged) -> String {
    let statement = tagged.statement;
    match statement.told_by {
        None if is_unnamed(reading, tagged) => "own position, by an unnamed official".to_owned(),
        Some(teller) => format!("told by {}", words::display_name(teller)),
        None if statement.official => "own position".to_owned(),
        None => "not an official voice".to_owned(),
    }
}

fn cite(article: &Article) -> String {
    let mut parts = Vec::new();
    if !article.title.is_empty() {
        parts.push(format!("“{}”", article.title));
    }
    parts.push(outlet(article));
    parts.push(article.date.map_or_else(|| "date not stated".to_owned(), words::long_date));
    parts.extend(article.url.clone());
    let cited = parts.join(", ");
    match article.after.as_deref() {
        Some(after) => {
            format!("{cited}. Demarche’s summary after {}; check the original before quoting.", words::after(after))
        }
        None => format!("{cited}."),
    }
}
