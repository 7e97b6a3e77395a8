//! The comparison where there is no room for a grid: by country, or by issue.

use leptos::prelude::*;

use super::cell::cell_id;
use super::shape::{shape, verdict_class};
use crate::view::{Action, Cell, Comparison, Entry, List, ListBy, ViewState, words};

/// The two lists and the switch between them. `base` is the view that the links start from.
pub(crate) fn lists(comparison: &Comparison, base: &ViewState, open: Memo<Option<Cell>>) -> AnyView {
    let lists = match base.list {
        ListBy::Country => comparison.by_country(),
        ListBy::Issue => comparison.by_issue(),
    };
    let tab = |by: ListBy, name: &'static str| {
        let current = (base.list == by).then_some("true");
        view! { <a href=base.href(Action::SetList(by)) aria-current=current>{name}</a> }
    };
    view! {
        <nav class="switch" aria-label="Order of the list">
            {tab(ListBy::Country, "By country")}
            {tab(ListBy::Issue, "By issue")}
        </nav>
        {lists.iter().map(|part| list(part, base, open)).collect_view()}
    }
    .into_any()
}

fn list(list: &List, base: &ViewState, open: Memo<Option<Cell>>) -> AnyView {
    view! {
        <section class="list">
            <h2>{list.heading.clone()}</h2>
            <ul>{list.entries.iter().map(|line| entry(line, base, open)).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn entry(entry: &Entry, base: &ViewState, open: Memo<Option<Cell>>) -> AnyView {
    let view = &entry.cell;
    let this = view.cell.clone();
    let current = move || open.with(|open| open.as_ref() == Some(&this)).then_some("true");
    let whose = view.whose.clone().map(|whose| format!(", {whose}"));
    view! {
        <li>
            <a id=cell_id(&view.cell) href=base.href(Action::OpenCell(view.cell.clone())) aria-current=current>
                <span class="what">{entry.title.clone()}</span>
                <span class=format!("says {}", verdict_class(view.verdict))>
                    {view.sides.iter().copied().map(shape).collect_view()}
                    <span>{view.word}{whose}" · "{words::count(view.reports, "report")}</span>
                </span>
            </a>
        </li>
    }
    .into_any()
}
