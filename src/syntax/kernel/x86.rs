//! Four sums by SSE2, which every x86-64 processor has.
#![expect(unsafe_code, reason = "the vector functions ask for SSE2, which is part of x86-64")]

use std::arch::x86_64::{
    __m128i, _mm_add_epi32, _mm_cvtsi128_si32, _mm_madd_epi16, _mm_set1_epi32, _mm_setr_epi16, _mm_setzero_si128,
    _mm_shuffle_epi32,
};

pub(super) type Eight = __m128i;
pub(super) type Four = __m128i;

// SAFETY, of all functions here: they need nothing but SSE2, without which no x86-64 program runs.

#[inline]
pub(super) fn zero() -> Four {
    unsafe { _mm_setzero_si128() }
}

#[inline]
pub(super) fn eight(weights: [i16; 8]) -> Eight {
    let [w0, w1, w2, w3, w4, w5, w6, w7] = weights;
    unsafe { _mm_setr_epi16(w0, w1, w2, w3, w4, w5, w6, w7) }
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
    unsafe {
        [
            _mm_cvtsi128_si32(sum),
            _mm_cvtsi128_si32(_mm_shuffle_epi32::<1>(sum)),
            _mm_cvtsi128_si32(_mm_shuffle_epi32::<2>(sum)),
            _mm_cvtsi128_si32(_mm_shuffle_epi32::<3>(sum)),
        ]
    }
}
