//! Capital that rises by much in one month (到位突增): rule A9.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::field::Field;
use model::findings::T512_CAPITAL_JUMPS;
use model::month::Month;

use crate::checks::beside::against;
use crate::checks::history::History;
use crate::checks::ledger::yi;
use crate::thresholds::Thresholds;
use crate::typed_record::TypedRecord;

/// One rise from one month to the next.
struct Rise<'a> {
    project_id: &'a str,
    cohort: Option<&'a str>,
    record: &'a TypedRecord,
    before: &'a TypedRecord,
    /// Share of the contract value.
    share: f64,
}

/// Months in which the capital rises by more than a share of the contract value, and by far more than is usual in the
/// edition: the robust distance from the median, in units of the median absolute deviation.
pub fn leaps(histories: &[History<'_>], thresholds: &Thresholds) -> Vec<Finding> {
    let mut by_cohort: BTreeMap<Option<&str>, Vec<Rise<'_>>> = BTreeMap::new();
    for rise in histories.iter().flat_map(rises) {
        by_cohort.entry(rise.cohort).or_default().push(rise);
    }
    by_cohort.values().flat_map(|rises| unusual(rises, thresholds)).collect()
}

fn rises<'a>(history: &History<'a>) -> Vec<Rise<'a>> {
    let Some(contract) = history.contract() else { return Vec::new() };
    let cohort = history.ledger.and_then(|ledger| ledger.cohort.as_deref());
    let rise = |pair: &[&'a TypedRecord]| {
        let [before, record] = pair else { return None };
        let follows = record.period?.index() - before.period.map(Month::index)? == 1;
        let rise = record.good_amount(Field::ArrivedTotal)? - before.good_amount(Field::ArrivedTotal)?;
        let share = rise as f64 / contract as f64;
        (follows && rise > 0).then_some(Rise {
            project_id: history.project_id,
            cohort,
            record,
            before,
            share,
        })
    };
    history.records.windows(2).filter_map(rise).collect()
}

fn unusual(rises: &[Rise<'_>], thresholds: &Thresholds) -> Vec<Finding> {
    let shares: Vec<f64> = rises.iter().map(|rise| rise.share).collect();
    let Some(middle) = median(shares.clone()) else { return Vec::new() };
    let deviation = median(shares.iter().map(|share| (share - middle).abs()).collect()).unwrap_or(0.0);
    // 1.4826 makes the deviation that of a normal distribution.
    let is_far = |share: f64| share - middle > thresholds.capital_jump_z * 1.4826 * deviation;
    let is_unusual = |rise: &&Rise<'_>| rise.share > thresholds.capital_leap && is_far(rise.share);
    rises
        .iter()
        .filter(is_unusual)
        .map(|rise| {
            let then = rise.before.good_amount(Field::ArrivedTotal).unwrap_or(0);
            let percent = format!("{:.0}", rise.share * 100.0);
            let draft = against(rise.record, rise.before, T512_CAPITAL_JUMPS, Field::ArrivedTotal, yi(then));
            draft.project(rise.project_id).detail(percent).finish()
        })
        .collect()
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
