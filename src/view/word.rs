//! The one word by which a value goes in links and in files.

use crate::attribution::QuotationKind;
use crate::compare::Verdict;
use crate::entities::EntityKind;
use crate::stance::{IssueKind, Mode, Stance};
use crate::text::{Code, Date};
use crate::view::{Cell, Layer};

/// A value with a word of its own, fixed for ever: links and files hold it. `from_word(to_word(x))` is `x`.
pub(crate) trait Word: Sized {
    /// The word.
    fn to_word(&self) -> String;

    /// The value; `None` where the word has no meaning.
    fn from_word(word: &str) -> Option<Self>;
}

/// Both directions of a list of words from one table.
macro_rules! words {
    ($type:ident: $($variant:ident = $word:literal),+ $(,)?) => {
        impl Word for $type {
            fn to_word(&self) -> String {
                match self { $(Self::$variant => $word,)+ }.to_owned()
            }

            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

words!(Stance: Supports = "supports", Opposes = "opposes", Conditional = "conditional", Neutral = "neutral");
words!(Mode: Direct = "direct", Reported = "reported", Act = "act", Described = "described");
words!(IssueKind: Policy = "policy", Claim = "claim");
words!(QuotationKind: Direct = "direct", Mixed = "mixed", Reported = "reported");
words!(EntityKind: Country = "country", Bloc = "bloc", Organisation = "organisation", Person = "person",
    Place = "place", System = "system", Document = "document", Event = "event");
words!(Layer: Countries = "countries", People = "people", Bodies = "bodies", Places = "places",
    Quotations = "quotations", Stances = "stances", Cuts = "cuts");

impl Word for Verdict {
    fn to_word(&self) -> String {
        match self {
            Self::One(stance) => stance.to_word(),
            Self::Split => "split".to_owned(),
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        if word == "split" { Some(Self::Split) } else { Stance::from_word(word).map(Self::One) }
    }
}

impl Word for bool {
    fn to_word(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }

    fn from_word(word: &str) -> Option<Self> {
        match word {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

/// Ids and slugs.
impl Word for String {
    fn to_word(&self) -> String {
        self.clone()
    }

    fn from_word(word: &str) -> Option<Self> {
        (!word.is_empty()).then(|| word.to_owned())
    }
}

/// Small letters, as ids and links have them.
impl Word for Code {
    fn to_word(&self) -> String {
        self.as_str().to_ascii_lowercase()
    }

    fn from_word(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

impl Word for Date {
    fn to_word(&self) -> String {
        self.to_string()
    }

    fn from_word(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// Holder and issue, as a statement's id has them.
impl Word for Cell {
    fn to_word(&self) -> String {
        format!("{}.{}", self.holder.to_word(), self.issue)
    }

    fn from_word(word: &str) -> Option<Self> {
        let (holder, issue) = word.split_once('.')?;
        Some(Self { holder: Code::from_word(holder)?, issue: String::from_word(issue)? })
    }
}
