//! Morphological features of a word, as far as its form and tag make them certain.
//!
//! Names and values as in the English Web Treebank. Left out is what only the sentence tells: person and number of most
//! verbs, voice, imperatives among base forms, and whether "who" asks or relates.

use super::tag::{Class, Fine, Tag};

/// Features of closed classes, by form in small letters.
const CLOSED: &[(Fine, &str, &str)] = &[
    (Fine::Adverb, "n't", "Polarity=Neg"),
    (Fine::Adverb, "never", "PronType=Neg"),
    (Fine::Adverb, "not", "Polarity=Neg"),
    (Fine::Adverb, "n’t", "Polarity=Neg"),
    (Fine::Coordinator, "neither", "Polarity=Neg"),
    (Fine::Coordinator, "nor", "Polarity=Neg"),
    (Fine::Determiner, "a", "Definite=Ind|PronType=Art"),
    (Fine::Determiner, "all", "PronType=Tot"),
    (Fine::Determiner, "an", "Definite=Ind|PronType=Art"),
    (Fine::Determiner, "another", "PronType=Ind"),
    (Fine::Determiner, "any", "PronType=Ind"),
    (Fine::Determiner, "both", "PronType=Tot"),
    (Fine::Determiner, "each", "PronType=Tot"),
    (Fine::Determiner, "every", "PronType=Tot"),
    (Fine::Determiner, "no", "PronType=Neg"),
    (Fine::Determiner, "some", "PronType=Ind"),
    (Fine::Determiner, "that", "Number=Sing|PronType=Dem"),
    (Fine::Determiner, "the", "Definite=Def|PronType=Art"),
    (Fine::Determiner, "these", "Number=Plur|PronType=Dem"),
    (Fine::Determiner, "this", "Number=Sing|PronType=Dem"),
    (Fine::Determiner, "those", "Number=Plur|PronType=Dem"),
    (Fine::Interjection, "no", "Polarity=Neg"),
    (Fine::NounSingular, "nobody", "Number=Sing|PronType=Neg"),
    (Fine::NounSingular, "none", "PronType=Neg"),
    (Fine::NounSingular, "nothing", "Number=Sing|PronType=Neg"),
    (Fine::Predeterminer, "all", "PronType=Tot"),
    (Fine::Predeterminer, "both", "PronType=Tot"),
    (Fine::Pronoun, "he", "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs"),
    (Fine::Pronoun, "her", "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs"),
    (Fine::Pronoun, "him", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"),
    (Fine::Pronoun, "i", "Case=Nom|Number=Sing|Person=1|PronType=Prs"),
    (Fine::Pronoun, "it", "Gender=Neut|Number=Sing|Person=3|PronType=Prs"),
    (Fine::Pronoun, "me", "Case=Acc|Number=Sing|Person=1|PronType=Prs"),
    (Fine::Pronoun, "she", "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"),
    (Fine::Pronoun, "them", "Case=Acc|Number=Plur|Person=3|PronType=Prs"),
    (Fine::Pronoun, "they", "Case=Nom|Number=Plur|Person=3|PronType=Prs"),
    (Fine::Pronoun, "us", "Case=Acc|Number=Plur|Person=1|PronType=Prs"),
    (Fine::Pronoun, "we", "Case=Nom|Number=Plur|Person=1|PronType=Prs"),
    (Fine::Pronoun, "you", "Person=2|PronType=Prs"),
    (Fine::PronounPossessive, "her", "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs"),
    (Fine::PronounPossessive, "his", "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs"),
    (Fine::PronounPossessive, "its", "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs"),
    (Fine::PronounPossessive, "my", "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs"),
    (Fine::PronounPossessive, "our", "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs"),
    (Fine::PronounPossessive, "their", "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs"),
    (Fine::PronounPossessive, "your", "Case=Gen|Person=2|Poss=Yes|PronType=Prs"),
    (Fine::VerbPast, "was", "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"),
    (Fine::VerbPresent, "am", "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"),
    (Fine::VerbPresent, "'m", "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"),
    (Fine::VerbPresent, "’m", "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"),
];

/// The features of a word, as CoNLL-U has them; `_` for none.
pub fn features(form: &str, tag: Tag) -> &'static str {
    let closed = CLOSED.iter().find(|(fine, word, _)| *fine == tag.fine && word.eq_ignore_ascii_case(form));
    match closed {
        Some((_, _, features)) if tag.class != Class::ProperNoun => features,
        _ => open_features(form, tag),
    }
}

