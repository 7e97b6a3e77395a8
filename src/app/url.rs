//! The address bar: the only place that reads or writes it.
//!
//! The view state lives nowhere else. A link on the page changes the fragment by itself; what is no link goes through
//! [`Address::go`].

use leptos::ev::{hashchange, popstate};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::view::{Action, LinkProblem, ViewState, link};

/// Whether a step can be undone with the browser's Back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A new entry of the browser's history.
    New,
    /// In place of the present entry, for steps that come many at a time (typing, next statement).
    InPlace,
}

/// The view that the address names.
#[derive(Clone, Copy)]
pub(crate) struct Address {
    /// The view.
    pub view: Memo<ViewState>,
    /// What of the link was left out.
    pub problems: Memo<Vec<LinkProblem>>,
    fragment: RwSignal<String>,
}

impl Address {
    /// Starts to follow the address bar. Call it once.
    pub(crate) fn follow() -> Self {
        let fragment = RwSignal::new(fragment());
        let read = move || fragment.set(self::fragment());
        drop(window_event_listener(hashchange, move |_| read()));
        drop(window_event_listener(popstate, move |_| read()));
        let parsed = Memo::new(move |_| fragment.with(|fragment| link::parse(fragment)));
        Self {
            view: Memo::new(move |_| parsed.with(|(view, _)| view.clone())),
            problems: Memo::new(move |_| parsed.with(|(_, problems)| problems.clone())),
            fragment,
        }
    }

    /// Carries out an act that is no link.
    pub(crate) fn go(self, action: Action, step: Step) {
        self.open(&self.view.get_untracked().apply(action), step);
    }

    /// Opens a view.
    pub(crate) fn open(self, view: &ViewState, step: Step) {
        let href = link::href(view);
        if let Ok(history) = window().history() {
            let written = match step {
                Step::New => history.push_state_with_url(&JsValue::NULL, "", Some(&href)),
                Step::InPlace => history.replace_state_with_url(&JsValue::NULL, "", Some(&href)),
            };
            // Browsers refuse hundreds of steps in a few seconds. The page follows all the same; its address lags behind.
            drop(written);
        }
        self.fragment.set(href);
    }

    /// The address of the view after an act, for a link on the page.
    pub(crate) fn href(self, action: Action) -> String {
        self.view.with(|view| view.href(action))
    }
}

/// The whole address of a view, to be copied.
pub(crate) fn address_of(view: &ViewState) -> String {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    format!("{page}{}", link::href(view))
}

fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}
