//! Metrics, from their declarations.

use analytics::metrics::METRICS;
use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use model::row::Row;

use crate::catalogue::chinese::in_chinese;
use crate::catalogue::entry::{Entry, Fact, Topic, label};

/// Every metric.
pub fn metric_entries() -> Vec<Entry> {
    METRICS.iter().map(metric_entry).collect()
}

fn metric_entry(metric: &Metric) -> Entry {
    let column = format!("{}.{}", CohortMetric::DATASET.name, metric.name);
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
            Fact::same(label("column", "所在列"), &column),
        ],
        parts: Vec::new(),
    }
}
