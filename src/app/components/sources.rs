//! Where the reports come from, below the grid.

use leptos::prelude::*;

use crate::view::{Action, Source, ViewState};

/// One line a report: what it is, whose, of when.
pub(crate) fn sources(reports: &[Source], base: &ViewState) -> AnyView {
    let line = |source: &Source| {
        let article = Action::OpenArticle { article: source.article.clone(), statement: None };
        view! { <li><a href=base.href(article)>{source.title.clone()}</a>". "{origin(source)}</li> }
    };
    view! {
        <section class="sources">
            <h2>"Sources, in the order of the squares"</h2>
            <ol>{reports.iter().map(line).collect_view()}</ol>
        </section>
    }
    .into_any()
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
