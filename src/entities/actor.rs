//! People and bodies that a dossier adds to the lexicon.

use crate::text::{Code, Date};

/// A person or body of the dispute with a dated office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Full name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// For whom the office is held.
    pub country: Option<Code>,
    /// In words ("defence secretary", "analyst").
    pub office: String,
    /// First day in office.
    pub from: Option<Date>,
    /// Last day in office.
    pub to: Option<Date>,
}
