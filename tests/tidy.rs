//! House rules that no compiler checks. Each test names what it found, with file and line.

use std::fs;
use std::path::{Path, PathBuf};

/// The stages, lowest first: each may use those above it in this list and none below.
const LAYERS: [&str; 14] = [
    "text",
    "lexicon",
    "corpus",
    "syntax",
    "entities",
    "attribution",
    "relations",
    "stance",
    "propositions",
    "compare",
    "view",
    "report",
    "service",
    "app",
];

/// The most lines that a file of code may have, and what nearly all keep to.
const LONGEST_FILE: usize = 500;
const LONG_FILE: usize = 300;
/// The most lines that a function may have, and what nearly all keep to.
const LONGEST_FUNCTION: usize = 80;
const LONG_FUNCTION: usize = 40;

/// Words that have no place in finished code, each with what to do instead. The names are split so as not to find themselves.
const FORBIDDEN: [(&str, &str); 9] = [
    (concat!("TO", "DO"), "do it, or say what is so"),
    (concat!("FIX", "ME"), "do it, or say what is so"),
    (concat!("#[ig", "nore"), "assert what happens today"),
    (concat!("#![al", "low("), "use expect with a reason"),
    (concat!("#[al", "low("), "use expect with a reason"),
    (concat!("HashMap::n", "ew()"), "a random order: use BTreeMap"),
    (concat!("HashSet::n", "ew()"), "a random order: use BTreeSet"),
    (concat!("System", "Time"), "results must not depend on a clock"),
    (concat!("Random", "State"), "results must not depend on chance"),
];

/// Functions that differ between targets.
const TRANSCENDENTAL: [&str; 10] =
    [".ln(", ".log2(", ".log10(", ".exp(", ".exp2(", ".powf(", ".sin(", ".cos(", ".tan(", ".tanh("];

/// A file of the project.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    fn name(&self) -> String {
        self.path.strip_prefix(root()).unwrap_or(&self.path).display().to_string()
    }

    /// Lines with their numbers, counted from one.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below these folders with one of these endings, by path.
fn files(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    for folder in folders {
        walk(&root().join(folder), &mut paths);
    }
    paths.sort();
    paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)))
        .map(|path| Source { text: fs::read_to_string(&path).expect("a text file"), path })
        .collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let skipped = path.file_name().is_some_and(|name| name == "node_modules" || name == "target" || name == "dist");
        if path.is_dir() && !skipped {
            walk(&path, paths);
        } else if path.is_file() {
            paths.push(path);
        }
    }
}

fn code() -> Vec<Source> {
    let sources = files(&["src", "tests", "benches", "examples"], &["rs"]);
    assert!(sources.len() > 50, "the walk finds the code");
    sources
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_stage_uses_a_later_one() {
    let mut found = Vec::new();
    for source in files(&["src"], &["rs"]) {
        let inside = source.path.strip_prefix(root().join("src")).expect("a file of src");
        let folder = inside.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned());
        let Some(own) = LAYERS.iter().position(|layer| folder.as_deref() == Some(*layer)) else { continue };
        for (number, line) in source.lines().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for used in line.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if LAYERS.iter().position(|layer| *layer == name).is_some_and(|used| used > own) {
                    found.push(format!("{}:{number}: {} must not know {name}", source.name(), LAYERS[own]));
                }
            }
        }
    }
    none(&found);
}

#[test]
fn only_the_page_knows_a_browser() {
    let browser = ["leptos", "web_sys", "js_sys", "wasm_bindgen"];
    let engine: Vec<String> = LAYERS[..12].iter().map(|layer| format!("src/{layer}")).collect();
    let engine: Vec<&str> = engine.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    for source in files(&engine, &["rs"]) {
        for (number, line) in source.lines() {
            let named = browser.iter().find(|name| line.contains(&format!("{name}::")));
            found.extend(named.map(|name| format!("{}:{number}: {name}", source.name())));
        }
    }
    none(&found);
}

#[test]
fn files_are_short() {
    let sources = code();
    let length = |source: &Source| source.text.lines().count();
    let too_long = sources.iter().filter(|source| length(source) > LONGEST_FILE);
    none(&too_long.map(|source| format!("{}: {} lines", source.name(), length(source))).collect::<Vec<_>>());
    let long: Vec<String> = sources
        .iter()
        .filter(|source| length(source) > LONG_FILE)
        .map(|s| format!("{}: {} lines", s.name(), length(s)))
        .collect();
    assert!(long.len() * 10 <= sources.len(), "more than one file in ten is long:\n{}", long.join("\n"));
}

#[test]
fn functions_are_short() {
    let (mut all, mut long, mut too_long) = (0, Vec::new(), Vec::new());
    for source in code() {
        for (line, name, length) in functions(&source.text) {
            all += 1;
            let said = format!("{}:{line}: {name}, {length} lines", source.name());
            if length > LONGEST_FUNCTION {
                too_long.push(said);
            } else if length > LONG_FUNCTION {
                long.push(said);
            }
        }
    }
    none(&too_long);
    assert!(long.len() * 10 <= all, "more than one function in ten is long:\n{}", long.join("\n"));
}

