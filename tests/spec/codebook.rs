//! The issues and actors that a spec's header gives, one a line:
//!
//! `# issue: ID | policy or claim | title | phrase; phrase; -phrase that stands for the other side`
//! `# actor: name | country | office | from | to`

use demarche::stance::{Actor, Codebook, Issue, IssueKind, IssuePhrase, Stance};

/// The codebook of a file of cases.
pub(crate) fn codebook(file: &str) -> Codebook {
    let rows = |key: &'static str| file.lines().filter_map(move |line| line.strip_prefix(key).map(fields));
    Codebook {
        issues: rows("# issue: ").map(issue).collect(),
        actors: rows("# actor: ").map(actor).collect(),
        ..Codebook::default()
    }
}

fn fields(row: &str) -> Vec<String> {
    row.split('|').map(|field| field.trim().to_owned()).collect()
}

fn issue(row: Vec<String>) -> Issue {
    let [id, kind, title, phrases] = <[String; 4]>::try_from(row).expect("an issue has four fields");
    let mentions = phrases.split(';').map(str::trim).filter(|words| !words.is_empty()).map(phrase).collect();
    let kind = if kind == "claim" { IssueKind::Claim } else { IssueKind::Policy };
    Issue { id, kind, title, short: None, note: String::new(), mentions }
}

fn phrase(words: &str) -> IssuePhrase {
    match words.strip_prefix('-') {
        Some(other_side) => IssuePhrase { phrase: other_side.to_owned(), side: Stance::Opposes },
        None => IssuePhrase { phrase: words.to_owned(), side: Stance::Supports },
    }
}

fn actor(row: Vec<String>) -> Actor {
    let [name, country, office, from, to] = <[String; 5]>::try_from(row).expect("an actor has five fields");
    let (country, from, to) = (country.parse().ok(), from.parse().ok(), to.parse().ok());
    Actor { name, aliases: Vec::new(), country, office, from, to }
}
