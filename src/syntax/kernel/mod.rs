//! Products of a small matrix and vectors in 16-bit whole numbers, and the gates that read them: where the parser spends
//! its time.
//!
//! Weights lie so that one instruction multiplies two inputs with the weights of four outputs and adds both products:
//! `pmaddwd` on x86-64, `i32x4.dot_i16x8_s` in WebAssembly. Elsewhere plain code does the same; whole numbers make the
//! results equal to the bit.

#[cfg(target_arch = "x86_64")]
mod avx2;
mod gates;
#[cfg(any(test, not(any(target_arch = "x86_64", target_feature = "simd128"))))]
mod plain;
#[cfg(target_feature = "simd128")]
mod wasm;
#[cfg(target_arch = "x86_64")]
mod x86;

#[cfg(not(any(target_arch = "x86_64", target_feature = "simd128")))]
use plain as vector;
#[cfg(target_feature = "simd128")]
use wasm as vector;
#[cfg(target_arch = "x86_64")]
use x86 as vector;

pub(crate) use gates::{Bounded, State};
use vector::{Eight, Four, add, add_products, add_saturating, both, eight, four, lanes, zero};

/// Outputs that are summed side by side, for two words at once: eight sums, two inputs and one weight stay in the sixteen
/// registers that even old machines have.
const BLOCK: usize = 16;
const VECTORS: usize = BLOCK / 4;

/// A matrix, made ready to be multiplied with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matrix {
    inputs: usize,
    outputs: usize,
    weights: Vec<Eight>,
}

impl Matrix {
    /// From one row of `inputs` weights, an even number, for each output.
    pub(crate) fn new(inputs: usize, rows: &[i16]) -> Self {
        let mut matrix = Self::default();
        matrix.fill(inputs, rows);
        matrix
    }

    /// Takes other rows, in the room of the old ones.
    pub(crate) fn fill(&mut self, inputs: usize, rows: &[i16]) {
        self.inputs = inputs;
        self.outputs = rows.len() / inputs.max(1);
        self.weights.clear();
        for block in rows.chunks((inputs * BLOCK).max(1)) {
            let weight = |output: usize, input| block.get(output * inputs + input).copied().unwrap_or(0);
            for pair in (0..inputs).step_by(2) {
                for vector in (0..BLOCK).step_by(4) {
                    self.weights.push(eight(std::array::from_fn(|lane| weight(vector + lane / 2, pair + lane % 2))));
                }
            }
        }
    }

    /// How many numbers go in.
    pub(crate) fn inputs(&self) -> usize {
        self.inputs
    }

    /// How many come out.
    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    /// Adds to each row of `out`, which has a number for each output, the product with a row of `rows`.
    ///
    /// Block by block for all rows, so that a block's weights are fetched once, and row by row in twos, which share what
    /// is fetched.
    pub(crate) fn add_products(&self, rows: &[i16], out: &mut [i32]) {
        let (inputs, outputs) = (self.inputs.max(1), self.outputs.max(1));
        for (index, weights) in self.weights.chunks_exact((inputs / 2).max(1) * VECTORS).enumerate() {
            let (weights, _) = weights.as_chunks();
            for (rows, out) in rows.chunks(2 * inputs).zip(out.chunks_mut(2 * outputs)) {
                let (one, other) = rows.split_at(inputs.min(rows.len()));
                let (out, next_out) = out.split_at_mut(outputs.min(out.len()));
                let rows = [one, if other.is_empty() { one } else { other }];
                add_block(weights, rows, [out, next_out], index * BLOCK);
            }
        }
    }
}

/// The sums of a block for two rows.
type Sums = [[Four; VECTORS]; 2];

/// Adds the products of a block of weights with two rows, from output `at` on.
fn add_block(weights: &[[Eight; VECTORS]], [one, other]: [&[i16]; 2], out: [&mut [i32]; 2], at: usize) {
    let rows = [one.as_chunks().0, other.as_chunks().0];
    #[cfg(target_arch = "x86_64")]
    let sums = avx2::block(weights, rows).unwrap_or_else(|| block(weights, rows));
    #[cfg(not(target_arch = "x86_64"))]
    let sums = block(weights, rows);
    let [out, next_out] = out;
    let [sums, next_sums] = sums;
    add_sums(sums, out, at);
    add_sums(next_sums, next_out, at);
}

