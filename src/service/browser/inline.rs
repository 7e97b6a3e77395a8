//! The analyser in the page itself, for browsers in which no worker starts: a chunk at each turn of the event loop.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::knowledge::Knowledge;
use super::later::later;
use crate::service::message::Subject;
use crate::service::queue::Queue;
use crate::service::{Analyser, Event, Job, Listener, Pupil, RequestId};
use crate::stance;

/// Reads articles between two turns of the event loop.
#[derive(Clone, Default)]
pub struct Inline(Rc<Inner>);

#[derive(Default)]
struct Inner {
    jobs: RefCell<Vec<Running>>,
    started: Cell<u32>,
    knowledge: RefCell<Knowledge>,
}

struct Running {
    request: RequestId,
    engine: Rc<stance::Analyser<'static>>,
    queue: Queue,
    listener: Listener,
}

impl Analyser for Inline {
    fn start(&self, job: Job, listener: Listener) -> RequestId {
        let request = RequestId(self.0.started.get() + 1);
        self.0.started.set(request.0);
        let running = Running {
            request,
            engine: Rc::new(self.0.knowledge.borrow().engine(job.codebook, job.grammar)),
            queue: Queue::new(job.articles),
            listener,
        };
        self.0.jobs.borrow_mut().push(running);
        self.go_on_later(request);
        request
    }

    fn learn(&self, subject: Subject, name: String, file: Vec<u8>, pupil: Pupil) {
        let answer = self.0.knowledge.borrow_mut().learn(subject, &name, file);
        later(0, move || pupil(answer));
    }

    fn cancel(&self, request: RequestId) {
        self.0.jobs.borrow_mut().retain(|running| running.request != request);
    }
}

impl Inline {
    fn go_on_later(&self, request: RequestId) {
        let inline = self.clone();
        later(0, move || inline.go_on(request));
    }

    fn go_on(&self, request: RequestId) {
        // The listener may start or cancel jobs, so the list must not be borrowed while it is told.
        let next = self.0.jobs.borrow_mut().iter_mut().find(|running| running.request == request).map(|running| {
            let chunk = running.queue.next_chunk();
            let progress = running.queue.finish(chunk.as_ref().map_or(0, Vec::len));
            (chunk, progress, running.engine.clone(), running.listener.clone())
        });
        let Some((chunk, (done, total), engine, tell)) = next else { return };
        if let Some(chunk) = chunk {
            tell(Event::Chunk(chunk.iter().map(|article| engine.analyse(article)).collect()));
            tell(Event::Progress { done, total });
            self.go_on_later(request);
        } else {
            self.cancel(request);
            tell(Event::Done);
        }
    }
}
