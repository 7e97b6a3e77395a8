//! Packs the language data of `lexicon/` for the program: the same rows, column after column, and beside the large files
//! their near part, which is all that a first visit to the page gets.

#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::enum_variant_names,
    reason = "written for the program, which shares its idea of a word"
)]
#[path = "src/text/mod.rs"]
mod text;

#[expect(dead_code, unreachable_pub, reason = "written for the program, which reads what is packed here")]
#[path = "src/lexicon/table.rs"]
mod table;

#[expect(unreachable_pub, reason = "written for the program, which makes the same forms")]
#[path = "src/lexicon/forms.rs"]
mod forms;

#[path = "src/lexicon/person_names.rs"]
mod person_names;

#[expect(unreachable_pub, reason = "written for the program, which cuts words alike")]
#[path = "src/lexicon/stem.rs"]
mod stem;

#[expect(unreachable_pub, reason = "written for the program, whose tests ask it as well")]
#[path = "src/lexicon/near.rs"]
mod near;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use near::{Files, Near, Texts};

/// The dossiers that the near part is made for.
const DOSSIERS: &str = "public/dossiers";
/// Articles of the reader's own, which the page is built for in their place (`make serve ARTICLES=FOLDER`).
const OWN: &str = "DEMARCHE_DOSSIERS";

fn main() -> io::Result<()> {
    for source in ["lexicon", DOSSIERS, "build.rs", "src/lexicon", "src/text"] {
        println!("cargo::rerun-if-changed={source}");
    }
    println!("cargo::rerun-if-env-changed={OWN}");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    for entry in fs::read_dir("lexicon")? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.extension().is_some_and(|ending| ending == "txt")) {
            fs::write(out.join(name), table::packed(&fs::read_to_string(&path)?))?;
        }
    }
    let lexicon = |name: &str| fs::read_to_string(Path::new("lexicon").join(name));
    let files = Files {
        titles: lexicon("titles.txt")?,
        roles: lexicon("roles.txt")?,
        countries: lexicon("countries.txt")?,
        blocs: lexicon("blocs.txt")?,
        metonyms: lexicon("metonyms.txt")?,
        cues: lexicon("cues.txt")?,
        concepts: lexicon("concepts.txt")?,
        lists: lexicon("lists.txt")?,
        things: lexicon("things.txt")?,
        words: lexicon("words.txt")?,
    };
    let whole = files.each(table::packed);
    let whole_file = whole.in_order().join("\u{c}");
    println!("cargo::rustc-env=DEMARCHE_LISTS={:016x}", text::fnv1a_64(&whole_file));

    let (near, covered) = if wants_whole() {
        (Near { files: whole, ..Near::default() }, None)
    } else {
        of_dossiers(&files).map(|(near, sums)| (near, Some(sums)))?
    };
    let whole_codes = codes(&files);
    fs::write(out.join("codes.txt"), table::packed(&whole_codes))?;
    fs::write(out.join("whole.txt"), if covered.is_some() { &whole_file } else { "" })?;
    fs::write(out.join("covered.rs"), covered.map_or("None".to_owned(), |sums| literal(&sums)))?;
    fs::create_dir_all(out.join("near"))?;
    fs::write(out.join("near/codes.txt"), table::packed(&near_codes(&whole_codes, &near.files)))?;
    fs::write(out.join("near/openers.txt"), near.openers)?;
    let names = ["titles", "roles", "countries", "blocs", "metonyms", "cues", "concepts", "lists", "things", "words"];
    for (name, file) in names.iter().zip(near.files.in_order()) {
        fs::write(out.join(format!("near/{name}.txt")), file)?;
    }
    Ok(())
}

/// Whether the page is to need no other lists than those in its program: a development build, or one of own articles.
fn wants_whole() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    let own = env::var_os(OWN).is_some_and(|folder| !folder.is_empty());
    own || is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "debug")
}

/// The near part for all bundled dossiers, and the hashes of their files.
fn of_dossiers(files: &Files) -> io::Result<(Near, Vec<u64>)> {
    let (mut texts, mut sums, mut open) = (Texts::default(), Vec::new(), vec![PathBuf::from(DOSSIERS)]);
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(path)? {
                open.push(entry?.path());
            }
            continue;
        }
        let bytes = fs::read(path)?;
        texts.add(&String::from_utf8_lossy(&bytes));
        sums.push(text::fnv1a_64(bytes));
    }
    sums.sort_unstable();
    Ok((near::near(files, &texts), sums))
}

/// The codes of countries and blocs with their names, and which of them only meet: code | name | kind.
fn codes(files: &Files) -> String {
    let countries = table::rows(&files.countries).map(|row| format!("{} | {} |", row.field(0), row.field(1)));
    // A part of a bloc speaks for the bloc and has no column of its own.
    let blocs = table::rows(&files.blocs).filter(|row| row.field(4).is_empty()).map(|row| {
        let kind = if row.field(3) == "forum" { "forum" } else { "" };
        format!("{} | {} | {kind}", row.field(0), row.field(1))
    });
    countries.chain(blocs).collect::<Vec<_>>().join("\n")
}

/// Those of them that the rows of a near part name.
fn near_codes(codes: &str, near: &Files) -> String {
    let named: BTreeSet<&str> =
        near.in_order().into_iter().flat_map(|file| file.split(|sign: char| !sign.is_ascii_alphanumeric())).collect();
    let is_near = |line: &&str| line.split_once(' ').is_some_and(|(code, _)| named.contains(code));
    codes.lines().filter(is_near).collect::<Vec<_>>().join("\n")
}

/// Hashes as the program's source has them, in groups of four digits.
fn literal(sums: &[u64]) -> String {
    let group = |sum: u64, shift: u32| sum >> shift & 0xffff;
    let sum = |&sum: &u64| {
        format!("0x{:04x}_{:04x}_{:04x}_{:04x}", group(sum, 48), group(sum, 32), group(sum, 16), group(sum, 0))
    };
    format!("Some(&[{}])", sums.iter().map(sum).collect::<Vec<_>>().join(", "))
}
