//! The filter bar above the comparison.

use std::sync::Arc;

use leptos::prelude::*;

use super::chips::chips;
use super::dates::dates;
use super::facet::{Bar, facet};
use super::search::search;
use crate::app::App;
use crate::app::dom::{El, el};
use crate::view::{Filter, Reading, ViewState, facets};

/// The bar, and what is set in it. `base` is the view with its filters and nothing open.
pub(crate) fn filters(app: App, reading: &Arc<Reading>, base: Memo<ViewState>) -> [El; 2] {
    let bar = Bar { app, facets: RwSignal::default(), counts: RwSignal::default(), preview: RwSignal::new(None) };
    follow(bar, reading.clone(), base);
    let group = el("div")
        .class("filters")
        .attr("role", "group")
        .attr("aria-label", "Filters")
        .child(facet(bar, "Country", &[Filter::Holder]))
        .child(facet(bar, "Issue", &[Filter::Issue]))
        .child(facet(bar, "Stance", &[Filter::Stance]))
        .child(facet(bar, "How said", &[Filter::Mode, Filter::Official, Filter::Told]))
        .child(facet(bar, "Speaker", &[Filter::Speaker]))
        .child(facet(bar, "Outlet", &[Filter::Outlet]))
        .children(dates(app, reading))
        .child(search(app));
    [group, chips(bar, reading, base)]
}

/// Counts anew when the view changes, and when the pointer rests on a choice.
fn follow(bar: Bar, reading: Arc<Reading>, base: Memo<ViewState>) {
    let count = move |_| {
        let facets = facets(&reading, &base.get());
        bar.facets.set(facets.clone());
        match bar.preview.get() {
            Some(view) => bar.counts.set(self::facets(&reading, &view)),
            None => bar.counts.set(facets),
        }
    };
    StoredValue::new_local(RenderEffect::new(count));
}
