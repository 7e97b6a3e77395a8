//! Weights as a file: see `model.rs`.

use super::learner::Learner;
use crate::attribution::learned::model::MAGIC;
use crate::text::fnv1a_64;

/// Steps to a side of zero.
const STEPS: f32 = 127.0;

pub(super) fn pack(heads: &Learner, labels: &Learner, enough: f32) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend(steps(enough, step(heads)).to_le_bytes());
    table(&mut out, heads);
    table(&mut out, labels);
    out.extend(fnv1a_64(&out).to_le_bytes());
    out
}

/// What one step of a table's weights is worth.
fn step(learner: &Learner) -> f32 {
    learner.values().iter().fold(f32::MIN_POSITIVE, |most, value| most.max(value.abs())) / STEPS
}

#[expect(clippy::cast_possible_truncation, reason = "a weight has at most 127 steps, and sums few hundreds")]
fn steps(value: f32, step: f32) -> i32 {
    (value / step).round() as i32
}

fn table(out: &mut Vec<u8>, learner: &Learner) {
    let step = step(learner);
    let all = learner.values().iter().enumerate().map(|(slot, value)| (slot, steps(*value, step)));
    let kept: Vec<(usize, i32)> = all.filter(|(_, steps)| *steps != 0).collect();
    out.extend(u32::try_from(kept.len()).unwrap_or(u32::MAX).to_le_bytes());
    let mut last = 0;
    for &(slot, _) in &kept {
        let mut difference = slot - last;
        while difference >= 0x80 {
            out.push(low(difference) | 0x80);
            difference >>= 7;
        }
        out.push(low(difference));
        last = slot;
    }
    // At most 127 to a side.
    out.extend(kept.iter().map(|(_, steps)| i8::try_from(*steps).unwrap_or(i8::MAX).cast_unsigned()));
}

/// The lowest seven bits.
fn low(number: usize) -> u8 {
    u8::try_from(number & 0x7f).unwrap_or(0)
}
