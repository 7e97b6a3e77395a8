//! An envelope and its bytes as what `postMessage` takes: `[envelope, bytes]`, the buffer transferred, not copied.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::service::message::Envelope;

/// The message and its list of transferred buffers. `None` never happens with our own envelopes.
pub(super) fn pack(envelope: &Envelope, bytes: Option<Vec<u8>>) -> Option<(JsValue, JsValue)> {
    let envelope = serde_wasm_bindgen::to_value(envelope).ok()?;
    let (message, transfer) = (Array::of1(&envelope), Array::new());
    if let Some(bytes) = bytes {
        let bytes = Uint8Array::from(bytes.as_slice());
        transfer.push(&bytes.buffer());
        message.push(&bytes);
    }
    Some((message.into(), transfer.into()))
}

/// An arrived message; `None` where it is not one of ours.
pub(super) fn unpack(message: &JsValue) -> Option<(Envelope, Vec<u8>)> {
    let parts: &Array = message.dyn_ref()?;
    let envelope = serde_wasm_bindgen::from_value(parts.get(0)).ok()?;
    let bytes = parts.get(1).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
    Some((envelope, bytes))
}
