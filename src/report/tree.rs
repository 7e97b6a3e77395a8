//! The syntax of a sentence for people and for the tools of the treebanks.

use std::fmt::Write;

use crate::syntax::{Parse, WordAnalysis, word_line};
use crate::text::{Token, TokenKind};

/// A sentence as an indented tree: each word under its head, in the order of the text.
///
/// ```text
/// said       VERB root
/// ├─ Lima    PROPN nsubj
/// └─ no      INTJ obj
/// ```
pub fn tree(words: &[&str], parse: &Parse) -> String {
    let mut drawing = Drawing { words, parse, lines: Vec::new() };
    if let Some(root) = parse.heads.iter().position(|&head| head == 0) {
        drawing.draw(root, "", "");
    }
    let width = drawing.lines.iter().map(|(left, _)| left.chars().count()).max().unwrap_or(0);
    let line = |(left, right): &(String, String)| {
        let gap = " ".repeat(width - left.chars().count() + 2);
        format!("{left}{gap}{right}\n")
    };
    words.join(" ") + "\n" + &drawing.lines.iter().map(line).collect::<String>() + "\n"
}

struct Drawing<'a> {
    words: &'a [&'a str],
    parse: &'a Parse,
    lines: Vec<(String, String)>,
}

impl Drawing<'_> {
    /// A word and all below it. `own` stands before the word, `below` before its dependents.
    fn draw(&mut self, word: usize, own: &str, below: &str) {
        let (tag, relation) = (self.parse.tags[word], self.parse.relations[word]);
        let right = format!("{} {} {}", tag.class.name(), tag.fine.name(), relation.name());
        self.lines.push((format!("{own}{}", self.words[word]), right));
        let dependents: Vec<usize> = (0..self.words.len()).filter(|&at| self.parse.heads[at] == word + 1).collect();
        for (number, &dependent) in dependents.iter().enumerate() {
            let (branch, trunk) =
                if number + 1 == dependents.len() { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            self.draw(dependent, &format!("{below}{branch}"), &format!("{below}{trunk}"));
        }
    }
}

/// A sentence of running text as CoNLL-U: clitics are parts of the multiword token that they are written with.
pub fn conllu(number: usize, text: &str, tokens: &[Token], words: &[WordAnalysis]) -> String {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return String::new() };
    let sentence = first.span.cover(last.span).of(text);
    let mut out =
        format!("# sent_id = {number}\n# text = {}\n", sentence.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut whole = 0;
    for (at, (token, word)) in tokens.iter().zip(words).enumerate() {
        let glued = |at: usize| tokens.get(at).is_some_and(|next| next.kind == TokenKind::Clitic && !next.spaced);
        let spaced = |at: usize| tokens.get(at).is_none_or(|next| next.spaced);
        if at >= whole && glued(at + 1) && token.kind == TokenKind::Word {
            whole = (at + 1..tokens.len()).find(|&next| !glued(next)).unwrap_or(tokens.len());
            let form = token.span.cover(tokens[whole - 1].span).of(text);
            let misc = if spaced(whole) { "_" } else { "SpaceAfter=No" };
            let empty = "\t_".repeat(7);
            let _ = writeln!(out, "{}-{whole}\t{form}{empty}\t{misc}", at + 1);
        }
        let misc = if at < whole || spaced(at + 1) { "_" } else { "SpaceAfter=No" };
        out += &word_line(at + 1, token.of(text), word, misc);
        out.push('\n');
    }
    out.push('\n');
    out
}
