//! Who and what a text names, and for which country, on the article's date.
//!
//! Knows nothing of issues or stances. Country is a function of the date: a person is linked through the office held
//! on the article's day (`lexicon/roles.txt`, the dossier's actors, or the text's own introduction).

mod actor;
mod actors;
mod bodies;
mod cast;
mod context;
mod mention;
mod owners;
mod people;
mod peoples;
mod resolve;
mod roles;
mod scan;
mod surnames;
mod things;

pub use actor::Actor;
pub use actors::Actors;
pub use cast::{Cast, Placed};
pub use mention::{EntityKind, Mention, Usage};
pub use resolve::cast;
