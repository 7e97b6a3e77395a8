//! A small dispute drawn as text, for tests of what pages show.

use super::Reading;
use crate::compare::{Dossier, sample};
use crate::corpus::{Article, Cut};
use crate::entities::{EntityKind, Mention, Usage};
use crate::stance::{Analysis, IssueKind, Mode, Statement, Untagged, WhyNot};
use crate::text::Span;
use crate::view::word::Word;

/// A reading of articles drawn like this:
///
/// ```text
/// == a1 2007-06-08 Courier
/// Russia would not hear of the shield, Ivan Orlov said.
///   > RU shield opposes; speaker=Ivan Orlov; cue=would not hear of; issue=the shield
///   @ person RU Ivan Orlov
///   - share prompt
/// ```
///
/// Each line at the margin is a sentence and a paragraph; `>` draws a statement on it, `@` a mention in it (with `; name=`
/// and `; office=` where these are more than the words), `-` cuts it. `speaker=` names who speaks and marks these words;
/// where others do, `by=` marks them. `!` draws what an analyst judges.
/// `?` says why a sentence has no tag: `no-side; WORDS` with the words that name the shield.
/// `-` in place of a date or an outlet leaves it open. The issue `threat` is a claim.
pub(crate) fn reading(parties: &str, issues: &str, drawn: &str) -> Reading {
    let mut codebook = sample::codebook(parties, issues);
    codebook.title = "The shield".to_owned();
    for issue in &mut codebook.issues {
        issue.title =
            if issue.id == "threat" { "Iran is a threat".to_owned() } else { format!("Build the {}", issue.id) };
        issue.kind = if issue.id == "threat" { IssueKind::Claim } else { IssueKind::Policy };
    }
    let (mut articles, mut found) = (Vec::new(), Vec::new());
    for block in drawn.split("== ").skip(1) {
        let (article, analysis) = draw(block);
        articles.push(article);
        found.push(analysis);
    }
    Reading::new(Dossier { id: "sample".to_owned(), codebook, articles, ..Dossier::default() }, found)
}

/// Two reports and a dispatch of ours, with a bit of everything.
pub(crate) fn shield() -> Reading {
    reading(
        "US RU CZ",
        "shield radar threat",
        "== a1 2007-06-07 Courier
Russia would not hear of the shield, Ivan Orlov said.
  > RU shield opposes; speaker=Ivan Orlov; cue=would not hear of; issue=the shield; mode=reported
  @ country RU Russia
  @ person RU Ivan Orlov
Share this story
  - share prompt
France and Germany wanted the radar, he added.
  > FR radar supports; speaker=Ivan Orlov; told=RU; cue=wanted; issue=the radar
  > DE radar supports; speaker=Ivan Orlov; told=RU; cue=wanted; issue=the radar
  @ country FR France
== a2 2007-07-02 -
\u{201c}We will build the shield if our friends agree,\u{201d} Ann Hale said.
  > US shield conditional; lean=supports; speaker=Ann Hale; cue=will build; issue=the shield; condition=if our friends agree; mode=direct
  > US threat supports; speaker=Ann Hale; cue=will build
An analyst doubted that Russia would mind.
  > RU shield supports; unofficial; cue=doubted
Russia had once called it welcome.
  > RU shield supports; past; cue=welcome
  @ country RU Russia
== a3 2008-04-07 Demarche
Moscow stayed against the shield.
  > RU shield opposes; cue=stayed against; issue=the shield; mode=described
The French called the shield interesting.
  > FR shield neutral; cue=interesting; issue=the shield
",
    )
}

