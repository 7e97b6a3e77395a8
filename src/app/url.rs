//! The address bar: the only place that reads or writes it.
//!
//! The view state lives nowhere else. A link on the page changes the fragment by itself; what is no link goes through
//! [`Address::go`].

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Event;

use super::dom::on_window;
use super::site;
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
    view: RwSignal<ViewState>,
    problems: RwSignal<Vec<LinkProblem>>,
}

impl Address {
    /// Starts to follow the address bar. Call it once.
    pub(crate) fn follow() -> Self {
        let address = Self { view: RwSignal::default(), problems: RwSignal::default() };
        address.read();
        on_window("hashchange", move |_: Event| address.read());
        on_window("popstate", move |_: Event| address.read());
        address
    }

    /// The view. Reactive.
    pub(crate) fn view(self) -> ViewState {
        self.view.get()
    }

    /// The view as it is now, without following it.
    pub(crate) fn view_now(self) -> ViewState {
        self.view.get_untracked()
    }

    /// What of the link was left out. Reactive.
    pub(crate) fn problems(self) -> Vec<LinkProblem> {
        self.problems.get()
    }

    /// The id of the dossier that the view shows. Reactive.
    pub(crate) fn dossier(self) -> String {
        self.view().dossier.unwrap_or_else(|| site::FIRST.to_owned())
    }

    /// A part of the view that is followed for itself: what `part` gives changes only where that part does.
    pub(crate) fn part(self, part: impl Fn(ViewState) -> ViewState + Send + Sync + 'static) -> Memo<ViewState> {
        Memo::new(move |_| part(self.view()))
    }

    /// Carries out an act that is no link.
    pub(crate) fn go(self, action: Action, step: Step) {
        self.open(&self.view_now().apply(action), step);
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
        self.show(&href);
    }

    fn read(self) {
        self.show(&window().location().hash().unwrap_or_default());
    }

    fn show(self, fragment: &str) {
        let (view, problems) = link::parse(fragment);
        if self.view.with_untracked(|now| *now != view) {
            self.view.set(view);
        }
        if self.problems.with_untracked(|now| *now != problems) {
            self.problems.set(problems);
        }
    }
}

/// The whole address of a view, to be copied.
pub(crate) fn address_of(view: &ViewState) -> String {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    format!("{page}{}", link::href(view))
}
