//! What a reader is told of a sentence that carries no tag.

use super::segments::MarkKind;
use super::why::words_of;
use super::{Reading, words};
use crate::corpus::Article;
use crate::stance::{Analysis, Untagged, WhyNot};
use crate::text::{Span, fnv1a_32, fold_sentence};

/// How many words of a sentence stand for it in a list.
const FIRST_WORDS: usize = 7;

/// Untagged sentences of an article that have the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UntaggedGroup {
    /// The reason, as a heading.
    pub heading: &'static str,
    /// The sentences, in the order of the text.
    pub sentences: Vec<UntaggedEntry>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UntaggedEntry {
    /// The sentence in links, for [`Action::Pick`](super::Action::Pick).
    pub sentence: String,
    /// Its first words.
    pub words: String,
    /// Whether it is the one picked.
    pub picked: bool,
}

/// What the margin says of a picked sentence without a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyNotNote {
    /// The sentence in links.
    pub sentence: String,
    /// Why it carries no tag, in one line.
    pub text: String,
    /// The sentence itself, for a report of what is missing.
    pub words: String,
}

/// A sentence in links: 8 hex digits, the same that end the id of a statement in it.
pub fn sentence_key(sentence: &str) -> String {
    format!("{:08x}", fnv1a_32(&fold_sentence(sentence)))
}

/// The marks of the untagged sentences of an article, so that a reader can pick one.
pub(super) fn untagged_marks(article: &Article, analysis: &Analysis, picked: Option<&str>) -> Vec<(Span, MarkKind)> {
    let mark = |untagged: &Untagged| {
        let sentence = sentence_key(untagged.sentence.of(&article.text));
        let picked = picked == Some(&sentence);
        (untagged.sentence, MarkKind::Untagged { sentence, picked })
    };
    analysis.untagged.iter().map(mark).collect()
}

/// The untagged sentences by reason, those first that came nearest to a tag.
pub(super) fn groups(article: &Article, analysis: &Analysis, picked: Option<&str>) -> Vec<UntaggedGroup> {
    let mut found: Vec<UntaggedGroup> = Vec::new();
    for why in FARTHEST_FIRST {
        let mut sentences = Vec::new();
        for untagged in analysis.untagged.iter().filter(|untagged| untagged.why == why) {
            let whole = words_of(untagged.sentence, article);
            let sentence = sentence_key(untagged.sentence.of(&article.text));
            let picked = picked == Some(&sentence);
            sentences.push(UntaggedEntry { sentence, words: first_words(&whole), picked });
        }
        if !sentences.is_empty() {
            found.push(UntaggedGroup { heading: heading(why), sentences });
        }
    }
    found
}

const FARTHEST_FIRST: [WhyNot; 7] = [
    WhyNot::Doubtful,
    WhyNot::Observer,
    WhyNot::NoHolder,
    WhyNot::NoSide,
    WhyNot::Supposed,
    WhyNot::Aside,
    WhyNot::NoIssue,
];

fn first_words(whole: &str) -> String {
    match whole.match_indices(' ').nth(FIRST_WORDS - 1) {
        Some((end, _)) => whole[..end].to_owned() + " …",
        None => whole.to_owned(),
    }
}

/// The note of the picked sentence.
pub(super) fn why_not_note(reading: &Reading, article: &Article, untagged: &Untagged) -> WhyNotNote {
    WhyNotNote {
        sentence: sentence_key(untagged.sentence.of(&article.text)),
        text: line(reading, article, untagged),
        words: words_of(untagged.sentence, article),
    }
}

