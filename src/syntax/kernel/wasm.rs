//! Four sums by WebAssembly's 128-bit vectors.

use std::arch::wasm32::{i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_splat, v128};

pub(super) type Eight = v128;
pub(super) type Four = v128;

pub(super) fn zero() -> Four {
    i32x4_splat(0)
}

pub(super) fn eight(weights: [i16; 8]) -> Eight {
    let [w0, w1, w2, w3, w4, w5, w6, w7] = weights;
    i16x8(w0, w1, w2, w3, w4, w5, w6, w7)
}

pub(super) fn both(first: i16, second: i16) -> v128 {
    i32x4_splat(i32::from(second) << 16 | i32::from(first.cast_unsigned()))
}

pub(super) fn add_products(sum: Four, two: v128, weights: Eight) -> Four {
    i32x4_add(sum, i32x4_dot_i16x8(two, weights))
}

pub(super) fn four(sum: Four) -> [i32; 4] {
    [
        i32x4_extract_lane::<0>(sum),
        i32x4_extract_lane::<1>(sum),
        i32x4_extract_lane::<2>(sum),
        i32x4_extract_lane::<3>(sum),
    ]
}
