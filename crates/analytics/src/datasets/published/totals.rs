//! Whether printed parts make the printed total (分项之和).

use crate::audit::additivity::{AdditivityGrade, PrintedKind, additivity};
use crate::audit::printed_number::PrintedNumber;
use crate::datasets::published::grades::{Grade, Verdict};
use crate::datasets::published::printed::{Printed, PrintedUnit, as_float};

/// The check of a total and its parts. A part that could not be read, or stands in another unit, is `None`.
///
/// Missing for percentages, which do not add up, and without parts.
pub fn additivity_check(total: &Printed<'_>, parts: &[Option<Printed<'_>>]) -> Option<Verdict> {
    let kind = match total.unit {
        PrintedUnit::Count => PrintedKind::Counts,
        PrintedUnit::Money(_) => PrintedKind::Rounded,
        PrintedUnit::Percent => return None,
    };
    let numbers: Vec<PrintedNumber> =
        parts.iter().flatten().filter(|part| part.unit == total.unit).map(|part| part.number).collect();
    let found = additivity(&numbers, total.number, kind).ok()?;
    let is_whole = numbers.len() == parts.len();
    let grade = match found.grade {
        _ if !is_whole => Grade::Partial,
        AdditivityGrade::Exact => Grade::Exact,
        AdditivityGrade::Rounding => Grade::Rounding,
        AdditivityGrade::Failure => Grade::Error,
    };
    Some(Verdict {
        possible: Some(found.sum.to_string()),
        difference: is_whole.then(|| as_float(found.difference)),
        ..Verdict::new("additivity", grade)
    })
}
