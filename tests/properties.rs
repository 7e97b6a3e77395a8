//! What holds for every text there is, however odd: nothing panics, every span is a place in the text, the same text
//! gives the same answer, and ten times the text takes about ten times the time.

use std::fmt::Write;
use std::time::{Duration, Instant};

use demarche::corpus::{Article, Cut, decode, read_article};
use demarche::lexicon::Lexicon;
use demarche::propositions::{Proposition, Reader};
use demarche::stance::{Analyser, Analysis, Codebook, Evidence, Issue, IssueKind, IssuePhrase, Stance, Statement};
use demarche::text::{Code, Span};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;

/// Pieces of news copy that set off the rules, and pieces that no rule expects; `¦` stands between them.
const PIECES: &str = "Peru¦Bolivia's¦the Chilean government¦President Marco Rueda¦Mr Rueda¦Lima¦in La Paz¦NATO¦both presidents¦\
    the European Union¦Ana Vale, the Peruvian foreign minister,¦Dr.¦U.S.¦PERU AND CHILE¦opposes¦has never accepted¦\
    is wary of¦would support¦said¦told reporters that¦proposed¦did not¦noting¦supported by¦opposed by¦on behalf of¦'s proposal to¦denied that¦according to¦was rejected by¦warned against¦he¦she¦it¦\
    they¦we¦and¦or¦but¦both¦the¦who¦which¦by¦for¦of¦to¦against¦had once¦if¦unless¦not¦no longer¦ruled¦out¦that¦\
    the freight corridor¦corridor¦over the Andes¦the plan¦the vote¦to delay the vote¦destroy the cloud forest¦\
    \"¦“¦”¦‘¦’¦'¦«¦»¦(¦)¦,¦.¦...¦. . .¦…¦;¦:¦—¦ - ¦-¦'s¦n't¦\n¦\r\n¦\n\n¦\t¦•¦\
    * * *¦LIMA (AP) — ¦PERU: ¦ana.vale@example.org¦@¦http://¦www.¦a.b-c_¦.pdf¦08/16/2000¦303-832-¦6:00am¦cannot¦dont¦co-¦\
    w/¦AT&T¦:-)¦?!¦====¦[6]¦Mr.¦Inc.¦W. ¦p.m.¦thanks,¦i¦\
    Share this¦READ MORE¦a.é¦Ü.S.¦é.¦x.y.¦3.¦No. 5¦١٢٣¦ﷺ¦שלום¦مرحبا بالعالم¦\u{202e}¦\u{200f}¦\
    \u{200b}¦\u{feff}¦\u{ad}¦\u{0}¦\u{7}¦\u{85}¦\u{2028}¦\u{301}¦e\u{301}\u{301}¦ß¦İ¦ǆ¦ﬁ¦🇵🇪¦👩\u{200d}👧¦𝔓𝔢𝔯𝔲¦中国外交部¦－¦\u{fffd}";

fn piece() -> impl Strategy<Value = &'static str> {
    select(PIECES.split('¦').collect::<Vec<_>>())
}

/// What a file can open with.
const MARKS: &[&[u8]] = &[b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"---\n"];

/// News copy, torn copy, and characters of every script, glued together with and without blanks.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => piece().prop_map(str::to_owned),
        2 => any::<String>(),
        1 => any::<char>().prop_map(String::from),
        1 => (piece(), 1..2_000_usize).prop_map(|(piece, times)| piece.repeat(times.min(20_000 / piece.len()))),
    ];
    let glued = (piece, select(&[" ", " ", " ", "", "\n", ". "][..])).prop_map(|(piece, glue)| piece + glue);
    vec(glued, 0..60).prop_map(|pieces| pieces.concat())
}

fn article(text: String) -> Article {
    let date = "2017-02-09".parse().ok();
    Article { id: "a".to_owned(), outlet: Some("The Courier".to_owned()), date, text, ..Article::default() }
}

