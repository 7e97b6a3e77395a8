//! Lemmas: the dictionary form of a word, from its form and tag.
//!
//! By the conventions of the English Web Treebank: small letters but for proper nouns and nationalities, "I" for "me",
//! "be" for "'s", "not" for "n't". Irregular forms are data (`lexicon/lemmas.txt`); regular ones are cut by rules of
//! letters, which are those of English spelling (Quirk et al. 1985).
//! Misses: misspellings, most abbreviations, and forms of two words that share their tag ("'s" of "be" and "have",
//! "bathed" of "bath" and "bathe").

use std::borrow::Cow;

use super::spelling::{has_vowel, is_doubling, lost_e};
use super::tag::{Class, Fine, Tag};
use crate::lexicon::Lemmas;

/// The lemma of a word; borrowed wherever it is a part of the form or stands in the lexicon.
pub fn lemma(form: &str, tag: Tag) -> Cow<'_, str> {
    if stays_as_written(form, tag) {
        return Cow::Borrowed(form);
    }
    let lemmas = Lemmas::builtin();
    let known = irregular(lemmas, form, tag.fine);
    if is_name(tag) {
        return match known {
            Some(known) => capital_as(form, known),
            None => regular(lemmas, form, tag.fine),
        };
    }
    if let Some(known) = known {
        return Cow::Borrowed(known);
    }
    if !form.contains(char::is_uppercase) {
        return regular(lemmas, form, tag.fine);
    }
    let small = form.to_lowercase();
    let found = regular(lemmas, &small, tag.fine);
    let keeps = matches!(tag.class, Class::Adjective | Class::Adverb | Class::Noun);
    match lemmas.capitalised(&found).filter(|_| keeps) {
        Some(name) => Cow::Borrowed(name),
        None => Cow::Owned(found.into_owned()),
    }
}

fn is_name(tag: Tag) -> bool {
    tag.class == Class::ProperNoun || matches!(tag.fine, Fine::ProperSingular | Fine::ProperPlural)
}

/// Signs, numbers in figures, addresses, and letters that stand for themselves.
fn stays_as_written(form: &str, tag: Tag) -> bool {
    match tag.class {
        Class::Punctuation | Class::Symbol => true,
        // "XIV", but "Two" as "two".
        Class::Numeral => !form.contains(char::is_lowercase),
        Class::Noun => tag.fine == Fine::NounSingular && form.len() == 1,
        _ => tag.fine == Fine::Address,
    }
}

fn irregular(lemmas: &Lemmas, form: &str, fine: Fine) -> Option<&'static str> {
    let also = match fine {
        Fine::VerbPast => Some(Fine::VerbParticiple),
        Fine::VerbParticiple => Some(Fine::VerbPast),
        Fine::VerbBase => Some(Fine::VerbPresent),
        Fine::VerbPresent => Some(Fine::VerbBase),
        Fine::ProperPlural => Some(Fine::NounPlural),
        _ => None,
    };
    let of = |fine: Fine| lemmas.irregular(fine.name(), form);
    of(fine).or_else(|| also.and_then(of))
}

/// A lemma of the lexicon with the capital of the form.
fn capital_as<'a>(form: &'a str, known: &'static str) -> Cow<'a, str> {
    if known.eq_ignore_ascii_case(form) {
        return Cow::Borrowed(form);
    }
    match known.chars().next() {
        Some(first) if first.is_lowercase() && form.starts_with(char::is_uppercase) => {
            Cow::Owned(first.to_uppercase().chain(known[first.len_utf8()..].chars()).collect())
        }
        _ => Cow::Borrowed(known),
    }
}

/// The lemma of a regular form, in the letters of the form.
fn regular<'a>(lemmas: &Lemmas, form: &'a str, fine: Fine) -> Cow<'a, str> {
    match fine {
        Fine::NounPlural | Fine::ProperPlural | Fine::VerbThird => {
            match form.strip_suffix("men").filter(|stem| !stem.is_empty()) {
                Some(stem) => joined(form, stem, "man"),
                None => without_s(lemmas, form, fine),
            }
        }
        Fine::VerbPast | Fine::VerbParticiple => without(lemmas, form, "ed"),
        Fine::VerbGerund => without(lemmas, form, "ing"),
        Fine::AdjectiveComparative | Fine::AdverbComparative => without(lemmas, form, "er"),
        Fine::AdjectiveSuperlative | Fine::AdverbSuperlative => without(lemmas, form, "est"),
        _ => Cow::Borrowed(form),
    }
}

