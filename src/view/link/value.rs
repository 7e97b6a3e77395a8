//! How each kind of value stands in a link: as a list of plain strings.

use crate::text::SortedSet;
use crate::view::word::Word;
use crate::view::{ListBy, Page};

/// A value that a link can carry. `read(write(x))` gives `x` and ignores nothing.
pub(super) trait LinkValue: Sized {
    /// Its parts; none for the default.
    fn write(&self) -> Vec<String>;

    /// The nearest value to these parts, and the parts that mean nothing.
    fn read(parts: Vec<String>) -> (Self, Vec<String>);
}

/// Several words; those without a meaning are left out, the others hold.
impl<T: Word + Ord> LinkValue for SortedSet<T> {
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

/// One word or none; the dots of a cell or of a statement's id become the link's own separator.
impl<T: Word> LinkValue for Option<T> {
    fn write(&self) -> Vec<String> {
        self.as_ref().map(|value| split(&value.to_word(), '.')).unwrap_or_default()
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
        if self.is_empty() { Vec::new() } else { split(self, ' ') }
    }

    fn read(parts: Vec<String>) -> (Self, Vec<String>) {
        (parts.join(" "), Vec::new())
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

fn split(text: &str, separator: char) -> Vec<String> {
    text.split(separator).map(str::to_owned).collect()
}
