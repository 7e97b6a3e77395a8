//! The parser that is shipped against treebanks, in the folder that the variable `BENCH` names.
#![expect(clippy::print_stdout, reason = "what was measured or left out, for who runs the test")]

use std::path::PathBuf;

use demarche::syntax::{Accuracy, Model, Scratch, read_conllu};

/// Least shares in per cent: UPOS, UAS, LAS. The first treebank is of the kind that the model was trained on; the others
/// are not, and may stay four points behind.
const LEAST: [(&str, [f64; 3]); 3] =
    [("en_ewt-dev", [94.5, 85.5, 82.5]), ("en_gum-dev", [90.5, 81.5, 78.5]), ("en_gum-news-only", [90.5, 81.5, 78.5])];

fn treebank(name: &str) -> Option<(String, PathBuf)> {
    let path = PathBuf::from(std::env::var_os("BENCH")?).join("ud").join(name).with_extension("conllu");
    Some((std::fs::read_to_string(&path).ok()?, path))
}

#[test]
fn the_model_reaches_its_figures() {
    let model = Model::builtin();
    for (name, least) in LEAST {
        let Some((text, path)) = treebank(name) else {
            println!("left out {name}: BENCH names no folder with ud/{name}.conllu");
            continue;
        };
        let sentences = read_conllu(&path.display().to_string(), &text).expect("CoNLL-U");
        let figures = Accuracy::of(&model, &sentences).figures();
        let found = ["UPOS", "UAS", "LAS"]
            .map(|wanted| figures.iter().find(|(figure, _)| *figure == wanted).map_or(0.0, |(_, share)| *share));
        println!("{name}: {found:.2?}");
        assert!(found.iter().zip(least).all(|(found, least)| *found >= least), "{name}: {found:.2?} below {least:?}");
    }
}

#[test]
fn what_is_written_back_can_be_read_again() {
    let text = include_str!("spec/six.conllu");
    let sentences = read_conllu("six.conllu", text).expect("CoNLL-U");
    let (model, mut scratch) = (Model::builtin(), Scratch::default());
    for sentence in &sentences {
        let words = sentence.forms();
        let parse = model.parse(&words, &mut scratch);
        let analysis = demarche::syntax::WordAnalysis::all(&words, &parse);
        let again = read_conllu("written", &sentence.rewritten(&analysis)).expect("CoNLL-U");
        assert_eq!(again[0].forms(), words);
        assert_eq!(again[0].words.iter().map(|word| word.head).collect::<Vec<_>>(), parse.heads);
        assert_eq!(parse.heads.iter().filter(|head| **head == 0).count(), 1, "one root");
    }
}

#[test]
fn a_broken_treebank_names_its_line() {
    let problem = read_conllu("bad.conllu", "# text = no\n1\tno\n").expect_err("too few columns");
    assert_eq!(problem.to_string(), "bad.conllu, line 2: has 2 columns in place of 10");
    let skipped = "2\tno\t_\t_\t_\t_\t_\t_\t_\t_\n";
    let problem = read_conllu("bad.conllu", skipped).expect_err("no first word");
    assert_eq!(problem.to_string(), "bad.conllu, line 1: word number 2 where 1 is the next");
}

#[test]
fn a_file_that_is_no_model_of_ours_is_said_to_be_so() {
    let bytes = include_bytes!("../model/english.dmsm");
    let read = |bytes: &[u8]| Model::read("m.dmsm", bytes).map(|_| ()).expect_err("refused").to_string();
    assert_eq!(read(b"PK"), "m.dmsm: is no parser model");
    assert_eq!(read(&bytes[..1000]), "m.dmsm: is a damaged parser model; fetch it again");
    let mut other = bytes.to_vec();
    for version in [1, 9] {
        other[4] = version;
        assert!(read(&other).contains("of another version"));
    }
    for at in [5, 11, 40, bytes.len() / 2, bytes.len() - 1] {
        let mut damaged = bytes.to_vec();
        damaged[at] ^= 0x10;
        assert_eq!(read(&damaged), "m.dmsm: is a damaged parser model; fetch it again", "byte {at}");
    }
    // With the checksum of what it holds, so that the rest is read.
    let sealed = |mut bytes: Vec<u8>| {
        let sum = bytes
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        bytes.extend(sum.to_le_bytes());
        bytes
    };
    let content = &bytes[..bytes.len() - 8];
    assert_eq!(sealed(content.to_vec()), bytes);
    for length in [5, 10, 13, 100, 250, 20_000, content.len() / 2, content.len() - 1] {
        assert_eq!(
            read(&sealed(content[..length].to_vec())),
            "m.dmsm: is a damaged parser model; fetch it again",
            "{length} bytes"
        );
    }
    let longer = [content, &[0]].concat();
    assert_eq!(read(&sealed(longer)), "m.dmsm: is a damaged parser model; fetch it again");
    for at in (5..250).chain((250..content.len()).step_by(20_011)).chain(content.len() - 8..content.len()) {
        let mut damaged = content.to_vec();
        damaged[at] ^= 0x55;
        // Some byte of a tag may be that of another tag; what is coded then still ends where it did.
        if let Err(problem) = Model::read("m.dmsm", &sealed(damaged)) {
            assert_eq!(problem.to_string(), "m.dmsm: is a damaged parser model; fetch it again", "byte {at}");
        } else {
            assert!((13..13 + 2 * 93).contains(&at), "byte {at}");
        }
    }
}
