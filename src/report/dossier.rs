//! `dossier.json`: one dispute as a portable whole, or a bare codebook.

use super::articles::{ArticleEntry, entries};
use super::codebook::take_codebook;
use super::json::{Object, Source, parse};
use super::value::Value;
use crate::compare::Event;
use crate::stance::Codebook;
use crate::text::Problem;

/// The version of `dossier.json` that this program reads and writes.
pub const FORMAT: u64 = 1;

/// What a dossier's file holds. The articles' texts lie in files beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DossierFile {
    /// `[a-z0-9-]+`; empty where the file names none.
    pub id: String,
    /// Its questions.
    pub codebook: Codebook,
    /// What happened when.
    pub events: Vec<Event>,
    /// Its articles, in the order of the file; none in a bare codebook.
    pub articles: Vec<ArticleEntry>,
    /// What was left out, and why.
    pub problems: Vec<Problem>,
}

/// Reads `dossier.json`, or a bare codebook. `file_name` is used in messages only.
///
/// # Errors
/// Where it is no JSON or no object; the problem names the line.
pub fn read_dossier(file_name: &str, bytes: &[u8]) -> Result<DossierFile, Problem> {
    let value = parse(file_name, bytes)?;
    let mut source = Source::new(file_name);
    let Some(mut object) = Object::new(&value, "", &mut source) else {
        let message = "this is no dossier or codebook: it should be an object {…} with a list of issues";
        return Err(Problem::new(file_name, message));
    };
    if let Some(format) = object.value("format") {
        let digits = if let Value::Number(digits) = format { digits } else { format.kind() };
        if !digits.parse().is_ok_and(|format| (1..=FORMAT).contains(&format)) {
            let message = format!("format {digits} is not known here (1 is); read as far as it is understood");
            source.warn("format", message);
        }
    }
    let id = object.text("id", &mut source).unwrap_or_default();
    let codebook = take_codebook(&mut object, &mut source);
    let events =
        object.list("events").into_iter().filter_map(|(path, value)| event(&path, value, &mut source)).collect();
    let articles = entries(object.list("articles"), &mut source);
    object.know(&["language", "licence", "sources"]);
    object.finish(&mut source);
    if codebook.issues.is_empty() {
        source.warn("issues", "there is no issue to be for or against; add one with an id and a title");
    }
    Ok(DossierFile { id, codebook, events, articles, problems: source.finish() })
}

fn event(path: &str, value: &Value, source: &mut Source) -> Option<Event> {
    let mut object = Object::new(value, path, source)?;
    let (title, date) = (object.text("title", source), object.parsed("date", source));
    let (end, place) = (object.parsed("end", source), object.text("place", source));
    object.know(&["id"]);
    object.finish(source);
    if title.is_none() || date.is_none() {
        source.warn(path, "an event needs a title and a date; left out");
    }
    Some(Event { title: title?, date: date?, end, place })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(json: &str) -> Vec<String> {
        match read_dossier("d.json", json.as_bytes()) {
            Ok(file) => file.problems.iter().map(ToString::to_string).collect(),
            Err(problem) => vec![format!("fatal: {problem}")],
        }
    }

    const WHOLE: &str = r#"{"format": 1, "id": "cable", "dispute": "The cable", "question": "Who wants it?",
        "parties": ["EE", "ru", "EE"], "actors": [{"name": "Ana Vale", "country": "EE", "from": "2020-01-01"}],
        "issues": [
            {"id": "guard", "title": "Guard the cable", "mentions": ["the patrol", {"phrase": "open sea", "side": "opposes"}]},
            {"id": "cut", "kind": "claim", "title": "A ship cut the cable", "note": null, "short": ""}],
        "events": [{"title": "Talks", "date": "2026-01-14", "place": "Tallinn"}],
        "articles": [{"id": "a1", "file": "articles/a1.md"}]}"#;

    #[test]
    fn a_whole_dossier_is_read_without_a_word() {
        let file = read_dossier("d.json", WHOLE.as_bytes()).expect("a dossier");
        assert_eq!(file.problems, []);
        assert_eq!((file.id.as_str(), file.codebook.title.as_str()), ("cable", "The cable"));
        assert_eq!(file.codebook.parties.iter().map(ToString::to_string).collect::<Vec<_>>(), ["EE", "RU"]);
        let sides: Vec<Stance> = file.codebook.issues[0].mentions.iter().map(|mention| mention.side).collect();
        assert_eq!(sides, [Stance::Supports, Stance::Opposes]);
        assert_eq!((file.codebook.issues[1].kind, file.codebook.issues[1].short.clone()), (IssueKind::Claim, None));
        assert_eq!(file.codebook.actors[0].from.map(|day| day.to_string()), Some("2020-01-01".to_owned()));
        assert_eq!((file.events.len(), file.articles[0].file.as_str()), (1, "articles/a1.md"));
    }

    /// A file, and what is said of it.
    const ODD: &[(&str, &[&str])] = &[
        ("", &["fatal: d.json: the file is empty; it should hold JSON"]),
        (
            "{\n \"issues\": [}",
            &["fatal: d.json, line 2: this is not JSON: expected value (column 13); correct it there"],
        ),
        ("[]", &["fatal: d.json: this is no dossier or codebook: it should be an object {…} with a list of issues"]),
        ("{}", &["d.json, field “issues”: there is no issue to be for or against; add one with an id and a title"]),
        (
            r#"{"format": 2, "issues": [{"id": "a", "title": "A"}]}"#,
            &["d.json, field “format”: format 2 is not known here (1 is); read as far as it is understood"],
        ),
        (
            r#"{"issues": [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}, {"title": "C"}, 7]}"#,
            &[
                "d.json, field “issues[1]”: the id “a” is taken by an issue above; left out, give it another id",
                "d.json, field “issues[2]”: an issue needs an id and a title; left out",
                "d.json, field “issues[3]”: a number stands where an object {…} should; left out",
            ],
        ),
        (
            r#"{"parties": ["EE", "Estonia land"], "issues": [{"id": "a", "title": "A", "kind": "wish"}]}"#,
            &[
                "d.json, field “parties[1]”: “Estonia land” is not a country or bloc code (two to twelve letters or digits); left out",
                "d.json, field “issues[0].kind”: “wish” is neither policy nor claim; taken as policy",
            ],
        ),
        (
            r#"{"colour": 1, "issues": [{"id": "a", "title": "A", "x": 1}, {"id": "b", "title": "B", "x": 2}]}"#,
            &["d.json: fields that are not known were ignored: colour, issues[0].x"],
        ),
    ];

    #[test]
    fn odd_files_are_named_with_field_or_line_and_the_rest_holds() {
        for (json, said) in ODD {
            assert_eq!(problems(json), *said, "{json}");
        }
    }

    use crate::stance::{IssueKind, Stance};
}
