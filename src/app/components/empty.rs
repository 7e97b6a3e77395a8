//! What stands in the place of a grid in which nothing is left.

use leptos::prelude::*;

use crate::view::{Blame, ViewState};

/// The message, and a link that drops the filter to blame.
pub(crate) fn empty(blame: Option<&Blame>, base: &ViewState) -> AnyView {
    match blame {
        Some(blame) => {
            let what = blame.filter.map_or_else(|| "Drop all filters".to_owned(), |f| format!("Drop the filter “{}”", f.name()));
            view! {
                <div class="empty" role="status">
                    <p>{blame.message.clone()}</p>
                    <p><a href=base.href(blame.action.clone())>{what}</a></p>
                </div>
            }
            .into_any()
        }
        None => view! {
            <div class="empty" role="status">
                <p>"The program found no position in these articles: no sentence in which a government takes a side on one of the questions."</p>
            </div>
        }
        .into_any(),
    }
}
