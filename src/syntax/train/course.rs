//! A training run, from sentences to a network.

use std::collections::BTreeMap;

use super::layers::{KEEP_MEAN, KEEP_SQUARE, Step};
use super::network::{Example, Network, Sizes};
use super::plan::Plan;
use super::rng::Rng;
use crate::syntax::conllu::TreebankSentence;
use crate::syntax::relation::Relation;
use crate::syntax::signs::{Vocabulary, key};
use crate::syntax::tag::Tag;

/// Words between two steps.
const BATCH: usize = 400;
/// How many words of parsed text count as one of the treebank.
const SILVER: u32 = 4;
/// Steps over which the learning rate grows to its full height, or a tenth of them all.
const WARM: f32 = 200.0;

/// What is learnt, and what is learnt from.
pub(super) struct Course<'a> {
    plan: &'a Plan,
    pub(super) vocabulary: Vocabulary,
    pub(super) tags: Vec<Tag>,
    examples: Vec<Example>,
    pub(super) network: Network,
    rng: Rng,
    steps: u16,
    /// What remains of the averages' start at nothing.
    first: f32,
    second: f32,
}

impl<'a> Course<'a> {
    pub(super) fn new(gold: &[TreebankSentence], silver: &[TreebankSentence], plan: &'a Plan) -> Self {
        let counts = count_words(gold, silver);
        let keys = counts.iter().filter(|&(_, &count)| count >= plan.least).map(|(&key, _)| key).collect();
        let vocabulary = Vocabulary { keys };
        let tags = known_tags(gold);
        let examples = |sentences: &[TreebankSentence], weight: f32| -> Vec<Example> {
            sentences.iter().map(|sentence| example(sentence, &vocabulary, &tags, &counts, weight)).collect()
        };
        let mut all = examples(gold, 1.0);
        all.extend(examples(silver, plan.silver));
        let mut rng = Rng::new(plan.seed);
        let sizes = Sizes {
            rows: vocabulary.rows(),
            tags: tags.len(),
            relations: Relation::ALL.len(),
            embedding: plan.embedding,
            width: plan.width,
            layers: plan.layers,
            arc: plan.arc,
            label: plan.label,
        };
        let network = Network::new(&sizes, &mut rng);
        Self { plan, vocabulary, tags, examples: all, network, rng, steps: 0, first: 1.0, second: 1.0 }
    }

    fn words(&self) -> usize {
        self.examples.iter().map(|example| example.tags.len()).sum()
    }

    /// Goes through the data once; returns how far the choices were from the right ones, from 0 to 3 a word.
    pub(super) fn epoch(&mut self, order: &mut [usize]) -> f32 {
        self.rng.shuffle(order);
        let words = self.words();
        let last = (words.div_ceil(BATCH) * self.plan.epochs) as f32;
        let (mut doubt, mut batch) = (0.0_f64, 0);
        for (index, &at) in order.iter().enumerate() {
            let (example, unknown) = (&self.examples[at], self.vocabulary.unknown());
            doubt += f64::from(self.network.learn(example, &self.plan.dropout, unknown, &mut self.rng));
            batch += example.tags.len();
            if batch >= BATCH || index + 1 == order.len() {
                self.step(batch, last);
                batch = 0;
            }
        }
        (doubt / words as f64) as f32
    }

    fn step(&mut self, batch: usize, last: f32) {
        self.first *= KEEP_MEAN;
        self.second *= KEEP_SQUARE;
        let even = 1.0 / batch as f32;
        let length = self.network.all().iter().map(|weights| weights.length_squared()).sum::<f32>().sqrt() * even;
        // A step that one strange sentence makes long is cut (Pascanu et al., ICML 2013).
        let scale = if length > 1.0 { even / length } else { even };
        let done = f32::from(self.steps);
        let rate = self.plan.rate * (1.0 - done / last).max(0.02) * (done / WARM.min(last / 10.0)).clamp(0.01, 1.0);
        self.network.step(Step { rate, scale, first: 1.0 / (1.0 - self.first), second: 1.0 / (1.0 - self.second) });
        self.steps = self.steps.saturating_add(1);
    }

    /// The sentences' numbers, to be shuffled.
    pub(super) fn order(&self) -> Vec<usize> {
        (0..self.examples.len()).collect()
    }
}

/// How often each word stands in the treebank, words of parsed text counted by quarters.
fn count_words(gold: &[TreebankSentence], silver: &[TreebankSentence]) -> BTreeMap<u32, u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for (sentences, value) in [(gold, SILVER), (silver, 1)] {
        for word in sentences.iter().flat_map(|sentence| &sentence.words) {
            *counts.entry(key(&word.form)).or_default() += value;
        }
    }
    for count in counts.values_mut() {
        *count /= SILVER;
    }
    counts
}

/// The word classes that are not a single slip.
fn known_tags(gold: &[TreebankSentence]) -> Vec<Tag> {
    let mut tags: BTreeMap<Tag, u32> = BTreeMap::new();
    for word in gold.iter().flat_map(|sentence| &sentence.words) {
        *tags.entry(word.tag).or_default() += 1;
    }
    tags.into_iter().filter(|&(_, count)| count > 1).map(|(tag, _)| tag).collect()
}

fn example(
    sentence: &TreebankSentence,
    vocabulary: &Vocabulary,
    tags: &[Tag],
    counts: &BTreeMap<u32, u32>,
    weight: f32,
) -> Example {
    let words = &sentence.words;
    Example {
        signs: words.iter().enumerate().map(|(at, word)| vocabulary.signs(&word.form, at == 0)).collect(),
        counts: words.iter().map(|word| counts.get(&key(&word.form)).copied().unwrap_or(0)).collect(),
        tags: words.iter().map(|word| tags.iter().position(|tag| *tag == word.tag).unwrap_or(0)).collect(),
        heads: words.iter().map(|word| word.head).collect(),
        relations: words.iter().map(|word| word.relation as usize).collect(),
        weight,
    }
}
