//! `demarche relations`: who backs or faces whom.

use std::path::Path;
use std::sync::Arc;

use demarche::corpus::Article;
use demarche::relations::{Dyad, Reader};
use demarche::report::{Library, PairLine, Row, read_pairs, relation_rows};
use demarche::text::Problem;
use demarche::view::Filters;

use crate::args::{Asked, Input};
use crate::input::{add, gather, model, name, read_text, some};
use crate::print::{outcome, print, view};
use crate::{Outcome, tell};

/// Prints the pairs of all articles, and for lines that name a pair what there is between these two.
pub(crate) fn relations(asked: &Asked) -> Outcome {
    outcome(rows(asked).map(|rows| print(&rows, asked.format)))
}

fn rows(asked: &Asked) -> Result<Vec<Row>, Problem> {
    if asked.input.rules_only {
        return Err(Problem::new("--rules-only", "relations go by the parse of a sentence; leave it out"));
    }
    let filters = view(asked).filters;
    let mut library = Library::default();
    let lines = asked.input.jsonl.as_deref().map(|path| lines(path, asked)).transpose()?.unwrap_or_default();
    let (pairs, plain): (Vec<PairLine>, Vec<PairLine>) = lines.into_iter().partition(|line| line.pair.is_some());
    let codebook = gather(&Input { jsonl: None, ..asked.input.clone() }, &mut library)?.unwrap_or_default();
    for PairLine { mut article, .. } in plain {
        let text = std::mem::take(&mut article.text);
        let place = format!("article “{}”", article.id);
        add(&place, text.as_bytes(), article, &mut library);
    }
    let articles = if pairs.is_empty() { some(library.into_articles())? } else { library.into_articles() };
    let reader = Reader::new(&codebook.codebook.actors, Arc::new(model(asked.input.model.as_deref())?));
    let mut rows = Vec::new();
    let mut keep = |article: &Article, mut dyads: Vec<Dyad>| {
        dyads.retain(|dyad| keeps(&filters, dyad));
        rows.extend(relation_rows(article, &dyads, asked.offsets));
    };
    for article in articles.iter().filter(|article| filters.keep_article(article)) {
        keep(article, reader.read(article));
    }
    for PairLine { article, pair, .. } in pairs.iter().filter(|line| filters.keep_article(&line.article)) {
        let [source, target] = pair.unwrap_or_default();
        match reader.between(article, source, target) {
            Some(dyad) => keep(article, vec![dyad]),
            None => tell(&Problem::new(format!("article “{}”", article.id), "neither actor stands in the text")),
        }
    }
    Ok(rows)
}

fn lines(path: &Path, asked: &Asked) -> Result<Vec<PairLine>, Problem> {
    let (lines, problems) = read_pairs(&name(path), &read_text(path)?, asked.offsets);
    problems.iter().for_each(tell);
    Ok(lines)
}

/// Whether a view's filter of countries keeps a pair: where it keeps one of the two.
fn keeps(filters: &Filters, dyad: &Dyad) -> bool {
    let of_view = |holder| filters.holders.contains(&holder);
    filters.holders.is_empty()
        || [dyad.source, dyad.target].into_iter().flatten().filter_map(|party| party.holder).any(of_view)
}
