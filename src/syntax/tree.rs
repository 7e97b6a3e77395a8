//! The best tree over scored arcs.
//!
//! The head of each word with the highest score, repaired where that is no tree: Chu and Liu (1965), Edmonds (1967),
//! with one root, as Universal Dependencies asks. Sentences are short and most need no repair, so the simple form that
//! looks at every arc again for each cycle is quick enough; the parser bounds the length of what it gives in.

/// No arc.
pub(crate) const NEVER: i32 = i32::MIN / 4;

/// Scores of arcs: for each word, one for each head; head 0 is the root, head `k` the `k`th word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arcs {
    words: usize,
    scores: Vec<i32>,
}

impl Arcs {
    /// Arcs with a score for each word, counted from zero, and head.
    pub(crate) fn new(words: usize, score: impl Fn(usize, usize) -> i32) -> Self {
        let mut scores = vec![0; words * (words + 1)];
        for (word, row) in scores.chunks_exact_mut(words + 1).enumerate() {
            for (head, slot) in row.iter_mut().enumerate() {
                *slot = score(word, head);
            }
        }
        Self { words, scores }
    }

    /// All scores, word by word.
    pub(crate) fn scores_mut(&mut self) -> &mut [i32] {
        &mut self.scores
    }

    /// The scores of a word's heads.
    fn heads_mut(&mut self, word: usize) -> &mut [i32] {
        &mut self.scores[word * (self.words + 1)..(word + 1) * (self.words + 1)]
    }

    fn heads(&self, word: usize) -> &[i32] {
        &self.scores[word * (self.words + 1)..(word + 1) * (self.words + 1)]
    }

    /// The head of each word in the best tree with one root.
    pub(crate) fn best_tree(&mut self) -> Vec<usize> {
        for word in 0..self.words {
            // A word is not its own head.
            self.heads_mut(word)[word + 1] = NEVER;
        }
        let greedy: Vec<usize> = (0..self.words).map(|word| best(self.heads(word)).0).collect();
        if is_tree(&greedy) {
            return greedy;
        }
        self.keep_one_root();
        let nodes = self.words + 1;
        let mut weights = vec![NEVER; nodes * nodes];
        for word in 0..self.words {
            weights[(word + 1) * nodes..(word + 2) * nodes].copy_from_slice(self.heads(word));
        }
        let heads = arborescence(nodes, &weights);
        heads[1..].to_vec()
    }

    /// Leaves the root's arc to the word that loses least by it.
    fn keep_one_root(&mut self) {
        let loss = |word: &usize| {
            let heads = self.heads(*word);
            best(&heads[1..]).1.saturating_sub(heads[0])
        };
        let Some(root) = (0..self.words).min_by_key(loss) else { return };
        for word in 0..self.words {
            let heads = self.heads_mut(word);
            if word == root {
                heads[1..].fill(NEVER);
            } else {
                heads[0] = NEVER;
            }
        }
    }
}

/// The first of the highest scores, and where it stands.
pub(crate) fn best(scores: &[i32]) -> (usize, i32) {
    let mut found = (0, i32::MIN);
    for (at, &score) in scores.iter().enumerate() {
        if score > found.1 {
            found = (at, score);
        }
    }
    found
}

/// Whether each word reaches the root, of which there is one child.
fn is_tree(heads: &[usize]) -> bool {
    if heads.iter().filter(|&&head| head == 0).count() != 1 {
        return false;
    }
    // 0: not seen; otherwise the number of the walk that came by.
    let mut seen = vec![0; heads.len() + 1];
    for start in 1..=heads.len() {
        let mut at = start;
        while at != 0 && seen[at] == 0 {
            seen[at] = start;
            at = heads[at - 1];
        }
        if at != 0 && seen[at] == start {
            return false;
        }
    }
    true
}

