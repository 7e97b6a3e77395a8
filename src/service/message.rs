//! The envelopes that pass between page and worker.

use serde::{Deserialize, Serialize};

/// Raised when the meaning of a message or of its bytes changes.
pub const PROTOCOL: u32 = 1;

/// Which build of the program this is: page and worker must agree.
pub const BUILD: &str = match option_env!("DEMARCHE_BUILD") {
    Some(build) => build,
    None => env!("CARGO_PKG_VERSION"),
};

/// One message without its bulk, which travels beside it as bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The job it belongs to; 0 for none.
    pub request: u32,
    /// What it says.
    pub message: Message,
}

/// What a message says. The comment names what the bytes beside it hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Message {
    /// From the worker, once it serves.
    Ready {
        /// Its [`PROTOCOL`].
        protocol: u32,
        /// Its [`BUILD`].
        build: String,
    },
    /// To the worker: the job's codebook.
    Load,
    /// To the worker: some of the job's articles.
    Analyse,
    /// To the worker: forget the job.
    Cancel,
    /// From the worker: the analyses of the articles sent last.
    Chunk,
    /// From the worker: what it could not do.
    Problem(String),
    /// From the worker: it is free again and the next articles may come.
    Done,
}

impl Envelope {
    /// What a worker says first.
    pub fn ready() -> Self {
        Self { request: 0, message: Message::Ready { protocol: PROTOCOL, build: BUILD.to_owned() } }
    }

    /// Whether this is what a worker of the same build and protocol says first.
    pub fn is_ready(&self) -> bool {
        *self == Self::ready()
    }
}
