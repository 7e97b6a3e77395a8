//! Values as bytes, for the bulk of a message: short, quick to write and read, and only ever read by the same build.
//!
//! Not a file format: nothing outlives the message, so there is no version and no skipping of unknown fields. Numbers
//! are little-endian, lengths are `u32`. Each type's two directions come from one list of its fields, so they cannot
//! drift. Reading never fails half-way: on bytes that are not what they should be it goes on with empty values and says
//! so at the end, which keeps the code of every type short and straight.

use crate::text::{Code, Date, Span};

/// A value that can cross to a worker and back.
pub trait Wire: Sized {
    /// Appends the value.
    fn put(&self, out: &mut Vec<u8>);

    /// Takes a value off the front; some value and a mark on `input` where the bytes are not one.
    fn take(input: &mut Input) -> Self;
}

/// Bytes being read.
#[derive(Debug)]
pub struct Input<'a> {
    rest: &'a [u8],
    is_broken: bool,
}

impl<'a> Input<'a> {
    /// The next bytes; none, and a mark, where there are not so many.
    fn bytes(&mut self, count: usize) -> &'a [u8] {
        let (bytes, rest) = self.rest.split_at_checked(count).unwrap_or_else(|| {
            self.is_broken = true;
            (&[], &[])
        });
        self.rest = rest;
        bytes
    }

    /// Notes that the bytes are not what they should be.
    pub fn refuse(&mut self) {
        self.is_broken = true;
    }
}

/// The bytes of one value.
pub fn to_bytes(value: &impl Wire) -> Vec<u8> {
    let mut out = Vec::new();
    value.put(&mut out);
    out
}

/// The value of these bytes; `None` where they are not one, or more than one.
pub fn from_bytes<T: Wire>(bytes: &[u8]) -> Option<T> {
    let mut input = Input { rest: bytes, is_broken: false };
    let value = T::take(&mut input);
    (!input.is_broken && input.rest.is_empty()).then_some(value)
}

/// Gives a struct both directions from one list of its fields.
macro_rules! wire_struct {
    ($type:ty { $($field:ident),* $(,)? }) => {
        impl $crate::service::bytes::Wire for $type {
            fn put(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($field.put(out);)*
            }

            fn take(input: &mut $crate::service::bytes::Input) -> Self {
                Self { $($field: $crate::service::bytes::Wire::take(input)),* }
            }
        }
    };
}

/// Gives an enum without fields both directions from one list of its variants.
macro_rules! wire_enum {
    ($type:ident { $first:ident $(, $variant:ident)* $(,)? }) => {
        impl $crate::service::bytes::Wire for $type {
            fn put(&self, out: &mut Vec<u8>) {
                // Written out, so that a new variant does not compile until it is listed.
                match self { Self::$first $(| Self::$variant)* => out.push(*self as u8) }
            }

            fn take(input: &mut $crate::service::bytes::Input) -> Self {
                let number = u8::take(input);
                let variant = [Self::$first $(, Self::$variant)*].into_iter().find(|&variant| variant as u8 == number);
                variant.unwrap_or_else(|| {
                    input.refuse();
                    Self::$first
                })
            }
        }
    };
}

pub(crate) use {wire_enum, wire_struct};

impl Wire for u8 {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn take(input: &mut Input) -> Self {
        input.bytes(1).first().copied().unwrap_or_default()
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn take(input: &mut Input) -> Self {
        let number = u8::take(input);
        if number > 1 {
            input.refuse();
        }
        number == 1
    }
}

impl Wire for u32 {
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn take(input: &mut Input) -> Self {
        input.bytes(4).try_into().map(Self::from_le_bytes).unwrap_or_default()
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<u8>) {
        put_length(self.len(), out);
        out.extend_from_slice(self.as_bytes());
    }

    fn take(input: &mut Input) -> Self {
        let length = u32::take(input) as usize;
        let text = std::str::from_utf8(input.bytes(length));
        text.map_or_else(
            |_| {
                input.refuse();
                Self::new()
            },
            str::to_owned,
        )
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<u8>) {
        self.is_some().put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(input: &mut Input) -> Self {
        bool::take(input).then(|| T::take(input))
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<u8>) {
        put_length(self.len(), out);
        for item in self {
            item.put(out);
        }
    }

    fn take(input: &mut Input) -> Self {
        let mut items = Self::new();
        for _ in 0..u32::take(input) {
            if input.is_broken {
                break;
            }
            items.push(T::take(input));
        }
        items
    }
}

impl Wire for Code {
    fn put(&self, out: &mut Vec<u8>) {
        self.as_str().to_owned().put(out);
    }

    fn take(input: &mut Input) -> Self {
        String::take(input).parse().unwrap_or_else(|_| {
            input.refuse();
            "XX".parse().expect("two letters are a code")
        })
    }
}

impl Wire for Date {
    fn put(&self, out: &mut Vec<u8>) {
        (u32::from(self.year()) << 16 | u32::from(self.month()) << 8 | u32::from(self.day())).put(out);
    }

    fn take(input: &mut Input) -> Self {
        let [day, month, low, high] = u32::take(input).to_le_bytes();
        Self::new(u16::from_le_bytes([low, high]), month, day).unwrap_or_else(|| {
            input.refuse();
            Self::new(1, 1, 1).expect("the first of January is a day")
        })
    }
}

wire_struct!(Span { start, end });

fn put_length(length: usize, out: &mut Vec<u8>) {
    // An article is at most 20 MB and a chunk holds few: a length never comes near the limit.
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
