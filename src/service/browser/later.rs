//! The next turn of the event loop.

use js_sys::{Function, Reflect, global};
use wasm_bindgen::prelude::*;

/// Does the work after `delay_millis`, and never before the present turn of the event loop is over.
pub(super) fn later(delay_millis: u32, work: impl FnOnce() + 'static) {
    boxed(delay_millis, Box::new(work));
}

/// The same, compiled once for all sorts of work.
#[inline(never)]
fn boxed(delay_millis: u32, work: Box<dyn FnOnce()>) {
    let set_timeout = Reflect::get(&global(), &"setTimeout".into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
    if let Some(set_timeout) = set_timeout {
        // Fails only where the window is being closed.
        let _ = set_timeout.call2(&JsValue::NULL, &Closure::once_into_js(work), &delay_millis.into());
    }
}
