//! Word families: the part that the forms and derivations of a word share.
//!
//! A stronger cut than Porter's (1980), on purpose: an issue titled "Enlarge the bloc" must be seen in "enlargement".
//! Both sides of a comparison go through the same cut, so that it need not be a word. British and American spellings
//! fall together.
//! Misses: irregular forms, families that change their root, and unrelated words that meet (coalition, coal).

use crate::text::small;

/// Endings of derivation, longest first, each with the shortest stem that may stay.
const DERIVATIONS: &[(&str, usize)] = &[
    ("ification", 3),
    ("isation", 3),
    ("ization", 3),
    ("ational", 4),
    ("ements", 4),
    ("ement", 4),
    ("ation", 3),
    ("ition", 4),
    ("ness", 3),
    ("ment", 4),
    ("ance", 4),
    ("ence", 4),
    ("ency", 4),
    ("ancy", 4),
    ("ally", 4),
    ("able", 4),
    ("ible", 4),
    ("ive", 4),
    ("ity", 4),
    ("ion", 5),
    ("ent", 4),
    ("ant", 4),
    ("ise", 3),
    ("ize", 3),
    ("ate", 4),
    ("ian", 4),
    ("al", 4),
    ("er", 4),
    ("or", 4),
    ("ly", 4),
    ("ic", 4),
    ("is", 4),
    ("iz", 4),
    ("at", 5),
    ("y", 3),
    ("e", 3),
];

/// Endings of the plural and the third person, longest first.
const PLURALS: &[(&str, usize, &str)] =
    &[("ies", 2, "y"), ("ches", 2, "ch"), ("shes", 2, "sh"), ("sses", 2, "ss"), ("xes", 2, "x"), ("s", 3, "")];

/// Endings of verbs, longest first.
const TENSES: &[(&str, usize, &str)] = &[("ied", 2, "y"), ("ing", 3, ""), ("ed", 3, "")];

/// The stem of a word, in small letters.
pub fn stem(word: &str) -> String {
    let mut word = small(word);
    fold_spelling(&mut word);
    inflection(&mut word, PLURALS);
    inflection(&mut word, TENSES);
    let last = word.as_bytes().last().copied();
    for (ending, shortest) in DERIVATIONS.iter().filter(|(ending, _)| ending.as_bytes().last().copied() == last) {
        let Some(rest) = word.strip_suffix(ending) else { continue };
        let vowel_before_y = *ending == "y" && rest.ends_with(['a', 'e', 'o', 'u']);
        if rest.chars().count() >= *shortest && !vowel_before_y {
            let length = rest.len();
            word.truncate(length);
            break;
        }
    }
    word
}

/// A word without an ending. Most endings differ from the word's in their last letter already.
fn without<'a>(word: &'a str, ending: &str) -> Option<&'a str> {
    let same = word.as_bytes().last() == ending.as_bytes().last();
    if same { word.strip_suffix(ending) } else { None }
}

fn inflection(word: &mut String, endings: &[(&str, usize, &str)]) {
    for (ending, shortest, put_back) in endings {
        let Some(rest) = without(word, ending) else { continue };
        if rest.chars().count() >= *shortest && !(*ending == "s" && rest.ends_with(['s', 'u', 'i'])) {
            let length = rest.len();
            word.truncate(length);
            word.push_str(put_back);
            if matches!(*ending, "ing" | "ed") {
                undouble(word);
            }
            return;
        }
    }
}

fn fold_spelling(word: &mut String) {
    for (british, american) in
        [("defence", "defense"), ("offence", "offense"), ("licence", "license"), ("programme", "program")]
    {
        if word.starts_with(british) {
            *word = word.replacen(british, american, 1);
        }
    }
    let holds = |part: &[u8]| word.as_bytes().windows(part.len()).any(|run| run == part);
    if word.len() > 5 && holds(b"our") && !holds(b"cour") {
        *word =
            word.replace("avour", "avor").replace("abour", "abor").replace("armour", "armor").replace("olour", "olor");
    }
}

/// "stopp(ed)" to "stop", "plann(ing)" to "plan"; "tell" and "pass" keep their letters.
fn undouble(stem: &mut String) {
    let bytes = stem.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && !matches!(b, b'l' | b's' | b'e' | b'o' | b'f' | b'z')
    {
        stem.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_family_shares_its_stem() {
        for family in [
            &["enlarge", "enlargement", "enlarging", "enlarged"][..],
            &["independent", "independence"],
            &["deploy", "deployment", "deploying", "deployed"],
            &["threaten", "threatening", "threatens"],
            &["sanction", "sanctions", "sanctioned"],
            &["enrich", "enrichment", "enriching"],
            &["postpone", "postponed", "postponing", "postponement"],
            &["defence", "defense"],
            &["tariff", "tariffs"],
            &["negotiate", "negotiations", "negotiating"],
            &["policy", "policies"],
        ] {
            let first = stem(family[0]);
            for word in family {
                assert_eq!(stem(word), first, "{word}");
            }
        }
    }
}
