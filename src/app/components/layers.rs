//! The legend of an article: each kind of mark with its count, to switch on and off.

use super::marks::name_class;
use super::shape::shape;
use crate::app::dom::{El, el, link};
use crate::view::{Action, Layer, LegendEntry, UntaggedEntry, UntaggedGroup, ViewState};

/// The picked sentence in the list of those without a tag.
pub(crate) const PICKED: &str = ".no-tag [aria-current]";

/// The legend. Kinds without a mark in this article are left out.
pub(crate) fn layers(legend: &[LegendEntry], untagged: &[UntaggedGroup], view: &ViewState) -> El {
    let lines = legend.iter().filter(|entry| entry.count > 0).map(|entry| line(entry, view));
    let keys = el("p").class("keys").with("kbd", "j").text(" next statement, ").with("kbd", "k").text(" previous");
    let inner =
        el("div").with("h2", "Marks").child(el("ul").children(lines)).child(keys).children(no_tag(untagged, view));
    el("nav").class("layers").attr("aria-label", "Marks").child(inner)
}

/// The sentences without a tag, by reason, each a link that tells why at its place in the text.
fn no_tag(untagged: &[UntaggedGroup], view: &ViewState) -> Vec<El> {
    let count: usize = untagged.iter().map(|group| group.sentences.len()).sum();
    let summary = el("summary").text("Sentences without a tag ").with("b", &count.to_string());
    let picked = untagged.iter().any(|group| group.sentences.iter().any(|entry| entry.picked));
    let list = el("details").class("no-tag").attr_if("open", picked.then_some("")).child(summary);
    let group = |group: &UntaggedGroup| {
        let entry = |entry: &UntaggedEntry| {
            let pick = Action::Pick((!entry.picked).then(|| entry.sentence.clone()));
            let current = entry.picked.then_some("true");
            el("li").child(link(&view.href(pick), &entry.words).attr_if("aria-current", current))
        };
        let heading = el("h3").text(group.heading).text(" ").with("b", &group.sentences.len().to_string());
        [heading, el("ul").children(group.sentences.iter().map(entry))]
    };
    // Where stances are hidden, so are the answers.
    if count == 0 || view.hidden_layers.contains(&Layer::Stances) {
        return Vec::new();
    }
    let hint = el("p").class("hint").text("A tag missing? Choose the sentence to see why.");
    vec![hint, list.children(untagged.iter().flat_map(group))]
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
