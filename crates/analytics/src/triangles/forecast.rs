//! The forecast of one cohort (预测): what it has, what it will have at the last age, what is still to come.

use crate::finite::finite_sum;
use crate::not_estimable::NotEstimable;
use crate::triangles::triangle::{Latest, Triangle};

/// One origin, by one method. Money, in the unit of the triangle.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The cohort.
    pub origin: String,
    /// Its newest figure. Not estimable when it has none.
    pub latest: Result<Latest, NotEstimable>,
    /// Its capital at the last age of the triangle.
    pub ultimate: Result<f64, NotEstimable>,
}

impl Forecast {
    /// What is still to come (the IBNR of insurance): ultimate less latest. Negative where capital falls.
    pub fn to_come(&self) -> Result<f64, NotEstimable> {
        Ok(self.ultimate? - self.latest?.cumulative)
    }
}

/// A forecast for each origin, from its newest figure. An origin without one gets the reason.
pub fn forecasts(
    triangle: &Triangle,
    ultimate_of: impl Fn(usize, Latest) -> Result<f64, NotEstimable>,
) -> Vec<Forecast> {
    let forecast = |(origin_index, origin): (usize, &String)| {
        let latest = triangle.latest(origin_index).ok_or(NotEstimable::NothingObserved);
        let ultimate = latest.and_then(|latest| ultimate_of(origin_index, latest));
        Forecast { origin: origin.clone(), latest, ultimate }
    };
    triangle.origins().iter().enumerate().map(forecast).collect()
}

/// The sum over all origins of what is still to come. Not estimable when it is not for one of them.
pub fn total_to_come(forecasts: &[Forecast]) -> Result<f64, NotEstimable> {
    let each: Result<Vec<f64>, NotEstimable> = forecasts.iter().map(Forecast::to_come).collect();
    finite_sum(each?)
}

/// The sum of the ultimates. Not estimable when it is not for one of them.
pub fn total_ultimate(forecasts: &[Forecast]) -> Result<f64, NotEstimable> {
    let each: Result<Vec<f64>, NotEstimable> = forecasts.iter().map(|forecast| forecast.ultimate).collect();
    finite_sum(each?)
}
