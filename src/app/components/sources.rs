//! Where the reports come from, below the grid.

use crate::app::dom::{El, el, link};
use crate::view::{Action, Source, ViewState};

/// One line a report: what it is, whose, of when.
pub(crate) fn sources(reports: &[Source], base: &ViewState) -> El {
    let line = |source: &Source| {
        let article = Action::OpenArticle { article: source.article.clone(), statement: None };
        let line = el("li").child(link(&base.href(article), &source.title)).text(". ").text(&origin(source));
        if source.copies.is_empty() {
            return line;
        }
        let mut line = line.text(" The same story, counted once, also in ");
        for (number, copy) in source.copies.iter().enumerate() {
            let article = Action::OpenArticle { article: copy.article.clone(), statement: None };
            let name = format!("{}, {}", copy.outlet, copy.date);
            line = line.text(if number == 0 { "" } else { "; " }).child(link(&base.href(article), &name));
        }
        line.text(".")
    };
    el("section")
        .class("sources")
        .with("h2", "Sources, in the order of the squares")
        .child(el("ol").children(reports.iter().map(line)))
}

/// Outlet, country and date of an article; for a dispatch of ours the report it is written after.
pub(crate) fn origin(source: &Source) -> String {
    let mut origin = match (&source.after, &source.country) {
        (Some(after), _) => format!("Demarche’s summary of {after}."),
        (None, Some(country)) => format!("{} ({country}), {}.", source.outlet, source.date),
        (None, None) => format!("{}, {}.", source.outlet, source.date),
    };
    if let Some(note) = &source.note {
        origin += " ";
        origin += note;
    }
    origin
}
