//! The comparison as a grid: questions down, countries across.

use leptos::prelude::*;

use super::arrows;
use super::cell::cell;
use crate::app::width::Width;
use crate::view::{Action, Cell, Comparison, DrawnColumn, Row, RowSection, ViewState};

/// What every part of the grid is drawn from.
struct Drawing<'a> {
    comparison: &'a Comparison,
    columns: Vec<DrawnColumn>,
    /// The view that links start from, with no cell open.
    base: &'a ViewState,
    open: Memo<Option<Cell>>,
    width: Width,
}

/// The grid. `base` is the view that its links start from; `open` the cell whose panel is open.
pub(crate) fn grid(comparison: &Comparison, base: &ViewState, open: Memo<Option<Cell>>, width: Width) -> AnyView {
    let drawing = Drawing { comparison, columns: comparison.drawn_columns(), base, open, width };
    let sections: Vec<AnyView> = comparison.sections.iter().map(|section| drawing.section(section)).collect();
    view! {
        <table class="grid" class:above=width == Width::Tablet on:keydown=move |event| arrows::follow(&event)>
            <caption class="unseen">"Positions: questions down, countries and bodies across"</caption>
            {drawing.widths()}
            {drawing.head()}
            {sections}
        </table>
    }
    .into_any()
}

impl Drawing<'_> {
    fn beside(&self) -> bool {
        self.width == Width::Desk
    }

    fn widths(&self) -> AnyView {
        let column = |column: &DrawnColumn| view! { <col class=if column.is_folded() { "others" } else { "" }/> };
        let questions = self.beside().then(|| view! { <col class="questions"/> });
        view! { <colgroup>{questions}{self.columns.iter().map(column).collect_view()}</colgroup> }.into_any()
    }

    fn head(&self) -> AnyView {
        let group = |columns: &[DrawnColumn]| {
            let name = self.comparison.groups.iter().find(|group| group.group == columns[0].group);
            view! {
                <th scope="colgroup" colspan=columns.len().to_string() class="first">
                    <span>{name.map(|group| group.name)}</span>
                </th>
            }
        };
        let groups = self.columns.chunk_by(|one, next| one.group == next.group).map(group).collect_view();
        let heads = self.columns.iter().map(|column| self.column_head(column)).collect_view();
        let corner = || self.beside().then(|| view! { <td></td> });
        view! {
            <thead>
                <tr class="groups">{corner()}{groups}</tr>
                <tr>{corner()}{heads}</tr>
            </thead>
        }
        .into_any()
    }

    fn column_head(&self, column: &DrawnColumn) -> AnyView {
        let class = if column.first { "first" } else { "" };
        let content = if column.is_folded() {
            "One position each".into_any()
        } else {
            let head = self.comparison.heads().nth(column.holders[0]);
            head.map(|head| {
                let href = self.base.href(Action::ToggleHolder(head.holder));
                view! { <a href=href>{head.name.clone()}</a> }
            })
            .into_any()
        };
        view! { <th scope="col" class=class>{content}</th> }.into_any()
    }

    fn section(&self, section: &RowSection) -> AnyView {
        let span = (self.columns.len() + usize::from(self.beside())).to_string();
        let rows: Vec<AnyView> = section.rows.iter().map(|row| self.row(row, &span)).collect();
        view! {
            <tbody>
                <tr class="kind"><th scope="rowgroup" colspan=span>{section.name}</th></tr>
                {rows}
            </tbody>
        }
        .into_any()
    }

    fn row(&self, row: &Row, span: &str) -> AnyView {
        let href = self.base.href(Action::ToggleIssue(row.issue.clone()));
        let note = Some(row.note.clone()).filter(|note| !note.is_empty());
        let question = view! { <a href=href title=note>{row.title.clone()}</a> };
        let cells = self.columns.iter().map(|column| self.cells(row, column)).collect_view();
        if self.beside() {
            view! { <tr class="row"><th scope="row">{question}</th>{cells}</tr> }.into_any()
        } else {
            view! {
                <tr class="question"><th scope="row" colspan=span.to_owned()>{question}</th></tr>
                <tr class="row">{cells}</tr>
            }
            .into_any()
        }
    }

    /// The cells of one row in one column: several only where the column is folded.
    fn cells(&self, row: &Row, column: &DrawnColumn) -> AnyView {
        let class = if column.first { "first" } else { "" };
        let one = |&place: &usize| {
            let view = row.cells[place].as_ref()?;
            let name = || self.comparison.heads().nth(place).map(|head| head.name.clone());
            let name = column.is_folded().then(name).flatten();
            let href = self.base.href(Action::OpenCell(view.cell.clone()));
            Some(cell(view, href, name, self.open))
        };
        let cells: Vec<AnyView> = column.holders.iter().filter_map(one).collect();
        view! { <td class=class>{cells}</td> }.into_any()
    }
}
