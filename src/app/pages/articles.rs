//! The articles of the dossier.

use leptos::prelude::*;

use crate::app::components::sources::origin;
use crate::app::shelf::Book;
use crate::app::url::Address;
use crate::corpus::Article;
use crate::stance::Analysis;
use crate::view::{Action, source, words};

/// The page.
pub(crate) fn articles(book: &Book) -> AnyView {
    let address = expect_context::<Address>();
    let line = |(article, analysis): (&Article, &Analysis)| {
        let (source, found) = (source(article), analysis.statements.len());
        let open = Action::OpenArticle { article: article.id.clone(), statement: None };
        view! {
            <li>
                <time>{source.date.clone()}</time>
                <h2><a href=address.href(open)>{source.title.clone()}</a></h2>
                <span class="tally">{words::count(found, "statement")}</span>
                <p class="meta">{origin(&source)}</p>
            </li>
        }
    };
    let count = words::count(book.reading.articles().count(), "article");
    view! {
        <main class="page" id="main" tabindex="-1">
            <h1>"Articles"</h1>
            <p class="dek">{count}" of the dossier “"{book.reading.codebook().title.clone()}"”."</p>
            <ol class="articles">{book.reading.articles().map(line).collect_view()}</ol>
        </main>
    }
    .into_any()
}
