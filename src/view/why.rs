//! How the words of a sentence lead to its tag, step by step, in words that need no explaining.

use super::{Reading, Tagged, words};
use crate::corpus::Article;
use crate::entities::EntityKind;
use crate::stance::IssueKind;
use crate::text::Span;

/// One step from words to a tag: "would not hear of" → "against".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which step it is.
    pub step: Step,
    /// Words of the article, or a name.
    pub words: String,
    /// What they were taken to mean, one thing after the other ("Vladimir Putin", "president", "Russia").
    pub means: Vec<String>,
}

/// The steps of a path, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Whose position.
    Holder,
    /// Who ascribes it, where that is another side.
    Teller,
    /// Which side.
    Side,
    /// Under which condition.
    Condition,
    /// On what.
    Issue,
}

/// The path of a statement's tag: `Lima → Peru`, `would not hear of → against`, `the corridor → Andean corridor`.
pub fn path(reading: &Reading, tagged: &Tagged) -> Vec<Reason> {
    let Tagged { statement, article, .. } = tagged;
    let issue = reading.issue(&statement.issue);
    let kind = issue.map_or(IssueKind::Policy, |issue| issue.kind);
    let mut found = vec![holder(reading, tagged)];
    if let Some(teller) = statement.told_by {
        let means = vec![words::display_name(teller)];
        let words = statement.speaker.clone();
        found.push(Reason { step: Step::Teller, words, means });
    }
    let side = side_words(tagged);
    if !side.is_empty() {
        let means = vec![words::of_statement(statement, kind).to_owned()];
        found.push(Reason { step: Step::Side, words: side, means });
    }
    if let Some(condition) = statement.evidence.condition {
        let means = vec!["the condition".to_owned()];
        found.push(Reason { step: Step::Condition, words: words_of(condition, article), means });
    }
    if let Some(span) = statement.evidence.issue {
        let name = issue.map_or(&statement.issue, |issue| issue.short.as_ref().unwrap_or(&issue.title));
        found.push(Reason { step: Step::Issue, words: words_of(span, article), means: vec![name.clone()] });
    }
    found.retain(|reason| !reason.words.is_empty());
    found
}

/// The words for the holder, and over whom they lead to it: `he → Vladimir Putin → president → Russia`.
fn holder(reading: &Reading, tagged: &Tagged) -> Reason {
    let Tagged { statement, article, .. } = tagged;
    let own = statement.told_by.is_none();
    let said = statement.evidence.speaker.map(|span| words_of(span, article)).filter(|words| !words.is_empty());
    let mut means: Vec<String> = Vec::new();
    let named = named(reading, tagged);
    match &named {
        Some((name, _)) if said.as_ref() != Some(name) => means.push(name.clone()),
        // "He": nothing is named here, so the words mean whom the statement gives.
        None if own && !statement.speaker.is_empty() && said.as_ref() != Some(&statement.speaker) => {
            means.push(statement.speaker.clone());
        }
        _ => {}
    }
    means.extend(named.and_then(|(_, office)| office));
    let holder = words::display_name(statement.holder);
    if means.last() != Some(&holder) {
        means.push(holder);
    }
    let speaker = if own { statement.speaker.clone() } else { String::new() };
    let mut words = said.unwrap_or(speaker);
    if words.is_empty() || means.len() == 1 && means[0] == words {
        words = means.pop().unwrap_or_default();
    }
    Reason { step: Step::Holder, words, means }
}

/// The person or body that the words for the holder name, in full, with the office held on the day of the report.
fn named(reading: &Reading, tagged: &Tagged) -> Option<(String, Option<String>)> {
    let span = tagged.statement.evidence.speaker?;
    let (_, analysis) = reading.article(&tagged.article.id)?;
    let mention = analysis.mentions.iter().find(|mention| mention.span.overlaps(span))?;
    let is_state = matches!(mention.kind, EntityKind::Country | EntityKind::Bloc);
    let name = match mention.kind {
        _ if is_state => words::display_name(tagged.statement.holder),
        EntityKind::Person if mention.name.is_empty() => UNNAMED.to_owned(),
        _ => mention.name.clone(),
    };
    let office = mention.office.clone().filter(|_| !is_state && name != UNNAMED);
    Some((name, office)).filter(|(name, _)| !name.is_empty())
}

/// What stands for the name of an official whom a report does not name.
pub(super) const UNNAMED: &str = "unnamed official";

/// Whether a statement is an official's whom the report does not name.
pub(super) fn is_unnamed(reading: &Reading, tagged: &Tagged) -> bool {
    let statement = tagged.statement;
    statement.official
        && statement.speaker.is_empty()
        && named(reading, tagged).is_some_and(|(name, _)| name == UNNAMED)
}

/// The words that carry the side, in the order of the text, with "…" where others stand between them.
fn side_words(tagged: &Tagged) -> String {
    let evidence = &tagged.statement.evidence;
    let mut spans = evidence.turns.clone();
    if let Some(cue) = evidence.cue {
        let place = spans.iter().position(|turn| cue < *turn).unwrap_or(spans.len());
        spans.insert(place, cue);
    }
    let mut words = String::new();
    let mut end: Option<u32> = None;
    for span in spans {
        if let Some(end) = end {
            let between = Span { start: end, end: span.start.max(end) };
            words.push_str(if between.of(&tagged.article.text).trim().is_empty() { " " } else { " … " });
        }
        words.push_str(&words_of(span, tagged.article));
        end = Some(span.end);
    }
    words
}

