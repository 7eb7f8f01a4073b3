//! The columns of figures that every table has (指标列), and the mark of small numbers.

use model::datasets::cohort_metrics::CohortMetric;

use crate::lang::Lang;
use crate::style::Style;
use crate::table::ReportColumn;

/// A rate over fewer projects than this is marked.
pub const FEW_PROJECTS: i64 = 5;

/// One column: its header and its text.
pub struct FigureColumn {
    zh: &'static str,
    en: &'static str,
    unit: Unit,
    /// The text of a row.
    pub text: fn(&CohortMetric, &Style) -> String,
}

#[derive(Clone, Copy)]
enum Unit {
    Projects,
    Money,
    Percent,
    Months,
}

/// The columns, in the order of a bulletin's annex.
pub const FIGURE_COLUMNS: &[FigureColumn] = &[
    projects("项目数", "projects", |row, _| row.n_projects.to_string()),
    money("合同额", "contract", |row, style| style.money(row.contract_yuan)),
    projects("已开工或投产", "started", |row, _| row.n_started.to_string()),
    percent("开工率", "start rate", |row, style| rate(row, row.n_started, style)),
    percent("开工率（按金额）", "start rate by value", |row, style| {
        style.percent(row.contract_started_yuan, row.contract_yuan).unwrap_or_default()
    }),
    projects("投产", "in production", |row, _| row.n_production.to_string()),
    projects("停工", "suspended", |row, _| row.n_suspended.to_string()),
    projects("终止", "terminated", |row, _| row.n_terminated.to_string()),
    percent("履约率", "fulfilment rate", |row, style| {
        rate(row, row.n_projects.saturating_sub(row.n_terminated), style)
    }),
    money("累计到位资金", "capital arrived", |row, style| style.money(row.capital_yuan)),
    percent("资金到位率", "capital rate", |row, style| {
        style.percent(row.capital_yuan, row.contract_yuan).unwrap_or_default()
    }),
    money("本月到位资金", "capital of the month", |row, style| style.money(row.capital_month_yuan)),
    projects("本月新开工", "newly started", |row, _| row.new_started.to_string()),
    projects("当月未报", "unreported", |row, _| row.n_unreported.to_string()),
    FigureColumn {
        zh: "签约到开工中位月数", en: "median months to start", unit: Unit::Months, text: median
    },
];

/// The note that explains the mark, where a row needs it.
pub fn small_number_note(rows: &[&CohortMetric], style: &Style) -> Option<String> {
    let few = rows.iter().any(|row| is_few(row));
    let note = style
        .lang
        .pick("* 项目数不足5个，比率仅供参考。", "* fewer than 5 projects: read the rate with care.");
    few.then(|| note.to_owned())
}

impl FigureColumn {
    /// Its header, with the unit where it has one.
    pub fn header(&self, style: &Style) -> ReportColumn {
        let unit = |lang| match self.unit {
            Unit::Projects => lang_words(lang, "（个）", ""),
            Unit::Percent => lang_words(lang, "（%）", " (%)"),
            Unit::Months => lang_words(lang, "（月）", " (months)"),
            Unit::Money => {
                let unit = Style { lang, ..style.clone() }.money_unit();
                if lang == Lang::Zh { format!("（{unit}）") } else { format!(" ({unit})") }
            }
        };
        ReportColumn::figures(
            &format!("{}{}", self.zh, unit(Lang::Zh)),
            &format!("{}{}", self.en, unit(Lang::En)),
        )
    }
}

const fn projects(
    zh: &'static str,
    en: &'static str,
    text: fn(&CohortMetric, &Style) -> String,
) -> FigureColumn {
    FigureColumn { zh, en, unit: Unit::Projects, text }
}

const fn money(
    zh: &'static str,
    en: &'static str,
    text: fn(&CohortMetric, &Style) -> String,
) -> FigureColumn {
    FigureColumn { zh, en, unit: Unit::Money, text }
}

const fn percent(
    zh: &'static str,
    en: &'static str,
    text: fn(&CohortMetric, &Style) -> String,
) -> FigureColumn {
    FigureColumn { zh, en, unit: Unit::Percent, text }
}

fn lang_words(lang: Lang, zh: &str, en: &str) -> String {
    lang.pick(zh, en).to_owned()
}

fn rate(row: &CohortMetric, numerator: i64, style: &Style) -> String {
    let mark = if is_few(row) { "*" } else { "" };
    style.percent(numerator, row.n_projects).map(|rate| format!("{rate}{mark}")).unwrap_or_default()
}

fn is_few(row: &CohortMetric) -> bool {
    (1..FEW_PROJECTS).contains(&row.n_projects)
}

/// A median is a whole month or a half one, so its shortest decimal is exact.
fn median(row: &CohortMetric, _style: &Style) -> String {
    row.median_months_to_start.map(|months| months.to_string()).unwrap_or_default()
}
