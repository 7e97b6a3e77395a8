//! Who acts at whom in a sentence, and whether that is cooperation or conflict.
//!
//! Two actors and what one does at the other are a dyad, the unit of event data (CAMEO: Gerner, Schrodt, Yilmaz and
//! Abu-Jabr 2002). Which way it turns is read off the words on the way between the two in the sentence's parse, and
//! what hangs from that way, as relations between names have been since Bunescu and Mooney (2005): families of event
//! words from `lexicon/events.txt`, and a linear model over these and the words themselves (`model/README.md`).
//!
//! Knows nothing of issues. Reachable from the command line alone: the page shows none of it.

mod candidates;
mod cue;
mod dyad;
mod features;
mod pairs;
mod reader;
#[cfg(feature = "train")]
mod train;
mod way;
mod weights;
mod words;

pub use dyad::{Dyad, Party, Polarity};
pub use reader::Reader;
#[cfg(feature = "train")]
pub use train::{Agreement, Example, cross_validate, train};
pub use weights::Weights;
