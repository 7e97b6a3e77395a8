//! One article with its marks.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::main_part;
use crate::app::components::block::blocks;
use crate::app::components::entity::entity;
use crate::app::components::layers::{PICKED, layers};
use crate::app::components::note::note_id;
use crate::app::components::panel::HEADING;
use crate::app::components::running::{Pen, SENTENCE};
use crate::app::components::sources::origin;
use crate::app::dom::{El, el, link};
use crate::app::shelf::Book;
use crate::app::url::Step;
use crate::app::{App, focus};
use crate::view::{Action, ArticlePage, Page, ViewState, article_page, entity_page};

/// The page of the article with this id.
#[inline(never)]
pub(crate) fn article(app: App, book: &Book, id: &str) -> El {
    let (reading, id) = (book.reading.clone(), id.to_owned());
    // Opening and closing an entity must not draw the text anew.
    let base = app.address.part(|view| view.apply(Action::ShowEntity(None)));
    let text = el("div").class("story-and-marks").live(move || {
        let view = base.get();
        let Some(page) = article_page(&reading, &view, &id) else { return gone(&view) };
        if let Some(statement) = &page.focus {
            focus::later_in_the_middle(note_id(statement));
        } else if let Some(sentence) = &view.sentence {
            focus::show_later(PICKED);
            focus::later(note_id(sentence));
        }
        vec![layers(&page.legend, &page.untagged, &view), story(&page, &view)]
    });
    let text = text.on("click", move |event| pick(app, &event));
    let reading = book.reading.clone();
    let named = el("div").class("beside").live(move || {
        let view = app.address.view();
        let Some(page) = view.entity.as_ref().and_then(|slug| entity_page(&reading, slug)) else { return Vec::new() };
        focus::later(HEADING.to_owned());
        vec![el("aside").class("panel").attr("aria-label", "Mentions").child(entity(&page, &view))]
    });
    main_part("article").child(text).child(named)
}

/// A click on a sentence without a tag asks why; one on a name in it, or one that marks words, does not.
fn pick(app: App, event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let marked = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    if marked || target.closest("a, button, summary").ok().flatten().is_some() {
        return;
    }
    let sentence = target.closest(&format!("[{SENTENCE}]")).ok().flatten();
    if let Some(sentence) = sentence.and_then(|sentence| sentence.get_attribute(SENTENCE)) {
        let again = app.address.view_now().sentence.as_ref() == Some(&sentence);
        app.address.go(Action::Pick((!again).then_some(sentence)), Step::InPlace);
    }
}

fn story(page: &ArticlePage, view: &ViewState) -> El {
    let mut pen = Pen::linking(view);
    let text = el("div").class(if page.opening.is_none() { "text verbatim" } else { "text" });
    let missing = page.missing.map(|missing| el("p").class("credit").attr("role", "status").text(missing));
    let header = el("header").with("h1", &page.source.title).child(credit(page)).children(missing);
    el("div").class("story").child(header).child(text.children(blocks(&page.blocks, &mut pen, view)))
}

fn credit(page: &ArticlePage) -> El {
    let mut credit = el("p").class("credit");
    if let Some(opening) = &page.opening {
        credit = credit.with("b", opening).text(". ");
    }
    if let Some(byline) = &page.byline {
        credit = credit.text(byline).text(". ");
    }
    credit = match (&page.opening, &page.source.note) {
        (None, _) => credit.text(&origin(&page.source)),
        (Some(_), Some(note)) => credit.text(note),
        (Some(_), None) => credit,
    };
    for (address, name) in [(&page.url, "source"), (&page.archive_url, "kept copy")] {
        let is_web = |address: &&String| address.starts_with("https://") || address.starts_with("http://");
        if let Some(address) = address.as_ref().filter(is_web) {
            credit = credit.text(" · ").child(link(address, name).attr("rel", "noreferrer"));
        }
    }
    credit
}

fn gone(view: &ViewState) -> Vec<El> {
    let all = link(&view.href(Action::Go(Page::Articles)), "All its articles");
    let message = el("p").class("credit").text("This dossier has no such article. ").child(all);
    vec![el("div").class("story").with("h1", "Not here").child(message)]
}
