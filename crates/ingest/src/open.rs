//! Bytes to sheets: which reader reads what (打开).

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

use model::reading::Sheet;

use crate::container::{Container, sniff};
use crate::error::ReadError;
use crate::limits::Limits;
use crate::ods::read_ods;
use crate::package::{Package, open_package};
use crate::texts::{decode, read_delimited, read_html};
use crate::workbook::{read_xls, read_xlsb, read_xlsx};

/// The sheets of a workbook and the word for its format; the word alone where it cannot be read.
///
/// # Errors
/// The word for the format, and why it cannot be read.
pub fn open_sheets(
    bytes: &[u8],
    limits: &Limits,
) -> Result<(&'static str, Vec<Sheet>), (&'static str, ReadError)> {
    if bytes.len() as u64 > limits.file_bytes {
        return Err(("unknown", ReadError::over("bytes", limits.file_bytes)));
    }
    let container = sniff(bytes).map_err(|error| ("unknown", error))?;
    let (format, read) = match container {
        Container::Zip => {
            let package = open_package(bytes, limits).map_err(|error| ("zip", error))?;
            let format = package_format(&package).map_err(|error| ("zip", error))?;
            (format, guarded(|| read_package(&package, format, limits)))
        }
        Container::Ole => ("xls", guarded(|| read_xls(bytes, limits))),
        Container::Gzip => {
            ("csv", unzipped(bytes, limits).and_then(|text| read_delimited(&decode(&text), limits)))
        }
        Container::Html => ("html", read_html(&decode(bytes), limits)),
        Container::SpreadsheetXml => ("xml", Err(ReadError::NotAWorkbook("XML 2003".to_owned()))),
        Container::Delimited => ("csv", read_delimited(&decode(bytes), limits)),
    };
    read.map(|sheets| (format, sheets)).map_err(|error| (format, error))
}

fn package_format(package: &Package) -> Result<&'static str, ReadError> {
    if package.name_ending("word/document.xml").is_some() {
        return Err(ReadError::NotAWorkbook("Word".to_owned()));
    }
    if package.name_ending("ppt/presentation.xml").is_some() {
        return Err(ReadError::NotAWorkbook("PowerPoint".to_owned()));
    }
    if package.name_ending("workbook.bin").is_some() {
        return Ok("xlsb");
    }
    if package.text("mimetype").is_some_and(|kind| kind.contains("opendocument.spreadsheet")) {
        return Ok("ods");
    }
    let is_xlsx =
        package.name_ending("workbook.xml").is_some() || package.part("[Content_Types].xml").is_some();
    if is_xlsx { Ok("xlsx") } else { Err(ReadError::NotAWorkbook("ZIP".to_owned())) }
}

fn read_package(package: &Package, format: &str, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    match format {
        "xlsb" => read_xlsb(package, limits),
        "ods" => read_ods(package, limits),
        _ => read_xlsx(package, limits),
    }
}

fn unzipped(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let mut text = Vec::new();
    let decoder = flate2::read::MultiGzDecoder::new(bytes);
    decoder.take(limits.part_bytes + 1).read_to_end(&mut text).map_err(ReadError::damaged)?;
    if text.len() as u64 > limits.part_bytes {
        Err(ReadError::over("inflated bytes", limits.part_bytes))
    } else {
        Ok(text)
    }
}

/// Runs a reader; if it panics, the workbook is refused and nothing else happens.
fn guarded<T>(read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic");
        Err(ReadError::ReaderFailed(text.chars().take(200).collect()))
    })
}
