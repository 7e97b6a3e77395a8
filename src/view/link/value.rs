//! How each kind of value stands in a link: as a list of plain strings.

use std::collections::BTreeSet;

use crate::stance::{Mode, Stance};
use crate::text::{Code, Date};
use crate::view::{Cell, Layer, ListBy, Page};

/// A value that a link can carry. `read(write(x))` gives `x` and ignores nothing.
pub(super) trait LinkValue: Sized {
    /// Its parts; none for the default.
    fn write(&self) -> Vec<String>;

    /// The nearest value to these parts, and the parts that mean nothing.
    fn read(parts: Vec<String>) -> (Self, Vec<String>);
}

/// A value of one word.
trait Word: Sized {
    fn to_word(&self) -> String;
    fn from_word(word: &str) -> Option<Self>;
}

impl<T: Word + Ord> LinkValue for BTreeSet<T> {
    fn write(&self) -> Vec<String> {
        self.iter().map(Word::to_word).collect()
    }

    fn read(parts: Vec<String>) -> (Self, Vec<String>) {
        let (mut set, mut ignored) = (Self::new(), Vec::new());
        for part in parts {
            match T::from_word(&part) {
                Some(item) => drop(set.insert(item)),
                None => ignored.push(part),
            }
        }
        (set, ignored)
    }
}

/// One word or none.
impl<T: Word> LinkValue for Option<T> {
    fn write(&self) -> Vec<String> {
        // A statement's id is several words: its dots become the link's own separator.
        self.iter().flat_map(|value| value.to_word().split('.').map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    fn read(parts: Vec<String>) -> (Self, Vec<String>) {
        match T::from_word(&parts.join(".")) {
            Some(value) => (Some(value), Vec::new()),
            None => (None, parts),
        }
    }
}

/// Search words: the parts are what stands between blanks.
impl LinkValue for String {
    fn write(&self) -> Vec<String> {
        if self.is_empty() { Vec::new() } else { self.split(' ').map(str::to_owned).collect() }
    }

    fn read(parts: Vec<String>) -> (Self, Vec<String>) {
        (parts.join(" "), Vec::new())
    }
}

impl LinkValue for Option<Cell> {
    fn write(&self) -> Vec<String> {
        self.iter().flat_map(|cell| [cell.holder.to_word(), cell.issue.clone()]).collect()
    }

    fn read(parts: Vec<String>) -> (Self, Vec<String>) {
        match parts.as_slice() {
            [holder, issue] if !issue.is_empty() => match Code::from_word(holder) {
                Some(holder) => (Some(Cell { holder, issue: issue.clone() }), Vec::new()),
                None => (None, parts),
            },
            _ => (None, parts),
        }
    }
}

impl LinkValue for Page {
    fn write(&self) -> Vec<String> {
        match self {
            Self::Compare => Vec::new(),
            Self::Articles => vec!["articles".to_owned()],
            Self::Article(id) => vec!["article".to_owned(), id.clone()],
            Self::About => vec!["about".to_owned()],
        }
    }

    fn read(parts: Vec<String>) -> (Self, Vec<String>) {
        let words: Vec<&str> = parts.iter().map(String::as_str).collect();
        let page = match words.as_slice() {
            ["articles"] => Self::Articles,
            ["about"] => Self::About,
            ["article", id] if !id.is_empty() => Self::Article((*id).to_owned()),
            _ => return (Self::Compare, parts),
        };
        (page, Vec::new())
    }
}

impl LinkValue for ListBy {
    fn write(&self) -> Vec<String> {
        match self {
            Self::Country => Vec::new(),
            Self::Issue => vec!["issue".to_owned()],
        }
    }

    fn read(parts: Vec<String>) -> (Self, Vec<String>) {
        if parts == ["issue"] { (Self::Issue, Vec::new()) } else { (Self::Country, parts) }
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

/// Both directions of a list of words from one table.
macro_rules! words {
    ($type:ty: $($value:pat => $word:literal, $make:expr;)+) => {
        impl Word for $type {
            fn to_word(&self) -> String {
                match self { $($value => $word,)+ }.to_owned()
            }

            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($make),)+ _ => None }
            }
        }
    };
}

words! { bool:
    true => "yes", true;
    false => "no", false;
}
