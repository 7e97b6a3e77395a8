//! What the command line prints, field by field: the tables of the design, in their order.

use super::offsets::{OffsetMap, OffsetUnit};
use super::table::{Row, Value};
use crate::compare::Position;
use crate::corpus::Article;
use crate::lexicon::is_forum;
use crate::propositions::Proposition;
use crate::stance::{Analysis, Statement, Untagged};
use crate::text::Span;
use crate::view::word::Word;
use crate::view::{Reading, Tagged, why, why_not};

/// The statements of an article.
pub fn statement_rows<'a>(
    article: &Article,
    statements: impl IntoIterator<Item = &'a Statement>,
    unit: OffsetUnit,
) -> Vec<Row> {
    let offsets = OffsetMap::new(&article.text, unit);
    statements.into_iter().map(|statement| statement_row(article, statement, &offsets)).collect()
}

fn statement_row(article: &Article, statement: &Statement, offsets: &OffsetMap) -> Row {
    let sentence = statement.evidence.sentence;
    let condition = statement.evidence.condition.map(|span| span.of(&article.text));
    vec![
        ("id", text(&statement.id)),
        ("article", text(&statement.article)),
        ("sentence", text(sentence.of(&article.text))),
        ("start", Value::Number(offsets.convert(sentence.start))),
        ("end", Value::Number(offsets.convert(sentence.end))),
        ("speaker", text(&statement.speaker)),
        ("holder", text(statement.holder.as_str())),
        ("told_by", text(&statement.told_by.map(|teller| teller.to_string()).unwrap_or_default())),
        ("issue", text(&statement.issue)),
        ("stance", text(&statement.stance.to_word())),
        ("lean", Value::optional(statement.lean.map(|lean| lean.to_word()))),
        ("condition", Value::optional(condition)),
        ("mode", text(&statement.mode.to_word())),
        ("deed", Value::Flag(statement.deed)),
        ("official", Value::Flag(statement.official)),
        ("past", Value::Flag(statement.past)),
        ("reported_on", Value::optional(statement.reported_on)),
        ("said_on", Value::optional(statement.said_on)),
        ("confidence", Value::Share(statement.confidence)),
        ("rule", text(statement.rule)),
    ]
}

/// How the words of a statement lead to its tag, on one line: a last field for its row.
pub fn why_field(reading: &Reading, tagged: &Tagged) -> (&'static str, Value) {
    ("why", text(&why::line(&why::path(reading, tagged))))
}

/// The sentences of an article without a statement, and why each has none.
pub fn why_not_rows(reading: &Reading, article: &Article, analysis: &Analysis, unit: OffsetUnit) -> Vec<Row> {
    let offsets = OffsetMap::new(&article.text, unit);
    let row = |untagged: &Untagged| {
        vec![
            ("article", text(&article.id)),
            ("sentence", text(untagged.sentence.of(&article.text))),
            ("start", Value::Number(offsets.convert(untagged.sentence.start))),
            ("end", Value::Number(offsets.convert(untagged.sentence.end))),
            ("issue", Value::optional(untagged.issue.as_ref())),
            ("why_not", text(&why_not(reading, article, untagged))),
        ]
    };
    analysis.untagged.iter().map(row).collect()
}

/// The positions; `told_by` holds the tellers' codes joined by commas, and is empty where the position is own.
pub fn position_rows(positions: &[Position]) -> Vec<Row> {
    positions.iter().map(position_row).collect()
}

fn position_row(position: &Position) -> Row {
    let tellers: Vec<&str> = position.told_by.iter().map(crate::text::Code::as_str).collect();
    vec![
        ("holder", text(position.holder.as_str())),
        ("issue", text(&position.issue)),
        ("stance", text(&position.verdict.to_word())),
        ("told_by", text(&tellers.join(","))),
        ("reports", Value::Number(position.reports.len())),
        ("sentences", Value::Number(position.sentences)),
        ("supports", Value::Number(position.tally.supports)),
        ("opposes", Value::Number(position.tally.opposes)),
        ("conditional", Value::Number(position.tally.conditional)),
        ("neutral", Value::Number(position.tally.neutral)),
        ("first", Value::optional(position.first)),
        ("last", Value::optional(position.last)),
        ("changed", Value::Flag(position.changed.is_some())),
    ]
}

