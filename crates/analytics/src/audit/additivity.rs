//! Whether printed parts make the printed total (分项之和与合计).

use crate::audit::printed_number::PrintedNumber;
use crate::not_estimable::NotEstimable;

/// What the numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintedKind {
    /// Whole things: their sum is exact.
    Counts,
    /// Amounts, each rounded to its last decimal: half a unit of it may be off in each.
    Rounded,
}

/// How far parts and total are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdditivityGrade {
    /// They are the same.
    Exact,
    /// Rounding explains the difference.
    Rounding,
    /// It does not.
    Failure,
}

/// The sum of the parts beside the total, with the decimals of the finest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Additivity {
    /// What the parts sum to.
    pub sum: PrintedNumber,
    /// What was printed.
    pub total: PrintedNumber,
    /// Total less sum.
    pub difference: PrintedNumber,
    /// What to make of it.
    pub grade: AdditivityGrade,
}

/// Compares the parts with the total. Refused without parts, or when the numbers are very large.
pub fn additivity(
    parts: &[PrintedNumber],
    total: PrintedNumber,
    kind: PrintedKind,
) -> Result<Additivity, NotEstimable> {
    if parts.is_empty() {
        return Err(NotEstimable::NothingObserved);
    }
    let numbers = || parts.iter().chain([&total]);
    let n_decimals = numbers().map(PrintedNumber::n_decimals).max().unwrap_or_default();
    let sum: i128 = parts.iter().map(|part| part.digits_at(n_decimals)).sum();
    let stated = total.digits_at(n_decimals);
    // One unit of the last decimal of each number, halved on both sides of the comparison.
    let unit = |number: &PrintedNumber| 10_i128.pow(n_decimals - number.n_decimals());
    let twice_rounding: i128 = numbers().map(unit).sum();
    let grade = match kind {
        _ if stated == sum => AdditivityGrade::Exact,
        PrintedKind::Rounded if 2 * (stated - sum).abs() <= twice_rounding => AdditivityGrade::Rounding,
        PrintedKind::Counts | PrintedKind::Rounded => AdditivityGrade::Failure,
    };
    let number = |digits: i128| {
        let digits = i64::try_from(digits).map_err(|_| NotEstimable::TooLarge)?;
        PrintedNumber::from_digits(digits, n_decimals).ok_or(NotEstimable::TooLarge)
    };
    Ok(Additivity { sum: number(sum)?, total: number(stated)?, difference: number(stated - sum)?, grade })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(texts: &[&str]) -> Vec<PrintedNumber> {
        texts.iter().map(|text| PrintedNumber::read(text).unwrap()).collect()
    }

    #[track_caller]
    fn check(parts: &[&str], total: &str, kind: PrintedKind, sum: &str, grade: AdditivityGrade) {
        let found = additivity(&numbers(parts), PrintedNumber::read(total).unwrap(), kind).unwrap();
        assert_eq!((found.sum.to_string().as_str(), found.grade), (sum, grade));
    }

    #[test]
    fn three_sums_of_anhui_fail() {
        check(&["407", "609", "623"], "1640", PrintedKind::Counts, "1639", AdditivityGrade::Failure);
        check(&["362", "572", "580"], "1515", PrintedKind::Counts, "1514", AdditivityGrade::Failure);
        let capital = ["1796.4", "2433.2", "1858.5"];
        check(&capital, "6443.1", PrintedKind::Rounded, "6088.1", AdditivityGrade::Failure);
    }

    #[test]
    fn the_sums_of_luan_match() {
        let signed = ["46", "19", "39", "52", "44", "47", "45", "52"];
        check(&signed, "344", PrintedKind::Counts, "344", AdditivityGrade::Exact);
        let started = ["43", "17", "34", "45", "37", "36", "34", "39"];
        check(&started, "285", PrintedKind::Counts, "285", AdditivityGrade::Exact);
    }

    #[test]
    fn rounding_explains_half_a_unit_of_each() {
        check(&["1.4", "1.4"], "3", PrintedKind::Rounded, "2.8", AdditivityGrade::Rounding);
        check(&["1.4", "1.4"], "2", PrintedKind::Rounded, "2.8", AdditivityGrade::Failure);
        let total = PrintedNumber::read("2").unwrap();
        assert_eq!(additivity(&[], total, PrintedKind::Counts), Err(NotEstimable::NothingObserved));
    }
}
