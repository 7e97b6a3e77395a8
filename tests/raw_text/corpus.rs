//! A treebank in CoNLL-U as raw text, made anew from its sentences paragraph by paragraph, and where its cuts are.

use std::collections::BTreeSet;

/// Places by first character and the one past the last, white space not counted.
pub(crate) type Places = BTreeSet<(usize, usize)>;

/// What is counted, in the order of the figures.
#[derive(Default)]
pub(crate) struct Cuts {
    /// With their clitics.
    pub(crate) tokens: Places,
    /// Clitics apart.
    pub(crate) words: Places,
    /// From first token to last.
    pub(crate) sentences: Places,
}

/// A treebank as raw text, and where its own cuts are.
#[derive(Default)]
pub(crate) struct Treebank {
    /// Its text.
    pub(crate) raw: String,
    /// Characters so far that are no white space.
    solid: usize,
    /// Its cuts.
    pub(crate) cuts: Cuts,
    /// What stands between the sentence before and the next one.
    gap: &'static str,
}

impl Treebank {
    /// Reads the text of a file.
    pub(crate) fn read(conllu: &str) -> Self {
        let mut treebank = Self::default();
        for sentence in conllu.split("\n\n").filter(|sentence| !sentence.trim().is_empty()) {
            treebank.push(sentence);
        }
        treebank
    }

    fn push(&mut self, sentence: &str) {
        let comments = || sentence.lines().filter_map(|line| line.strip_prefix("# "));
        let text = comments().find_map(|line| line.strip_prefix("text = ")).expect("a sentence has its text");
        let paragraph =
            comments().any(|line| ["newpar", "newdoc"].contains(&line.split(' ').next().unwrap_or_default()));
        self.raw.push_str(if paragraph { "\n\n" } else { self.gap });
        self.raw.push_str(text.trim());
        let (start, mut contraction_end, mut word_at, mut glued) = (self.solid, 0, self.solid, false);
        for columns in sentence.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t')) {
            let columns: Vec<&str> = columns.collect();
            let (id, length) = (columns[0], columns[1].chars().filter(|c| !c.is_whitespace()).count());
            if id.contains('.') {
                continue;
            }
            if id.contains('-') {
                contraction_end = self.solid + length;
            } else {
                self.cuts.words.insert((word_at, word_at + length));
                word_at += length;
            }
            if id.contains('-') || word_at > contraction_end {
                self.cuts.tokens.insert((self.solid, self.solid + length));
                self.solid += length;
                glued = columns[9].split('|').any(|part| part == "SpaceAfter=No");
            }
        }
        assert_eq!(self.solid - start, solid(text).count(), "forms and text differ: {text}");
        assert_eq!(self.solid, word_at, "a contraction is not its words: {text}");
        self.cuts.sentences.insert((start, self.solid));
        self.gap = if glued { "" } else { " " };
    }
}

fn solid(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

/// For each byte of a text, how many characters before it are no white space.
pub(crate) fn solid_before(raw: &str) -> Vec<usize> {
    let mut counts = vec![0];
    for c in raw.chars() {
        let count = counts[counts.len() - 1] + usize::from(!c.is_whitespace());
        counts.resize(counts.len() + c.len_utf8(), count);
    }
    counts
}
