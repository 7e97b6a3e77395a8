//! The linear model as a file: what each sign weighs.
//!
//! Layout, little endian: `DMRW`, format (1 byte), number of signs (4 bytes), their keys in order (4 bytes each), their
//! weights (1 signed byte each), checksum: FNV-1a (64 bits) of all before.

use std::sync::LazyLock;

use crate::text::{Problem, fnv1a_64};

/// What a file of weights starts with.
pub(super) const MAGIC: &[u8; 5] = b"DMRW\x01";

/// What signs weigh: above nought for cooperation, below for conflict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    keys: Vec<u32>,
    weights: Vec<i8>,
}

impl Weights {
    /// The weights that come with the program, read when first asked for.
    ///
    /// # Panics
    ///
    /// Where the file in the tree is damaged, which a test rules out.
    pub fn builtin() -> &'static Self {
        static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
            let bytes = include_bytes!("../../model/relations.dmrw");
            Weights::read("the built-in weights", bytes).unwrap_or_else(|problem| panic!("{problem}"))
        });
        &WEIGHTS
    }

    /// Reads a file of weights.
    ///
    /// # Errors
    ///
    /// Says that the file is none, or damaged.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        parse(bytes).ok_or_else(|| Problem::new(name, "is no file of weights, or a damaged one"))
    }

    /// Takes weights over, in any order, each sign once.
    #[cfg(feature = "train")]
    pub(super) fn of_pairs(mut pairs: Vec<(u32, i8)>) -> Self {
        crate::text::InOrder::order(pairs.as_mut_slice());
        let (keys, weights) = pairs.into_iter().unzip();
        Self { keys, weights }
    }

    /// As a file.
    #[cfg(feature = "train")]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        let count = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        out.extend(count.to_le_bytes());
        out.extend(self.keys.iter().flat_map(|key| key.to_le_bytes()));
        out.extend(self.weights.iter().flat_map(|weight| weight.to_le_bytes()));
        let sum = fnv1a_64(&out);
        out.extend(sum.to_le_bytes());
        out
    }

    /// What a sign weighs; nought where it was never met.
    pub(super) fn of(&self, key: u32) -> i32 {
        self.keys.binary_search(&key).map_or(0, |at| i32::from(self.weights[at]))
    }

    /// How many signs have a weight.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

fn parse(bytes: &[u8]) -> Option<Weights> {
    let (body, sum) = bytes.split_last_chunk()?;
    let rest = body.strip_prefix(MAGIC).filter(|_| fnv1a_64(body) == u64::from_le_bytes(*sum))?;
    let (count, rest) = rest.split_first_chunk()?;
    let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
    let (keys, weights) = rest.split_at_checked(count.checked_mul(4)?)?;
    let keys: Vec<u32> = keys.chunks_exact(4).filter_map(|key| key.try_into().ok().map(u32::from_le_bytes)).collect();
    let weights: Vec<i8> = weights.iter().map(|weight| i8::from_le_bytes([*weight])).collect();
    (weights.len() == count && keys.is_sorted_by(|one, next| one < next)).then_some(Weights { keys, weights })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_refused() {
        let bytes = include_bytes!("../../model/relations.dmrw");
        assert!(!Weights::read("w", bytes).expect("weights").is_empty());
        for at in [0, 6, bytes.len() / 2, bytes.len() - 1] {
            let mut damaged = bytes.to_vec();
            damaged[at] ^= 0x10;
            assert!(Weights::read("w", &damaged).is_err(), "byte {at}");
        }
        assert!(Weights::read("w", &bytes[..bytes.len() / 2]).is_err());
    }
}
