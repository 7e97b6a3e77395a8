//! How far the tags can be trusted, said above every grid and in every export.

/// Of 100 cells of the comparison, how many were wrong in the tests of `eval/RESULTS.md`, which a test compares with this.
/// `None` as long as nothing has been measured.
pub const CELLS_WRONG_IN_100: Option<u32> = Some(35);

/// Today's scores: what was read, the name of the set in `eval/RESULTS.md`, and two figures between 0 and 1 of that table:
/// F1 of statements (who, on what, for or against, in the right sentence) and of cells. None was measured on what the
/// weights were learned from: the reports never are, a dispute is read with weights of the others.
pub const SCORES: [(&str, &str, &str, &str); 3] = [
    ("Five real news reports on this dispute", "five reports", "0.671", "0.867"),
    ("The dispatches of this page", "missile-defence", "0.622", "0.655"),
    ("Sixty-six coded disputes, each as if it were new", "**all**", "0.494", "0.574"),
];

/// The line itself.
pub fn line() -> String {
    match CELLS_WRONG_IN_100 {
        Some(wrong) => {
            format!("Tagged by a program, not checked by a person: in tests about {wrong} in 100 cells were wrong.")
        }
        None => "Tagged by a program, not checked by a person; how often it is wrong has not been measured.".to_owned(),
    }
}

/// How sentences were read: with the help of a parser's model, or with `None`.
pub fn method(model: Option<&str>) -> &'static str {
    match model {
        Some(_) => "Read by rules and grammar.",
        None => "Read by rules alone.",
    }
}

/// The same with what gives a result to the byte: the program's version and the model's id.
pub fn made_by(model: Option<&str>) -> String {
    let method = method(model).trim_end_matches('.');
    format!("{method}: Demarche {}, model {}.", env!("CARGO_PKG_VERSION"), model.unwrap_or("none"))
}
