//! By what the figures are cut (维度): each edition and all together, whole and by each dimension.

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::schema::Column;
use polars::prelude::{Expr, LazyFrame, lit};
use store::expr::AsExpr;

use crate::cut_key::{ALL, UNKNOWN};

/// One way to cut.
pub struct Cut {
    /// Each edition by itself, or all together.
    by_edition: bool,
    dimension: &'static str,
    /// The column of the panel that holds the values; nothing for the whole.
    values: Option<Column>,
}

/// The key of `cohort_metrics`, as columns.
pub const CUT_KEY: &[Column] = &[
    CohortMetric::as_of(),
    CohortMetric::event(),
    CohortMetric::cohort(),
    CohortMetric::dimension(),
    CohortMetric::value(),
];

const DIMENSIONS: &[(&str, Option<Column>)] = &[
    (ALL, None),
    ("unit", Some(ProjectMonth::unit_code())),
    ("unit_group", Some(ProjectMonth::unit_group())),
    ("industry", Some(ProjectMonth::industry_code())),
    ("size_band", Some(ProjectMonth::size_band())),
    ("investor_origin", Some(ProjectMonth::investor_origin())),
];

/// Every way to cut.
pub fn cuts() -> impl Iterator<Item = Cut> {
    let with_editions = |by_edition| {
        DIMENSIONS.iter().map(move |(dimension, values)| Cut { by_edition, dimension, values: *values })
    };
    with_editions(true).chain(with_editions(false))
}

/// Gives each row the key under which the cut counts it.
///
/// In: the population. Out: the same rows, with the columns of [`CUT_KEY`]. Missing: `unknown`.
pub fn cut_by(population: LazyFrame, cut: &Cut) -> LazyFrame {
    let cohort = if cut.by_edition { known(ProjectMonth::cohort()) } else { lit(ALL) };
    let value = cut.values.map_or(lit(ALL), known);
    population.with_columns([
        known(ProjectMonth::event()).alias(CohortMetric::event().name),
        cohort.alias(CohortMetric::cohort().name),
        lit(cut.dimension).alias(CohortMetric::dimension().name),
        value.alias(CohortMetric::value().name),
    ])
}

fn known(column: Column) -> Expr {
    column.expr().fill_null(lit(UNKNOWN))
}
