//! Who says what.

mod quotation;

pub use quotation::{Quotation, QuotationKind};
