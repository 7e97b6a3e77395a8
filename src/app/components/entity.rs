//! One person, country, body or place: every mention in the dossier.

use leptos::prelude::*;

use super::panel::HEADING;
use super::running::Pen;
use super::sources::origin;
use crate::view::{Action, EntityPage, Named, Page, Sentence, ViewState};

/// The panel. `view` is the view it is opened in.
pub(crate) fn entity(page: &EntityPage, view: &ViewState) -> AnyView {
    let offices = page.offices.join("; ");
    let said = page.speaker.clone().map(|speaker| {
        let only = view.clone().apply(Action::ClearAll).apply(Action::Go(Page::Compare));
        view! { <p class="acts"><a href=only.href(Action::ToggleSpeaker(speaker))>"What "{page.name.clone()}" said, as a grid"</a></p> }
    });
    view! {
        <div class="panel-head">
            <h2 id=HEADING tabindex="-1">{page.name.clone()}</h2>
            <a class="close" href=view.href(Action::ShowEntity(None)) aria-label="Close">"×"</a>
        </div>
        {(!offices.is_empty()).then(|| view! { <p class="sum">{offices}</p> })}
        <p class="sum">{page.summary.clone()}</p>
        {said}
        {page.articles.iter().map(|one| article(one, view)).collect_view()}
    }
    .into_any()
}

fn article(named: &Named, view: &ViewState) -> AnyView {
    let id = &named.source.article;
    let ours = named.source.after.is_some();
    let entity = view.entity.clone();
    let link = |statement: Option<String>| {
        let open = view.clone().apply(Action::OpenArticle { article: id.clone(), statement });
        open.href(Action::ShowEntity(entity.clone()))
    };
    let sentence = |sentence: &Sentence| {
        let class = if ours { "sentence" } else { "sentence verbatim" };
        view! {
            <li class="card">
                <p class=class>{Pen::marking().draw(&sentence.segments)}</p>
                <p class="acts"><a href=link(sentence.statement.clone())>"In the article"</a></p>
            </li>
        }
    };
    view! {
        <h3 class="apart">{named.source.title.clone()}</h3>
        <p class="sum">{origin(&named.source)}</p>
        <ul>{named.sentences.iter().map(sentence).collect_view()}</ul>
    }
    .into_any()
}
