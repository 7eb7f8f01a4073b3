//! What goes into the report workbook (附表内容); everything comes in ready.

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::findings::Finding;
use model::date::Date;
use model::metric::Metric;
use model::policy::{Policy, Scope};

use crate::style::Style;
use crate::unit_names::UnitNames;

/// What goes into the report workbook.
#[derive(Debug, Clone)]
pub struct WorkbookContents<'a> {
    /// `cohort_metrics`, every month.
    pub metrics: &'a [CohortMetric],
    /// The month that the tables speak about; nothing means the last one.
    pub as_of: Option<Date>,
    /// `findings`, in any order.
    pub findings: &'a [Finding],
    /// Names of units by code.
    pub unit_names: &'a UnitNames,
    /// The metrics that are explained.
    pub definitions: &'a [Metric],
    /// The policy that made the figures.
    pub policy: &'a Policy,
    /// The projects that the figures are about.
    pub scope: &'a Scope,
    /// How figures are printed.
    pub style: &'a Style,
    /// The returns are synthetic, and every sheet says so.
    pub is_synthetic: bool,
}
