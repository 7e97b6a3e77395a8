//! The parser's model as a file: read and checked.
//!
//! Layout, little endian: `DMSM`, format (1 byte), then
//! 1. sizes: embedding, width, layers, arc, label (1 byte each, all but the layers even), number of tags (1 byte), words
//!    (2 bytes)
//! 2. tags: two bytes each, the numbers of [`Class`] and [`Fine`]
//! 3. keys of the known words, sorted, as differences in base 128
//! 4. tables of weights, in the order of [`Model::read`]: for each row a scale (the upper half of a 32-bit float),
//!    then for all rows one signed byte a weight
//! 5. checksum: FNV-1a (64 bits) of all before
//!
//! Weights stand as bytes and few levels, so that a web server's gzip finds most of what there is to find.

use super::fixed;
use super::kernel::{Bounded, Matrix};
use super::relation::Relation;
use super::signs::Vocabulary;
use super::tag::{Class, Fine, Tag};
use crate::text::{Problem, fnv1a_64};

/// What a model file starts with.
pub(crate) const MAGIC: &[u8; 5] = b"DMSM\x01";
/// Distances between a word and its head that score alike: none for the root, then for heads before and after 1, 2, 3,
/// 4 to 5, 6 to 9, 10 to 17, farther.
pub(crate) const DISTANCES: usize = 15;

/// A parser's weights, ready to use.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) tags: Vec<Tag>,
    pub(crate) embedding: Table,
    /// What the word before and the word after add, by column.
    pub(crate) window: Table,
    pub(crate) layers: Vec<Layer>,
    pub(crate) tag: Layer,
    pub(crate) head: Layer,
    pub(crate) dependent: Layer,
    pub(crate) pair: Matrix,
    pub(crate) root: Table,
    pub(crate) distance: Vec<i32>,
    pub(crate) label_head: Layer,
    pub(crate) label_dependent: Layer,
    pub(crate) label: Layer,
    pub(crate) bounded: Bounded,
    id: String,
}

/// Weights row by row, in Q11 or, for embeddings, in Q12.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) columns: usize,
    values: Vec<i16>,
}

impl Table {
    pub(crate) fn row(&self, at: usize) -> &[i16] {
        self.values.get(at * self.columns..(at + 1) * self.columns).unwrap_or_default()
    }
}

/// Weights, and what is added to each output, in Q23.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layer {
    pub(crate) weights: Matrix,
    pub(crate) bias: Vec<i32>,
}

impl Layer {
    /// `x W + b` in Q23 for each word's inputs in Q12, in place of what `out` held.
    pub(crate) fn sums(&self, words: &[i16], out: &mut Vec<i32>) {
        out.resize(words.len() / self.weights.inputs().max(1) * self.bias.len(), 0);
        for out in out.chunks_exact_mut(self.bias.len().max(1)) {
            out.copy_from_slice(&self.bias);
        }
        self.weights.add_products(words, out);
    }
}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the file: not a model, made for another version, cut short or changed on its way.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        read(bytes).map_err(|wrong| Problem::new(name, wrong))
    }

    /// The model that comes with the program: `model/english.dmsm`, described in `model/README.md`.
    ///
    /// # Panics
    ///
    /// Where the file in the tree is damaged, which a test rules out.
    #[cfg(feature = "cli")]
    pub fn builtin() -> Self {
        let bytes = include_bytes!("../../model/english.dmsm");
        Self::read("the built-in model", bytes).unwrap_or_else(|problem| panic!("{problem}"))
    }

    /// The id of that model, which is its checksum.
    #[cfg(feature = "cli")]
    pub fn builtin_id() -> String {
        let sum = include_bytes!("../../model/english.dmsm").last_chunk();
        format!("{:016x}", u64::from_le_bytes(sum.copied().unwrap_or_default()))
    }

    /// Sixteen hex digits that stand for the model's exact content.
    pub fn id(&self) -> &str {
        &self.id
    }
}

