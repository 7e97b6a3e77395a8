//! The analyser in workers beside the page: the page's side.
//!
//! One worker is started at once and more where a job is large. A chunk at which the engine stops is tried again article
//! by article in a fresh worker, so that one bad text costs nothing but itself. Where no worker starts, or one of
//! another build answers, every job is read in the page instead and the page is told why.
//!
//! Once the page has the engine that was compiled for speed, workers with it take the places of the others, also in the
//! midst of a job. Where they do not start, the others stay.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::inline::Inline;
use super::later::later;
use super::lesson::{Lesson, Lessons};
use super::seat::{Seat, Work, most_seats};
use crate::corpus::Article;
use crate::service::bytes::{from_bytes, to_bytes};
use crate::service::message::{Envelope, Message, Subject};
use crate::service::queue::Queue;
use crate::service::{Analyser, Event, Job, Listener, Pupil, RequestId};
use crate::stance::Codebook;
use crate::text::Problem;

/// A worker that says nothing for so long will not start any more.
const PATIENCE_MILLIS: u32 = 8_000;

/// Why articles are read in the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartError {
    /// The browser starts no worker for this page.
    Refused,
    /// The worker that answered is of another build.
    OtherBuild,
}

/// Reads articles in workers.
#[derive(Clone)]
pub struct Workers(Rc<Inner>);

struct Inner {
    seats: RefCell<Vec<Seat>>,
    jobs: RefCell<Vec<Running>>,
    lessons: RefCell<Lessons>,
    numbers: Cell<u32>,
    /// Once a worker has served, a failing one is no reason to give up on workers.
    served: Cell<bool>,
    /// Whether workers are started with the fast engine.
    fast: Cell<bool>,
    inline: RefCell<Option<Inline>>,
    on_fallback: Box<dyn Fn(StartError)>,
}

struct Running {
    request: RequestId,
    codebook: Codebook,
    grammar: bool,
    queue: Queue,
    in_flight: usize,
    listener: Listener,
    /// Its name with the analyser in the page, once that has taken over.
    inline: Option<RequestId>,
}

impl Workers {
    /// Starts the first worker. `on_fallback` is told once if the page must read articles itself.
    pub fn start(on_fallback: impl Fn(StartError) + 'static) -> Self {
        let workers = Self(Rc::new(Inner {
            seats: RefCell::default(),
            jobs: RefCell::default(),
            lessons: RefCell::default(),
            numbers: Cell::new(0),
            served: Cell::new(false),
            fast: Cell::new(false),
            inline: RefCell::default(),
            on_fallback: Box::new(on_fallback),
        }));
        workers.add_seat();
        let waiting = workers.clone();
        later(PATIENCE_MILLIS, move || waiting.lose_patience());
        workers
    }

    fn number(&self) -> u32 {
        self.0.numbers.set(self.0.numbers.get() + 1);
        self.0.numbers.get()
    }

    fn add_seat(&self) {
        let workers = self.clone();
        let seat = Seat::start(self.number(), self.0.fast.get(), move |number, heard| workers.hear(number, heard));
        match seat {
            Some(seat) => self.0.seats.borrow_mut().push(seat),
            None if self.0.seats.borrow().is_empty() => self.fall_back(StartError::Refused),
            None => {}
        }
    }

    /// To be called when the fast engine has been fetched: the first worker with it starts, and once it serves, it takes the
    /// place of those without.
    pub fn quicken(&self) {
        if !self.0.fast.replace(true) && self.0.inline.borrow().is_none() {
            self.add_seat();
        }
    }

    /// Ends the workers without the fast engine, once one with it serves; those that read do so to the end of their chunk.
    /// Never part of its caller: a first visit does without it.
    #[inline(never)]
    fn make_room(&self) {
        let mut seats = self.0.seats.borrow_mut();
        if !seats.iter().any(|seat| seat.fast && !matches!(seat.work, Work::Starting)) {
            return;
        }
        while let Some(at) = seats.iter().position(|seat| !seat.fast && !matches!(seat.work, Work::Busy(..))) {
            put_away(seats.remove(at));
        }
    }

    fn lose_patience(&self) {
        if !self.0.served.get() && self.0.inline.borrow().is_none() {
            self.fall_back(StartError::Refused);
        }
    }

