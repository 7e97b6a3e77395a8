//! How much room there is, as far as it changes what is drawn and not only how.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::MediaQueryList;

/// How the comparison is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    /// Two lists, by country and by issue.
    Phone,
    /// A grid with each question above its cells.
    Tablet,
    /// A grid with each question beside its cells.
    Desk,
}

const TABLET: &str = "(min-width: 48rem)";
const DESK: &str = "(min-width: 64rem)";

/// Follows the width of the window.
pub(crate) fn follow() -> Signal<Width> {
    let (tablet, desk) = (matches(TABLET), matches(DESK));
    Signal::derive(move || match (desk.get(), tablet.get()) {
        (true, _) => Width::Desk,
        (false, true) => Width::Tablet,
        (false, false) => Width::Phone,
    })
}

fn matches(query: &str) -> ReadSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let (now, set) = signal(list.as_ref().is_none_or(MediaQueryList::matches));
    if let Some(list) = list {
        let changed = {
            let list = list.clone();
            Closure::<dyn FnMut()>::new(move || set.set(list.matches()))
        };
        list.set_onchange(Some(changed.into_js_value().unchecked_ref()));
    }
    now
}
