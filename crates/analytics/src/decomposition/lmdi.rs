//! A change of money, parted into volume, mix and arrival rate (对数平均迪氏分解). Source: Ang 2005, 2015.
//!
//! Capital is Σ volume · share of the cell · rate of the cell. Each cell weighs with the logarithmic mean of its
//! capital on both sides. Nothing is left over: the effects add to the difference, the factors multiply to the ratio.
//! A zero is the limit of Ang and Liu 2007: what appears or vanishes belongs wholly to the factor that was 0.
//! Negative capital is refused; Das Gupta takes it.

use crate::finite::finite;
use crate::not_estimable::NotEstimable;

/// One cell of both sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MoneyCell {
    /// Contract value on the first side.
    pub volume_from: f64,
    /// Contract value on the second side.
    pub volume_to: f64,
    /// Capital on the first side.
    pub capital_from: f64,
    /// Capital on the second side.
    pub capital_to: f64,
}

/// The change by cause: as money for [`lmdi_additive`], as factors of the ratio for [`lmdi_multiplicative`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MoneyEffects {
    /// By the contract value as a whole.
    pub volume: f64,
    /// By the mix of the cells.
    pub mix: f64,
    /// By the arrival rates of the cells.
    pub rate: f64,
}

/// The difference of the capitals, in their unit. Refused when a value is negative or no number, or a side has no
/// contract value at all.
pub fn lmdi_additive(cells: &[MoneyCell]) -> Result<MoneyEffects, NotEstimable> {
    let sides = sides(cells)?;
    let mut sum = MoneyEffects { volume: 0.0, mix: 0.0, rate: 0.0 };
    for cell in cells {
        let effects = effects_of(cell, &sides)?;
        sum.volume += effects.volume;
        sum.mix += effects.mix;
        sum.rate += effects.rate;
    }
    Ok(sum)
}

/// The ratio of the capitals. Refused as [`lmdi_additive`] is, and when a side has no capital.
pub fn lmdi_multiplicative(cells: &[MoneyCell]) -> Result<MoneyEffects, NotEstimable> {
    let sides = sides(cells)?;
    if sides.capital_from == 0.0 || sides.capital_to == 0.0 {
        return Err(NotEstimable::ZeroTotal);
    }
    let weight = logarithmic_mean(sides.capital_to, sides.capital_from);
    let sum = lmdi_additive(cells)?;
    Ok(MoneyEffects {
        volume: finite((sum.volume / weight).exp())?,
        mix: finite((sum.mix / weight).exp())?,
        rate: finite((sum.rate / weight).exp())?,
    })
}

/// (a − b) / (ln a − ln b): between the two; their common value when they are the same; 0 when one is 0.
pub fn logarithmic_mean(left: f64, right: f64) -> f64 {
    if left <= 0.0 || right <= 0.0 {
        return 0.0;
    }
    let relative = (left - right) / right;
    if relative == 0.0 {
        left
    } else if relative.abs() < 0.5 {
        // The difference of two logarithms that are nearly the same would cancel.
        right * relative / relative.ln_1p()
    } else {
        (left - right) / (left.ln() - right.ln())
    }
}

struct Sides {
    volume_from: f64,
    volume_to: f64,
    capital_from: f64,
    capital_to: f64,
}

fn sides(cells: &[MoneyCell]) -> Result<Sides, NotEstimable> {
    let mut sides = Sides { volume_from: 0.0, volume_to: 0.0, capital_from: 0.0, capital_to: 0.0 };
    for cell in cells {
        let values = [cell.volume_from, cell.volume_to, cell.capital_from, cell.capital_to];
        if values.iter().any(|value| !value.is_finite()) {
            return Err(NotEstimable::NotANumber);
        }
        if values.iter().any(|value| *value < 0.0) {
            return Err(NotEstimable::NegativeValue);
        }
        if has_capital_without_value(cell) {
            return Err(NotEstimable::NoExposure);
        }
        sides.volume_from += cell.volume_from;
        sides.volume_to += cell.volume_to;
        sides.capital_from += cell.capital_from;
        sides.capital_to += cell.capital_to;
    }
    if sides.volume_from == 0.0 || sides.volume_to == 0.0 {
        return Err(NotEstimable::NoExposure);
    }
    Ok(sides)
}

/// Such a cell has no arrival rate.
fn has_capital_without_value(cell: &MoneyCell) -> bool {
    (cell.volume_from == 0.0 && cell.capital_from > 0.0) || (cell.volume_to == 0.0 && cell.capital_to > 0.0)
}

