//! The words that carry a side: what they are, and how they turn what they govern.

use super::forms::{Form, cue_forms};
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

impl Cues {
    /// Reads a packed `cues.txt`.
    pub(super) fn read(file: &str) -> Self {
        let mut cues =
            Self { book: Phrasebook::with_room(Case::Folded, 14_000), separable: Phrasebook::new(Case::Folded) };
        for row in packed_rows(file) {
            // "backs" is how things stand, "backed" what was said: some verbs have a mode for the past.
            let (present, past) = row.field(5).split_once('/').unwrap_or((row.field(5), row.field(5)));
            let Some(cue) = parse(row.field(3), row.field(4), present) else { continue };
            let past = mode_of(past).unwrap_or(cue.mode);
            cue_forms(&row, &mut |phrase, form| {
                cues.add(phrase, Cue { form, mode: if form == Form::Past { past } else { cue.mode }, ..cue });
            });
        }
        cues
    }

    fn add(&mut self, phrase: &str, cue: Cue) {
        if let Some((verb, particle)) = separable(phrase, cue.form)
            && let Some(entries) = self.separable.entry(verb, Vec::new)
        {
            entries.push((hash_lower(particle), cue));
        }
        if let Some(entries) = self.book.entry(phrase, Vec::new)
            && !entries.contains(&cue)
        {
            entries.push(cue);
        }
    }
}

/// A verb form that takes a particle after its object ("ruled the plan out"), and the particle.
fn separable(phrase: &str, form: Form) -> Option<(&str, &str)> {
    phrase.split_once(' ').filter(|(_, particle)| PARTICLES.contains(particle) && form != Form::None)
}

fn mode_of(word: &str) -> Option<CueMode> {
    Some(match word {
        "reported" => CueMode::Reported,
        "act" => CueMode::Act,
        "described" => CueMode::Described,
        _ => return None,
    })
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
    let mode = mode_of(mode)?;
    Some(Cue { class, side, mode, form: Form::None })
}
