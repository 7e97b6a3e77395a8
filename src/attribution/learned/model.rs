//! The weights as a file: read and checked.
//!
//! Layout, little endian: `DMSA`, format (1 byte), then
//! 1. the score from which on a word heads a cue (4 bytes)
//! 2. two tables, of cue heads and of labels: number of weights (4 bytes), their slots, rising, as differences in base
//!    128, then one signed byte for each
//! 3. checksum: FNV-1a (64 bits) of all before

use super::chain::Scores;
use super::label::{LABELS, Label};
use super::signs::{Role, SLOT_BITS, Signs, slot};
use super::span_signs::Scene;
use crate::text::{Problem, fnv1a_64};

/// What a file of weights starts with.
pub(super) const MAGIC: &[u8; 5] = b"DMSA\x01";

/// Learned weights, ready to use.
#[derive(Clone, Debug)]
pub struct AttributionModel {
    /// The score from which on a word heads a cue.
    enough: i32,
    heads: Table,
    labels: Table,
    id: String,
}

/// Weights by slot.
#[derive(Clone, Debug)]
struct Table(Vec<i8>);

impl Table {
    fn weight(&self, sign: u32, role: Role) -> i32 {
        self.0.get(slot(sign, role)).map_or(0, |weight| i32::from(*weight))
    }

    /// What these signs come to in one role.
    fn sum(&self, signs: &Signs, role: Role) -> i32 {
        signs.0.iter().map(|sign| self.weight(*sign, role)).sum()
    }
}

impl AttributionModel {
    /// Reads a file of weights.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file: none of ours, made for another version, cut short or changed on its way.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        read(bytes).map_err(|wrong| Problem::new(name, wrong))
    }

    /// The weights that come with the program: `model/attribution.dmsa`, described in `model/README.md`.
    ///
    /// # Panics
    ///
    /// Where the file in the tree is damaged, which a test rules out.
    #[cfg(feature = "cli")]
    pub fn builtin() -> Self {
        let bytes = include_bytes!("../../../model/attribution.dmsa");
        Self::read("the built-in weights", bytes).unwrap_or_else(|problem| panic!("{problem}"))
    }

    /// Sixteen hex digits that stand for the exact content.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether enough speaks for a word as a cue's head.
    pub(super) fn heads_cue(&self, signs: &Signs) -> bool {
        self.heads.sum(signs, Role::Head) >= self.enough
    }

    /// What each labelling of a scene is worth.
    pub(super) fn scores(&self, scene: &Scene) -> Scores {
        let label = |signs: &Signs| {
            let mut scores = [0; LABELS];
            for (label, score) in scores.iter_mut().enumerate().skip(1) {
                *score = self.labels.sum(signs, Role::Has(label));
            }
            scores
        };
        Scores {
            labels: scene.labels.iter().map(label).collect(),
            gaps: scene.gaps.iter().map(|signs| self.gap_scores(signs)).collect(),
        }
    }

    fn gap_scores(&self, signs: &Signs) -> [[i32; LABELS]; LABELS] {
        let any = signs.0.first().copied().unwrap_or_default();
        let outside = Label::Outside as usize;
        let sum = |label: usize, role: Role| if label == outside { 0 } else { self.labels.sum(signs, role) };
        let ends: [i32; LABELS] = std::array::from_fn(|label| sum(label, Role::Ends(label)));
        let begins: [i32; LABELS] = std::array::from_fn(|label| sum(label, Role::Begins(label)));
        std::array::from_fn(|last| {
            std::array::from_fn(|label| {
                let turn = if last == label { 0 } else { ends[last] + begins[label] };
                turn + self.labels.weight(any, Role::Follows(last, label))
            })
        })
    }
}

fn read(bytes: &[u8]) -> Result<AttributionModel, String> {
    let (start, magic) = (bytes.get(..MAGIC.len()).unwrap_or_default(), &MAGIC[..4]);
    if !start.starts_with(magic) {
        return Err("holds no weights for attributions".to_owned());
    }
    if start != MAGIC {
        return Err("holds weights of another version; take the file that came with this program".to_owned());
    }
    let damaged = || "is damaged; fetch it again".to_owned();
    let (content, sum) = bytes.split_last_chunk::<8>().ok_or_else(damaged)?;
    let id = fnv1a_64(content);
    if id != u64::from_le_bytes(*sum) {
        return Err(damaged());
    }
    let mut rest = &content[MAGIC.len()..];
    let (enough, heads, labels) = parts(&mut rest).filter(|_| rest.is_empty()).ok_or_else(damaged)?;
    Ok(AttributionModel { enough, heads, labels, id: format!("{id:016x}") })
}

fn parts(rest: &mut &[u8]) -> Option<(i32, Table, Table)> {
    Some((number(rest)?, table(rest)?, table(rest)?))
}

fn number(rest: &mut &[u8]) -> Option<i32> {
    let (taken, left) = rest.split_first_chunk::<4>()?;
    *rest = left;
    Some(i32::from_le_bytes(*taken))
}

fn table(rest: &mut &[u8]) -> Option<Table> {
    let count = usize::try_from(number(rest)?).ok()?;
    let mut slots = Vec::new();
    let mut last = 0;
    for _ in 0..count {
        last += difference(rest)?;
        slots.push(last);
    }
    let (bytes, left) = rest.split_at_checked(count)?;
    *rest = left;
    let mut weights = vec![0; 1 << SLOT_BITS];
    for (slot, byte) in slots.into_iter().zip(bytes) {
        *weights.get_mut(slot)? = byte.cast_signed();
    }
    Some(Table(weights))
}

/// A number in base 128, the lowest digits first, all but the last with the high bit set.
fn difference(rest: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in [0, 7, 14, 21] {
        let (byte, left) = rest.split_first()?;
        *rest = left;
        number |= usize::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_of_weights_is_told_from_what_was_damaged() {
        let said = |bytes: &[u8]| AttributionModel::read("a.dmsa", bytes).expect_err("no weights").to_string();
        assert_eq!(said(b"DMSM\x01"), "a.dmsa: holds no weights for attributions");
        assert!(said(b"DMSA\x09").contains("another version"));
        assert!(said(b"DMSA\x01 and more").contains("damaged"));
    }

    #[cfg(feature = "cli")]
    #[test]
    fn the_file_in_the_tree_can_be_read() {
        assert_eq!(AttributionModel::builtin().id().len(), 16);
    }
}
