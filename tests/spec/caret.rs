//! The format of the caret specs: text, and under it lines of marks with a label.
//!
//! Knows nothing of the engine. `tests/spec/entities.txt` explains the format to those who write cases.

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands before the right answer of a case that the engine gets wrong today.
const WRONG: &str = "# wrong today: should be ";

/// One thing found in a text: its words, each with the mark to draw under it, and what it is said to be.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) words: Vec<(std::ops::Range<usize>, char)>,
    pub(crate) label: String,
}

/// A file of cases.
pub(crate) struct Spec {
    path: PathBuf,
    /// What the file is, its date, issues and actors.
    pub(crate) header: String,
    blocks: Vec<Block>,
}

/// What stands between two empty lines.
enum Block {
    Heading(String),
    Case(Case),
}

/// One text with what must be found in it.
pub(crate) struct Case {
    /// Its first line in the file, counted from one.
    line: usize,
    /// What it shows.
    notes: Vec<String>,
    /// The right answer, where today's is another.
    right: Option<String>,
    /// The day of the article, where it is not that of the file.
    pub(crate) date: Option<String>,
    paragraphs: Vec<Paragraph>,
}

struct Paragraph {
    text: String,
    marks: Vec<String>,
}

impl Spec {
    /// Reads `tests/spec/NAME`.
    pub(crate) fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec").join(name);
        let text = fs::read_to_string(&path).expect("a spec file");
        Self::parse(path, &text)
    }

    fn parse(path: PathBuf, text: &str) -> Self {
        let numbered: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
        let mut blocks = numbered.split(|(_, line)| line.is_empty()).filter(|lines| !lines.is_empty());
        let header = blocks.next().unwrap_or_default().iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
        Self { path, header, blocks: blocks.map(Block::parse).collect() }
    }

    /// The day of every case that has none of its own: the header line `# date: YYYY-MM-DD`.
    pub(crate) fn date(&self) -> Option<&str> {
        self.header.lines().find_map(|line| line.strip_prefix("# date: "))
    }

    pub(crate) fn cases(&self) -> impl Iterator<Item = &Case> {
        self.blocks.iter().filter_map(|block| if let Block::Case(case) = block { Some(case) } else { None })
    }

    /// Compares every case with what `find` finds in it today; with `BLESS` in the environment writes today's answers
    /// into the file instead. A right answer is never lost: where today's is another, it stays as a note.
    pub(crate) fn check(mut self, find: impl Fn(&Self, &Case) -> Vec<Finding>) {
        let answers: Vec<Vec<Finding>> = self.cases().map(|case| find(&self, case)).collect();
        let cases = self.blocks.iter_mut().filter_map(|b| if let Block::Case(case) = b { Some(case) } else { None });
        let mut report = String::new();
        for (case, answer) in cases.zip(answers) {
            let before = case.to_string();
            let complaint = case.take(&answer);
            let after = case.to_string();
            if let Some(complaint) = complaint.filter(|_| before != after) {
                let _ = write!(report, "\nline {}: {complaint}\n{before}\n-- today --\n{after}", case.line);
            }
        }
        if env::var_os("BLESS").is_some() {
            fs::write(&self.path, self.to_string()).expect("a file that can be written");
        } else {
            assert!(report.is_empty(), "{}, see CONTRIBUTING.md on BLESS=1\n{report}", self.path.display());
        }
    }
}

impl Block {
    fn parse(lines: &[(usize, &str)]) -> Self {
        if let [(_, line)] = lines
            && line.starts_with("## ")
        {
            return Self::Heading((*line).to_owned());
        }
        let line = lines.first().map_or(0, |(number, _)| *number);
        let mut case = Case { line, notes: Vec::new(), right: None, date: None, paragraphs: Vec::new() };
        for (number, line) in lines {
            if let Some(right) = line.strip_prefix(WRONG) {
                case.right = Some(right.to_owned());
            } else if line.starts_with('#') {
                case.notes.push((*line).to_owned());
            } else if line.trim_start().starts_with(['^', '~', '=']) {
                let above = case.paragraphs.last_mut();
                above.unwrap_or_else(|| panic!("line {number}: no text above")).marks.push((*line).to_owned());
            } else if line.len() == 10 && line.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
                case.date = Some((*line).to_owned());
            } else {
                case.paragraphs.push(Paragraph { text: (*line).to_owned(), marks: Vec::new() });
            }
        }
        assert!(!case.notes.is_empty(), "line {line}: a case says in a comment what it shows");
        Self::Case(case)
    }
}

impl Case {
    /// The article's text.
    pub(crate) fn text(&self) -> String {
        self.paragraphs.iter().flat_map(|paragraph| [paragraph.text.as_str(), "\n"]).collect()
    }

