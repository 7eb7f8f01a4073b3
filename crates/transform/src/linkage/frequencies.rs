//! To agree on a rare value says more than to agree on a common one (Winkler 1989).

use std::collections::BTreeMap;

use crate::linkage::field::Field;
use crate::linkage::level::{EXACT, Level};
use crate::linkage::record_pairs::RecordPairs;
use crate::linkage::weights::Weights;

/// How common each value is, for each field that asks for it.
///
/// Unit: share of the records that have a value, both sets together, above 0 and at most 1.
/// Shape: one table for each field. Missing: a field that does not ask has no table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Frequencies<'a> {
    by_field: Vec<Option<BTreeMap<&'a str, f64>>>,
}

impl<'a> Frequencies<'a> {
    /// Counts the values of all records.
    pub fn of<R>(fields: &[Field<R>], records: &RecordPairs<'a, R>) -> Frequencies<'a> {
        let by_field = fields.iter().map(|field| field.value.map(|value| shares(value, records)));
        Frequencies { by_field: by_field.collect() }
    }

    /// What must be added to the weight of a pair because of the values it agrees on. For an exact agreement on `v`
    /// the weight becomes `log2(m / share(v))` instead of `log2(m / u)`: strangers that have `v` on one side agree
    /// with the chance of `v`, not with the average. Unit: bits. Zero: where nothing agrees exactly.
    pub fn correction<R>(&self, fields: &[Field<R>], weights: &Weights, pattern: &[Level], left: &R) -> f64 {
        let tables = self.by_field.iter().zip(fields).zip(weights.fields.iter().zip(pattern));
        let corrections = tables.filter_map(|((shares, field), (learnt, level))| {
            let share = shares.as_ref()?.get((field.value?)(left)?)?;
            (*level == EXACT).then_some((learnt.u.first()? / share).log2())
        });
        corrections.sum()
    }
}

fn shares<'a, R>(value: fn(&R) -> Option<&str>, records: &RecordPairs<'a, R>) -> BTreeMap<&'a str, f64> {
    let mut counts: BTreeMap<&str, f64> = BTreeMap::new();
    let mut total = 0.0;
    for value in records.left.iter().chain(&records.right).filter_map(|(_, record)| value(record)) {
        *counts.entry(value).or_default() += 1.0;
        total += 1.0;
    }
    counts.into_iter().map(|(value, count)| (value, count / total)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::comparisons::{SAME_OR_NOT, compare_exactly};
    use crate::linkage::weights::FieldWeights;

    type Row = Option<&'static str>;
    const PLAIN: Field<Row> = Field::new("name", SAME_OR_NOT, |left, right| compare_exactly(*left, *right));

    fn correction(field: Field<Row>, left: Row, right: Row) -> f64 {
        let rows = [Some("smith"), Some("smith"), Some("smith"), Some("ng"), None];
        let frequencies = Frequencies::of(&[field], &RecordPairs::within(&rows));
        let learnt = FieldWeights { shape: field.shape, m: vec![0.9, 0.1], u: vec![0.5, 0.5] };
        let weights = Weights { fields: vec![learnt], prior: 0.1 };
        frequencies.correction(&[field], &weights, &[(field.compare)(&left, &right)], &left)
    }

    #[test]
    fn a_rare_value_says_more() {
        let by_frequency = PLAIN.by_frequency(|row| *row);
        let check = |field, left, right, expected: f64| {
            assert!((correction(field, left, right) - expected).abs() < 1e-12, "{left:?} {right:?}");
        };
        check(by_frequency, Some("ng"), Some("ng"), 1.0);
        check(by_frequency, Some("smith"), Some("smith"), (0.5_f64 / 0.75).log2());
        check(by_frequency, Some("ng"), Some("smith"), 0.0);
        check(by_frequency, None, None, 0.0);
        check(by_frequency, Some("unseen"), Some("unseen"), 0.0);
        check(PLAIN, Some("ng"), Some("ng"), 0.0);
    }
}
