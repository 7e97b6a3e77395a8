//! An envelope and its bulk as what `postMessage` takes: two runs of bytes, the buffers transferred, not copied.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::service::bytes::{from_bytes, to_bytes};
use crate::service::message::Envelope;

/// The message and its list of transferred buffers.
pub(super) fn pack(envelope: &Envelope, bytes: Option<Vec<u8>>) -> (JsValue, JsValue) {
    let (message, transfer) = (Array::new(), Array::new());
    for part in [Some(to_bytes(envelope)), bytes].into_iter().flatten() {
        let part = Uint8Array::from(part.as_slice());
        transfer.push(&part.buffer());
        message.push(&part);
    }
    (message.into(), transfer.into())
}

/// An arrived message; `None` where it is not one of ours.
pub(super) fn unpack(message: &JsValue) -> Option<(Envelope, Vec<u8>)> {
    let parts: &Array = message.dyn_ref()?;
    let part = |place: u32| parts.get(place).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
    Some((from_bytes(&part(0))?, part(1)))
}
