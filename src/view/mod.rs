//! What a page shows, and its link: plain values, no screen.

mod state;

pub use state::{Cell, Filters, Layer, ListBy, Page, ViewState};
