//! What pages show of a small dispute.

use super::sample::{reading, shield};
use super::*;
use crate::compare::sample::code;
use crate::stance::Stance;

fn acted(acts: impl IntoIterator<Item = Action>) -> ViewState {
    acts.into_iter().fold(ViewState::default(), ViewState::apply)
}

fn cell(holder: &str, issue: &str) -> Cell {
    Cell { holder: code(holder), issue: issue.to_owned() }
}

/// `Russia: against 2` of each filled cell, row by row.
fn cells(comparison: &Comparison) -> Vec<String> {
    let names: Vec<&str> = comparison.heads().map(|head| head.name.as_str()).collect();
    comparison
        .rows()
        .flat_map(|row| row.cells.iter().enumerate())
        .filter_map(|(place, cell)| Some((names[place], cell.as_ref()?)))
        .map(|(name, cell)| {
            let whose = cell.whose.as_ref().map(|whose| format!(", {whose}")).unwrap_or_default();
            format!("{name}: {} {}{whose}", cell.word, cell.reports)
        })
        .collect()
}

#[test]
fn the_grid_shows_parties_even_where_empty_and_others_where_filled() {
    let comparison = comparison(&shield(), &ViewState::default());
    let groups: Vec<(&str, Vec<&str>)> = comparison
        .groups
        .iter()
        .map(|group| (group.name, group.columns.iter().map(|head| head.name.as_str()).collect()))
        .collect();
    assert_eq!(
        groups,
        [("Parties", vec!["United States", "Russia", "Czech Republic"]), ("Others", vec!["France", "Germany"])]
    );
    assert_eq!(comparison.rows().map(|row| row.issue.as_str()).collect::<Vec<_>>(), ["shield", "radar", "threat"]);
    assert_eq!(
        cells(&comparison),
        [
            "United States: for, if … 1",
            "Russia: against 2",
            "France: took no side 1",
            "France: for 1, told by Russia",
            "Germany: for 1, told by Russia",
            "United States: says so 1",
        ]
    );
    assert_eq!(comparison.scope, "What three reports, June 2007 to April 2008, say governments said or did.");
    assert_eq!(comparison.blanks, "A blank is not a position: it means not in these 3 reports.");
    assert_eq!((comparison.shown, comparison.all), (9, 9));
}

#[test]
fn squares_stand_for_the_reports_in_order_of_date() {
    let comparison = comparison(&shield(), &ViewState::default());
    let russia = comparison.rows().next().and_then(|row| row.cells[1].clone()).expect("a cell");
    let against = Some(crate::compare::Verdict::One(Stance::Opposes));
    assert_eq!(russia.squares, [against, None, against]);
    assert_eq!(russia.label, "Russia: against, on “Build the shield”, 2 of 3 reports");
}

#[test]
fn a_stance_filter_chooses_cells_and_makes_none() {
    let split = "== a 2007-06-07 Courier\nOne.\n  > RU shield opposes\n== b 2007-06-08 Courier\nTwo.\n  > RU shield supports\n\
                 == c 2007-06-09 Courier\nThree.\n  > US shield supports";
    let reading = reading("", "shield", split);
    let against = acted([Action::ToggleStance(Stance::Opposes)]);
    assert_eq!(cells(&comparison(&reading, &against)), ["Russia: split 2"], "not against");
    let early = acted([Action::SetPeriod(None, "2007-06-07".parse().ok())]);
    assert_eq!(cells(&comparison(&reading, &early)), ["Russia: against 1"]);
}

#[test]
fn unofficial_voices_make_cells_only_where_they_are_asked_for() {
    let unofficial = acted([Action::SetOfficial(Some(false)), Action::SetTold(Some(false))]);
    assert_eq!(cells(&comparison(&shield(), &unofficial)), ["Russia: for 1, unofficial"]);
}

#[test]
fn narrow_screens_list_by_country_and_by_issue() {
    let comparison = comparison(&shield(), &ViewState::default());
    let lines = |lists: Vec<List>| -> Vec<String> {
        let entries = |list: List| {
            let said: Vec<String> = list.entries.iter().map(|e| format!("{} {}", e.title, e.cell.word)).collect();
            format!("{}: {}", list.heading, said.join("; "))
        };
        lists.into_iter().map(entries).collect()
    };
    assert_eq!(
        lines(comparison.by_country())[..2],
        [
            "United States: Build the shield for, if …; Claim: Iran is a threat says so",
            "Russia: Build the shield against",
        ]
    );
    assert_eq!(
        lines(comparison.by_issue())[1..],
        ["Build the radar: France for; Germany for", "Claim: Iran is a threat: United States says so",]
    );
}

