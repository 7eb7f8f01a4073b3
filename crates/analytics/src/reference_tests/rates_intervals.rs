//! Intervals of shares against statsmodels and scipy (比率区间对照): `rates/binomial_intervals.csv`.

use crate::confidence::Confidence;
use crate::rates::agresti_coull::agresti_coull;
use crate::rates::clopper_pearson::clopper_pearson;
use crate::rates::interval::Interval;
use crate::rates::jeffreys::jeffreys;
use crate::rates::jeffreys_ends::jeffreys_with_ends;
use crate::rates::share::Share;
use crate::rates::wald::wald;
use crate::rates::wilson::wilson;
use crate::rates::wilson_corrected::wilson_corrected;
use crate::reference_tests::comparison::{Comparison, absolute, conclude};
use crate::reference_tests::folder::reference_folder;
use crate::reference_tests::table::{Row, Table};

type Method = fn(Share, Confidence) -> Interval;

const METHODS: [(&str, Method); 7] = [
    ("wald", wald),
    ("wilson", wilson),
    ("wilson_cc", wilson_corrected),
    ("clopper_pearson", clopper_pearson),
    ("jeffreys", jeffreys),
    // statsmodels lacks the rule for the ends: a column of its own
    ("jeffreys_bcd", jeffreys_with_ends),
    ("agresti_coull", agresti_coull),
];

#[test]
fn intervals_of_shares_are_those_of_other_programs() {
    let Some(folder) = reference_folder("intervals of shares") else { return };
    let file = "rates/binomial_intervals.csv";
    let table = Table::read(&folder, file);
    let mut comparison = Comparison::of(file);
    for row in table.rows() {
        compare_row(&mut comparison, row);
    }
    conclude(&[comparison]);
}

fn compare_row(comparison: &mut Comparison, row: Row<'_>) {
    let share = Share::new(row.count("k"), row.count("n")).unwrap();
    let confidence = Confidence::from_alpha(row.known("alpha")).unwrap();
    comparison.check("p", Some(share.rate()), row.figure("p"), absolute(1e-9));
    for (name, method) in METHODS {
        let limits = method(share, confidence);
        for (end, ours) in [("lo", limits.low), ("hi", limits.high)] {
            let column = format!("{name}_{end}");
            let figure = format!("{column} of {share:?} at {confidence:?}");
            comparison.check(&figure, Some(ours), row.figure(&column), absolute(1e-9));
        }
    }
}