fn codebook() -> Codebook {
    let issue = |id: &str, kind, title: &str, phrase: &str, side| Issue {
        id: id.to_owned(),
        kind,
        title: title.to_owned(),
        short: None,
        note: String::new(),
        mentions: vec![IssuePhrase { phrase: phrase.to_owned(), side }],
    };
    let issues = vec![
        issue(
            "corridor",
            IssueKind::Policy,
            "Build a freight corridor over the Andes",
            "freight corridor",
            Stance::Supports,
        ),
        issue("delay", IssueKind::Policy, "Delay the vote on the corridor", "vote without delay", Stance::Opposes),
        issue("forest", IssueKind::Claim, "The works will destroy the cloud forest", "the forest", Stance::Supports),
    ];
    Codebook { issues, ..Codebook::default() }
}

fn read(text: &str) -> Analysis {
    Analyser::new(Lexicon::whole(), &codebook()).analyse(&article(text.to_owned()))
}

/// Every span that an analysis gives out.
fn spans(analysis: &Analysis) -> Vec<Span> {
    let mut all = analysis.sentences.clone();
    all.extend(analysis.cuts.iter().map(|cut| cut.span));
    all.extend(analysis.mentions.iter().map(|mention| mention.span));
    for quotation in &analysis.quotations {
        all.extend([&quotation.source, &quotation.cue, &quotation.content].into_iter().flatten());
    }
    for statement in &analysis.statements {
        let Evidence { sentence, speaker, cue, turns, issue, condition, quotation } = &statement.evidence;
        all.push(*sentence);
        all.extend([speaker, cue, issue, condition, quotation].into_iter().copied().flatten());
        all.extend(turns);
    }
    all
}