    fn hear(&self, number: u32, heard: Option<(Envelope, Vec<u8>)>) {
        let Some((envelope, bytes)) = heard else { return self.seat_failed(number) };
        let request = RequestId(envelope.request);
        match &envelope.message {
            Message::Ready { .. } if envelope.is_ready() => {
                self.0.served.set(true);
                self.set_idle(number);
            }
            Message::Ready { .. } => self.refuse(number),
            Message::Chunk => match from_bytes(&bytes) {
                Some(analyses) => self.tell(request, Event::Chunk(analyses)),
                None => self.tell(request, Event::Problem(Problem::new("worker", "its answer did not arrive whole"))),
            },
            Message::Problem(message) => self.tell(request, Event::Problem(Problem::new("worker", message.as_str()))),
            Message::Done => {
                if let Work::Busy(request, chunk) = self.set_idle(number) {
                    self.finish(request, chunk.len());
                }
            }
            Message::Learnt(subject, id) => self.learnt(number, *subject, Ok(id.clone())),
            Message::Refused(subject, why) => self.learnt(number, *subject, Err(why.clone())),
            Message::Load { .. } | Message::Learn(_) | Message::Analyse | Message::Cancel => {}
        }
        if self.0.fast.get() {
            self.make_room();
        }
        self.pump();
    }

    /// A worker is of another build. Never part of its caller: a first visit does without it.
    #[inline(never)]
    fn refuse(&self, number: u32) {
        if self.0.seats.borrow().iter().any(|seat| seat.number == number && seat.fast) {
            self.seat_failed(number);
        } else {
            self.fall_back(StartError::OtherBuild);
        }
    }

    /// Marks the worker as free and returns what it was doing.
    fn set_idle(&self, number: u32) -> Work {
        let mut seats = self.0.seats.borrow_mut();
        let seat = seats.iter_mut().find(|seat| seat.number == number);
        seat.map_or(Work::Idle, |seat| std::mem::replace(&mut seat.work, Work::Idle))
    }

    /// A worker has learnt from a file, or refuses it: then it is sent to no other.
    fn learnt(&self, number: u32, subject: Subject, answer: Result<String, String>) {
        if let Some(seat) = self.0.seats.borrow_mut().iter_mut().find(|seat| seat.number == number) {
            seat.knows.hear(subject);
        }
        let told = self.0.lessons.borrow_mut().hear(subject, answer);
        if let Some((pupil, answer)) = told {
            pupil(answer);
        }
    }

    fn seat_failed(&self, number: u32) {
        let failed = {
            let mut seats = self.0.seats.borrow_mut();
            seats.iter().position(|seat| seat.number == number).map(|place| seats.remove(place))
        };
        let Some(mut failed) = failed else { return };
        let (work, learning) = (std::mem::replace(&mut failed.work, Work::Idle), failed.knows.unanswered());
        let no_engine = failed.fast && matches!(work, Work::Starting);
        put_away(failed);
        if no_engine {
            self.0.fast.set(false);
            if !self.0.seats.borrow().is_empty() {
                return;
            }
        }
        if !self.0.served.get() {
            return self.fall_back(StartError::Refused);
        }
        if let Some(subject) = learning {
            self.learnt(number, subject, Err("the program stopped at it".to_owned()));
        }
        if let Work::Busy(request, chunk) = work {
            self.blame(request, chunk);
        }
        self.add_seat();
        self.pump();
    }

    /// The engine stopped at this chunk: finds the article to blame and leaves it out.
    fn blame(&self, request: RequestId, chunk: Vec<Article>) {
        let culprit = self.with_job(request, |job| {
            job.in_flight -= 1;
            job.queue.give_back(chunk)
        });
        if let Some(article) = culprit.flatten() {
            let place = if article.title.is_empty() { article.id } else { article.title };
            self.tell(
                request,
                Event::Problem(Problem::new(place, "the program stopped at this article; it is left out")),
            );
            self.with_job(request, |job| job.in_flight += 1);
            self.finish(request, 1);
        }
    }

    /// Counts a chunk as done, and ends its job with the last.
    fn finish(&self, request: RequestId, count: usize) {
        let state = self.with_job(request, |job| {
            job.in_flight -= 1;
            let (done, total) = job.queue.finish(count);
            (done, total, job.in_flight == 0 && job.queue.waiting() == 0)
        });
        let Some((done, total, ended)) = state else { return };
        self.tell(request, Event::Progress { done, total });
        if ended {
            self.tell(request, Event::Done);
            self.cancel(request);
        }
    }

