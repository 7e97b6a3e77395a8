//! Signs: what speaks for or against a decision, as numbers.
//!
//! A sign is a name and its values, hashed; its weight stands in the table under the hash (Weinberger et al., ICML
//! 2009), so no list of signs is kept.

use crate::text::fnv1a_32;

/// The signs of one decision.
#[derive(Clone, Debug, Default)]
pub(super) struct Signs(pub(super) Vec<u32>);

impl Signs {
    /// Adds the sign of this name with these values.
    pub(super) fn add(&mut self, name: &str, values: &[u32]) {
        self.0.push(values.iter().fold(fnv1a_32(name), |sign, value| mixed(sign, *value)));
    }
}

/// A number that stands for two.
pub(super) fn mixed(one: u32, other: u32) -> u32 {
    let sum = (one.rotate_left(7) ^ other).wrapping_mul(0x9e37_79b1);
    sum ^ sum >> 15
}

/// Which weight of a sign is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// That a word heads a cue.
    Head,
    /// That a word has the label of this number.
    Has(usize),
    /// That a stretch of this label begins.
    Begins(usize),
    /// That a stretch of this label ended with the word before.
    Ends(usize),
    /// That a word has the second label and the word before the first.
    Follows(usize, usize),
}

/// Binary places of a slot's number.
pub(super) const SLOT_BITS: u32 = 22;

/// The slot of a sign's weight in its role.
pub(super) fn slot(sign: u32, role: Role) -> usize {
    let role = match role {
        Role::Head => 0,
        Role::Has(label) => 4 + label,
        Role::Begins(label) => 8 + label,
        Role::Ends(label) => 12 + label,
        Role::Follows(one, other) => 16 + 4 * one + other,
    };
    // At most 31, so nothing is cut off.
    let role = u32::try_from(role).unwrap_or(0);
    (mixed(sign, role) >> (32 - SLOT_BITS)) as usize
}
