//! How figures and names are printed in one language (印制): by the rounding rule of the pipeline, names from the
//! reference tables.

use std::collections::BTreeMap;

use analytics::contributions::{Composition, NOT_TERMINATED, composition};
use analytics::metrics::METRICS;
use model::datasets::cohort_metrics::CohortMetric;
use model::reference::Reference;
use model::row_values::{RowValue, row_value};
use report::lang::Lang;
use report::style::Style;

use crate::plan::Plan;
use crate::stages::report::style_of;

/// A share is printed from so many parts where its integers are not at hand.
const PARTS: f64 = 1e12;

/// How figures and names are printed.
#[derive(Debug, Clone)]
pub struct Printing {
    style: Style,
    /// The figures are invented, and every page says so.
    pub is_synthetic: bool,
    units: BTreeMap<String, String>,
    industries: BTreeMap<String, String>,
}

impl Printing {
    /// In one language, by the rules of a pipeline.
    pub fn new(plan: &Plan, reference: &Reference, is_chinese: bool) -> Printing {
        let lang = if is_chinese { Lang::Zh } else { Lang::En };
        let units = reference.units.iter().map(|unit| (unit.unit_id.clone(), unit.name.clone()));
        let industries = reference.industries.iter().map(|known| (known.code.clone(), known.name.clone()));
        Printing {
            style: style_of(plan, lang),
            is_synthetic: plan.report.synthetic,
            units: units.collect(),
            industries: industries.collect(),
        }
    }

    /// The name of a metric.
    pub fn metric<'a>(&self, name: &'a str) -> &'a str {
        let known = METRICS.iter().find(|metric| metric.name == name);
        known.map_or(name, |metric| self.style.lang.pick(metric.zh, metric.en))
    }

    /// The name of a unit; its code where nothing names it.
    pub fn unit<'a>(&'a self, code: &'a str) -> &'a str {
        self.units.get(code).map_or(code, String::as_str)
    }

    /// The name of a value of a dimension.
    pub fn value<'a>(&'a self, dimension: &str, value: &'a str) -> &'a str {
        let names = match dimension {
            "unit" => &self.units,
            "industry" => &self.industries,
            _ => return value,
        };
        names.get(value).map_or(value, String::as_str)
    }

    /// An amount, rounded, with its unit: `1102.2亿元`.
    pub fn money(&self, yuan: i64) -> String {
        let gap = self.style.lang.pick("", " ");
        format!("{}{gap}{}", self.style.money(yuan), self.style.money_unit())
    }

    /// The currency unit in which amounts are exact: `元`.
    pub fn full_unit(&self) -> String {
        self.style.currency.word(self.style.lang).to_owned()
    }

    /// A share in per cent; nothing when there is nothing to divide by.
    pub fn share(&self, numerator: i64, denominator: i64) -> Option<String> {
        self.style.percent(numerator, denominator).map(|percent| format!("{percent}%"))
    }

    /// A figure of a row, as people print it; a dash where it is missing.
    pub fn figure(&self, metric: &str, row: Option<&CohortMetric>) -> String {
        let printed = row.and_then(|row| self.known_figure(metric, row));
        printed.unwrap_or_else(|| "–".to_owned())
    }

    fn known_figure(&self, metric: &str, row: &CohortMetric) -> Option<String> {
        let whole = |name: &str| match row_value(row, name) {
            Some(RowValue::Whole(number)) => Some(number),
            _ if name == NOT_TERMINATED => row.n_projects.checked_sub(row.n_terminated),
            _ => None,
        };
        let is_limit = metric.ends_with("_low") || metric.ends_with("_high");
        match (row_value(row, metric)?, composition(metric)) {
            (RowValue::Missing, _) => None,
            (RowValue::Float(share), _) if is_limit => self.share((share * PARTS) as i64, PARTS as i64),
            (_, Some(Composition::Quotient(over, under))) => self.share(whole(over)?, whole(under)?),
            (RowValue::Whole(yuan), _) if unit_of(metric) == "yuan" => Some(self.money(yuan)),
            (value, _) => Some(value.to_string()),
        }
    }
}

/// The unit of a metric.
pub fn unit_of(metric: &str) -> &'static str {
    METRICS.iter().find(|known| known.name == metric).map_or("", |known| known.unit)
}

/// A whole number with its digits in groups of three: `110,220,000,000`.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0 { format!("-{text}") } else { text }
}

/// The same with its sign, also where it is a rise: `+3`.
pub fn signed(number: i64) -> String {
    let sign = if number > 0 { "+" } else { "" };
    format!("{sign}{}", grouped(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::built_in;
    use crate::overrides::Overrides;
    use crate::workspace::Workspace;

    #[test]
    fn digits_stand_in_groups() {
        let check = |number: i64, expected: &str| assert_eq!(grouped(number), expected);
        check(0, "0");
        check(999, "999");
        check(1000, "1,000");
        check(-110_220_000_000, "-110,220,000,000");
        check(i64::MIN, "-9,223,372,036,854,775,808");
        assert_eq!((signed(3).as_str(), signed(-3).as_str(), signed(0).as_str()), ("+3", "-3", "0"));
    }

    #[test]
    fn figures_are_printed_as_the_report_prints_them() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../pipelines/smart-expo.toml");
        let plan = Workspace::open(&file, &Overrides::default()).unwrap().plan;
        let printing = |is_chinese| Printing::new(&plan, &built_in::reference().unwrap(), is_chinese);
        let row = CohortMetric {
            n_projects: 207,
            n_started: 128,
            n_terminated: 2,
            capital_yuan: 110_220_000_000,
            start_rate: Some(128.0 / 207.0),
            start_rate_low: Some(0.55),
            fulfilment_rate: Some(205.0 / 207.0),
            ..CohortMetric::default()
        };
        let check = |metric: &str, expected: &str| {
            assert_eq!(printing(true).figure(metric, Some(&row)), expected, "{metric}");
        };
        check("n_started", "128");
        check("start_rate", "61.8%");
        check("start_rate_low", "55.0%");
        check("fulfilment_rate", "99.0%");
        check("capital_yuan", "1102.2亿元");
        check("production_rate", "–");
        assert_eq!(printing(false).figure("capital_yuan", Some(&row)), "110.22 billion yuan");
        assert_eq!(printing(true).unit("CQ500101"), "万州区");
        assert_eq!(printing(true).value("size_band", "<10"), "<10");
    }
}
