//! Reading coded attributions: JSON lines of `{"text", "attributions": [{"source", "cue", "content"}]}`, each role a list
//! of `[start, end]` in characters.

use super::value::{Value, read_value};
use crate::attribution::{Coded, CodedText};
use crate::text::{Problem, Span};

/// Reads a file of coded articles.
///
/// # Errors
/// Names the first line that is no such article.
pub fn read_coded_texts(file: &str, lines: &str) -> Result<Vec<CodedText>, Problem> {
    let read = |(number, line): (u32, &str)| {
        let article = read_value(line.as_bytes()).ok().and_then(|value| coded_text(&value));
        article.ok_or_else(|| Problem::new(file, "is no coded article").at_line(number))
    };
    (1..).zip(lines.lines()).filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

fn coded_text(value: &Value) -> Option<CodedText> {
    let text = field(value, "text")?.as_str()?.to_owned();
    let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
    let place = |at: &Value| match at {
        Value::Number(digits) => starts.get(digits.parse::<usize>().ok()?).copied(),
        _ => None,
    };
    let span = |pair: &Value| match pair.as_array()? {
        [start, end] => Some(Span::new(place(start)?, place(end)?)),
        _ => None,
    };
    let role =
        |coded: &Value, name: &str| -> Option<Vec<Span>> { field(coded, name)?.as_array()?.iter().map(span).collect() };
    let coded = |value: &Value| {
        Some(Coded { source: role(value, "source")?, cue: role(value, "cue")?, content: role(value, "content")? })
    };
    let attributions = field(value, "attributions")?.as_array()?.iter().map(coded).collect::<Option<_>>()?;
    Some(CodedText { text, attributions })
}

fn field<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let Value::Object(fields) = value else { return None };
    fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_become_bytes() {
        let line =
            r#"{"text": "Ž said é.", "attributions": [{"source": [[0, 1]], "cue": [[2, 6]], "content": [[7, 8]]}]}"#;
        let read = read_coded_texts("a.jsonl", line).expect("a coded article");
        let coded = &read[0].attributions[0];
        assert_eq!(
            [&coded.source, &coded.cue, &coded.content].map(|spans| spans[0].of(&read[0].text)),
            ["Ž", "said", "é"]
        );
    }

    #[test]
    fn what_is_no_coded_article_is_named() {
        let problem = read_coded_texts("a.jsonl", "\n{\"text\": \"\"}\n").expect_err("no attributions");
        assert_eq!(problem.to_string(), "a.jsonl, line 2: is no coded article");
    }
}
