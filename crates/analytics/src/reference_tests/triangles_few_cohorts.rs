//! Three cohorts at 33 monthly ages, the usual case here (三届队列对照), by definition; the cohorts are synthetic.

use std::path::Path;

use serde_json::Value;

use crate::not_estimable::NotEstimable;
use crate::reference_tests::compared::{Compared, figures, options, reference_folder};
use crate::reference_tests::triangle_files::{cell, rows};
use crate::reference_tests::triangles_ladder::{growths, ultimates};
use crate::triangles::benktander::bornhuetter_ferguson;
use crate::triangles::cape_cod::{OriginExposure, Resemblance, cape_cod};
use crate::triangles::chain_ladder::chain_ladder;
use crate::triangles::development::{remaining_factors, share_developed};
use crate::triangles::link_factors::{Averaging, link_factors};
use crate::triangles::mack::mack;
use crate::triangles::spreads::LastSpread;
use crate::triangles::triangle::{Latest, Triangle};

const RELATIVE: f64 = 1e-12;

#[test]
fn three_cohorts_agree_with_the_definition() {
    let Some(folder) = reference_folder() else { return };
    let file = "triangles/expo207_capital.expected.json";
    let all = figures(&folder, file);
    let mut compared = Compared::new(file);
    let triangle = capital(&folder);
    check_ladder(&mut compared, &triangle, &all);
    check_forecasts(&mut compared, &triangle, &all);
    compared.finish(&all);
}

fn capital(folder: &Path) -> Triangle {
    let cells: Vec<_> =
        rows(folder, "triangles/expo207_capital.csv").iter().filter_map(|row| cell(row, 2)).collect();
    Triangle::from_cumulative(&cells).unwrap()
}

fn check_ladder(compared: &mut Compared, triangle: &Triangle, all: &Value) {
    let ages: Vec<_> = triangle.ages_months().iter().map(|age| Some(f64::from(*age))).collect();
    compared.list("ages", &ages, &all["ages"], 0.0);
    let factors = link_factors(triangle, Averaging::CHAIN_LADDER);
    compared.list("f_volume", &growths(&factors), &all["f_volume"], RELATIVE);
    let n_links: Vec<_> = factors.iter().map(|link| Some(link.n_links as f64)).collect();
    compared.list("n_links", &n_links, &all["n_links"], 0.0);
    assert_eq!(factors[0].factor, Err(NotEstimable::EmptyColumn));
    let latest: Vec<Latest> = (0..3).filter_map(|origin| triangle.latest(origin)).collect();
    let money: Vec<_> = latest.iter().map(|latest| Some(latest.cumulative)).collect();
    compared.list("latest", &money, &all["latest"], RELATIVE);
    let ages: Vec<_> = latest.iter().map(|latest| Some(latest.age_index as f64)).collect();
    compared.list("age_of_latest", &ages, &all["age_of_latest"], 0.0);
    let shares = options(&share_developed(&remaining_factors(&factors)));
    let shares: Vec<_> = latest.iter().map(|latest| shares[latest.age_index]).collect();
    compared.list("pct_developed", &shares, &all["pct_developed_to_age32"], RELATIVE);
}

fn check_forecasts(compared: &mut Compared, triangle: &Triangle, all: &Value) {
    let remaining = remaining_factors(&link_factors(triangle, Averaging::CHAIN_LADDER));
    let values = all["exposure_contract_value"].as_array().unwrap();
    compared.inputs(&all["exposure_contract_value"]);
    let values: Vec<f64> = values.iter().filter_map(Value::as_f64).collect();
    let ladder = ultimates(&chain_ladder(triangle, &remaining));
    compared.list("ladder", &ladder, &all["ultimate_age32_chain_ladder"], RELATIVE);
    let expected: Vec<f64> = values.iter().map(|value| value * 0.30).collect();
    let bf = ultimates(&bornhuetter_ferguson(triangle, &remaining, &expected));
    compared.list("bf", &bf, &all["ultimate_age32_bf_apriori_0.30"], RELATIVE);
    let exposure =
        |contract_value: &f64| OriginExposure { contract_value: *contract_value, years_before_newest: 0.0 };
    let exposures: Vec<OriginExposure> = values.iter().map(exposure).collect();
    let found = cape_cod(triangle, &remaining, &exposures, Resemblance::ALIKE);
    compared.figure("elr", found.expected_rates[0].ok(), &all["cape_cod_elr"], RELATIVE);
    let cape_cod = ultimates(&found.forecasts);
    compared.list("cape_cod", &cape_cod, &all["ultimate_age32_cape_cod"], RELATIVE);
}

#[test]
fn with_three_cohorts_the_error_is_not_estimable_and_says_why() {
    let Some(folder) = reference_folder() else { return };
    let errors = mack(&capital(&folder), LastSpread::Mack);
    assert_eq!(errors.errors[0].map(|error| error.total()), Ok(0.0));
    assert_eq!(errors.errors[1], Err(NotEstimable::SeveralSpreadsMissing));
    assert_eq!(errors.total, Err(NotEstimable::SeveralSpreadsMissing));
    assert!(errors.spreads[1..20].iter().all(Result::is_ok));
}
