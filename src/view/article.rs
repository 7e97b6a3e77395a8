//! One article as a page: its paragraphs, its marks, and notes in the margin.

use super::evidence::{evidence_marks, opening};
use super::legend::{LegendEntry, layer_of, legend};
use super::margin::{Chosen, Note, notes};
use super::paragraphs::{BlockKind, heading_sign, paragraphs};
use super::quoted::quoted;
use super::segments::{MarkKind, Segment, segments};
use super::source::{Source, source};
use super::untagged::{UntaggedGroup, groups, sentence_key, untagged_marks};
use super::{Layer, Reading, ViewState};
use crate::corpus::Article;
use crate::entities::Mention;
use crate::stance::{Analysis, Statement};
use crate::text::{Span, slug};

/// An article with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticlePage {
    /// Headline, outlet, date and the rest.
    pub source: Source,
    /// Author line.
    pub byline: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Where a kept copy can be read.
    pub archive_url: Option<String>,
    /// For a dispatch of ours: what must stand above it.
    pub opening: Option<String>,
    /// Its text in order; together the blocks hold every byte of it once.
    pub blocks: Vec<Block>,
    /// What the legend shows.
    pub legend: Vec<LegendEntry>,
    /// Its sentences without a tag, by reason.
    pub untagged: Vec<UntaggedGroup>,
    /// Ids of its statements in the order of the text, for going from one to the next.
    pub statements: Vec<String>,
    /// The statement in focus, by id: the nearest where the one asked for is gone.
    pub focus: Option<String>,
    /// What to tell a reader whose statement is gone.
    pub missing: Option<&'static str>,
}

/// A paragraph or the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, with the line ends after it.
    pub segments: Vec<Segment>,
    /// What its margin says, one note a sentence.
    pub notes: Vec<Note>,
}

/// The page of an article, by id; `None` where the dossier has no such article.
pub fn article_page(reading: &Reading, state: &ViewState, id: &str) -> Option<ArticlePage> {
    let (article, analysis) = reading.article(id)?;
    let found = state.statement.as_deref().map(|id| reading.nearest(id));
    let focus = found.flatten().filter(|(tagged, _)| tagged.article.id == article.id);
    let picked = state.sentence.as_deref();
    // A sentence that carries a tag by now shows it.
    let now_tagged = picked.and_then(|key| statement_in(analysis, key));
    let focus_id = focus.map(|(tagged, _)| &tagged.statement.id).or(now_tagged).cloned();
    let missing = match (&state.statement, focus) {
        (Some(_), Some((_, false))) => {
            Some("The sentence of this link is no longer found as it was; the nearest statement is shown.")
        }
        (Some(_), None) => Some(NOT_HERE),
        _ => picked.filter(|key| now_tagged.is_none() && !is_untagged(article, analysis, key)).map(|_| NOT_HERE),
    };
    let chosen = Chosen { focus: focus_id.as_deref(), picked };
    let marks = marks(article, analysis, state, chosen);
    let mut statements: Vec<String> = Vec::new();
    for statement in &analysis.statements {
        if !statements.contains(&statement.id) {
            statements.push(statement.id.clone());
        }
    }
    Some(ArticlePage {
        source: source(article),
        byline: article.byline.clone(),
        url: article.url.clone(),
        archive_url: article.archive_url.clone(),
        opening: opening(article),
        blocks: blocks(reading, article, analysis, &marks, chosen),
        legend: legend(analysis, state),
        untagged: groups(article, analysis, picked),
        statements,
        focus: focus_id,
        missing,
    })
}

const NOT_HERE: &str = "The sentence of this link is not in this article.";

/// The first statement of the sentence with this key, by id.
fn statement_in<'a>(analysis: &'a Analysis, key: &str) -> Option<&'a String> {
    let mut ids = analysis.statements.iter().map(|statement| &statement.id);
    ids.find(|id| id.rsplit('.').next() == Some(key))
}

fn is_untagged(article: &Article, analysis: &Analysis, key: &str) -> bool {
    analysis.untagged.iter().any(|untagged| sentence_key(untagged.sentence.of(&article.text)) == key)
}

/// Every mark of the layers that are on.
fn marks(article: &Article, analysis: &Analysis, state: &ViewState, chosen: Chosen) -> Vec<(Span, MarkKind)> {
    let Chosen { focus, picked } = chosen;
    let shown = |layer: Layer| !state.hidden_layers.contains(&layer);
    let mut marks = Vec::new();
    if shown(Layer::Cuts) {
        marks.extend(analysis.cuts.iter().map(|cut| (cut.span, MarkKind::Cut(cut.reason))));
    }
    if shown(Layer::Stances) {
        marks.extend(analysis.statements.iter().map(|statement| statement_mark(statement, focus)));
        let focused = analysis.statements.iter().filter(|statement| focus == Some(&statement.id));
        marks.extend(untagged_marks(article, analysis, picked));
        marks.extend(focused.flat_map(evidence_marks).filter(|(_, kind)| *kind != MarkKind::Quotation));
    }
    if shown(Layer::Quotations) {
        let whole = Span::new(0, article.text.len());
        marks.extend(quoted(&article.text, whole).into_iter().map(|span| (span, MarkKind::Quotation)));
    }
    marks.extend(analysis.mentions.iter().filter_map(|mention| {
        let layer = layer_of(mention.kind).filter(|&layer| shown(layer))?;
        Some((mention.span, entity_mark(mention, layer)))
    }));
    marks
}

fn statement_mark(statement: &Statement, focus: Option<&str>) -> (Span, MarkKind) {
    let kind = MarkKind::Statement {
        id: statement.id.clone(),
        stance: statement.stance,
        hollow: !statement.official,
        focus: focus == Some(&statement.id),
    };
    (statement.evidence.sentence, kind)
}

fn entity_mark(mention: &Mention, layer: Layer) -> MarkKind {
    MarkKind::Entity { layer, name: mention.name.clone(), slug: slug(&mention.name) }
}

fn blocks(
    reading: &Reading,
    article: &Article,
    analysis: &Analysis,
    marks: &[(Span, MarkKind)],
    chosen: Chosen,
) -> Vec<Block> {
    let block = |(span, kind): (Span, BlockKind)| {
        let inside: Vec<(Span, MarkKind)> = marks.iter().filter(|(mark, _)| mark.overlaps(span)).cloned().collect();
        let mut all = heading_sign(span, kind, &article.text);
        all.extend(inside);
        Block {
            kind,
            segments: segments(&article.text, span, &all),
            notes: notes(reading, article, analysis, span, chosen),
        }
    };
    paragraphs(&article.text, analysis).into_iter().map(block).collect()
}
