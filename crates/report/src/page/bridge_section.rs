//! The bridge from last month (环比变动): waterfalls, and what every step consists of.

use std::collections::BTreeMap;

use maud::{Markup, html};
use model::datasets::changes::Change;

use crate::charts::bridge::bridge;
use crate::figures::{ALL, events};
use crate::page::bilingual::both;
use crate::page::bridge_words::{BRIDGE_MEASURES, BRIDGE_STEPS, step_words};
use crate::page::chart_figure::{beside, chart};
use crate::page::printing::Printing;
use crate::page::table_frame::scrolled;

/// The measures that are drawn; all are in the table.
const DRAWN: [&str; 2] = ["n_started", "capital_yuan"];

/// What one step adds, and how many projects make it.
#[derive(Clone, Copy, Default)]
struct Step {
    amount: i128,
    n_projects: usize,
}

type Steps<'a> = BTreeMap<(&'a str, &'a str), Step>;

/// Waterfalls and the table of all measures.
pub fn bridge_section(event: &str, suffix: &str, printing: &Printing<'_>) -> Markup {
    let (changes, as_of) = (printing.release.rows.changes, printing.release.as_of);
    let steps = steps(changes, event, printing);
    if steps.is_empty() {
        return html! { p.empty { (both("没有上月可比。", "There is no month before to compare with.")) } };
    }
    let drawn = |measure: &str| chart(|style| bridge(changes, event, measure, as_of, style), printing);
    let drawings = DRAWN.map(drawn);
    html! {
        @if drawings.iter().any(Option::is_some) { (beside(&drawings)) }
        (table(&steps, event, suffix, printing))
    }
}

/// The rows of the last month are picked and put together by step; the amounts of a step are listed by the project.
fn steps<'a>(changes: &'a [Change], event: &str, printing: &Printing<'_>) -> Steps<'a> {
    let mut steps: Steps<'a> = BTreeMap::new();
    let is_shown = |row: &&Change| {
        row.to_as_of == printing.release.as_of
            && row.event == event
            && row.cohort == ALL
            && row.from_known_at.is_none()
            && row.to_known_at.is_none()
    };
    for row in changes.iter().filter(is_shown) {
        let step = steps.entry((&row.measure, &row.component)).or_default();
        step.amount += i128::from(row.amount);
        step.n_projects += usize::from(row.project_id.is_some());
    }
    steps
}

fn table(steps: &Steps<'_>, event: &str, suffix: &str, printing: &Printing<'_>) -> Markup {
    let caption = ("较上月变动（全部届次）", "Changes since last month, all editions");
    let used: Vec<&str> = BRIDGE_STEPS
        .iter()
        .map(|(name, ..)| *name)
        .filter(|name| steps.keys().any(|(_, component)| component == name))
        .chain(["closing"])
        .collect();
    let body = html! {
        table.bridge id={ "bridge-table" (suffix) } {
            caption { (both(caption.0, caption.1)) }
            thead { tr {
                th scope="col" { (both("指标", "figure")) }
                @for name in &used { @let (zh, en) = step_words(name); th.n scope="col" { (both(zh, en)) } }
            } }
            tbody { @for (measure, zh, en) in BRIDGE_MEASURES {
                @if steps.contains_key(&(measure, "opening")) { tr {
                    th scope="row" { (measure_name(measure, zh, en, printing)) }
                    @for name in &used { td.n { (cell(steps, (measure, name), event, printing)) } }
                } }
            } }
        }
    };
    scrolled(caption, &body)
}

fn measure_name(measure: &str, zh: &str, en: &str, printing: &Printing<'_>) -> Markup {
    if measure.ends_with("_yuan") {
        both(
            &format!("{zh}（{}）", printing.zh.money_unit()),
            &format!("{en} ({})", printing.en.money_unit()),
        )
    } else {
        both(&format!("{zh}（个）"), en)
    }
}

fn cell(steps: &Steps<'_>, key: (&str, &str), event: &str, printing: &Printing<'_>) -> Markup {
    let Some(step) = steps.get(&key) else { return html! { "—" } };
    let is_figure = matches!(key.1, "opening" | "closing");
    let sign = if step.amount > 0 && !is_figure { "+" } else { "" };
    let amount = i64::try_from(step.amount).unwrap_or_default();
    let text = if key.0.ends_with("_yuan") {
        printing.both(|style| format!("{sign}{}", style.money(amount)))
    } else {
        html! { (sign) (amount) }
    };
    if is_figure || step.n_projects == 0 {
        return text;
    }
    let number =
        events(printing.release.rows.metrics).into_iter().position(|name| name == event).unwrap_or_default();
    html! { a.f href={ "#bridge/" (number) "/" (key.0) "/" (key.1) } { (text) } }
}
