//! One added file: how far it is, what is known of it, what is wrong with it.

use leptos::prelude::*;

use crate::app::tray::{Row, RowState, Tray};
use crate::corpus::Article;
use crate::view::words;

/// The row.
pub(crate) fn row(row: &Row, tray: Tray) -> AnyView {
    let number = row.number;
    let (state, busy) = match &row.state {
        RowState::Opening => ("opening …".to_owned(), true),
        RowState::Waiting(article) => (format!("{} words", article.text.split_whitespace().count()), false),
        RowState::Reading(_) => ("reading …".to_owned(), true),
        RowState::Done(found) => (format!("read, {}", words::count(*found, "statement")), false),
        RowState::Refused => ("not read".to_owned(), false),
    };
    let remove = move |_| tray.remove(number);
    let label = format!("Take {} out", row.name);
    view! {
        <li>
            <b>{row.name.clone()}</b>
            <span class="state">{busy.then(|| view! { <progress aria-label="Progress"></progress> })}" "{state}</span>
            <button type="button" class="plain" aria-label=label on:click=remove disabled=busy>"×"</button>
            {row.problems.iter().map(|problem| view! { <p class="problem">{words::sentence_case(problem)}"."</p> }).collect_view()}
            {row.article().map(|article| facts(article, number, tray))}
        </li>
    }
    .into_any()
}

/// The facts that decide who was in office and where a square stands.
fn facts(article: &Article, number: usize, tray: Tray) -> AnyView {
    let date = move |event| {
        let date = event_target_value(&event).parse().ok();
        tray.know(number, |article| article.date = date);
    };
    let outlet = move |event| {
        let outlet = Some(event_target_value(&event).trim().to_owned()).filter(|outlet| !outlet.is_empty());
        tray.know(number, |article| article.outlet = outlet);
    };
    view! {
        <div class="facts">
            <label>"Published "<input class="input" type="date" value=article.date.map(|date| date.to_string()) on:change=date/></label>
            <label>"by "<input class="input" type="text" placeholder="outlet" value=article.outlet.clone() on:change=outlet/></label>
        </div>
    }
    .into_any()
}
