//! The forms in which a text can have the words of a row.
//!
//! `build.rs` asks here as well which rows a text can touch, so nothing here may use the rest of the engine.

use super::table::Row;

/// Which form of a verb was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "oppose": also after "to" and modals, and often a noun's twin ("a demand").
    Base,
    /// "opposes": often a plural noun's twin ("demands").
    Third,
    /// "opposed": past, or participle.
    Past,
    /// "opposing".
    Gerund,
    /// Not a verb.
    None,
}

/// Gives `add` every form of a row of `cues.txt`: verbs in all their forms, nouns in both numbers.
pub(super) fn cue_forms(row: &Row, add: &mut impl FnMut(&str, Form)) {
    let phrase = row.field(0);
    let mut owned = |phrase: &str, form: Form| {
        if phrase.contains(" its ") {
            for owner in [" their ", " his ", " her ", " our "] {
                add(&phrase.replace(" its ", owner), form);
            }
        }
        add(phrase, form);
    };
    match row.field(1) {
        "verb" => verb_forms(phrase, &row.list(2).collect::<Vec<_>>(), &mut owned),
        "noun" => {
            owned(phrase, Form::None);
            owned(&[phrase, "s"].concat(), Form::None);
        }
        _ => owned(phrase, Form::None),
    }
}

fn verb_forms(phrase: &str, irregular: &[&str], add: &mut impl FnMut(&str, Form)) {
    let (verb, rest) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
    // "reluctantly accept": the adverb stays as it is.
    if verb.ends_with("ly") && !rest.is_empty() {
        let inner = forms(rest.trim_start().split(' ').next().unwrap_or_default());
        let tail = rest.trim_start().split_once(' ').map_or(String::new(), |(_, tail)| format!(" {tail}"));
        add(phrase, Form::Base);
        add(&format!("{verb} {}{tail}", inner.third), Form::Third);
        add(&format!("{verb} {}{tail}", inner.past), Form::Past);
        add(&format!("{verb} {}{tail}", inner.gerund), Form::Gerund);
        return;
    }
    let verb_forms = forms(verb);
    add(phrase, Form::Base);
    add(&[&verb_forms.third, rest].concat(), Form::Third);
    add(&[&verb_forms.gerund, rest].concat(), Form::Gerund);
    if irregular.is_empty() {
        add(&[&verb_forms.past, rest].concat(), Form::Past);
    }
    for past in irregular {
        let rest = if past.contains(' ') { "" } else { rest };
        add(&[past, rest].concat(), Form::Past);
    }
}

/// The plural of a word for an office; `None` where the word is one.
pub(super) fn plural(word: &str) -> Option<String> {
    if word.ends_with('s') {
        return None;
    }
    if let Some(stem) = word.strip_suffix("man") {
        return Some(format!("{stem}men"));
    }
    if let Some(stem) = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o'])) {
        return Some(format!("{stem}ies"));
    }
    if word.ends_with('x') || word.ends_with("ch") || word.ends_with("sh") {
        return Some(format!("{word}es"));
    }
    Some(match word.split_once(" of ") {
        Some((head, rest)) => format!("{head}s of {rest}"),
        None => format!("{word}s"),
    })
}

/// The regular forms of a verb.
pub(super) struct Forms {
    /// "opposes".
    pub(super) third: String,
    /// "opposed".
    pub(super) past: String,
    /// "opposing".
    pub(super) gerund: String,
}

/// Forms by the spelling rules of English; doubling only where the last syllable is stressed, which the list of
/// endings below stands for.
pub(super) fn forms(verb: &str) -> Forms {
    let vowel = |c: u8| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u');
    let with = |stem: &str, ending: &str| [stem, ending].concat();
    // The letters of the language data's verbs are one byte each where it matters: at the end.
    let letters = verb.as_bytes();
    let ends = |suffix: &str| verb.ends_with(suffix);
    if verb == "be" || verb == "have" || verb == "do" {
        let third = ["is", "has", "does"][usize::from(verb == "have") + 2 * usize::from(verb == "do")];
        let past = ["was", "had", "did"][usize::from(verb == "have") + 2 * usize::from(verb == "do")];
        return Forms {
            third: third.to_owned(),
            past: past.to_owned(),
            gerund: if verb == "be" { "being".to_owned() } else { with(verb.trim_end_matches('e'), "ing") },
        };
    }
    let consonant_y = ends("y") && letters.len() > 1 && !vowel(letters[letters.len() - 2]);
    if consonant_y {
        let root = &verb[..verb.len() - 1];
        return Forms { third: with(root, "ies"), past: with(root, "ied"), gerund: with(verb, "ing") };
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|suffix| ends(suffix)) && !ends("oo");
    let third = if sibilant { with(verb, "es") } else { with(verb, "s") };
    if ends("e") {
        let root = if ends("ee") { verb } else { &verb[..verb.len() - 1] };
        return Forms { third, past: with(verb, "d"), gerund: with(root, "ing") };
    }
    let n = letters.len();
    let closed = n >= 3 && !vowel(letters[n - 1]) && vowel(letters[n - 2]) && !vowel(letters[n - 3]);
    let short = n <= 4 && closed && !matches!(letters[n - 1], b'w' | b'x' | b'y');
    let stressed = closed
        && ["mit", "fer", "pel", "bel", "tel", "gret", "bar", "cur", "rap", "lag", "bet", "but", "quit", "set", "get"]
            .iter()
            .any(|suffix| ends(suffix));
    let doubled = (short && !matches!(verb, "offer" | "open" | "enter" | "limit" | "visit"))
        || stressed
        || verb == "deter"
        || verb == "ban";
    let unstressed = matches!(verb, "offer" | "suffer" | "differ" | "open" | "limit" | "visit" | "edit" | "label");
    if doubled && !unstressed || verb == "label" {
        let doubled = with(verb, &verb[n - 1..]);
        return Forms { third, past: with(&doubled, "ed"), gerund: with(&doubled, "ing") };
    }
    Forms { third, past: with(verb, "ed"), gerund: with(verb, "ing") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_follow_english_spelling() {
        for (verb, third, past, gerund) in [
            ("oppose", "opposes", "opposed", "opposing"),
            ("deny", "denies", "denied", "denying"),
            ("plan", "plans", "planned", "planning"),
            ("offer", "offers", "offered", "offering"),
            ("veto", "vetoes", "vetoed", "vetoing"),
            ("press", "presses", "pressed", "pressing"),
            ("back", "backs", "backed", "backing"),
            ("admit", "admits", "admitted", "admitting"),
            ("agree", "agrees", "agreed", "agreeing"),
            ("delay", "delays", "delayed", "delaying"),
            ("head", "heads", "headed", "heading"),
        ] {
            let found = forms(verb);
            assert_eq!((found.third.as_str(), found.past.as_str(), found.gerund.as_str()), (third, past, gerund));
        }
    }
}
