//! CoNLL-U, the text format of the Universal Dependencies treebanks: read, and written back with another analysis.
//!
//! Format: <https://universaldependencies.org/format.html>. Multiword tokens, empty nodes and comments are kept as they
//! stand and are no words.

use super::lemma::lemma;
use super::morphology::features;
use super::parser::Parse;
use super::relation::Relation;
use super::tag::{Class, Fine, Tag};
use crate::text::Problem;

/// A sentence of a treebank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TreebankSentence {
    /// Its words, in order.
    pub words: Vec<TreebankWord>,
    lines: Vec<Line>,
}

/// A word as a treebank has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreebankWord {
    /// As written.
    pub form: String,
    /// Word class; [`Tag::UNKNOWN`] where the file has none that is known.
    pub tag: Tag,
    /// Number of the head, counted from 1; 0 for the root.
    pub head: usize,
    /// Relation to the head.
    pub relation: Relation,
    misc: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    /// Index of the word.
    Word(usize),
    /// Anything else, as it stands.
    Kept(String),
}

/// One word's analysis, for writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordAnalysis {
    /// Dictionary form.
    pub lemma: String,
    /// Word class.
    pub tag: Tag,
    /// Morphological features, `_` for none.
    pub features: &'static str,
    /// Number of the head, counted from 1; 0 for the root.
    pub head: usize,
    /// Relation to the head.
    pub relation: Relation,
}

impl WordAnalysis {
    /// What a parse says of each word.
    pub fn all(words: &[&str], parse: &Parse) -> Vec<Self> {
        let word = |(at, word): (usize, &&str)| {
            let tag = parse.tags[at];
            Self {
                lemma: lemma(word, tag).into_owned(),
                tag,
                features: features(word, tag),
                head: parse.heads[at],
                relation: parse.relations[at],
            }
        };
        words.iter().enumerate().map(word).collect()
    }
}

/// Reads a file of sentences.
///
/// # Errors
///
/// Names the line that has not ten columns, or a word whose number is not the next one.
pub fn read_conllu(name: &str, text: &str) -> Result<Vec<TreebankSentence>, Problem> {
    let mut sentences = Vec::new();
    let mut sentence = TreebankSentence::default();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            if !sentence.lines.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
        } else {
            sentence.push(line).map_err(|wrong| Problem::new(name, wrong).at_line(number))?;
        }
    }
    if !sentence.lines.is_empty() {
        sentences.push(sentence);
    }
    Ok(sentences)
}

impl TreebankSentence {
    /// A sentence as it was parsed.
    #[cfg(feature = "train")]
    pub(crate) fn parsed(words: &[&str], parse: &Parse) -> Self {
        let word = |(at, form): (usize, &&str)| TreebankWord {
            form: (*form).to_owned(),
            tag: parse.tags[at],
            head: parse.heads[at],
            relation: parse.relations[at],
            misc: "_".to_owned(),
        };
        Self { words: words.iter().enumerate().map(word).collect(), lines: (0..words.len()).map(Line::Word).collect() }
    }

    fn push(&mut self, line: &str) -> Result<(), String> {
        let line = line.trim_end_matches('\r');
        let columns: Vec<&str> = line.split('\t').collect();
        let is_word = !line.starts_with('#') && columns[0].bytes().all(|byte| byte.is_ascii_digit());
        if !is_word {
            self.lines.push(Line::Kept(line.to_owned()));
            return Ok(());
        }
        let [id, form, _, class, fine, _, head, relation, _, misc] = columns[..] else {
            return Err(format!("has {} columns in place of 10", columns.len()));
        };
        if id.parse() != Ok(self.words.len() + 1) {
            return Err(format!("word number {id} where {} is the next", self.words.len() + 1));
        }
        self.lines.push(Line::Word(self.words.len()));
        self.words.push(TreebankWord {
            form: form.to_owned(),
            tag: Tag {
                class: Class::named(class).unwrap_or(Tag::UNKNOWN.class),
                fine: Fine::named(fine).unwrap_or(Tag::UNKNOWN.fine),
            },
            head: head.parse().unwrap_or(0),
            relation: Relation::named(relation).unwrap_or(Relation::Unspecified),
            misc: misc.to_owned(),
        });
        Ok(())
    }

    /// The words as written.
    pub fn forms(&self) -> Vec<&str> {
        self.words.iter().map(|word| word.form.as_str()).collect()
    }

    /// The sentence with another analysis of its words, one for each.
    pub fn rewritten(&self, analysis: &[WordAnalysis]) -> String {
        let mut out = String::new();
        for line in &self.lines {
            match line {
                Line::Kept(kept) => out += kept,
                Line::Word(index) => {
                    if let (Some(word), Some(found)) = (self.words.get(*index), analysis.get(*index)) {
                        out += &word_line(index + 1, &word.form, found, &word.misc);
                    }
                }
            }
            out.push('\n');
        }
        out.push('\n');
        out
    }
}

/// One word as a line of ten columns, without its end.
pub fn word_line(number: usize, form: &str, word: &WordAnalysis, misc: &str) -> String {
    let WordAnalysis { lemma, tag, features, head, relation } = word;
    let (class, fine, relation) = (tag.class.name(), tag.fine.name(), relation.name());
    format!("{number}\t{form}\t{lemma}\t{class}\t{fine}\t{features}\t{head}\t{relation}\t_\t{misc}")
}
