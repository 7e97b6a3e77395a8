//! A codebook from JSON: issues, parties and actors.

use super::json::{Object, Source};
use super::value::Value;
use crate::stance::{Actor, Codebook, Issue, IssueKind, IssuePhrase, Stance};
use crate::view::word::Word;

/// Takes the codebook's fields out of an object; what cannot be used is named and left out.
pub(super) fn take_codebook(object: &mut Object, source: &mut Source) -> Codebook {
    let title = object.text("dispute", source).or_else(|| object.text("title", source));
    let mut codebook = Codebook {
        title: title.unwrap_or_default(),
        question: object.text("question", source).unwrap_or_default(),
        ..Codebook::default()
    };
    for (path, value) in object.list("parties") {
        match value.as_str().map(str::parse) {
            Some(Ok(code)) if codebook.parties.contains(&code) => {}
            Some(Ok(code)) => codebook.parties.push(code),
            Some(Err(error)) => source.warn(&path, format!("{error}; left out")),
            None => source.warn(&path, format!("{} stands where a country code should; left out", value.kind())),
        }
    }
    for (path, value) in object.list("issues") {
        if let Some(issue) = issue(&path, value, &codebook.issues, source) {
            codebook.issues.push(issue);
        }
    }
    for (path, value) in object.list("actors") {
        codebook.actors.extend(actor(&path, value, source));
    }
    codebook
}

fn issue(path: &str, value: &Value, earlier: &[Issue], source: &mut Source) -> Option<Issue> {
    let mut object = Object::new(value, path, source)?;
    let (id, title) = (object.text("id", source), object.text("title", source));
    let (short, note) = (object.text("short", source), object.text("note", source));
    let kind = match object.text("kind", source) {
        Some(word) => IssueKind::from_word(&word).unwrap_or_else(|| {
            source.warn(&object.path("kind"), format!("“{word}” is neither policy nor claim; taken as policy"));
            IssueKind::Policy
        }),
        None => IssueKind::Policy,
    };
    let mentions: Vec<IssuePhrase> =
        object.list("mentions").into_iter().filter_map(|(path, value)| phrase(&path, value, source)).collect();
    object.finish(source);
    let (Some(id), Some(title)) = (id, title) else {
        source.warn(path, "an issue needs an id and a title; left out");
        return None;
    };
    if earlier.iter().any(|known| known.id == id) {
        source.warn(path, format!("the id “{id}” is taken by an issue above; left out, give it another id"));
        return None;
    }
    Some(Issue { id, kind, title, short, note: note.unwrap_or_default(), mentions })
}

/// A phrase as text, or as an object with the side that being for it means.
fn phrase(path: &str, value: &Value, source: &mut Source) -> Option<IssuePhrase> {
    if let Some(text) = value.as_str() {
        let phrase = text.trim().to_owned();
        return (!phrase.is_empty()).then_some(IssuePhrase { phrase, side: Stance::Supports });
    }
    let mut object = Object::new(value, path, source)?;
    let phrase = object.text("phrase", source);
    let side = match object.text("side", source).as_deref() {
        None | Some("supports") => Stance::Supports,
        Some("opposes") => Stance::Opposes,
        Some(other) => {
            source.warn(&object.path("side"), format!("“{other}” is neither supports nor opposes; taken as supports"));
            Stance::Supports
        }
    };
    object.finish(source);
    if phrase.is_none() {
        source.warn(path, "a mention needs a phrase; left out");
    }
    Some(IssuePhrase { phrase: phrase?, side })
}

fn actor(path: &str, value: &Value, source: &mut Source) -> Option<Actor> {
    let mut object = Object::new(value, path, source)?;
    let name = object.text("name", source);
    let actor = Actor {
        name: name.clone().unwrap_or_default(),
        aliases: object.texts("aliases", source),
        country: object.parsed("country", source),
        office: object.text("office", source).unwrap_or_default(),
        from: object.parsed("from", source),
        to: object.parsed("to", source),
    };
    object.finish(source);
    if name.is_none() {
        source.warn(path, "an actor needs a name; left out");
    }
    name.map(|_| actor)
}
