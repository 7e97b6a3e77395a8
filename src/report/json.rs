//! Reading JSON objects leniently: every odd field becomes a problem with its name, none stops the rest.

use std::str::FromStr;

use super::value::{Value, read_value};
use crate::text::{Problem, SortedMap};

/// One file being read: collects what is wrong with it.
#[derive(Debug)]
pub(super) struct Source<'a> {
    file: &'a str,
    line: Option<u32>,
    problems: Vec<Problem>,
    /// Unknown keys, each with the path of the first object that has it.
    unknown: SortedMap<String, String>,
}

impl<'a> Source<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self { file, line: None, problems: Vec::new(), unknown: SortedMap::new() }
    }

    /// Later problems are in this line (counted from one) of the file.
    pub(super) fn set_line(&mut self, line: u32) {
        self.line = Some(line);
    }

    /// A problem with a field, or with the file as a whole where the path is empty.
    pub(super) fn warn(&mut self, path: &str, message: impl Into<String>) {
        let mut problem = Problem::new(self.file, message);
        problem.line = self.line;
        problem.field = Some(path.to_owned()).filter(|path| !path.is_empty());
        self.problems.push(problem);
    }

    /// All problems, with one for all unknown keys together.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        if !self.unknown.is_empty() {
            let keys: Vec<&str> = self.unknown.iter().map(|(_, path)| path.as_str()).collect();
            self.line = None;
            self.warn("", format!("fields that are not known were ignored: {}", keys.join(", ")));
        }
        self.problems
    }
}

/// A whole file as JSON.
///
/// # Errors
/// Where it is no JSON; the problem names the line.
pub(super) fn parse(file: &str, bytes: &[u8]) -> Result<Value, Problem> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::new(file, "the file is empty; it should hold JSON"));
    }
    read_value(bytes).map_err(|broken| {
        let message = format!("this is not JSON: {} (column {}); correct it there", broken.what, broken.column);
        Problem::new(file, message).at_line(broken.line)
    })
}

/// One object, whose keys are asked for one by one.
#[derive(Debug)]
pub(super) struct Object<'v> {
    fields: &'v [(String, Value)],
    path: String,
    asked: Vec<&'static str>,
}

impl<'v> Object<'v> {
    /// The object at this path; a problem and `None` where the value is something else.
    pub(super) fn new(value: &'v Value, path: &str, source: &mut Source) -> Option<Self> {
        let Value::Object(fields) = value else {
            source.warn(path, format!("{} stands where an object {{…}} should; left out", value.kind()));
            return None;
        };
        Some(Self { fields, path: path.to_owned(), asked: Vec::new() })
    }

    /// The path of a field.
    pub(super) fn path(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// A field that holds something: absent, null and empty are the same.
    pub(super) fn value(&mut self, key: &'static str) -> Option<&'v Value> {
        self.asked.push(key);
        self.fields.iter().find(|(known, _)| known == key).map(|(_, value)| value).filter(|value| !is_nothing(value))
    }

    /// Text, trimmed; a number is taken as its digits.
    pub(super) fn text(&mut self, key: &'static str, source: &mut Source) -> Option<String> {
        match self.value(key)? {
            Value::String(text) => Some(text.trim().to_owned()),
            Value::Number(number) => Some(number.clone()),
            other => {
                source.warn(&self.path(key), format!("{} stands where text should; left out", other.kind()));
                None
            }
        }
    }

    /// Text of a certain form, such as a date or a code.
    pub(super) fn parsed<T: FromStr>(&mut self, key: &'static str, source: &mut Source) -> Option<T>
    where
        T::Err: std::fmt::Display,
    {
        let text = self.text(key, source)?;
        text.parse().map_err(|error: T::Err| source.warn(&self.path(key), format!("{error}; left out"))).ok()
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, key: &'static str, source: &mut Source) -> Option<bool> {
        let value = self.value(key)?;
        if let Value::Bool(yes) = value {
            return Some(*yes);
        }
        source.warn(&self.path(key), format!("{} stands where true or false should; left out", value.kind()));
        None
    }

    /// The items of a list with their paths; something single is a list of one.
    pub(super) fn list(&mut self, key: &'static str) -> Vec<(String, &'v Value)> {
        let path = self.path(key);
        match self.value(key) {
            None => Vec::new(),
            Some(Value::Array(items)) => {
                items.iter().enumerate().map(|(at, item)| (format!("{path}[{at}]"), item)).collect()
            }
            Some(single) => vec![(path, single)],
        }
    }

    /// A list of texts; what is none is named and left out.
    pub(super) fn texts(&mut self, key: &'static str, source: &mut Source) -> Vec<String> {
        let text = |(path, value): (String, &Value)| {
            let text = value.as_str().map(|text| text.trim().to_owned());
            if text.is_none() {
                source.warn(&path, format!("{} stands where text should; left out", value.kind()));
            }
            text.filter(|text| !text.is_empty())
        };
        self.list(key).into_iter().filter_map(text).collect()
    }

    /// Keys that have a meaning for people, not for this program: no word is lost on them.
    pub(super) fn know(&mut self, keys: &[&'static str]) {
        self.asked.extend(keys);
    }

    /// Notes the keys that nobody asked for.
    pub(super) fn finish(self, source: &mut Source) {
        for (key, _) in self.fields.iter().filter(|(key, _)| !self.asked.contains(&key.as_str())) {
            let path = self.path(key);
            source.unknown.entry(without_places(&path), || path);
        }
    }
}

/// `issues[3].colour` as `issues[].colour`, so that a key is named once.
fn without_places(path: &str) -> String {
    path.chars().filter(|c| !c.is_ascii_digit()).collect()
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
