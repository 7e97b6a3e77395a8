//! What a page shows, and its link: plain values, no screen.
//!
//! [`ViewState`] is all that a reader can change; [`Action`]s are the only way it changes; [`link`] turns it into the
//! fragment of an address and back. [`Reading`] is a dossier with what was found in it. Every page is a function of the
//! two: [`comparison`], [`panel`], [`facets`], [`article_page`], [`entity_page`].
//!
//! Must not know a browser, a colour or a file.

mod account;
mod action;
mod article;
mod blame;
mod cell_view;
mod chips;
mod comparison;
mod contrast;
mod entities;
mod evidence;
mod facets;
mod filter;
mod heading;
pub mod honesty;
mod layout;
mod legend;
pub mod link;
mod lists;
mod margin;
mod own;
mod panel;
mod paragraphs;
mod quoted;
mod reading;
#[cfg(test)]
pub(crate) mod sample;
mod segments;
mod source;
mod state;
mod untagged;
pub mod why;
pub(crate) mod word;
pub mod words;

pub use action::Action;
pub use article::{ArticlePage, Block, article_page};
pub use blame::{Blame, blame};
pub use cell_view::CellView;
pub use chips::{Chip, chips};
pub use comparison::{ColumnGroup, Comparison, Head, Row, RowSection, comparison, comparison_with};
pub use contrast::{Contrast, Side};
pub use entities::{EntityPage, Named, Sentence, entity_page};
pub use evidence::{Card, card, opening};
pub use facets::{Choice, Facet, Period, facets, period};
pub use filter::{Filter, Held, OUTLET_NOT_STATED, Sieve, fold_for_search};
pub use heading::window_title;
pub use layout::DrawnColumn;
pub use legend::{LegendEntry, layer_of};
pub use link::LinkProblem;
pub use lists::{Entry, List};
pub use margin::{Note, NoteLine};
pub use own::{OWN, is_own, new_dispute, same_dispute};
pub use panel::{Panel, Section, panel};
pub use paragraphs::BlockKind;
pub use reading::{Reading, Tagged};
pub use segments::{Mark, MarkKind, Segment, segments};
pub use source::{Source, outlet, source};
pub use state::{Cell, Filters, Layer, ListBy, Page, ViewState};
pub use untagged::{UntaggedEntry, UntaggedGroup, WhyNotNote, line as why_not, sentence_key};
pub use why::{Reason, Step};

#[cfg(test)]
mod tests;