/// Why a sentence carries no tag, in one line.
pub fn line(reading: &Reading, article: &Article, untagged: &Untagged) -> String {
    let mut said = "No tag: ".to_owned();
    let Some(span) = untagged.words else {
        let questions = reading.codebook().issues.len();
        let these = if questions == 1 {
            "the question".to_owned()
        } else {
            format!("any of the {} questions", words::number(questions))
        };
        said.push_str("it does not speak of ");
        said.push_str(&these);
        said.push('.');
        return said;
    };
    let issue = untagged.issue.as_deref().and_then(|id| reading.issue(id));
    said.push('“');
    said.push_str(&words_of(span, article));
    said.push('”');
    if let Some(issue) = issue {
        said.push_str(" (");
        said.push_str(issue.short.as_ref().unwrap_or(&issue.title));
        said.push(')');
    }
    said.push_str(match untagged.why {
        WhyNot::NoIssue | WhyNot::NoSide => " is named, but nobody takes a side on it.",
        WhyNot::Aside => " only tells which talks, office or critic is meant, or where.",
        WhyNot::Supposed => " stands in an if-clause: that supposes and states nothing.",
        WhyNot::NoHolder => ": a side is taken, but no country or body is found that takes it.",
        WhyNot::Doubtful => ": a side could be read, but too little speaks for it.",
        WhyNot::Observer => " is judged by an analyst or journalist: that is nobody’s position.",
    });
    said
}

fn heading(why: WhyNot) -> &'static str {
    match why {
        WhyNot::NoIssue => "No question spoken of",
        WhyNot::Aside => "Named in passing",
        WhyNot::Supposed => "Only supposed",
        WhyNot::NoSide => "Named, no side taken",
        WhyNot::NoHolder => "A side, but whose?",
        WhyNot::Doubtful => "A side, but too doubtful",
        WhyNot::Observer => "An analyst’s or journalist’s",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample::reading;
    use crate::view::{Action, ViewState, article_page};

    const DRAWN: &str = "== a 2007-06-07 Courier
It rained.
  ? no-issue
The shield is big.
  ? no-side; shield
If the shield comes, it comes.
  ? supposed; shield
A scholar in Berlin called the old shield a dear and rather useless toy.
  ? observer; shield
Russia opposes the shield.
  > RU shield opposes; cue=opposes
";

    fn key(sentence: &str) -> String {
        sentence_key(sentence)
    }

    /// What the margin says where this sentence is picked.
    fn noted(sentence: &str) -> Vec<String> {
        let reading = reading("RU", "shield radar", DRAWN);
        let state = ViewState::default().apply(Action::Pick(Some(key(sentence))));
        let page = article_page(&reading, &state, "a").expect("a page");
        let notes = page.blocks.into_iter().flat_map(|block| block.notes);
        notes.filter_map(|note| note.why_not.map(|why_not| why_not.text)).collect()
    }

    #[test]
    fn the_picked_sentence_says_in_one_line_why_it_has_no_tag() {
        assert_eq!(noted("It rained."), ["No tag: it does not speak of any of the two questions."]);
        assert_eq!(
            noted("The shield is big."),
            ["No tag: “shield” (Build the shield) is named, but nobody takes a side on it."]
        );
        assert_eq!(
            noted("If the shield comes, it comes."),
            ["No tag: “shield” (Build the shield) stands in an if-clause: that supposes and states nothing."]
        );
        assert_eq!(noted("Not in it."), [] as [&str; 0]);
    }

    #[test]
    fn a_picked_sentence_that_has_a_tag_shows_it_and_one_that_is_gone_is_named() {
        let reading = reading("RU", "shield", DRAWN);
        let page = |sentence: &str| {
            let state = ViewState::default().apply(Action::Pick(Some(key(sentence))));
            article_page(&reading, &state, "a").expect("a page")
        };
        let tagged = page("Russia opposes the shield.");
        assert_eq!((tagged.focus.as_ref(), tagged.missing), (tagged.statements.first(), None));
        assert!(page("Gone.").missing.is_some_and(|said| said.contains("not in this article")));
        assert_eq!(page("It rained.").missing, None);
    }

    #[test]
    fn the_list_has_the_nearest_misses_first() {
        let reading = reading("RU", "shield", DRAWN);
        let page = article_page(&reading, &ViewState::default(), "a").expect("a page");
        let lines: Vec<String> = page
            .untagged
            .iter()
            .flat_map(|group| group.sentences.iter().map(|entry| format!("{}: {}", group.heading, entry.words)))
            .collect();
        assert_eq!(
            lines,
            [
                "An analyst’s or journalist’s: A scholar in Berlin called the old …",
                "Named, no side taken: The shield is big.",
                "Only supposed: If the shield comes, it comes.",
                "No question spoken of: It rained.",
            ]
        );
    }
}
