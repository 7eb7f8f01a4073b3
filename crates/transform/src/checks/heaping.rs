//! Numbers and dates that look estimated rather than counted (凑整): rule A16, by unit over all its returns.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::date::{Date, days_in_month};
use model::field::Field;
use model::findings::{T522_ROUND_AMOUNTS, T523_DATES_AT_MONTH_ENDS};
use model::precision::Precision;

use crate::judged_record::JudgedRecord;
use crate::thresholds::Thresholds;
use crate::typed_record::TypedRecord;

/// What one unit has reported: rises of capital in its last printed digit, and days of milestones.
#[derive(Default)]
struct Reported<'a> {
    n_amounts: usize,
    n_round: usize,
    n_days: usize,
    n_edges: usize,
    last: Option<&'a TypedRecord>,
}

/// A remark for each unit of which nearly all amounts end in 0 or 5, or nearly all days lie at the ends of months. One
/// of five digits is expected to be 0 or 5, and one day of fifteen to be the first or the last.
pub fn heaping(judged: &[JudgedRecord], thresholds: &Thresholds) -> Vec<Finding> {
    let mut by_unit: BTreeMap<&str, Reported<'_>> = BTreeMap::new();
    for judged in judged.iter().filter(|judged| judged.counts()) {
        let Some(unit) = judged.record.unit_code.as_deref() else { continue };
        by_unit.entry(unit).or_default().add(&judged.record);
    }
    let enough = |n: usize| n as f64 >= thresholds.heaping_least;
    let nearly_all = |part: usize, of: usize| part as f64 >= thresholds.heaping_share * of as f64;
    let mut findings = Vec::new();
    for reported in by_unit.values() {
        let Some(last) = reported.last else { continue };
        if enough(reported.n_amounts) && nearly_all(reported.n_round, reported.n_amounts) {
            let detail = format!("{} / {}", reported.n_round, reported.n_amounts);
            findings.push(T522_ROUND_AMOUNTS.draft(&last.record.return_id).detail(detail).finish());
        }
        if enough(reported.n_days) && nearly_all(reported.n_edges, reported.n_days) {
            let detail = format!("{} / {}", reported.n_edges, reported.n_days);
            findings.push(T523_DATES_AT_MONTH_ENDS.draft(&last.record.return_id).detail(detail).finish());
        }
    }
    findings
}

impl<'a> Reported<'a> {
    fn add(&mut self, record: &'a TypedRecord) {
        let digit = record.last_digits.get(&Field::ArrivedTotal).copied().filter(|digit| *digit > 0);
        if let Some((amount, digit)) = record.good_amount(Field::ArrivedTotal).zip(digit)
            && amount > 0
        {
            self.n_amounts += 1;
            self.n_round += usize::from((amount / digit) % 5 == 0);
        }
        for field in [Field::RegisterDate, Field::StartDate, Field::ProductionDate] {
            let day = record.good_date(field).filter(|stated| stated.precision == Precision::Day);
            self.n_days += usize::from(day.is_some());
            self.n_edges += usize::from(day.is_some_and(|stated| is_edge(stated.date)));
        }
        if self.last.is_none_or(|last| last.period < record.period) {
            self.last = Some(record);
        }
    }
}

fn is_edge(date: Date) -> bool {
    date.day() == 1 || date.day() == days_in_month(date.year(), date.month())
}
