//! The positions and statements of a view as files, by the same printers as the command line.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::App;
use super::dom::{El, button};
use crate::compare::Voices;
use crate::report::{OffsetUnit, position_rows, statement_rows, to_csv, to_json_lines};
use crate::view::{Filters, Reading};

/// A button that saves a file; its name says what is in it and in which form.
pub(crate) fn download(app: App, label: &str, name: &'static str) -> El {
    button("choice file", "").with("span", label).on("click", move |_| {
        if let Some(reading) = app.reading_now() {
            save_as(name, &contents(&reading, &app.address.view_now().filters, name));
        }
    })
}

fn contents(reading: &Reading, filters: &Filters, name: &str) -> String {
    let rows = if name.starts_with("positions") {
        position_rows(&reading.positions(filters, Voices::Official))
    } else {
        let mut rows = Vec::new();
        for tagged in reading.kept(filters) {
            rows.extend(statement_rows(tagged.article, [tagged.statement], OffsetUnit::Bytes));
        }
        rows
    };
    if name.ends_with(".csv") { to_csv(&rows) } else { to_json_lines(&rows) }
}

/// Hands a text to the browser's own way of saving files.
fn save_as(name: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type(if name.ends_with(".csv") { "text/csv" } else { "application/x-ndjson" });
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    if let Some(link) = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser has read it when the click returns.
    let _ = Url::revoke_object_url(&address);
}
