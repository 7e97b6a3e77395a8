//! The legend of an article: each kind of mark with its count, to switch on and off.

use super::marks::name_class;
use super::shape::shape;
use crate::app::dom::{El, el};
use crate::view::{Action, Layer, LegendEntry, ViewState};

/// The legend. Kinds without a mark in this article are left out.
pub(crate) fn layers(legend: &[LegendEntry], view: &ViewState) -> El {
    let lines = legend.iter().filter(|entry| entry.count > 0).map(|entry| line(entry, view));
    let keys = el("p").class("keys").with("kbd", "j").text(" next statement, ").with("kbd", "k").text(" previous");
    let inner = el("div").with("h2", "Marks").child(el("ul").children(lines)).child(keys);
    el("nav").class("layers").attr("aria-label", "Marks").child(inner)
}

fn line(entry: &LegendEntry, view: &ViewState) -> El {
    let (state, class) =
        if entry.shown { (" (shown, press to hide)", "layer") } else { (" (hidden, press to show)", "layer off") };
    let label = el("span").text(entry.label).text(" ").with("b", &entry.count.to_string());
    let link = el("a")
        .class(class)
        .attr("href", &view.href(Action::ToggleLayer(entry.layer)))
        .child(el("span").class("sample").attr("aria-hidden", "true").child(sample(entry)))
        .child(label)
        .child(el("span").class("unseen").text(state));
    el("li").child(link)
}

/// The mark itself.
fn sample(entry: &LegendEntry) -> El {
    match (entry.stance, entry.layer) {
        (Some(stance), _) => shape(stance),
        (None, Layer::Quotations) => el("span").class("quoted").text("“ ”"),
        (None, Layer::Cuts) => el("span").class("cut").text("Aa"),
        (None, layer) => el("span").class(name_class(layer)).text("Aa"),
    }
}
