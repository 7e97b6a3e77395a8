//! The short code of a country, bloc or body.

use std::fmt;
use std::str::FromStr;

/// Who holds a position: an ISO 3166-1 alpha-2 code (`RU`), `XK` for Kosovo, a four-letter ISO 3166-3 code of a
/// former state (`SUHH`), or a bloc or body of `lexicon/blocs.txt` (`EU`, `NATO`, `G8`).
///
/// Two to twelve ASCII capitals and digits. Kept inline, so that a mention costs no allocation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code([u8; 12]);

/// A code with letters, digits or a length that no code has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeError(String);

impl Code {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|&byte| byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }

    /// Whether it names a country, living or former, as against a bloc or body: two letters other than `EU` and
    /// `UN`, or the four letters of ISO 3166-3 known to the lexicon.
    pub fn is_country(&self) -> bool {
        let text = self.as_str();
        (text.len() == 2 && text != "EU" && text != "UN" && text.bytes().all(|b| b.is_ascii_uppercase()))
            || matches!(text, "SUHH" | "YUCS" | "DDDE" | "CSHH" | "SCG" | "CSXX")
    }
}

impl FromStr for Code {
    type Err = CodeError;

    /// Reads a code; small letters are taken for capitals, as links write them.
    ///
    /// # Errors
    /// Where the text is not two to twelve ASCII letters and digits.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let fits = (2..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !fits {
            return Err(CodeError(text.to_owned()));
        }
        let mut bytes = [0; 12];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        bytes.make_ascii_uppercase();
        Ok(Self(bytes))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a country or bloc code (two to twelve letters or digits)", self.0)
    }
}

impl std::error::Error for CodeError {}