fn open_features(form: &str, tag: Tag) -> &'static str {
    match tag.fine {
        Fine::NounSingular | Fine::ProperSingular | Fine::NounPlural | Fine::ProperPlural => noun_features(tag),
        Fine::Adjective => "Degree=Pos",
        Fine::AdjectiveComparative | Fine::AdverbComparative => "Degree=Cmp",
        Fine::AdjectiveSuperlative | Fine::AdverbSuperlative => "Degree=Sup",
        Fine::VerbBase => "VerbForm=Inf",
        Fine::VerbPast => "Mood=Ind|Tense=Past|VerbForm=Fin",
        Fine::VerbGerund => "Tense=Pres|VerbForm=Part",
        Fine::VerbParticiple => "Tense=Past|VerbForm=Part",
        Fine::VerbPresent => "Mood=Ind|Tense=Pres|VerbForm=Fin",
        Fine::VerbThird => "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
        Fine::Modal => "VerbForm=Fin",
        Fine::PronounPossessive => "Case=Gen|Poss=Yes|PronType=Prs",
        Fine::WhPossessive => "Poss=Yes",
        Fine::Pronoun => "PronType=Prs",
        Fine::WhDeterminer if tag.class == Class::Pronoun => "PronType=Rel",
        Fine::WhDeterminer => "PronType=Int",
        Fine::Cardinal if form.contains(|c: char| c.is_ascii_digit()) => "NumForm=Digit|NumType=Card",
        Fine::Cardinal => "NumForm=Word|NumType=Card",
        _ => "_",
    }
}

/// A tag of nouns, which is also that of "nothing" and of the adjectives in names.
fn noun_features(tag: Tag) -> &'static str {
    match tag.class {
        Class::Adjective => "Degree=Pos",
        Class::Noun | Class::ProperNoun | Class::Pronoun | Class::Symbol if tag.is_plural() => "Number=Plur",
        Class::Noun | Class::ProperNoun | Class::Pronoun | Class::Symbol => "Number=Sing",
        _ => "_",
    }
}

/// Whether the word denies: "not", "n't", "no", "never", "nothing", "nor".
pub fn is_negation(form: &str, tag: Tag) -> bool {
    let features = features(form, tag);
    features.ends_with("Polarity=Neg") || features.ends_with("PronType=Neg")
}

impl Tag {
    /// Whether it is a verb form that can make a clause: "opposes", "opposed" as past, "will".
    pub fn is_finite(self) -> bool {
        matches!(self.fine, Fine::VerbPast | Fine::VerbPresent | Fine::VerbThird | Fine::Modal)
    }

    /// Whether it is a past participle: "opposed" after "has" or "was".
    pub fn is_past_participle(self) -> bool {
        self.fine == Fine::VerbParticiple
    }

    /// Whether it is a form in -ing, present participle or gerund.
    pub fn is_gerund(self) -> bool {
        self.fine == Fine::VerbGerund
    }

    /// Whether it is a past tense.
    pub fn is_past(self) -> bool {
        self.fine == Fine::VerbPast
    }

    /// Whether it is a noun in the plural, a name or not.
    pub fn is_plural(self) -> bool {
        matches!(self.fine, Fine::NounPlural | Fine::ProperPlural)
    }

    /// Whether it is a word that owns: "its", "whose", "'s".
    pub fn is_possessive(self) -> bool {
        matches!(self.fine, Fine::PronounPossessive | Fine::WhPossessive | Fine::Possessive)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(class: Class, fine: Fine) -> Tag {
        Tag { class, fine }
    }

    #[test]
    fn what_form_and_tag_tell() {
        for (form, class, fine, own) in [
            ("was", Class::Auxiliary, Fine::VerbPast, "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"),
            ("opposes", Class::Verb, Fine::VerbThird, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
            ("opposed", Class::Verb, Fine::VerbParticiple, "Tense=Past|VerbForm=Part"),
            ("An", Class::Determiner, Fine::Determiner, "Definite=Ind|PronType=Art"),
            ("N'T", Class::Particle, Fine::Adverb, "Polarity=Neg"),
            (
                "Its",
                Class::Pronoun,
                Fine::PronounPossessive,
                "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
            ),
            ("Nations", Class::ProperNoun, Fine::ProperPlural, "Number=Plur"),
            ("United", Class::Adjective, Fine::ProperSingular, "Degree=Pos"),
            ("stronger", Class::Adjective, Fine::AdjectiveComparative, "Degree=Cmp"),
            ("of", Class::Adposition, Fine::Preposition, "_"),
        ] {
            assert_eq!(features(form, tag(class, fine)), own, "{form}");
        }
    }

    #[test]
    fn features_stand_in_the_order_of_the_alphabet() {
        let open = Fine::ALL.iter().map(|&fine| features("word", tag(Class::Noun, fine)));
        for features in CLOSED.iter().map(|(_, _, features)| *features).chain(open) {
            let names: Vec<&str> = features.split('|').collect();
            assert!(names.is_sorted(), "{features}");
        }
    }

    #[test]
    fn words_that_deny() {
        assert!(is_negation("No", tag(Class::Determiner, Fine::Determiner)));
        assert!(is_negation("n’t", tag(Class::Particle, Fine::Adverb)));
        assert!(!is_negation("now", tag(Class::Adverb, Fine::Adverb)));
        assert!(!is_negation("No", tag(Class::ProperNoun, Fine::ProperSingular)));
    }

    #[test]
    fn kinds_of_tags() {
        let verb = |fine| tag(Class::Verb, fine);
        assert!(verb(Fine::VerbPast).is_finite() && verb(Fine::VerbPast).is_past());
        assert!(verb(Fine::VerbParticiple).is_past_participle() && !verb(Fine::VerbParticiple).is_finite());
        assert!(verb(Fine::VerbGerund).is_gerund());
        assert!(tag(Class::Noun, Fine::NounPlural).is_plural());
        assert!(tag(Class::Pronoun, Fine::PronounPossessive).is_possessive());
    }
}
