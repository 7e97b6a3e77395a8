//! JSON as a value (RFC 8259): the half that reads. Rows are written by [`table`](super::table).
//!
//! A library would bring tables for the conversion of decimals, which nothing here needs: a number is kept as its digits.

use crate::text::InOrder;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    /// Its digits as given.
    Number(String),
    String(String),
    Array(Vec<Value>),
    /// By key, in order; of a key that comes twice the last value holds.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// Its text, where it is one.
    pub(super) fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// Its items, where it is a list.
    pub(super) fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// What it is, in a reader's words.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::String(_) => "text",
            Self::Array(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// Why a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// In a few words.
    pub(super) what: &'static str,
    /// Line, counted from one.
    pub(super) line: u32,
    /// Byte of the line, counted from one.
    pub(super) column: usize,
}

/// Lists and objects may lie in each other so deep.
const DEEPEST: usize = 128;

/// Reads one value and nothing after it.
pub(super) fn read_value(bytes: &[u8]) -> Result<Value, Broken> {
    let broken = |at: usize, what: &'static str| {
        let before = &bytes[..at];
        let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        // Where the text ends too soon, its last byte is named.
        let column = (at - start + 1).min(bytes.len() - start);
        Broken { what, line: u32::try_from(before.split(|&byte| byte == b'\n').count()).unwrap_or(u32::MAX), column }
    };
    let text = std::str::from_utf8(bytes).map_err(|error| broken(error.valid_up_to(), "not UTF-8"))?;
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = reader.value().and_then(|value| match reader.peek() {
        None => Ok(value),
        Some(_) => Err("trailing characters"),
    });
    value.map_err(|what| broken(reader.at, what))
}

/// A text being read; what is wrong lies at `at`.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

