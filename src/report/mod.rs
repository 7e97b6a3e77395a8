//! Files in, files out: dossiers, codebooks and article lists; JSON lines, CSV and text grids; scores.
//!
//! The only place that knows a wire format. What comes in is read leniently ([`json`](self)): what is not understood is
//! named and left out, the rest holds. What goes out has its fields in a fixed order and the same bytes on every target.
//!
//! Must not touch a file system, a network or a screen: it takes and gives bytes.

mod articles;
mod codebook;
#[cfg(feature = "train")]
mod coded;
mod dossier;
mod dyads;
mod grid;
mod json;
mod offsets;
mod rows;
pub mod score;
mod table;
mod tree;
mod value;

pub use articles::{ArticleEntry, Library, read_index, read_jsonl};
#[cfg(feature = "train")]
pub use coded::read_coded_texts;
pub use dossier::{DossierFile, FORMAT, read_dossier};
pub use dyads::{PairLine, read_pairs, relation_rows};
pub use grid::grid;
pub use offsets::{OffsetMap, OffsetUnit};
pub use rows::{
    attribution_rows, entity_rows, position_rows, proposition_rows, statement_rows, why_field, why_not_rows,
};
pub use table::{Row, Value, to_aligned, to_csv, to_json_lines};
pub use tree::{conllu, tree};
