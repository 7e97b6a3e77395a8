//! What the documents say of files and links is so.

use std::fs;
use std::path::Path;

use demarche::corpus::{Article, read_article};
use demarche::report::{Library, read_dossier};
use demarche::view::link;

const DOSSIERS: &str = include_str!("../docs/dossier-format.md");
const LINKS: &str = include_str!("../docs/link-format.md");

#[test]
fn the_example_dossier_is_read_without_a_word() {
    let example = DOSSIERS.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let file = read_dossier("example", example.as_bytes()).expect("a dossier");
    assert_eq!(file.problems, []);
    assert_eq!((file.codebook.issues.len(), file.codebook.actors.len(), file.articles.len()), (1, 1, 1));
}

#[test]
fn every_key_of_the_link_table_is_known() {
    let rows = LINKS.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    let keys: Vec<String> = rows.flat_map(|keys| keys.split(", ")).map(|key| key.replace('`', "")).collect();
    assert_eq!(keys.len(), 19, "{keys:?}");
    for key in keys {
        let (_, problems) = link::parse(&format!("v1~{key}.x"));
        assert!(problems.iter().all(|problem| !problem.message.contains("not known")), "{key}");
    }
}

#[test]
fn every_bundled_dossier_is_read_without_a_word() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/dossiers");
    let mut read = 0;
    for entry in fs::read_dir(folder).expect("the bundled dossiers").flatten() {
        let bytes = fs::read(entry.path().join("dossier.json")).expect("its dossier.json");
        let file = read_dossier("dossier.json", &bytes).expect("a dossier");
        assert_eq!(file.problems, []);
        assert_eq!(entry.file_name().to_string_lossy(), file.id);
        let mut library = Library::default();
        for article in file.articles {
            let bytes = fs::read(entry.path().join(&article.file)).expect("its article");
            let (text, problems) = read_article(&article.file, &bytes, article.known);
            assert_eq!(problems, []);
            assert_eq!(library.add(&article.file, text.unwrap_or_else(Article::default)), Ok(()));
        }
        read += 1;
    }
    assert!(read > 0);
}
