//! The filter bar above the comparison.

use std::sync::Arc;

use leptos::prelude::*;

use super::chips::chips;
use super::dates::dates;
use super::facet::{Bar, facet};
use super::search::search;
use crate::app::url::Address;
use crate::view::{Filter, Reading, ViewState, facets};

/// The bar. `base` is the view with its filters and nothing open.
pub(crate) fn filters(reading: &Arc<Reading>, base: Memo<ViewState>) -> AnyView {
    let preview = RwSignal::new(None);
    let now = {
        let reading = reading.clone();
        Memo::new(move |_| base.with(|base| facets(&reading, base)))
    };
    let counts = {
        let reading = reading.clone();
        Memo::new(move |_| {
            preview.with(|preview| preview.as_ref().map_or_else(|| now.get(), |view| facets(&reading, view)))
        })
    };
    let bar = Bar { facets: now, counts, preview };
    view! {
        <div class="filters" role="group" aria-label="Filters">
            {facet(bar, "Country", &[Filter::Holder])}
            {facet(bar, "Issue", &[Filter::Issue])}
            {facet(bar, "Stance", &[Filter::Stance])}
            {facet(bar, "How said", &[Filter::Mode, Filter::Official, Filter::Told])}
            {facet(bar, "Speaker", &[Filter::Speaker])}
            {facet(bar, "Outlet", &[Filter::Outlet])}
            {dates(reading, base)}
            {search(expect_context::<Address>())}
        </div>
        {chips(reading, base, preview)}
    }
    .into_any()
}