    /// Takes today's answer over and says what is amiss, if anything is.
    fn take(&mut self, answer: &[Finding]) -> Option<&'static str> {
        let (items, marks) = (self.items(), self.marks());
        self.draw(answer);
        let same = marks == self.marks();
        let right = self.right.as_ref().map(|right| agrees(&self.items(), right));
        match (right, same) {
            (None | Some(false), true) => None,
            (None, false) => {
                self.right = Some(if items.is_empty() { "nothing".to_owned() } else { items.join("; ") });
                Some("it was right")
            }
            (Some(false), false) => Some("it is still wrong, but in another way"),
            (Some(true), _) => {
                self.right = None;
                Some("it is right now: the note can go")
            }
        }
    }

    fn marks(&self) -> Vec<String> {
        self.paragraphs.iter().flat_map(|paragraph| &paragraph.marks).cloned().collect()
    }

    /// Draws an answer under the paragraphs, in place of what stands there.
    fn draw(&mut self, answer: &[Finding]) {
        let (mut offset, mut drawn) = (0, 0);
        for paragraph in &mut self.paragraphs {
            let end = offset + paragraph.text.len();
            let inside = |finding: &&Finding| finding.words.iter().all(|(at, _)| offset <= at.start && at.end <= end);
            paragraph.marks =
                answer.iter().filter(inside).map(|finding| draw(&paragraph.text, offset, finding)).collect();
            drawn += paragraph.marks.len();
            offset = end + 1;
        }
        assert_eq!(drawn, answer.len(), "line {}: every finding has its words in one paragraph", self.line);
    }

    /// Every mark line as one item: its label, then the words it marks.
    fn items(&self) -> Vec<String> {
        let item = |text: &str, mark: &str| {
            let glyphs: Vec<char> = mark.chars().take_while(|c| matches!(c, ' ' | '^' | '~' | '=')).collect();
            let label: String = mark.chars().skip(glyphs.len()).collect();
            let marked = |at: usize| glyphs.get(at).is_some_and(|glyph| *glyph != ' ');
            let keep = |(at, c)| if marked(at) { c } else { '\n' };
            let kept: String = text.chars().enumerate().map(keep).collect();
            let words: Vec<&str> = kept.split('\n').filter(|words| !words.is_empty()).collect();
            format!("{label} «{}»", words.join(" … "))
        };
        let items = self.paragraphs.iter().flat_map(|p| p.marks.iter().map(move |mark| item(&p.text, mark)));
        items.collect()
    }
}

/// Whether today's items are those of a note, in which an item may be cut short after any word.
fn agrees(today: &[String], right: &str) -> bool {
    let wanted: Vec<&str> = right.split(';').map(str::trim).filter(|item| *item != "nothing").collect();
    let fits = |(item, wanted): (&String, &&str)| {
        item.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
    };
    today.len() == wanted.len() && today.iter().zip(&wanted).all(fits)
}

/// Marks under the words of one finding, and its label.
fn draw(text: &str, offset: usize, finding: &Finding) -> String {
    let mut line: Vec<char> = Vec::new();
    for (range, glyph) in &finding.words {
        let column = |at: usize| text[..at - offset].chars().count();
        let (first, end) = (column(range.start), column(range.end));
        line.resize(line.len().max(end), ' ');
        for slot in &mut line[first..end] {
            *slot = if *slot == ' ' { *glyph } else { '=' };
        }
    }
    format!("{} {}", line.iter().collect::<String>(), finding.label)
}

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for note in &self.notes {
            writeln!(f, "{note}")?;
        }
        if let Some(right) = &self.right {
            writeln!(f, "{WRONG}{right}")?;
        }
        if let Some(date) = &self.date {
            writeln!(f, "{date}")?;
        }
        for paragraph in &self.paragraphs {
            writeln!(f, "{}", paragraph.text)?;
            for mark in &paragraph.marks {
                writeln!(f, "{mark}")?;
            }
        }
        Ok(())
    }
}

impl std::fmt::Display for Spec {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}", self.header)?;
        for block in &self.blocks {
            match block {
                Block::Heading(heading) => writeln!(f, "\n{heading}")?,
                Block::Case(case) => write!(f, "\n{case}")?,
            }
        }
        Ok(())
    }
}

#[test]
fn a_right_answer_is_never_lost() {
    let mut spec = Spec::parse(PathBuf::new(), "# a header\n\n# a case\nLima says no.\n^^^^ person Lima\n");
    let Some(Block::Case(case)) = spec.blocks.first_mut() else { panic!("a case") };
    let finding = |label: &str| Finding { words: vec![(0..4, '^')], label: label.to_owned() };
    assert_eq!(case.take(&[finding("person Lima")]), None);
    assert_eq!(case.take(&[finding("country PE")]), Some("it was right"));
    let wrong = "# a case\n# wrong today: should be person Lima «Lima»\nLima says no.\n^^^^ country PE\n";
    assert_eq!(case.to_string(), wrong);
    assert_eq!(case.take(&[finding("country PE")]), None);
    assert_eq!(case.take(&[]), Some("it is still wrong, but in another way"));
    assert_eq!(case.take(&[finding("person Lima")]), Some("it is right now: the note can go"));
    assert_eq!(case.to_string(), "# a case\nLima says no.\n^^^^ person Lima\n");
}

#[test]
fn marks_stand_under_the_words_whatever_their_bytes() {
    let finding = Finding { words: vec![(9..12, '^'), (13..19, '~'), (14..16, '^')], label: "x".to_owned() };
    assert_eq!(draw("Élysée met Pérou", 0, &finding), "       ^^^ ~=~~~ x");
}
