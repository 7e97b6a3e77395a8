//! Words that a sentence must hold.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::app::App;
use crate::app::dom::{El, el, value_of};
use crate::app::url::Step;
use crate::view::Action;

/// Typing counts as over after this.
const PAUSE: Duration = Duration::from_millis(150);

/// The field. The view changes when typing pauses.
pub(crate) fn search(app: App) -> El {
    let mut waiting: Option<TimeoutHandle> = None;
    el("input")
        .class("input search")
        .attr("type", "search")
        .attr("placeholder", "Search sentences")
        .attr("aria-label", "Search the sentences")
        .live_value(move || app.address.view().filters.text)
        .on("input", move |event| {
            if let Some(earlier) = waiting.take() {
                earlier.clear();
            }
            let text = value_of(&event);
            waiting = set_timeout_with_handle(move || app.address.go(Action::SetText(text), Step::InPlace), PAUSE).ok();
        })
}
