//! The editions at equal age (同龄比较): rates by months since signing, open cells marked.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use model::datasets::cohort_ages::CohortAge;

use crate::figures::ALL;
use crate::page::bilingual::both;
use crate::page::printing::{Printing, value};
use crate::page::table_frame::scrolled;

/// So many columns are read at a glance.
const MOST_COLUMNS: i32 = 13;

/// Steps between the ages that are shown.
const STEPS: [i32; 5] = [3, 6, 12, 24, 60];

type Cells<'a> = BTreeMap<(&'a str, i32), &'a CohortAge>;

/// One table for the start rate, one for the capital rate.
pub fn age_section(event: &str, suffix: &str, printing: &Printing<'_>) -> Markup {
    let release = printing.release;
    let is_shown = |row: &&CohortAge| {
        row.as_of == release.as_of && row.event == event && row.dimension == ALL && row.cohort != ALL
    };
    let cells: Cells<'_> = release
        .rows
        .ages
        .iter()
        .filter(is_shown)
        .map(|row| ((row.cohort.as_str(), row.age_months), row))
        .collect();
    if cells.is_empty() {
        return html! {};
    }
    let ages = shown_ages(&cells);
    html! {
        h3 { (both("同龄（签约后月数）", "At equal age (months since signing)")) }
        div.charts {
        (table(&format!("ages-start{suffix}"), ("同龄开工率（%）", "Start rate at equal age (%)"), &cells, &ages, &|cell| start(cell, printing)))
        (table(&format!("ages-capital{suffix}"), ("同龄资金到位率（%）", "Capital rate at equal age (%)"), &cells, &ages, &|cell| capital(cell, printing)))
        }
        (legend())
    }
}

/// The ages of whole steps, and the age that each edition has reached as a whole.
fn shown_ages(cells: &Cells<'_>) -> Vec<i32> {
    let known: BTreeSet<i32> =
        cells.values().filter(|row| row.cell != "future").map(|row| row.age_months).collect();
    let last = known.last().copied().unwrap_or_default();
    let step = STEPS.into_iter().find(|step| last / step < MOST_COLUMNS).unwrap_or(120);
    let reached = cells.values().filter(|row| row.cell == "complete");
    let mut newest: BTreeMap<&str, i32> = BTreeMap::new();
    for row in reached {
        let age = newest.entry(row.cohort.as_str()).or_default();
        *age = (*age).max(row.age_months);
    }
    let newest: BTreeSet<i32> = newest.into_values().collect();
    known.into_iter().filter(|age| (*age > 0 && age % step == 0) || newest.contains(age)).collect()
}

fn table(
    id: &str,
    caption: (&str, &str),
    cells: &Cells<'_>,
    ages: &[i32],
    text: &dyn Fn(&CohortAge) -> Option<Markup>,
) -> Markup {
    let editions: BTreeSet<&str> = cells.keys().map(|(edition, _)| *edition).collect();
    let body = html! {
        table.ages id=(id) {
            caption { (both(caption.0, caption.1)) }
            thead { tr {
                th scope="col" { (both("届次", "edition")) }
                @for age in ages { th.n scope="col" { (age) } }
            } }
            tbody { @for edition in &editions { tr {
                th scope="row" { (value(edition)) }
                @for age in ages { (cell(cells.get(&(*edition, *age)).copied(), text)) }
            } } }
        }
    };
    scrolled(caption, &body)
}

fn cell(row: Option<&CohortAge>, text: &dyn Fn(&CohortAge) -> Option<Markup>) -> Markup {
    let Some(row) = row.filter(|row| row.cell != "future") else {
        return html! { td.n.future { span aria-hidden="true" { "·" } span.hidden { (both("未到龄", "not reached")) } } };
    };
    let text = text(row).unwrap_or_else(|| html! { "—" });
    let (class, mark, zh, en) = match row.cell.as_str() {
        "partial" => ("partial", "△", "部分项目未满龄", "some have not reached the age"),
        "unobserved" => ("unobserved", "○", "当时尚无报送", "not yet reported then"),
        _ => ("complete", "", "", ""),
    };
    html! {
        td class={ "n " (class) } data-cohort=(row.cohort) data-age=(row.age_months) {
            (text)
            @if !mark.is_empty() { sup aria-hidden="true" { (mark) } span.hidden { (both(zh, en)) } }
        }
    }
}

fn start(row: &CohortAge, printing: &Printing<'_>) -> Option<Markup> {
    let text = printing.zh.percent(row.n_started, row.n_projects).filter(|_| row.start_rate.is_some())?;
    Some(html! { a.f href={ "#age/" (number(row, printing)?) "/" (row.age_months) } { (text) } })
}

fn capital(row: &CohortAge, printing: &Printing<'_>) -> Option<Markup> {
    let text = printing.zh.percent(row.capital_yuan?, row.contract_yuan)?;
    Some(html! { a.f href={ "#agecapital/" (number(row, printing)?) "/" (row.age_months) } { (text) } })
}

/// The number of the cut that an age belongs to.
fn number(row: &CohortAge, printing: &Printing<'_>) -> Option<usize> {
    printing.cuts.rows().position(|cut| {
        cut.event == row.event
            && cut.cohort == row.cohort
            && cut.dimension == row.dimension
            && cut.value == row.value
    })
}

fn legend() -> Markup {
    html! {
        p.note {
            (both(
                "△ 部分项目未满该龄，数值仍会上升；○ 当时尚无报送，开工按填报的日期回推；· 尚未到龄。分母为该届全部项目。",
                "△ some projects have not reached the age, the figure can still rise; ○ no return had spoken by then, starts follow from stated dates; · not reached. Denominator: all projects of the edition.",
            ))
        }
    }
}
