//! Word classes: the universal ones and the finer ones of the Penn Treebank, which also say tense and number.

use super::named::named;

named! {
    /// A universal word class (Universal Dependencies, version 2).
    Class {
        Adjective = "ADJ",
        Adposition = "ADP",
        Adverb = "ADV",
        Auxiliary = "AUX",
        Coordinator = "CCONJ",
        Determiner = "DET",
        Interjection = "INTJ",
        Noun = "NOUN",
        Numeral = "NUM",
        Particle = "PART",
        Pronoun = "PRON",
        ProperNoun = "PROPN",
        Punctuation = "PUNCT",
        Subordinator = "SCONJ",
        Symbol = "SYM",
        Verb = "VERB",
        Other = "X",
    }
}

named! {
    /// A word class of the Penn Treebank with the additions of the English Web Treebank (Bies et al., 2012).
    Fine {
        Affix = "AFX",
        Coordinator = "CC",
        Cardinal = "CD",
        Determiner = "DT",
        Existential = "EX",
        Foreign = "FW",
        GoesWith = "GW",
        Hyphen = "HYPH",
        Preposition = "IN",
        Adjective = "JJ",
        AdjectiveComparative = "JJR",
        AdjectiveSuperlative = "JJS",
        ListItem = "LS",
        Modal = "MD",
        Superfluous = "NFP",
        NounSingular = "NN",
        ProperSingular = "NNP",
        ProperPlural = "NNPS",
        NounPlural = "NNS",
        Predeterminer = "PDT",
        Possessive = "POS",
        Pronoun = "PRP",
        PronounPossessive = "PRP$",
        Adverb = "RB",
        AdverbComparative = "RBR",
        AdverbSuperlative = "RBS",
        VerbParticle = "RP",
        Symbol = "SYM",
        To = "TO",
        Interjection = "UH",
        VerbBase = "VB",
        VerbPast = "VBD",
        VerbGerund = "VBG",
        VerbParticiple = "VBN",
        VerbPresent = "VBP",
        VerbThird = "VBZ",
        WhDeterminer = "WDT",
        WhPronoun = "WP",
        WhPossessive = "WP$",
        WhAdverb = "WRB",
        Address = "ADD",
        OpeningBracket = "-LRB-",
        ClosingBracket = "-RRB-",
        OpeningQuote = "``",
        ClosingQuote = "''",
        Comma = ",",
        FullStop = ".",
        Colon = ":",
        Dollar = "$",
        Unknown = "_",
    }
}

/// What kind of word a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    /// The universal class.
    pub class: Class,
    /// The finer class.
    pub fine: Fine,
}

impl Tag {
    /// A word of which nothing is known.
    pub const UNKNOWN: Self = Self { class: Class::Other, fine: Fine::Unknown };
}
