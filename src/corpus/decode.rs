//! Bytes to text: which encoding a file is in, and whether it is text at all.

use std::borrow::Cow;
use std::fmt;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE_BYTES: usize = 20 * 1024 * 1024;

/// A decoded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, without byte-order mark.
    pub text: String,
    /// What it was written in.
    pub encoding: Encoding,
}

/// The encodings that news files come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, the default.
    Utf8,
    /// UTF-16, of either byte order.
    Utf16,
    /// Windows-1252, taken where the bytes are no UTF-8.
    Windows1252,
}

/// Why a file can't be read as an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// No characters but white space.
    Empty,
    /// Not text: a picture, a PDF, a word processor's file.
    Binary,
    /// Larger than [`LARGEST_FILE_BYTES`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file holds no text; check that it was saved"),
            Self::Binary => f.write_str("this is not plain text; save the article as .txt or .md and try again"),
            Self::TooLarge { bytes } => write!(
                f,
                "the file is {} MB, larger than the {} MB that are read; split it into single articles",
                bytes.div_ceil(1024 * 1024),
                LARGEST_FILE_BYTES / (1024 * 1024)
            ),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Decodes a file. A byte-order mark decides; without one, UTF-16 shows by its zero bytes, valid UTF-8 is UTF-8,
/// and the rest is taken for Windows-1252 unless it holds control characters that no text has.
///
/// # Errors
/// Where the file is empty, too large or not text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if bytes.len() > LARGEST_FILE_BYTES {
        return Err(DecodeError::TooLarge { bytes: bytes.len() });
    }
    let (text, encoding) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8_or_1252(rest),
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), Encoding::Utf16),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), Encoding::Utf16),
        _ => match zero_bytes(bytes) {
            Zeros::None => utf8_or_1252(bytes),
            Zeros::OddPlaces => (utf16(bytes, u16::from_le_bytes), Encoding::Utf16),
            Zeros::EvenPlaces => (utf16(bytes, u16::from_be_bytes), Encoding::Utf16),
            Zeros::Scattered => return Err(DecodeError::Binary),
        },
    };
    if looks_binary(&text) {
        return Err(DecodeError::Binary);
    }
    if text.trim().is_empty() {
        return Err(DecodeError::Empty);
    }
    Ok(Decoded { text, encoding })
}

fn utf8_or_1252(bytes: &[u8]) -> (String, Encoding) {
    match String::from_utf8_lossy(bytes) {
        Cow::Borrowed(text) => (text.to_owned(), Encoding::Utf8),
        Cow::Owned(_) => (bytes.iter().map(|&byte| windows_1252(byte)).collect(), Encoding::Windows1252),
    }
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|&pair| unit(pair));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

enum Zeros {
    None,
    OddPlaces,
    EvenPlaces,
    Scattered,
}

/// Latin text in UTF-16 has a zero in every other byte.
fn zero_bytes(bytes: &[u8]) -> Zeros {
    let head = &bytes[..bytes.len().min(4096)];
    let at = |parity: usize| head.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (at(0), at(1));
    let half = head.len() / 2;
    match (even, odd) {
        (0, 0) if !bytes.contains(&0) => Zeros::None,
        (_, _) if odd * 10 >= half * 6 && even * 10 < half => Zeros::OddPlaces,
        (_, _) if even * 10 >= half * 6 && odd * 10 < half => Zeros::EvenPlaces,
        _ => Zeros::Scattered,
    }
}

/// More than one character in a hundred that no text has.
fn looks_binary(text: &str) -> bool {
    let odd = |c: &char| matches!(*c, '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffd}');
    let head = text.chars().take(20_000);
    let count = head.clone().filter(odd).count();
    text.starts_with("%PDF-")
        || text.starts_with("{\\rtf")
        || text.starts_with("PK\u{3}\u{4}")
        || count * 100 > head.count()
}

/// The WHATWG Encoding Standard's index for windows-1252.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_text() {
        let text = "“Élysée” says no";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let windows = b"\x93\xc9lys\xe9e\x94 says no";
        for (bytes, encoding) in [
            (text.as_bytes(), Encoding::Utf8),
            (&[&[0xff, 0xfe], little.as_slice()].concat(), Encoding::Utf16),
            (&[&[0xfe, 0xff], big.as_slice()].concat(), Encoding::Utf16),
            (windows.as_slice(), Encoding::Windows1252),
        ] {
            assert_eq!(decode(bytes), Ok(Decoded { text: text.to_owned(), encoding }));
        }
        let plain: Vec<u8> = "no mark at all".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&plain).map(|decoded| decoded.text), Ok("no mark at all".to_owned()));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b""), Err(DecodeError::Empty));
        assert_eq!(decode(b" \n\t"), Err(DecodeError::Empty));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01"), Err(DecodeError::Binary));
        assert_eq!(decode(b"%PDF-1.4 and so on"), Err(DecodeError::Binary));
        let large = vec![b'a'; LARGEST_FILE_BYTES + 1];
        assert!(matches!(decode(&large), Err(DecodeError::TooLarge { .. })));
    }
}
