//! Any link opens a view, and writing that view down gives a link that opens it again.
#![no_main]

use demarche::view::link;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|fragment: &str| {
    let (view, _) = link::parse(fragment);
    let written = link::write(&view);
    let (again, problems) = link::parse(&written);
    assert_eq!(again, view, "{written}");
    assert!(problems.is_empty(), "{written}: {problems:?}");
    assert_eq!(link::write(&again), written);
});
