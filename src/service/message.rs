//! The envelopes that pass between page and worker.

/// Raised when the meaning of a message or of its bytes changes.
pub const PROTOCOL: u32 = 5;

/// Which build of the program this is: page and worker must agree.
pub const BUILD: &str = match option_env!("DEMARCHE_BUILD") {
    Some(build) => build,
    None => env!("CARGO_PKG_VERSION"),
};

/// One message without its bulk, which travels beside it as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(any(test, feature = "app"), derive(serde::Serialize, serde::Deserialize))]
pub struct Envelope {
    /// The job it belongs to; 0 for none.
    pub request: u32,
    /// What it says.
    pub message: Message,
}

/// What a worker can learn beyond what its program holds, each from one file that the page fetches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(any(test, feature = "app"), derive(serde::Serialize, serde::Deserialize))]
pub enum Subject {
    /// The grammar of sentences: the parser's model.
    Grammar,
    /// All names and words: the lists in whole.
    Lists,
}

/// What a message says. The comment names what the bytes beside it hold.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(any(test, feature = "app"), derive(serde::Serialize, serde::Deserialize))]
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
            let crossed = serde_json::to_value(&envelope).expect("plain values");
            assert_eq!(serde_json::from_value::<Envelope>(crossed).expect("the same type"), envelope);
        }
        assert!(serde_json::from_str::<Envelope>(r#"{"request": 1, "message": "Sing"}"#).is_err());
    }
}
