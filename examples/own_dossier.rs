//! Makes a dossier of the reader's own articles: the questions of the bundled one, their texts in place of its dispatches.
//!
//! `make serve ARTICLES=FOLDER` runs it as `own_dossier BUNDLED FOLDER OUT`. FOLDER holds plain text or Markdown files, and, if the
//! reader wants dates and outlets, an `index.json`: a list of `{"id", "file", "date", "outlet"}`, all but `file` optional.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

/// What a dossier tells of an article beside its id and file; the rest of an entry is left out.
const KNOWN: [&str; 10] =
    ["title", "outlet", "outlet_country", "date", "byline", "url", "archive_url", "rights", "after", "note"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [bundled, folder, out] = arguments.as_slice() else {
        return say("own_dossier takes three folders: the bundled dossier, the articles, where to write");
    };
    match write(Path::new(bundled), Path::new(folder), Path::new(out)) {
        Ok(0) => say(&format!("{folder} holds neither an index.json nor .txt or .md files")),
        Ok(_) => ExitCode::SUCCESS,
        Err(error) => say(&error.to_string()),
    }
}

#[expect(clippy::print_stderr, reason = "a program of the command line")]
fn say(problem: &str) -> ExitCode {
    eprintln!("own_dossier: {problem}");
    ExitCode::from(2)
}

/// Writes the dossier and returns how many articles it has.
fn write(bundled: &Path, folder: &Path, out: &Path) -> Result<usize, Box<dyn Error>> {
    let mut dossier = read_json(&bundled.join("dossier.json"))?;
    let dossier = dossier.as_object_mut().ok_or("the bundled dossier.json is not an object")?;
    let entries = list(folder)?;

    fs::create_dir_all(out.join("articles"))?;
    let mut taken = BTreeSet::new();
    let mut articles = Vec::new();
    for entry in &entries {
        let file = entry.get("file").and_then(Value::as_str).ok_or("index.json: an entry has no \"file\"")?;
        let id = free_id(entry.get("id").and_then(Value::as_str).unwrap_or(file), &mut taken);
        let kind = if has_ending(file, "md") { "md" } else { "txt" };
        let name = format!("articles/{id}.{kind}");
        let from = folder.join(file);
        fs::copy(&from, out.join(&name)).map_err(|error| format!("{}: {error}", from.display()))?;
        let mut article: Map<String, Value> = entry
            .iter()
            .filter(|(key, _)| KNOWN.contains(&key.as_str()))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        article.insert("id".to_owned(), json!(id));
        article.insert("file".to_owned(), json!(name));
        articles.push(Value::Object(article));
    }

    let number = articles.len();
    dossier.insert("articles".to_owned(), Value::Array(articles));
    // Citations of the bundled dispatches' sources, which are not there any more.
    dossier.remove("sources");
    fs::write(out.join("dossier.json"), serde_json::to_string_pretty(dossier)?)?;
    Ok(number)
}

/// The entries of `index.json`, or one for each text file, by name.
fn list(folder: &Path) -> Result<Vec<Map<String, Value>>, Box<dyn Error>> {
    let index = folder.join("index.json");
    if index.exists() {
        let entries = read_json(&index)?;
        let entries = entries.as_array().ok_or_else(|| format!("{}: expected a list", index.display()))?;
        return entries
            .iter()
            .map(|entry| {
                Ok(entry
                    .as_object()
                    .cloned()
                    .ok_or_else(|| format!("{}: expected a list of objects", index.display()))?)
            })
            .collect();
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if has_ending(&name, "txt") || has_ending(&name, "md") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names.into_iter().map(|name| Map::from_iter([("file".to_owned(), Value::String(name))])).collect())
}

fn read_json(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// The name as an id, `[a-z0-9-]+`, with a number where it is taken.
fn free_id(name: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = Path::new(name).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().to_lowercase());
    let words: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let base = if words.is_empty() { "article".to_owned() } else { words.join("-") };
    let mut id = base.clone();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id
}
