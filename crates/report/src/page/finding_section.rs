//! Findings by unit (问题清单): how many of which gravity, each number opening the list.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::page::address::percent_encoded;
use crate::page::bilingual::both;
use crate::page::finding_kind::kind;
use crate::page::printing::{Printing, value};
use crate::page::table_frame::{scrolled, search_box};

const CAPTION: (&str, &str) = ("各单位数据问题", "Findings by unit");

/// The gravities, and how many are settled.
const COLUMNS: [(&str, &str, &str); 4] = [
    ("error", "错误（不采用）", "errors (not used)"),
    ("warning", "警告（待核）", "warnings (to check)"),
    ("info", "提示", "infos"),
    ("settled", "已改正或认可", "fixed or accepted"),
];

type Counts<'a> = BTreeMap<&'a str, BTreeMap<&'static str, usize>>;

/// One row a unit, the whole last.
pub fn finding_section(printing: &Printing<'_>) -> Markup {
    let findings = printing.release.rows.findings;
    if findings.is_empty() {
        return html! { p.empty { (both("没有发现数据问题。", "Nothing was found.")) } };
    }
    let mut counts: Counts<'_> = BTreeMap::new();
    for finding in findings {
        let unit = finding.unit_code.as_deref().unwrap_or("unknown");
        for row in [unit, "all"] {
            *counts.entry(row).or_default().entry(kind(finding)).or_default() += 1;
        }
    }
    html! { (search_box("findings-table")) (scrolled(CAPTION, &table(&counts, printing))) }
}

fn table(counts: &Counts<'_>, printing: &Printing<'_>) -> Markup {
    let mut units: Vec<&str> = counts.keys().copied().collect();
    units.sort_by_key(|unit| (*unit == "all", *unit == "unknown", *unit));
    html! {
        table.sortable.findings id="findings-table" {
            caption { (both(CAPTION.0, CAPTION.1)) }
            thead { tr {
                th scope="col" { (both("区县（单位）", "unit")) }
                @for (_, zh, en) in COLUMNS { th.n scope="col" { (both(zh, en)) } }
            } }
            tbody { @for unit in units { tr.total[unit == "all"] {
                th scope="row" { (if matches!(unit, "all" | "unknown") { value(unit) } else { printing.unit(unit) }) }
                @for (name, ..) in COLUMNS {
                    @let n = counts.get(unit).and_then(|row| row.get(name)).copied().unwrap_or_default();
                    td.n { @if n > 0 { a.f href={ "#findings/" (percent_encoded(unit)) "/" (name) } { (n) } } @else { "0" } }
                }
            } } }
        }
    }
}
