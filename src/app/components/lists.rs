//! The comparison where there is no room for a grid: by country, or by issue.

use super::cell::cell_id;
use super::shape::{shapes, verdict_class};
use crate::app::dom::{El, el, link};
use crate::view::{Action, Comparison, Entry, List, ListBy, ViewState, words};

/// The two lists and the switch between them. `base` is the view that the links start from.
pub(crate) fn lists(comparison: &Comparison, base: &ViewState) -> Vec<El> {
    let lists = match base.list {
        ListBy::Country => comparison.by_country(),
        ListBy::Issue => comparison.by_issue(),
    };
    let tab = |by: ListBy, name| {
        link(&base.href(Action::SetList(by)), name).attr_if("aria-current", (base.list == by).then_some("true"))
    };
    let switch = el("nav").class("switch").attr("aria-label", "Order of the list");
    let mut drawn = vec![switch.child(tab(ListBy::Country, "By country")).child(tab(ListBy::Issue, "By issue"))];
    drawn.push(el("div").class("lists").children(lists.iter().map(|one| list(one, base))));
    drawn
}

fn list(list: &List, base: &ViewState) -> El {
    let entries = list.entries.iter().map(|one| entry(one, base));
    el("section").class("list").with("h2", &list.heading).child(el("ul").children(entries))
}

fn entry(entry: &Entry, base: &ViewState) -> El {
    let view = &entry.cell;
    let whose = view.whose.as_ref().map(|whose| format!(", {whose}")).unwrap_or_default();
    let says = format!("{}{whose} · {}", view.word, words::count(view.reports, "report"));
    let says = el("span")
        .class(&format!("says {}", verdict_class(view.verdict)))
        .children(shapes(&view.sides))
        .with("span", &says);
    let open = base.href(Action::OpenCell(view.cell.clone()));
    let what = el("span").class("what").text(&entry.title);
    el("li").child(el("a").attr("id", &cell_id(&view.cell)).attr("href", &open).child(what).text(" ").child(says))
}
