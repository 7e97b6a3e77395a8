//! Weights while they are learnt.
//!
//! Steps that shorten where a weight has moved much (Duchi et al., JMLR 2011), and a pull of every weight towards zero,
//! which is made up for when the weight is next looked at. Then the largest are kept, and learn on without the pull.

use crate::attribution::learned::signs::{Role, SLOT_BITS, slot};

use super::plan::Course;

/// What a weight's slope counts as at least: steps are never without bound.
const FIRST: f32 = 0.1;
/// Slopes below this are passed over.
const FLAT: f32 = 1e-3;

/// One table of weights.
pub(super) struct Learner {
    values: Vec<f32>,
    squares: Vec<f32>,
    /// The step in which a weight was last pulled.
    pulled: Vec<u32>,
    open: Vec<bool>,
    step: u32,
    rate: f32,
    pressure: f32,
}

impl Learner {
    pub(super) fn new(course: &Course) -> Self {
        let slots = 1 << SLOT_BITS;
        Self {
            values: vec![0.0; slots],
            squares: vec![FIRST; slots],
            pulled: vec![0; slots],
            open: vec![true; slots],
            step: 0,
            rate: course.rate,
            pressure: course.pressure,
        }
    }

    /// The next example begins.
    pub(super) fn advance(&mut self) {
        self.step += 1;
    }

    /// What these signs come to in a role.
    pub(super) fn sum(&mut self, signs: &[u32], role: Role) -> f32 {
        signs.iter().map(|sign| self.value(slot(*sign, role))).sum()
    }

    /// Moves the weights of these signs up a slope.
    pub(super) fn climb(&mut self, signs: &[u32], role: Role, slope: f32) {
        if slope.abs() <= FLAT {
            return;
        }
        for slot in signs.iter().map(|sign| slot(*sign, role)) {
            if self.open[slot] {
                self.squares[slot] += slope * slope;
                self.values[slot] += self.rate * slope / self.squares[slot].sqrt();
            }
        }
    }

    /// Keeps this many of the largest weights, closes all others, and ends the pull. Says how small a kept one can be.
    pub(super) fn keep(&mut self, count: usize) -> f32 {
        let mut sizes: Vec<f32> = (0..self.values.len()).map(|slot| self.value(slot).abs()).collect();
        sizes.sort_by(|one, other| other.total_cmp(one));
        let least = sizes.get(count).copied().unwrap_or_default();
        for slot in 0..self.values.len() {
            if self.values[slot].abs() <= least {
                self.values[slot] = 0.0;
                self.open[slot] = false;
            }
        }
        self.pressure = 0.0;
        least
    }

    /// The weights by slot.
    pub(super) fn values(&self) -> &[f32] {
        &self.values
    }

    fn value(&mut self, slot: usize) -> f32 {
        let since = self.step - self.pulled[slot];
        if since > 0 {
            self.pulled[slot] = self.step;
            let pull = self.pressure * since as f32 * self.rate / self.squares[slot].sqrt();
            let value = self.values[slot];
            self.values[slot] = value.signum() * (value.abs() - pull).max(0.0);
        }
        self.values[slot]
    }
}
