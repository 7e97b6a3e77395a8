//! One statement as a card: the sentence, whose words, why it was tagged, and what a reader can do with it.

use super::copy::copy_button;
use super::running::Pen;
use super::shape::{class, shape};
use crate::app::dom::{El, el, link};
use crate::app::url::address_of;
use crate::view::{Action, Card, Step, ViewState, sentence_key, words};

/// The element id of a statement's card.
pub(crate) fn card_id(statement: &str) -> String {
    format!("card-{statement}")
}

/// The card. `base` is the view it is shown in; its links start from there.
pub(crate) fn card(card: &Card, base: &ViewState) -> El {
    let focus = if card.focus { " focus" } else { "" };
    let kind = if card.verbatim { "sentence verbatim" } else { "sentence" };
    el("article")
        .class(&format!("card {}{focus}", class(card.stance)))
        .attr("id", &card_id(&card.statement))
        .attr("tabindex", "-1")
        .children(card.opening.as_ref().map(|opening| el("p").class("opening").text(opening)))
        .child(Pen::default().draw(&card.sentence, el("p").class(kind)))
        .child(who(card))
        .child(meta(card))
        .child(why(card))
        .child(acts(card, base))
}

/// Which side, and whose.
fn who(card: &Card) -> El {
    let says = el("span").class("says").child(shape(card.stance)).text(" ").text(card.word);
    let who = el("p").class("who").child(says).text(" ");
    match &card.speaker {
        Some(speaker) if card.judgement => who.with("b", speaker),
        Some(speaker) => who.with("b", speaker).text(", ").text(&card.holder_name),
        None => who.with("b", &card.holder_name),
    }
}

/// How, where and when.
fn meta(card: &Card) -> El {
    let also: String;
    let mut said = vec![card.how, &card.whose];
    if card.opening.is_none() {
        said.push(&card.outlet);
    }
    said.extend([card.reported.as_str(), &card.said]);
    if !card.also.is_empty() {
        also = format!("one report, also in {}", words::join(&card.also));
        said.push(&also);
    }
    let note = card.note.as_deref().map(|note| format!(". {}", first_sentence(note))).unwrap_or_default();
    el("p").class("meta").text(&format!("{}{note}", said.join(" · ")))
}

/// Of what is to know of an article's facts, as much as a card has room for; the article's own page has all.
fn first_sentence(note: &str) -> &str {
    note.split_inclusive(". ").next().unwrap_or(note).trim_end()
}

/// The path from words to the tag, each set as it is marked in the sentence; then the rule, and how far to trust it.
fn why(card: &Card) -> El {
    let mut why = el("p").class("why").text("Why: ");
    for (number, reason) in card.why.iter().enumerate() {
        if number > 0 {
            why = why.text(" · ");
        }
        if reason.step == Step::Teller {
            why = why.text("told by ");
        }
        why = why.child(el("b").class(sign(reason.step)).text(&reason.words));
        for means in &reason.means {
            why = why.text(" → ").text(means);
        }
    }
    let trust = words::sentence_case(&card.confidence);
    let trust = el("p")
        .class("trust")
        .text("Rule: ")
        .text(card.rule)
        .text(" ")
        .text(&trust)
        .text("; ")
        .text(card.checked)
        .text(".");
    el("div").class("because").child(why).child(trust)
}

/// How the words of a step are marked in the sentence.
fn sign(step: Step) -> &'static str {
    match step {
        Step::Holder => "whose",
        Step::Teller => "",
        Step::Side => "cue",
        Step::Condition => "condition",
        Step::Issue => "topic",
    }
}

fn acts(card: &Card, base: &ViewState) -> El {
    if card.judgement {
        let key = sentence_key(&words_of(card));
        let there = base.clone().apply(Action::OpenArticle { article: card.article.clone(), statement: None });
        return el("div").class("acts").child(link(&there.href(Action::Pick(Some(key))), "In the article"));
    }
    let article = Action::OpenArticle { article: card.article.clone(), statement: Some(card.statement.clone()) };
    let address = address_of(&base.clone().apply(Action::Focus(card.statement.clone())));
    let (cite, report) = (card.cite.clone(), report(card, &address));
    el("div")
        .class("acts")
        .child(link(&base.href(article), "In the article"))
        .child(copy_button("Copy link", move || address.clone()))
        .child(copy_button("Cite", move || cite.clone()))
        .child(copy_button("Wrong?", move || report.clone()))
}

/// What a reader sends to whoever keeps the dossier; nothing is sent from here.
fn report(card: &Card, address: &str) -> String {
    let sentence = words_of(card);
    format!(
        "This tag looks wrong.\n\nSentence: {}\nTagged: {}, {}\nArticle: {}\nLink: {address}\n\nWhat it should be: ",
        sentence.trim(),
        card.holder_name,
        card.word,
        card.article,
    )
}

/// The sentence as it stands in its article.
fn words_of(card: &Card) -> String {
    card.sentence.iter().map(|segment| segment.text.as_str()).collect()
}