#[test]
fn counts_follow_the_other_filters_and_not_their_own() {
    let reading = shield();
    let state = acted([Action::ToggleHolder(code("RU")), Action::ToggleStance(Stance::Opposes)]);
    let facets = facets(&reading, &state);
    let counts = |filter: Filter| -> Vec<(String, usize, bool)> {
        let facet = facets.iter().find(|facet| facet.filter == filter).expect("a facet");
        facet.choices.iter().map(|choice| (choice.label.clone(), choice.count, choice.on)).collect()
    };
    let holders = counts(Filter::Holder);
    assert_eq!(holders[1], ("Russia".to_owned(), 2, true));
    assert_eq!(holders[0], ("United States".to_owned(), 0, false), "none of its statements is against");
    let stances = counts(Filter::Stance);
    assert_eq!(stances.iter().map(|(_, count, _)| *count).collect::<Vec<_>>(), [2, 2, 0, 0]);
    assert_eq!(
        counts(Filter::Outlet).last().map(|(name, count, _)| (name.as_str(), *count)),
        Some(("Outlet not stated", 0))
    );
    assert_eq!(counts(Filter::Text), []);
}

#[test]
fn a_choice_does_what_its_count_promises() {
    let reading = shield();
    let state = acted([Action::ToggleIssue("shield".to_owned())]);
    for facet in facets(&reading, &state) {
        // One more value of a set adds to those chosen; what a first value leaves is its count.
        for choice in facet.choices.iter().filter(|_| !facet.is_set) {
            let after = state.clone().apply(choice.action.clone());
            assert_eq!(reading.kept(&after.filters).count(), choice.count, "{} {}", facet.name, choice.label);
        }
    }
}

#[test]
fn an_empty_view_names_the_filter_to_drop() {
    let reading = shield();
    let empty = acted([
        Action::ToggleHolder(code("RU")),
        Action::ToggleStance(Stance::Opposes),
        Action::SetText("interesting".to_owned()),
    ]);
    let blame = comparison(&reading, &empty).empty.expect("someone to blame");
    assert_eq!((blame.filter, blame.statements), (Some(Filter::Text), 2));
    assert_eq!(blame.message, "Nothing is left. Without the filter “Search” there would be 2 statements.");
    assert_eq!(reading.kept(&empty.apply(blame.action).filters).count(), 2);
    let hopeless = acted([Action::ToggleHolder(code("CZ")), Action::SetText("nowhere".to_owned())]);
    let blame = comparison(&reading, &hopeless).empty.expect("all to blame");
    assert_eq!((blame.filter, blame.action), (None, Action::ClearAll));
    assert_eq!(comparison(&reading, &ViewState::default()).empty, None);
}

#[test]
fn search_takes_words_in_any_order_without_case_or_accents() {
    let reading =
        reading("", "shield", "== a 2007-06-07 -\nMr Erdoğan said: “Never the Shield.”\n  > TR shield opposes");
    let kept = |text: &str| reading.kept(&acted([Action::SetText(text.to_owned())]).filters).count();
    assert_eq!([kept("shield ERDOGAN"), kept("\"never the"), kept("  "), kept("shields")], [1, 1, 1, 0]);
}

