//! Who backs or faces whom: the rows that are printed, and lines that ask for one pair.
//!
//! A line of JSON may carry, beside an article, the two actors that are asked about: `source` and `target`, each its
//! words or `{"start", "end"}`, and `source_spans` and `target_spans`, lists of `[start, end]`, which say where these
//! words stand if they stand there more than once. What people said of the pair may stand in `polarity` or, as in
//! published sets, in `binary`.

use super::articles::with_text;
use super::json::{Object, Source};
use super::offsets::{OffsetMap, OffsetUnit};
use super::table::{Row, Value};
use super::value::{Value as Json, read_value};
use crate::corpus::Article;
use crate::relations::{Dyad, Party, Polarity};
use crate::text::{Problem, Span};

/// An article, and the pair that is asked for in it.
#[derive(Clone, Debug, Default)]
pub struct PairLine {
    /// The article.
    pub article: Article,
    /// The pair, source first, `None` for one that does not stand in the text; `None` where all pairs are asked for.
    pub pair: Option<[Option<Span>; 2]>,
    /// Which way it turns, where people said so.
    pub told: Option<Polarity>,
}

/// Reads JSON lines with or without a pair of actors. A line that cannot be read is named and left out.
pub fn read_pairs(file_name: &str, text: &str, unit: OffsetUnit) -> (Vec<PairLine>, Vec<Problem>) {
    let mut source = Source::new(file_name);
    let mut found = Vec::new();
    for (number, line) in (1_u32..).zip(text.trim_start_matches('\u{feff}').lines()) {
        if line.trim().is_empty() {
            continue;
        }
        source.set_line(number);
        match read_value(line.as_bytes()) {
            Ok(value) => found.extend(pair_line(&value, unit, &mut source)),
            Err(error) => source.warn("", format!("not JSON (column {}); the line is left out", error.column)),
        }
    }
    (found, source.finish())
}

fn pair_line(value: &Json, unit: OffsetUnit, source: &mut Source) -> Option<PairLine> {
    let mut object = Object::new(value, "", source)?;
    let article = with_text(&mut object, source);
    let actors = [("source", "source_spans"), ("target", "target_spans")];
    let given = actors.map(|(words, spans)| [object.value(words), object.value(spans)]);
    let told = ["polarity", "binary", "binary_conflict_or_coop"]
        .iter()
        .find_map(|key| object.value(key).and_then(Json::as_str))
        .and_then(polarity);
    object.finish(source);
    let article = article?;
    // By itself `source` may be where an article is from.
    let [[_, places], target] = given;
    let pair = (places.is_some() || target.iter().any(Option::is_some)).then(|| {
        given.map(|[words, spans]| {
            let found = place(&article.text, words, spans, unit);
            if found.is_none() && (words.is_some() || spans.is_some()) {
                source.warn("source or target", "does not stand in the text; the other one alone decides");
            }
            found
        })
    });
    Some(PairLine { article, pair, told })
}

/// Where an actor's words stand: at the offsets given, or where the words are nearest to these.
fn place(text: &str, words: Option<&Json>, spans: Option<&Json>, unit: OffsetUnit) -> Option<Span> {
    let at = spans.and_then(first_span).or_else(|| words.and_then(object_span));
    let byte = |offset| byte_of(text, offset, unit);
    let at = at.and_then(|(start, end)| Some((byte(start)?, byte(end)?)).filter(|(start, end)| start < end));
    let words = words.and_then(Json::as_str).map(str::trim).filter(|words| !words.is_empty());
    let Some(words) = words else { return at.map(|(start, end)| Span::new(start, end)) };
    let near = at.map_or(0, |(start, _)| start);
    let occurrences = text.match_indices(words).map(|(start, _)| start);
    let whole = |start: usize| {
        let before = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = text[start + words.len()..].chars().next().is_some_and(char::is_alphanumeric);
        usize::from(before || after)
    };
    let nearest = occurrences.min_by_key(|&start| (whole(start), start.abs_diff(near)));
    let found = nearest.map(|start| Span::new(start, start + words.len()));
    found.or_else(|| at.map(|(start, end)| Span::new(start, end)))
}

/// The first of `[[start, end], …]`, or of `[start, end]`.
fn first_span(spans: &Json) -> Option<(usize, usize)> {
    let items = spans.as_array()?;
    match items {
        [start, end] if start.as_array().is_none() => Some((number(start)?, number(end)?)),
        [first, ..] => first_span(first),
        [] => None,
    }
}

/// Of `{"start", "end"}`.
fn object_span(value: &Json) -> Option<(usize, usize)> {
    let Json::Object(fields) = value else { return None };
    let field = |key: &str| fields.iter().find(|(name, _)| name == key).and_then(|(_, value)| number(value));
    Some((field("start")?, field("end")?))
}

