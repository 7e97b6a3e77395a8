//! What can be chosen about a training run, and what was chosen.

/// A training run.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// How the heads of cues are learnt.
    pub heads: Course,
    /// How labels are learnt.
    pub labels: Course,
    /// From which logarithm of its odds on a word is taken for the head of a cue.
    pub enough: f32,
    /// Seed of all chance.
    pub seed: u64,
}

/// How one table of weights is learnt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// Times through the data with all weights, pressed towards nothing.
    pub open: usize,
    /// Times through the data with those kept, let free.
    pub free: usize,
    /// Length of a step.
    pub rate: f32,
    /// How hard weights are pressed towards nothing (Tibshirani, 1996).
    pub pressure: f32,
    /// How many weights are kept.
    pub kept: usize,
}

impl Plan {
    /// What made the weights in the tree.
    pub const SHIPPED: Self = Self {
        heads: Course { open: 4, free: 4, rate: 0.05, pressure: 1e-5, kept: 12_000 },
        labels: Course { open: 4, free: 4, rate: 0.03, pressure: 1e-4, kept: 24_000 },
        enough: -0.4,
        seed: 7,
    };
}
