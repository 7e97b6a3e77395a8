//! One popover of the filter bar: choices as links, each with what it would leave.

use leptos::prelude::*;

use super::popover::popover;
use crate::app::App;
use crate::app::dom::{El, el};
use crate::view::{Choice, Facet, Filter, ViewState};

/// What every popover of the bar shares.
#[derive(Clone, Copy)]
pub(crate) struct Bar {
    /// The page.
    pub(crate) app: App,
    /// The filters as they are.
    pub(crate) facets: RwSignal<Vec<Facet>>,
    /// The filters as they would be after the choice under the pointer.
    pub(crate) counts: RwSignal<Vec<Facet>>,
    /// The view after the choice under the pointer, while there is one.
    pub(crate) preview: RwSignal<Option<ViewState>>,
}

impl Bar {
    fn facet(facets: RwSignal<Vec<Facet>>, filter: Filter) -> Option<Facet> {
        facets.with(|facets| facets.iter().find(|facet| facet.filter == filter).cloned())
    }

    fn choice(facets: RwSignal<Vec<Facet>>, filter: Filter, place: usize) -> Option<Choice> {
        Self::facet(facets, filter)?.choices.into_iter().nth(place)
    }
}

/// A popover with the choices of some filters. Not drawn where there is nothing to choose between.
pub(crate) fn facet(bar: Bar, name: &str, filters: &'static [Filter]) -> El {
    let any = move |ask: fn(&Facet) -> bool| {
        filters.iter().any(|&filter| Bar::facet(bar.facets, filter).is_some_and(|facet| ask(&facet)))
    };
    // The choices stay as they are while the popover is open, so that the keyboard keeps its place.
    popover(name, move || filters.iter().map(|&filter| choices(bar, filter)).collect())
        .live_attr("data-set", move || any(|facet| facet.is_set).then(String::new))
        .hidden_if(move || !any(|facet| facet.is_set || facet.choices.len() > 1))
        .on("toggle", move |_| bar.preview.set(None))
}

fn choices(bar: Bar, filter: Filter) -> El {
    let Some(facet) = Bar::facet(bar.facets, filter) else { return el("div") };
    let with_head = matches!(filter, Filter::Official | Filter::Told);
    let head = with_head.then(|| el("p").class("choice-head").text(facet.name));
    let all = facet.choices.iter().enumerate().map(|(place, one)| el("li").child(choice(bar, filter, place, one)));
    el("div").children(head).child(el("ul").children(all))
}

fn choice(bar: Bar, filter: Filter, place: usize, shown: &Choice) -> El {
    let now = move || Bar::choice(bar.facets, filter, place);
    let count =
        move || Bar::choice(bar.counts, filter, place).map(|choice| choice.count.to_string()).unwrap_or_default();
    let after = move || Some(bar.app.address.view().apply(now()?.action));
    let preview = move |_| bar.preview.set(untrack(after));
    let end = move |_| bar.preview.set(None);
    el("a")
        .class(if shown.count == 0 && !shown.on { "choice none" } else { "choice" })
        .live_attr("href", move || after().map(|view| crate::view::link::href(&view)))
        .live_attr("aria-current", move || now().is_some_and(|choice| choice.on).then(|| "true".to_owned()))
        .with("span", &shown.label)
        .text(" ")
        .child(el("b").live_text(count))
        .on("mouseenter", preview)
        .on("focus", preview)
        .on("mouseleave", end)
        .on("blur", end)
        .on("click", end)
}
