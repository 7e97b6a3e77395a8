//! What can be chosen about a training run, and what was chosen.

/// A training run.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Times through the data.
    pub epochs: usize,
    /// Columns of the embedding.
    pub embedding: usize,
    /// Units of a recurrent layer and direction.
    pub width: usize,
    /// Recurrent layers.
    pub layers: usize,
    /// Columns of an arc's two sides.
    pub arc: usize,
    /// Columns of a relation's two sides.
    pub label: usize,
    /// From how many occurrences on a word has a row of its own.
    pub least: u32,
    /// First learning rate; it falls evenly to nearly nothing.
    pub rate: f32,
    /// What is left out while learning.
    pub dropout: Dropout,
    /// Weight of a parsed sentence, that of a treebank's being one.
    pub silver: f32,
    /// How finely the weights are kept.
    pub levels: Levels,
    /// Seed of all chance.
    pub seed: u64,
}

/// Shares of what is left out while learning (Srivastava et al., JMLR 2014; for words, Kiperwasser and Goldberg, TACL
/// 2016: the rarer the oftener).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dropout {
    /// A word seen this many times is left out every second time.
    pub word: f32,
    /// Columns of the embedding.
    pub input: f32,
    /// Units of a layer.
    pub layer: f32,
    /// Columns of arcs.
    pub score: f32,
}

/// How many steps to each side of zero a weight has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// Of the embedding, which is most of the file.
    pub embedding: f32,
    /// Of everything else.
    pub rest: f32,
}

impl Plan {
    /// The larger model that parses more text to learn from. It is not shipped.
    pub const TEACHER: Self = Self {
        epochs: 24,
        embedding: 96,
        width: 128,
        layers: 3,
        arc: 80,
        label: 80,
        least: 3,
        rate: 0.003,
        dropout: Dropout { word: 0.5, input: 0.2, layer: 0.33, score: 0.3 },
        silver: 0.0,
        levels: Levels { embedding: 127.0, rest: 127.0 },
        seed: 11,
    };

    /// The model that is shipped.
    pub const SHIPPED: Self = Self {
        epochs: 11,
        embedding: 48,
        width: 64,
        layers: 3,
        arc: 48,
        label: 48,
        least: 3,
        rate: 0.004,
        dropout: Dropout { word: 0.5, input: 0.08, layer: 0.15, score: 0.1 },
        silver: 0.5,
        levels: Levels { embedding: 7.0, rest: 31.0 },
        seed: 5,
    };
}
