//! The words that carry a side: what they are, and how they turn what they govern.

use super::lexicon_file;
use super::phrasebook::{Case, Phrasebook};
use super::table::packed_rows;
use crate::text::hash_lower;

/// What sort of work a cue does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueClass {
    /// Opens somebody's words.
    Say,
    /// A verb whose subject is for or against its object.
    Back,
    /// A verb whose object is pleased or angered by its subject.
    Stir,
    /// What a matter does or would do.
    Effect,
    /// A judgement on a matter.
    Rate,
    /// An adjective of a holder toward a matter.
    Attitude,
    /// A noun of attitude or of turning.
    Noun,
    /// A duty laid on somebody.
    Ought,
}

/// Which way a cue turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Toward.
    For,
    /// Away from.
    Against,
    /// In part, or later.
    Partly,
    /// Neither way.
    Neither,
    /// A warning: what it is against is unwanted, and so is what its clause tells.
    Warning,
}

/// How a statement made with a cue is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueMode {
    /// As somebody's words.
    Reported,
    /// As a deed.
    Act,
    /// By the reporter.
    Described,
}

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

/// One entry of `lexicon/cues.txt`, in one of its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What it does.
    pub class: CueClass,
    /// Which way it turns.
    pub side: Side,
    /// How its statements are given.
    pub mode: CueMode,
    /// Its form here.
    pub form: Form,
}

/// All cues by their forms; a form can belong to several entries ("threaten": an act, or an effect).
#[derive(Clone, Debug)]
pub struct Cues {
    /// Forms to entries, in small letters.
    pub book: Phrasebook<Vec<Cue>>,
    /// Verb forms that take a particle after their object ("ruled the plan out"), with the particle.
    pub separable: Phrasebook<Vec<(u64, Cue)>>,
}

/// Particles that may follow the object.
const PARTICLES: &[&str] = &["out", "off", "down", "up", "away", "back", "aside", "through", "over"];

const CUES: &str = lexicon_file!("cues.txt");

impl Cues {
    /// Reads the lexicon file.
    pub fn builtin() -> Self {
        let mut cues =
            Self { book: Phrasebook::with_room(Case::Folded, 14_000), separable: Phrasebook::new(Case::Folded) };
        for row in packed_rows(CUES) {
            let Some(cue) = parse(row.field(3), row.field(4), row.field(5)) else { continue };
            match row.field(1) {
                "verb" => cues.add_verb(row.field(0), row.list(2).collect(), cue),
                "noun" => {
                    cues.add(row.field(0), Form::None, cue);
                    cues.add(&[row.field(0), "s"].concat(), Form::None, cue);
                }
                _ => cues.add(row.field(0), Form::None, cue),
            }
        }
        cues
    }

    fn add_verb(&mut self, phrase: &str, irregular: Vec<&str>, cue: Cue) {
        let (verb, rest) = phrase.split_at(phrase.find(' ').unwrap_or(phrase.len()));
        // "reluctantly accept": the adverb stays as it is.
        if verb.ends_with("ly") && !rest.is_empty() {
            let inner = forms(rest.trim_start().split(' ').next().unwrap_or_default());
            let tail = rest.trim_start().split_once(' ').map_or(String::new(), |(_, tail)| format!(" {tail}"));
            self.add(phrase, Form::Base, cue);
            self.add(&format!("{verb} {}{tail}", inner.third), Form::Third, cue);
            self.add(&format!("{verb} {}{tail}", inner.past), Form::Past, cue);
            self.add(&format!("{verb} {}{tail}", inner.gerund), Form::Gerund, cue);
            return;
        }
        let verb_forms = forms(verb);
        self.add(phrase, Form::Base, cue);
        self.add(&[&verb_forms.third, rest].concat(), Form::Third, cue);
        self.add(&[&verb_forms.gerund, rest].concat(), Form::Gerund, cue);
        if irregular.is_empty() {
            self.add(&[&verb_forms.past, rest].concat(), Form::Past, cue);
        }
        for past in irregular {
            let rest = if past.contains(' ') { "" } else { rest };
            self.add(&[past, rest].concat(), Form::Past, cue);
        }
    }

    fn add(&mut self, phrase: &str, form: Form, cue: Cue) {
        if phrase.contains(" its ") {
            for owner in [" their ", " his ", " her ", " our "] {
                self.add(&phrase.replace(" its ", owner), form, cue);
            }
        }
        if let Some((verb, particle)) = phrase.split_once(' ').filter(|(_, particle)| PARTICLES.contains(particle))
            && form != Form::None
            && let Some(entries) = self.separable.entry(verb, Vec::new)
        {
            entries.push((hash_lower(particle), Cue { form, ..cue }));
        }
        if let Some(entries) = self.book.entry(phrase, Vec::new) {
            let cue = Cue { form, ..cue };
            if !entries.contains(&cue) {
                entries.push(cue);
            }
        }
    }
}

fn parse(class: &str, side: &str, mode: &str) -> Option<Cue> {
    let class = match class {
        "say" => CueClass::Say,
        "back" => CueClass::Back,
        "stir" => CueClass::Stir,
        "effect" => CueClass::Effect,
        "rate" => CueClass::Rate,
        "attitude" => CueClass::Attitude,
        "noun" => CueClass::Noun,
        "ought" => CueClass::Ought,
        _ => return None,
    };
    let side = match side {
        "+" => Side::For,
        "-" => Side::Against,
        "~" => Side::Partly,
        "0" => Side::Neither,
        "w" => Side::Warning,
        _ => return None,
    };
    let mode = match mode {
        "reported" => CueMode::Reported,
        "act" => CueMode::Act,
        "described" => CueMode::Described,
        _ => return None,
    };
    Some(Cue { class, side, mode, form: Form::None })
}

/// The regular forms of a verb.
pub(super) struct Forms {
    pub(super) third: String,
    pub(super) past: String,
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
