//! The products by AVX2, for processors that have it: eight outputs by one instruction in place of four.
#![expect(unsafe_code, reason = "the vector functions ask for AVX2, which is looked for first")]

use std::arch::x86_64::{
    __m256i, _mm256_add_epi32, _mm256_madd_epi16, _mm256_set_m128i, _mm256_set1_epi32, _mm256_setzero_si256,
};
use std::mem::transmute;

use super::vector::Eight;
use super::{Sums, VECTORS};

/// The products of a block of weights with two rows; `None` where the processor does not have AVX2.
pub(super) fn block(weights: &[[Eight; VECTORS]], rows: [&[[i16; 2]]; 2]) -> Option<Sums> {
    // SAFETY: the processor was asked.
    is_x86_feature_detected!("avx2").then(|| unsafe { products(weights, rows) })
}

#[target_feature(enable = "avx2")]
fn products(weights: &[[Eight; VECTORS]], [one, other]: [&[[i16; 2]]; 2]) -> Sums {
    let both =
        |[first, second]: [i16; 2]| _mm256_set1_epi32(i32::from(second) << 16 | i32::from(first.cast_unsigned()));
    let zero = _mm256_setzero_si256();
    let (mut a0, mut a1, mut b0, mut b1) = (zero, zero, zero, zero);
    for ((&[w0, w1, w2, w3], &a), &b) in weights.iter().zip(one).zip(other) {
        let (w0, w1) = (_mm256_set_m128i(w1, w0), _mm256_set_m128i(w3, w2));
        let (a, b) = (both(a), both(b));
        a0 = _mm256_add_epi32(a0, _mm256_madd_epi16(a, w0));
        a1 = _mm256_add_epi32(a1, _mm256_madd_epi16(a, w1));
        b0 = _mm256_add_epi32(b0, _mm256_madd_epi16(b, w0));
        b1 = _mm256_add_epi32(b1, _mm256_madd_epi16(b, w1));
    }
    // SAFETY: of the same size, and all bits mean something.
    unsafe { transmute::<[[__m256i; 2]; 2], Sums>([[a0, a1], [b0, b1]]) }
}

#[cfg(test)]
mod tests {
    use super::super::vector::{eight, four};
    use super::super::{block as narrow, tests::numbers};
    use super::*;

    #[test]
    fn wide_vectors_do_what_narrow_ones_do() {
        for pairs in [0, 1, 2, 24, 50] {
            let numbers = numbers(pairs * 36, 7);
            let (one, rest) = numbers.split_at(2 * pairs);
            let (other, rest) = rest.split_at(2 * pairs);
            let eights: Vec<Eight> = rest.as_chunks().0.iter().map(|&numbers| eight(numbers)).collect();
            let (weights, rows) = (eights.as_chunks().0, [one.as_chunks().0, other.as_chunks().0]);
            let plain = |sums: Sums| sums.map(|row| row.map(four));
            if let Some(wide) = block(weights, rows) {
                assert_eq!(plain(wide), plain(narrow(weights, rows)), "{pairs} pairs");
            }
        }
    }
}
