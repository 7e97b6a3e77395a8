//! One person, country, body or place: every mention in the dossier.

use super::panel::head;
use super::running::Pen;
use super::sources::origin;
use crate::app::dom::{El, el, link};
use crate::view::{Action, EntityPage, Named, Page, Sentence, ViewState};

/// The panel. `view` is the view it is opened in.
pub(crate) fn entity(page: &EntityPage, view: &ViewState) -> El {
    let offices = page.offices.join("; ");
    let said = page.speaker.as_ref().map(|speaker| {
        let only = view.clone().apply(Action::ClearAll).apply(Action::Go(Page::Compare));
        let text = format!("What {} said, as a grid", page.name);
        el("p").class("acts").child(link(&only.href(Action::ToggleSpeaker(speaker.clone())), &text))
    });
    el("div")
        .class("panel-inner")
        .child(head(el("h2").text(&page.name), &view.href(Action::ShowEntity(None))))
        .children((!offices.is_empty()).then(|| el("p").class("sum").text(&offices)))
        .child(el("p").class("sum").text(&page.summary))
        .children(said)
        .children(page.articles.iter().flat_map(|one| article(one, view)))
}

fn article(named: &Named, view: &ViewState) -> [El; 3] {
    let class = if named.source.after.is_some() { "sentence" } else { "sentence verbatim" };
    let sentence = |sentence: &Sentence| {
        let action =
            Action::OpenArticle { article: named.source.article.clone(), statement: sentence.statement.clone() };
        let there = view.clone().apply(action).href(Action::ShowEntity(view.entity.clone()));
        el("li")
            .class("card")
            .child(Pen::marking().draw(&sentence.segments, el("p").class(class)))
            .child(el("p").class("acts").child(link(&there, "In the article")))
    };
    [
        el("h3").class("apart").text(&named.source.title),
        el("p").class("sum").text(&origin(&named.source)),
        el("ul").children(named.sentences.iter().map(sentence)),
    ]
}
