//! Any text: each sentence has a tree with one root, the same every time.
#![no_main]

use std::sync::LazyLock;

use demarche::syntax::{Model, PlainText, Scratch};
use libfuzzer_sys::fuzz_target;

static MODEL: LazyLock<Model> = LazyLock::new(Model::builtin);

fuzz_target!(|text: &str| {
    let mut scratch = Scratch::default();
    let plain = PlainText::read(text);
    for tokens in plain.sentences() {
        let words = plain.words(tokens);
        let parse = MODEL.parse(&words, &mut scratch);
        assert_eq!(parse.heads.len(), words.len());
        assert_eq!(parse.heads.iter().filter(|head| **head == 0).count(), 1);
        assert!(parse.heads.iter().all(|head| *head <= words.len()));
        assert_eq!(MODEL.parse(&words, &mut Scratch::default()), parse);
    }
});
