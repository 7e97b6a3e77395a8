//! The part of the language data that a text can touch reads the text as the whole does, to the byte, and is much smaller.

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use demarche::corpus::{Article, read_article};
use demarche::lexicon::near::{Files, Near, Texts, near};
use demarche::lexicon::{Lexicon, Part, is_near};
use demarche::report::{ArticleEntry, read_dossier, read_index};
use demarche::service::bytes::to_bytes;
use demarche::stance::{Analyser, Analysis, Codebook};
use demarche::syntax::Model;

static MODEL: LazyLock<Arc<Model>> = LazyLock::new(|| {
    let bytes = fs::read(root().join("model/english.dmsm")).expect("the parser's model");
    Arc::new(Model::read("english.dmsm", &bytes).expect("a model"))
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files() -> Files {
    let file = |name: &str| fs::read_to_string(root().join("lexicon").join(name)).expect("language data");
    Files {
        titles: file("titles.txt"),
        roles: file("roles.txt"),
        countries: file("countries.txt"),
        blocs: file("blocs.txt"),
        metonyms: file("metonyms.txt"),
        cues: file("cues.txt"),
        concepts: file("concepts.txt"),
        lists: file("lists.txt"),
        things: file("things.txt"),
        words: file("words.txt"),
    }
}

/// The language data that some texts can touch.
fn near_of(files: &Files, texts: &Texts) -> &'static Lexicon {
    let Near { files: near, openers } = near(files, texts);
    let [titles, roles, countries, blocs, metonyms, cues, concepts, lists, things, words] =
        near.in_order().map(|file| &*file.to_owned().leak());
    let part = Part {
        titles,
        roles,
        countries,
        blocs,
        metonyms,
        cues,
        concepts,
        lists,
        things,
        words,
        openers: openers.leak(),
    };
    Box::leak(Box::new(Lexicon::of(&part)))
}

/// A dossier or coded dispute with its articles, and everything that its files say.
struct Dispute {
    codebook: Codebook,
    articles: Vec<Article>,
    texts: Texts,
}

/// Reads the files of a folder: the questions, and the list of articles where that is another file.
fn dispute(folder: &Path, questions: &str, list: Option<&str>) -> Dispute {
    let mut texts = Texts::default();
    let mut bytes = |name: &str| {
        let bytes = fs::read(folder.join(name)).expect("a file of the dispute");
        texts.add(&String::from_utf8_lossy(&bytes));
        bytes
    };
    let file = read_dossier(questions, &bytes(questions)).expect("questions");
    let entries = list.map_or(file.articles, |list| read_index(list, &bytes(list)).expect("a list").0);
    let article = |ArticleEntry { file, known }| read_article(&file, &bytes(&file), known).0.expect("an article");
    let articles = entries.into_iter().map(article).collect();
    Dispute { codebook: file.codebook, articles, texts }
}

fn bundled() -> Dispute {
    dispute(&root().join("public/dossiers/missile-defence"), "dossier.json", None)
}

fn analyses(dispute: &Dispute, lexicon: &'static Lexicon, model: Option<Arc<Model>>) -> Vec<Analysis> {
    let mut reader = Analyser::new(lexicon, &dispute.codebook);
    if let Some(model) = model {
        reader = reader.with_model(model);
    }
    dispute.articles.iter().map(|article| reader.analyse(article)).collect()
}

fn assert_same(name: &str, dispute: &Dispute, lexicon: &'static Lexicon, model: Option<&Arc<Model>>) {
    let [near, whole] = [lexicon, Lexicon::whole()].map(|lexicon| analyses(dispute, lexicon, model.cloned()));
    assert!(near.iter().any(|analysis| !analysis.statements.is_empty()), "{name}: statements are found");
    for (near, whole) in near.iter().zip(&whole) {
        assert_eq!(near, whole, "{name}");
    }
    assert_eq!(to_bytes(&near), to_bytes(&whole), "{name}");
}

#[test]
fn the_bundled_dossier_reads_the_same_with_what_a_first_visit_gets() {
    let bundled = bundled();
    assert_same("by rules", &bundled, Lexicon::near(), None);
    assert_same("with grammar", &bundled, Lexicon::near(), Some(&MODEL));
}

#[test]
fn a_first_visit_gets_much_less() {
    let size = |part: &Part| {
        let Part { titles, roles, countries, blocs, metonyms, cues, concepts, lists, things, words, openers } = *part;
        [titles, roles, countries, blocs, metonyms, cues, concepts, lists, things, words, openers]
            .map(str::len)
            .iter()
            .sum::<usize>()
    };
    assert!(5 * size(&Part::NEAR) < size(&Part::WHOLE), "{} of {}", size(&Part::NEAR), size(&Part::WHOLE));
    let people = [Lexicon::near(), Lexicon::whole()].map(|lexicon| lexicon.offices.people.len());
    assert!(people[0] > 100 && 4 * people[0] < people[1], "{people:?}");
}

/// The rule by which rows are chosen holds for other texts than those it was made for.
#[test]
fn every_coded_dispute_reads_the_same_with_what_its_words_touch() {
    let (files, mut count) = (files(), 0);
    for entry in fs::read_dir(root().join("tests/disputes")).expect("coded disputes").flatten() {
        let folder = entry.path();
        // The one that shares the bundled articles keeps its questions with them.
        if folder.join("codebook.json").is_file() {
            let dispute = dispute(&folder, "codebook.json", Some("index.json"));
            let near = near_of(&files, &dispute.texts);
            assert!(4 * near.offices.people.len() < Lexicon::whole().offices.people.len(), "{}", folder.display());
            assert_same(&folder.display().to_string(), &dispute, near, None);
            count += 1;
        }
    }
    assert!(count > 20, "the disputes are found");
}

#[test]
fn a_made_up_text_keeps_the_rows_it_needs() {
    let mut texts = Texts::default();
    texts.add("---\ndate: 2019-05-02\n---\nThe Peruvian president sat the talks out; Blair welcomed the \u{2018}Union\u{2019}.");
    let Near { files: near, openers } = near(&files(), &texts);
    let has =
        |file: &str, row: &str| file.split('|').next().is_some_and(|names| names.split('\n').any(|name| name == row));
    for (file, row) in [
        (&near.titles, "president"),
        // The office of those who are in it, whatever the text calls them.
        (&near.titles, "prime minister"),
        (&near.countries, "PE"),
        (&near.cues, "sit out"),
        (&near.cues, "welcome"),
        // By surname, and by office, country and day.
        (&near.roles, "Tony Blair"),
        (&near.roles, "Martín Vizcarra"),
    ] {
        assert!(has(file, row), "{row}");
    }
    for (file, row) in [
        (&near.countries, "BO"),
        (&near.cues, "veto"),
        (&near.metonyms, "Kremlin"),
        (&near.titles, "sultan of"),
        // In office for Peru on another day; on that day for another country.
        (&near.roles, "Pedro Castillo"),
        (&near.roles, "Vladimir Putin"),
    ] {
        assert!(!has(file, row), "{row}");
    }
    let openers: Vec<&str> = openers.split(['|', '\n', ';']).map(str::trim).collect();
    assert!(
        openers.contains(&"talks") || openers.contains(&"the"),
        "words that begin other rows are known: {openers:?}"
    );
}

#[test]
fn the_near_part_is_for_the_bundled_files_alone() {
    let folder = root().join("public/dossiers/missile-defence");
    for name in ["dossier.json", "articles/sochi.md"] {
        let mut bytes = fs::read(folder.join(name)).expect("a bundled file");
        assert!(is_near(&bytes), "{name}");
        bytes.push(b'\n');
        assert!(!is_near(&bytes), "{name}, changed");
    }
}
