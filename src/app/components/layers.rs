//! The legend of an article: each kind of mark with its count, to switch on and off.

use leptos::prelude::*;

use super::shape::shape;
use crate::view::{Action, Layer, LegendEntry, ViewState};

/// The legend. Kinds without a mark in this article are left out.
pub(crate) fn layers(legend: &[LegendEntry], view: &ViewState) -> AnyView {
    let line = |entry: &LegendEntry| {
        let (state, class) =
            if entry.shown { ("shown, press to hide", "layer") } else { ("hidden, press to show", "layer off") };
        view! {
            <li>
                <a class=class href=view.href(Action::ToggleLayer(entry.layer))>
                    <span class="sample" aria-hidden="true">{sample(entry)}</span>
                    <span>{entry.label}" "<b>{entry.count}</b></span>
                    <span class="unseen">{state}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="layers" aria-label="Marks">
            <div>
                <h2>"Marks"</h2>
                <ul>{legend.iter().filter(|entry| entry.count > 0).map(line).collect_view()}</ul>
                <p class="keys"><kbd>"j"</kbd>" next statement, "<kbd>"k"</kbd>" previous"</p>
            </div>
        </nav>
    }
    .into_any()
}

/// The mark itself.
fn sample(entry: &LegendEntry) -> AnyView {
    if let Some(stance) = entry.stance {
        return shape(stance);
    }
    let class = match entry.layer {
        Layer::Countries => "named countries",
        Layer::People => "named people",
        Layer::Bodies => "named bodies",
        Layer::Places => "named places",
        Layer::Quotations => return view! { <span class="quoted">"“ ”"</span> }.into_any(),
        Layer::Cuts => "cut",
        Layer::Stances => "",
    };
    view! { <span class=class>"Aa"</span> }.into_any()
}