fn draw(block: &str) -> (Article, Analysis) {
    let mut lines = block.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(' ').collect();
    let outlet = Some(head[2].to_owned()).filter(|outlet| outlet != "-");
    let after = (head[2] == "Demarche").then(|| format!("Courier, {}, \"A headline\"", head[1]));
    let mut article =
        Article { id: head[0].to_owned(), date: head[1].parse().ok(), outlet, after, ..Article::default() };
    article.title = format!("Title of {}", article.id);
    let mut analysis = Analysis { article: article.id.clone(), ..Analysis::default() };
    let mut sentence = Span::default();
    for line in lines {
        match line.trim_start().split_once(' ').filter(|_| line.starts_with("  ")) {
            Some((">", statement)) => analysis.statements.push(draw_statement(statement, sentence, &article)),
            Some(("!", statement)) => analysis.judgements.push(draw_statement(statement, sentence, &article)),
            Some(("@", mention)) => analysis.mentions.push(draw_mention(mention, sentence, &article)),
            Some(("?", reason)) => {
                let (why, words) = reason.split_once("; ").unwrap_or((reason, ""));
                let words = find(words, sentence, &article).filter(|words| !words.is_empty());
                let issue = words.map(|_| "shield".to_owned());
                analysis.untagged.push(Untagged { sentence, why: why_not(why), issue, words });
            }
            Some(("-", _)) => analysis.cuts.push(Cut { span: sentence, reason: "share prompt" }),
            _ => {
                let start = article.text.len();
                sentence = Span::new(start, start + line.len());
                article.text.extend([line, "\n\n"]);
                analysis.sentences.push(sentence);
            }
        }
    }
    (article, analysis)
}

fn why_not(name: &str) -> WhyNot {
    match name {
        "no-issue" => WhyNot::NoIssue,
        "aside" => WhyNot::Aside,
        "supposed" => WhyNot::Supposed,
        "no-side" => WhyNot::NoSide,
        "no-holder" => WhyNot::NoHolder,
        "observer" => WhyNot::Observer,
        other => panic!("not known: {other}"),
    }
}

fn draw_statement(drawn: &str, sentence: Span, article: &Article) -> Statement {
    let mut parts = drawn.split("; ");
    let kernel = parts.next().unwrap_or_default();
    let date = article.date.map(|date| date.to_string()).unwrap_or_default();
    let mut made = sample::statements(&format!("{} {kernel} {date}", article.id)).remove(0);
    made.evidence.sentence = sentence;
    made.id = Statement::id_of(&article.id, made.holder, &made.issue, sentence.of(&article.text));
    for part in parts {
        match part.split_once('=').unwrap_or((part, "")) {
            ("speaker", name) => {
                made.speaker = name.to_owned();
                made.evidence.speaker = find(name, sentence, article);
            }
            ("by", words) => made.evidence.speaker = find(words, sentence, article),
            ("turns", words) => made.evidence.turns.extend(find(words, sentence, article)),
            ("cue", words) => made.evidence.cue = find(words, sentence, article),
            ("issue", words) => made.evidence.issue = find(words, sentence, article),
            ("condition", words) => made.evidence.condition = find(words, sentence, article),
            ("told", teller) => (made.told_by, made.official) = (Some(sample::code(teller)), false),
            ("lean", side) => made.lean = Some(sample::stance(side)),
            ("mode", word) => made.mode = Mode::from_word(word).expect("a mode"),
            ("unofficial", _) => made.official = false,
            ("deed", _) => made.deed = true,
            ("past", _) => made.past = true,
            other => panic!("not known: {other:?}"),
        }
    }
    made
}

fn draw_mention(drawn: &str, sentence: Span, article: &Article) -> Mention {
    let mut more = drawn.split("; ");
    let parts: Vec<&str> = more.next().unwrap_or_default().splitn(3, ' ').collect();
    let (mut name, mut office) = (parts[2], None);
    for part in more {
        match part.split_once('=').unwrap_or((part, "")) {
            ("name", full) => name = full,
            ("office", words) => office = Some(words.to_owned()),
            other => panic!("not known: {other:?}"),
        }
    }
    Mention {
        span: find(parts[2], sentence, article).expect("the name in its sentence"),
        kind: EntityKind::from_word(parts[0]).expect("a type"),
        usage: Usage::Name,
        country: parts[1].parse().ok(),
        name: name.to_owned(),
        office,
        official: true,
    }
}

fn find(words: &str, sentence: Span, article: &Article) -> Option<Span> {
    let start = sentence.start as usize + sentence.of(&article.text).find(words)?;
    Some(Span::new(start, start + words.len()))
}
