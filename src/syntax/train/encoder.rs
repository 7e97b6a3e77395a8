//! Writes what [`crate::syntax::coded`] reads.

use crate::syntax::coded::{Alphabet, NARROW, STEP};

/// A run of bytes that grows by what is coded.
pub(super) struct Encoder {
    out: Vec<u8>,
    low: u64,
    range: u32,
    /// The last byte, to which one may yet be carried, and how many bytes of 255 stand behind it.
    last: u8,
    full: usize,
}

impl Encoder {
    pub(super) fn new() -> Self {
        Self { out: Vec::new(), low: 0, range: u32::MAX, last: 0, full: 0 }
    }

    /// All bytes.
    pub(super) fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        // The first is what stood before anything was coded.
        self.out.remove(0);
        self.out
    }

    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > u64::from(u32::MAX) {
            let carry = (self.low >> 32) as u8;
            self.out.push(self.last.wrapping_add(carry));
            self.out.extend(std::iter::repeat_n(0xff_u8.wrapping_add(carry), self.full));
            (self.last, self.full) = ((self.low >> 24) as u8, 0);
        } else {
            self.full += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    fn keep(&mut self, places: u32, (start, width): (u32, u32)) {
        self.range >>= places;
        self.low += u64::from(start) * u64::from(self.range);
        self.range *= width;
        while self.range < NARROW {
            self.range <<= 8;
            self.shift();
        }
    }

    pub(super) fn symbol(&mut self, alphabet: &mut Alphabet, symbol: u8) {
        self.keep(STEP, alphabet.share_of(symbol));
        alphabet.see(symbol);
    }

    /// The lowest so many bits, at most [`STEP`].
    pub(super) fn bits(&mut self, places: u32, bits: u32) {
        self.keep(places, (bits & ((1 << places) - 1), 1));
    }

    pub(super) fn number(&mut self, classes: &mut Alphabet, number: u32) {
        let low = (u32::BITS - number.leading_zeros()).saturating_sub(4);
        let class = if number < 8 { number } else { 8 * low + (number >> low) };
        self.symbol(classes, class as u8);
        if number >= 8 {
            self.bits(low.saturating_sub(STEP), number >> low.min(STEP));
            self.bits(low.min(STEP), number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::coded::{CLASSES, Decoder};
    use crate::syntax::train::Rng;

    /// Numbers of all lengths, among them the least and the greatest.
    fn numbers() -> Vec<u32> {
        let mut rng = Rng::new(3);
        let mut next = || (rng.below(1 << 16) << 16 | rng.below(1 << 16)) as u32;
        let lengths = (0..=32).cycle().map(|length| u32::MAX.checked_shr(length).unwrap_or_default());
        lengths.take(3_000).flat_map(|most| [most, next() & most]).collect()
    }

    fn coded(numbers: &[u32]) -> Vec<u8> {
        let (mut encoder, mut classes) = (Encoder::new(), Alphabet::new(CLASSES));
        for number in numbers {
            encoder.number(&mut classes, *number);
        }
        encoder.finish()
    }

    fn read(bytes: &[u8], count: usize) -> (Vec<u32>, bool) {
        let (mut decoder, mut classes) = (Decoder::new(bytes), Alphabet::new(CLASSES));
        let numbers = (0..count).map(|_| decoder.number(&mut classes)).collect();
        (numbers, decoder.is_done())
    }

    #[test]
    fn numbers_come_back() {
        let numbers = numbers();
        let bytes = coded(&numbers);
        assert_eq!(read(&bytes, numbers.len()), (numbers.clone(), true));
        assert!(!read(&bytes, numbers.len() - 1).1, "more to read");
        assert!(!read(&bytes, numbers.len() + 1).1, "no more to read");
        assert_eq!(read(&coded(&[]), 0), (Vec::new(), true));
    }

    #[test]
    fn rare_and_frequent_symbols_come_back_and_frequent_ones_cost_little() {
        for (size, frequent) in [(1, 0), (2, 1), (15, 7), (256, 255)] {
            let symbols: Vec<u8> =
                (0..20_000).map(|at| if at % 100 == 99 { (at / 100 % size) as u8 } else { frequent }).collect();
            let (mut encoder, mut alphabet) = (Encoder::new(), Alphabet::new(size));
            for symbol in &symbols {
                encoder.symbol(&mut alphabet, *symbol);
            }
            let bytes = encoder.finish();
            // A hundredth of another symbol is worth 0.08 bits a symbol, and which one at most 8 bits.
            assert!(bytes.len() < 800, "{size} symbols: {} bytes", bytes.len());
            let (mut decoder, mut alphabet) = (Decoder::new(&bytes), Alphabet::new(size));
            assert!(symbols.iter().all(|symbol| decoder.symbol(&mut alphabet) == *symbol), "{size} symbols");
            assert!(decoder.is_done());
        }
    }

    #[test]
    fn any_bytes_are_read_as_something_and_what_is_cut_short_is_no_sound_run() {
        let bytes = coded(&numbers());
        for end in (0..bytes.len()).step_by(97) {
            assert!(!read(&bytes[..end], 6_000).1, "cut at {end}");
        }
        let mut rng = Rng::new(4);
        for length in 0..400 {
            let bytes: Vec<u8> =
                (0..length).map(|_| if length % 3 == 0 { 0xff } else { rng.below(256) as u8 }).collect();
            read(&bytes, 2_000);
        }
    }
}
