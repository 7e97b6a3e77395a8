//! The sentences behind one cell.

use super::card::card;
use super::running::Pen;
use super::shape::{class, shape, verdict_class};
use crate::app::dom::{El, el, link};
use crate::compare::Verdict;
use crate::view::{Action, Contrast, Panel, Section, Side, ViewState};

/// The element id of the panel's heading, where the focus goes when it opens.
pub(crate) const HEADING: &str = "panel-heading";

/// The head of a panel: its heading, and a link that closes it.
pub(crate) fn head(heading: El, close: &str) -> El {
    let close = link(close, "×").class("close").attr("aria-label", "Close");
    el("div").class("panel-head").child(heading.attr("id", HEADING).attr("tabindex", "-1")).child(close)
}

/// The panel. `base` is the view with the panel closed.
pub(crate) fn panel(panel: &Panel, base: &ViewState) -> Vec<El> {
    let open = base.clone().apply(Action::OpenCell(panel.cell.clone()));
    let on = el("span").class("unseen").text(" on: ");
    let holder = el("span").class("holder").text(&panel.holder_name).child(on);
    let mark = match panel.verdict {
        Some(Verdict::One(stance)) => Some(shape(stance)),
        _ => None,
    };
    let side = panel.verdict.map_or("neutral", verdict_class);
    let says = el("span").class(&format!("says {side}")).children(mark).text(" ").text(panel.word);
    let change = panel.change.map(|change| format!(" · {change}")).unwrap_or_default();
    let sum = el("p").class("sum").child(says).text(&format!(" · {}{change}", panel.summary));
    let mut drawn = vec![
        head(el("h2").child(holder).text(&panel.issue_title), &base.href(Action::CloseCell)),
        sum,
        el("p").class("sum rule").text(&panel.rule),
    ];
    drawn.extend(panel.contrasts.iter().map(|one| contrast(one, &open)));
    drawn.extend(panel.missing.as_ref().map(|missing| el("p").class("sum").attr("role", "status").text(missing)));
    drawn.extend(panel.sections.iter().flat_map(|one| section(one, &open)));
    drawn
}

/// What to notice, with its two sentences side by side.
fn contrast(contrast: &Contrast, open: &ViewState) -> El {
    let side = |side: &Side| {
        let kind = if side.verbatim { "sentence verbatim" } else { "sentence" };
        let says = el("span").class("says").child(shape(side.stance)).text(" ").text(side.word);
        let head = el("p").class("who").with("b", side.name).text(" ").child(says).text(" · ").text(&side.when);
        let opening = side.opening.as_ref().map(|opening| el("p").class("opening").text(opening));
        let whole = link(&open.href(Action::Focus(side.statement.clone())), "The whole of it");
        el("div")
            .class(class(side.stance))
            .child(head)
            .children(opening)
            .child(Pen::default().draw(&side.sentence, el("p").class(kind)))
            .child(el("p").class("acts").child(whole))
    };
    el("section").class("contrast").with("h3", &contrast.heading).children(contrast.sides.iter().map(side))
}

fn section(section: &Section, open: &ViewState) -> Vec<El> {
    let heading = section.heading.map(|heading| el("h3").class("apart").text(heading));
    heading.into_iter().chain(section.cards.iter().map(|one| card(one, open))).collect()
}
