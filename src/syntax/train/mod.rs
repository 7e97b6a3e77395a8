//! Training of the parser's model from a treebank.

mod layers;
mod network;
mod pack;
mod rng;
mod silver;

use std::collections::BTreeMap;

use super::conllu::{TreebankSentence, TreebankWord};
use super::model::Model;
use super::parser::Scratch;
use super::relation::Relation;
use super::signs::{Vocabulary, key};
use super::tag::Tag;
use super::tree::Arcs;
use layers::{KEEP_MEAN, KEEP_SQUARE, Step};
use network::{Dropout, Example, Network, Sizes};
pub use pack::Levels;
use rng::Rng;
pub use silver::silver;

/// What can be chosen about a training run.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Times through the data.
    pub epochs: usize,
    /// Columns of the embedding.
    pub embedding: usize,
    /// Units of a recurrent layer and direction.
    pub width: usize,
    /// Recurrent layers.
    pub layers: usize,
    /// Columns of an arc's two sides.
    pub arc: usize,
    /// Columns of a relation's two sides.
    pub label: usize,
    /// A word has a row of its own from this many times on.
    pub least: u32,
    /// First learning rate.
    pub rate: f32,
    /// Share of words, inputs, layer outputs and scores left out while learning.
    pub dropout: [f32; 4],
    /// Weight of a parsed sentence, that of a treebank's being one.
    pub silver: f32,
    /// Seed of all chance.
    pub seed: u64,
}

/// Shares of words that are right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    /// Words.
    pub words: u32,
    /// Universal word class.
    pub class: u32,
    /// Both word classes.
    pub tag: u32,
    /// Head.
    pub head: u32,
    /// Head and universal relation.
    pub universal: u32,
    /// Head and relation with its subtype.
    pub relation: u32,
}

/// Trains on `data`, telling each epoch's scores on `checks`.
pub fn train(
    data: &[TreebankSentence],
    more: &[TreebankSentence],
    checks: &[(&str, &[TreebankSentence])],
    plan: &Plan,
    tell: &mut dyn FnMut(&str),
) -> Vec<u8> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    let mut tags: BTreeMap<Tag, u32> = BTreeMap::new();
    for word in data.iter().flat_map(|sentence| &sentence.words) {
        *counts.entry(key(&word.form)).or_default() += SILVER;
        *tags.entry(word.tag).or_default() += 1;
    }
    for word in more.iter().flat_map(|sentence| &sentence.words) {
        *counts.entry(key(&word.form)).or_default() += 1;
    }
    for count in counts.values_mut() {
        *count /= SILVER;
    }
    let tags: Vec<Tag> = tags.into_iter().filter(|&(_, count)| count > 1).map(|(tag, _)| tag).collect();
    let keys = counts.iter().filter(|&(_, &count)| count >= plan.least).map(|(&key, _)| key).collect();
    let vocabulary = Vocabulary { keys };
    let mut examples: Vec<Example> =
        data.iter().map(|sentence| example(sentence, &vocabulary, &tags, &counts)).collect();
    let gold = examples.len();
    examples.extend(more.iter().map(|sentence| example(sentence, &vocabulary, &tags, &counts)));
    for example in &mut examples[gold..] {
        example.weight = plan.silver;
    }
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
    let mut network = Network::new(&sizes, &mut rng);
    let total: usize = network.all().iter().map(|weights| weights.rows * weights.columns).sum();
    tell(&format!(
        "{} words known, {} tags, {total} weights, {} without the embedding",
        vocabulary.keys.len(),
        tags.len(),
        total - sizes.rows * sizes.embedding
    ));
    let [word, input, layer, scores] = plan.dropout;
    let dropout = Dropout { word, input, layer, score: scores };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut first, mut second) = (1.0_f32, 1.0_f32);
    let words: usize = examples.iter().map(|example| example.tags.len()).sum();
    let steps = (words / BATCH * plan.epochs) as f32;
    let mut done = 0.0_f32;
    for epoch in 1..=plan.epochs {
        rng.shuffle(&mut order);
        let (mut loss, mut batch) = (0.0_f64, 0);
        for (index, &at) in order.iter().enumerate() {
            let example = &examples[at];
            loss += f64::from(network.learn(example, &dropout, vocabulary.unknown(), &mut rng));
            batch += example.tags.len();
            if batch >= BATCH || index + 1 == order.len() {
                first *= KEEP_MEAN;
                second *= KEEP_SQUARE;
                let scale = 1.0 / batch as f32;
                let length = network.all().iter().map(|weights| weights.length_squared()).sum::<f32>().sqrt() * scale;
                let scale = if length > 1.0 { scale / length } else { scale };
                let rate = plan.rate * (1.0 - done / steps).max(0.02) * (done / 200.0).min(1.0).max(0.01);
                network.step(Step { rate, scale, first: 1.0 / (1.0 - first), second: 1.0 / (1.0 - second) });
                batch = 0;
                done += 1.0;
            }
        }
        let mut line = format!("epoch {epoch}: loss {:.4}", loss / words as f64);
        if epoch % 3 == 0 || epoch == plan.epochs {
            for (name, check) in checks {
                let share = measure(&network, &vocabulary, &tags, check);
                line += &format!("; {name} {}", share.line());
            }
        }
        tell(&line);
    }
    for (embedding, rest) in [(127.0, 127.0), (31.0, 127.0), (15.0, 63.0), (7.0, 31.0)] {
        let bytes = pack::pack(&network, &vocabulary, &tags, Levels { embedding, rest });
        let model = Model::read("model", &bytes).expect("a model");
        std::fs::write(format!("/tmp/model-{}-{embedding}-{rest}.bin", plan.seed), &bytes);
        for (name, check) in checks {
            tell(&format!("{embedding} {rest} {} {name}: {}", bytes.len(), score(&model, check).line()));
        }
    }
    pack::pack(&network, &vocabulary, &tags, Levels { embedding: 31.0, rest: 127.0 })
}

