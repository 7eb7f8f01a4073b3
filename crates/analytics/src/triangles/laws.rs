//! Laws of the triangles (三角形的性质检验), for random ones and for one whose traps are known.

use proptest::prelude::*;

use crate::not_estimable::NotEstimable;
use crate::triangles::chain_ladder::completed_square;
use crate::triangles::forecast::total_to_come;
use crate::triangles::mack::{Mack, mack};
use crate::triangles::munich::munich;
use crate::triangles::next_step_error::next_step_error;
use crate::triangles::poisson::poisson_fit;
use crate::triangles::poisson_bootstrap::{Rounds, poisson_bootstrap};
use crate::triangles::poisson_error::poisson_errors;
use crate::triangles::spreads::LastSpread;
use crate::triangles::triangle::{Triangle, TriangleCell};

/// Cumulative rows; the first column is the age of 12 months.
fn triangle(rows: &[Vec<f64>]) -> Triangle {
    let cells = rows.iter().enumerate().flat_map(|(origin_index, row)| {
        row.iter().enumerate().map(move |(age_index, value)| TriangleCell {
            origin: format!("{origin_index}"),
            age_months: 12 * (age_index as u32 + 1),
            value: *value,
        })
    });
    Triangle::from_cumulative(&cells.collect::<Vec<_>>()).unwrap()
}

/// UKMotor, Christofides 1997.
fn uk_motor() -> Vec<Vec<f64>> {
    vec![
        vec![3511.0, 6726.0, 8992.0, 10704.0, 11763.0, 12350.0, 12690.0],
        vec![4001.0, 7703.0, 9981.0, 11161.0, 12117.0, 12746.0],
        vec![4355.0, 8287.0, 10233.0, 11755.0, 12993.0],
        vec![4295.0, 7750.0, 9773.0, 11093.0],
        vec![4150.0, 7897.0, 10217.0],
        vec![5102.0, 9650.0],
        vec![6283.0],
    ]
}

fn total_error(mack: &Mack) -> f64 {
    mack.total.unwrap().total()
}

#[test]
fn a_badly_fitting_line_is_not_replaced_in_silence() {
    // R puts Mack's spread where the line's was asked for; here each rule gives its own error.
    let triangle = triangle(&uk_motor());
    assert!((total_error(&mack(&triangle, LastSpread::LogLinear)) - 1_424.531_542_733).abs() < 1e-6);
    assert!((total_error(&mack(&triangle, LastSpread::Mack)) - 1_417.267_181_154).abs() < 1e-6);
}

#[test]
fn fewer_cohorts_than_ages_give_factors_but_no_error() {
    let rows = uk_motor();
    let three = mack(&triangle(&rows[..3]), LastSpread::Mack);
    assert!(three.total.is_ok(), "only the last step has a single link: one spread is filled in");
    let short = rows[3].clone();
    let fewer = mack(&triangle(&[&rows[..2], &[short]].concat()), LastSpread::Mack);
    assert_eq!(fewer.factors.iter().map(|link| link.n_links).collect::<Vec<_>>(), [3, 3, 3, 2, 2, 1]);
    assert!(fewer.total.is_ok());
    let distant = mack(&triangle(&[&rows[..1], &rows[2..4]].concat()), LastSpread::Mack);
    assert_eq!(distant.factors.iter().map(|link| link.n_links).collect::<Vec<_>>(), [3, 3, 3, 2, 1, 1]);
    assert!(distant.forecasts.iter().all(|forecast| forecast.ultimate.is_ok()));
    assert_eq!(distant.errors[0].map(|error| error.total()), Ok(0.0));
    assert_eq!(distant.errors[1], Err(NotEstimable::SeveralSpreadsMissing));
    assert_eq!(distant.total, Err(NotEstimable::SeveralSpreadsMissing));
    assert_eq!(next_step_error(&distant).total, Err(NotEstimable::SeveralSpreadsMissing));
    let two = mack(&triangle(&rows[..2]), LastSpread::Mack);
    assert_eq!(two.total, Err(NotEstimable::TooFewLinks), "two links of each step are not enough");
}

#[test]
fn two_cohorts_of_one_age_have_no_next_diagonal() {
    let mut rows = uk_motor();
    rows.push(vec![6000.0]);
    let found = mack(&triangle(&rows), LastSpread::Mack);
    assert!(found.total.is_ok());
    assert_eq!(next_step_error(&found).total, Err(NotEstimable::OriginsShareAnAge));
}

#[test]
fn a_column_that_falls_is_refused_by_the_poisson_model() {
    let mut rows = uk_motor();
    rows[0][6] = 12_000.0;
    let falling = triangle(&rows);
    assert_eq!(poisson_fit(&falling), Err(NotEstimable::ColumnNotPositive));
    assert!(mack(&falling, LastSpread::Mack).total.is_ok(), "Mack takes a falling column");
    assert_eq!(poisson_fit(&triangle(&[vec![1.0, 2.0], vec![1.0]])), Err(NotEstimable::TooFewLinks));
    assert_eq!(poisson_fit(&triangle(&[vec![0.0]])), Err(NotEstimable::NothingObserved));
    assert_eq!(
        poisson_fit(&triangle(&[vec![1.0, f64::NAN, 2.0], vec![1.0, 2.0]])),
        Err(NotEstimable::CellsMissing)
    );
}

