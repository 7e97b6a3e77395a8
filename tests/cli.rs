//! The command line from outside: what it prints, what it says of bad input, and how it ends.
#![cfg(feature = "cli")]

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

const BOOK: &str =
    r#"{"parties": ["EG"], "issues": [{"id": "dam", "title": "Build the river dam", "mentions": ["the river dam"]}]}"#;
const TEXT: &str =
    "Russia rejected the river dam on Monday.\n\nEgypt supports the river dam, its foreign ministry said.\n";

/// A folder of its own for each test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("demarche-cli-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    /// With a codebook, one article and its list.
    fn with_article() -> Self {
        let folder = Self::new();
        folder.write("book.json", BOOK);
        folder.write("a.txt", TEXT);
        folder.write("index.json", r#"[{"id": "a", "file": "a.txt", "date": "2008-04-07", "outlet": "Courier"}]"#);
        folder
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), bytes).expect("a file in it");
    }

    /// Runs the program in this folder.
    fn run(&self, arguments: &str) -> Run {
        self.run_with(arguments, b"")
    }

    fn run_with(&self, arguments: &str, stdin: &[u8]) -> Run {
        let mut child = program(&self.0, arguments).spawn().expect("the program starts");
        // A program that reads no stdin may be gone before all is written.
        drop(child.stdin.take().expect("a pipe").write_all(stdin));
        Run::of(&child.wait_with_output().expect("the program ends"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn program(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command.current_dir(folder).args(arguments.split(' '));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What a run came to.
struct Run {
    code: Option<i32>,
    out: String,
    said: String,
}

impl Run {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        Self { code: output.status.code(), out: text(&output.stdout), said: text(&output.stderr) }
    }

    /// The values of a key, line by line.
    fn values(&self, key: &str) -> Vec<String> {
        let value = |line: &str| {
            let row: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
            row[key].as_str().map_or_else(|| row[key].to_string(), str::to_owned)
        };
        self.out.lines().map(value).collect()
    }
}

const ANALYSE: &str = "analyse --articles index.json --codebook book.json";
const COMPARE: &str = "compare --articles index.json --codebook book.json";

#[test]
fn statements_name_their_sentence_by_offset() {
    let run = Folder::with_article().run(ANALYSE);
    assert_eq!((run.code, run.said.as_str()), (Some(0), ""));
    assert_eq!(run.values("holder"), ["RU", "EG"]);
    assert_eq!(run.values("stance"), ["opposes", "supports"]);
    for (sentence, (start, end)) in run.values("sentence").iter().zip(run.values("start").iter().zip(run.values("end")))
    {
        let span = start.parse::<usize>().expect("a number")..end.parse().expect("a number");
        assert_eq!(&TEXT[span], sentence);
    }
}

#[test]
fn each_tag_can_say_why_and_each_sentence_without_one_why_not() {
    let folder = Folder::with_article();
    let why = folder.run(&format!("{ANALYSE} --why"));
    let first = why.out.lines().next().unwrap_or_default();
    assert!(first.ends_with(r#""why":"Russia · rejected → against · river dam → Build the river dam"}"#), "{first}");
    assert_eq!(why.out.lines().count(), 2);

    folder.write("a.txt", "It rained in Cairo.\n\nThe river dam is tall.\n\nRussia rejected the river dam.\n");
    let not = folder.run(&format!("{ANALYSE} --why-not"));
    let lines: Vec<&str> = not.out.lines().collect();
    assert_eq!(lines.len(), 2, "{}", not.out);
    assert!(lines[0].contains(r#""sentence":"It rained in Cairo.","start":0,"end":19,"issue":null"#), "{}", lines[0]);
    assert!(lines[1].contains("is named, but nobody takes a side on it."), "{}", lines[1]);
    assert_eq!(folder.run(&format!("{ANALYSE} --why --why-not")).code, Some(2));
}

#[test]
fn positions_come_as_lines_as_csv_and_as_a_grid() {
    let folder = Folder::with_article();
    assert_eq!(folder.run(COMPARE).values("holder"), ["EG", "RU"], "parties first");
    let csv = folder.run(&format!("{COMPARE} --format csv")).out;
    assert!(csv.starts_with("holder,issue,stance,told_by,reports,"), "{csv}");
    assert!(csv.contains("\nRU,dam,opposes,,1,1,0,1,0,0,2008-04-07,2008-04-07,false\n"), "{csv}");
    let grid = folder.run(&format!("{COMPARE} --format grid")).out;
    for part in ["Egypt", "Russia", "Build the river dam", "for 1", "against 1", "not checked by a person"] {
        assert!(grid.contains(part), "{part} in\n{grid}");
    }
}

#[test]
fn a_share_link_filters_and_says_what_it_ignores() {
    let run = Folder::with_article().run(&format!("{ANALYSE} --view https://example.org/#v1~holder.ru~colour.red"));
    assert_eq!(run.values("holder"), ["RU"]);
    assert_eq!(run.said, "demarche: --view: “colour.red”: not known to this version, left out\n");
    let mentions = Folder::with_article().run("entities --articles index.json --view v1~holder.eg");
    assert_eq!(mentions.values("surface")[0], "Egypt");
    assert!(mentions.values("country").iter().all(|country| country == "EG"), "{}", mentions.out);
}

#[test]
fn nothing_found_is_no_error() {
    let folder = Folder::with_article();
    let run = folder.run(&format!("{ANALYSE} --view v1~holder.fr"));
    assert_eq!((run.code, run.out.as_str(), run.said.as_str()), (Some(1), "", ""));
}

#[test]
fn lines_come_from_stdin_and_a_broken_one_is_named() {
    let folder = Folder::with_article();
    let text = serde_json::json!({"id": "s", "text": TEXT, "date": null, "outlet": null});
    let lines = format!("{text}\n{{\"id\": \"t\"\n");
    let run = folder.run_with("analyse --jsonl - --codebook book.json", lines.as_bytes());
    assert_eq!((run.code, run.values("reported_on")), (Some(0), vec!["null".to_owned(), "null".to_owned()]));
    assert_eq!(run.said, "demarche: stdin, line 2: not JSON (column 10); the line is left out\n");
}

#[test]
fn offsets_count_in_the_unit_asked_for() {
    let folder = Folder::with_article();
    folder.write("a.txt", format!("“Šš” 😀 stood there.\n\n{TEXT}"));
    let start = |unit: &str| folder.run(&format!("{ANALYSE} --offsets {unit}")).values("start")[0].clone();
    assert_eq!([start("bytes"), start("chars"), start("utf16")], ["30", "21", "22"]);
    let run = folder.run(&format!("{ANALYSE} --offsets miles"));
    assert!(run.code == Some(2) && run.said.contains("use bytes, chars or utf16"), "{}", run.said);
}

/// Files that are bad in some way, and a part of what is said of each.
const BAD: &[(&str, &[u8], &str)] = &[
    ("empty.txt", b"", "empty.txt: the file holds no text"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\x02\x03", "picture.txt: this is not plain text"),
    ("twin.txt", TEXT.as_bytes(), "twin.txt: the same text as article “a”"),
    (
        "latin.txt",
        b"The caf\xe9 said nothing of note today.\n",
        "latin.txt: the file is not UTF-8 and was read as Windows-1252",
    ),
];

#[test]
fn a_bad_file_is_named_and_the_rest_goes_on() {
    let folder = Folder::with_article();
    let mut list = vec![
        r#"{"id": "a", "file": "a.txt", "date": null, "outlet": null}, {"file": "gone.txt"}, {"id": "x"}"#.to_owned(),
    ];
    for (name, bytes, _) in BAD {
        folder.write(name, bytes);
        list.push(format!(r#"{{"file": "{name}"}}"#));
    }
    let utf16: Vec<u8> = "\u{feff}Egypt backs the river dam.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.write("wide.txt", utf16);
    folder.write("huge.txt", vec![b'a'; 21 * 1024 * 1024]);
    list.push(
        r#"{"id": "a", "file": "wide.txt"}, {"id": "wide", "file": "wide.txt"}, {"file": "huge.txt"}"#.to_owned(),
    );
    folder.write("index.json", format!("[{}]", list.join(", ")));
    let run = folder.run(ANALYSE);
    assert_eq!(run.code, Some(0), "{}", run.said);
    assert_eq!(run.values("article"), ["a", "a", "wide"]);
    let said = BAD.iter().map(|(_, _, said)| *said);
    let more = [
        "gone.txt: cannot be read",
        "index.json, field “[2]”: an article needs a file",
        "wide.txt, field “id”: the id “a” is taken by a.txt",
        "huge.txt: the file is 21 MB",
    ];
    for said in said.chain(more) {
        assert!(run.said.contains(said), "{said} in\n{}", run.said);
    }
    assert_eq!(run.said.lines().count(), BAD.len() + more.len(), "each is named once:\n{}", run.said);
}

/// Files that leave nothing to do: name, content, arguments and a part of what is said.
const FATAL: &[(&str, &str, &str, &str)] = &[
    ("book.json", "{\n\"issues\": [,]}", ANALYSE, "book.json, line 2: this is not JSON"),
    ("book.json", "[]", ANALYSE, "book.json: this is no dossier or codebook"),
    ("index.json", "", ANALYSE, "index.json: the file is empty"),
    ("index.json", "\"a.txt\"", ANALYSE, "index.json: this is no list of articles"),
    ("index.json", "[]", ANALYSE, "articles: none could be read"),
    ("other.json", "", "analyse --articles nowhere.json --codebook book.json", "nowhere.json: cannot be read"),
    ("other.json", "", "analyse --articles index.json", "codebook: no questions to ask; give --codebook FILE"),
    ("other.json", "", "analyse --codebook book.json", "articles: none could be read"),
    ("other.json", "", "compare --codebook nowhere.json", "nowhere.json: cannot be read"),
    ("other.json", "", "eval --disputes nowhere", "nowhere: cannot be read"),
];

#[test]
fn where_nothing_can_be_done_the_file_and_the_way_out_are_named() {
    for (name, content, arguments, said) in FATAL {
        let folder = Folder::with_article();
        folder.write(name, content);
        let run = folder.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments}");
        assert!(run.said.contains(said), "{said} in\n{}", run.said);
    }
}

#[test]
fn a_dossier_brings_its_own_articles() {
    let folder = Folder::with_article();
    let dossier = BOOK.replacen('{', r#"{"format": 1, "id": "dam", "articles": [{"id": "own", "file": "a.txt"}], "#, 1);
    folder.write("dossier.json", dossier);
    for arguments in ["analyse --articles dossier.json", "analyse --codebook dossier.json"] {
        let run = folder.run(arguments);
        assert_eq!((run.values("article"), run.said.as_str()), (vec!["own".to_owned(); 2], ""), "{arguments}");
    }
}

#[test]
fn scores_have_their_names() {
    let folder = Folder::with_article();
    let coded = r#"{"article": "a", "quote": "rejected the river dam on Monday", "holder": "RU", "issue": "dam", "stance": "opposes"}"#;
    folder.write("statements.jsonl", coded);
    folder.write("positions.jsonl", r#"{"holder": "RU", "issue": "dam", "stances": ["supports"]}"#);
    let run = folder.run("eval . --articles index.json --codebook book.json --misses");
    assert_eq!(run.code, Some(0), "{}", run.said);
    for line in
        ["required: 1", "found: 1", "r: 1.000", "p: 0.500", "cells: 1", ".: CELL RU dam: want supports, got opposes"]
    {
        assert!(run.out.lines().any(|printed| printed == line), "{line} in\n{}", run.out);
    }
    folder.write("statements.jsonl", "{\"article\": \"a\"}");
    let run = folder.run("eval . --articles index.json --codebook book.json");
    assert_eq!(run.code, Some(2));
    assert!(
        run.said.contains("statements.jsonl, line 1: a field that every coded line has is missing"),
        "{}",
        run.said
    );
}

const GRID: &str = "compare --articles index.json --codebook book.json --format grid";

#[test]
fn the_parser_can_be_left_out_or_changed() {
    let folder = Folder::with_article();
    let model = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("model/english.dmsm")).expect("the model");
    let id = u64::from_le_bytes(*model.last_chunk().expect("a checksum"));
    let names = |arguments: &str, model: &str| {
        let run = folder.run(&format!("{GRID} {arguments}"));
        assert!(run.out.contains(model), "{model} in\n{}{}", run.out, run.said);
    };
    folder.write("same.dmsm", &model);
    names("--rules-only", &format!("Read by rules alone: Demarche {}, model none.", env!("CARGO_PKG_VERSION")));
    names("--all", &format!("Read by rules and grammar: Demarche {}, model {id:016x}.", env!("CARGO_PKG_VERSION")));
    names("--model same.dmsm", &format!("model {id:016x}."));
    assert_eq!(folder.run("--version").out, format!("demarche {}, model {id:016x}\n", env!("CARGO_PKG_VERSION")));

    let (mut newer, mut damaged) = (model.clone(), model);
    newer[4] += 1;
    damaged[5000] ^= 1;
    folder.write("newer.dmsm", newer);
    folder.write("damaged.dmsm", damaged);
    for (file, said) in [
        ("newer.dmsm", "newer.dmsm: is a parser model of another version"),
        ("damaged.dmsm", "damaged.dmsm: is a damaged parser model"),
        ("a.txt", "a.txt: is no parser model"),
        ("nowhere.dmsm", "nowhere.dmsm: cannot be read"),
    ] {
        for command in ["analyse", "compare", "entities", "attributions", "propositions", "relations", "eval ."] {
            let run = folder.run(&format!("{command} --articles index.json --codebook book.json --model {file}"));
            assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{command}");
            assert!(run.said.contains(said), "{said} in\n{}", run.said);
        }
    }
    let both = folder.run(&format!("{ANALYSE} --rules-only --model same.dmsm"));
    assert!(both.said.contains("cannot be used with"), "{}", both.said);
}

#[test]
fn propositions_ask_no_questions() {
    let folder = Folder::new();
    let line = br#"{"id": "a", "text": "Chad, opposed by the US, proposed a pause.\n\nIt rained."}"#;
    let run = folder.run_with("propositions --jsonl -", line);
    let sentence = "Chad, opposed by the US, proposed a pause.";
    let row = |actor: &str, holder: &str, predicate: &str, stance: &str| {
        format!(
            "{{\"article\":\"a\",\"sentence\":\"{sentence}\",\"actor\":\"{actor}\",\"holder\":\"{holder}\",\
             \"predicate\":\"{predicate}\",\"point\":\"a pause.\",\"stance\":\"{stance}\"}}\n"
        )
    };
    let expected = row("Chad", "TD", "proposed", "neutral") + &row("United_States", "US", "not proposed", "opposes");
    assert_eq!((run.code, run.out), (Some(0), expected));
    let filtered = folder.run_with("propositions --jsonl - --view #v1~holder.us --format csv", line);
    assert_eq!(filtered.out.lines().count(), 2, "{}", filtered.out);
}

#[test]
fn attributions_are_learned_ones_unless_rules_alone_are_asked_for() {
    let folder = Folder::with_article();
    let rows = |option: &str| {
        let run = folder.run(&format!("attributions --articles index.json{option}"));
        assert_eq!((run.code, run.said.as_str()), (Some(0), ""));
        run.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect::<Vec<serde_json::Value>>()
    };
    let words = |row: &serde_json::Value, role: &str| -> Vec<String> {
        let place =
            |pair: &serde_json::Value, at: usize| usize::try_from(pair[at].as_u64().expect("a place")).expect("small");
        let spans = row[role].as_array().expect("spans");
        spans.iter().map(|pair| TEXT[place(pair, 0)..place(pair, 1)].to_owned()).collect()
    };
    let learned = rows("");
    assert_eq!(words(&learned[0], "source"), ["Russia"]);
    assert_eq!(words(&learned[0], "cue"), ["rejected"]);
    assert_eq!(words(&learned[0], "content"), ["the river dam"]);
    assert_eq!((learned[0]["holder"].as_str(), learned[0]["kind"].as_str()), (Some("RU"), Some("reported")));
    let said = learned.iter().find(|row| words(row, "cue") == ["said"]).expect("what the ministry said");
    assert_eq!((words(said, "source"), said["holder"].as_str()), (vec!["its foreign ministry".to_owned()], Some("EG")));
    // A verb of judging is no cue to the rules, which know those of saying.
    assert!(rows(" --rules-only").iter().all(|row| words(row, "cue") != ["rejected"]));
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let folder = Folder::with_article();
    let line =
        |number: usize| serde_json::json!({"id": format!("n{number}"), "text": format!("{TEXT}\nNumber {number}.")});
    let lines: Vec<String> = (0..400).map(|number| line(number).to_string()).collect();
    folder.write("many.jsonl", lines.join("\n"));
    let mut child =
        program(&folder.0, "analyse --jsonl many.jsonl --codebook book.json").spawn().expect("the program starts");
    let mut first = [0; 1];
    let mut out = child.stdout.take().expect("a pipe");
    out.read_exact(&mut first).expect("some output");
    drop(out);
    let run = Run::of(&child.wait_with_output().expect("the program ends"));
    assert_eq!((run.code, run.said.as_str()), (Some(0), ""));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = Folder::with_article();
    assert_eq!(folder.run(ANALYSE).out, folder.run(ANALYSE).out);
}

#[test]
fn the_same_text_under_two_ids_is_answered_twice_where_nothing_is_counted() {
    let folder = Folder::with_article();
    let lines = br#"{"id": "x", "text": "Moscow objects."}
{"id": "y", "text": "Moscow objects."}"#;
    let run = folder.run_with("entities --jsonl -", lines);
    assert_eq!(run.code, Some(0), "{}", run.said);
    assert_eq!((run.out.matches(r#""article":"x""#).count(), run.out.matches(r#""article":"y""#).count()), (1, 1));
    assert_eq!(run.said, "");
    let counted = folder.run_with("analyse --codebook book.json --jsonl -", lines);
    assert!(counted.said.contains("does not count twice"), "{}", counted.said);
}
