//! The coded lines, as people wrote them.

use crate::report::json::{Object, Source};
use crate::report::value::read_value;
use crate::stance::Stance;
use crate::text::Problem;
use crate::view::word::Word;

/// A coded statement; its fields are those of the coding guidelines, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoldStatement {
    /// The article's id.
    pub article: String,
    /// Words of the sentence.
    pub quote: String,
    /// Who speaks; empty where only a country or bloc is named.
    pub speaker: String,
    /// Whose position.
    pub holder: String,
    /// Who tells it; empty where own.
    pub told_by: String,
    /// The issue's id.
    pub issue: String,
    /// The stance's word.
    pub stance: String,
    /// The mode's word.
    pub mode: String,
    /// False where coders debated the line.
    pub required: bool,
}

impl GoldStatement {
    /// Whether a sentence holds the coded words.
    pub fn is_in(&self, sentence: &str) -> bool {
        super::fold(sentence).contains(&super::fold(&self.quote))
    }

    /// The coded stance; `None` where it is no side, or coders debated it.
    pub fn side(&self) -> Option<Stance> {
        Stance::from_word(&self.stance).filter(|stance| self.required && *stance != Stance::Neutral)
    }
}

/// A coded cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoldPosition {
    /// Whose position.
    pub holder: String,
    /// The issue's id.
    pub issue: String,
    /// The words that are right.
    pub stances: Vec<String>,
    /// False where coders debated the cell.
    pub required: bool,
}

/// A coded name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoldEntity {
    /// The article's id.
    pub article: String,
    /// The words as they stand.
    pub surface: String,
    /// The type's word.
    pub kind: String,
    /// The country's or bloc's code, if any.
    pub country: Option<String>,
    /// False where coders debated the line.
    pub required: bool,
}

/// Reads `statements.jsonl`.
///
/// # Errors
/// Where a line is not a coded statement; the problem names it.
pub fn read_statements(file_name: &str, text: &str) -> Result<Vec<GoldStatement>, Problem> {
    read(file_name, text, |object, source| {
        Some(GoldStatement {
            article: object.text("article", source)?,
            quote: object.text("quote", source)?,
            speaker: object.text("speaker", source).unwrap_or_default(),
            holder: object.text("holder", source)?,
            told_by: object.text("told_by", source).unwrap_or_default(),
            issue: object.text("issue", source)?,
            stance: object.text("stance", source)?,
            mode: object.text("mode", source).unwrap_or_default(),
            required: object.flag("required", source).unwrap_or(true),
        })
    })
}

/// Reads `positions.jsonl`.
///
/// # Errors
/// Where a line is not a coded cell; the problem names it.
pub fn read_positions(file_name: &str, text: &str) -> Result<Vec<GoldPosition>, Problem> {
    read(file_name, text, |object, source| {
        Some(GoldPosition {
            holder: object.text("holder", source)?,
            issue: object.text("issue", source)?,
            stances: object.texts("stances", source),
            required: object.flag("required", source).unwrap_or(true),
        })
    })
}

/// Reads `entities.jsonl`.
///
/// # Errors
/// Where a line is not a coded name; the problem names it.
pub fn read_entities(file_name: &str, text: &str) -> Result<Vec<GoldEntity>, Problem> {
    read(file_name, text, |object, source| {
        Some(GoldEntity {
            article: object.text("article", source)?,
            surface: object.text("surface", source)?,
            kind: object.text("type", source)?,
            country: object.text("country", source),
            required: object.flag("required", source).unwrap_or(true),
        })
    })
}

/// Coded lines must be whole: a score over half a file would mislead.
fn read<T>(
    file_name: &str,
    text: &str,
    take: impl Fn(&mut Object, &mut Source) -> Option<T>,
) -> Result<Vec<T>, Problem> {
    let mut found = Vec::new();
    for (number, line) in (1_u32..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let wrong = |message: String| Problem::new(file_name, message).at_line(number);
        let value = read_value(line.as_bytes()).map_err(|error| wrong(format!("not JSON: {}", error.what)))?;
        let mut source = Source::new(file_name);
        let coded = Object::new(&value, "", &mut source).and_then(|mut object| take(&mut object, &mut source));
        found.push(coded.ok_or_else(|| wrong("a field that every coded line has is missing".to_owned()))?);
    }
    Ok(found)
}