#[test]
fn undated_articles_come_last_and_pass_no_period() {
    let reading =
        reading("", "shield", "== a - -\nOne.\n  > RU shield opposes\n== b 2007-06-08 -\nTwo.\n  > US shield supports");
    assert_eq!(reading.articles().map(|(article, _)| article.id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    let dated = acted([Action::SetPeriod("1900-01-01".parse().ok(), None)]);
    assert_eq!(reading.kept(&dated.filters).count(), 1);
}

/// The headings of a panel, each with its statements.
fn drawn(panel: &Panel) -> Vec<(Option<&str>, Vec<String>)> {
    let line = |card: &Card| format!("{} {}: {}", card.article, card.word, card.whose);
    panel.sections.iter().map(|section| (section.heading, section.cards.iter().map(line).collect())).collect()
}

#[test]
fn a_panel_says_its_rule_and_keeps_apart_what_does_not_count() {
    let open = acted([Action::OpenCell(cell("RU", "shield"))]);
    let panel = panel(&shield(), &open).expect("a panel");
    assert_eq!(
        drawn(&panel),
        [
            (None, vec!["a3 against: own position".to_owned(), "a1 against: own position".to_owned()]),
            (Some("Said before these reports: not counted"), vec!["a2 for: own position".to_owned()]),
            (Some("Parliament, opposition and others: not counted"), vec!["a2 for: not an official voice".to_owned()]),
        ]
    );
    assert_eq!(panel.rule, "Against in 2 reports, and nothing else.");
    assert_eq!(panel.summary, "2 of 3 reports · 2 sentences · reported 7 June 2007 to 7 April 2008");
}

#[test]
fn a_told_cell_says_that_nothing_of_its_own_is_there() {
    let open = acted([Action::OpenCell(cell("FR", "radar"))]);
    let panel = panel(&shield(), &open).expect("a panel");
    assert_eq!(
        panel.rule,
        "Told by Russia; these reports hold no statement of France’s own officials. For in 1 report, and nothing else."
    );
    let blank = acted([Action::OpenCell(cell("CZ", "radar"))]);
    let panel = super::panel(&shield(), &blank).expect("a panel");
    assert_eq!((panel.verdict, panel.summary.as_str(), panel.sections.len()), (None, "not in these 3 reports", 0));
}

#[test]
fn what_a_filter_holds_back_is_not_said_to_be_missing() {
    let said = |acts: &[Action]| {
        let state = acted(acts.iter().cloned());
        let panel = panel(&shield(), &state).expect("a panel");
        (panel.summary, panel.rule)
    };
    let open = |holder: &str, issue: &str| Action::OpenCell(cell(holder, issue));
    let (summary, rule) = said(&[open("RU", "shield"), Action::SetText("nowhere".to_owned())]);
    assert_eq!(summary, "held back by the filters");
    assert_eq!(rule, "There are statements, but none of those that count passes the filters.");
    let (_, rule) = said(&[open("RU", "shield"), Action::SetOfficial(Some(false))]);
    assert!(
        rule.starts_with("Unofficial voices only; the filters hold back what Russia’s own officials said."),
        "{rule}"
    );
    let (_, rule) = said(&[open("FR", "radar"), Action::SetOfficial(Some(false))]);
    assert!(rule.starts_with("Told by Russia; these reports hold no statement of France’s own officials."), "{rule}");
}

#[test]
fn a_card_tells_all_that_a_reader_needs_to_judge_it() {
    let open = acted([Action::OpenCell(cell("US", "shield"))]);
    let panel = panel(&shield(), &open).expect("a panel");
    let card = &panel.sections[0].cards[0];
    assert_eq!(card.speaker.as_deref(), Some("Ann Hale"));
    assert_eq!((card.word, card.condition.as_deref()), ("for, if …", Some("if our friends agree")));
    assert_eq!(
        (card.how, card.outlet.as_str(), card.said.as_str()),
        ("quoted", "outlet not stated", "date said not given")
    );
    assert_eq!((card.reported.as_str(), card.verbatim, card.opening.as_deref()), ("reported 2 July 2007", true, None));
    assert_eq!(
        why::line(&card.why),
        "Ann Hale → United States · will build → for, if … · if our friends agree → the condition · the shield → Build the shield"
    );
    assert_eq!(card.cite, "“Title of a2”, outlet not stated, 2 July 2007.");
}

#[test]
fn a_dispatch_never_passes_for_its_source() {
    let open = acted([Action::OpenCell(cell("FR", "shield"))]);
    let panel = panel(&shield(), &open).expect("a panel");
    let card = &panel.sections[0].cards[0];
    assert_eq!(card.opening.as_deref(), Some("Demarche’s summary, not a quotation. After Courier, 7 April 2008"));
    assert!(!card.verbatim);
    assert_eq!(
        card.cite,
        "“Title of a3”, Demarche, 7 April 2008. Demarche’s summary after Courier, 7 April 2008; check the original before quoting."
    );
}

#[test]
fn a_link_to_a_statement_opens_its_cell_or_the_nearest() {
    let reading = shield();
    let id = reading.statements().next().map(|tagged| tagged.statement.id.clone()).expect("a statement");
    let exact = panel(&reading, &acted([Action::Focus(id.clone())])).expect("a panel");
    assert_eq!((exact.cell, exact.missing), (cell("RU", "shield"), None));
    assert!(exact.sections[0].cards.iter().any(|card| card.focus && card.statement == id));

    let gone = id.rsplit_once('.').map(|(cell, _)| format!("{cell}.00000000")).expect("an id of parts");
    let near = panel(&reading, &acted([Action::Focus(gone)])).expect("a panel");
    assert_eq!(near.cell, cell("RU", "shield"));
    assert!(near.missing.is_some_and(|said| said.contains("nearest")));
    assert_eq!(panel(&reading, &acted([Action::Focus("nothing".to_owned())])), None);
}

#[test]
fn a_focused_statement_shows_even_where_a_filter_holds_it_back() {
    let reading = shield();
    let id = reading.statements().next().map(|tagged| tagged.statement.id.clone()).expect("a statement");
    let state = acted([Action::ToggleStance(Stance::Neutral), Action::Focus(id.clone())]);
    let panel = panel(&reading, &state).expect("a panel");
    assert!(panel.sections.iter().flat_map(|section| &section.cards).any(|card| card.statement == id));
}

#[test]
fn an_article_page_holds_its_whole_text_once() {
    let reading = shield();
    for (article, _) in reading.articles() {
        let page = article_page(&reading, &ViewState::default(), &article.id).expect("a page");
        let text: String = page.blocks.iter().flat_map(|block| &block.segments).map(|s| s.text.as_str()).collect();
        assert_eq!(text, article.text);
    }
    assert_eq!(article_page(&reading, &ViewState::default(), "nowhere"), None);
}

#[test]
fn an_article_page_cuts_notes_and_counts() {
    let page = article_page(&shield(), &ViewState::default(), "a1").expect("a page");
    let kinds: Vec<BlockKind> = page.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Cut, BlockKind::Paragraph]);
    let notes: Vec<Vec<String>> = page
        .blocks
        .iter()
        .flat_map(|block| &block.notes)
        .map(|note| {
            let line = |line: &NoteLine| {
                let whose = line.whose.as_deref().unwrap_or("own");
                format!("{} {} {} {whose}", line.holder_name, line.word, line.issue)
            };
            note.lines.iter().map(line).collect()
        })
        .collect();
    let told = |name: &str| format!("{name} for Build the radar told by Russia");
    assert_eq!(notes, [vec!["Russia against Build the shield own".to_owned()], vec![told("France"), told("Germany")]]);
    let count = |label: &str| page.legend.iter().find(|entry| entry.label == label).map(|entry| entry.count);
    assert_eq!((count("Countries and blocs"), count("People"), count("For")), (Some(2), Some(1), Some(2)));
}

