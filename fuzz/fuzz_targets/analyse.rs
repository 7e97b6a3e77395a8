//! Any file against any codebook: nothing panics, every span is a place in the text, and the same goes in as comes out.
#![no_main]

use arbitrary::Arbitrary;
use demarche::corpus::{Article, read_article};
use demarche::stance::{Analysis, Codebook, Evidence, Issue, IssueKind, IssuePhrase, Stance, analyse};
use demarche::text::Span;
use libfuzzer_sys::fuzz_target;

/// The questions as well as the text, for both come from strangers.
#[derive(Arbitrary, Debug)]
struct Input<'a> {
    issues: Vec<Question<'a>>,
    dated: Option<(u16, u8, u8)>,
    outlet: Option<&'a str>,
    file: &'a [u8],
}

#[derive(Arbitrary, Debug)]
struct Question<'a> {
    claim: bool,
    title: &'a str,
    phrases: Vec<(&'a str, bool)>,
}

fuzz_target!(|input: Input| {
    let codebook = Codebook { issues: input.issues.iter().take(8).map(issue).collect(), ..Codebook::default() };
    let date = input.dated.and_then(|(year, month, day)| demarche::text::Date::new(year, month, day));
    let known = Article { date, outlet: input.outlet.map(str::to_owned), ..Article::default() };
    let (Some(article), _) = read_article("fuzzed.txt", input.file, known) else { return };
    let analysis = analyse(&article, &codebook);
    for span in spans(&analysis) {
        assert!(article.text.get(span.range()).is_some(), "{span:?} is no place in the text");
    }
    assert_eq!(analysis, analyse(&article, &codebook));
});

fn issue(question: &Question) -> Issue {
    let phrase = |(phrase, other_side): &(&str, bool)| IssuePhrase {
        phrase: (*phrase).to_owned(),
        side: if *other_side { Stance::Opposes } else { Stance::Supports },
    };
    Issue {
        id: "issue".to_owned(),
        kind: if question.claim { IssueKind::Claim } else { IssueKind::Policy },
        title: question.title.to_owned(),
        short: None,
        note: String::new(),
        mentions: question.phrases.iter().map(phrase).collect(),
    }
}

fn spans(analysis: &Analysis) -> Vec<Span> {
    let mut all = analysis.sentences.clone();
    all.extend(analysis.cuts.iter().map(|cut| cut.span));
    all.extend(analysis.mentions.iter().map(|mention| mention.span));
    for quotation in &analysis.quotations {
        all.extend([&quotation.source, &quotation.cue, &quotation.content].into_iter().flatten());
    }
    for statement in &analysis.statements {
        let Evidence { sentence, speaker, cue, turns, issue, condition, quotation } = &statement.evidence;
        all.push(*sentence);
        all.extend([speaker, cue, issue, condition, quotation].into_iter().copied().flatten());
        all.extend(turns);
    }
    all
}
