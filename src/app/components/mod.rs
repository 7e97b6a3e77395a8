//! The parts of the pages, one a file. Each draws plain values of `view` and decides nothing.

pub(crate) mod block;
pub(crate) mod card;
pub(crate) mod cell;
pub(crate) mod chips;
pub(crate) mod copy;
pub(crate) mod dates;
pub(crate) mod empty;
pub(crate) mod entity;
pub(crate) mod facet;
pub(crate) mod filters;
pub(crate) mod grid;
pub(crate) mod layers;
pub(crate) mod legend;
pub(crate) mod lists;
pub(crate) mod masthead;
pub(crate) mod note;
pub(crate) mod notices;
pub(crate) mod own;
pub(crate) mod panel;
pub(crate) mod resting;
pub(crate) mod running;
pub(crate) mod search;
pub(crate) mod shape;
pub(crate) mod share;
pub(crate) mod sources;