    /// Gives every free worker its next chunk, and starts more workers where much is waiting.
    fn pump(&self) {
        let mut seats = self.0.seats.borrow_mut();
        let mut jobs = self.0.jobs.borrow_mut();
        for seat in seats.iter_mut().filter(|seat| matches!(seat.work, Work::Idle)) {
            for lesson in self.0.lessons.borrow().next_for(&mut seat.knows) {
                seat.send(RequestId(0), Message::Learn(lesson.subject), Some(lesson.file.clone()));
            }
            let Some((job, chunk)) = jobs.iter_mut().find_map(|job| job.queue.next_chunk().map(|chunk| (job, chunk)))
            else {
                continue;
            };
            if !seat.loaded.contains(&job.request) {
                seat.loaded.push(job.request);
                seat.send(job.request, Message::Load { grammar: job.grammar }, Some(to_bytes(&job.codebook)));
            }
            seat.send(job.request, Message::Analyse, Some(to_bytes(&chunk)));
            job.in_flight += 1;
            seat.work = Work::Busy(job.request, chunk);
        }
        let waiting: usize = jobs.iter().map(|job| job.queue.waiting()).sum();
        let more = self.0.served.get() && waiting > 2 * seats.len() && seats.len() < most_seats();
        drop((seats, jobs));
        if more {
            self.add_seat();
        }
    }

    fn with_job<T>(&self, request: RequestId, change: impl FnOnce(&mut Running) -> T) -> Option<T> {
        self.0.jobs.borrow_mut().iter_mut().find(|job| job.request == request).map(change)
    }

    fn tell(&self, request: RequestId, event: Event) {
        // Taken out first: a listener may start or cancel jobs.
        let listener = self.with_job(request, |job| job.listener.clone());
        if let Some(listener) = listener {
            listener(event);
        }
    }

    fn fall_back(&self, reason: StartError) {
        let inline = self.0.inline.borrow_mut().get_or_insert_default().clone();
        self.0.seats.take().into_iter().for_each(put_away);
        (self.0.on_fallback)(reason);
        for Lesson { subject, name, file, pupil } in self.0.lessons.take().into_all() {
            inline.learn(subject, name, file, pupil.unwrap_or_else(|| Rc::new(drop)));
        }
        for job in self.0.jobs.borrow_mut().iter_mut().filter(|job| job.inline.is_none()) {
            job.inline = Some(inline.start(job.rest(), job.listener.clone()));
        }
    }
}

/// Ends a worker, once its handler has returned, which may be running.
fn put_away(seat: Seat) {
    later(0, move || drop(seat));
}

impl Running {
    /// What is still to be read.
    fn rest(&mut self) -> Job {
        let articles = std::iter::from_fn(|| self.queue.next_chunk()).flatten().collect();
        Job { codebook: self.codebook.clone(), articles, grammar: self.grammar }
    }
}

impl Analyser for Workers {
    fn start(&self, job: Job, listener: Listener) -> RequestId {
        let request = RequestId(self.number());
        let mut running = Running {
            request,
            codebook: job.codebook,
            grammar: job.grammar,
            queue: Queue::new(job.articles),
            in_flight: 0,
            listener,
            inline: None,
        };
        let inline = self.0.inline.borrow().clone();
        if let Some(inline) = inline {
            running.inline = Some(inline.start(running.rest(), running.listener.clone()));
        } else if running.queue.waiting() == 0 {
            let listener = running.listener.clone();
            later(0, move || listener(Event::Done));
            return request;
        }
        self.0.jobs.borrow_mut().push(running);
        self.pump();
        request
    }

    fn learn(&self, subject: Subject, name: String, file: Vec<u8>, pupil: Pupil) {
        let inline = self.0.inline.borrow().clone();
        if let Some(inline) = inline {
            inline.learn(subject, name, file, pupil);
        } else {
            self.0.seats.borrow_mut().iter_mut().for_each(|seat| seat.knows.forget(subject));
            self.0.lessons.borrow_mut().add(Lesson { subject, name, file, pupil: Some(pupil) });
            self.pump();
        }
    }

    fn cancel(&self, request: RequestId) {
        let mut jobs = self.0.jobs.borrow_mut();
        let Some(place) = jobs.iter().position(|job| job.request == request) else { return };
        let job = jobs.remove(place);
        drop(jobs);
        if let (Some(inline), Some(request)) = (self.0.inline.borrow().as_ref(), job.inline) {
            inline.cancel(request);
        }
        for seat in self.0.seats.borrow_mut().iter_mut().filter(|seat| seat.loaded.contains(&request)) {
            seat.loaded.retain(|loaded| *loaded != request);
            seat.send(request, Message::Cancel, None);
        }
    }
}
