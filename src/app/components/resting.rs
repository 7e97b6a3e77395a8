//! What stands beside the grid before a cell is opened: how to read a mark, and what happened when.

use leptos::prelude::*;

use super::card::card;
use crate::text::Date;
use crate::view::{Action, Card, Reading, ViewState, words};

/// The panel at rest.
pub(crate) fn resting(reading: &Reading, example: Option<&Card>, base: &ViewState) -> AnyView {
    view! {
        {example.map(|example| view! {
            <h2>"Each mark rests on sentences like this one"</h2>
            {card(example, base)}
        })}
        <h2>"Reports and events"</h2>
        <ol class="timeline">{timeline(reading, base)}</ol>
    }
    .into_any()
}

/// Reports and events by date, undated reports last.
fn timeline(reading: &Reading, base: &ViewState) -> Vec<AnyView> {
    let event = |event: &crate::compare::Event| {
        let when = words::days(event.date, event.end.unwrap_or(event.date));
        let line = view! { <li class="event"><time>{when}</time>{event.title.clone()}</li> }.into_any();
        (Some(event.date), line)
    };
    let report = |(article, _): (&crate::corpus::Article, _)| {
        let when = article.date.map_or_else(|| "date not stated".to_owned(), words::long_date);
        let open = Action::OpenArticle { article: article.id.clone(), statement: None };
        let line = view! { <li><time>{when}</time><a href=base.href(open)>{article.title.clone()}</a></li> }.into_any();
        (article.date, line)
    };
    let mut lines: Vec<(Option<Date>, AnyView)> = reading.dossier().events.iter().map(event).collect();
    lines.extend(reading.articles().map(report));
    lines.sort_by_key(|(date, _)| (date.is_none(), *date));
    lines.into_iter().map(|(_, line)| line).collect()
}
