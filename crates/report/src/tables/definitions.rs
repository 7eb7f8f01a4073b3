//! The definitions (口径说明): the policy in words, how figures are rounded, and each metric's formula.

use model::metric::Metric;
use model::policy::{Policy, Scope};

use crate::lang::Lang;
use crate::policy_words::policy_words;
use crate::rounding::Rounding;
use crate::style::Style;
use crate::table::{ReportColumn, ReportTable};

/// One row a setting, then one row a metric.
pub fn definitions(metrics: &[Metric], policy: &Policy, scope: &Scope, style: &Style) -> ReportTable {
    let lang = style.lang;
    let settings = policy_words(policy, scope, lang).into_iter().chain(printing_words(style));
    let setting_rows = settings.map(|(name, meaning)| row(lang.pick("口径", "policy"), name, meaning));
    let metric_rows = metrics.iter().map(|metric| {
        let name = format!("{} {}", lang.pick(metric.zh, metric.en), metric.name);
        row(lang.pick("指标", "metric"), name, metric_words(metric, lang))
    });
    ReportTable {
        title_zh: "口径说明".to_owned(),
        title_en: "Definitions".to_owned(),
        notes: Vec::new(),
        columns: vec![
            ReportColumn::words("类别", "kind"),
            ReportColumn::words("名称", "name"),
            ReportColumn::words("说明", "meaning"),
        ],
        rows: setting_rows.chain(metric_rows).collect(),
    }
}

fn row(kind: &str, name: String, meaning: String) -> Vec<String> {
    vec![kind.to_owned(), name, meaning]
}

fn printing_words(style: &Style) -> Vec<(String, String)> {
    let rounding = match style.rounding {
        Rounding::HalfUp => style.lang.pick("四舍五入", "half up"),
        Rounding::Truncate => style.lang.pick("截断", "truncated"),
    };
    let unit = style.money_unit();
    let pair = |zh, en, meaning: &str| (style.lang.pick(zh, en).to_owned(), meaning.to_owned());
    vec![pair("修约", "rounding", rounding), pair("金额单位", "amounts in", &unit)]
}

fn metric_words(metric: &Metric, lang: Lang) -> String {
    let Metric { formula, unit, population, missing, source, .. } = metric;
    match lang {
        Lang::Zh => {
            format!("公式：{formula}\n单位：{unit}\n统计范围：{population}\n无值：{missing}\n出处：{source}")
        }
        Lang::En => format!(
            "formula: {formula}\nunit: {unit}\npopulation: {population}\nmissing: {missing}\nsource: {source}"
        ),
    }
}
