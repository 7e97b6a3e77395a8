//! The positions and statements of a view as files, by the same printers as the command line.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::App;
use super::dom::{El, button};
use crate::compare::Voices;
use crate::report::{OffsetUnit, Row, position_rows, statement_rows, to_csv, to_json_lines};
use crate::view::{Filters, Reading};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    /// One line a cell.
    Positions,
    /// One line a statement.
    Statements,
}

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Comma-separated values.
    Csv,
    /// A JSON object a line.
    JsonLines,
}

/// A button that saves what the view shows as a file.
pub(crate) fn download(app: App, table: Table, form: Form) -> El {
    let (what, stem) = match table {
        Table::Positions => ("Positions", "positions"),
        Table::Statements => ("Statements", "statements"),
    };
    let (how, ending, kind) = match form {
        Form::Csv => ("CSV", "csv", "text/csv"),
        Form::JsonLines => ("JSON lines", "jsonl", "application/x-ndjson"),
    };
    button("choice file", "").with("span", &format!("{what}, {how}")).on("click", move |_| {
        let Some(reading) = app.reading_now() else { return };
        let rows = rows(&reading, &app.address.view_now().filters, table);
        let text = if form == Form::Csv { to_csv(&rows) } else { to_json_lines(&rows) };
        save(&format!("{stem}.{ending}"), kind, &text);
    })
}

fn rows(reading: &Reading, filters: &Filters, table: Table) -> Vec<Row> {
    match table {
        Table::Positions => position_rows(&reading.positions(filters, Voices::Official)),
        Table::Statements => {
            let kept = reading.kept(filters);
            kept.flat_map(|tagged| statement_rows(tagged.article, [tagged.statement], OffsetUnit::Bytes)).collect()
        }
    }
}

/// Hands a text to the browser's own way of saving files.
fn save(name: &str, media_type: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
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
