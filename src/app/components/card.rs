//! One statement as a card: the sentence, whose words, why it was tagged, and what a reader can do with it.

use leptos::prelude::*;

use super::copy::copy_button;
use super::running::Pen;
use super::shape::{class, shape};
use crate::app::url::address_of;
use crate::view::{Action, Card, Reason, ViewState};

/// The card. `base` is the view it is shown in; its links start from there.
pub(crate) fn card(card: &Card, base: &ViewState) -> AnyView {
    let stance = class(card.stance);
    let focus = if card.focus { " focus" } else { "" };
    let kind = if card.verbatim { "sentence verbatim" } else { "sentence" };
    view! {
        <article class=format!("card {stance}{focus}") id=format!("card-{}", card.statement) tabindex="-1">
            {card.opening.clone().map(|opening| view! { <p class="opening">{opening}</p> })}
            <p class=kind>{Pen::default().draw(&card.sentence)}</p>
            {meta(card)}
            {why(card)}
            {acts(card, base)}
        </article>
    }
    .into_any()
}

fn meta(card: &Card) -> AnyView {
    let who = card.speaker.clone().unwrap_or_else(|| card.holder_name.clone());
    let mut said = vec![card.how.to_owned(), card.whose.clone()];
    if card.opening.is_none() {
        said.push(card.outlet.clone());
    }
    said.extend([card.reported.clone(), card.said.clone()]);
    view! {
        <p class="meta">
            <span class="says">{shape(card.stance)}" "{card.word}</span>
            " · "<b>{who}</b>" · "{said.join(" · ")}
            {card.note.as_deref().map(|note| format!(". {}", first_sentence(note)))}
        </p>
    }
    .into_any()
}

fn why(card: &Card) -> AnyView {
    let step = |reason: &Reason| {
        view! { <span class="step"><b>{reason.words.clone()}</b>" → "{reason.means.clone()}</span>" · " }
    };
    view! {
        <p class="why">
            "Why: "{card.why.iter().map(step).collect_view()}{card.confidence.clone()}" · "{card.checked}
        </p>
    }
    .into_any()
}

fn acts(card: &Card, base: &ViewState) -> AnyView {
    let article = Action::OpenArticle { article: card.article.clone(), statement: Some(card.statement.clone()) };
    let link = address_of(&base.clone().apply(Action::Focus(card.statement.clone())));
    let report = report(card, &link);
    view! {
        <div class="acts">
            <a href=base.href(article)>"In the article"</a>
            {copy_button("Copy link", link)}
            {copy_button("Cite", card.cite.clone())}
            {copy_button("Wrong?", report)}
        </div>
    }
    .into_any()
}

/// Of what is to know of an article's facts, as much as a card has room for; the article's own page has all.
fn first_sentence(note: &str) -> &str {
    note.split_inclusive(". ").next().unwrap_or(note).trim_end()
}

/// What a reader sends to whoever keeps the dossier; nothing is sent from here.
fn report(card: &Card, link: &str) -> String {
    let sentence: String = card.sentence.iter().map(|segment| segment.text.as_str()).collect();
    format!(
        "This tag looks wrong.\n\nSentence: {}\nTagged: {}, {}\nArticle: {}\nLink: {link}\n\nWhat it should be: ",
        sentence.trim(),
        card.holder_name,
        card.word,
        card.article,
    )
}