/// Words of an article on one line.
pub(super) fn words_of(span: Span, article: &Article) -> String {
    let mut line = String::new();
    for word in span.of(&article.text).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// What a rule looks for, with an example; empty for a rule that this does not know.
pub fn rule(name: &str) -> &'static str {
    match name {
        "governed" => "The subject of words that take a side, as in “Lima opposes the corridor”.",
        "possessed" => "A side named as somebody’s own, as in “Lima’s refusal of the corridor”.",
        "related" => "A clause that says who wants the matter, as in “the corridor that Lima wants”.",
        "beside" => "Named beside the subject or across from it, as in “Lima, unlike Quito, opposes the corridor”.",
        "done-to" => "Somebody acts on the matter, as in “the corridor was rejected by Lima”.",
        "stirred" => "The matter stirs somebody, as in “the corridor angered Lima”.",
        "judged" => "The speaker judges the matter, as in “the corridor is a mistake, Lima’s minister said”.",
        "proposed" => "To say it with this word is to want it, as in “Lima proposed that the corridor be built”.",
        "named" => {
            "A name in quotation marks, mostly given by those against it, as in “he called it ‘a tax on the poor’”."
        }
        "asserted" => "The speaker says or denies it, as in “the corridor will flood the valley, he said”.",
        "weighed" => {
            "No one pattern: who is named, the words near the matter and what was said before, weighed as in coded articles."
        }
        _ => "",
    }
}

/// A path on one line: `Lima → Peru · would not hear of → against · the corridor → Andean corridor`.
pub fn line(path: &[Reason]) -> String {
    let mut line = String::new();
    for reason in path {
        if !line.is_empty() {
            line.push_str(" · ");
        }
        if reason.step == Step::Teller {
            line.push_str("told by ");
        }
        line.push_str(&reason.words);
        for means in &reason.means {
            line.push_str(" → ");
            line.push_str(means);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample::reading;

    fn lines(drawn: &str) -> Vec<String> {
        let reading = reading("RU", "shield", drawn);
        reading.statements().map(|tagged| line(&path(&reading, &tagged))).collect()
    }

    #[test]
    fn a_path_leads_from_words_to_holder_side_and_issue() {
        let drawn = "== a 2007-06-07 -\nMoscow would not hear of the shield.\n  @ country RU Moscow\n  \
                     > RU shield opposes; speaker=Moscow; cue=would not hear of; issue=the shield";
        let by_seat = drawn.replace("speaker=Moscow", "by=Moscow");
        assert_eq!(lines(&by_seat), ["Moscow → Russia · would not hear of → against · the shield → Build the shield"]);
        let by_name = by_seat.replace("Moscow", "Russia");
        assert_eq!(lines(&by_name), ["Russia · would not hear of → against · the shield → Build the shield"]);
    }

    #[test]
    fn a_person_leads_over_name_and_office_and_a_pronoun_over_whom_it_means() {
        let named = "== a 2007-06-07 -\nMr Orlov, the president, rejected the shield.\n  @ person RU Orlov; name=Ivan Orlov; office=president\n  \
                     > RU shield opposes; speaker=Ivan Orlov; by=Orlov; cue=rejected; issue=the shield";
        assert_eq!(
            lines(named),
            ["Orlov → Ivan Orlov → president → Russia · rejected → against · the shield → Build the shield"]
        );
        let meant = "== a 2007-06-07 -\nHe rejected the shield.\n  > RU shield opposes; speaker=Ivan Orlov; by=He; cue=rejected; issue=the shield";
        assert_eq!(lines(meant), ["He → Ivan Orlov → Russia · rejected → against · the shield → Build the shield"]);
    }

    #[test]
    fn what_turns_the_side_stands_beside_the_cue() {
        let drawn = "== a 2007-06-07 -\nRussia does not oppose a delay of the shield.\n  \
                     > RU shield opposes; by=Russia; cue=oppose; turns=not; turns=delay; issue=the shield";
        assert_eq!(lines(drawn), ["Russia · not oppose … delay → against · the shield → Build the shield"]);
    }

    #[test]
    fn who_tells_of_another_side_is_named_as_the_teller() {
        let drawn = "== a 2007-06-07 -\nFrance wants the shield, Orlov said.\n  \
                     > FR shield supports; speaker=Ivan Orlov; told=RU; by=France; cue=wants; issue=the shield";
        assert_eq!(
            lines(drawn),
            ["France · told by Ivan Orlov → Russia · wants → for · the shield → Build the shield"]
        );
    }

    #[test]
    fn every_rule_is_told_in_plain_words() {
        // The list of the rules stands at the head of the file that applies them.
        let head = include_str!("../stance/rules.rs").lines().take_while(|line| line.starts_with("//!"));
        let head: String = head.collect();
        let names: Vec<&str> = head.split('`').skip(1).step_by(2).collect();
        assert!(names.len() >= 9, "{names:?}");
        for name in names.into_iter().chain(["weighed"]) {
            assert!(rule(name).contains(' '), "no words for the rule {name}");
        }
        assert_eq!(rule("unheard-of"), "");
    }
}
