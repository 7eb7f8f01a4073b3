//! Figures that others have printed (已公布的数字), row by row as they stand in `data/reference/published_figures.csv`.

use serde::Deserialize;

/// One printed figure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct PublishedFigure {
    /// Id, unique.
    pub id: String,
    /// Month that it is about, YYYY-MM; empty when nothing says.
    pub as_of: String,
    /// Event.
    pub event: String,
    /// Edition, or all.
    pub cohort: String,
    /// all, unit or another dimension of `cohort_metrics`.
    pub dimension: String,
    /// Value of the dimension; all for the whole.
    pub value: String,
    /// Column of `cohort_metrics`, or another name that ends on `_rate` for a percentage.
    pub quantity: String,
    /// As printed: `61.8`, `61.8%`, `1,102.2`.
    pub printed: String,
    /// projects, percent, yuan, 万元 or 亿元.
    pub unit: String,
    /// Decimals that the release prints; empty when the print tells.
    pub decimals: String,
    /// Id of the total of which it is a part; empty when it is none.
    pub part_of: String,
    /// Id of the count or amount of which a percentage is printed; empty when it is none.
    pub numerator: String,
    /// Id of the total of that percentage; empty when it was not printed.
    pub denominator: String,
    /// Where it was printed.
    pub source: String,
}