fn read(bytes: &[u8]) -> Result<Model, String> {
    let (start, magic) = (bytes.get(..MAGIC.len()).unwrap_or_default(), &MAGIC[..4]);
    if !start.starts_with(magic) {
        return Err("is no parser model".to_owned());
    }
    if start != MAGIC {
        return Err("is a parser model of another version; take the one that came with this program".to_owned());
    }
    let damaged = || "is a damaged parser model; fetch it again".to_owned();
    let (content, sum) = bytes.split_last_chunk::<8>().ok_or_else(damaged)?;
    let id = fnv1a_64(content);
    if id != u64::from_le_bytes(*sum) {
        return Err(damaged());
    }
    let mut reader = Reader { rest: &content[MAGIC.len()..] };
    let model = reader.model(format!("{id:016x}")).ok_or_else(damaged)?;
    if reader.rest.is_empty() { Ok(model) } else { Err(damaged()) }
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn model(&mut self, id: String) -> Option<Model> {
        let [embedding, width, layers, arc, label, tags] =
            self.take(6)?.try_into().ok().map(|sizes: [u8; 6]| sizes.map(usize::from))?;
        let pairs = [embedding, width, arc, label];
        if layers == 0 || tags == 0 || pairs.iter().any(|&size| size == 0 || size % 2 != 0) {
            return None;
        }
        let words = usize::from(u16::from_le_bytes(self.take(2)?.try_into().ok()?));
        let tags: Vec<Tag> = (0..tags).map(|_| self.tag()).collect::<Option<_>>()?;
        let mut last = 0;
        let keys = (0..words).map(|_| self.next_key(&mut last)).collect::<Option<_>>()?;
        let vocabulary = Vocabulary { keys };
        let deep = 2 * width;
        Some(Model {
            embedding: self.table(vocabulary.rows(), embedding, fixed::VALUE)?,
            window: self.table(2, embedding, fixed::WEIGHT)?,
            layers: (0..layers)
                .map(|at| self.layer(if at == 0 { embedding } else { deep }, 6 * width))
                .collect::<Option<_>>()?,
            tag: self.layer(deep, tags.len())?,
            head: self.layer(deep, arc)?,
            dependent: self.layer(deep, arc)?,
            pair: self.matrix(arc, arc)?,
            root: self.table(1, arc, fixed::SIDE)?,
            distance: self.sums(DISTANCES, fixed::ARC)?,
            label_head: self.layer(deep, label)?,
            label_dependent: self.layer(deep, label)?,
            label: self.layer(label, Relation::ALL.len())?,
            bounded: Bounded::new(),
            vocabulary,
            tags,
            id,
        })
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn tag(&mut self) -> Option<Tag> {
        let &[class, fine] = self.take(2)? else { return None };
        Some(Tag { class: *Class::ALL.get(usize::from(class))?, fine: *Fine::ALL.get(usize::from(fine))? })
    }

    fn next_key(&mut self, last: &mut u32) -> Option<u32> {
        let mut difference = 0_u32;
        for shift in (0..32).step_by(7) {
            let byte = *self.take(1)?.first()?;
            difference |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                *last = last.checked_add(difference)?;
                return Some(*last);
            }
        }
        None
    }

    /// Scales by row, then the weights.
    fn scaled(&mut self, rows: usize, columns: usize) -> Option<impl Iterator<Item = f32> + use<'a>> {
        let scales = self.take(rows.checked_mul(2)?)?;
        let weights = self.take(rows.checked_mul(columns)?)?;
        let scales = scales.chunks_exact(2).map(|half| f32::from_le_bytes([0, 0, half[0], half[1]]));
        let rows = weights.chunks_exact(columns.max(1)).zip(scales);
        Some(rows.flat_map(|(row, scale)| row.iter().map(move |&byte| f32::from(byte.cast_signed()) * scale)))
    }

    fn table(&mut self, rows: usize, columns: usize, places: u32) -> Option<Table> {
        let values = self.scaled(rows, columns)?.map(|value| fixed::narrow(fixed::from_float(value, places))).collect();
        Some(Table { columns, values })
    }

    fn matrix(&mut self, inputs: usize, outputs: usize) -> Option<Matrix> {
        Some(Matrix::new(inputs, &self.table(outputs, inputs, fixed::WEIGHT)?.values))
    }

    fn sums(&mut self, columns: usize, places: u32) -> Option<Vec<i32>> {
        Some(self.scaled(1, columns)?.map(|value| fixed::from_float(value, places)).collect())
    }

    /// Weights by output, then what is added.
    fn layer(&mut self, inputs: usize, outputs: usize) -> Option<Layer> {
        let weights = self.matrix(inputs, outputs)?;
        Some(Layer { weights, bias: self.sums(outputs, fixed::SUM)? })
    }
}
