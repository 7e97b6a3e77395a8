//! From the items of an old link to those of today, one version at a time.

use std::fmt;

use super::{LinkProblem, VERSION};

/// One `key.value` of a link; the value still encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) key: String,
    pub(super) value: String,
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.key, self.value)
    }
}

/// Turns the items of one version into those of the next.
type Step = fn(Vec<Item>) -> Vec<Item>;

/// `STEPS[0]` turns version 1 into version 2, and so on: one less than [`VERSION`] of them.
/// A step is never changed once its version has been published.
const STEPS: [Step; VERSION as usize - 1] = [];

/// The items of a link in today's version.
pub(super) fn items(fragment: &str, problems: &mut Vec<LinkProblem>) -> Vec<Item> {
    if fragment.is_empty() {
        return Vec::new();
    }
    let (first, rest) = fragment.split_once('~').unwrap_or((fragment, ""));
    let mut warn = |item: &str, message: &str| {
        problems.push(LinkProblem { item: item.to_owned(), message: message.to_owned() });
    };
    let (version, rest) = if let Some(version) = version(first) {
        (version, rest)
    } else {
        warn(first, "a link starts with its version, such as v1; the rest was read as version 1");
        (1, fragment)
    };
    if version > VERSION {
        warn(first, "made by a newer version of this page; reload it to see all of the view");
    }
    let mut items = Vec::new();
    for item in rest.split('~').filter(|item| !item.is_empty()) {
        match item.split_once('.') {
            Some((key, value)) => items.push(Item { key: key.to_owned(), value: value.to_owned() }),
            None if item == first => {}
            None => warn(item, "not of the form key.value, left out"),
        }
    }
    climb(items, version, &STEPS)
}

/// The number in `v1`; `None` for anything else and for `v0`.
fn version(item: &str) -> Option<u32> {
    let digits = item.strip_prefix('v')?;
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|&number| plain && number > 0)
}

/// Applies the steps above a version, in order.
fn climb(items: Vec<Item>, version: u32, steps: &[Step]) -> Vec<Item> {
    let done = usize::try_from(version).unwrap_or(usize::MAX).saturating_sub(1);
    steps.iter().skip(done).fold(items, |items, step| step(items))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rename(items: Vec<Item>, from: &str, to: &str) -> Vec<Item> {
        let renamed = |item: Item| if item.key == from { Item { key: to.to_owned(), ..item } } else { item };
        items.into_iter().map(renamed).collect()
    }

    #[test]
    fn each_version_climbs_the_steps_above_it() {
        let steps: [Step; 2] = [|items| rename(items, "country", "party"), |items| rename(items, "party", "holder")];
        let climbed = |version, key: &str| {
            let item = Item { key: key.to_owned(), value: "ru".to_owned() };
            climb(vec![item], version, &steps)[0].key.clone()
        };
        assert_eq!(climbed(1, "country"), "holder");
        assert_eq!(climbed(2, "party"), "holder");
        assert_eq!(climbed(3, "party"), "party");
        assert_eq!(climbed(9, "holder"), "holder");
    }
}
