//! The analytic error of the over-dispersed Poisson forecast (过离散泊松预测误差). Source: England and Verrall 2002.
//!
//! Error² = dispersion · (Σ expected + the variance of the estimated Σ expected).

use crate::not_estimable::NotEstimable;
use crate::triangles::poisson::PoissonFit;
use crate::triangles::poisson_design::{InformationRoot, ModelCell};

/// The reserve (what is still to come) with its error, money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PoissonForecast {
    /// Σ expected of the cells to come.
    pub to_come: f64,
    /// Its standard error of prediction.
    pub error: f64,
}

/// Forecast and error of each origin, and of all together.
#[derive(Debug, Clone, PartialEq)]
pub struct PoissonErrors {
    /// One for each origin; 0 and 0 for one that has reached the last age.
    pub origins: Vec<PoissonForecast>,
    /// All of them.
    pub total: PoissonForecast,
}

/// The errors. Refused when the past does not determine the model.
pub fn poisson_errors(fit: &PoissonFit) -> Result<PoissonErrors, NotEstimable> {
    let information = fit.information()?;
    let of_origin = |origin_index: usize| {
        let cells: Vec<ModelCell> =
            fit.future.iter().filter(|cell| cell.origin_index == origin_index).copied().collect();
        forecast(&cells, &information, fit.dispersion)
    };
    let origins: Result<Vec<PoissonForecast>, NotEstimable> = (0..fit.n_origins).map(of_origin).collect();
    Ok(PoissonErrors { origins: origins?, total: forecast(&fit.future, &information, fit.dispersion)? })
}

fn forecast(
    cells: &[ModelCell],
    information: &InformationRoot,
    dispersion: f64,
) -> Result<PoissonForecast, NotEstimable> {
    let to_come: f64 = cells.iter().map(|cell| cell.expected).sum();
    let square = dispersion * (to_come + information.variance_of_sum(cells));
    if square < 0.0 {
        return Err(NotEstimable::NegativeValue);
    }
    Ok(PoissonForecast { to_come, error: square.sqrt() })
}
