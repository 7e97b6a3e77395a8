//! What stands in the place of a grid in which nothing is left.

use crate::app::dom::{El, el, link};
use crate::view::{Blame, ViewState};

/// The message, and a link that drops the filter to blame.
pub(crate) fn empty(blame: Option<&Blame>, base: &ViewState) -> El {
    let empty = el("div").class("empty").attr("role", "status");
    let Some(blame) = blame else {
        return empty.with(
            "p",
            "The program found no position in these articles: no sentence in which a government takes a side on one of \
             the questions.",
        );
    };
    let act = blame
        .filter
        .map_or_else(|| "Drop all filters".to_owned(), |filter| format!("Drop the filter “{}”", filter.name()));
    empty.with("p", &blame.message).child(el("p").child(link(&base.href(blame.action.clone()), &act)))
}
