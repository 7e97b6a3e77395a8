//! The same without vector instructions.

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

pub(super) fn add(mut sum: Four, other: &[i32; 4]) -> Four {
    for (sum, other) in sum.iter_mut().zip(other) {
        *sum = sum.wrapping_add(*other);
    }
    sum
}

pub(super) fn add_saturating(mut sums: Eight, other: Eight) -> Eight {
    for (sum, other) in sums.iter_mut().zip(other) {
        *sum = sum.saturating_add(other);
    }
    sums
}

pub(super) fn lanes(eight: Eight) -> [i16; 8] {
    eight
}

/// Where sums in Q23 stand in the table of the bounded function.
pub(super) fn steps(sums: &[i32; 8]) -> Eight {
    #[expect(clippy::cast_possible_truncation, reason = "held to twelve bits")]
    sums.map(|sum| ((sum >> 16).clamp(-2048, 2047) + 2048) as i16)
}

/// The next state, and what it shows, for what is new, how much of it to take, and how much to show.
pub(super) fn advance(state: Eight, new: Eight, take: Eight, show: Eight) -> (Eight, Eight) {
    let part = |bounded: i16| (32768 + i32::from(bounded)) >> 1;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a state lies between the last one and the new, and is shown in part"
    )]
    let narrow = |value: i32| value as i16;
    let state = std::array::from_fn(|unit| {
        let held = i32::from(state[unit]);
        // Q15 times Q15 of at most 2: just within 32 bits.
        narrow(held + ((part(take[unit]) * ((i32::from(new[unit]) - held) >> 1)) >> 14))
    });
    (state, std::array::from_fn(|unit| narrow((part(show[unit]) * i32::from(state[unit])) >> 18)))
}
