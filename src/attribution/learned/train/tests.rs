//! Learning on a few invented sentences.

use std::sync::Arc;

use super::*;
use crate::attribution::AttributionModel;
use crate::syntax::Model;
use crate::text::Span;

/// Sentences with the source in «», the cue in ‹› and the content in ⟨⟩.
const CODED: [&str; 6] = [
    "«Vale» ‹said› ⟨the bridge would open in June⟩.",
    "«The mayor» ‹said› ⟨the school was too small⟩.",
    "«Rueda» ‹believes› ⟨that the river is rising⟩.",
    "«The council» ‹believes› ⟨that the fair should move⟩.",
    "⟨The road is closed⟩, «the police» ‹said›.",
    "The boat left the harbour at noon.",
];

fn coded(marked: &str) -> CodedText {
    let (mut text, mut coded, mut start) = (String::new(), Coded::default(), 0);
    for c in marked.chars() {
        let span = Span::new(start, text.len());
        match c {
            '«' | '‹' | '⟨' => start = text.len(),
            '»' => coded.source.push(span),
            '›' => coded.cue.push(span),
            '⟩' => coded.content.push(span),
            c => text.push(c),
        }
    }
    let attributions = if coded.cue.is_empty() { Vec::new() } else { vec![coded] };
    CodedText { text, attributions }
}

fn small() -> Plan {
    let course = plan::Course { open: 20, free: 10, rate: 0.1, pressure: 1e-4, kept: 2_000 };
    Plan { heads: course, labels: course, ..Plan::SHIPPED }
}

#[test]
fn same_data_same_bytes_and_it_learns_them() {
    let parser = SentenceParser::new(Arc::new(Model::builtin()));
    let texts: Vec<CodedText> = CODED.iter().map(|marked| coded(marked)).collect();
    let file = train(&texts, &parser, &small(), &mut |_| {});
    assert_eq!(file, train(&texts, &parser, &small(), &mut |_| {}));
    let model = AttributionModel::read("weights", &file).expect("a file of weights");
    for text in &texts {
        let document = Document::read(&text.text, &Clutter::builtin(), Lexicon::whole());
        let found = model.attributions(&document, &parser);
        let span = |&(first, end): &(usize, usize)| document.tokens[first].span.cover(document.tokens[end - 1].span);
        let spans = |parts: &[(usize, usize)]| parts.iter().map(span).collect();
        let found: Vec<Coded> = found
            .iter()
            .map(|(_, found)| Coded {
                source: spans(&found.source),
                cue: spans(&found.cue),
                content: spans(&found.content),
            })
            .collect();
        assert_eq!(found, text.attributions, "{}", text.text);
    }
    let other = train(&texts, &parser, &Plan { seed: 8, ..small() }, &mut |_| {});
    assert_ne!(AttributionModel::read("another", &other).expect("a file of weights").id(), model.id());
}
