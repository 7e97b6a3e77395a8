//! Arrow keys in the grid: from one filled cell to the next in that direction.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Moves the focus where the key points, if there is a filled cell.
pub(crate) fn follow(event: &KeyboardEvent) {
    let cell = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("td").ok()?);
    let Some(cell) = cell else { return };
    let next = match event.key().as_str() {
        "ArrowLeft" => along(&cell, Element::previous_element_sibling),
        "ArrowRight" => along(&cell, Element::next_element_sibling),
        "ArrowUp" => across(&cell, -1),
        "ArrowDown" => across(&cell, 1),
        _ => return,
    };
    if let Some(next) = next {
        event.prevent_default();
        // Fails for no link.
        let _ = next.focus();
    }
}

fn along(cell: &Element, step: fn(&Element) -> Option<Element>) -> Option<HtmlElement> {
    std::iter::successors(step(cell), step).find_map(|cell| link(&cell))
}

/// Up or down in the same column, over the rows of questions.
fn across(cell: &Element, step: i32) -> Option<HtmlElement> {
    let place = std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling).count();
    let rows = cell.closest("table").ok()??.query_selector_all("tr.row").ok()?;
    let row = cell.parent_element()?;
    let here = (0..rows.length()).find(|&at| rows.item(at).is_some_and(|other| other == *row))?;
    let rest = std::iter::successors(here.checked_add_signed(step), |at| at.checked_add_signed(step));
    rest.take_while(|&at| at < rows.length())
        .filter_map(|at| rows.item(at)?.dyn_into::<Element>().ok()?.children().item(u32::try_from(place).ok()?))
        .find_map(|cell| link(&cell))
}

fn link(cell: &Element) -> Option<HtmlElement> {
    cell.query_selector("a.cell").ok()??.dyn_into().ok()
}
