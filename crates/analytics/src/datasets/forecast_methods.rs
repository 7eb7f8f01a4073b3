//! Five forecasts of one ladder (预测方法): for each cohort and for their sum.

use crate::cut_key::ALL;
use crate::datasets::capital_ladder::{CapitalLadder, Origin};
use crate::not_estimable::NotEstimable;
use crate::rates::interval::Interval;
use crate::triangles::benktander::bornhuetter_ferguson;
use crate::triangles::cape_cod::{OriginExposure, Resemblance, cape_cod};
use crate::triangles::development::remaining_factors;
use crate::triangles::forecast::Forecast;
use crate::triangles::link_factors::LinkFactor;
use crate::triangles::mack::{Mack, PredictionError, mack};
use crate::triangles::poisson::poisson_fit;
use crate::triangles::poisson_error::{PoissonErrors, poisson_errors};
use crate::triangles::spreads::LastSpread;
use crate::whole_numbers::count;

/// The newest complete cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LatestCell {
    /// Its age; nothing for the sum of cohorts.
    pub age_months: Option<i32>,
    /// Capital, yuan.
    pub capital: f64,
}

/// One cohort, or the sum of all, by one method. Money in yuan.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginForecast {
    /// The edition, or [`ALL`].
    pub cohort: String,
    /// What has arrived.
    pub latest: Result<LatestCell, NotEstimable>,
    /// What will have arrived at the last age of the ladder.
    pub ultimate: Result<f64, NotEstimable>,
    /// The standard error; nothing for a method without one.
    pub error: Option<Result<f64, NotEstimable>>,
    /// 95 % of what is to come, where it has been drawn.
    pub drawn: Option<Interval>,
    /// The fewest links behind a factor that is used; nothing when none is.
    pub n_links: Option<i64>,
}

impl OriginForecast {
    /// Ultimate less latest.
    pub fn to_come(&self) -> Result<f64, NotEstimable> {
        Ok(self.ultimate? - self.latest?.capital)
    }
}

/// All forecasts by one method.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodForecast {
    /// The name of the method in the dataset.
    pub name: &'static str,
    /// The cohorts, and last their sum.
    pub forecasts: Vec<OriginForecast>,
}

/// A standard error for each cohort, and for their sum.
pub type Errors = (Vec<Result<f64, NotEstimable>>, Result<f64, NotEstimable>);

/// The forecasts by each method.
pub fn forecast_by_all_methods(ladder: &CapitalLadder) -> Vec<MethodForecast> {
    let with_errors = mack(&ladder.triangle, LastSpread::Mack);
    let remaining = remaining_factors(&with_errors.factors);
    let expected = expectations(ladder);
    let exposures: Vec<OriginExposure> = ladder
        .origins
        .iter()
        .map(|origin| OriginExposure { contract_value: origin.contract, years_before_newest: 0.0 })
        .collect();
    let links = &with_errors.factors;
    let of_method = |name, forecasts: &[Forecast], errors: Option<Errors>| MethodForecast {
        name,
        forecasts: with_sum(ladder, links, forecasts, errors.as_ref()),
    };
    let ladder_forecasts = &with_errors.forecasts;
    let by_expectation = bornhuetter_ferguson(&ladder.triangle, &remaining, &expected);
    let by_expectation = with_reasons_of(by_expectation, ladder_forecasts);
    let by_all = cape_cod(&ladder.triangle, &remaining, &exposures, Resemblance::ALIKE).forecasts;
    let by_all = with_reasons_of(by_all, ladder_forecasts);
    vec![
        of_method("bornhuetter_ferguson", &by_expectation, None),
        of_method("cape_cod", &by_all, None),
        of_method("chain_ladder", ladder_forecasts, None),
        of_method("mack", ladder_forecasts, Some(errors_of_mack(&with_errors))),
        of_method("odp", ladder_forecasts, Some(errors_of_poisson(ladder))),
    ]
}

