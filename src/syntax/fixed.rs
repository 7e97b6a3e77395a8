//! Arithmetic of the network in whole numbers, which come out the same on every machine.
//!
//! A number "in Q12" counts 4096ths. Weights are Q11 and inputs Q12, so a product is Q23, and a sum of products has
//! room for values up to 256 in 32 bits.

/// Binary places of weights.
pub(crate) const WEIGHT: u32 = 11;
/// Binary places of words and layer outputs.
pub(crate) const VALUE: u32 = 12;
/// Binary places of a sum of products of both.
pub(crate) const SUM: u32 = WEIGHT + VALUE;
/// Binary places of the two sides of an arc or a relation.
pub(crate) const SIDE: u32 = 10;
/// Binary places of a dependent's side when it has been crossed with the weights of pairs.
pub(crate) const CROSSED: u32 = 8;
/// Binary places of an arc's score.
pub(crate) const ARC: u32 = SIDE + CROSSED;

/// The nearest whole number that fits.
pub(crate) fn narrow(value: i32) -> i16 {
    #[expect(clippy::cast_possible_truncation, reason = "held to the range of i16")]
    let narrow = value.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
    narrow
}

/// A sum in Q23 with fewer places.
pub(crate) fn places(sum: i32, places: u32) -> i16 {
    narrow(sum.saturating_add(1 << (SUM - places - 1)) >> (SUM - places))
}

/// A floating-point number with this many binary places, held to what fits.
pub(crate) fn from_float(value: f32, places: u32) -> i32 {
    let scaled = f64::from(value) * f64::from(1_u32 << places);
    #[expect(clippy::cast_possible_truncation, reason = "a cast from float holds to the range")]
    let fixed = (scaled + if scaled < 0.0 { -0.5 } else { 0.5 }) as i32;
    fixed
}