/// What an article names.
pub fn entity_rows(article: &Article, analysis: &Analysis, unit: OffsetUnit) -> Vec<Row> {
    let offsets = OffsetMap::new(&article.text, unit);
    let row = |mention: &crate::entities::Mention| {
        vec![
            ("article", text(&article.id)),
            ("start", Value::Number(offsets.convert(mention.span.start))),
            ("end", Value::Number(offsets.convert(mention.span.end))),
            ("surface", text(mention.span.of(&article.text))),
            ("type", text(&mention.kind.to_word())),
            ("country", Value::optional(mention.country.filter(|code| !is_forum(*code)))),
            ("name", text(&mention.name)),
        ]
    };
    analysis.mentions.iter().map(row).collect()
}

/// Who says what in an article.
pub fn attribution_rows(article: &Article, analysis: &Analysis, unit: OffsetUnit) -> Vec<Row> {
    let offsets = OffsetMap::new(&article.text, unit);
    let spans = |spans: &[Span]| {
        Value::Spans(spans.iter().map(|span| (offsets.convert(span.start), offsets.convert(span.end))).collect())
    };
    let row = |quotation: &crate::attribution::Quotation| {
        vec![
            ("article", text(&article.id)),
            ("source", spans(&quotation.source)),
            ("cue", spans(&quotation.cue)),
            ("content", spans(&quotation.content)),
            ("speaker", text(&quotation.speaker)),
            ("holder", Value::optional(quotation.holder)),
            ("kind", text(&quotation.kind.to_word())),
        ]
    };
    analysis.quotations.iter().map(row).collect()
}

/// Who is for, against or says what in an article.
pub fn proposition_rows(article: &Article, propositions: &[Proposition]) -> Vec<Row> {
    let row = |proposition: &Proposition| {
        vec![
            ("article", text(&article.id)),
            ("sentence", text(proposition.sentence.of(&article.text))),
            ("actor", text(&proposition.actor.name)),
            ("holder", Value::optional(proposition.actor.holder)),
            ("predicate", text(&proposition.predicate)),
            ("point", text(&proposition.point_of(&article.text))),
            ("stance", text(&proposition.stance.to_word())),
        ]
    };
    propositions.iter().map(row).collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{Copies, Voices, positions, sample};
    use crate::report::to_json_lines;

    /// The design's command table.
    const STATEMENT: &str = "id, article, sentence, start, end, speaker, holder, told_by, issue, stance, lean, condition, \
                             mode, deed, official, past, reported_on, said_on, confidence, rule";
    const POSITION: &str = "holder, issue, stance, told_by, reports, sentences, supports, opposes, conditional, neutral, \
                            first, last, changed";

    #[test]
    fn fields_come_in_the_order_of_the_design() {
        let statements = sample::statements("a RU shield opposes 2007-06-08");
        let article = Article { id: "a".to_owned(), text: "sentence at 0".to_owned(), ..Article::default() };
        let rows = statement_rows(&article, &statements, OffsetUnit::Bytes);
        let names = |row: &Row| row.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        assert_eq!(names(&rows[0]), STATEMENT);
        let found = positions(&statements, &sample::codebook("", "shield"), Voices::Official, &Copies::default());
        assert_eq!(names(&position_rows(&found)[0]), POSITION);
    }

    #[test]
    fn a_told_position_names_its_tellers() {
        let lines = "a AZ radar supports told=RU 2007-06-08\nb AZ radar supports told=US 2007-06-09";
        let found =
            positions(&sample::statements(lines), &sample::codebook("", "radar"), Voices::Official, &Copies::default());
        let expected = "{\"holder\":\"AZ\",\"issue\":\"radar\",\"stance\":\"supports\",\"told_by\":\"RU,US\",\"reports\":2,\
                        \"sentences\":2,\"supports\":2,\"opposes\":0,\"conditional\":0,\"neutral\":0,\
                        \"first\":\"2007-06-08\",\"last\":\"2007-06-09\",\"changed\":false}\n";
        assert_eq!(to_json_lines(&position_rows(&found)), expected);
    }
}
