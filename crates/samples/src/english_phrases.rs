//! What an English return says around and above its rows (英文用语): title, caption, headings with units, notes.

use model::amount_unit::AmountUnit;
use model::month::Month;
use model::reference::UnitRow;

use crate::column::{Column, UnitPlace};
use crate::headings::english;
use crate::random::Random;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `July`.
fn month_name(month: Month) -> &'static str {
    MONTHS.get(month.month() as usize - 1).copied().unwrap_or_default()
}

/// A title that names unit and month. The name of the unit stays Chinese, as it has no other.
pub(crate) fn title(unit: &UnitRow, period: Month, habit: &mut Random) -> String {
    let (name, year, month) = (&unit.name, period.year(), month_name(period));
    let (_, _, day) = period.last_day().civil();
    match habit.below(3) {
        0 => format!("{name}: Projects Signed at the Smart China Expo, Progress as of {day} {month} {year}"),
        1 => format!("Monthly Progress Report on Smart China Expo Projects, {name}, {month} {year}"),
        _ => format!("{name} - Smart China Expo Signed Projects (as of {month} {day}, {year})"),
    }
}

/// Who fills in, when, and the unit of money where the caption says it.
pub(crate) fn caption(unit: &UnitRow, period: Month, money: &str, habit: &mut Random) -> String {
    let next = period.plus(1);
    let when = format!("Date: {} {} {}", 2 + habit.below(7), month_name(next), next.year());
    let mut parts = vec![format!("Reporting unit: {}", unit.name), when];
    if !money.is_empty() {
        parts.push(format!("Unit: {money}"));
    }
    parts.join("      ")
}

/// The heading of a column, with its unit where it belongs there.
pub(crate) fn heading(column: &Column) -> String {
    let name = english(column.field);
    if column.is_money() && column.place == UnitPlace::Heading {
        format!("{name} ({})", unit_of_money(column.unit))
    } else {
        name.to_owned()
    }
}

/// A unit of money.
pub(crate) const fn unit_of_money(unit: AmountUnit) -> &'static str {
    match unit.scale {
        100_000_000 => "RMB 100 million",
        1_000_000 => "RMB million",
        10_000 => "RMB 10,000",
        _ => "RMB",
    }
}

/// A note below the table.
pub(crate) fn note(habit: &mut Random) -> &'static str {
    habit.pick(&[
        "Note: capital in place is counted when the bank has received it.",
        "Remarks: framework agreements are not included.",
        "",
    ])
}
