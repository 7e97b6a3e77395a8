//! What holds of the parser on any text.

use std::time::{Duration, Instant};

use demarche::report::{conllu, tree};
use demarche::syntax::{Model, Parse, PlainText, Relation, Scratch, WordAnalysis, read_conllu};
use proptest::prelude::*;

/// Parses all sentences of a text and checks what must hold of each.
fn parse(model: &Model, text: &str) -> Vec<Parse> {
    let mut scratch = Scratch::default();
    let plain = PlainText::read(text);
    let parsed = plain.sentences().map(|tokens| {
        let words = plain.words(tokens);
        let parse = model.parse(&words, &mut scratch);
        assert_tree(&parse, words.len());
        parse
    });
    parsed.collect()
}

fn assert_tree(parse: &Parse, words: usize) {
    assert_eq!((parse.tags.len(), parse.heads.len(), parse.relations.len()), (words, words, words));
    let roots = parse.relations.iter().filter(|relation| **relation == Relation::Root).count();
    assert_eq!((roots, parse.heads.iter().filter(|head| **head == 0).count()), (1, 1), "one root");
    for start in 1..=words.min(200) {
        let (mut at, mut steps) = (start, 0);
        while at != 0 {
            at = parse.heads[at - 1];
            steps += 1;
            assert!(steps <= words, "a circle");
        }
    }
}

proptest! {
    #[test]
    fn any_text_has_trees(text in any::<String>()) {
        parse(&Model::builtin(), &text);
    }

    #[test]
    fn news_with_anything_in_it_has_trees(words in prop::collection::vec("[a-z]{1,8}|[A-Z][a-z]{2,6}|[.,\"”“'’!?;:()-]|\\PC", 0..80)) {
        parse(&Model::builtin(), &words.join(" "));
    }

    #[test]
    fn what_is_printed_can_be_read(text in "[A-Za-z ,.'’“”\"\\n-]{0,200}") {
        let (model, mut scratch) = (Model::builtin(), Scratch::default());
        let plain = PlainText::read(&text);
        for tokens in plain.sentences() {
            let words = plain.words(tokens);
            let parse = model.parse(&words, &mut scratch);
            let printed = conllu(1, &text, tokens, &WordAnalysis::all(&words, &parse));
            let read = read_conllu("printed", &printed).expect("CoNLL-U");
            prop_assert_eq!(read[0].forms(), words.clone());
            prop_assert!(tree(&words, &parse).lines().count() > words.len());
        }
    }
}

#[test]
fn strange_texts_have_trees() {
    let model = Model::builtin();
    let long_word = "x".repeat(1_000_000);
    let unclosed = "“".repeat(3000);
    let right_to_left = "قال الوزير إن بلاده ترفض الاتفاق. \u{202e}abc\u{202c} הממשלה סירבה";
    for text in
        ["", " ", "\u{feff}", "\0\0", ".", "?!?!", &long_word, &unclosed, right_to_left, "a\u{301}\u{301}", "🏳️‍🌈🏳️‍🌈"]
    {
        parse(&model, text);
    }
}

#[test]
fn a_sentence_without_end_is_parsed_in_parts() {
    let words = vec!["word"; 1000];
    let parse = Model::builtin().parse(&words, &mut Scratch::default());
    assert_tree(&parse, 1000);
}

#[test]
fn the_same_words_have_the_same_tree() {
    let (model, mut used) = (Model::builtin(), Scratch::default());
    let words: Vec<&str> = "Lima would not hear of the corridor that Quito wants .".split(' ').collect();
    let first = model.parse(&words, &mut used);
    model.parse(&["Something", "else", "."], &mut used);
    assert_eq!(model.parse(&words, &mut used), first);
    assert_eq!(Model::builtin().parse(&words, &mut Scratch::default()), first);
}

#[test]
fn ten_times_the_words_take_about_ten_times_the_time() {
    let model = Model::builtin();
    let mut scratch = Scratch::default();
    let line: Vec<&str> = "the delegation said on Monday that it would vote against the plan and".split(' ').collect();
    let words = |times: usize| line.repeat(times);
    let (short, long) = (words(60), words(600));
    let mut time = |words: &[&str]| {
        let from = Instant::now();
        assert_eq!(model.parse(words, &mut scratch).heads.len(), words.len());
        from.elapsed()
    };
    time(&short);
    let median = |mut times: [Duration; 5]| {
        times.sort_unstable();
        times[2]
    };
    let times = [(); 5].map(|()| (time(&short), time(&long)));
    let (short, long) = (median(times.map(|(short, _)| short)), median(times.map(|(_, long)| long)));
    assert!(long <= short * 15, "780 words in {short:?}, 7,800 words in {long:?}");
}
