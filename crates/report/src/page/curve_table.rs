//! The steps of the start curves (开工曲线数据表): what the chart draws, as figures, numbers at risk included.

use maud::{Markup, html};
use model::datasets::start_curves::StartCurve;

use crate::figures::ALL;
use crate::page::bilingual::both;
use crate::page::printing::{Printing, value};
use crate::page::share::share_text;
use crate::page::table_frame::scrolled;

const CAPTION: (&str, &str) = (
    "开工曲线各步（阿伦－约翰森法，终止为竞争事件）",
    "Steps of the curves (Aalen–Johansen, termination competing)",
);

/// One row a step; folded until it is asked for. Nothing where no curve is estimated.
pub fn curve_table(event: &str, suffix: &str, printing: &Printing<'_>) -> Markup {
    let release = printing.release;
    let is_shown = |row: &&StartCurve| {
        row.as_of == release.as_of
            && row.event == event
            && row.dimension == ALL
            && row.method == "aj"
            && row.cif_start.is_some()
    };
    let mut rows: Vec<&StartCurve> = release.rows.curves.iter().filter(is_shown).collect();
    rows.sort_by_key(|row| (row.cohort == ALL, &row.cohort, row.age_months));
    if rows.is_empty() {
        return html! {};
    }
    html! { details.data {
        summary { (both("数据表：各龄风险集、开工数与区间", "Table: numbers at risk, starts, limits")) }
        (scrolled(CAPTION, &table(&rows, suffix, printing)))
    } }
}

fn table(rows: &[&StartCurve], suffix: &str, printing: &Printing<'_>) -> Markup {
    let count = |n: Option<i64>| n.map_or("—".to_owned(), |n| n.to_string());
    let share = |share: Option<f64>| {
        share.and_then(|share| share_text(share, &printing.zh)).unwrap_or("—".to_owned())
    };
    html! {
        table.sortable id={ "curve-steps" (suffix) } {
            caption { (both(CAPTION.0, CAPTION.1)) }
            thead { tr {
                th scope="col" { (both("届次", "edition")) }
                th.n scope="col" { (both("签约后月数", "months since signing")) }
                th.n scope="col" { (both("风险集（个）", "at risk")) }
                th.n scope="col" { (both("开工（个）", "started")) }
                th.n scope="col" { (both("终止（个）", "terminated")) }
                th.n scope="col" { (both("删失（个）", "censored")) }
                th.n scope="col" { (both("累计开工（%）", "started by then (%)")) }
                th.n scope="col" { (both("95%下限（%）", "lower 95 % limit (%)")) }
                th.n scope="col" { (both("95%上限（%）", "upper 95 % limit (%)")) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" { (value(&row.cohort)) }
                td.n { (row.age_months) }
                @for n in [row.n_risk, row.n_start, row.n_terminated, row.n_censored] { td.n { (count(n)) } }
                @for part in [row.cif_start, row.low, row.high] { td.n { (share(part)) } }
            } } }
        }
    }
}
