//! Metrics (指标): name, formula, unit, population, null rule and source, declared once for code, help and reports.

/// One metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Metric {
    /// Its name: the column it fills.
    pub name: &'static str,
    /// Its name in Chinese.
    pub zh: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// How it is computed, in names of columns.
    pub formula: &'static str,
    /// Its unit: share, projects, yuan, months.
    pub unit: &'static str,
    /// Which projects it speaks of.
    pub population: &'static str,
    /// When there is no value.
    pub missing: &'static str,
    /// Where the definition comes from.
    pub source: &'static str,
}
