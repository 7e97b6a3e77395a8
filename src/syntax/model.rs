//! The parser's model as a file: read and checked.
//!
//! Layout, little endian: `DMSM`, format (1 byte), then
//! 1. sizes: embedding, width, layers, arc, label (1 byte each, all but the layers even), number of tags (1 byte), words
//!    (2 bytes)
//! 2. tags: two bytes each, the numbers of [`Class`] and [`Fine`]
//! 3. what follows by the range coder of [`super::coded`], as one run
//!    - keys of the known words, sorted, as differences
//!    - tables of weights, in the order of [`Model::read`]: steps to a side (8 bits), the least scale (twice 8 bits), for
//!      each row how far its scale is above that, then for all rows the weights, in steps from the lowest. A scale is the
//!      upper half of a 32-bit float, and what a step of its row is worth
//! 4. checksum: FNV-1a (64 bits) of all before
//!
//! Each table has an alphabet of its own. What stands around a weight tells next to nothing of it; `docs/methods.md` has
//! the figures.

use super::coded::{Alphabet, CLASSES, Decoder};
use super::fixed;
use super::kernel::{Bounded, Matrix};
use super::relation::Relation;
use super::signs::Vocabulary;
use super::tag::{Class, Fine, Tag};
use crate::text::{Problem, fnv1a_64};

/// What a model file starts with.
pub(crate) const MAGIC: &[u8; 5] = b"DMSM\x02";
/// More weights than any model needs: what asks for more is damaged.
const MOST: usize = 1 << 24;
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
    let model = model(&content[MAGIC.len()..], format!("{id:016x}"));
    model.ok_or_else(damaged)
}

/// What stands between the format and the checksum.
fn model(content: &[u8], id: String) -> Option<Model> {
    let (sizes, rest) = content.split_first_chunk::<6>()?;
    let [embedding, width, layers, arc, label, tags] = sizes.map(usize::from);
    let pairs = [embedding, width, arc, label];
    if layers == 0 || tags == 0 || pairs.iter().any(|&size| size == 0 || size % 2 != 0) {
        return None;
    }
    let (words, rest) = rest.split_first_chunk::<2>()?;
    let (tags, rest) = rest.split_at_checked(2 * tags)?;
    let tags: Vec<Tag> = tags.chunks_exact(2).map(|both| tag(both[0], both[1])).collect::<Option<_>>()?;
    let mut reader = Reader { decoder: Decoder::new(rest) };
    let vocabulary = Vocabulary { keys: reader.keys(u16::from_le_bytes(*words).into())? };
    let deep = 2 * width;
    let model = Model {
        embedding: reader.table(vocabulary.rows(), embedding, fixed::VALUE)?,
        window: reader.table(2, embedding, fixed::WEIGHT)?,
        layers: (0..layers)
            .map(|at| reader.layer(if at == 0 { embedding } else { deep }, 6 * width))
            .collect::<Option<_>>()?,
        tag: reader.layer(deep, tags.len())?,
        head: reader.layer(deep, arc)?,
        dependent: reader.layer(deep, arc)?,
        pair: reader.matrix(arc, arc)?,
        root: reader.table(1, arc, fixed::SIDE)?,
        distance: reader.sums(DISTANCES, fixed::ARC)?,
        label_head: reader.layer(deep, label)?,
        label_dependent: reader.layer(deep, label)?,
        label: reader.layer(label, Relation::ALL.len())?,
        bounded: Bounded::new(),
        vocabulary,
        tags,
        id,
    };
    reader.decoder.is_done().then_some(model)
}

fn tag(class: u8, fine: u8) -> Option<Tag> {
    Some(Tag { class: *Class::ALL.get(usize::from(class))?, fine: *Fine::ALL.get(usize::from(fine))? })
}

struct Reader<'a> {
    decoder: Decoder<'a>,
}

impl Reader<'_> {
    /// Sorted keys by their differences.
    fn keys(&mut self, words: usize) -> Option<Vec<u32>> {
        let (mut last, mut classes) = (0_u32, Alphabet::new(CLASSES));
        let keys = (0..words).map(|_| {
            last = last.checked_add(self.decoder.number(&mut classes))?;
            Some(last)
        });
        keys.collect()
    }

    /// Hands on weights row by row, with so many binary places.
    fn scaled(&mut self, rows: usize, columns: usize, places: u32, take: &mut dyn FnMut(i32)) -> Option<()> {
        let decoder = &mut self.decoder;
        let [steps, high, low] = [(); 3].map(|()| decoder.bits(8));
        let (steps, least) = (i16::try_from(steps).ok()?, high << 8 | low);
        if steps > i16::from(i8::MAX) || rows.checked_mul(columns)? > MOST {
            return None;
        }
        let mut classes = Alphabet::new(CLASSES);
        let scales = (0..rows).map(|_| u16::try_from(least.checked_add(decoder.number(&mut classes))?).ok());
        let scales: Vec<u16> = scales.collect::<Option<_>>()?;
        let mut weights = Alphabet::new(2 * usize::from(steps.unsigned_abs()) + 1);
        for scale in scales {
            let scale = f32::from_bits(u32::from(scale) << 16);
            for _ in 0..columns {
                let weight = i16::from(decoder.symbol(&mut weights)) - steps;
                take(fixed::from_float(f32::from(weight) * scale, places));
            }
            if !decoder.is_sound() {
                return None;
            }
        }
        Some(())
    }

    fn table(&mut self, rows: usize, columns: usize, places: u32) -> Option<Table> {
        let mut values = Vec::new();
        self.scaled(rows, columns, places, &mut |value| values.push(fixed::narrow(value)))?;
        Some(Table { columns, values })
    }

    fn matrix(&mut self, inputs: usize, outputs: usize) -> Option<Matrix> {
        Some(Matrix::new(inputs, &self.table(outputs, inputs, fixed::WEIGHT)?.values))
    }

    fn sums(&mut self, columns: usize, places: u32) -> Option<Vec<i32>> {
        let mut sums = Vec::new();
        self.scaled(1, columns, places, &mut |value| sums.push(value))?;
        Some(sums)
    }

    /// Weights by output, then what is added.
    fn layer(&mut self, inputs: usize, outputs: usize) -> Option<Layer> {
        let weights = self.matrix(inputs, outputs)?;
        Some(Layer { weights, bias: self.sums(outputs, fixed::SUM)? })
    }
}
