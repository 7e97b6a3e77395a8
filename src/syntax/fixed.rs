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

/// `x / sqrt(1 + x²)` as a table: for sums in Q23, results in Q15.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bounded {
    values: Vec<i16>,
}

/// The table's steps: 128ths, from -16 to 16.
const STEPS: i32 = 4096;
const STEP_PLACES: u32 = 7;

impl Bounded {
    pub(crate) fn new() -> Self {
        let values = (0..STEPS)
            .map(|step| {
                // Exact operations only (IEEE 754 has the square root among them): the same table everywhere.
                let x = f64::from(step - STEPS / 2) / f64::from(1 << STEP_PLACES);
                #[expect(clippy::cast_possible_truncation, reason = "at most 32767")]
                let value = (x / (1.0 + x * x).sqrt() * 32767.0) as i16;
                value
            })
            .collect();
        Self { values }
    }

    pub(crate) fn of(&self, sum: i32) -> i32 {
        let step = (sum >> (SUM - STEP_PLACES)).clamp(-STEPS / 2, STEPS / 2 - 1) + STEPS / 2;
        usize::try_from(step).ok().and_then(|step| self.values.get(step)).map_or(0, |&value| i32::from(value))
    }
}

/// A floating-point number with this many binary places, held to what fits.
pub(crate) fn from_float(value: f32, places: u32) -> i32 {
    let scaled = f64::from(value) * f64::from(1_u32 << places);
    #[expect(clippy::cast_possible_truncation, reason = "a cast from float holds to the range")]
    let fixed = (scaled + if scaled < 0.0 { -0.5 } else { 0.5 }) as i32;
    fixed
}
