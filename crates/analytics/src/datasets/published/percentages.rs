//! Whether a printed percentage is possible (百分数是否可能): by its denominator, by what other percentages need, by
//! the total of money that it allows.

use crate::audit::denominators::{Denominators, possible_denominators};
use crate::audit::money_range::{MoneyRange, money_range};
use crate::audit::printed_number::PrintedNumber;
use crate::audit::rounding::{Rounding, fitting_modes, printed_percentage};
use crate::datasets::published::grades::{Grade, Verdict};
use crate::datasets::published::printed::{Printed, difference};

/// The denominators that a count and its percentage allow, by mode of rounding.
pub type Possible = [Denominators; Rounding::ALL.len()];

/// The denominators for each mode. Missing when the percentage is negative.
pub fn possible(count: u64, percentage: PrintedNumber) -> Option<Possible> {
    let of = |rounding| possible_denominators(count, percentage, rounding).ok();
    let [half_up, truncation] = Rounding::ALL;
    Some([of(half_up)?, of(truncation)?])
}

/// The check of a count, its percentage, and the denominator where it was printed.
pub fn denominator_check(count: u64, percentage: PrintedNumber, printed: Option<u64>) -> Option<Verdict> {
    let possible = possible(count, percentage)?;
    let modes = printed.map_or_else(
        || modes_with_any(&possible),
        |denominator| fitting_modes(count, denominator, percentage),
    );
    let due = printed.and_then(|denominator| {
        printed_percentage(count, denominator, percentage.n_decimals(), Rounding::HalfUp).ok()
    });
    Some(Verdict {
        possible: Some(said(&possible)),
        difference: due.map(|due| difference(percentage, due)),
        grade: Grade::of_modes(&modes),
        modes,
        ..Verdict::new("denominator", Grade::Unknown)
    })
}

/// The check of several percentages of one place: is there a denominator that all of them allow.
pub fn common_check(all: &[Possible]) -> Option<Verdict> {
    let common =
        all.iter().copied().reduce(|left, right| [left[0].also(&right[0]), left[1].also(&right[1])])?;
    let modes = modes_with_any(&common);
    Some(Verdict {
        possible: Some(said(&common)),
        grade: Grade::of_modes(&modes),
        modes,
        ..Verdict::new("common_denominator", Grade::Unknown)
    })
}

/// The check of an amount, its percentage, and the total where it was printed in the same unit.
pub fn money_check(
    amount: &Printed<'_>,
    percentage: PrintedNumber,
    total: Option<&Printed<'_>>,
) -> Option<Verdict> {
    let range = |rounding| money_range(amount.number, percentage, rounding);
    let half_up = range(Rounding::HalfUp).ok()?;
    let possible = Some(said_range(&half_up, amount.number.n_decimals()));
    let Some(total) = total.filter(|total| total.unit == amount.unit) else {
        return Some(Verdict { possible, ..Verdict::new("money_range", Grade::Unknown) });
    };
    let holds = |rounding: &Rounding| range(*rounding).is_ok_and(|range| range.contains(total.number));
    let modes: Vec<Rounding> = Rounding::ALL.into_iter().filter(holds).collect();
    Some(Verdict {
        possible,
        grade: Grade::of_modes(&modes),
        modes,
        ..Verdict::new("money_range", Grade::Unknown)
    })
}

fn modes_with_any(possible: &Possible) -> Vec<Rounding> {
    let with_any =
        Rounding::ALL.into_iter().zip(possible).filter(|(_, denominators)| !denominators.is_empty());
    with_any.map(|(rounding, _)| rounding).collect()
}

/// Those of rounding half up; where there are none, those of cutting off.
fn said(possible: &Possible) -> String {
    let [half_up, truncation] = possible;
    let shown = if half_up.is_empty() { truncation } else { half_up };
    match (shown.is_empty(), shown.most) {
        (true, _) => "none".to_owned(),
        (_, Some(most)) if most == shown.least => most.to_string(),
        (_, Some(most)) => format!("{}–{most}", shown.least),
        (_, None) => format!("{}–", shown.least),
    }
}

fn said_range(range: &MoneyRange, n_decimals: u32) -> String {
    let low = range.low(n_decimals).map_or_else(|_| String::new(), |low| low.to_string());
    let high = range.high(n_decimals).and_then(Result::ok).map_or_else(String::new, |high| high.to_string());
    format!("{low}–{high}")
}
