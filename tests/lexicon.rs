//! The language data of `lexicon/` is what its headers say, and nothing in it is lost on the way into the engine.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use demarche::lexicon::Lexicon;
use demarche::lexicon::table::{Row, header, rows};
use demarche::text::{Code, Date, Span, Token, hash_join, tokens_in};

#[path = "spec/codebook.rs"]
mod codebook;
#[path = "spec/cues.rs"]
mod cues;

/// A file of `lexicon/`.
struct File {
    name: String,
    text: String,
}

impl File {
    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        rows(&self.text)
    }

    /// The names of the fields, without what the header says of them in brackets.
    fn fields(&self) -> Vec<&str> {
        let fields = header(&self.text, "fields").unwrap_or_default();
        fields.split('|').map(|field| field.split(['(', ',']).next().unwrap_or_default().trim()).collect()
    }

    fn place(&self, row: &Row) -> String {
        format!("lexicon/{}:{}", self.name, row.line)
    }
}

fn files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon");
    let mut files: Vec<File> = Vec::new();
    for entry in fs::read_dir(folder).expect("the language data").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let name = entry.file_name().to_string_lossy().into_owned();
            files.push(File { name, text: fs::read_to_string(path).expect("a text file") });
        }
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(files.len() > 8, "the language data is found");
    files
}

fn file(name: &str) -> File {
    files().into_iter().find(|file| file.name == name).expect("a file of this name")
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_where_it_comes_from() {
    let mut found = Vec::new();
    for file in files() {
        for key in ["what", "source", "licence", "date", "fields", "sorted"] {
            if header(&file.text, key).is_none_or(str::is_empty) {
                found.push(format!("lexicon/{}: no line “# {key}: ...”", file.name));
            }
        }
        if header(&file.text, "date").is_some_and(|date| date.parse::<Date>().is_err()) {
            found.push(format!("lexicon/{}: its date is no day", file.name));
        }
    }
    none(&found);
}

#[test]
fn every_row_has_its_fields() {
    let mut found = Vec::new();
    for file in files() {
        let width = file.fields().len();
        for row in file.rows().filter(|row| row.width() != width || row.field(0).is_empty()) {
            found.push(format!("{}: {} fields of {width}, or an empty first one", file.place(&row), row.width()));
        }
    }
    none(&found);
}

#[test]
fn every_file_is_sorted_as_it_says() {
    let mut found = Vec::new();
    for file in files() {
        let fields = file.fields();
        let order = header(&file.text, "sorted").and_then(|by| by.strip_prefix("by ")).unwrap_or_default();
        let index = |key: &str| fields.iter().position(|field| field.starts_with(key));
        let keys: Option<Vec<usize>> = order.replace(" then ", " ").split(',').map(|key| index(key.trim())).collect();
        let Some(keys) = keys else {
            found.push(format!("lexicon/{}: “sorted: by {order}” names no fields", file.name));
            continue;
        };
        let key = |row: &Row| keys.iter().map(|&key| row.field(key).to_owned()).collect::<Vec<_>>();
        let rows: Vec<Row> = file.rows().collect();
        for pair in rows.windows(2).filter(|pair| key(&pair[0]) > key(&pair[1])) {
            found.push(format!("{}: comes before the row above it", file.place(&pair[1])));
        }
    }
    none(&found);
}

/// The fields that make a row one of its kind; a phrase may stand once for each of them.
const ONE_OF_A_KIND: &[(&str, &[usize])] = &[
    ("blocs.txt", &[0]),
    ("clutter.txt", &[1, 2]),
    ("concepts.txt", &[0]),
    ("countries-extra.txt", &[0]),
    ("countries.txt", &[0]),
    ("cues.txt", &[0, 3]),
    ("events.txt", &[0, 1]),
    ("lemmas.txt", &[0]),
    ("lists.txt", &[0]),
    ("metonyms.txt", &[0, 1]),
    ("predicates.txt", &[0, 1]),
    ("roles.txt", &[0, 2, 3, 4]),
    ("things.txt", &[0]),
    ("titles.txt", &[0]),
    ("words.txt", &[0]),
];

#[test]
fn nothing_stands_twice_in_a_file() {
    let mut found = Vec::new();
    for file in files() {
        let Some((_, key)) = ONE_OF_A_KIND.iter().find(|(name, _)| *name == file.name) else {
            found.push(format!("lexicon/{}: this test does not know what makes its rows differ", file.name));
            continue;
        };
        let mut seen = BTreeSet::new();
        for row in file.rows() {
            if !seen.insert(key.iter().map(|&field| row.field(field).to_owned()).collect::<Vec<_>>()) {
                found.push(format!("{}: “{}” once more", file.place(&row), row.field(0)));
            }
            for field in 0..row.width() {
                let mut entries = BTreeSet::new();
                let twice = row.list(field).filter(|entry| !entries.insert(*entry));
                found.extend(twice.map(|entry| format!("{}: “{entry}” twice in a list", file.place(&row))));
            }
        }
    }
    none(&found);
}

#[test]
fn every_code_is_that_of_a_country_or_bloc() {
    let (countries, blocs) = (file("countries.txt"), file("blocs.txt"));
    let own: BTreeSet<String> = countries.rows().chain(blocs.rows()).map(|row| row.field(0).to_owned()).collect();
    let mut found = Vec::new();
    for (name, field) in
        [("countries-extra.txt", 0), ("metonyms.txt", 1), ("roles.txt", 2), ("blocs.txt", 4), ("titles.txt", 3)]
    {
        let file = file(name);
        let unknown = file.rows().filter(|row| !row.field(field).is_empty() && !own.contains(row.field(field)));
        found.extend(unknown.map(|row| format!("{}: “{}”", file.place(&row), row.field(field))));
    }
    for file in [&countries, &blocs] {
        let odd = file
            .rows()
            .filter(|row| row.field(0).parse().map(|code: Code| code.to_string()).as_deref() != Ok(row.field(0)));
        found.extend(odd.map(|row| format!("{}: “{}” is no code", file.place(&row), row.field(0))));
    }
    none(&found);
}

#[test]
fn no_bloc_takes_the_code_of_a_country() {
    let (countries, blocs) = (file("countries.txt"), file("blocs.txt"));
    let taken: BTreeSet<String> = countries.rows().map(|row| row.field(0).to_owned()).collect();
    let two_letters = |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut found = Vec::new();
    for row in blocs.rows() {
        let code = row.field(0);
        let reserved = two_letters(code) && !matches!(code, "EU" | "UN");
        if taken.contains(code) || reserved {
            found.push(format!("{}: “{code}” is or may become a country's", blocs.place(&row)));
        }
        let country = code.parse::<Code>().is_ok_and(|code| code.is_country());
        if country {
            found.push(format!("{}: the engine takes “{code}” for a country", blocs.place(&row)));
        }
    }
    for row in countries.rows().filter(|row| !row.field(0).parse::<Code>().is_ok_and(|code| code.is_country())) {
        found.push(format!("{}: the engine takes “{}” for a bloc", countries.place(&row), row.field(0)));
    }
    none(&found);
}

/// Somebody's time in an office, and the line that gives it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    from: Date,
    to: Option<Date>,
    line: usize,
}

