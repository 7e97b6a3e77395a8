//! Lemmas and features against a treebank, in the folder that the variable `BENCH` names.

use std::path::Path;
use std::{env, fs};

use demarche::syntax::{Class, Fine, Tag, features, lemma};
use proptest::prelude::*;

/// A word as the treebank has it: form, lemma, tag, features.
struct Word<'a> {
    form: &'a str,
    lemma: &'a str,
    tag: Tag,
    features: &'a str,
}

fn word(line: &str) -> Option<Word<'_>> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [id, form, lemma, class, fine, features, ..] = columns[..] else { return None };
    let tag = Tag {
        class: Class::named(class).unwrap_or(Tag::UNKNOWN.class),
        fine: Fine::named(fine).unwrap_or(Tag::UNKNOWN.fine),
    };
    id.parse::<usize>().ok().map(|_| Word { form, lemma, tag, features })
}

/// Every feature that is given must be the treebank's; that some are missing is by design.
fn agree(own: &str, treebank: &str) -> bool {
    own == "_" || own.split('|').all(|feature| treebank.split('|').any(|other| other == feature))
}

proptest! {
    #[test]
    fn every_word_has_a_lemma(form in "\\PC{1,9}", ending in "|s|es|ies|'s|men|ed|ied|ing|er|est") {
        let form = format!("{form}{ending}");
        for &class in Class::ALL {
            for &fine in Fine::ALL {
                let tag = Tag { class, fine };
                prop_assert!(!lemma(&form, tag).is_empty());
                prop_assert!(!features(&form, tag).is_empty());
            }
        }
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "says what was left out, and what was measured")]
fn lemmas_and_features_are_those_of_the_treebank() {
    let folder = env::var_os("BENCH").unwrap_or_default();
    let file = Path::new(&folder).join("ud/en_ewt-dev.conllu");
    let Ok(text) = fs::read_to_string(&file) else {
        eprintln!(
            "left out: lemmas and features against a treebank (BENCH is not given, or has no ud/en_ewt-dev.conllu)"
        );
        return;
    };
    let words: Vec<Word> = text.lines().filter_map(word).collect();
    let share =
        |right: &dyn Fn(&Word) -> bool| 1000 * words.iter().filter(|word| right(word)).count() / words.len().max(1);
    let lemmas = share(&|word| lemma(word.form, word.tag) == word.lemma);
    let agreed = share(&|word| agree(features(word.form, word.tag), word.features));
    eprintln!("of 1000 words {lemmas} have the right lemma and {agreed} no wrong feature ({} words)", words.len());
    assert!(lemmas >= 980, "{lemmas} of 1000 lemmas are right");
    assert!(agreed >= 975, "{agreed} of 1000 words have no wrong feature");
}