/// Without the ending of a plural or a third person.
fn without_s<'a>(lemmas: &Lemmas, form: &'a str, fine: Fine) -> Cow<'a, str> {
    if let Some(owner) = form.strip_suffix("'s").or_else(|| form.strip_suffix("’s")).filter(|owner| !owner.is_empty())
    {
        return Cow::Borrowed(owner);
    }
    let Some(bare) = form.strip_suffix('s').filter(|bare| !bare.ends_with('s')) else { return Cow::Borrowed(form) };
    if bare.len() < 2 || is_decade(bare) {
        return Cow::Borrowed(form);
    }
    let Some(stem) = bare.strip_suffix('e') else { return Cow::Borrowed(bare) };
    if let Some(ending) = lemmas.stem_ending(stem) {
        return joined(form, stem, ending);
    }
    if let Some(stem) = stem.strip_suffix('i').filter(|stem| !stem.is_empty()) {
        return joined(form, stem, "y");
    }
    // Nouns as "virus", verbs as "accuse".
    if fine != Fine::VerbThird && stem.ends_with("us") && !stem.ends_with("aus") && !stem.ends_with("ous") {
        return Cow::Borrowed(stem);
    }
    let hisses = ["ss", "sh", "ch", "x", "zz", "tz", "o"].iter().any(|ending| stem.ends_with(ending));
    Cow::Borrowed(if hisses { stem } else { bare })
}

/// "1990" or "mid-80", but not "AK-47".
fn is_decade(number: &str) -> bool {
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    matches!(digits, 2 | 4) && number.ends_with('0')
}

/// Without an ending that may have doubled a consonant, cost an e or turned y into i.
fn without<'a>(lemmas: &Lemmas, form: &'a str, ending: &str) -> Cow<'a, str> {
    let Some(stem) = form.strip_suffix(ending).filter(|stem| has_vowel(stem)) else { return Cow::Borrowed(form) };
    if let Some(ending) = lemmas.stem_ending(stem) {
        return joined(form, stem, ending);
    }
    let letters = stem.as_bytes();
    match letters {
        // "agreed" has its e in the ending, "agreeing" in the stem.
        [.., b'e'] if ending.starts_with('e') => joined(form, stem, "e"),
        [.., b'i'] if ending.starts_with('e') => joined(form, &stem[..stem.len() - 1], "y"),
        [.., a, b] if a == b && is_doubling(letters) => Cow::Borrowed(&stem[..stem.len() - 1]),
        _ if lost_e(letters) => joined(form, stem, "e"),
        _ => Cow::Borrowed(stem),
    }
}

