//! The worker's side: serves the page's requests, one chunk at a time.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::knowledge::Knowledge;
use super::post::{pack, unpack};
use crate::corpus::Article;
use crate::lexicon::Lexicon;
use crate::service::bytes::{from_bytes, to_bytes};
use crate::service::message::{Envelope, Message};
use crate::stance::{Analyser, Analysis, Codebook};

/// What the worker keeps from one message to the next.
#[derive(Default)]
struct Kept {
    /// Codebooks by job, made ready for many chunks.
    loaded: Vec<(u32, Analyser<'static>)>,
    knowledge: Knowledge,
}

/// Serves requests for as long as the worker lives. Call it once, where there is no window.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let kept = Rc::new(RefCell::new(Kept::default()));
    let answer = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some((envelope, bytes)) = unpack(&event.data()) {
                handle(&scope, &mut kept.borrow_mut(), &envelope, bytes);
            }
        })
    };
    scope.set_onmessage(Some(answer.into_js_value().unchecked_ref()));
    send(&scope, &Envelope::ready(), None);
    // The lexicons are made ready while the page is still fetching articles.
    drop(Analyser::owning(Lexicon::near(), Codebook::default()));
}

fn handle(scope: &DedicatedWorkerGlobalScope, kept: &mut Kept, envelope: &Envelope, bytes: Vec<u8>) {
    let request = envelope.request;
    let reply = |message, bytes| send(scope, &Envelope { request, message }, bytes);
    match envelope.message {
        Message::Learn(subject) => match kept.knowledge.learn(subject, "", bytes) {
            Ok(id) => reply(Message::Learnt(subject, id), None),
            Err(problem) => reply(Message::Refused(subject, problem.message), None),
        },
        Message::Load { grammar } => match from_bytes(&bytes) {
            Some(codebook) => kept.loaded.push((request, kept.knowledge.engine(codebook, grammar))),
            None => reply(Message::Problem("the questions did not arrive whole".to_owned()), None),
        },
        Message::Analyse => {
            match (from_bytes::<Vec<Article>>(&bytes), kept.loaded.iter().find(|(job, _)| *job == request)) {
                (Some(articles), Some((_, engine))) => {
                    let analyses: Vec<Analysis> = articles.iter().map(|article| engine.analyse(article)).collect();
                    reply(Message::Chunk, Some(to_bytes(&analyses)));
                }
                (None, _) => reply(Message::Problem("the articles did not arrive whole".to_owned()), None),
                (_, None) => reply(Message::Problem("the articles came without their questions".to_owned()), None),
            }
            reply(Message::Done, None);
        }
        Message::Cancel => kept.loaded.retain(|(job, _)| *job != request),
        Message::Ready { .. }
        | Message::Learnt(..)
        | Message::Refused(..)
        | Message::Chunk
        | Message::Problem(_)
        | Message::Done => {}
    }
}

fn send(scope: &DedicatedWorkerGlobalScope, envelope: &Envelope, bytes: Option<Vec<u8>>) {
    let (message, transfer) = pack(envelope, bytes);
    // Refused only where the worker is being ended, and then nobody waits for the answer.
    let _ = scope.post_message_with_transfer(&message, &transfer);
}
