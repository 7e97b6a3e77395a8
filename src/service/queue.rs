//! Which articles go to the analyser next: a job cut into chunks, and what became of each.
//!
//! Plain values, no clock and no worker, so that the order of work can be tested without a browser.

use std::collections::VecDeque;

use crate::corpus::Article;

/// A chunk stops growing at this many bytes of text: some ten milliseconds of work, so that progress shows and a
/// cancelled job ends soon.
const CHUNK_BYTES: usize = 64 * 1024;

/// The articles of a job that are still to be sent, and how many are done.
#[derive(Debug)]
pub struct Queue {
    waiting: VecDeque<Vec<Article>>,
    done: usize,
    total: usize,
}

impl Queue {
    /// Cuts a job's articles into chunks, in order.
    pub fn new(articles: Vec<Article>) -> Self {
        let total = articles.len();
        let mut waiting: VecDeque<Vec<Article>> = VecDeque::new();
        let mut room = 0;
        for article in articles {
            if room == 0 {
                waiting.push_back(Vec::new());
                room = CHUNK_BYTES;
            }
            room = room.saturating_sub(article.text.len());
            if let Some(chunk) = waiting.back_mut() {
                chunk.push(article);
            }
        }
        Self { waiting, done: 0, total }
    }

    /// The next chunk to send; `None` where all have been.
    pub fn next_chunk(&mut self) -> Option<Vec<Article>> {
        self.waiting.pop_front()
    }

    /// How many chunks have not been sent.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Counts `count` more articles as done and returns how many are, and of how many.
    pub fn finish(&mut self, count: usize) -> (usize, usize) {
        self.done = (self.done + count).min(self.total);
        (self.done, self.total)
    }

    /// Takes back a chunk at which the engine stopped: each article alone, to find the one to blame. Returns the
    /// article where it was alone already.
    pub fn give_back(&mut self, mut chunk: Vec<Article>) -> Option<Article> {
        if chunk.len() == 1 {
            return chunk.pop();
        }
        for article in chunk.into_iter().rev() {
            self.waiting.push_front(vec![article]);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(lengths: &[usize]) -> Vec<Article> {
        let article = |(number, &length): (usize, &usize)| Article {
            id: number.to_string(),
            text: "x".repeat(length),
            ..Article::default()
        };
        lengths.iter().enumerate().map(article).collect()
    }

    #[test]
    fn short_articles_share_a_chunk_and_a_long_one_ends_it() {
        let mut queue = Queue::new(articles(&[10, CHUNK_BYTES, 10, 10]));
        let sizes: Vec<usize> = std::iter::from_fn(|| queue.next_chunk()).map(|chunk| chunk.len()).collect();
        assert_eq!(sizes, [2, 2]);
    }

    #[test]
    fn a_failed_chunk_comes_back_one_by_one_until_one_is_to_blame() {
        let mut queue = Queue::new(articles(&[1, 1]));
        let chunk = queue.next_chunk().expect("a chunk");
        assert_eq!(queue.give_back(chunk), None);
        let alone = queue.next_chunk().expect("the first article");
        assert_eq!(queue.give_back(alone).map(|article| article.id), Some("0".to_owned()));
        assert_eq!(queue.waiting(), 1);
    }

    #[test]
    fn no_article_is_no_chunk() {
        assert_eq!(Queue::new(Vec::new()).next_chunk(), None);
    }
}