/// How much of a treebank a model gets right, its words given.
pub fn score(model: &Model, check: &[TreebankSentence]) -> Share {
    let (mut share, mut scratch) = (Share::default(), Scratch::default());
    for sentence in check {
        let forms: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        let parse = model.parse(&forms, &mut scratch);
        for (at, word) in sentence.words.iter().enumerate() {
            share.add(word, parse.tags[at], parse.heads[at], parse.relations[at]);
        }
    }
    share
}

impl Share {
    fn add(&mut self, word: &TreebankWord, tag: Tag, head: usize, relation: Relation) {
        self.words += 1;
        self.class += u32::from(tag.class == word.tag.class);
        self.tag += u32::from(tag == word.tag);
        let right = head == word.head;
        self.head += u32::from(right);
        self.universal += u32::from(right && relation.universal() == word.relation.universal());
        self.relation += u32::from(right && relation == word.relation);
    }

    fn line(&self) -> String {
        let percent = |part: u32| f64::from(part) * 100.0 / f64::from(self.words.max(1));
        format!(
            "UPOS {:.2} tag {:.2} UAS {:.2} LAS {:.2} ({:.2} universal)",
            percent(self.class),
            percent(self.tag),
            percent(self.head),
            percent(self.relation),
            percent(self.universal)
        )
    }
}

/// How many words of parsed text count as one of the treebank.
const SILVER: u32 = 4;
/// Words between two steps.
const BATCH: usize = 400;

fn example(sentence: &TreebankSentence, vocabulary: &Vocabulary, tags: &[Tag], counts: &BTreeMap<u32, u32>) -> Example {
    let words = &sentence.words;
    Example {
        signs: words.iter().enumerate().map(|(at, word)| vocabulary.signs(&word.form, at == 0)).collect(),
        counts: words.iter().map(|word| counts.get(&key(&word.form)).copied().unwrap_or(0)).collect(),
        tags: words.iter().map(|word| tags.iter().position(|tag| *tag == word.tag).unwrap_or(0)).collect(),
        heads: words.iter().map(|word| word.head).collect(),
        relations: words.iter().map(|word| word.relation as usize).collect(),
        weight: 1.0,
    }
}

fn measure(network: &Network, vocabulary: &Vocabulary, tags: &[Tag], check: &[TreebankSentence]) -> Share {
    let mut share = Share::default();
    for sentence in check {
        let words = &sentence.words;
        let signs: Vec<_> = words.iter().enumerate().map(|(at, word)| vocabulary.signs(&word.form, at == 0)).collect();
        let scores = network.forward(&signs, None);
        let mut arcs = Arcs::none(words.len());
        for word in 0..words.len() {
            for (out, score) in arcs.heads_mut(word).iter_mut().zip(scores.arcs.row(word)) {
                *out = (score * 1024.0) as i32;
            }
        }
        let heads = arcs.best_tree();
        let (labels, _) = network.relations(&scores, &heads);
        for (at, word) in words.iter().enumerate() {
            let tag = tags[most(scores.tags.row(at))];
            let relation = Relation::ALL[most(labels.row(at))];
            share.add(word, tag, heads[at], relation);
        }
    }
    share
}

fn most(scores: &[f32]) -> usize {
    (0..scores.len()).fold(0, |best, at| if scores[at] > scores[best] { at } else { best })
}
