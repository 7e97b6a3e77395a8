//! Learns the weights in `src/text/sign.rs`, and prints the table for it.
//!
//! ```sh
//! cargo run --release --example boundaries -- en_ewt-train.conllu
//! ```
//!
//! The treebank is made into raw text, and the tokens of its paragraphs are walked as they are when reading; each gap
//! where a sentence may end is one example. An averaged perceptron with a margin (Freund and Schapire 1999), all in
//! whole numbers and with a shuffle that is always the same, so that the same treebank gives the same table.

#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

#[path = "../tests/raw_text/corpus.rs"]
mod corpus;

use std::collections::BTreeSet;
use std::fs;

use corpus::{Treebank, solid_before};
use demarche::text::{Sign, Span, Token, gaps_in, tokens_in};

/// Times through the examples.
const ROUNDS: usize = 30;

/// How clear an answer must be to teach nothing more.
const MARGIN: i64 = 2;

/// What the average weight is multiplied by before it is made whole.
const SCALE: i64 = 8;

/// The signs of a gap, and whether a sentence ends there.
type Example = (Vec<Sign>, bool);

fn main() {
    let mut examples = Vec::new();
    for name in std::env::args().skip(1) {
        collect(&fs::read_to_string(name).expect("a treebank"), &mut examples);
    }
    for (sign, weight) in Sign::ALL.iter().zip(learn(&mut examples)) {
        println!("{sign:?} = {weight},");
    }
}

fn collect(conllu: &str, examples: &mut Vec<Example>) {
    let treebank = Treebank::read(conllu);
    let solid = solid_before(&treebank.raw);
    let starts: BTreeSet<usize> = treebank.cuts.sentences.iter().map(|(start, _)| *start).collect();
    for tokens in paragraphs(&treebank.raw) {
        gaps_in(&treebank.raw, &tokens, |next, signs| {
            let ends = starts.contains(&solid[tokens[next].span.start as usize]);
            examples.push((signs.to_vec(), ends));
            ends
        });
    }
}

/// The tokens of each paragraph.
fn paragraphs(raw: &str) -> impl Iterator<Item = Vec<Token>> {
    raw.split("\n\n").scan(0, |start, paragraph| {
        let mut tokens = Vec::new();
        tokens_in(raw, Span::new(*start, *start + paragraph.len()), &mut tokens);
        *start += paragraph.len() + 2;
        Some(tokens)
    })
}

fn learn(examples: &mut [Example]) -> Vec<i64> {
    let mut weights = vec![0_i64; Sign::ALL.len()];
    // The sum of all weights there have been is `time * weight - late`.
    let mut late = weights.clone();
    let (mut time, mut chance) = (1, 1);
    for _ in 0..ROUNDS {
        shuffle(examples, &mut chance);
        for (signs, ends) in examples.iter() {
            let side = if *ends { 1 } else { -1 };
            let sum: i64 = signs.iter().map(|sign| weights[*sign as usize]).sum();
            if sum * side <= MARGIN {
                for sign in signs {
                    weights[*sign as usize] += side;
                    late[*sign as usize] += side * time;
                }
            }
            time += 1;
        }
    }
    let average = |(weight, late): (&i64, &i64)| (SCALE * (time * weight - late) + time / 2).div_euclid(time);
    weights.iter().zip(&late).map(average).collect()
}

/// Fisher and Yates, with Marsaglia's xorshift.
fn shuffle(examples: &mut [Example], chance: &mut u64) {
    for at in (1..examples.len()).rev() {
        *chance ^= *chance << 13;
        *chance ^= *chance >> 7;
        *chance ^= *chance << 17;
        examples.swap(at, usize::try_from(*chance % (at as u64 + 1)).expect("smaller than a length"));
    }
}
