//! When a return is late (迟报): received after the due day of the month that follows its own.

use chrono::{DateTime, FixedOffset, NaiveDate};
use model::date::Date;
use model::month::Month;

use crate::time_zone::TimeZone;

/// The day until which returns of each month are in time.
#[derive(Debug, Clone, Copy)]
pub struct Due {
    /// Day of the following month.
    pub due_day: u32,
    /// Zone in which that day ends.
    pub zone: TimeZone,
}

impl Due {
    /// Whether a return of a month is late; nothing when it is not known when it was received.
    pub fn is_late(self, month: Month, received_at: Option<&str>) -> Option<bool> {
        let moment = self.zone.moment(received_at?)?;
        let received = moment.with_timezone(&self.zone.offset()).date_naive();
        Some(received > self.day(month)?)
    }

    /// The last second in which a return of a month is in time.
    pub fn end(self, month: Month) -> Option<DateTime<FixedOffset>> {
        self.zone.moment_until(&self.day(month)?.to_string())
    }

    /// The day until which returns of a month are in time.
    pub fn date(self, month: Month) -> Option<Date> {
        let due = month.plus(1);
        Date::new(due.year(), due.month(), self.due_day)
    }

    fn day(self, month: Month) -> Option<NaiveDate> {
        let due = month.plus(1);
        NaiveDate::from_ymd_opt(due.year(), due.month(), self.due_day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(received_at: &str, expected: Option<bool>) {
        let due = Due { due_day: 10, zone: TimeZone::default() };
        let july: Month = "2023-07".parse().unwrap();
        assert_eq!(due.is_late(july, Some(received_at)), expected, "{received_at}");
    }

    #[test]
    fn the_due_day_ends_in_the_zone_of_the_pipeline() {
        check("2023-08-10T23:59:59+08:00", Some(false));
        check("2023-08-11T00:00:00+08:00", Some(true));
        check("2023-08-10T16:30:00Z", Some(true));
        check("2023-07-15", Some(false));
        check("soon", None);
    }

    #[test]
    fn the_last_second_in_time_is_the_end_of_the_due_day() {
        let due = Due { due_day: 10, zone: TimeZone::default() };
        let end = due.end("2023-12".parse().unwrap()).unwrap().to_rfc3339();
        assert!(end.starts_with("2024-01-10T23:59:59"), "{end}");
        assert_eq!(due.is_late("2023-12".parse().unwrap(), Some(&end)), Some(false));
    }
}
