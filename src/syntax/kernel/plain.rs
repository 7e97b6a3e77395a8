//! Four sums without vector instructions.

pub(super) type Eight = [i16; 8];
pub(super) type Four = [i32; 4];
pub(super) type Two = [i32; 2];

pub(super) fn zero() -> Four {
    [0; 4]
}

pub(super) fn eight(weights: [i16; 8]) -> Eight {
    weights
}

/// Two inputs, for each of four outputs.
pub(super) fn both(first: i16, second: i16) -> Two {
    [i32::from(first), i32::from(second)]
}

/// `sum += first · weight + second · weight` for four outputs.
pub(super) fn add_products(mut sum: Four, [first, second]: Two, weights: Eight) -> Four {
    for (sum, weight) in sum.iter_mut().zip(weights.chunks_exact(2)) {
        let product = (first * i32::from(weight[0])).wrapping_add(second * i32::from(weight[1]));
        *sum = sum.wrapping_add(product);
    }
    sum
}

pub(super) fn four(sum: Four) -> [i32; 4] {
    sum
}