/// Heads of the heaviest tree from node 0; `weights[node * nodes + head]`. The head of node 0 means nothing.
fn arborescence(nodes: usize, weights: &[i32]) -> Vec<usize> {
    let weight = |node: usize, head: usize| weights[node * nodes + head];
    let mut heads = vec![0; nodes];
    for node in 1..nodes {
        heads[node] = best(&weights[node * nodes..(node + 1) * nodes]).0;
    }
    let Some(cycle) = find_cycle(&heads) else { return heads };
    // The cycle becomes one node, the last of the smaller graph.
    let mut inside = vec![false; nodes];
    for &node in &cycle {
        inside[node] = true;
    }
    let outside: Vec<usize> = (0..nodes).filter(|node| !inside[*node]).collect();
    let (count, merged) = (outside.len() + 1, outside.len());
    let mut smaller = vec![NEVER; count * count];
    let (mut enters, mut leaves) = (vec![0; count], vec![0; count]);
    for (small, &node) in outside.iter().enumerate() {
        let row = &weights[node * nodes..(node + 1) * nodes];
        for (slot, &head) in smaller[small * count..].iter_mut().zip(&outside) {
            *slot = row[head];
        }
        smaller[small * count + small] = NEVER;
        for &inner in &cycle {
            // From the cycle to a node outside.
            if weight(node, inner) > smaller[small * count + merged] {
                smaller[small * count + merged] = weight(node, inner);
                leaves[small] = inner;
            }
            // From a node outside into the cycle, in place of the arc that closed it.
            let gain = weight(inner, node).saturating_sub(weight(inner, heads[inner])).max(NEVER);
            if gain > smaller[merged * count + small] {
                smaller[merged * count + small] = gain;
                enters[small] = inner;
            }
        }
    }
    let solved = arborescence(count, &smaller);
    for (small, &node) in outside.iter().enumerate().skip(1) {
        heads[node] = if solved[small] == merged { leaves[small] } else { outside[solved[small]] };
    }
    let from = solved[merged];
    heads[enters[from]] = outside[from];
    heads
}

/// The nodes of one cycle, where there is one.
fn find_cycle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut seen = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut at = start;
        while at != 0 && seen[at] == 0 {
            seen[at] = start;
            at = heads[at];
        }
        if at != 0 && seen[at] == start {
            let mut cycle = vec![at];
            let mut next = heads[at];
            while next != at {
                cycle.push(next);
                next = heads[next];
            }
            return Some(cycle);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(rows: &[&[i32]]) -> Vec<usize> {
        Arcs::new(rows.len(), |word, head| rows[word][head]).best_tree()
    }

    #[test]
    fn best_heads_stand_where_they_are_a_tree() {
        assert_eq!(tree(&[&[1, 0, 9, 0], &[9, 1, 0, 1], &[1, 2, 8, 0]]), [2, 0, 2]);
    }

    #[test]
    fn a_cycle_is_broken_where_it_costs_least() {
        // Words 1 and 2 want each other; entering at 1 loses 8, entering at 2 loses 5.
        assert_eq!(tree(&[&[1, 0, 9, 0], &[5, 10, 0, 2], &[0, 1, 7, 0]]), [2, 0, 2]);
    }

    #[test]
    fn one_root_only() {
        assert_eq!(tree(&[&[9, 0, 3], &[8, 7, 0]]), [0, 1]);
    }

    #[test]
    fn every_small_graph_gives_the_heaviest_tree() {
        let mut state = 1_u32;
        for _ in 0..500 {
            let mut arcs = Arcs::new(4, |_, _| 0);
            for score in arcs.scores_mut() {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *score = i32::try_from(state >> 26).unwrap_or(0);
            }
            let root_free = arcs.clone();
            let heads = arcs.best_tree();
            assert!(is_tree(&heads), "{heads:?}");
            let total = |heads: &[usize]| -> i32 {
                heads.iter().enumerate().map(|(word, &head)| root_free.heads(word)[head]).sum()
            };
            let root = heads.iter().position(|&head| head == 0).expect("a root");
            // Among trees with this root, none is heavier.
            for code in 0..5_usize.pow(4) {
                let other: Vec<usize> = (0..4).map(|word| code / 5_usize.pow(word) % 5).collect();
                if is_tree(&other) && other[root] == 0 && (0..4).all(|word| other[word] != word + 1) {
                    assert!(total(&other) <= total(&heads), "{other:?} is heavier than {heads:?}");
                }
            }
        }
    }
}
