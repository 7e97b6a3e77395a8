//! One popover of the filter bar: choices as links, each with what it would leave.

use leptos::prelude::*;

use crate::app::url::Address;
use crate::view::{Choice, Facet, Filter, ViewState};

/// What every popover of the bar shares.
#[derive(Clone, Copy)]
pub(crate) struct Bar {
    /// The filters as they are.
    pub facets: Memo<Vec<Facet>>,
    /// The filters as they would be after the choice under the pointer.
    pub counts: Memo<Vec<Facet>>,
    /// The view after the choice under the pointer, while there is one.
    pub preview: RwSignal<Option<ViewState>>,
}

impl Bar {
    fn find(facets: &[Facet], filter: Filter) -> Option<&Facet> {
        facets.iter().find(|facet| facet.filter == filter)
    }
}

/// A popover with the choices of some filters. Not drawn where there is nothing to choose between.
pub(crate) fn facet(bar: Bar, name: &'static str, filters: &'static [Filter]) -> AnyView {
    let open = RwSignal::new(false);
    let these = move |facets: &[Facet], ask: fn(&Facet) -> bool| {
        filters.iter().any(|&filter| Bar::find(facets, filter).is_some_and(ask))
    };
    let set = move || bar.facets.with(|facets| these(facets, |facet| facet.is_set)).then_some("");
    let idle = move || bar.facets.with(|facets| !these(facets, |facet| facet.is_set || facet.choices.len() > 1));
    let toggled = move |event: leptos::ev::Event| {
        open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open());
        bar.preview.set(None);
    };
    let body = move || {
        let choices =
            || bar.facets.with(|facets| filters.iter().map(|&filter| choices(bar, facets, filter)).collect_view());
        open.get().then(choices)
    };
    view! {
        <details class="pop" name="pop" data-set=set hidden=idle on:toggle=toggled>
            <summary class="button">{name}</summary>
            <div class="pop-body">{body}</div>
        </details>
    }
    .into_any()
}

fn choices(bar: Bar, facets: &[Facet], filter: Filter) -> AnyView {
    let Some(facet) = Bar::find(facets, filter) else { return ().into_any() };
    let several = matches!(filter, Filter::Official | Filter::Told);
    let head = several.then(|| view! { <p class="choice-head">{facet.name}</p> });
    let all: Vec<AnyView> =
        facet.choices.iter().enumerate().map(|(place, one)| choice(bar, filter, place, one)).collect();
    view! { <div>{head}<ul>{all}</ul></div> }.into_any()
}

fn choice(bar: Bar, filter: Filter, place: usize, choice: &Choice) -> AnyView {
    let address = expect_context::<Address>();
    let action = choice.action.clone();
    let href = address.href(choice.action.clone());
    let preview = move || bar.preview.set(Some(address.view.get_untracked().apply(action.clone())));
    let (hover, focus) = (preview.clone(), preview);
    let off = move || bar.preview.set(None);
    let count = move || {
        let count = |facets: &[Facet]| Some(Bar::find(facets, filter)?.choices.get(place)?.count);
        bar.counts.with(|facets| count(facets))
    };
    let class = if choice.count == 0 && !choice.on { "choice none" } else { "choice" };
    view! {
        <li>
            <a class=class href=href aria-current=choice.on.then_some("true")
                on:mouseenter=move |_| hover() on:focus=move |_| focus() on:mouseleave=move |_| off() on:blur=move |_| off()
                on:click=move |_| off()>
                <span>{choice.label.clone()}</span>
                " "<b>{count}</b>
            </a>
        </li>
    }
    .into_any()
}
