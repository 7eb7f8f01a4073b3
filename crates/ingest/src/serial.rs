//! Date serials of Excel (日期序号) to ISO text.

use model::date::Date;

/// Days between the two epochs of Excel.
pub const DAYS_1904: f64 = 1462.0;

/// The day, and the time where there is one, of a serial of the 1900 system.
pub fn iso_text(serial: f64) -> String {
    if !(0.0..3_000_000.0).contains(&serial) {
        return serial.to_string();
    }
    let seconds = ((serial.fract() * 86_400.0).round() as u32).min(86_399);
    let day = day_text(serial.trunc() as i32);
    if seconds == 0 {
        return day;
    }
    format!("{day}T{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Excel counts a 29 February 1900, and a day zero before its first day.
fn day_text(day: i32) -> String {
    match day {
        0 => "1900-01-00".to_owned(),
        60 => "1900-02-29".to_owned(),
        1..60 => Date::from_days(day - 25_568).to_string(),
        _ => Date::from_days(day - 25_569).to_string(),
    }
}

/// The serial of an ISO text such as `2023-07-15` or `2023-07-15T10:00:00`.
pub fn from_iso(text: &str) -> Option<f64> {
    let (day, time) = match text.split_once(['T', ' ']) {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let mut parts = day.splitn(3, '-').map(str::parse::<u32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    let date = Date::new(i32::try_from(year).ok()?, month, day)?;
    let serial = f64::from(date.days() + 25_569);
    Some(serial + time.map_or(0.0, fraction_of_day))
}

fn fraction_of_day(time: &str) -> f64 {
    let mut parts = time.trim_end_matches('Z').splitn(3, ':').map(|part| part.parse::<f64>().unwrap_or(0.0));
    let mut next = || parts.next().unwrap_or(0.0);
    (next() * 3600.0 + next() * 60.0 + next()) / 86_400.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_become_days_and_times() {
        assert_eq!(iso_text(45_122.0), "2023-07-15");
        assert_eq!(iso_text(45_122.5), "2023-07-15T12:00:00");
        assert_eq!(iso_text(1.0), "1900-01-01");
        assert_eq!(iso_text(0.0), "1900-01-00");
        assert_eq!(iso_text(60.0), "1900-02-29");
        assert_eq!(iso_text(61.0), "1900-03-01");
        assert_eq!(from_iso("2023-07-15"), Some(45_122.0));
        assert_eq!(from_iso("2023-07-15T12:00:00"), Some(45_122.5));
        assert_eq!(from_iso("2023-13-15"), None);
    }
}
