//! An envelope and its bulk as what `postMessage` takes: the envelope as a plain value, the bulk as a run of bytes whose
//! buffer is transferred, not copied.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::service::message::{Envelope, Plain};

/// The message and its list of transferred buffers.
pub(super) fn pack(envelope: &Envelope, bytes: Option<Vec<u8>>) -> (JsValue, JsValue) {
    // An envelope holds numbers and words only, which always cross.
    let (message, transfer) =
        (Array::of1(&serde_wasm_bindgen::to_value(&Plain::from(envelope)).unwrap_or(JsValue::NULL)), Array::new());
    if let Some(bytes) = bytes {
        let bytes = Uint8Array::from(bytes.as_slice());
        transfer.push(&bytes.buffer());
        message.push(&bytes);
    }
    (message.into(), transfer.into())
}

/// An arrived message; `None` where it is not one of ours.
pub(super) fn unpack(message: &JsValue) -> Option<(Envelope, Vec<u8>)> {
    let parts: &Array = message.dyn_ref()?;
    let envelope = serde_wasm_bindgen::from_value::<Plain>(parts.get(0)).ok()?.envelope()?;
    Some((envelope, parts.get(1).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()))
}
