//! What can be seen around a gap between two tokens, and what it weighs for a sentence's end.
//!
//! A gap ends a sentence where the weights of its signs add up to more than nought, as in the classifiers of sentence
//! ends since Riley (1989). Rules alone know the full stop of news copy; the weights also know mail headers, small
//! letters after a stop, dots, faces and lists. They are learned by `examples/boundaries.rs`, which says how, and are
//! whole numbers, so that every machine cuts alike.

/// Lists the signs once, each with what it says and its weight.
macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident = $weight:literal,)*) => {
        /// What can be seen around a gap.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sign { $($(#[$doc])* $name,)* }

        impl Sign {
            /// All of them, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            const WEIGHTS: &[i32] = &[$($weight,)*];
        }
    };
}

signs! {
    /// At every gap.
    Always = -30,

    // What stands before the gap, closing marks passed over after a stop.
    /// A full stop.
    LeftStop = 63,
    /// "!", "?" and their likes.
    LeftCry = 72,
    /// An ellipsis.
    LeftDots = 46,
    /// "Mr.".
    LeftTitle = -38,
    /// "Inc.", or an initial.
    LeftAbbreviation = -18,
    /// "U.S.".
    LeftDotted = -10,
    /// ":".
    LeftColon = -39,
    /// ";".
    LeftSemicolon = -17,
    /// ",".
    LeftComma = 17,
    /// A dash or hyphen.
    LeftDash = -52,
    /// A closing bracket.
    LeftBracket = -33,
    /// A quotation mark.
    LeftQuote = -25,
    /// ">", which ends an address in a mail's head.
    LeftAngle = 26,
    /// ":-)".
    LeftFace = 21,
    /// "=====", "***".
    LeftRun = 27,
    /// A web or mail address.
    LeftAddress = 31,
    /// "08/16/2000".
    LeftDate = -43,
    /// "PM" behind a number.
    LeftClock = 20,
    /// A word with a capital.
    LeftCapital = -33,
    /// A word in capitals.
    LeftUpper = -14,
    /// Any other word.
    LeftLower = -45,
    /// A number.
    LeftNumber = -7,
    /// Any other mark.
    LeftMark = 19,

    // What stands behind the gap.
    /// "The", "He", "In".
    RightOpener = 26,
    /// Another word with a capital.
    RightCapital = 17,
    /// A word in capitals.
    RightUpper = 13,
    /// "i".
    RightI = -7,
    /// A word in small letters.
    RightLower = -20,
    /// A number.
    RightNumber = 12,
    /// "08/16/2000".
    RightDate = -10,
    /// A quotation mark that opens.
    RightQuote = 27,
    /// A bracket that opens.
    RightBracket = 6,
    /// A dash or hyphen.
    RightDash = -4,
    /// "<" or ">".
    RightAngle = -5,
    /// A stop, an ellipsis.
    RightStop = -45,
    /// A web or mail address.
    RightAddress = 29,
    /// ":-)".
    RightFace = -101,
    /// "=====", "***", or a star that opens an entry of a list.
    RightRun = 38,
    /// "$" or "#".
    RightCurrency = 21,
    /// Any other mark.
    RightMark = -27,

    // Two things at once.
    /// A small letter after a stop, in a text that has begun a sentence so before.
    CasualLower = 43,
    /// A small letter after a stop and closing marks: what was said, and by whom.
    ClosedLower = -51,
    /// An abbreviation and a capital.
    AbbreviationCapital = -10,
    /// An abbreviation and a word that opens sentences.
    AbbreviationOpener = 66,
    /// An ellipsis and a small letter.
    DotsLower = -66,
    /// A name or address, and a date.
    NameDate = 108,
    /// Neither stop nor abbreviation, and a capital.
    OtherCapital = 26,
    /// Neither stop nor abbreviation, and a number.
    OtherNumber = 6,
    /// ":" or ")", and a dash.
    ListDash = 42,
    /// A quotation that begins with a small letter.
    QuoteLower = -25,
    /// No blank between a stop and a word.
    GluedWord = -35,
    /// No blank between something else and a word.
    GluedOther = -104,
    /// No blank between a stop and a mark.
    GluedMark = -92,
    /// No blank between something else and a mark.
    GluedMarks = -102,
    /// A bracket is open.
    InBrackets = -39,
    /// "Regards,".
    SignOffComma = 11,
    /// "Thanks", with a capital.
    RightSignOff = 64,
}

impl Sign {
    /// Its weight.
    pub fn weight(self) -> i32 {
        Self::WEIGHTS[self as usize]
    }
}