#[test]
fn nobody_holds_an_office_twice_at_a_time() {
    let file = file("roles.txt");
    let mut found = Vec::new();
    let mut terms: BTreeMap<[String; 3], Vec<Term>> = BTreeMap::new();
    for row in file.rows() {
        let day = |field: usize| row.field(field).parse::<Date>();
        let to = if row.field(5).is_empty() { Ok(None) } else { day(5).map(Some) };
        match (day(4), to) {
            (Ok(from), Ok(to)) if to.is_none_or(|to| from <= to) => {
                let holder = [0, 2, 3].map(|field| row.field(field).to_owned());
                terms.entry(holder).or_default().push(Term { from, to, line: row.line });
            }
            (Ok(_), Ok(_)) => found.push(format!("{}: ends before it begins", file.place(&row))),
            (Err(error), _) | (_, Err(error)) => found.push(format!("{}: {error}", file.place(&row))),
        }
    }
    for terms in terms.values_mut() {
        terms.sort_unstable();
        // The day of leaving is the day a successor enters.
        for pair in terms.windows(2).filter(|pair| pair[0].to.is_none_or(|to| pair[1].from < to)) {
            found.push(format!("lexicon/roles.txt:{}: overlaps with line {}", pair[1].line, pair[0].line));
        }
    }
    none(&found);
}

/// Days are packed into three characters on their way into the program.
#[test]
fn every_day_arrives_in_the_program() {
    let people = &Lexicon::whole().offices.people;
    let arrived = people.iter().flat_map(|person| {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        person.terms.iter().map(move |term| [person.name.clone(), day(term.from), day(term.to)])
    });
    let mut arrived: Vec<_> = arrived.collect();
    let mut written: Vec<_> =
        file("roles.txt").rows().map(|row| [0, 4, 5].map(|field| row.field(field).to_owned())).collect();
    arrived.sort_unstable();
    written.sort_unstable();
    assert_eq!(arrived, written);
}

/// The lexicons find a phrase by the chained hashes of its words, so two phrases of one hash would be taken for each
/// other: whole phrases and their beginnings, as written and in small letters.
#[test]
fn no_two_phrases_share_a_hash() {
    let mut keys: BTreeMap<u64, String> = BTreeMap::new();
    let mut found = Vec::new();
    for file in files() {
        for row in file.rows() {
            for phrase in (0..row.width()).flat_map(|field| row.list(field)) {
                for (key, words) in phrase_keys(phrase) {
                    let other = keys.entry(key).or_insert_with(|| words.clone());
                    if *other != words {
                        found.push(format!("{}: “{words}” and “{other}”", file.place(&row)));
                    }
                }
            }
        }
    }
    assert!(keys.len() > 10_000, "the phrases are hashed");
    none(&found);
}

/// The key of every beginning of a phrase, with the words it stands for.
fn phrase_keys(phrase: &str) -> Vec<(u64, String)> {
    let mut tokens: Vec<Token> = Vec::new();
    tokens_in(phrase, Span::new(0, phrase.len()), &mut tokens);
    let (mut exact, mut lower) = ((0, String::new()), (0, String::new()));
    let mut keys = Vec::new();
    for token in &tokens {
        let word = token.of(phrase).replace('’', "'");
        exact = (hash_join(exact.0, token.exact), format!("{} {word}", exact.1));
        lower = (hash_join(lower.0, token.lower), format!("{} {}", lower.1, word.to_lowercase()));
        keys.extend([exact.clone(), lower.clone()]);
    }
    keys
}
