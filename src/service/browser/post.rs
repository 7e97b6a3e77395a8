//! An envelope and its bulk as what `postMessage` takes: two runs of bytes, of which the bulk's buffer is transferred, not
//! copied.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::service::bytes::{from_bytes, to_bytes};
use crate::service::message::Envelope;

/// The message and its list of transferred buffers.
pub(super) fn pack(envelope: &Envelope, bytes: Option<Vec<u8>>) -> (JsValue, JsValue) {
    let (message, transfer) = (Array::of1(&Uint8Array::from(to_bytes(envelope).as_slice())), Array::new());
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
    let bytes = |part| parts.get(part).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    Some((from_bytes(&bytes(0)?)?, bytes(1).unwrap_or_default()))
}