/// The contract value of each cohort times the rate of the cohorts at the last age, yuan.
pub fn expectations(ladder: &CapitalLadder) -> Vec<f64> {
    let rate = ladder.rate_at_last_age().unwrap_or(0.0);
    ladder.origins.iter().map(|origin| rate * origin.contract).collect()
}

/// Where the ladder itself has no factor, that is the reason, not the expectation that could not be made from it.
pub fn with_reasons_of(forecasts: Vec<Forecast>, ladder: &[Forecast]) -> Vec<Forecast> {
    let with_reason = |(forecast, ladder): (Forecast, &Forecast)| Forecast {
        ultimate: forecast.ultimate.map_err(|own| ladder.ultimate.err().unwrap_or(own)),
        ..forecast
    };
    forecasts.into_iter().zip(ladder).map(with_reason).collect()
}

fn errors_of_mack(with_errors: &Mack) -> Errors {
    let total = |error: &Result<PredictionError, NotEstimable>| error.map(|error| error.total());
    (with_errors.errors.iter().map(total).collect(), total(&with_errors.total))
}

fn errors_of_poisson(ladder: &CapitalLadder) -> Errors {
    let errors: Result<PoissonErrors, NotEstimable> =
        poisson_fit(&ladder.triangle).and_then(|fit| poisson_errors(&fit));
    match errors {
        Ok(errors) => {
            (errors.origins.iter().map(|origin| Ok(origin.error)).collect(), Ok(errors.total.error))
        }
        Err(reason) => (vec![Err(reason); ladder.origins.len()], Err(reason)),
    }
}

/// The forecasts of the cohorts, and last their sum.
pub fn with_sum(
    ladder: &CapitalLadder,
    links: &[LinkFactor],
    forecasts: &[Forecast],
    errors: Option<&Errors>,
) -> Vec<OriginForecast> {
    let of_origin = |(place, origin): (usize, &Origin)| {
        let nothing = Err(NotEstimable::NothingObserved);
        let forecast = forecasts.get(place);
        let latest = forecast.map_or(nothing, |forecast| forecast.latest);
        OriginForecast {
            cohort: origin.cohort.clone(),
            latest: latest.map(|latest| LatestCell {
                age_months: age_of(ladder, latest.age_index),
                capital: latest.cumulative,
            }),
            ultimate: forecast.map_or(Err(NotEstimable::NothingObserved), |forecast| forecast.ultimate),
            error: errors
                .map(|(each, _)| each.get(place).copied().unwrap_or(Err(NotEstimable::NothingObserved))),
            drawn: None,
            n_links: latest.ok().and_then(|latest| fewest_links(links, latest.age_index)),
        }
    };
    let mut cohorts: Vec<OriginForecast> = ladder.origins.iter().enumerate().map(of_origin).collect();
    cohorts.push(sum_of(&cohorts, errors.map(|(_, total)| *total)));
    cohorts
}

fn age_of(ladder: &CapitalLadder, age_index: usize) -> Option<i32> {
    ladder.triangle.ages_months().get(age_index).and_then(|age| i32::try_from(*age).ok())
}

fn fewest_links(links: &[LinkFactor], age_index: usize) -> Option<i64> {
    let used = links.get(age_index..).unwrap_or_default();
    used.iter().map(|link| count(link.n_links as u64)).min()
}

/// Not estimable when one of the cohorts is not.
fn sum_of(cohorts: &[OriginForecast], error: Option<Result<f64, NotEstimable>>) -> OriginForecast {
    let latest = cohorts.iter().map(|one| one.latest.map(|latest| latest.capital)).sum::<Result<f64, _>>();
    let ultimate = cohorts.iter().map(|one| one.ultimate).sum::<Result<f64, _>>();
    let first_reason = cohorts.iter().find_map(|one| one.ultimate.err());
    OriginForecast {
        cohort: ALL.to_owned(),
        latest: latest.map(|capital| LatestCell { age_months: None, capital }),
        ultimate,
        error: error.map(|error| first_reason.map_or(error, Err)),
        drawn: None,
        n_links: cohorts.iter().filter_map(|one| one.n_links).min(),
    }
}
