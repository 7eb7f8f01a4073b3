//! The page (网页报告): one HTML file for a release, complete in itself, each figure opening what is behind it.

pub mod address;
pub mod age_section;
pub mod bilingual;
pub mod bridge_section;
pub mod bridge_words;
pub mod capital_section;
pub mod chart_figure;
pub mod coverage_section;
pub mod curve_table;
pub mod cuts;
pub mod data;
pub mod definition_section;
pub mod edition_section;
pub mod figure_table;
pub mod finding_kind;
pub mod finding_section;
pub mod frame;
pub mod group_section;
pub mod headline_section;
pub mod light;
pub mod measures;
pub mod printing;
pub mod share;
pub mod supervision_section;
pub mod table_frame;
pub mod unit_section;

use maud::{Markup, html};

use crate::charts::months::months;
use crate::charts::start_curves::start_curves;
use crate::error::ReportError;
use crate::figures::{events, main_event};
use crate::page::age_section::age_section;
use crate::page::bilingual::both;
use crate::page::bridge_section::bridge_section;
use crate::page::capital_section::capital_section;
use crate::page::chart_figure::{beside, chart};
use crate::page::coverage_section::coverage_section;
use crate::page::curve_table::curve_table;
use crate::page::data::data;
use crate::page::definition_section::definition_section;
use crate::page::edition_section::edition_section;
use crate::page::finding_section::finding_section;
use crate::page::frame::{Entry, frame};
use crate::page::group_section::{INDUSTRIES, OTHERS, group_section};
use crate::page::headline_section::headline_section;
use crate::page::printing::{Printing, value};
use crate::page::supervision_section::supervision_section;
use crate::page::unit_section::unit_section;
use crate::release::Release;

/// One part of the page: its id, its title in both languages, what stands in it.
type Part = (String, &'static str, &'static str, Markup);

/// The page of a release. The same release gives the same bytes.
pub fn write_page(release: &Release<'_>) -> Result<String, ReportError> {
    let printing = Printing::of(release);
    let (projects, records) = data(&printing)?;
    let names = event_names(release);
    let mut parts: Vec<Part> = Vec::new();
    for (place, event) in names.iter().enumerate() {
        parts.extend(event_parts(event, place, names.len() > 1, &printing));
    }
    parts.extend(common_parts(&printing));
    let entries: Vec<Entry> = parts.iter().map(|(id, zh, en, _)| (id.clone(), *zh, *en)).collect();
    let body = html! { @for (id, zh, en, content) in &parts {
        section id=(id) { h2 { (both(zh, en)) } (content) }
    } };
    Ok(frame(&printing, &entries, &body, (&projects, &records)).into_string())
}

/// The events of the month, the one with the most projects first. One nameless event where there is none.
fn event_names<'a>(release: &Release<'a>) -> Vec<&'a str> {
    let main = main_event(release.rows.metrics, release.as_of);
    let others = events(release.rows.metrics).into_iter().filter(|event| Some(*event) != main);
    let has_month = |event: &&str| {
        release.rows.metrics.iter().any(|row| row.event == **event && row.as_of == release.as_of)
    };
    let names: Vec<&str> = main.into_iter().chain(others.filter(has_month)).collect();
    if names.is_empty() { vec![""] } else { names }
}

/// What is said of one event.
fn event_parts(event: &str, place: usize, names_event: bool, printing: &Printing<'_>) -> Vec<Part> {
    let (rows, as_of) = (printing.release.rows, printing.release.as_of);
    let suffix = if place == 0 { String::new() } else { format!("-{}", place + 1) };
    let headline = html! {
        @if names_event { p.event { (value(event)) } }
        (headline_section(event, printing))
    };
    let editions =
        html! { (edition_section(event, &suffix, printing)) (age_section(event, &suffix, printing)) };
    let drawings = [
        chart(|style| start_curves(rows.curves, event, as_of, style), printing),
        chart(|style| months(rows.metrics, event, style), printing),
    ];
    let curves = html! { (beside(&drawings)) (curve_table(event, &suffix, printing)) };
    let id = |name: &str| format!("{name}{suffix}");
    vec![
        (id("headline"), "总体情况", "Headline", headline),
        (id("by-edition"), "分届次", "By edition", editions),
        (id("curves"), "开工进度", "Starts over time", curves),
        (id("capital"), "资金到位进度", "Capital", capital_section(event, &suffix, printing)),
        (id("bridge"), "较上月变动", "Since last month", bridge_section(event, &suffix, printing)),
        (id("by-unit"), "分区县", "By unit", unit_section(event, &suffix, printing)),
        (id("by-industry"), "分产业", "By industry", group_section(&INDUSTRIES, event, &suffix, printing)),
        (
            id("by-group"),
            "分片区与规模",
            "By group and size",
            group_section(&OTHERS, event, &suffix, printing),
        ),
    ]
}

/// What is said of all events together.
fn common_parts(printing: &Printing<'_>) -> Vec<Part> {
    vec![
        ("supervision".to_owned(), "督办清单", "Supervision", supervision_section(printing)),
        ("coverage".to_owned(), "报送情况", "Coverage", coverage_section(printing)),
        ("findings".to_owned(), "数据问题", "Findings", finding_section(printing)),
        ("definitions".to_owned(), "口径与定义", "Definitions", definition_section(printing)),
    ]
}

#[cfg(test)]
mod tests;