#[test]
fn a_hidden_layer_leaves_no_mark() {
    let reading = shield();
    let marked = |state: &ViewState| -> usize {
        let page = article_page(&reading, state, "a1").expect("a page");
        page.blocks.iter().flat_map(|block| &block.segments).map(|segment| segment.marks.len()).sum()
    };
    let layers = [Layer::Countries, Layer::People, Layer::Stances, Layer::Cuts];
    let mut state = ViewState::default();
    for layer in layers {
        let before = marked(&state);
        state = state.apply(Action::ToggleLayer(layer));
        assert!(marked(&state) < before, "{layer:?}");
    }
    assert_eq!(marked(&state), 0);
}

#[test]
fn headings_and_single_line_texts_have_their_own_blocks() {
    use BlockKind::{Heading, Paragraph};

    let blocks = |text: &str| -> Vec<(BlockKind, String)> {
        let analysis = crate::stance::Analysis::default();
        let found = paragraphs::paragraphs(text, &analysis);
        found.into_iter().map(|(span, kind)| (kind, span.of(text).to_owned())).collect()
    };
    let block = |kind: BlockKind, text: &str| (kind, text.to_owned());
    assert_eq!(
        blocks("# Head\nOne\nstill one.\n\n\nTwo.\n"),
        [block(Heading, "# Head\n"), block(Paragraph, "One\nstill one.\n\n\n"), block(Paragraph, "Two.\n"),]
    );
    assert_eq!(blocks("One.\nTwo."), [block(Paragraph, "One.\n"), block(Paragraph, "Two.")]);
    assert_eq!(blocks("\n\nOne.\n\nTwo."), [block(Paragraph, "\n\nOne.\n\n"), block(Paragraph, "Two.")]);
    assert_eq!(blocks(""), []);
}

#[test]
fn an_entity_lists_every_sentence_that_names_it_newest_first() {
    let page = entity_page(&shield(), "russia").expect("an entity");
    assert_eq!((page.name.as_str(), page.summary.as_str()), ("Russia", "2 mentions in 2 articles"));
    let sentences: Vec<String> = page
        .articles
        .iter()
        .flat_map(|named| &named.sentences)
        .map(|sentence| sentence.segments.iter().map(|segment| segment.text.as_str()).collect())
        .collect();
    assert_eq!(
        sentences,
        ["Russia had once called it welcome.", "Russia would not hear of the shield, Ivan Orlov said."]
    );
    assert_eq!(entity_page(&shield(), "ivan-orlov").and_then(|page| page.speaker), Some("ivan-orlov".to_owned()));
    assert_eq!(entity_page(&shield(), "nobody"), None);
}
