//! Sums over small decision trees, in whole numbers.
//!
//! A forest is what gradient boosting leaves behind (Friedman 2001): each tree adds a little to one sum. Questions and
//! leaves are integers, so every machine comes to the same sum.

/// How many questions a way through a tree asks.
pub(super) const DEPTH: usize = 3;
/// Questions of a tree, the root's first, then level by level.
pub(super) const SPLITS: usize = (1 << DEPTH) - 1;
/// Ends of a tree, from left to right.
pub(super) const LEAVES: usize = 1 << DEPTH;
/// What a leaf of one counts in the sum.
#[cfg(feature = "train")]
pub(super) const ONE: f64 = 512.0;

/// Signs for every number that a question can ask for; those that there are not are 0.
pub(super) type All = [i16; 1 << u8::BITS];

/// These signs with 0 for all others.
pub(super) fn all(signs: &[i16]) -> All {
    let mut all = [0; 1 << u8::BITS];
    for (slot, sign) in all.iter_mut().zip(signs) {
        *slot = *sign;
    }
    all
}

/// A question: is this sign greater than that number?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Split {
    /// Number of the sign.
    pub(super) sign: u8,
    /// The greatest value for which the answer is no.
    pub(super) least: i16,
}

/// A tree of questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tree {
    pub(super) splits: [Split; SPLITS],
    pub(super) leaves: [i16; LEAVES],
}

impl Tree {
    /// The number of the leaf that these signs lead to.
    pub(super) fn leaf(&self, signs: &All) -> usize {
        let mut at = 0;
        for _ in 0..DEPTH {
            let split = self.splits[at];
            at = 2 * at + 1 + usize::from(signs[usize::from(split.sign)] > split.least);
        }
        at - SPLITS
    }
}

/// Trees whose leaves are added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Forest {
    pub(super) base: i16,
    pub(super) trees: Vec<Tree>,
}

impl Forest {
    /// The sum for these signs: log odds, times 512.
    pub(super) fn sum(&self, signs: &[i16]) -> i32 {
        let signs = all(signs);
        let leaves = self.trees.iter().map(|tree| i32::from(tree.leaves[tree.leaf(&signs)]));
        i32::from(self.base) + leaves.sum::<i32>()
    }
}
