//! The envelopes that pass between page and worker.

/// Raised when the meaning of a message or of its bytes changes.
pub const PROTOCOL: u32 = 7;

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

/// An envelope as it crosses: its request, the number of its message, a number and a text that some messages have.
///
/// So few and so plain parts because each type that crosses costs every visitor its reader and writer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(any(test, feature = "worker"), derive(serde::Serialize, serde::Deserialize))]
pub struct Plain(u32, u32, u32, String);

impl From<&Envelope> for Plain {
    fn from(Envelope { request, message }: &Envelope) -> Self {
        let (kind, number, text) = match message {
            // First for good, so that builds with other messages understand that theirs is another.
            Message::Ready { protocol, build } => (0, *protocol, build.as_str()),
            Message::Learn(subject) => (1, *subject as u32, ""),
            Message::Learnt(subject, id) => (2, *subject as u32, id.as_str()),
            Message::Refused(subject, why) => (3, *subject as u32, why.as_str()),
            Message::Load { grammar } => (4, u32::from(*grammar), ""),
            Message::Analyse => (5, 0, ""),
            Message::Cancel => (6, 0, ""),
            Message::Chunk => (7, 0, ""),
            Message::Problem(why) => (8, 0, why.as_str()),
            Message::Done => (9, 0, ""),
        };
        Self(*request, kind, number, text.to_owned())
    }
}

impl Plain {
    /// What it says; `None` where there is no such message.
    pub fn envelope(self) -> Option<Envelope> {
        let Self(request, kind, number, text) = self;
        let subject = if number == Subject::Grammar as u32 { Subject::Grammar } else { Subject::Lists };
        let message = match kind {
            0 => Message::Ready { protocol: number, build: text },
            1 => Message::Learn(subject),
            2 => Message::Learnt(subject, text),
            3 => Message::Refused(subject, text),
            4 => Message::Load { grammar: number != 0 },
            5 => Message::Analyse,
            6 => Message::Cancel,
            7 => Message::Chunk,
            8 => Message::Problem(text),
            9 => Message::Done,
            _ => return None,
        };
        Some(Envelope { request, message })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let crossed = serde_json::to_value(Plain::from(&envelope)).expect("plain values");
            let arrived: Plain = serde_json::from_value(crossed).expect("the same type");
            assert_eq!(arrived.envelope(), Some(envelope));
        }
        assert_eq!(Plain(1, 10, 0, String::new()).envelope(), None, "a message of no kind");
        assert!(serde_json::from_str::<Plain>(r#"[1, "Sing", 0, ""]"#).is_err());
    }
}
