//! How much room there is, on the screen or on paper, as far as it changes what is drawn and not only how.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MediaQueryList};

use super::dom::on_window;

/// How the comparison is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Two lists, by country and by issue.
    Lists,
    /// A grid with each question above its cells.
    Above,
    /// A grid with each question beside its cells.
    Beside,
}

const ABOVE: &str = "(min-width: 48rem)";
const BESIDE: &str = "(min-width: 64rem)";

/// The width of the window, and whether it is being printed.
#[derive(Clone, Copy)]
pub(crate) struct Width {
    above: ReadSignal<bool>,
    beside: ReadSignal<bool>,
    printing: ReadSignal<bool>,
}

impl Width {
    /// Starts to follow the width. Call it once.
    pub(crate) fn follow() -> Self {
        let (printing, set) = signal(false);
        on_window("beforeprint", move |_: Event| set.set(true));
        on_window("afterprint", move |_: Event| set.set(false));
        Self { above: holds(ABOVE), beside: holds(BESIDE), printing }
    }

    /// Whether the page is being printed. Reactive.
    pub(crate) fn is_printing(self) -> bool {
        self.printing.get()
    }

    /// The layout for it. Reactive.
    pub(crate) fn layout(self) -> Layout {
        match (self.printing.get(), self.beside.get(), self.above.get()) {
            (false, true, _) => Layout::Beside,
            (false, false, false) => Layout::Lists,
            // A sheet of paper is as wide as a tablet.
            _ => Layout::Above,
        }
    }
}

fn holds(query: &str) -> ReadSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let (now, set) = signal(list.as_ref().is_none_or(MediaQueryList::matches));
    if let Some(list) = list {
        let heard = list.clone();
        let changed = Closure::<dyn FnMut()>::new(move || set.set(heard.matches()));
        list.set_onchange(Some(changed.into_js_value().unchecked_ref()));
    }
    now
}