/// Adds a block's sums to a row, from output `at` on. Part of its caller, since vectors that are handed over go by way of memory.
#[expect(clippy::inline_always, reason = "a compiler that saves room would not")]
#[inline(always)]
fn add_sums([s0, s1, s2, s3]: [Four; VECTORS], out: &mut [i32], at: usize) {
    let Some(out) = out.get_mut(at..) else { return };
    if let Some(whole) = out.first_chunk_mut::<BLOCK>()
        && let [o0, o1, o2, o3] = whole.as_chunks_mut().0
    {
        (*o0, *o1) = (four(add(s0, o0)), four(add(s1, o1)));
        (*o2, *o3) = (four(add(s2, o2)), four(add(s3, o3)));
    } else {
        // Of a last block there may be less.
        let sums = [four(s0), four(s1), four(s2), four(s3)];
        for (out, sum) in out.iter_mut().zip(sums.as_flattened()) {
            *out = out.wrapping_add(*sum);
        }
    }
}

/// The products of a block of weights with two rows of pairs. Each sum has a name of its own, since a compiler that saves
/// room keeps a list of sums in memory.
fn block(weights: &[[Eight; VECTORS]], [one, other]: [&[[i16; 2]]; 2]) -> Sums {
    let (mut a0, mut a1, mut a2, mut a3) = (zero(), zero(), zero(), zero());
    let (mut b0, mut b1, mut b2, mut b3) = (zero(), zero(), zero(), zero());
    for ((&[w0, w1, w2, w3], &[a, next_a]), &[b, next_b]) in weights.iter().zip(one).zip(other) {
        let (a, b) = (both(a, next_a), both(b, next_b));
        (a0, b0) = (add_products(a0, a, w0), add_products(b0, b, w0));
        (a1, b1) = (add_products(a1, a, w1), add_products(b1, b, w1));
        (a2, b2) = (add_products(a2, a, w2), add_products(b2, b, w2));
        (a3, b3) = (add_products(a3, a, w3), add_products(b3, b, w3));
    }
    [[a0, a1, a2, a3], [b0, b1, b2, b3]]
}

/// Adds a row to another, held to what fits.
pub(crate) fn add_row(sums: &mut [i16], row: &[i16]) {
    let ((eights, rest), (row, last)) = (sums.as_chunks_mut(), row.as_chunks());
    for (sums, row) in eights.iter_mut().zip(row) {
        *sums = lanes(add_saturating(eight(*sums), eight(*row)));
    }
    for (sum, value) in rest.iter_mut().zip(last) {
        *sum = sum.saturating_add(*value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn numbers(count: usize, seed: u32) -> Vec<i16> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            i16::try_from(i64::from(state >> 16) - 32_768).expect("sixteen bits")
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn products_are_those_of_the_definition() {
        for (inputs, outputs) in [(2, 1), (2, 24), (4, 17), (48, 50), (6, 33)] {
            for words in 1..4 {
                let (rows, values) = (numbers(inputs * outputs, 1), numbers(inputs * words, 2));
                let mut out = vec![5; outputs * words];
                Matrix::new(inputs, &rows).add_products(&values, &mut out);
                let product = |word: &[i16], row: &[i16]| {
                    let products = word.iter().zip(row).map(|(&a, &b)| i32::from(a) * i32::from(b));
                    products.fold(5_i32, i32::wrapping_add)
                };
                let expected: Vec<i32> = values
                    .chunks(inputs)
                    .flat_map(|word| rows.chunks(inputs).map(move |row| product(word, row)))
                    .collect();
                assert_eq!(out, expected, "{inputs} to {outputs}, {words} words");
            }
        }
    }

    #[test]
    fn rows_are_added_within_bounds() {
        let (mut sums, row) = (numbers(21, 3), numbers(21, 4));
        let expected: Vec<i16> = sums.iter().zip(&row).map(|(a, b)| a.saturating_add(*b)).collect();
        add_row(&mut sums, &row);
        assert_eq!(sums, expected);
    }

    #[test]
    fn vectors_do_what_plain_code_does() {
        for seed in 0..200 {
            let weights: [i16; 8] = numbers(8, seed).try_into().expect("eight");
            let [a, b] = numbers(2, seed + 1000).try_into().expect("two");
            let more = [7, i32::MAX, i32::MIN, -7];
            let sums = add_products(add_products(zero(), both(a, b), eight(weights)), both(b, a), eight(weights));
            let plainly = plain::add_products(plain::zero(), plain::both(a, b), plain::eight(weights));
            let plainly = plain::add_products(plainly, plain::both(b, a), plain::eight(weights));
            assert_eq!(four(add(sums, &more)), plain::four(plain::add(plainly, &more)));
            let other: [i16; 8] = numbers(8, seed + 2000).try_into().expect("eight");
            let sums = lanes(add_saturating(eight(weights), eight(other)));
            assert_eq!(sums, plain::lanes(plain::add_saturating(weights, other)));
        }
    }
}
