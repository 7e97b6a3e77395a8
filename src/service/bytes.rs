//! Values as bytes, for the bulk of a message: short, quick to write and read, and only ever read by the same build.
//!
//! Not a file format: nothing outlives the message, so there is no version and no skipping of unknown fields. Numbers
//! are little-endian, lengths are `u32`. Each type's two directions come from one list of its fields, so they cannot
//! drift; reading is total and gives `None` on bytes that are not what they should be.

use crate::text::{Code, Date, Span};

/// A value that can cross to a worker and back.
pub trait Wire: Sized {
    /// Appends the value.
    fn put(&self, out: &mut Vec<u8>);

    /// Takes a value off the front; `None` where the bytes are not one.
    fn take(input: &mut &[u8]) -> Option<Self>;
}

/// The bytes of one value.
pub fn to_bytes(value: &impl Wire) -> Vec<u8> {
    let mut out = Vec::new();
    value.put(&mut out);
    out
}

/// The value of these bytes; `None` where they are not one, or more than one.
pub fn from_bytes<T: Wire>(mut input: &[u8]) -> Option<T> {
    let value = T::take(&mut input)?;
    input.is_empty().then_some(value)
}

/// Gives a struct both directions from one list of its fields.
macro_rules! wire_struct {
    ($type:ty { $($field:ident),* $(,)? }) => {
        impl $crate::service::bytes::Wire for $type {
            fn put(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($field.put(out);)*
            }

            fn take(input: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: $crate::service::bytes::Wire::take(input)?),* })
            }
        }
    };
}

/// Gives an enum without fields both directions from one list of its variants.
macro_rules! wire_enum {
    ($type:ident { $($variant:ident),* $(,)? }) => {
        impl $crate::service::bytes::Wire for $type {
            fn put(&self, out: &mut Vec<u8>) {
                // Written out, so that a new variant does not compile until it is listed.
                match self { $(Self::$variant => {})* }
                out.push(*self as u8);
            }

            fn take(input: &mut &[u8]) -> Option<Self> {
                let number = u8::take(input)?;
                [$(Self::$variant),*].into_iter().find(|&variant| variant as u8 == number)
            }
        }
    };
}

pub(crate) use {wire_enum, wire_struct};

impl Wire for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        let (&first, rest) = input.split_first()?;
        *input = rest;
        Some(first)
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        match u8::take(input)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Wire for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        let (number, rest) = input.split_first_chunk()?;
        *input = rest;
        Some(Self::from_le_bytes(*number))
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<u8>) {
        put_length(self.len(), out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        let length = u32::take(input)? as usize;
        let (text, rest) = input.split_at_checked(length)?;
        *input = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        if bool::take(input)? { T::take(input).map(Some) } else { Some(None) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        put_length(self.len(), out);
        self.iter().for_each(|item| item.put(out));
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        let length = u32::take(input)?;
        (0..length).map(|_| T::take(input)).collect()
    }
}

impl Wire for Code {
    fn put(&self, out: &mut Vec<u8>) {
        let text = self.as_str();
        out.push(u8::try_from(text.len()).unwrap_or_default());
        out.extend_from_slice(text.as_bytes());
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        let length = usize::from(u8::take(input)?);
        let (text, rest) = input.split_at_checked(length)?;
        *input = rest;
        std::str::from_utf8(text).ok()?.parse().ok()
    }
}

impl Wire for Date {
    fn put(&self, out: &mut Vec<u8>) {
        (u32::from(self.year()) << 16 | u32::from(self.month()) << 8 | u32::from(self.day())).put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        let [day, month, low, high] = u32::take(input)?.to_le_bytes();
        Self::new(u16::from_le_bytes([low, high]), month, day)
    }
}

wire_struct!(Span { start, end });

fn put_length(length: usize, out: &mut Vec<u8>) {
    // An article is at most 50 MB and a chunk holds few: a length never comes near the limit.
    u32::try_from(length).unwrap_or(u32::MAX).put(out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_the_crossing() {
        let value = vec![Some("Kœln".to_owned()), None, Some(String::new())];
        assert_eq!(from_bytes(&to_bytes(&value)), Some(value));
        let date: Option<Date> = "2008-02-29".parse().ok();
        assert_eq!(from_bytes(&to_bytes(&date)), Some(date));
        let code: Option<Code> = "NATO".parse().ok();
        assert_eq!(from_bytes(&to_bytes(&code)), Some(code));
    }

    #[test]
    fn short_long_and_wrong_bytes_are_refused() {
        let bytes = to_bytes(&"abc".to_owned());
        assert_eq!(from_bytes::<String>(&bytes[..5]), None);
        assert_eq!(from_bytes::<u8>(&bytes), None);
        assert_eq!(from_bytes::<bool>(&[2]), None);
        assert_eq!(from_bytes::<String>(&[1, 0, 0, 0, 0xff]), None);
        assert_eq!(from_bytes::<Vec<String>>(&[0xff; 4]), None);
    }
}
