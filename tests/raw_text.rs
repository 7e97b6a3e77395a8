//! Tokens, words and sentences from raw text, against treebanks of Universal Dependencies.
//!
//! Counts as the shared task of 2018 did (Zeman and others 2018): a token, word or sentence is right where one of
//! the treebank has the same first and last character, white space not counted. A contraction is one token and two
//! words.
//!
//! Runs where `BENCH` names a folder with `ud/`; says so where it is left out.
#![expect(clippy::print_stderr, reason = "a test that is left out must say so, and figures must be seen")]

#[path = "raw_text/corpus.rs"]
mod corpus;

use std::env;
use std::fs;
use std::path::PathBuf;

use corpus::{Cuts, Places, Treebank, solid_before};
use demarche::syntax::PlainText;
use demarche::text::{Span, Token, TokenKind};

/// Each treebank with the least shares in a thousand that it must reach: tokens, words, sentences.
const TREEBANKS: [(&str, [usize; 3]); 3] = [
    ("en_ewt-dev.conllu", [995, 990, 890]),
    ("en_gum-dev.conllu", [995, 995, 950]),
    ("en_gum-news-only.conllu", [990, 990, 935]),
];

/// Where our cuts are.
fn ours(raw: &str) -> Cuts {
    let solid = solid_before(raw);
    let place = |span: Span| (solid[span.start as usize], solid[span.end as usize]);
    let mut cuts = Cuts::default();
    for tokens in PlainText::read(raw).sentences() {
        cuts.words.extend(tokens.iter().map(|token| place(token.span)));
        cuts.tokens.extend(surface(raw, tokens).into_iter().map(place));
        cuts.sentences.insert(place(tokens[0].span.cover(tokens[tokens.len() - 1].span)));
    }
    cuts
}

/// Words with their clitics, and the two parts of "cannot": letters right behind letters.
fn surface(raw: &str, tokens: &[Token]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let glued = !token.spaced && at > 0;
        let letters = glued && [tokens[at - 1], *token].iter().all(|token| is_letters(token.of(raw)));
        match spans.last_mut() {
            Some(last) if glued && token.kind == TokenKind::Clitic || letters => *last = last.cover(token.span),
            _ => spans.push(token.span),
        }
    }
    spans
}

fn is_letters(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// The harmonic mean of precision and recall, in a hundred thousand.
fn f1(gold: &Places, found: &Places) -> usize {
    200_000 * gold.intersection(found).count() / (gold.len() + found.len())
}

#[test]
fn tokens_and_sentences_are_those_of_the_treebanks() {
    let Some(folder) = env::var_os("BENCH").map(|bench| PathBuf::from(bench).join("ud")).filter(|ud| ud.is_dir())
    else {
        eprintln!("left out: BENCH names no folder with ud/");
        return;
    };
    for (name, least) in TREEBANKS {
        let gold = Treebank::read(&fs::read_to_string(folder.join(name)).expect("a treebank"));
        let found = ours(&gold.raw);
        let figures = [
            f1(&gold.cuts.tokens, &found.tokens),
            f1(&gold.cuts.words, &found.words),
            f1(&gold.cuts.sentences, &found.sentences),
        ];
        let shown = figures.map(|figure| format!("{}.{:02}", figure / 1000, figure % 1000 / 10));
        eprintln!("{name}: tokens {}, words {}, sentences {}", shown[0], shown[1], shown[2]);
        assert!(figures.iter().zip(least).all(|(figure, least)| *figure >= least * 100), "{name} fell below {least:?}");
    }
}
