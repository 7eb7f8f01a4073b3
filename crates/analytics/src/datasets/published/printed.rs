//! What stands in print (公布的数字), read.

use model::month::Month;
use model::published_figure::PublishedFigure;

use crate::audit::printed_number::{PrintedNumber, power_of_ten};

/// In what a figure was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintedUnit {
    /// Whole things.
    Count,
    /// A percentage.
    Percent,
    /// Money, in so many yuan.
    Money(i64),
}

/// A printed figure that could be read.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    /// The row of the table.
    pub figure: &'a PublishedFigure,
    /// The number.
    pub number: PrintedNumber,
    /// Its unit.
    pub unit: PrintedUnit,
}

impl<'a> Printed<'a> {
    /// Reads a row. Missing when the print is no number, or the unit is not known.
    pub fn read(figure: &'a PublishedFigure) -> Option<Printed<'a>> {
        let unit = match figure.unit.trim() {
            "projects" | "个" => PrintedUnit::Count,
            "percent" | "%" => PrintedUnit::Percent,
            "yuan" | "元" => PrintedUnit::Money(1),
            "万元" => PrintedUnit::Money(10_000),
            "亿元" => PrintedUnit::Money(100_000_000),
            _ => return None,
        };
        Some(Printed { figure, number: PrintedNumber::read(&figure.printed)?, unit })
    }

    /// A count that is not negative.
    pub fn count(&self) -> Option<u64> {
        let is_count = self.unit == PrintedUnit::Count && self.number.n_decimals() == 0;
        u64::try_from(self.number.digits()).ok().filter(|_| is_count)
    }

    /// Money.
    pub fn is_money(&self) -> bool {
        matches!(self.unit, PrintedUnit::Money(_))
    }

    /// The figures that speak of the same thing: month, event, edition, dimension, value and source.
    pub fn place(&self) -> [&'a str; 6] {
        let figure = self.figure;
        [&figure.as_of, &figure.event, &figure.cohort, &figure.dimension, &figure.value, &figure.source]
    }
}

/// The month that a figure is about.
pub fn month_of(figure: &PublishedFigure) -> Option<Month> {
    figure.as_of.trim().parse().ok()
}

/// The number as floating point, for differences.
pub fn as_float(number: PrintedNumber) -> f64 {
    number.digits() as f64 / power_of_ten(number.n_decimals()) as f64
}

/// The first less the second, without the dust of floating point.
pub fn difference(first: PrintedNumber, second: PrintedNumber) -> f64 {
    let n_decimals = first.n_decimals().max(second.n_decimals());
    (first.digits_at(n_decimals) - second.digits_at(n_decimals)) as f64 / power_of_ten(n_decimals) as f64
}
