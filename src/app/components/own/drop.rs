//! Files dropped anywhere on the page.

use leptos::ev::{dragenter, dragleave, dragover, drop};
use leptos::prelude::*;
use web_sys::DragEvent;

use crate::app::shelf::Book;
use crate::app::tray::Tray;

/// Whether files hang over the page.
#[derive(Clone, Copy)]
pub(crate) struct Overlay(RwSignal<bool>);

impl Overlay {
    /// Starts to take dropped files. Call it once.
    pub(crate) fn follow(tray: Tray, book: Signal<Option<Book>>) -> Self {
        let hanging = RwSignal::new(false);
        let over = move |event: DragEvent| {
            if holds_files(&event) {
                event.prevent_default();
                hanging.set(true);
            }
        };
        std::mem::drop(window_event_listener(dragenter, over));
        std::mem::drop(window_event_listener(dragover, over));
        std::mem::drop(window_event_listener(dragleave, move |event| {
            // Leaving for an element of the page is not leaving the page.
            if event.related_target().is_none() {
                hanging.set(false);
            }
        }));
        std::mem::drop(window_event_listener(drop, move |event| {
            hanging.set(false);
            if holds_files(&event) {
                event.prevent_default();
                let files = event.data_transfer().and_then(|data| data.files());
                tray.add_files(files, book.get_untracked().map(|book| book.reading));
            }
        }));
        Self(hanging)
    }
}

fn holds_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// What covers the page while files hang over it.
pub(crate) fn overlay(overlay: Overlay) -> AnyView {
    view! {
        <div class="overlay" hidden=move || !overlay.0.get()>
            <p>"Drop the articles: they are read here, in your browser, and go nowhere else."</p>
        </div>
    }
    .into_any()
}
