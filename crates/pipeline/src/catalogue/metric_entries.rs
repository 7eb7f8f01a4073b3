//! Metrics, from their declarations.

use analytics::methods::METHODS;
use analytics::methods_bridge;
use analytics::metrics::METRICS;
use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use model::row::Row;

use crate::catalogue::chinese::in_chinese;
use crate::catalogue::entry::{Entry, Fact, Topic, label};

/// Every metric and method.
pub fn metric_entries() -> Vec<Entry> {
    let columns = METRICS.iter().map(|metric| {
        let column = format!("{}.{}", CohortMetric::DATASET.name, metric.name);
        let mut entry = metric_entry(metric);
        entry.facts.push(Fact::same(label("column", "所在列"), &column));
        entry
    });
    columns.chain(methods().map(metric_entry)).collect()
}

/// Every method of the datasets over the panel.
pub fn methods() -> impl Iterator<Item = &'static Metric> {
    METHODS.iter().chain(methods_bridge::METHODS)
}

fn metric_entry(metric: &Metric) -> Entry {
    let both = |name, zh, text: &str| Fact::new(label(name, zh), in_chinese(text), text);
    Entry {
        topic: Topic::Metric,
        name: metric.name.to_owned(),
        zh: metric.zh.to_owned(),
        en: metric.en.to_owned(),
        facts: vec![
            Fact::same(label("formula", "公式"), metric.formula),
            both("unit", "单位", metric.unit),
            both("population", "统计范围", metric.population),
            both("missing", "无值", metric.missing),
            Fact::same(label("source", "出处"), metric.source),
        ],
        parts: Vec::new(),
    }
}