/// As many cases as `PROPTEST_CASES` says, else few enough for a quick round.
fn cases() -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    Config { failure_persistence: None, ..if asked { Config::default() } else { Config::with_cases(192) } }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_bytes_stop_the_reading(bytes in vec(any::<u8>(), 0..2_000), mark in select(MARKS)) {
        let bytes = [mark, &bytes].concat();
        if let (Some(article), _) = read_article("a.txt", &bytes, Article::default()) {
            read(&article.text);
        }
    }

    #[test]
    fn what_is_decoded_is_what_was_written(text in text()) {
        let little: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let plain = decode(text.as_bytes()).map(|decoded| decoded.text);
        let wide = decode(&little).map(|decoded| decoded.text);
        if let (Ok(plain), Ok(wide)) = (plain, wide) {
            prop_assert_eq!(plain.trim_start_matches('\u{feff}'), text.trim_start_matches('\u{feff}'));
            prop_assert_eq!(plain.trim_start_matches('\u{feff}'), wide.trim_start_matches('\u{feff}'));
        }
    }

    #[test]
    fn every_span_is_a_place_in_the_text(text in text()) {
        for span in spans(&read(&text)) {
            prop_assert!(span.start <= span.end);
            prop_assert!(text.get(span.range()).is_some(), "{:?} of {} bytes", span, text.len());
        }
    }

    #[test]
    fn sentences_come_in_order_and_share_nothing(text in text()) {
        let analysis = read(&text);
        for pair in analysis.sentences.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start);
        }
        for pair in analysis.cuts.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        for Cut { span, .. } in &analysis.cuts {
            prop_assert!(!analysis.sentences.iter().any(|sentence| sentence.overlaps(*span)));
        }
    }

    #[test]
    fn evidence_stands_in_its_sentence(text in text()) {
        let analysis = read(&text);
        for statement in &analysis.statements {
            let Evidence { sentence, cue, turns, issue, condition, .. } = &statement.evidence;
            prop_assert!(analysis.sentences.contains(sentence));
            let parts = [cue, issue, condition].into_iter().copied().flatten();
            for part in parts.chain(turns.iter().copied()) {
                prop_assert!(sentence.contains(part) && !part.is_empty());
            }
        }
        let contents = analysis.quotations.iter().flat_map(|quotation| &quotation.content);
        for content in contents {
            prop_assert!(analysis.sentences.iter().any(|sentence| sentence.contains(*content)));
        }
    }

    #[test]
    fn points_stand_in_their_sentence(text in text()) {
        for Proposition { sentence, point, .. } in Reader::default().read(&article(text), &[]) {
            prop_assert!(!point.is_empty() && point.iter().all(|span| sentence.contains(*span) && !span.is_empty()));
        }
    }

    #[test]
    fn the_same_text_gives_the_same_answer(text in text()) {
        prop_assert_eq!(read(&text), read(&text));
    }

    #[test]
    fn an_id_is_its_article_holder_issue_and_sentence(text in text()) {
        let analysis = read(&text);
        for statement in &analysis.statements {
            let sentence = statement.evidence.sentence.of(&text);
            prop_assert_eq!(&statement.id, &Statement::id_of("a", statement.holder, &statement.issue, sentence));
        }
        let mut ids: Vec<&str> = analysis.statements.iter().map(|statement| statement.id.as_str()).collect();
        let repeated = analysis.sentences.iter().any(|one| {
            let same = |other: &&Span| id(one.of(&text)) == id(other.of(&text));
            analysis.sentences.iter().filter(same).count() > 1
        });
        ids.sort_unstable();
        prop_assert!(repeated || ids.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn an_id_does_not_depend_on_blanks_marks_and_letter_case(words in vec("[a-z]{1,9}", 1..12)) {
        let plain = id(&format!("\"{}\"", words.join(" ")));
        prop_assert_eq!(&plain, &id(&format!("  “{}”\n", words.join("\t\n "))));
        prop_assert_eq!(&plain, &id(&format!("\"{}\"", words.join(" ").to_uppercase())));
    }

    #[test]
    fn an_article_without_an_id_is_named_by_its_text(text in text()) {
        let read = |file: &str| read_article(file, text.as_bytes(), Article::default()).0;
        if let (Some(one), Some(other)) = (read("a.txt"), read("b.txt")) {
            prop_assert_eq!(&one.id, &other.id);
            let hex = one.id.strip_prefix('x').unwrap_or_default();
            prop_assert!(hex.len() == 12 && hex.bytes().all(|digit| digit.is_ascii_hexdigit()));
        }
    }
}

fn id(sentence: &str) -> String {
    let holder: Code = "PE".parse().expect("a code");
    Statement::id_of("a", holder, "corridor", sentence)
}

/// Newswire-like copy of about so many bytes: no two paragraphs are alike.
fn newswire(bytes: usize) -> String {
    const WHO: [&str; 7] =
        ["Peru", "Bolivian President Marco Rueda", "Ms Vale", "Chile", "The EU", "A spokesman for NATO", "Brasilia"];
    const WHAT: [&str; 6] = [
        "said it would support the freight corridor if the works do not destroy the cloud forest",
        "told reporters that Lima had never accepted \"a delay of the vote\" on the corridor",
        "arrived late and left early, without a word to the crowd outside the ministry in Santiago",
        "rejected the plan, which both presidents had once called \"a gift to the whole continent\"",
        "denied that its engineers, who were paid by Bolivia, had closed the road over the Andes",
        "described the freight corridor as a mistake, according to the Argentine foreign minister",
    ];
    let mut copy = String::new();
    let mut at = 0_usize;
    while copy.len() < bytes {
        let (who, what) = (WHO[at % WHO.len()], WHAT[(at / 3) % WHAT.len()]);
        let end = if at % 4 == 3 { ".\n\n" } else { ". " };
        let _ = write!(copy, "On day {at}, {who} {what}{end}");
        at += 1;
    }
    copy
}

#[test]
fn ten_times_the_text_takes_about_ten_times_the_time() {
    let codebook = codebook();
    let analyser = Analyser::new(Lexicon::whole(), &codebook);
    // Both larger than a processor's caches, or the shorter text would have it easier.
    let (short, long) = (article(newswire(200_000)), article(newswire(2_000_000)));
    let time = |article: &Article| {
        let from = Instant::now();
        assert!(!analyser.analyse(article).statements.is_empty());
        from.elapsed()
    };
    // Once untimed: the lexicon is built on first use.
    time(&short);
    let median = |mut times: [Duration; 5]| {
        times.sort_unstable();
        times[times.len() / 2]
    };
    // By turns, so that whatever else the machine does slows both.
    let times = [(); 5].map(|()| (time(&short), time(&long)));
    let (short, long) = (median(times.map(|(short, _)| short)), median(times.map(|(_, long)| long)));
    assert!(long <= short * 15, "0.2 MB in {short:?}, 2 MB in {long:?}");
}
