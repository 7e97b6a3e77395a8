//! The envelopes that pass between page and worker.

use super::bytes::{Input, Wire, wire_enum, wire_struct};

/// Raised when the meaning of a message or of its bytes changes.
pub const PROTOCOL: u32 = 6;

/// Which build of the program this is: page and worker must agree.
pub const BUILD: &str = match option_env!("DEMARCHE_BUILD") {
    Some(build) => build,
    None => env!("CARGO_PKG_VERSION"),
};

/// One message without its bulk, which travels beside it as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The job it belongs to; 0 for none.
    pub request: u32,
    /// What it says.
    pub message: Message,
}

/// What a worker can learn beyond what its program holds, each from one file that the page fetches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The grammar of sentences: the parser's model.
    Grammar,
    /// All names and words: the lists in whole.
    Lists,
}

/// What a message says. The comment names what the bytes beside it hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// From the worker, once it serves.
    Ready {
        /// Its [`PROTOCOL`].
        protocol: u32,
        /// Its [`BUILD`].
        build: String,
    },
    /// To the worker: the file of a subject.
    Learn(Subject),
    /// From the worker: it has learnt the subject, by a file with this id.
    Learnt(Subject, String),
    /// From the worker: what it was sent is no such file, and why.
    Refused(Subject, String),
    /// To the worker: the job's codebook.
    Load {
        /// Whether to read with the model.
        grammar: bool,
    },
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

wire_struct!(Envelope { request, message });
wire_enum!(Subject { Grammar, Lists });

impl Wire for Message {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            // First for good, so that builds with other messages understand that theirs is another.
            Self::Ready { protocol, build } => {
                out.push(0);
                protocol.put(out);
                build.put(out);
            }
            Self::Learn(subject) => {
                out.push(1);
                subject.put(out);
            }
            Self::Learnt(subject, text) | Self::Refused(subject, text) => {
                out.push(if matches!(self, Self::Learnt(..)) { 2 } else { 3 });
                subject.put(out);
                text.put(out);
            }
            Self::Load { grammar } => out.extend([4, u8::from(*grammar)]),
            Self::Analyse => out.push(5),
            Self::Cancel => out.push(6),
            Self::Chunk => out.push(7),
            Self::Problem(text) => {
                out.push(8);
                text.put(out);
            }
            Self::Done => out.push(9),
        }
    }

    fn take(input: &mut Input) -> Self {
        match u8::take(input) {
            0 => Self::Ready { protocol: u32::take(input), build: String::take(input) },
            1 => Self::Learn(Subject::take(input)),
            2 => Self::Learnt(Subject::take(input), String::take(input)),
            3 => Self::Refused(Subject::take(input), String::take(input)),
            4 => Self::Load { grammar: bool::take(input) },
            5 => Self::Analyse,
            6 => Self::Cancel,
            7 => Self::Chunk,
            8 => Self::Problem(String::take(input)),
            number => {
                if number != 9 {
                    input.refuse();
                }
                Self::Done
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::bytes::{from_bytes, to_bytes};

    #[test]
    fn every_message_survives_the_crossing() {
        let messages = [
            Envelope::ready().message,
            Message::Learn(Subject::Grammar),
            Message::Learnt(Subject::Lists, "id".to_owned()),
            Message::Refused(Subject::Grammar, "why".to_owned()),
            Message::Load { grammar: true },
            Message::Analyse,
            Message::Cancel,
            Message::Chunk,
            Message::Problem("why".to_owned()),
            Message::Done,
        ];
        for message in messages {
            let envelope = Envelope { request: 7, message };
            let bytes = to_bytes(&envelope);
            assert_eq!(from_bytes(&bytes[..bytes.len() - 1]), None::<Envelope>, "{envelope:?} cut short");
            assert_eq!(from_bytes(&bytes), Some(envelope));
        }
        assert_eq!(from_bytes::<Envelope>(&[7, 0, 0, 0, 10]), None, "a message of no kind");
    }
}
