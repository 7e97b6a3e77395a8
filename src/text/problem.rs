//! What went wrong without stopping the work.

use std::fmt;

use super::Span;

/// One thing a reader or editor should know: where, what, and what to do about it.
///
/// Analysis and loading never fail on a text; they return what they found and a list of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, article id or link it concerns.
    pub place: String,
    /// The line, counted from one, where known.
    pub line: Option<u32>,
    /// The field, where known.
    pub field: Option<String>,
    /// The words concerned, where they are part of an article.
    pub span: Option<Span>,
    /// What is wrong and what to do, in one or two plain sentences.
    pub message: String,
}

impl Problem {
    /// A problem with a file or article as a whole.
    pub fn new(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { place: place.into(), line: None, field: None, span: None, message: message.into() }
    }

    /// The same, in this line (counted from one).
    #[must_use]
    pub fn at_line(self, line: u32) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The same, in this field.
    #[must_use]
    pub fn in_field(self, field: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", field “{field}”")?;
        }
        write!(f, ": {}", self.message)
    }
}
