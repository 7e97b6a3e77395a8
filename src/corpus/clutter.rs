//! The words of site clutter, from `lexicon/clutter.txt`.

use crate::lexicon::lexicon_file;
use crate::lexicon::table::packed_rows;
use crate::text::{has_more_words, small};

/// Lines that sites put around an article.
#[derive(Clone, Debug)]
pub struct Clutter {
    whole: Vec<(&'static str, &'static str)>,
    starts: Vec<(&'static str, &'static str)>,
}

/// A line longer than this many words is no prompt, whatever it starts with.
const LONGEST_PROMPT_WORDS: usize = 9;

impl Clutter {
    /// The list compiled into the engine.
    pub fn builtin() -> Self {
        let mut clutter = Self { whole: Vec::new(), starts: Vec::new() };
        for row in packed_rows(lexicon_file!("clutter.txt")) {
            let entry = (row.field(2), row.field(0));
            if row.field(1) == "whole" { clutter.whole.push(entry) } else { clutter.starts.push(entry) }
        }
        clutter
    }

    /// Why a line is clutter, if it is.
    pub fn reason(&self, line: &str) -> Option<&'static str> {
        if has_more_words(line, LONGEST_PROMPT_WORDS) {
            return None;
        }
        let line = small(line);
        let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
        let numbered = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ')').trim_start();
        let bare = if numbered.is_empty() { bare } else { numbered };
        let bare = bare.trim_end_matches([':', '»', '›', '>', ' ', '.']);
        let whole = self.whole.iter().find(|(words, _)| *words == bare);
        let start = || self.starts.iter().find(|(words, _)| bare.strip_prefix(words).is_some_and(ends_word));
        whole.or_else(start).map(|(_, reason)| *reason)
    }
}

fn ends_word(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
}
