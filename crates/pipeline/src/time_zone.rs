//! The time zone of a pipeline (时区): a fixed offset such as `+08:00`, and the times that are read in it.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

/// Spellings of a day with a time that registers use, beside RFC 3339.
const TIMES: [&str; 6] = [
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
];

/// Spellings of a day.
const DAYS: [&str; 2] = ["%Y-%m-%d", "%Y/%m/%d"];

/// A fixed offset from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeZone(FixedOffset);

/// A text that is no offset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an offset such as `+08:00` or `Z`")]
pub struct NotAnOffset;

impl TimeZone {
    /// The offset.
    pub const fn offset(self) -> FixedOffset {
        self.0
    }

    /// A moment, whose day without a time means its first second.
    pub fn moment(self, text: &str) -> Option<DateTime<FixedOffset>> {
        self.moment_or_day(text, NaiveTime::MIN)
    }

    /// A moment, whose day without a time means its last second.
    pub fn moment_until(self, text: &str) -> Option<DateTime<FixedOffset>> {
        self.moment_or_day(text, NaiveTime::from_hms_opt(23, 59, 59)?)
    }

    fn moment_or_day(self, text: &str, time: NaiveTime) -> Option<DateTime<FixedOffset>> {
        let text = text.trim();
        if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
            return Some(moment);
        }
        let with_time = TIMES.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
        let day = || DAYS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
        let local = with_time.or_else(|| Some(day()?.and_time(time)))?;
        local.and_local_timezone(self.0).single()
    }
}

impl Default for TimeZone {
    fn default() -> TimeZone {
        "+08:00".parse().unwrap_or(TimeZone(chrono::Offset::fix(&chrono::Utc)))
    }
}

impl FromStr for TimeZone {
    type Err = NotAnOffset;

    fn from_str(text: &str) -> Result<TimeZone, NotAnOffset> {
        let text = if text == "Z" { "+00:00" } else { text };
        text.parse().map(TimeZone).map_err(|_| NotAnOffset)
    }
}

impl TryFrom<String> for TimeZone {
    type Error = NotAnOffset;

    fn try_from(text: String) -> Result<TimeZone, NotAnOffset> {
        text.parse()
    }
}

impl From<TimeZone> for String {
    fn from(zone: TimeZone) -> String {
        zone.to_string()
    }
}

impl fmt::Display for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let moment = TimeZone::default().moment(text).map(|moment| moment.to_rfc3339());
        assert_eq!(moment.as_deref(), expected, "{text}");
    }

    #[test]
    fn registers_spell_times_in_many_ways() {
        check("2023-03-05T09:51:00+08:00", Some("2023-03-05T09:51:00+08:00"));
        check("2023-03-05T01:51:00Z", Some("2023-03-05T01:51:00+00:00"));
        check("2023-03-05 09:51", Some("2023-03-05T09:51:00+08:00"));
        check("2023/3/5 9:51", Some("2023-03-05T09:51:00+08:00"));
        check("2023/3/5", Some("2023-03-05T00:00:00+08:00"));
        check("三月五日", None);
        check("", None);
    }

    #[test]
    fn a_day_means_its_last_second_when_it_is_a_limit() {
        let limit = TimeZone::default().moment_until("2023-07-31").unwrap();
        assert_eq!(limit.to_rfc3339(), "2023-07-31T23:59:59+08:00");
    }

    #[test]
    fn offsets_are_written_as_they_are_read() {
        for text in ["+08:00", "-03:30", "+00:00"] {
            assert_eq!(text.parse::<TimeZone>().unwrap().to_string(), text);
        }
        assert!("Asia/Shanghai".parse::<TimeZone>().is_err());
    }
}
