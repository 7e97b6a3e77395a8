//! The same by WebAssembly's 128-bit vectors.
#![expect(unsafe_code, reason = "vectors are taken for the numbers in them, which any bits are")]

use std::arch::wasm32::{
    i16x8_add, i16x8_add_sat, i16x8_max, i16x8_min, i16x8_narrow_i32x4, i16x8_shr, i16x8_splat, i16x8_sub, i32x4_add,
    i32x4_dot_i16x8, i32x4_extend_high_i16x8, i32x4_extend_low_i16x8, i32x4_extmul_high_i16x8, i32x4_extmul_low_i16x8,
    i32x4_shr, i32x4_splat, v128, v128_and, v128_andnot,
};
use std::mem::transmute;

pub(super) type Eight = v128;
pub(super) type Four = v128;

// SAFETY, of all that is unsafe here: vectors and lists of numbers of the same size, of which all bits mean something.

pub(super) fn zero() -> Four {
    i32x4_splat(0)
}

pub(super) fn eight(weights: [i16; 8]) -> Eight {
    unsafe { transmute(weights) }
}

pub(super) fn both(first: i16, second: i16) -> v128 {
    i32x4_splat(i32::from(second) << 16 | i32::from(first.cast_unsigned()))
}

pub(super) fn add_products(sum: Four, two: v128, weights: Eight) -> Four {
    i32x4_add(sum, i32x4_dot_i16x8(two, weights))
}

pub(super) fn four(sum: Four) -> [i32; 4] {
    unsafe { transmute(sum) }
}

pub(super) fn add(sum: Four, other: &[i32; 4]) -> Four {
    i32x4_add(sum, unsafe { transmute::<[i32; 4], v128>(*other) })
}

pub(super) fn add_saturating(sums: Eight, other: Eight) -> Eight {
    i16x8_add_sat(sums, other)
}

pub(super) fn lanes(eight: Eight) -> [i16; 8] {
    unsafe { transmute(eight) }
}

pub(super) fn steps(sums: &[i32; 8]) -> Eight {
    let [low, high] = unsafe { transmute::<[i32; 8], [v128; 2]>(*sums) };
    let halves = i16x8_narrow_i32x4(i32x4_shr(low, 16), i32x4_shr(high, 16));
    i16x8_add(i16x8_max(i16x8_min(halves, i16x8_splat(2047)), i16x8_splat(-2048)), i16x8_splat(2048))
}

pub(super) fn advance(state: Eight, new: Eight, take: Eight, show: Eight) -> (Eight, Eight) {
    let part = |bounded| i16x8_add(i16x8_shr(bounded, 1), i16x8_splat(1 << 14));
    // Half of the difference, rounded down, within sixteen bits.
    let odd = v128_and(v128_andnot(state, new), i16x8_splat(1));
    let half = i16x8_sub(i16x8_sub(i16x8_shr(new, 1), i16x8_shr(state, 1)), odd);
    let take = part(take);
    let low = i32x4_shr(i32x4_extmul_low_i16x8(take, half), 14);
    let high = i32x4_shr(i32x4_extmul_high_i16x8(take, half), 14);
    let low = i32x4_add(i32x4_extend_low_i16x8(state), low);
    let state = i16x8_narrow_i32x4(low, i32x4_add(i32x4_extend_high_i16x8(state), high));
    let show = part(show);
    let low = i32x4_shr(i32x4_extmul_low_i16x8(show, state), 18);
    (state, i16x8_narrow_i32x4(low, i32x4_shr(i32x4_extmul_high_i16x8(show, state), 18)))
}
