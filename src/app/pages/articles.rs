//! The articles of the dossier.

use leptos::prelude::*;

use super::main_part;
use crate::app::App;
use crate::app::components::sources::origin;
use crate::app::dom::{El, el, link};
use crate::app::shelf::Book;
use crate::corpus::Article;
use crate::stance::Analysis;
use crate::view::{Action, ViewState, source, words};

/// The page.
#[inline(never)]
pub(crate) fn articles(app: App, book: &Book) -> El {
    let view = untrack(|| app.address.view());
    let count = words::count(book.reading.articles().count(), "article");
    let dek = format!("{count} of the dossier “{}”.", book.reading.codebook().title);
    let lines = book.reading.articles().map(|(article, analysis)| line(article, analysis, &view));
    main_part("page")
        .with("h1", "Articles")
        .child(el("p").class("dek").text(&dek))
        .child(el("ol").class("articles").children(lines))
}

fn line(article: &Article, analysis: &Analysis, view: &ViewState) -> El {
    let source = source(article);
    let open = view.href(Action::OpenArticle { article: article.id.clone(), statement: None });
    el("li")
        .with("time", &source.date)
        .child(el("h2").child(link(&open, &source.title)))
        .child(el("span").class("tally").text(&words::count(analysis.statements.len(), "statement")))
        .child(el("p").class("meta").text(&origin(&source)))
}