fn effects_of(cell: &MoneyCell, sides: &Sides) -> Result<MoneyEffects, NotEstimable> {
    let change = cell.capital_to - cell.capital_from;
    if cell.capital_from > 0.0 && cell.capital_to > 0.0 {
        let weight = logarithmic_mean(cell.capital_to, cell.capital_from);
        let share_to = cell.volume_to / sides.volume_to;
        let share_from = cell.volume_from / sides.volume_from;
        let rate_to = cell.capital_to / cell.volume_to;
        let rate_from = cell.capital_from / cell.volume_from;
        return Ok(MoneyEffects {
            volume: finite(weight * (sides.volume_to / sides.volume_from).ln())?,
            mix: finite(weight * (share_to / share_from).ln())?,
            rate: finite(weight * (rate_to / rate_from).ln())?,
        });
    }
    // One side has no capital. With contract value on both sides its rate was 0, else its share.
    let is_rate = cell.volume_from > 0.0 && cell.volume_to > 0.0;
    let (mix, rate) = if is_rate { (0.0, change) } else { (change, 0.0) };
    Ok(MoneyEffects { volume: 0.0, mix, rate })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cell(volume_from: f64, volume_to: f64, capital_from: f64, capital_to: f64) -> MoneyCell {
        MoneyCell { volume_from, volume_to, capital_from, capital_to }
    }

    #[test]
    fn a_zero_is_the_limit_of_small_numbers() {
        // The rate was 0: all of the change is the rate's, and small rates come ever nearer to that.
        let with_zero = lmdi_additive(&[cell(10.0, 20.0, 0.0, 8.0), cell(10.0, 10.0, 5.0, 5.0)]).unwrap();
        let near = |small: f64| {
            let cells = [cell(10.0, 20.0, small, 8.0), cell(10.0, 10.0, 5.0, 5.0)];
            (lmdi_additive(&cells).unwrap().rate - with_zero.rate).abs()
        };
        assert!(near(1e-100) < near(1e-20) && near(1e-20) < near(1e-5) && near(1e-300) < 0.01);
        let gone = lmdi_additive(&[cell(10.0, 0.0, 5.0, 0.0), cell(10.0, 20.0, 5.0, 10.0)]).unwrap();
        assert!((gone.mix - (-5.0 + logarithmic_mean(10.0, 5.0) * 2.0_f64.ln())).abs() < 1e-12);
    }

    #[test]
    fn the_logarithmic_mean_lies_between() {
        for (left, right) in [(8.0, 1e-100), (1.0, 1.0 + 1e-12), (2.0, 3.1), (5.0, 5.0)] {
            let mean = logarithmic_mean(left, right);
            assert!((mean / logarithmic_mean(right, left) - 1.0).abs() < 1e-12);
            assert!(left.min(right) <= mean && mean <= left.max(right), "{left} {right} {mean}");
        }
    }

    #[test]
    fn negative_money_is_refused() {
        assert_eq!(lmdi_additive(&[cell(1.0, 1.0, -1.0, 1.0)]), Err(NotEstimable::NegativeValue));
        assert_eq!(lmdi_additive(&[cell(0.0, 1.0, 0.0, 1.0)]), Err(NotEstimable::NoExposure));
        assert_eq!(lmdi_additive(&[cell(1.0, 0.0, 1.0, 1.0)]), Err(NotEstimable::NoExposure));
        assert_eq!(lmdi_multiplicative(&[cell(1.0, 1.0, 0.0, 1.0)]), Err(NotEstimable::ZeroTotal));
    }

    fn cells() -> impl Strategy<Value = Vec<MoneyCell>> {
        let money = prop_oneof![Just(0.0), 0.01..1e6_f64];
        let cell = (0.1..1e6_f64, 0.1..1e6_f64, money.clone(), money)
            .prop_map(|(from, to, capital_from, capital_to)| cell(from, to, capital_from, capital_to));
        proptest::collection::vec(cell, 1..8)
    }

    proptest! {
        #[test]
        fn nothing_is_left_over(cells in cells()) {
            let from: f64 = cells.iter().map(|cell| cell.capital_from).sum();
            let to: f64 = cells.iter().map(|cell| cell.capital_to).sum();
            let sum = lmdi_additive(&cells).unwrap();
            prop_assert!((sum.volume + sum.mix + sum.rate - (to - from)).abs() <= 1e-9 * (from + to));
            if let Ok(factors) = lmdi_multiplicative(&cells) {
                let product = factors.volume * factors.mix * factors.rate;
                prop_assert!((product / (to / from) - 1.0).abs() < 1e-9);
            }
        }
    }
}
