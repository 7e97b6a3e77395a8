//! One article with its marks.

use leptos::ev::keydown;
use leptos::prelude::*;

use crate::app::components::block::block;
use crate::app::components::entity::entity;
use crate::app::components::layers::layers;
use crate::app::components::note::note_id;
use crate::app::components::panel::HEADING;
use crate::app::components::running::Pen;
use crate::app::components::sources::origin;
use crate::app::focus;
use crate::app::shelf::Book;
use crate::app::url::{Address, Step};
use crate::view::{self, Action, ArticlePage, EntityPage, ViewState};

/// The page of the article with this id.
pub(crate) fn article(book: &Book, id: &str) -> AnyView {
    let address = expect_context::<Address>();
    let (reading, wanted) = (book.reading.clone(), id.to_owned());
    // Opening and closing an entity must not draw the text anew.
    let without_entity = Memo::new(move |_| address.view.with(|view| view.clone().apply(Action::ShowEntity(None))));
    let page = Memo::new(move |_| without_entity.with(|view| view::article_page(&reading, view, &wanted)));
    let reading = book.reading.clone();
    let named = Memo::new(move |_| {
        address.view.with(|view| view.entity.as_ref().and_then(|slug| view::entity_page(&reading, slug)))
    });
    follow_focus(page, named);
    follow_keys(address, page);
    view! {
        <main class="article" id="main" tabindex="-1">
            {move || page.with(|page| without_entity.with_untracked(|view| match page {
                Some(page) => story(page, view),
                None => gone(view),
            }))}
            {move || named.with(|named| named.as_ref().map(|named| address.view.with_untracked(|view| view! {
                <aside class="panel" aria-label="Mentions"><div class="panel-inner">{entity(named, view)}</div></aside>
            })))}
        </main>
    }
    .into_any()
}

fn story(page: &ArticlePage, view: &ViewState) -> AnyView {
    let class = if page.opening.is_none() { "text verbatim" } else { "text" };
    let mut pen = Pen::linking(view);
    let text = page.blocks.iter().map(|one| block(one, &mut pen, view)).collect_view();
    view! {
        {layers(&page.legend, view)}
        <div class="story">
            <header>
                <h1>{page.source.title.clone()}</h1>
                {credit(page)}
                {page.missing.map(|missing| view! { <p class="credit" role="status">{missing}</p> })}
            </header>
            <div class=class>{text}</div>
        </div>
    }
    .into_any()
}

fn credit(page: &ArticlePage) -> AnyView {
    let link = |address: &Option<String>, name: &'static str| {
        let web = address.clone().filter(|address| address.starts_with("https://") || address.starts_with("http://"));
        web.map(|address| view! { " · "<a href=address rel="noreferrer">{name}</a> })
    };
    view! {
        <p class="credit">
            {page.opening.clone().map(|opening| view! { <b>{opening}</b>". " })}
            {page.byline.clone().map(|byline| format!("{byline}. "))}
            {page.opening.is_none().then(|| origin(&page.source))}
            {page.opening.is_some().then(|| page.source.note.clone())}
            {link(&page.url, "source")}
            {link(&page.archive_url, "kept copy")}
        </p>
    }
    .into_any()
}

fn gone(view: &ViewState) -> AnyView {
    view! {
        <div class="story">
            <h1>"Not here"</h1>
            <p class="credit">"This dossier has no such article. "<a href=view.href(Action::Go(view::Page::Articles))>"All its articles"</a></p>
        </div>
    }
    .into_any()
}

/// The page opens at the statement of its link; the panel of an entity takes the focus when it opens.
fn follow_focus(page: Memo<Option<ArticlePage>>, named: Memo<Option<EntityPage>>) {
    let statement = Memo::new(move |_| page.with(|page| page.as_ref().and_then(|page| page.focus.clone())));
    Effect::new(move || {
        if let Some(statement) = statement.get() {
            focus::later_in_the_middle(note_id(&statement));
        }
    });
    let slug = Memo::new(move |_| named.with(|named| named.as_ref().map(|named| named.slug.clone())));
    Effect::new(move || {
        if slug.get().is_some() {
            focus::later(HEADING.to_owned());
        }
    });
}

/// `j` goes to the next statement, `k` to the one before.
fn follow_keys(address: Address, page: Memo<Option<ArticlePage>>) {
    let pressed = window_event_listener(keydown, move |event| {
        let step = match event.key().as_str() {
            _ if event.ctrl_key() || event.alt_key() || event.meta_key() || focus::is_typing() => return,
            "j" => 1,
            "k" => -1,
            _ => return,
        };
        let next = page.with_untracked(|page| page.as_ref().and_then(|page| next(page, step)));
        if let Some(statement) = next {
            address.go(Action::Focus(statement), Step::InPlace);
        }
    });
    on_cleanup(move || pressed.remove());
}

fn next(page: &ArticlePage, step: isize) -> Option<String> {
    let now = page.focus.as_ref().and_then(|focus| page.statements.iter().position(|id| id == focus));
    let next = match now {
        Some(now) => now.checked_add_signed(step)?,
        None if step > 0 => 0,
        None => page.statements.len().checked_sub(1)?,
    };
    page.statements.get(next).cloned()
}
