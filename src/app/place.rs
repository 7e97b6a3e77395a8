//! The reader's place, kept while the content is drawn anew with better results.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::focus;

/// What may have the focus.
const FOCUSABLE: &str = ".content :is(a, button, summary, input, [tabindex])";
/// What may be unfolded.
const FOLDING: &str = ".content details.cuts";
/// What may have a scroll bar of its own.
const SCROLLING: &str = ".content :is(aside, .panel-inner)";

/// Where the reader is: of elements that will be gone only what finds their successors.
pub(crate) struct Place {
    window: (f64, f64),
    scrolled: Vec<(usize, i32, i32)>,
    /// What of the left-out text is unfolded.
    unfolded: Vec<usize>,
    focus: Option<Focus>,
}

struct Focus {
    sign: String,
    /// Which of the elements with this sign.
    number: usize,
    top: f64,
}

/// Whether the reader is in the middle of something that a new drawing would undo: writing, choosing, marking text.
pub(crate) fn is_busy() -> bool {
    let open = document().query_selector(".content .pop[open], dialog[open]").ok().flatten().is_some();
    let marked = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
    open || marked || focus::is_typing()
}

impl Place {
    /// The place now.
    pub(crate) fn now() -> Self {
        let unfolded = all(FOLDING).into_iter().enumerate();
        let scrolled = all(SCROLLING).into_iter().enumerate();
        let scrolled = scrolled.map(|(number, element)| (number, element.scroll_top(), element.scroll_left()));
        Self {
            window: (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default()),
            scrolled: scrolled.filter(|(_, top, left)| (*top, *left) != (0, 0)).collect(),
            unfolded: unfolded.filter(|(_, element)| element.has_attribute("open")).map(|(number, _)| number).collect(),
            focus: focus_now(),
        }
    }

    /// Goes back to it, once what is being drawn has been drawn.
    pub(crate) fn restore_later(self) {
        request_animation_frame(move || self.restore());
    }

    fn restore(self) {
        let folding = all(FOLDING);
        for element in self.unfolded.iter().filter_map(|number| folding.get(*number)) {
            let _ = element.set_attribute("open", "");
        }
        let (x, mut y) = self.window;
        window().scroll_to_with_x_and_y(x, y);
        let scrolling = all(SCROLLING);
        for (number, top, left) in self.scrolled {
            if let Some(element) = scrolling.get(number) {
                element.set_scroll_top(top);
                element.set_scroll_left(left);
            }
        }
        let Some(focus) = self.focus else { return };
        let Some(element) = focus.successor() else { return focus::on("main") };
        let quietly = FocusOptions::new();
        quietly.set_prevent_scroll(true);
        // Fails for no element of a page.
        let _ = element.focus_with_options(&quietly);
        // What the reader looked at stays where it was, though there may be more above it now.
        y += element.get_bounding_client_rect().top() - focus.top;
        window().scroll_to_with_x_and_y(x, y);
    }
}

impl Focus {
    fn successor(&self) -> Option<HtmlElement> {
        let same = all(FOCUSABLE).into_iter().filter(|element| sign(element) == self.sign);
        same.take(self.number + 1).last()?.dyn_into().ok()
    }
}

fn focus_now() -> Option<Focus> {
    let active = document().active_element()?;
    let sign = sign(&active);
    let same: Vec<Element> = all(FOCUSABLE).into_iter().filter(|element| self::sign(element) == sign).collect();
    let number = same.iter().position(|element| *element == active)?;
    Some(Focus { sign, number, top: active.get_bounding_client_rect().top() })
}

/// What an element and its successor have in common: its id, else where it leads, else what it says.
fn sign(element: &Element) -> String {
    let name = Some(element.id()).filter(|id| !id.is_empty()).or_else(|| element.get_attribute("href"));
    format!("{} {}", element.tag_name(), name.or_else(|| element.text_content()).unwrap_or_default())
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|number| found.get(number)?.dyn_into().ok()).collect()
}
