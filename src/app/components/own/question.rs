//! By which questions the articles are read: never by those of another dispute without asking.

use leptos::prelude::*;

use crate::app::shelf::Book;
use crate::app::tray::Dispute;

/// The choice. `chosen` is `None` until the reader has made it.
pub(crate) fn question(chosen: RwSignal<Option<Dispute>>, book: Signal<Option<Book>>) -> AnyView {
    let title = move || book.with(|book| book.as_ref().map(|book| book.reading.codebook().title.clone()));
    let questions = RwSignal::new(String::new());
    let is_new = move || matches!(chosen.get(), Some(Dispute::New(_)));
    let choose_new = move || chosen.set(Some(Dispute::New(questions.get_untracked())));
    view! {
        <fieldset>
            <legend>"Same dispute, or a new one?"</legend>
            <label class="radio" hidden=move || title().is_none()>
                <input type="radio" name="dispute" on:change=move |_| chosen.set(Some(Dispute::Same))/>
                <span>"The same: with the questions of “"{title}"”"</span>
            </label>
            <label class="radio">
                <input type="radio" name="dispute" on:change=move |_| choose_new()/>
                <span>"A new one"</span>
            </label>
            <label class="field" hidden=move || !is_new()>
                "Name the question: Should X do Y? One a line."
                <textarea class="input" rows="2" placeholder="Should NATO admit Ukraine?" prop:value=questions
                    on:input=move |event| { questions.set(event_target_value(&event)); choose_new(); }></textarea>
            </label>
        </fieldset>
    }
    .into_any()
}
