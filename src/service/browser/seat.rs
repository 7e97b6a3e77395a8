//! One worker: how it is started, and what the page knows of it.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

use super::lesson::Knows;
use super::post::{pack, unpack};
use crate::corpus::Article;
use crate::service::RequestId;
use crate::service::message::{Envelope, Message};

#[wasm_bindgen]
extern "C" {
    /// A worker, from `scripts/start.js`: one that waits for this program's compiled module, of which the first was started
    /// before the program was there; or one with the `fast` engine, once that has been fetched.
    #[wasm_bindgen(js_name = takeWorker, catch)]
    fn take_worker(fast: bool) -> Result<Worker, JsValue>;
}

/// What a worker is doing.
pub(super) enum Work {
    /// It has not said that it serves.
    Starting,
    /// It waits for a chunk.
    Idle,
    /// It reads this chunk of this job.
    Busy(RequestId, Vec<Article>),
}

/// One worker, ended when dropped.
pub(super) struct Seat {
    /// Distinguishes it from workers that were ended before it.
    pub(super) number: u32,
    /// Whether it has the engine that was compiled for speed.
    pub(super) fast: bool,
    /// What it is doing.
    pub(super) work: Work,
    /// The jobs whose codebook it has.
    pub(super) loaded: Vec<RequestId>,
    /// What it has been sent to learn from.
    pub(super) knows: Knows,
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Seat {
    /// Puts a worker to work on this very module, compiled once by the page, or on the `fast` engine. `heard` gets what it
    /// says, `None` where it fails.
    pub(super) fn start(
        number: u32,
        fast: bool,
        heard: impl Fn(u32, Option<(Envelope, Vec<u8>)>) + Clone + 'static,
    ) -> Option<Self> {
        let worker = take_worker(fast).ok()?;
        let fail = heard.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(message) = unpack(&event.data()) {
                heard(number, Some(message));
            }
        });
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            fail(number, None);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        if !fast {
            worker.post_message(&wasm_bindgen::module()).ok()?;
        }
        Some(Self {
            number,
            fast,
            work: Work::Starting,
            loaded: Vec::new(),
            knows: Knows::default(),
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Sends a message.
    pub(super) fn send(&self, request: RequestId, message: Message, bytes: Option<Vec<u8>>) {
        let (message, transfer) = pack(&Envelope { request: request.0, message }, bytes);
        // Refused only for values that can't be cloned, which ours can.
        let _ = self.worker.post_message_with_transfer(&message, &transfer);
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// How many workers a large job may use: one processor is left to the page, and more than four gain little.
pub(super) fn most_seats() -> usize {
    let processors = Reflect::get(&js_sys::global(), &"navigator".into())
        .and_then(|navigator| Reflect::get(&navigator, &"hardwareConcurrency".into()))
        .ok()
        .and_then(|count| count.as_f64());
    // Not a number, or less than two: one worker.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=4 first")]
    processors.map_or(1, |count| (count - 1.0).clamp(1.0, 4.0) as usize)
}
