//! The envelopes that pass between page and worker.

use super::bytes::{Input, Wire, wire_struct};

/// Raised when the meaning of a message or of its bytes changes.
pub const PROTOCOL: u32 = 2;

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

wire_struct!(Envelope { request, message });

impl Wire for Message {
    fn put(&self, out: &mut Vec<u8>) {
        let number: u8 = match self {
            Self::Ready { .. } => 0,
            Self::Load => 1,
            Self::Analyse => 2,
            Self::Cancel => 3,
            Self::Chunk => 4,
            Self::Problem(_) => 5,
            Self::Done => 6,
        };
        number.put(out);
        match self {
            Self::Ready { protocol, build } => {
                protocol.put(out);
                build.put(out);
            }
            Self::Problem(message) => message.put(out),
            Self::Load | Self::Analyse | Self::Cancel | Self::Chunk | Self::Done => {}
        }
    }

    fn take(input: &mut Input) -> Self {
        match u8::take(input) {
            0 => Self::Ready { protocol: u32::take(input), build: String::take(input) },
            1 => Self::Load,
            2 => Self::Analyse,
            3 => Self::Cancel,
            4 => Self::Chunk,
            5 => Self::Problem(String::take(input)),
            6 => Self::Done,
            _ => {
                input.refuse();
                Self::Done
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::bytes::{from_bytes, to_bytes};

    #[test]
    fn every_message_survives_the_crossing() {
        let messages = [
            Envelope::ready().message,
            Message::Load,
            Message::Analyse,
            Message::Cancel,
            Message::Chunk,
            Message::Problem("why".to_owned()),
            Message::Done,
        ];
        for message in messages {
            let envelope = Envelope { request: 7, message };
            assert_eq!(from_bytes(&to_bytes(&envelope)), Some(envelope));
        }
        assert_eq!(from_bytes::<Envelope>(&[0, 0, 0, 0, 9]), None);
    }
}
