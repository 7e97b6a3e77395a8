//! Numbers by hash: the one table for all that grows with a text or a list.
//!
//! The keys are 64-bit hashes already. Two words of one text that share one are not expected within its lifetime; where
//! a mistake would show, whoever asks compares what the number leads to. Nobody goes through a table, so its order
//! shows nowhere.

/// A table of numbers: open addressing with linear probing (Knuth, TAOCP vol. 3, section 6.4), at most half full. Most
/// questions are for words that a table does not have: they are answered by one byte of it.
#[derive(Clone, Debug, Default)]
pub struct ByHash {
    /// A power of two of places, or none; in each zero, or eight bits of the hash that stands there.
    tags: Vec<u8>,
    numbers: Vec<(u64, u32)>,
    count: usize,
}

impl ByHash {
    /// A table with room for so many numbers before it has to grow.
    pub fn with_room(numbers: usize) -> Self {
        let mut table = Self::default();
        if numbers > 0 {
            table.widen((2 * numbers).next_power_of_two());
        }
        table
    }

    /// The number of a hash.
    pub fn get(&self, hash: u64) -> Option<u32> {
        let (mut place, tag) = aim(hash);
        loop {
            place &= self.tags.len().wrapping_sub(1);
            // None where the table has no room at all.
            match *self.tags.get(place)? {
                0 => return None,
                found if found == tag && self.numbers[place].0 == hash => return Some(self.numbers[place].1),
                _ => place += 1,
            }
        }
    }

    /// The number of a hash, set to `new` where it has none.
    pub fn entry(&mut self, hash: u64, new: u32) -> &mut u32 {
        if 2 * self.count >= self.tags.len() {
            self.widen((2 * self.tags.len()).max(8));
        }
        let (mut place, tag) = aim(hash);
        loop {
            place &= self.tags.len() - 1;
            if self.tags[place] == 0 {
                self.tags[place] = tag;
                self.numbers[place] = (hash, new);
                self.count += 1;
                break;
            }
            if self.tags[place] == tag && self.numbers[place].0 == hash {
                break;
            }
            place += 1;
        }
        &mut self.numbers[place].1
    }

    /// Takes so much more room, a power of two.
    fn widen(&mut self, room: usize) {
        let tags = std::mem::replace(&mut self.tags, vec![0; room]);
        let numbers = std::mem::replace(&mut self.numbers, vec![(0, 0); room]);
        self.count = 0;
        for (tag, (hash, number)) in tags.into_iter().zip(numbers) {
            if tag != 0 {
                self.entry(hash, number);
            }
        }
    }

    /// The place in a list that a hash leads to.
    pub fn place(&self, hash: u64) -> Option<usize> {
        self.get(hash).map(|place| place as usize)
    }

    /// The place in a list that a hash leads to; `next`, noted for later, where it leads to none yet.
    pub fn place_or(&mut self, hash: u64, next: usize) -> usize {
        // Looked for first: to make room for a new number costs more, and most are known.
        self.place(hash).unwrap_or_else(|| *self.entry(hash, u32::try_from(next).unwrap_or(u32::MAX)) as usize)
    }
}

/// Lists of places by hash.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    places: ByHash,
    groups: Vec<Vec<usize>>,
}

impl Groups {
    /// Room for so many hashes before the table has to grow.
    pub fn with_room(hashes: usize) -> Self {
        Self { places: ByHash::with_room(hashes), groups: Vec::with_capacity(hashes) }
    }

    /// The list of a hash; empty where it has none.
    pub fn of(&self, hash: u64) -> &[usize] {
        self.places.place(hash).map_or(&[], |place| &self.groups[place])
    }

    /// The list of a hash, to be changed.
    pub fn group(&mut self, hash: u64) -> &mut Vec<usize> {
        let place = self.places.place_or(hash, self.groups.len());
        if place == self.groups.len() {
            self.groups.push(Vec::new());
        }
        &mut self.groups[place]
    }
}

/// Where to look for a hash first, and its tag, which is never zero: upper bits of a product with the golden ratio, since the
/// multiplication of FNV leaves the low bits poorest.
fn aim(hash: u64) -> (usize, u8) {
    let product = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let [tag, ..] = product.to_be_bytes();
    ((product >> 24) as usize, tag | 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::InOrder;

    #[test]
    fn each_hash_keeps_its_number() {
        let mut table = ByHash::default();
        assert_eq!(table.get(7), None);
        // Hashes that share their upper bits, their lower bits, or hardly differ.
        let hashes: Vec<u64> = (0..500_u64).flat_map(|at| [at, at << 32, at << 55 | at]).collect();
        let mut distinct = hashes;
        distinct.order();
        distinct.dedup();
        for (&hash, number) in distinct.iter().zip(0..) {
            assert_eq!(*table.entry(hash, number), number);
            assert_eq!(*table.entry(hash, number + 1), number, "what is known stays");
        }
        for (&hash, number) in distinct.iter().zip(0..) {
            assert_eq!(table.get(hash), Some(number));
        }
        assert_eq!(table.get(u64::MAX), None);
        assert_eq!(ByHash::with_room(100).get(3), None);
    }
}