type Read<T> = Result<T, &'static str>;

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Takes the next byte if it is this one.
    fn takes(&mut self, wanted: u8) -> bool {
        let found = self.byte() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Read<Value> {
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.name(),
        }
    }

    fn name(&mut self) -> Read<Value> {
        for (name, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
            if self.text[self.at..].starts_with(name) {
                self.at += name.len();
                return Ok(value);
            }
        }
        Err("expected value")
    }

    fn nested(&mut self, read: fn(&mut Self) -> Read<Value>) -> Read<Value> {
        if self.depth == DEEPEST {
            return Err("too many lists in each other");
        }
        (self.at, self.depth) = (self.at + 1, self.depth + 1);
        let value = read(self);
        self.depth -= 1;
        value
    }

    /// After one item: whether another follows.
    fn goes_on(&mut self, end: u8) -> Read<bool> {
        self.peek();
        if self.takes(b',') {
            return Ok(true);
        }
        if self.takes(end) { Ok(false) } else { Err("expected a comma or the end") }
    }

    fn array(&mut self) -> Read<Value> {
        let mut items = Vec::new();
        let mut more = self.peek() != Some(b']') || !self.takes(b']');
        while more {
            items.push(self.value()?);
            more = self.goes_on(b']')?;
        }
        Ok(Value::Array(items))
    }

    fn object(&mut self) -> Read<Value> {
        let mut fields = Vec::new();
        let mut more = self.peek() != Some(b'}') || !self.takes(b'}');
        while more {
            if self.peek() != Some(b'"') {
                return Err("expected a key in quotation marks");
            }
            let key = self.string()?;
            self.peek();
            if !self.takes(b':') {
                return Err("expected a colon");
            }
            fields.push((key, self.value()?));
            more = self.goes_on(b'}')?;
        }
        // The last of a key first, and the others gone.
        fields.reverse();
        fields.order_by(|(one, _): &(String, Value), (other, _)| one.cmp(other));
        fields.dedup_by(|(later, _), (kept, _)| later == kept);
        Ok(Value::Object(fields))
    }

    fn digits(&mut self) -> Read<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err("expected a digit") }
    }

    fn number(&mut self) -> Read<Value> {
        let start = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        Ok(Value::Number(self.text[start..self.at].to_owned()))
    }

    fn string(&mut self) -> Read<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let plain = self.text.as_bytes()[self.at..].iter().position(|&byte| matches!(byte, b'"' | b'\\' | 0..=31));
            let end = plain.map_or(self.text.len(), |plain| self.at + plain);
            out.push_str(&self.text[self.at..end]);
            self.at = end;
            if self.takes(b'"') {
                return Ok(out);
            }
            if !self.takes(b'\\') {
                return Err(if end == self.text.len() {
                    "the text does not end"
                } else {
                    "a control character in a text"
                });
            }
            out.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Read<char> {
        let byte = self.byte().ok_or("the text does not end")?;
        let c = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.coded();
            }
            _ => return Err("an unknown escape"),
        };
        self.at += 1;
        Ok(c)
    }

    /// After `\u`: a character by its number, or by the two halves of a pair.
    fn coded(&mut self) -> Read<char> {
        let lone = "half a pair of \\u";
        let high = self.hex()?;
        let code = match high {
            0xd800..=0xdbff => {
                let pair = self.takes(b'\\') && self.takes(b'u');
                let low = if pair { self.hex()? } else { 0 };
                if !(0xdc00..=0xdfff).contains(&low) {
                    return Err(lone);
                }
                0x1_0000 + ((high - 0xd800) << 10 | (low - 0xdc00))
            }
            _ => high,
        };
        char::from_u32(code).ok_or(lone)
    }

    fn hex(&mut self) -> Read<u32> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or("expected four digits")?;
        self.at += 4;
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_serde(value: Value) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(yes) => yes.into(),
            Value::Number(digits) => serde_json::from_str(&digits).expect("a number"),
            Value::String(text) => text.into(),
            Value::Array(items) => items.into_iter().map(as_serde).collect(),
            Value::Object(fields) => {
                serde_json::Value::Object(fields.into_iter().map(|(key, value)| (key, as_serde(value))).collect())
            }
        }
    }

    /// Whole and broken ones; each is read, or refused, as another reader does.
    const TEXTS: &[&str] = &[
        "null",
        " true ",
        "false\n",
        "0",
        "-0",
        "-12.50e+3",
        "1E2",
        "01",
        "1.",
        ".5",
        "-",
        "1e",
        "+1",
        "truex",
        "nul",
        r#""a\"\\\/\b\f\n\r\té""#,
        r#""\u00e9\ud83d\ude00""#,
        r#""\ud83d""#,
        r#""\ud83dx""#,
        r#""\ude00""#,
        r#""\u12g4""#,
        r#""\x""#,
        "\"a\nb\"",
        "\"open",
        "\"open\\",
        "[]",
        "[ ]",
        "[1, [2], {}]",
        "[1,]",
        "[,]",
        "[1 2]",
        "[",
        "{",
        "{}",
        r#"{"b": 1, "a": {"c": []}, "b": 2}"#,
        r#"{"a" 1}"#,
        r#"{"a": 1,}"#,
        "{a: 1}",
        r#"{"a": }"#,
        "{} {}",
        "",
        " ",
    ];

    #[test]
    fn values_are_those_of_another_reader() {
        for text in TEXTS {
            let expected: Option<serde_json::Value> = serde_json::from_str(text).ok();
            assert_eq!(read_value(text.as_bytes()).ok().map(as_serde), expected, "{text}");
        }
        assert!(read_value(b"\"\xff\"").is_err());
    }

    #[test]
    fn depth_has_an_end() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(read_value(nested(DEEPEST).as_bytes()).is_ok());
        assert!(read_value(nested(100_000).as_bytes()).is_err());
    }

    #[test]
    fn the_place_of_a_mistake_is_named() {
        let place = |text: &str| read_value(text.as_bytes()).map_err(|broken| (broken.line, broken.column));
        assert_eq!(place("{\n \"issues\": [}"), Err((2, 13)));
        assert_eq!(place("{\"id\": \"b\","), Err((1, 11)));
    }
}