fn number(value: &Json) -> Option<usize> {
    if let Json::Number(digits) = value { digits.parse().ok() } else { None }
}

/// The byte at which a character of this number begins.
fn byte_of(text: &str, offset: usize, unit: OffsetUnit) -> Option<usize> {
    if unit == OffsetUnit::Bytes {
        return text.is_char_boundary(offset).then_some(offset);
    }
    let mut units = 0;
    for (at, character) in text.char_indices() {
        if units >= offset {
            return Some(at);
        }
        units += if unit == OffsetUnit::Chars { 1 } else { character.len_utf16() };
    }
    (units >= offset).then_some(text.len())
}

fn polarity(word: &str) -> Option<Polarity> {
    match word {
        "cooperation" | "0" => Some(Polarity::Cooperation),
        "conflict" | "1" => Some(Polarity::Conflict),
        "neutral" => Some(Polarity::Neutral),
        _ => None,
    }
}

/// Who backs or faces whom in an article.
pub fn relation_rows(article: &Article, dyads: &[Dyad], unit: OffsetUnit) -> Vec<Row> {
    let offsets = OffsetMap::new(&article.text, unit);
    let party = |party: Option<Party>| {
        party.map_or(Value::Unknown, |party| {
            Value::Fields(vec![
                ("start", Value::Number(offsets.convert(party.span.start))),
                ("end", Value::Number(offsets.convert(party.span.end))),
                ("holder", Value::optional(party.holder)),
            ])
        })
    };
    let row = |dyad: &Dyad| {
        let polarity = match dyad.polarity {
            Polarity::Cooperation => "cooperation",
            Polarity::Conflict => "conflict",
            Polarity::Neutral => "neutral",
        };
        vec![
            ("article", Value::Text(article.id.clone())),
            ("sentence", Value::Text(dyad.sentence.of(&article.text).to_owned())),
            ("source", party(dyad.source)),
            ("target", party(dyad.target)),
            ("polarity", Value::Text(polarity.to_owned())),
            ("cue", Value::optional(dyad.cue.map(|cue| cue.of(&article.text)))),
        ]
    };
    dyads.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str, unit: OffsetUnit) -> [Option<String>; 2] {
        let (lines, _) = read_pairs("-", line, unit);
        let text = &lines[0].article.text;
        lines[0].pair.expect("a pair").map(|span| span.map(|span| format!("{}:{}", span.start, span.of(text))))
    }

    fn found(source: &str, target: &str) -> [Option<String>; 2] {
        [source, target].map(|words| Some(words.to_owned()))
    }

    #[test]
    fn an_actor_is_given_by_words_or_by_place() {
        let text = r#"{"id": "a", "text": "Café owners in Peru met Peru’s mayor.", "#;
        let line = |rest: &str| format!("{text}{rest}}}");
        let both = line(r#""source": "Café owners", "target": "Peru", "target_spans": [[24, 28]]"#);
        assert_eq!(asked(&both, OffsetUnit::Chars), found("0:Café owners", "25:Peru"));
        assert_eq!(asked(&both, OffsetUnit::Bytes), found("0:Café owners", "25:Peru"), "the words mend the unit");
        let places = line(r#""source": {"start": 0, "end": 11}, "target": {"start": 24, "end": 28, "holder": "PE"}"#);
        assert_eq!(asked(&places, OffsetUnit::Utf16), found("0:Café owners", "25:Peru"));
        let spans = line(r#""source_spans": [0, 12], "target_spans": [[16, 20], [25, 29]]"#);
        assert_eq!(asked(&spans, OffsetUnit::Bytes), found("0:Café owners", "16:Peru"));
    }

    #[test]
    fn who_does_not_stand_in_the_text_is_said_to_be_missing() {
        let line =
            r#"{"id": "a", "text": "Peru met Chile.", "source": "Peru", "target": "a recipient", "target_spans": []}"#;
        let (lines, problems) = read_pairs("-", line, OffsetUnit::Bytes);
        assert!(lines[0].pair.is_some_and(|[source, target]| source.is_some() && target.is_none()));
        assert!(problems[0].to_string().contains("does not stand in the text"), "{problems:?}");
        let (lines, _) = read_pairs("-", r#"{"id": "a", "text": "Peru met Chile."}"#, OffsetUnit::Bytes);
        assert!(lines[0].pair.is_none(), "all pairs are asked for");
        let (lines, _) =
            read_pairs("-", r#"{"id": "a", "text": "Peru met Chile.", "source": "Courier"}"#, OffsetUnit::Bytes);
        assert!(lines[0].pair.is_none(), "the source of an article");
    }
}
