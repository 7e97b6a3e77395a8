//! Articles of the reader's own: the dialog, its rows, and the question they are read by.

mod dialog;
mod drop;
mod paste;
mod question;
mod row;

pub(crate) use dialog::dialog;
pub(crate) use drop::overlay;
