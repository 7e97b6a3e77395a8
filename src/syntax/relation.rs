//! Grammatical relations between a word and its head.

use super::named::named;

named! {
    /// A relation of Universal Dependencies, version 2, with the subtypes of the English Web Treebank.
    Relation {
        Acl = "acl",
        AclRelative = "acl:relcl",
        Adverbial = "advcl",
        AdverbialRelative = "advcl:relcl",
        AdverbModifier = "advmod",
        Adjectival = "amod",
        Apposition = "appos",
        Auxiliary = "aux",
        AuxiliaryPassive = "aux:pass",
        Case = "case",
        Coordinator = "cc",
        CoordinatorPre = "cc:preconj",
        ClausalComplement = "ccomp",
        Compound = "compound",
        CompoundParticle = "compound:prt",
        Conjunct = "conj",
        Copula = "cop",
        ClausalSubject = "csubj",
        ClausalSubjectOuter = "csubj:outer",
        ClausalSubjectPassive = "csubj:pass",
        Unspecified = "dep",
        Determiner = "det",
        DeterminerPre = "det:predet",
        Discourse = "discourse",
        Dislocated = "dislocated",
        Expletive = "expl",
        Fixed = "fixed",
        Flat = "flat",
        GoesWith = "goeswith",
        IndirectObject = "iobj",
        List = "list",
        Marker = "mark",
        Nominal = "nmod",
        NominalDescription = "nmod:desc",
        NominalPossessive = "nmod:poss",
        NominalUnmarked = "nmod:unmarked",
        Subject = "nsubj",
        SubjectOuter = "nsubj:outer",
        SubjectPassive = "nsubj:pass",
        Numeric = "nummod",
        Object = "obj",
        Oblique = "obl",
        ObliqueAgent = "obl:agent",
        ObliqueUnmarked = "obl:unmarked",
        Orphan = "orphan",
        Parataxis = "parataxis",
        Punctuation = "punct",
        Reparandum = "reparandum",
        Root = "root",
        Vocative = "vocative",
        OpenComplement = "xcomp",
    }
}

impl Relation {
    /// The relation without its subtype: `nsubj` of `nsubj:pass`.
    pub fn universal(self) -> &'static str {
        self.name().split(':').next().unwrap_or_default()
    }
}
