//! The link of a view: the view state as the fragment of one page's address, and back.
//!
//! `v1~holder.ru_us~cell.ru_us-shield`: the version first, then `key.value` items joined by `~`, the parts of a value
//! joined by `_`. These three are the only signs with a meaning, all of them left alone by mail and chat programs; every
//! other character but ASCII letters, digits and `-` is percent-encoded UTF-8. Defaults are never written, and items
//! always come in the order of the one table below, so equal views have equal links.
//!
//! Reading is total: what is not understood is named and left out. `docs/link-format.md` is the reader's account of this,
//! `tests/links/frozen.txt` holds links that must open for ever.

mod escape;
mod upgrade;
mod value;

use std::fmt;

use self::value::LinkValue;
use super::ViewState;

/// The version this program writes.
pub const VERSION: u32 = 1;

/// One part of a link that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkProblem {
    /// The part, as it stands in the link.
    pub item: String,
    /// What a reader should know.
    pub message: String,
}

impl fmt::Display for LinkProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}”: {}", self.item, self.message)
    }
}

/// One field of the state that a link carries.
struct Field {
    key: &'static str,
    /// The parts of its value; none for the default.
    write: fn(&ViewState) -> Vec<String>,
    /// Takes the parts it understands and returns the others.
    read: fn(Vec<String>, &mut ViewState) -> Vec<String>,
}

macro_rules! field {
    ($key:literal, $($path:ident).+) => {
        Field {
            key: $key,
            write: |state| state.$($path).+.write(),
            read: |parts, state| {
                let (value, ignored) = LinkValue::read(parts);
                state.$($path).+ = value;
                ignored
            },
        }
    };
}

/// Every field of the state, in the order of the link. A field that is not here has no link.
const FIELDS: &[Field] = &[
    field!("page", page),
    field!("dossier", dossier),
    field!("holder", filters.holders),
    field!("issue", filters.issues),
    field!("stance", filters.stances),
    field!("mode", filters.modes),
    field!("official", filters.official),
    field!("told", filters.told),
    field!("outlet", filters.outlets),
    field!("speaker", filters.speakers),
    field!("from", filters.from),
    field!("to", filters.to),
    field!("text", filters.text),
    field!("cell", cell),
    field!("statement", statement),
    field!("sentence", sentence),
    field!("entity", entity),
    field!("hide", hidden_layers),
    field!("list", list),
];

/// The link of a view, without `#`.
pub fn write(state: &ViewState) -> String {
    let item = |field: &Field| {
        let parts: Vec<String> = (field.write)(state).iter().map(|part| escape::encode(part)).collect();
        (!parts.is_empty()).then(|| format!("~{}.{}", field.key, parts.join("_")))
    };
    format!("v{VERSION}{}", FIELDS.iter().filter_map(item).collect::<String>())
}

/// The address of a view on the page it stands on.
pub fn href(state: &ViewState) -> String {
    format!("#{}", write(state))
}

/// The nearest valid view to a link, and what was left out of it. Takes a whole address, or what follows its `#`.
/// An empty link is the default view.
pub fn parse(link: &str) -> (ViewState, Vec<LinkProblem>) {
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment);
    let mut state = ViewState::default();
    let mut problems = Vec::new();
    let mut seen = Vec::new();
    for item in upgrade::items(fragment, &mut problems) {
        let mut warn =
            |message: &str| problems.push(LinkProblem { item: item.to_string(), message: message.to_owned() });
        match FIELDS.iter().find(|field| field.key == item.key) {
            None => warn("not known to this version, left out"),
            Some(field) if seen.contains(&field.key) => warn("given twice, the first one holds"),
            Some(field) => {
                seen.push(field.key);
                let ignored = (field.read)(escape::parts(&item.value), &mut state);
                if !ignored.is_empty() {
                    warn(&format!("“{}” means nothing here, left out", ignored.join("”, “")));
                }
            }
        }
    }
    (state, problems)
}

#[cfg(test)]
mod tests;
