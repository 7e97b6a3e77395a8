//! The comparison as a grid: questions down, countries across.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::arrows;
use super::cell::cell;
use crate::app::dom::{El, el, link};
use crate::app::width::Layout;
use crate::view::{Action, Comparison, DrawnColumn, Head, Row, RowSection, ViewState};

/// Fewer columns than this do not share out the whole width.
const FEW: usize = 8;
/// With so many columns the heads are set smaller.
const MANY: usize = 12;

/// What every part of the grid is drawn from.
struct Drawing<'a> {
    comparison: &'a Comparison,
    columns: Vec<DrawnColumn>,
    heads: Vec<&'a Head>,
    /// The view that links start from, with no cell open.
    base: &'a ViewState,
    /// Whether questions stand beside their cells, not above them.
    beside: bool,
}

/// The grid. `base` is the view that its links start from.
pub(crate) fn grid(comparison: &Comparison, base: &ViewState, layout: Layout) -> El {
    let (columns, heads) = (comparison.drawn_columns(), comparison.heads().collect());
    let drawing = Drawing { comparison, columns, heads, base, beside: layout == Layout::Beside };
    // A few columns stay narrow, so that a cell is not drawn out over half the page.
    let class = match drawing.columns.len() {
        0..FEW => "grid few",
        FEW..MANY => "grid",
        _ => "grid many",
    };
    el("table")
        .class(class)
        .child(el("caption").class("unseen").text("Positions: questions down, countries and bodies across"))
        .child(drawing.widths())
        .child(drawing.head())
        .children(comparison.sections.iter().map(|section| drawing.section(section)))
        .on("keydown", |event| arrows::follow(event.unchecked_ref::<KeyboardEvent>()))
}

impl Drawing<'_> {
    fn widths(&self) -> El {
        let questions = self.beside.then(|| el("col").class("questions"));
        let column = |column: &DrawnColumn| el("col").class(if column.is_folded() { "others" } else { "" });
        el("colgroup").children(questions).children(self.columns.iter().map(column))
    }

    fn head(&self) -> El {
        let group = |columns: &[DrawnColumn]| {
            let group = self.comparison.groups.iter().find(|group| group.group == columns[0].group);
            let name = el("span").text(group.map_or("", |group| group.name));
            el("th").attr("scope", "colgroup").attr("colspan", &columns.len().to_string()).child(name)
        };
        let corner = || self.beside.then(|| el("td"));
        let groups = self.columns.chunk_by(|one, next| one.group == next.group).map(group);
        let heads = self.columns.iter().map(|column| self.column_head(column));
        el("thead")
            .child(el("tr").class("groups").children(corner()).children(groups))
            .child(el("tr").children(corner()).children(heads))
    }

    fn column_head(&self, column: &DrawnColumn) -> El {
        let head = el("th").attr("scope", "col");
        if column.is_folded() {
            return head.text("One position each");
        }
        let holder = self.heads[column.holders[0]];
        head.child(link(&self.base.href(Action::ToggleHolder(holder.holder)), &holder.name))
    }

    fn section(&self, section: &RowSection) -> El {
        let span = (self.columns.len() + usize::from(self.beside)).to_string();
        let name = el("th").attr("scope", "rowgroup").attr("colspan", &span).text(section.name);
        let mut body = el("tbody").child(el("tr").class("kind").child(name));
        for row in &section.rows {
            let question = el("th").attr("scope", "row").child(self.question(row));
            let cells = self.columns.iter().map(|column| self.cells(row, column));
            body = if self.beside {
                body.child(el("tr").class("row").child(question).children(cells))
            } else {
                body.child(el("tr").class("question").child(question.attr("colspan", &span)))
                    .child(el("tr").class("row").children(cells))
            };
        }
        body
    }

    fn question(&self, row: &Row) -> El {
        let note = Some(row.note.as_str()).filter(|note| !note.is_empty());
        link(&self.base.href(Action::ToggleIssue(row.issue.clone())), &row.title).attr_if("title", note)
    }

    /// The cells of one row in one column: several only where the column is folded.
    fn cells(&self, row: &Row, column: &DrawnColumn) -> El {
        let one = |&place: &usize| {
            let view = row.cells[place].as_ref()?;
            let name = column.is_folded().then(|| self.heads[place].name.as_str());
            Some(cell(view, &self.base.href(Action::OpenCell(view.cell.clone())), name))
        };
        el("td").children(column.holders.iter().filter_map(one))
    }
}
