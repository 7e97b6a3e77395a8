//! Words that a sentence must hold.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::app::url::{Address, Step};
use crate::view::Action;

/// Typing counts as over after this.
const PAUSE: Duration = Duration::from_millis(150);

/// The field. The view changes when typing pauses.
pub(crate) fn search(address: Address) -> AnyView {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let typed = move |event| {
        let text = event_target_value(&event);
        if let Some(earlier) = waiting.get_value() {
            earlier.clear();
        }
        let search = move || address.go(Action::SetText(text), Step::InPlace);
        waiting.set_value(set_timeout_with_handle(search, PAUSE).ok());
    };
    let value = move || address.view.with(|view| view.filters.text.clone());
    view! {
        <input class="input search" type="search" placeholder="Search the sentences" aria-label="Search the sentences"
            prop:value=value on:input=typed/>
    }
    .into_any()
}