/// The functions of a formatted file: line, name, and length from its head to its closing brace.
fn functions(text: &str) -> Vec<(usize, String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let head = line.trim_start();
        let words = ["pub ", "pub(crate) ", "pub(super) ", "const ", "async "];
        let bare = words.iter().fold(head, |head, word| head.strip_prefix(word).unwrap_or(head));
        let Some(rest) = bare.strip_prefix("fn ") else { continue };
        let indent = &line[..line.len() - head.len()];
        let closing = format!("{indent}}}");
        let ends = |line: &&str| {
            **line == closing
                || line.trim_end().ends_with(';') && line.starts_with(indent) && !line[indent.len()..].starts_with(' ')
        };
        if let Some(length) = lines[at..].iter().position(ends) {
            let name = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push((at + 1, name, length + 1));
        }
    }
    found
}

#[test]
fn every_module_says_what_it_is() {
    let silent = code().into_iter().filter(|source| !source.text.starts_with("//! "));
    none(&silent.map(|source| format!("{}: no module docs", source.name())).collect::<Vec<_>>());
}

#[test]
fn no_forbidden_words() {
    let mut found = Vec::new();
    for source in code() {
        let own = source.name() == "tests/tidy.rs";
        for (number, line) in source.lines() {
            let word = FORBIDDEN.iter().find(|(word, _)| line.contains(word));
            found.extend(word.map(|(word, advice)| format!("{}:{number}: {word}: {advice}", source.name())));
            let function = TRANSCENDENTAL.iter().find(|name| line.contains(*name)).filter(|_| !own);
            found.extend(
                function.map(|name| format!("{}:{number}: {name}) differs between targets: use libm", source.name())),
            );
        }
    }
    none(&found);
}

/// Every sort of the standard library is written anew for its type; `src/text/order.rs` says what that costs the page.
#[test]
fn the_page_sorts_in_one_place() {
    // Neither what learns nor the command line is part of the page.
    let elsewhere = ["src/bin/", "src/text/order.rs"];
    let mut found = Vec::new();
    for source in files(&["src"], &["rs"]) {
        let name = source.name();
        if elsewhere.iter().any(|place| name.starts_with(place)) || name.ends_with("tests.rs") || name.contains("train")
        {
            continue;
        }
        let sorts = |line: &str| {
            [".sort(", ".sort_by", ".sort_unstable", ".sort_by_cached"].iter().any(|sort| line.contains(sort))
        };
        found.extend(
            source.lines().filter(|(_, line)| sorts(line)).map(|(number, _)| format!("{name}:{number}: use InOrder")),
        );
    }
    none(&found);
}

#[test]
fn colours_stand_in_the_tokens_only() {
    let mut found = Vec::new();
    for source in files(&["style"], &["css"]).iter().filter(|source| source.name() != "style/tokens.css") {
        for (number, line) in source.lines() {
            let function = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch("].iter().any(|name| line.contains(name));
            if function || has_hex_colour(line) {
                found.push(format!("{}:{number}: {}", source.name(), line.trim()));
            }
        }
    }
    none(&found);
}

/// Whether a line holds `#` and three, four, six or eight hex digits.
fn has_hex_colour(line: &str) -> bool {
    line.split('#').skip(1).any(|rest| {
        let word: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect();
        matches!(word.len(), 3 | 4 | 6 | 8) && word.chars().all(|c| c.is_ascii_hexdigit())
    })
}

#[test]
fn no_line_ends_in_a_blank_and_every_file_in_a_line_feed() {
    let folders = ["src", "tests", "style", "docs", "eval", "lexicon", "scripts", "public/dossiers"];
    let texts = files(&folders, &["rs", "css", "md", "txt", "mjs", "js", "json"]);
    let mut found = Vec::new();
    // The coded articles are kept to the byte.
    for source in texts.iter().filter(|source| !source.name().starts_with("tests/disputes/")) {
        for (number, line) in source.lines().filter(|(_, line)| line.ends_with([' ', '\t'])) {
            found.push(format!("{}:{number}: “{}”", source.name(), line.trim_end()));
        }
        if !source.text.is_empty() && !source.text.ends_with('\n') {
            found.push(format!("{}: no line feed at its end", source.name()));
        }
    }
    none(&found);
}

#[test]
fn the_page_quotes_the_measured_error_rate() {
    let results = fs::read_to_string(root().join("eval/RESULTS.md")).unwrap_or_default();
    let measured = results.lines().find_map(|line| line.strip_prefix("Cells wrong in 100: ")?.trim().parse().ok());
    assert_eq!(demarche::view::honesty::CELLS_WRONG_IN_100, measured, "eval/RESULTS.md and src/view/honesty.rs differ");
    for (_, set, statements, cells) in demarche::view::honesty::SCORES {
        let row = results.lines().find(|line| line.starts_with(&format!("| {set} |"))).unwrap_or_default();
        assert!(row.contains(statements) && row.contains(cells), "eval/RESULTS.md has other figures for {set}");
    }
}
