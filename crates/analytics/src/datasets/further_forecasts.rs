//! Five further forecasts of one ladder (其他预测方法): how much hangs on the choice of method, and limits that are drawn.
//!
//! They are asked for whole editions in the last month only, so that their cost does not grow with the panel.

use crate::confidence::Confidence;
use crate::datasets::capital_ladder::CapitalLadder;
use crate::datasets::forecast_methods::{Errors, MethodForecast, expectations, with_reasons_of, with_sum};
use crate::not_estimable::NotEstimable;
use crate::percentiles::Ordered;
use crate::rates::interval::Interval;
use crate::triangles::benktander::benktander;
use crate::triangles::chain_ladder::chain_ladder;
use crate::triangles::development::remaining_factors;
use crate::triangles::forecast::Forecast;
use crate::triangles::link_factors::{Average, Averaging, LinkFactor, link_factors};
use crate::triangles::poisson::{PoissonFit, poisson_fit};
use crate::triangles::poisson_bootstrap::{Bootstrapped, Rounds, poisson_bootstrap};

/// The links of each age that the newest ladder takes: with three yearly editions the third is the oldest.
const N_NEWEST: usize = 2;

/// One round is Bornhuetter–Ferguson, two are Benktander.
const N_BENKTANDER: u32 = 2;

/// The same seed gives the same limits.
const SEED: u64 = 20_230_731;

/// So many rounds give limits of 95 %.
const MOST_ROUNDS: usize = 999;
/// Fewer do not.
const LEAST_ROUNDS: usize = 200;
/// Fewer rounds than the most when more cells than this would be drawn.
const MOST_DRAWN: usize = 2_000_000;
/// A ladder with more cells is not drawn at all.
const MOST_CELLS: usize = 20_000;

/// One round in so many may lack a ladder; with more of them the draws speak of the fortunate ones only.
const LEAST_USABLE_FOR_EACH_LOST: usize = 20;

/// The ladders that average their links in another way: name, and how.
const LADDERS: [(&str, Averaging); 3] = [
    ("ladder_newest", Averaging { average: Average::Volume, newest: Some(N_NEWEST) }),
    ("ladder_regression", Averaging { average: Average::Regression, newest: None }),
    ("ladder_simple", Averaging { average: Average::Simple, newest: None }),
];

/// The forecasts by each further method.
pub fn forecast_by_further_methods(ladder: &CapitalLadder) -> Vec<MethodForecast> {
    let links = link_factors(&ladder.triangle, Averaging::CHAIN_LADDER);
    let plain = chain_ladder(&ladder.triangle, &remaining_factors(&links));
    let mut methods = vec![by_benktander(ladder, &links, &plain)];
    methods.extend(LADDERS.map(|(name, averaging)| by_ladder(ladder, name, averaging)));
    methods.push(by_bootstrap(ladder, &links, &plain));
    methods
}

fn by_benktander(ladder: &CapitalLadder, links: &[LinkFactor], plain: &[Forecast]) -> MethodForecast {
    let remaining = remaining_factors(links);
    let forecasts = benktander(&ladder.triangle, &remaining, &expectations(ladder), N_BENKTANDER);
    let forecasts = with_reasons_of(forecasts, plain);
    MethodForecast { name: "benktander", forecasts: with_sum(ladder, links, &forecasts, None) }
}

fn by_ladder(ladder: &CapitalLadder, name: &'static str, averaging: Averaging) -> MethodForecast {
    let links = link_factors(&ladder.triangle, averaging);
    let forecasts = chain_ladder(&ladder.triangle, &remaining_factors(&links));
    MethodForecast { name, forecasts: with_sum(ladder, &links, &forecasts, None) }
}

/// The chain ladder with the spread and the percentiles of what the rounds gave.
fn by_bootstrap(ladder: &CapitalLadder, links: &[LinkFactor], plain: &[Forecast]) -> MethodForecast {
    let drawn = poisson_fit(&ladder.triangle).and_then(|fit| drawn(&fit));
    let n_origins = ladder.origins.len();
    let errors: Errors = match &drawn {
        Ok(drawn) => (
            drawn.origins.iter().map(Ordered::standard_deviation).collect(),
            drawn.to_come.standard_deviation(),
        ),
        Err(reason) => (vec![Err(*reason); n_origins], Err(*reason)),
    };
    let mut forecasts = with_sum(ladder, links, plain, Some(&errors));
    if let Ok(drawn) = &drawn {
        // cohorts without a cell stand behind the others and have no draws
        for (forecast, to_come) in forecasts.iter_mut().zip(&drawn.origins) {
            forecast.drawn = limits_of(to_come);
        }
        forecasts.last_mut().into_iter().for_each(|sum| sum.drawn = limits_of(&drawn.to_come));
    }
    MethodForecast { name: "odp_bootstrap", forecasts }
}

/// The draws. Refused when there are too many cells, or too many rounds lack a ladder.
fn drawn(fit: &PoissonFit) -> Result<Bootstrapped, NotEstimable> {
    let n_cells = fit.past.len() + fit.future.len();
    if n_cells > MOST_CELLS {
        return Err(NotEstimable::TooLarge);
    }
    let affordable = MOST_DRAWN.checked_div(n_cells).unwrap_or(MOST_ROUNDS);
    let n = MOST_ROUNDS.min(affordable.max(LEAST_ROUNDS));
    let drawn = poisson_bootstrap(fit, Rounds { n, seed: SEED })?;
    let is_usable = drawn.n_unusable * LEAST_USABLE_FOR_EACH_LOST <= n;
    if is_usable { Ok(drawn) } else { Err(NotEstimable::ColumnNotPositive) }
}

/// 95 % of what is to come. Missing when nothing is to come in any round.
fn limits_of(to_come: &Ordered) -> Option<Interval> {
    let tail = Confidence::P95.tail();
    let limits = Interval { low: to_come.percentile(tail), high: to_come.percentile(1.0 - tail) };
    (limits.low < limits.high).then_some(limits)
}
