//! The supervision list (督办清单): red and yellow lights, with the rules that gave them.

use std::collections::BTreeMap;

use maud::{Markup, html};
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::supervision::Supervision;

use crate::page::address::percent_encoded;
use crate::page::bilingual::both;
use crate::page::light::light;
use crate::page::printing::{Printing, value};
use crate::page::table_frame::{scrolled, search_box};

/// A table with more rows is not read by anybody; the lights open them all.
const MOST_LISTED: usize = 1_000;

const CAPTION: (&str, &str) = ("督办清单（红灯、黄灯）", "Supervision list: red and yellow lights");

/// How many lights of each colour, and the list of those that call for action.
pub fn supervision_section(printing: &Printing<'_>) -> Markup {
    let (rows, as_of) = (printing.release.rows, printing.release.as_of);
    let lights: Vec<&Supervision> = rows.supervision.iter().filter(|row| row.as_of == as_of).collect();
    if lights.is_empty() {
        return html! { p.empty { (both("没有亮灯规则，未作督办判断。", "There are no rules for lights.")) } };
    }
    let mut listed: Vec<&Supervision> =
        lights.iter().copied().filter(|row| matches!(row.light.as_str(), "red" | "yellow")).collect();
    listed.sort_by_key(|row| {
        (row.light != "red", std::cmp::Reverse(row.streak), &row.unit_code, &row.project_id)
    });
    let n_listed = listed.len();
    listed.truncate(MOST_LISTED);
    html! {
        ul.lights { @for colour in ["red", "yellow", "green", "none"] {
            @let n = lights.iter().filter(|row| row.light == colour).count();
            li { (light(colour)) " " @if n > 0 { a.f href={ "#light/" (colour) } { (n) } } @else { (n) } (both(" 个", "")) }
        } }
        (search_box("supervision-table"))
        (scrolled(CAPTION, &table(&listed, printing)))
        @if n_listed > MOST_LISTED { p.note { (both(
            &format!("共{n_listed}个项目，仅列前{MOST_LISTED}个；点击灯色看全部。"),
            &format!("{n_listed} projects, of which the first {MOST_LISTED} are listed; the lights open them all."),
        )) } }
    }
}

fn table(listed: &[&Supervision], printing: &Printing<'_>) -> Markup {
    let (rows, as_of) = (printing.release.rows, printing.release.as_of);
    let names: BTreeMap<&str, &Project> =
        rows.projects.iter().map(|row| (row.project_id.as_str(), row)).collect();
    let months: BTreeMap<&str, &ProjectMonth> = rows
        .project_months
        .iter()
        .filter(|row| row.as_of == as_of)
        .map(|row| (row.project_id.as_str(), row))
        .collect();
    html! {
        table.sortable.supervision id="supervision-table" {
            caption { (both(CAPTION.0, CAPTION.1)) }
            thead { tr {
                th scope="col" { (both("灯", "light")) }
                th scope="col" { (both("项目", "project")) }
                th scope="col" { (both("区县（单位）", "unit")) }
                th scope="col" { (both("届次", "edition")) }
                th scope="col" { (both("触发规则", "rules")) }
                th scope="col" { (both("措施", "action")) }
                th.n scope="col" { (both("同灯月数", "months with it")) }
                th.n scope="col" { (both("逾期月数", "months overdue")) }
                th.n scope="col" { (both("签约后月数", "months since signing")) }
            } }
            tbody { @for row in listed {
                (project_row(row, names.get(row.project_id.as_str()).copied(), months.get(row.project_id.as_str()).copied(), printing))
            } }
        }
    }
}

fn project_row(
    row: &Supervision,
    project: Option<&Project>,
    month: Option<&ProjectMonth>,
    printing: &Printing<'_>,
) -> Markup {
    let number = |months: Option<i32>| months.map_or("—".to_owned(), |months| months.to_string());
    html! { tr {
        td data-s=(if row.light == "red" { 0 } else { 1 }) { (light(&row.light)) }
        th scope="row" {
            a href={ "#project/" (percent_encoded(&row.project_id)) } {
                bdi { (project.map_or(row.project_id.as_str(), |project| project.name.as_str())) }
            }
        }
        td { (row.unit_code.as_deref().map(|code| printing.unit(code)).unwrap_or_default()) }
        td { (month.and_then(|month| month.cohort.as_deref()).map(value).unwrap_or_default()) }
        td.rules { (rule_words(row, printing)) }
        td.short { (row.actions.as_deref().unwrap_or_default().replace(',', "、")) }
        td.n { (row.streak) }
        td.n { (number(row.months_overdue)) }
        td.n { (number(row.months_since_signing)) }
    } }
}

/// The rules that fired, each as the table of rules says it.
fn rule_words(row: &Supervision, printing: &Printing<'_>) -> Markup {
    let rules = &printing.release.reference.supervision_rules;
    let fired: Vec<&str> =
        row.rules.as_deref().unwrap_or_default().split(',').filter(|id| !id.is_empty()).collect();
    let words = |chinese: bool| -> Vec<String> {
        let word = |id: &&str| match rules.iter().find(|rule| rule.id == **id) {
            Some(rule) if chinese => rule.note_zh.clone(),
            Some(rule) => rule.note_en.clone(),
            None => (*id).to_owned(),
        };
        fired.iter().map(word).collect()
    };
    both(&words(true).join("；"), &words(false).join("; "))
}