/// The stem, which the form begins with, and an ending; a part of the form if it can be.
fn joined<'a>(form: &'a str, stem: &str, ending: &str) -> Cow<'a, str> {
    match form.get(..stem.len() + ending.len()) {
        Some(part) if part.ends_with(ending) => Cow::Borrowed(part),
        _ => Cow::Owned([stem, ending].concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::table::{Row, rows};

    const FILE: &str = include_str!("../../lexicon/lemmas.txt");

    fn lemma_of(form: &str, class: &str, fine: &str) -> String {
        let class = Class::named(class).expect("a universal class");
        lemma(form, Tag { class, fine: Fine::named(fine).expect("a Penn tag") }).into_owned()
    }

    #[test]
    fn forms_and_their_lemmas() {
        for (class, fine, cases) in [
            (
                "VERB",
                "VBG",
                "deploying deploy; hosting host; hating hate; singing sing; changing change; agreeing agree",
            ),
            (
                "VERB",
                "VBG",
                "planning plan; calling call; travelling travel; visiting visit; inviting invite; dying die",
            ),
            ("VERB", "VBG", "quoting quote; treating treat; creating create; negotiating negotiate; panicking panic"),
            (
                "VERB",
                "VBD",
                "Vetoed veto; ratified ratify; died die; agreed agree; went go; found find; lay lie; cut cut",
            ),
            (
                "VERB",
                "VBN",
                "withdrawn withdraw; routed route; shelved shelve; bled bleed; imposed impose; OPPOSED oppose",
            ),
            ("VERB", "VBZ", "goes go; focuses focus; accuses accuse; denies deny; lies lie; leaves leave; pushes push"),
            ("VERB", "VB", "found found; lay lay; See see"),
            (
                "NOUN",
                "NNS",
                "wolves wolf; viruses virus; allies ally; movies movie; policewomen policewoman; crises crisis",
            ),
            (
                "NOUN",
                "NNS",
                "troops troops; politics politics; talks talk; heroes hero; shoes shoe; Iraqis Iraqi; 1990s 1990s",
            ),
            ("NOUN", "NN", "building building; PM p.m.; Arab Arab; X X"),
            ("PROPN", "NNPS", "Nations Nation; Women Woman; Philippines Philippines; Securities Security"),
            ("PROPN", "NNP", "Falls Falls; iPhone iPhone; Sept. September"),
            ("ADJ", "JJ", "Iranian Iranian; Civilian civilian; Shiite Shiite"),
            ("ADJ", "JJR", "larger large; bigger big; easier easy; better good; stronger strong; simpler simple"),
            ("ADV", "RBS", "best well; latest late; soonest soon"),
            ("PRON", "PRP", "me I; I I; Them they; hers her; it it"),
            ("DET", "DT", "an a; These this; the the"),
            ("AUX", "VBZ", "'s be; ’s be; has have"),
            ("AUX", "VBD", "'d have; were be"),
            ("AUX", "MD", "'d would; ’ll will; wo will; ca can"),
            ("PART", "RB", "n't not; N’T not"),
            ("PART", "POS", "'s 's; ’s 's; ' 's"),
            ("NUM", "CD", "1,200 1,200; Two two; XIV XIV"),
            ("PUNCT", "''", "” ”"),
        ] {
            for (form, own) in cases.split("; ").filter_map(|case| case.split_once(' ')) {
                assert_eq!(lemma_of(form, class, fine), own, "{form} as {fine}");
            }
        }
    }

    #[test]
    fn parts_of_the_form_are_borrowed() {
        for (form, fine) in [("deployed", Fine::VerbPast), ("hated", Fine::VerbPast), ("went", Fine::VerbPast)] {
            let found = lemma(form, Tag { class: Class::Verb, fine });
            assert!(matches!(found, Cow::Borrowed(_)), "{form}");
        }
    }

    fn is_regular(row: &Row) -> bool {
        row.field(1).is_empty() || row.list(1).any(|entry| entry == "VB")
    }

    fn regular_forms(word: &str) -> Vec<(String, Fine)> {
        let stem = word.strip_suffix('e').unwrap_or(word);
        let plural = if word.ends_with('s') { "es" } else { "s" };
        let mut forms = vec![(format!("{stem}ed"), Fine::VerbPast), (format!("{word}{plural}"), Fine::NounPlural)];
        if !word.ends_with("ie") {
            forms.push((format!("{stem}ing"), Fine::VerbGerund));
        }
        forms
    }

    #[test]
    fn each_row_is_needed_and_heard() {
        let (with, without) = (Lemmas::builtin(), &Lemmas::default());
        for row in rows(FILE).filter(|row| !row.field(0).starts_with(char::is_uppercase)) {
            let word = row.field(0);
            let forms = if is_regular(&row) { regular_forms(word) } else { Vec::new() };
            let right = |lemmas: &Lemmas| forms.iter().all(|(form, fine)| regular(lemmas, form, *fine) == word);
            assert!(right(with), "{word}: another row takes its forms");
            assert!(forms.is_empty() || !right(without), "{word}: the rules say so without the row");
            for (tag, form) in row.list(1).filter_map(|entry| entry.split_once(' ')) {
                let fine = Fine::named(tag).expect("a Penn tag");
                assert_eq!(with.irregular(tag, form), Some(word), "{form}: another row takes it");
                assert_ne!(regular(without, form, fine), word, "{form}: the rules say so without the row");
            }
        }
    }
}
