//! The commands that print what the engine found.

use std::sync::Arc;

use demarche::compare::Voices;
use demarche::corpus::Article;
use demarche::propositions::Reader;
use demarche::report::{
    Library, OffsetUnit, Row, attribution_rows, entity_rows, grid, position_rows, proposition_rows, statement_rows,
    to_aligned, to_csv, to_json_lines, why_field, why_not_rows,
};
use demarche::stance::Analysis;
use demarche::text::Problem;
use demarche::view::{Filters, Reading, ViewState, comparison_with, link};

use crate::args::{Analyse, Asked, Compare, Format};
use crate::input::{Questions, gather, model, read, read_attributions, some};
use crate::{Outcome, tell};

/// `demarche analyse`.
pub(crate) fn statements(analyse: &Analyse) -> Outcome {
    let asked = &analyse.asked;
    let filters = view(asked).filters;
    let rows = |reading: &Reading| {
        let mut rows: Vec<Row> = Vec::new();
        if analyse.why_not {
            for (article, found) in reading.articles().filter(|(article, _)| filters.keep_article(article)) {
                rows.extend(why_not_rows(reading, article, found, asked.offsets));
            }
            return rows;
        }
        let kept: Vec<_> = reading.kept(&filters).collect();
        for tagged in kept.chunk_by(|one, next| one.article.id == next.article.id) {
            let statements = tagged.iter().map(|tagged| tagged.statement);
            rows.extend(statement_rows(tagged[0].article, statements, asked.offsets));
        }
        if analyse.why {
            for (row, tagged) in rows.iter_mut().zip(&kept) {
                row.push(why_field(reading, tagged));
            }
        }
        rows
    };
    outcome(read(&asked.input, Questions::Needed).map(|reading| print(&rows(&reading), asked.format)))
}

/// `demarche compare`.
pub(crate) fn positions(compare: &Compare) -> Outcome {
    let (asked, state) = (&compare.asked, view(&compare.asked));
    let voices = if compare.all { Voices::All } else { Voices::Official };
    outcome(read(&asked.input, Questions::Needed).map(|reading| {
        let positions = reading.positions(&state.filters, voices);
        match asked.format {
            _ if positions.is_empty() => String::new(),
            Format::Grid => grid(&comparison_with(&reading, &state, voices)),
            Format::Jsonl | Format::Csv => print(&position_rows(&positions), asked.format),
        }
    }))
}

/// `demarche entities`.
pub(crate) fn entities(asked: &Asked) -> Outcome {
    let keep = |filters: &Filters, row: &Row| keeps_code(filters, row, "country");
    let reading = read(&asked.input, Questions::Optional);
    outcome(reading.map(|reading| by_article(asked, &reading, entity_rows, keep)))
}

/// `demarche attributions`.
pub(crate) fn attributions(asked: &Asked) -> Outcome {
    let keep = |filters: &Filters, row: &Row| keeps_code(filters, row, "holder");
    outcome(read_attributions(&asked.input).map(|reading| by_article(asked, &reading, attribution_rows, keep)))
}

/// `demarche propositions`.
pub(crate) fn propositions(asked: &Asked) -> Outcome {
    outcome(propositions_of(asked))
}

fn propositions_of(asked: &Asked) -> Result<String, Problem> {
    let filters = view(asked).filters;
    let mut library = Library::with_twins();
    let questions = gather(&asked.input, &mut library)?;
    let articles = some(library.into_articles())?;
    let actors = questions.map(|file| file.codebook.actors).unwrap_or_default();
    let mut reader = Reader::default();
    if !asked.input.rules_only {
        reader = reader.with_model(Arc::new(model(asked.input.model.as_deref())?));
    }
    let kept = articles.iter().filter(|article| filters.keep_article(article));
    let all = kept.flat_map(|article| proposition_rows(article, &reader.read(article, &actors)));
    Ok(print(&all.filter(|row| keeps_code(&filters, row, "holder")).collect::<Vec<Row>>(), asked.format))
}

/// Rows of the articles that a view's outlets and dates keep, and of the countries it keeps.
fn by_article(
    asked: &Asked,
    reading: &Reading,
    rows: fn(&Article, &Analysis, OffsetUnit) -> Vec<Row>,
    keep: fn(&Filters, &Row) -> bool,
) -> String {
    let filters = view(asked).filters;
    let kept = reading.articles().filter(|(article, _)| filters.keep_article(article));
    let all = kept.flat_map(|(article, analysis)| rows(article, analysis, asked.offsets));
    print(&all.filter(|row| keep(&filters, row)).collect::<Vec<Row>>(), asked.format)
}

pub(crate) fn keeps_code(filters: &Filters, row: &Row, column: &str) -> bool {
    let value = row.iter().find(|(name, _)| *name == column).and_then(|(_, value)| value.as_text());
    let code = value.and_then(|text| text.parse().ok());
    filters.holders.is_empty() || code.is_some_and(|code| filters.holders.contains(&code))
}

/// The view of a share link; what it ignores is named on stderr.
pub(crate) fn view(asked: &Asked) -> ViewState {
    let Some(link) = &asked.view else { return ViewState::default() };
    let (state, problems) = link::parse(link);
    for problem in problems {
        tell(&Problem::new("--view", problem.to_string()));
    }
    state
}

pub(crate) fn print(rows: &[Row], format: Format) -> String {
    match format {
        Format::Jsonl => to_json_lines(rows),
        Format::Csv => to_csv(rows),
        Format::Grid => to_aligned(rows),
    }
}

pub(crate) fn outcome(result: Result<String, Problem>) -> Outcome {
    result.map_or_else(Outcome::Failed, Outcome::Text)
}
