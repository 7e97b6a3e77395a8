//! The learned part of weighing as a file: read and checked.
//!
//! Layout, little endian: `DMSW` and format (1 byte); the least sum of a statement on each [`Ground`] (2 bytes
//! each); for each tenth of certainty but the lowest the least sum that has it (9 times 2
//! bytes); then three forests: whether there is a
//! statement, whether it is against, whether it is conditional. A forest is its number of trees (2 bytes) and base
//! (2 bytes); then, for all trees, the signs of their questions, the numbers of these, and the leaves, so that
//! like stands by like and compresses.

use super::super::Stance;
use super::forest::{Forest, LEAVES, SPLITS, Tree};

const MAGIC: &[u8; 5] = b"DMSW\x02";

/// What a statement rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The rules found it, and a whole phrase of the issue is in what the holder says or does.
    Named,
    /// The rules found it.
    Ruled,
    /// Only the signs speak for it.
    Supplied,
}

impl Ground {
    /// All, in the order of the file.
    pub(super) const ALL: [Self; 3] = [Self::Named, Self::Ruled, Self::Supplied];
}

/// What was learned from coded articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// The least sum of a statement on each ground.
    pub(super) least: [i16; Ground::ALL.len()],
    /// For 20, 30 ... 100 per cent (rounded): the least sum of statements that are right so often.
    pub(super) certainty: [i16; 9],
    pub(super) stated: Forest,
    pub(super) against: Forest,
    pub(super) conditional: Forest,
}

impl Weights {
    /// Those that come with the program.
    pub fn builtin() -> Self {
        Self::read(include_bytes!("../../../model/english.dmsw")).unwrap_or_default()
    }

    /// Reads a file; `None` where it is damaged.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes.strip_prefix(MAGIC)?);
        let mut weights = Self::default();
        for sum in weights.least.iter_mut().chain(&mut weights.certainty) {
            *sum = reader.number()?;
        }
        weights.stated = reader.forest()?;
        weights.against = reader.forest()?;
        weights.conditional = reader.forest()?;
        reader.0.is_empty().then_some(weights)
    }

    /// Which side a statement would be: for or against, and whether under a condition.
    pub(super) fn side(&self, signs: &[i16]) -> (Stance, bool) {
        let side = if self.against.sum(signs) > 0 { Stance::Opposes } else { Stance::Supports };
        (side, self.conditional.sum(signs) > 0)
    }

    /// How often statements with such a sum were right, in per cent, to the nearest ten.
    pub(super) fn certainty(&self, sum: i32) -> u8 {
        let tenths = self.certainty.iter().filter(|least| sum >= i32::from(**least)).count();
        u8::try_from((tenths + 1) * 10).unwrap_or(100)
    }

    /// The file.
    #[cfg(feature = "train")]
    pub fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend(self.least.iter().chain(&self.certainty).flat_map(|sum| sum.to_le_bytes()));
        for forest in [&self.stated, &self.against, &self.conditional] {
            out.extend(u16::try_from(forest.trees.len()).unwrap_or(0).to_le_bytes());
            out.extend(forest.base.to_le_bytes());
            let splits = || forest.trees.iter().flat_map(|tree| tree.splits);
            out.extend(splits().map(|split| split.sign));
            out.extend(splits().flat_map(|split| split.least.to_le_bytes()));
            out.extend(forest.trees.iter().flat_map(|tree| tree.leaves).flat_map(i16::to_le_bytes));
        }
        out
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn number(&mut self) -> Option<i16> {
        self.take().map(i16::from_le_bytes)
    }

    fn forest(&mut self) -> Option<Forest> {
        let count = usize::from(u16::from_le_bytes(self.take()?));
        let base = self.number()?;
        if self.0.len() < count * (SPLITS * 3 + LEAVES * 2) {
            return None;
        }
        let mut trees = vec![Tree::default(); count];
        for split in trees.iter_mut().flat_map(|tree| &mut tree.splits) {
            split.sign = self.take::<1>()?[0];
        }
        for split in trees.iter_mut().flat_map(|tree| &mut tree.splits) {
            split.least = self.number()?;
        }
        for leaf in trees.iter_mut().flat_map(|tree| &mut tree.leaves) {
            *leaf = self.number()?;
        }
        Some(Forest { base, trees })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &[u8] = include_bytes!("../../../model/english.dmsw");

    #[test]
    fn the_shipped_file_is_whole_and_states_something_but_not_everything() {
        let weights = Weights::read(SHIPPED).expect("the file in the tree");
        assert!(!weights.stated.trees.is_empty() && !weights.against.trees.is_empty());
        assert!(
            weights.stated.sum(&[]) < i32::from(weights.least[Ground::Supplied as usize]),
            "what nothing speaks for is no statement"
        );
        assert!(weights.certainty.is_sorted());
    }

    #[test]
    fn a_file_that_is_cut_lengthened_or_of_another_kind_is_refused() {
        assert_eq!(Weights::read(&SHIPPED[..SHIPPED.len() - 1]), None);
        assert_eq!(Weights::read(&[SHIPPED, &[0]].concat()), None);
        assert_eq!(Weights::read(&SHIPPED[1..]), None);
        assert_eq!(Weights::read(b""), None);
    }
}
