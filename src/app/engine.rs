//! The engine compiled for speed: fetched where articles are to be read that the page was not made for.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::shelf::Shelf;
use crate::service::browser::Workers;

#[wasm_bindgen]
extern "C" {
    /// Has the browser fetch the engine (`scripts/start.js`), and calls back when it is there: at once where it was fetched
    /// before, never where it cannot be had or this build has none.
    #[wasm_bindgen(js_name = fetchEngine)]
    fn fetch_engine(then: JsValue);
}

impl Shelf {
    /// Has articles read by the fast engine from when it has come. Nobody waits for it, and nobody misses it: it finds what the
    /// page's own finds.
    pub(super) fn quicken(self) {
        let then: Box<dyn FnOnce()> = Box::new(move || self.workers.with_value(Workers::quicken));
        fetch_engine(Closure::once_into_js(then));
    }
}
