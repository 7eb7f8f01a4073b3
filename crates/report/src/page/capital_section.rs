//! Capital by edition and age (资金到位进度), with the forecast or the word why there is none.

use maud::{Markup, html};
use model::datasets::capital_forecast::CapitalForecast;

use crate::charts::capital_by_age::capital_by_age;
use crate::figures::ALL;
use crate::method_words::{both_method_words, method_place};
use crate::page::bilingual::both;
use crate::page::chart_figure::chart;
use crate::page::printing::{Printing, value};
use crate::page::table_frame::scrolled;
use crate::reason_words::both_reason_words;

/// The chart and the table of forecasts.
pub fn capital_section(event: &str, suffix: &str, printing: &Printing<'_>) -> Markup {
    let (rows, as_of) = (printing.release.rows, printing.release.as_of);
    let is_shown = |row: &&CapitalForecast| row.as_of == as_of && row.event == event && row.dimension == ALL;
    let mut forecasts: Vec<&CapitalForecast> = rows.forecast.iter().filter(is_shown).collect();
    forecasts.sort_by_key(|row| (row.cohort == ALL, &row.cohort, method_place(&row.method), &row.method));
    let drawing = chart(|style| capital_by_age(rows.triangle, rows.forecast, event, as_of, style), printing);
    html! { div.charts {
        @if let Some(drawing) = drawing { (drawing) }
        @if forecasts.is_empty() {
            p.empty { (both("没有资金预测：本期数据不含按龄期的资金。", "No forecast: there is no capital by age.")) }
        } @else { (forecast_table(&forecasts, suffix, printing)) }
    } }
}

fn forecast_table(forecasts: &[&CapitalForecast], suffix: &str, printing: &Printing<'_>) -> Markup {
    let caption = ("累计到位资金预测", "Forecast of capital");
    let unit = |zh: &str, en: &str| {
        both(
            &format!("{zh}（{}）", printing.zh.money_unit()),
            &format!("{en} ({})", printing.en.money_unit()),
        )
    };
    let amount = |yuan: Option<i64>| yuan.map(|yuan| printing.both(|style| style.money(yuan)));
    let body = html! {
        table.forecast id={ "forecast" (suffix) } {
            caption { (both(caption.0, caption.1)) }
            thead { tr {
                th scope="col" { (both("届次", "edition")) }
                th scope="col" { (both("方法", "method")) }
                th.n scope="col" { (both("已满龄期（月）", "age reached (months)")) }
                th.n scope="col" { (unit("已到位", "arrived by then")) }
                th.n scope="col" { (both("预测龄期（月）", "forecast to age (months)")) }
                th.n scope="col" { (unit("预测累计", "forecast")) }
                th.n scope="col" { (unit("95%区间", "95 % limits")) }
                th scope="col" { (both("说明", "remark")) }
            } }
            tbody { @for alike in forecasts.chunk_by(|left, right| says_the_same(left, right)) { @if let Some(row) = alike.first() { tr.total[row.cohort == ALL] {
                th scope="row" { (value(&row.cohort)) }
                td.methods { (methods(alike, forecasts)) }
                td.n { (or_dash(row.latest_age_months.map(|age| html! { (age) }))) }
                td.n { (or_dash(amount(row.latest_yuan))) }
                td.n { (or_dash(row.ultimate_age_months.map(|age| html! { (age) }))) }
                td.n { (or_dash(amount(row.ultimate_yuan))) }
                td.n { (or_dash(limits(row, printing))) }
                td.remark { (remark(row)) }
            } } } }
        }
    };
    scrolled(caption, &body)
}

/// Methods that print the same stand in one row.
fn says_the_same(left: &CapitalForecast, right: &CapitalForecast) -> bool {
    let said = |row: &CapitalForecast| (row.latest_yuan, row.ultimate_yuan, row.low_yuan, row.high_yuan);
    left.cohort == right.cohort && said(left) == said(right) && left.note == right.note
}

/// The methods of a row; those of an edition that all say the same are only counted.
fn methods(alike: &[&CapitalForecast], forecasts: &[&CapitalForecast]) -> Markup {
    let of_edition = |row: &&&CapitalForecast| alike.iter().all(|known| known.cohort == row.cohort);
    if alike.len() > 1 && alike.len() == forecasts.iter().filter(of_edition).count() {
        let n = alike.len();
        return both(&format!("全部{n}种方法"), &format!("all {n} methods"));
    }
    let words: Vec<(&str, &str)> = alike.iter().map(|row| both_method_words(&row.method)).collect();
    let joined =
        |of: fn(&(&str, &str)) -> String, comma: &str| words.iter().map(of).collect::<Vec<_>>().join(comma);
    both(&joined(|(zh, _)| (*zh).to_owned(), "、"), &joined(|(_, en)| (*en).to_owned(), ", "))
}

fn limits(row: &CapitalForecast, printing: &Printing<'_>) -> Option<Markup> {
    let (low, high) = (row.low_yuan?, row.high_yuan?);
    Some(printing.both(|style| format!("{}–{}", style.money(low), style.money(high))))
}

/// Why there is no figure, or with what reserve one stands.
fn remark(row: &CapitalForecast) -> Markup {
    let (zh, en) = row.note.as_deref().map_or(("", ""), both_reason_words);
    html! {
        @if row.ultimate_yuan.is_none() { strong { (both("不作预测：", "no forecast: ")) } }
        (both(zh, en))
    }
}

fn or_dash(text: Option<Markup>) -> Markup {
    text.unwrap_or_else(|| html! { "—" })
}
