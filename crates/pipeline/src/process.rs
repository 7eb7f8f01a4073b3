//! Who runs, and when (进程与时钟): what the lock and the manifest say. The clock reaches no dataset.

use chrono::{SecondsFormat, Utc};

use crate::time_zone::TimeZone;

/// The present moment in a time zone, RFC 3339.
pub fn now(zone: TimeZone) -> String {
    Utc::now().with_timezone(&zone.offset()).to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// Process, start and host, for whoever finds the store in use.
pub fn describe_process(zone: TimeZone) -> String {
    let host = fs_err::read_to_string("/etc/hostname").unwrap_or_default();
    let host = Some(host.trim()).filter(|host| !host.is_empty()).unwrap_or("this machine");
    format!("process {} since {} on {host}", std::process::id(), now(zone))
}
