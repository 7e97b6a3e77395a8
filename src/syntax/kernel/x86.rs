//! The same by SSE2, which every x86-64 processor has.
#![expect(unsafe_code, reason = "the vector functions ask for SSE2, which is part of x86-64")]

use std::arch::x86_64::{
    __m128i, _mm_add_epi16, _mm_add_epi32, _mm_adds_epi16, _mm_and_si128, _mm_andnot_si128, _mm_madd_epi16,
    _mm_max_epi16, _mm_min_epi16, _mm_mulhi_epi16, _mm_mullo_epi16, _mm_or_si128, _mm_packs_epi32, _mm_set1_epi16,
    _mm_set1_epi32, _mm_setzero_si128, _mm_slli_epi16, _mm_srai_epi16, _mm_srai_epi32, _mm_srli_epi16, _mm_sub_epi16,
};
use std::mem::transmute;

pub(super) type Eight = __m128i;
pub(super) type Four = __m128i;

// SAFETY, of all functions here: they need nothing but SSE2, without which no x86-64 program runs; and vectors and lists of
// numbers are of the same size, and all their bits mean something.

#[inline]
pub(super) fn zero() -> Four {
    unsafe { _mm_setzero_si128() }
}

#[inline]
pub(super) fn eight(weights: [i16; 8]) -> Eight {
    unsafe { transmute(weights) }
}

#[inline]
pub(super) fn both(first: i16, second: i16) -> __m128i {
    unsafe { _mm_set1_epi32(i32::from(second) << 16 | i32::from(first.cast_unsigned())) }
}

#[inline]
pub(super) fn add_products(sum: Four, two: __m128i, weights: Eight) -> Four {
    unsafe { _mm_add_epi32(sum, _mm_madd_epi16(two, weights)) }
}

#[inline]
pub(super) fn four(sum: Four) -> [i32; 4] {
    unsafe { transmute(sum) }
}

#[inline]
pub(super) fn add(sum: Four, other: &[i32; 4]) -> Four {
    unsafe { _mm_add_epi32(sum, transmute::<[i32; 4], __m128i>(*other)) }
}

#[inline]
pub(super) fn add_saturating(sums: Eight, other: Eight) -> Eight {
    unsafe { _mm_adds_epi16(sums, other) }
}

#[inline]
pub(super) fn lanes(eight: Eight) -> [i16; 8] {
    unsafe { transmute(eight) }
}

#[inline]
pub(super) fn steps(sums: &[i32; 8]) -> Eight {
    unsafe {
        let [low, high] = transmute::<[i32; 8], [__m128i; 2]>(*sums);
        let halves = _mm_packs_epi32(_mm_srai_epi32(low, 16), _mm_srai_epi32(high, 16));
        let held = _mm_max_epi16(_mm_min_epi16(halves, _mm_set1_epi16(2047)), _mm_set1_epi16(-2048));
        _mm_add_epi16(held, _mm_set1_epi16(2048))
    }
}

#[inline]
pub(super) fn advance(state: Eight, new: Eight, take: Eight, show: Eight) -> (Eight, Eight) {
    unsafe {
        let part = |bounded| _mm_add_epi16(_mm_srai_epi16(bounded, 1), _mm_set1_epi16(1 << 14));
        // Half of the difference, rounded down, within sixteen bits.
        let odd = _mm_and_si128(_mm_andnot_si128(new, state), _mm_set1_epi16(1));
        let half = _mm_sub_epi16(_mm_sub_epi16(_mm_srai_epi16(new, 1), _mm_srai_epi16(state, 1)), odd);
        // Bits 14 to 29 of the product.
        let (high, low) = (_mm_mulhi_epi16(part(take), half), _mm_mullo_epi16(part(take), half));
        let state = _mm_add_epi16(state, _mm_or_si128(_mm_slli_epi16(high, 2), _mm_srli_epi16(low, 14)));
        (state, _mm_srai_epi16(_mm_mulhi_epi16(part(show), state), 2))
    }
}
