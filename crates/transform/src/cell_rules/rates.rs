//! Dated exchange rates (汇率).

use model::month::Month;
use model::reference::ExchangeRate;

use crate::cell_rules::decimals::{Decimal, power_of_ten};

/// The rates of `exchange_rates.csv`.
#[derive(Debug, Clone, Default)]
pub struct Rates {
    rows: Vec<(String, Month, i128, i128)>,
}

impl Rates {
    /// The rates of a table; lines that cannot be read are left out.
    pub fn new(rows: &[ExchangeRate]) -> Rates {
        Rates { rows: rows.iter().filter_map(read_row).collect() }
    }

    /// Yuan for one unit of a currency in a month, as numerator and denominator. Missing: no rate holds in it.
    pub fn yuan_per_unit(&self, currency: &str, month: Month) -> Option<(i128, i128)> {
        let known = self.rows.iter().filter(|(of, from, ..)| of == currency && *from <= month);
        known.max_by_key(|(_, from, ..)| *from).map(|(_, _, top, bottom)| (*top, *bottom))
    }
}

fn read_row(row: &ExchangeRate) -> Option<(String, Month, i128, i128)> {
    let rate = Decimal::parse(row.yuan.trim()).filter(|rate| rate.digits > 0)?;
    let month = row.month.trim().parse().ok()?;
    Some((row.currency.trim().to_uppercase(), month, rate.digits, power_of_ten(rate.places)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_rate_that_holds_is_taken() {
        let row = |month: &str, yuan: &str| ExchangeRate {
            currency: "USD".to_owned(),
            month: month.to_owned(),
            yuan: yuan.to_owned(),
            source: String::new(),
        };
        let rates =
            Rates::new(&[row("2023-01", "6.9"), row("2023-06", "7.2"), row("bad", "7"), row("2023-07", "x")]);
        let at = |month: &str| rates.yuan_per_unit("USD", month.parse().unwrap());
        assert_eq!(at("2022-12"), None);
        assert_eq!(at("2023-05"), Some((69, 10)));
        assert_eq!(at("2024-01"), Some((72, 10)));
        assert_eq!(rates.yuan_per_unit("EUR", "2024-01".parse().unwrap()), None);
    }
}
