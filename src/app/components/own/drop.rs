//! Files dropped anywhere on the page.

use leptos::prelude::*;
use web_sys::DragEvent;

use crate::app::App;
use crate::app::dom::{El, el, on_window};

/// What covers the page while files hang over it. Takes them when they drop. Call it once.
pub(crate) fn overlay(app: App) -> El {
    let hanging = RwSignal::new(false);
    for event in ["dragenter", "dragover"] {
        on_window(event, move |event: DragEvent| {
            if holds_files(&event) {
                event.prevent_default();
                hanging.set(true);
            }
        });
    }
    on_window("dragleave", move |event: DragEvent| {
        // Leaving for an element of the page is not leaving the page.
        if event.related_target().is_none() {
            hanging.set(false);
        }
    });
    on_window("drop", move |event: DragEvent| {
        hanging.set(false);
        if holds_files(&event) {
            event.prevent_default();
            let files = event.data_transfer().and_then(|data| data.files());
            app.tray.add_files(files, app);
        }
    });
    el("div")
        .class("overlay")
        .hidden_if(move || !hanging.get())
        .with("p", "Drop the articles: they are read here, in your browser, and go nowhere else.")
}

fn holds_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
