//! Elements of the page: built at once, kept up to date by effects.
//!
//! Leptos's `view!` makes a type of every shape of markup, and every such type brings its own code to build, compare,
//! rebuild and drop it: for this page that came to 130 kB gzipped, more than the engine's rules. Here is one type for
//! all. What never changes is built once; what changes says so by [`El::live`] and its kin, each an effect of Leptos's
//! reactive graph that ends with whatever drew the element. Text is only ever set as text.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

/// An element, while it is put together.
#[derive(Clone, Debug)]
pub(crate) struct El(Element);

/// An element of HTML.
pub(crate) fn el(tag: &'static str) -> El {
    El(document().create_element(tag).expect("a tag of our own is a name"))
}

/// A copy of an element of `index.html`, without its id.
pub(crate) fn copy_of(id: &str) -> El {
    let copy = document().get_element_by_id(id).and_then(|element| element.clone_node_with_deep(true).ok());
    // An empty one in a page that has none.
    copy.map_or_else(|| el("i"), |copy| El(copy.unchecked_into()).attr_if("id", None))
}

/// A link to a view.
pub(crate) fn link(href: &str, text: &str) -> El {
    el("a").attr("href", href).text(text)
}

/// A button.
pub(crate) fn button(class: &str, text: &str) -> El {
    el("button").attr("type", "button").class(class).text(text)
}

impl El {
    /// Sets the style classes, separated by blanks.
    pub(crate) fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute.
    pub(crate) fn attr(self, name: &str, value: &str) -> Self {
        set(&self.0, name, Some(value));
        self
    }

    /// Sets an attribute, or leaves it out.
    pub(crate) fn attr_if(self, name: &str, value: Option<&str>) -> Self {
        set(&self.0, name, value);
        self
    }

    /// Adds text.
    pub(crate) fn text(self, text: &str) -> Self {
        // Fails for no element.
        let _ = self.0.append_with_str_1(text);
        self
    }

    /// Adds an element.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "the element is put away here: the callers have no more use for it"
    )]
    pub(crate) fn child(self, child: Self) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds elements: several, or one that may be missing.
    pub(crate) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Adds an element with a text in it.
    pub(crate) fn with(self, tag: &'static str, text: &str) -> Self {
        self.child(el(tag).text(text))
    }

    /// Listens to an event.
    pub(crate) fn on(self, event: &str, hear: impl FnMut(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(hear));
        self
    }

    /// Draws the content anew whenever what `draw` reads changes.
    pub(crate) fn live(self, draw: impl Fn() -> Vec<Self> + 'static) -> Self {
        keep_drawn(&self.0, Box::new(draw));
        self
    }

    /// Keeps the text up to date.
    pub(crate) fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        keep_text(&self.0, Box::new(text));
        self
    }

    /// Keeps an attribute up to date; `None` takes it away.
    pub(crate) fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        keep_attr(&self.0, name, Box::new(value));
        self
    }

    /// Hides the element while this holds.
    pub(crate) fn hidden_if(self, hidden: impl Fn() -> bool + 'static) -> Self {
        self.live_attr("hidden", move || hidden().then(String::new))
    }

    /// Disables the button while this holds.
    pub(crate) fn disabled_if(self, disabled: impl Fn() -> bool + 'static) -> Self {
        self.live_attr("disabled", move || disabled().then(String::new))
    }

    /// Keeps what is written in a field up to date, without touching it while it is the same.
    pub(crate) fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        keep_value(&self.0, Box::new(value));
        self
    }

    /// The element itself.
    pub(crate) fn raw(&self) -> &Element {
        &self.0
    }
}

/// What is written in the field that an event comes from.
pub(crate) fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(field) => field.value(),
        None => target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default(),
    }
}

/// Listens to an event of the whole window, for as long as the page lives.
pub(crate) fn on_window<T: JsCast>(event: &str, mut hear: impl FnMut(T) + 'static) {
    listen(&window(), event, Box::new(move |event| hear(event.unchecked_into())));
}

fn listen(target: &web_sys::EventTarget, event: &str, hear: Box<dyn FnMut(Event)>) {
    // Belongs to the browser from here on, which lets go of it together with the element.
    let hear = Closure::wrap(hear).into_js_value();
    let _ = target.add_event_listener_with_callback(event, hear.unchecked_ref());
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    // Fails for no name of ours.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

// One body each for all that is kept up to date: what differs is behind the box.

fn keep_drawn(element: &Element, draw: Box<dyn Fn() -> Vec<El>>) {
    let element = element.clone();
    keep(Box::new(move || {
        let drawn = draw();
        element.set_text_content(None);
        for child in drawn {
            let _ = element.append_child(&child.0);
        }
    }));
}

fn keep_text(element: &Element, text: Box<dyn Fn() -> String>) {
    let element = element.clone();
    keep(Box::new(move || element.set_text_content(Some(&text()))));
}

fn keep_attr(element: &Element, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    let element = element.clone();
    keep(Box::new(move || set(&element, name, value().as_deref())));
}

fn keep_value(element: &Element, value: Box<dyn Fn() -> String>) {
    let element = element.clone();
    keep(Box::new(move || {
        let value = value();
        if let Some(field) = element.dyn_ref::<HtmlInputElement>().filter(|field| field.value() != value) {
            field.set_value(&value);
        } else if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>().filter(|field| field.value() != value) {
            field.set_value(&value);
        }
    }));
}

/// Runs at once and again whenever what it reads changes, until what is being drawn is drawn anew.
fn keep(run: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_| run()));
}
