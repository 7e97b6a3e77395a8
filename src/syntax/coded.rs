//! Whole numbers in about as many bits as they surprise by: a range coder (Martin 1979) over shares that follow what was
//! seen.
//!
//! The shares of an alphabet's symbols are made anew from their counts each time these have grown by an eighth, which loses
//! next to nothing where the frequencies stay the same, as those of weights do, and costs a look-up and a division a
//! symbol: half the time of a coder of bits. `train::encoder` writes what is read here.

/// Binary places of a share: of how many parts a symbol has some.
const PLACES: u32 = 14;
/// What a symbol counts for each time it is seen; one that was not yet seen counts 1.
const SEEN: u32 = 32;
/// Below this many values the interval is widened by a byte.
pub(super) const NARROW: u32 = 1 << 24;
/// Classes of numbers: below 8 each its own, above by length and by the three bits after the first.
pub(super) const CLASSES: usize = 240;
/// Bits that one step reads or writes at most.
pub(super) const STEP: u32 = PLACES;

/// Symbols from 0 up, and what share of the interval each has.
pub(super) struct Alphabet {
    counts: Vec<u32>,
    sum: u32,
    /// Where the share of each begins; at the end where the last ends.
    starts: Vec<u32>,
    /// Whose each part is.
    owners: Vec<u8>,
    /// Symbols to be seen until the shares are made anew.
    left: u32,
}

impl Alphabet {
    /// Of `size` symbols, 1 to 256.
    pub(super) fn new(size: usize) -> Self {
        let size = size.clamp(1, 256);
        let mut alphabet = Self {
            counts: vec![1; size],
            sum: u32::try_from(size).unwrap_or_default(),
            starts: vec![0; size + 1],
            owners: vec![0; 1 << PLACES],
            left: 0,
        };
        alphabet.share();
        alphabet
    }

    /// Gives each symbol one part and of the others what its count asks for.
    fn share(&mut self) {
        let spare = (1_u64 << PLACES) - self.counts.len() as u64;
        let (mut below, mut from) = (0, 0);
        for (symbol, count) in (0..=u8::MAX).zip(&self.counts) {
            below += u64::from(*count);
            let to = usize::from(symbol) + 1 + usize::try_from(below * spare / u64::from(self.sum)).unwrap_or_default();
            self.owners[from..to].fill(symbol);
            self.starts[usize::from(symbol) + 1] = u32::try_from(to).unwrap_or_default();
            from = to;
        }
        self.left = self.sum / SEEN / 8 + 8;
    }

    /// The share of a symbol: where it begins and how wide it is.
    pub(super) fn share_of(&self, symbol: u8) -> (u32, u32) {
        let start = self.starts[usize::from(symbol)];
        (start, self.starts[usize::from(symbol) + 1] - start)
    }

    /// Notes that it was seen.
    pub(super) fn see(&mut self, symbol: u8) {
        self.counts[usize::from(symbol)] += SEEN;
        self.sum += SEEN;
        self.left -= 1;
        if self.left == 0 {
            self.share();
        }
    }
}

/// Reads what was coded.
///
/// Any bytes are read as some numbers; [`Self::is_sound`] tells at the end whether they were written as such, and on the
/// way whether there is more to read.
pub(super) struct Decoder<'a> {
    rest: &'a [u8],
    range: u32,
    code: u32,
    is_sound: bool,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self { rest: bytes, range: u32::MAX, code: 0, is_sound: true };
        for _ in 0..4 {
            decoder.read_byte();
        }
        decoder
    }

    /// Whether so far nothing was read beyond the end.
    pub(super) fn is_sound(&self) -> bool {
        self.is_sound
    }

    /// Whether all was read and nothing beyond.
    pub(super) fn is_done(&self) -> bool {
        self.is_sound && self.rest.is_empty() && self.code == 0
    }

    fn read_byte(&mut self) {
        let (byte, rest) = self.rest.split_first().map_or((None, self.rest), |(byte, rest)| (Some(*byte), rest));
        self.is_sound &= byte.is_some();
        self.rest = rest;
        self.code = self.code << 8 | u32::from(byte.unwrap_or_default());
    }

    /// In which of `1 << places` equal parts of the interval the code lies.
    fn part(&mut self, places: u32) -> u32 {
        self.range >>= places;
        (self.code / self.range).min((1 << places) - 1)
    }

    /// Goes on with these parts; the one that the code lies in must not be before `start`.
    fn keep(&mut self, (start, width): (u32, u32)) {
        self.code -= start * self.range;
        self.range *= width;
        while self.range < NARROW {
            self.range <<= 8;
            self.read_byte();
        }
    }

    pub(super) fn symbol(&mut self, alphabet: &mut Alphabet) -> u8 {
        let part = self.part(PLACES);
        let symbol = alphabet.owners[part as usize];
        self.keep(alphabet.share_of(symbol));
        alphabet.see(symbol);
        symbol
    }

    /// A number of so many bits, at most [`STEP`], of which none is likelier than another.
    pub(super) fn bits(&mut self, places: u32) -> u32 {
        let part = self.part(places);
        self.keep((part, 1));
        part
    }

    /// Any number; `classes` has [`CLASSES`] symbols.
    pub(super) fn number(&mut self, classes: &mut Alphabet) -> u32 {
        let class = u32::from(self.symbol(classes));
        let Some(low) = (class / 8).checked_sub(1) else { return class };
        let high = self.bits(low.saturating_sub(STEP)) << low.min(STEP);
        ((8 + class % 8) << low) | high | self.bits(low.min(STEP))
    }
}
