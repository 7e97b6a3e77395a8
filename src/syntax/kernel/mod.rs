//! Products of a small matrix and a vector in 16-bit whole numbers: where the parser spends its time.
//!
//! Weights lie so that one instruction multiplies two inputs with the weights of four outputs and adds both products:
//! `pmaddwd` on x86-64, `i32x4.dot_i16x8_s` in WebAssembly. Elsewhere plain code does the same; whole numbers make the
//! results equal to the bit.

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

use vector::{Eight, add_products, both, eight, four, zero};

/// Outputs that are summed side by side: six vectors of four, as many as stay in registers on every machine.
const BLOCK: usize = 24;
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

    /// Adds the product to `out`, which has a number for each output.
    pub(crate) fn add_product(&self, input: &[i16], out: &mut [i32]) {
        let (pairs, _) = input.as_chunks::<2>();
        let vectors = (self.inputs / 2).max(1) * VECTORS;
        for (block, out) in self.weights.chunks_exact(vectors).zip(out.chunks_mut(BLOCK)) {
            let mut sums = [zero(); VECTORS];
            let (weights, _) = block.as_chunks::<VECTORS>();
            for (weights, &[first, second]) in weights.iter().zip(pairs) {
                let two = both(first, second);
                for (sum, &weights) in sums.iter_mut().zip(weights) {
                    *sum = add_products(*sum, two, weights);
                }
            }
            for (out, sum) in out.chunks_mut(4).zip(sums) {
                for (out, sum) in out.iter_mut().zip(four(sum)) {
                    *out = out.wrapping_add(sum);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize, seed: u32) -> Vec<i16> {
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
            let (rows, input) = (numbers(inputs * outputs, 1), numbers(inputs, 2));
            let mut out = vec![5; outputs];
            Matrix::new(inputs, &rows).add_product(&input, &mut out);
            let expected: Vec<i32> = rows
                .chunks(inputs)
                .map(|row| {
                    row.iter().zip(&input).fold(5_i32, |sum, (&a, &b)| sum.wrapping_add(i32::from(a) * i32::from(b)))
                })
                .collect();
            assert_eq!(out, expected, "{inputs} to {outputs}");
        }
    }

    #[test]
    fn vectors_do_what_plain_code_does() {
        for seed in 0..200 {
            let weights: [i16; 8] = numbers(8, seed).try_into().expect("eight");
            let [a, b] = numbers(2, seed + 1000).try_into().expect("two");
            let sums = four(add_products(add_products(zero(), both(a, b), eight(weights)), both(b, a), eight(weights)));
            let plainly = plain::add_products(plain::zero(), plain::both(a, b), plain::eight(weights));
            let plainly = plain::add_products(plainly, plain::both(b, a), plain::eight(weights));
            assert_eq!(sums, plain::four(plainly));
        }
    }
}
