//! How far the tags can be trusted, said above every grid and in every export.

/// Of 100 cells of the comparison, how many were wrong in the tests of `eval/RESULTS.md`, which a test compares with this.
/// `None` as long as nothing has been measured.
pub const CELLS_WRONG_IN_100: Option<u32> = Some(27);

/// The line itself.
pub fn line() -> String {
    match CELLS_WRONG_IN_100 {
        Some(wrong) => {
            format!("Tagged by a program, not checked by a person: in tests about {wrong} in 100 cells were wrong.")
        }
        None => "Tagged by a program, not checked by a person; how often it is wrong has not been measured.".to_owned(),
    }
}
