//! Packs the language data of `lexicon/` for the program: the same rows, column after column.

#[expect(dead_code, unreachable_pub, reason = "written for the program, which reads what is packed here")]
#[path = "src/lexicon/table.rs"]
mod table;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed=src/lexicon/table.rs");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for entry in fs::read_dir("lexicon")? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|ending| ending == "txt")) {
            fs::write(Path::new(&out).join(name), table::packed(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}