#[test]
fn the_same_seed_gives_the_same_bootstrap() {
    let fit = poisson_fit(&triangle(&uk_motor())).unwrap();
    let rounds = Rounds { n: 50, seed: 1 };
    assert_eq!(poisson_bootstrap(&fit, rounds), poisson_bootstrap(&fit, rounds));
    assert_ne!(poisson_bootstrap(&fit, rounds), poisson_bootstrap(&fit, Rounds { n: 50, seed: 2 }));
    assert_eq!(poisson_bootstrap(&fit, Rounds { n: 0, seed: 1 }), Err(NotEstimable::NothingObserved));
}

#[test]
fn triangles_that_do_not_belong_together_have_no_munich_ladder() {
    let rows = uk_motor();
    let (whole, part) = (triangle(&rows), triangle(&rows[..3]));
    assert_eq!(munich(&whole, &part, LastSpread::Mack), Err(NotEstimable::InputsDisagree));
    let twins = munich(&whole, &whole, LastSpread::Mack).unwrap();
    assert_eq!(twins.paid.lambda, Err(NotEstimable::NoDenominator), "a ratio that never moves tells nothing");
    assert_eq!(twins.paid.ultimates[1], Err(NotEstimable::NoDenominator));
}

/// A triangle of as many cohorts as ages: growth at random, at times a fall.
fn rows() -> impl Strategy<Value = Vec<Vec<f64>>> {
    (4_usize..8).prop_flat_map(|n_ages| {
        let rows: Vec<_> = (0..n_ages)
            .map(|origin| {
                let growth = proptest::collection::vec(0.95..1.8_f64, n_ages - origin - 1);
                (10.0..1000.0_f64, growth).prop_map(|(first, growth)| {
                    let cumulate = |total: &mut f64, growth: f64| {
                        *total *= growth;
                        Some(*total)
                    };
                    std::iter::once(first)
                        .chain(growth.into_iter().scan(first, cumulate))
                        .collect::<Vec<f64>>()
                })
            })
            .collect();
        rows
    })
}

fn near(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-9 * (1.0 + left.abs().max(right.abs()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_total_error_is_no_smaller_than_its_processes(rows in rows()) {
        let found = mack(&triangle(&rows), LastSpread::Mack);
        let processes: f64 = found.errors.iter().map(|error| error.unwrap().process.powi(2)).sum();
        prop_assert!(total_error(&found).powi(2) >= processes * (1.0 - 1e-12));
    }

    #[test]
    fn a_fully_developed_cohort_has_nothing_to_come_and_no_error(rows in rows()) {
        let found = mack(&triangle(&rows), LastSpread::LogLinear);
        prop_assert_eq!(found.forecasts[0].to_come(), Ok(0.0));
        prop_assert_eq!(found.errors[0].map(|error| error.total()), Ok(0.0));
        prop_assert_eq!(next_step_error(&found).origins[0], Ok(0.0));
    }

    #[test]
    fn money_in_another_unit_gives_the_error_in_that_unit(rows in rows(), unit in 0.001..10_000.0_f64) {
        let scaled: Vec<Vec<f64>> =
            rows.iter().map(|row| row.iter().map(|value| value * unit).collect()).collect();
        let (one, other) = (mack(&triangle(&rows), LastSpread::Mack), mack(&triangle(&scaled), LastSpread::Mack));
        prop_assert!(near(total_error(&one) * unit, total_error(&other)));
        let (one, other) = (next_step_error(&one).total.unwrap(), next_step_error(&other).total.unwrap());
        prop_assert!(near(one * unit, other));
    }

    #[test]
    fn the_order_of_the_cohorts_does_not_matter(rows in rows()) {
        let mut back = rows.clone();
        back.reverse();
        let (there, back) = (mack(&triangle(&rows), LastSpread::Mack), mack(&triangle(&back), LastSpread::Mack));
        prop_assert!(near(total_error(&there), total_error(&back)));
    }

    #[test]
    fn the_square_ends_at_the_ultimates(rows in rows()) {
        let triangle = triangle(&rows);
        let found = mack(&triangle, LastSpread::Mack);
        for (row, forecast) in completed_square(&triangle, &found.factors).iter().zip(&found.forecasts) {
            prop_assert!(near(row.last().unwrap().unwrap(), forecast.ultimate.unwrap()));
        }
    }

    #[test]
    fn the_poisson_forecast_is_the_chain_ladder(rows in rows()) {
        let triangle = triangle(&rows);
        if let Ok(fit) = poisson_fit(&triangle) {
            let errors = poisson_errors(&fit);
            let to_come = total_to_come(&mack(&triangle, LastSpread::Mack).forecasts).unwrap();
            prop_assert!(errors.is_err() || near(errors.unwrap().total.to_come, to_come));
        }
    }

    #[test]
    fn increments_and_cumulative_money_tell_the_same(rows in rows()) {
        let cumulative = triangle(&rows);
        let mut cells = Vec::new();
        for (origin_index, origin) in cumulative.origins().iter().enumerate() {
            for (age_index, age_months) in cumulative.ages_months().iter().enumerate() {
                if let Some(value) = cumulative.increment(origin_index, age_index) {
                    cells.push(TriangleCell { origin: origin.clone(), age_months: *age_months, value });
                }
            }
        }
        let summed = Triangle::from_increments(&cells).unwrap();
        for (origin_index, row) in rows.iter().enumerate() {
            prop_assert!(near(summed.latest(origin_index).unwrap().cumulative, *row.last().unwrap()));
        }
    }
}
