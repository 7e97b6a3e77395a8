//! What the reader should know of the page as a whole, and how far the work is that it waits for.

use leptos::prelude::*;

use crate::app::shelf::Shelf;
use crate::app::url::Address;

/// Notices and progress, below the masthead.
pub(crate) fn notices(address: Address, shelf: Shelf) -> AnyView {
    let link = move || {
        let notice = |problem: crate::view::LinkProblem| notice(format!("In this link: {problem}."), None);
        address.problems.get().into_iter().map(notice).collect_view()
    };
    let notes = move || {
        let note = |(place, note): (usize, String)| notice(note, Some((shelf, place)));
        shelf.notes.get().into_iter().enumerate().map(note).collect_view()
    };
    view! {
        <div class="notices" role="status">{link}{notes}</div>
        {move || shelf.work.get().map(|work| view! {
            <div class="progress">
                <label for="work">"Reading the articles"</label>
                <progress id="work" max=work.total.to_string() prop:value=f64_of(work.done)></progress>
                <span>{work.done}" of "{work.total}</span>
                <button type="button" class="plain" on:click=move |_| shelf.cancel()>"Stop"</button>
            </div>
        })}
    }
    .into_any()
}

/// A count as the number that a progress bar takes.
fn f64_of(count: usize) -> f64 {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

fn notice(text: String, put_away: Option<(Shelf, usize)>) -> AnyView {
    let button = put_away.map(|(shelf, place)| {
        let put_away = move |_| shelf.notes.update(|notes| drop(notes.remove(place)));
        view! { <button type="button" class="plain" on:click=put_away>"Put away"</button> }
    });
    view! { <p class="notice"><span>{text}</span>{button}</p> }.into_any()
}
