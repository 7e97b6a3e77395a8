//! The layers of marks in running text, with their counts.

use super::{Layer, ViewState};
use crate::entities::EntityKind;
use crate::stance::{Analysis, Stance};

/// One line of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// Which layer it switches.
    pub layer: Layer,
    /// For a line of the stance layer: which stance it counts.
    pub stance: Option<Stance>,
    /// Its name.
    pub label: &'static str,
    /// How many marks there are.
    pub count: usize,
    /// Whether they are shown.
    pub shown: bool,
}

/// The layer in which an entity is drawn; systems, documents and events stay unmarked.
pub fn layer_of(kind: EntityKind) -> Option<Layer> {
    match kind {
        EntityKind::Country | EntityKind::Bloc => Some(Layer::Countries),
        EntityKind::Person => Some(Layer::People),
        EntityKind::Organisation => Some(Layer::Bodies),
        EntityKind::Place => Some(Layer::Places),
        EntityKind::System | EntityKind::Document | EntityKind::Event => None,
    }
}

/// The legend of an article.
pub(super) fn legend(analysis: &Analysis, state: &ViewState) -> Vec<LegendEntry> {
    let named = |layer: Layer| analysis.mentions.iter().filter(|mention| layer_of(mention.kind) == Some(layer)).count();
    let said = |stance: Stance| analysis.statements.iter().filter(|statement| statement.stance == stance).count();
    let line = |layer: Layer, stance: Option<Stance>, label: &'static str, count: usize| LegendEntry {
        layer,
        stance,
        label,
        count,
        shown: !state.hidden_layers.contains(&layer),
    };
    let stance = |stance: Stance, label: &'static str| line(Layer::Stances, Some(stance), label, said(stance));
    vec![
        line(Layer::Countries, None, "Countries and blocs", named(Layer::Countries)),
        line(Layer::People, None, "People", named(Layer::People)),
        line(Layer::Bodies, None, "Bodies", named(Layer::Bodies)),
        line(Layer::Places, None, "Places", named(Layer::Places)),
        line(Layer::Quotations, None, "Quotations", analysis.quotations.len()),
        stance(Stance::Supports, "For"),
        stance(Stance::Opposes, "Against"),
        stance(Stance::Conditional, "If, in part"),
        stance(Stance::Neutral, "No side"),
        line(Layer::Cuts, None, "Left out", analysis.cuts.len()),
    ]
}
