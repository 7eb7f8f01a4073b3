//! The register (收文登记): when each file came. Without it, receipt is unknown.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::csv_table::read_table;
use crate::error::PipelineError;
use crate::time_zone::TimeZone;

/// Receipt by file, RFC 3339.
pub type Register = BTreeMap<String, String>;

#[derive(Deserialize)]
struct RegisterRow {
    file: String,
    received_at: String,
}

/// Reads the register that somebody named, or the `register.csv` of the received root where there is one.
///
/// Its files are below the folder of the register; where that says nothing, below the received root.
pub fn read_register(named: Option<&Path>, root: &Path, zone: TimeZone) -> Result<Register, PipelineError> {
    let beside = root.join("register.csv");
    let file = named.unwrap_or(&beside);
    if named.is_none() && !beside.is_file() {
        return Ok(Register::new());
    }
    let rows: Vec<RegisterRow> = read_table(file)?;
    let folder = std::path::absolute(file).unwrap_or_default();
    let folder = folder.parent().unwrap_or(root);
    Ok(rows.into_iter().filter_map(|row| entry(row, folder, root, zone)).collect())
}

fn entry(row: RegisterRow, folder: &Path, root: &Path, zone: TimeZone) -> Option<(String, String)> {
    let written = row.file.trim().replace('\\', "/");
    let path = folder.join(&written);
    let below_root = path.strip_prefix(root).ok().map(|below| below.to_string_lossy().into_owned());
    let file: String = below_root.unwrap_or(written).nfc().collect();
    let moment = zone.moment(&row.received_at);
    if moment.is_none() && !row.received_at.trim().is_empty() {
        tracing::warn!(%file, received_at = %row.received_at, "passed over a time of receipt that cannot be read");
    }
    Some((file, moment?.to_rfc3339()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_at_the_root_is_read() {
        let root = tempfile::tempdir().unwrap();
        let text = "file,received_at\n202307\\北碚.xls,2023/8/3 9:51\n202307/渝北.xls,昨天\n";
        fs_err::write(root.path().join("register.csv"), text).unwrap();
        let register = read_register(None, root.path(), TimeZone::default()).unwrap();
        let expected = ("202307/北碚.xls".to_owned(), "2023-08-03T09:51:00+08:00".to_owned());
        assert_eq!(register.into_iter().collect::<Vec<_>>(), [expected]);
    }

    #[test]
    fn no_register_is_no_error_but_a_named_one_has_to_be_there() {
        let root = tempfile::tempdir().unwrap();
        assert!(read_register(None, root.path(), TimeZone::default()).unwrap().is_empty());
        let named = root.path().join("other.csv");
        assert!(read_register(Some(&named), root.path(), TimeZone::default()).is_err());
    }

    #[test]
    fn a_register_above_the_root_is_understood() {
        let above = tempfile::tempdir().unwrap();
        let register = above.path().join("register.csv");
        fs_err::write(&register, "file,received_at\n202307/a.xls,2023-08-03\n").unwrap();
        let check = |root: &Path, expected: &str| {
            let read = read_register(Some(&register), root, TimeZone::default()).unwrap();
            assert_eq!(read.keys().collect::<Vec<_>>(), [expected]);
        };
        check(&above.path().join("202307"), "a.xls");
        check(Path::new("/elsewhere"), "202307/a.xls");
    }
}
