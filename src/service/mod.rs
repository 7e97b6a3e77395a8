//! The analyser behind one trait: in the page itself, or in workers beside it.
//!
//! A caller starts a [`Job`], hears of it in [`Event`]s, and may cancel it; where the work is done is not its business.
//! The messages between page and worker are small envelopes ([`message`]) with one buffer of bytes each ([`bytes`]).
//!
//! Must not know: the screen, the address bar, where articles come from.

#[cfg(all(feature = "worker", target_arch = "wasm32"))]
pub mod browser;
pub mod bytes;
pub mod message;
pub mod queue;
mod values;

use std::rc::Rc;

use self::message::Subject;
use crate::corpus::Article;
use crate::stance::{Analysis, Codebook};
use crate::text::Problem;

/// Articles to be read through one codebook.
#[derive(Clone, Debug, Default)]
pub struct Job {
    /// The questions to read them by.
    pub codebook: Codebook,
    /// The articles, in the order in which their analyses are wanted most.
    pub articles: Vec<Article>,
    /// Whether to read them with the parser's model, once there is one.
    pub grammar: bool,
}

/// Names one running job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequestId(pub u32);

/// What a caller hears of its job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Analyses of some articles, not always in the order asked for.
    Chunk(Vec<Analysis>),
    /// How many of the job's articles are done, with or without success.
    Progress {
        /// Done so far.
        done: usize,
        /// In the job.
        total: usize,
    },
    /// Something that could not be read, or not in the way it should have been; the job goes on.
    Problem(Problem),
    /// Nothing more will come.
    Done,
}

/// Who hears of a job.
pub type Listener = Rc<dyn Fn(Event)>;

/// Who hears what became of a file to learn from: its id, or what is wrong with it.
pub type Pupil = Rc<dyn Fn(Result<String, Problem>)>;

/// Reads articles without keeping its caller waiting.
pub trait Analyser {
    /// Starts a job; `listener` hears of it from the next turn of the event loop on.
    fn start(&self, job: Job, listener: Listener) -> RequestId;

    /// Takes the file of a subject, by its name and bytes. The parser's model is for jobs that are started once it has been
    /// checked and ask for it; the lists are for all that are started from now on.
    fn learn(&self, subject: Subject, name: String, file: Vec<u8>, pupil: Pupil);

    /// Gives up a job: its listener hears nothing more. Unknown and finished ones are ignored.
    fn cancel(&self, request: RequestId);
}
