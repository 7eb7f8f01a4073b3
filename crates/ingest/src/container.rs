//! What a file is (容器), whatever its ending says, and which files are no returns at all.

use crate::error::ReadError;

/// A kind of content that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// A zip file: xlsx, xlsm, xlsb, ods, or something else.
    Zip,
    /// An OLE file: xls, et, or an encrypted package.
    Ole,
    /// A gzip file.
    Gzip,
    /// A web page.
    Html,
    /// An old single XML spreadsheet.
    SpreadsheetXml,
    /// Lines of text with separators.
    Delimited,
}

impl Container {
    /// The word for the format as far as the first bytes tell.
    pub const fn as_str(self) -> &'static str {
        match self {
            Container::Zip => "zip",
            Container::Ole => "ole",
            Container::Gzip => "gzip",
            Container::Html => "html",
            Container::SpreadsheetXml => "xml",
            Container::Delimited => "csv",
        }
    }
}

/// Contents that are named and refused.
const FOREIGN: [(&[u8], &str); 9] = [
    (b"%PDF", "PDF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"BM", "BMP"),
    (b"SQLite format 3", "SQLite"),
];

/// What the content is.
///
/// # Errors
/// Empty files, files of a foreign format, and bytes that are nothing known.
pub fn sniff(bytes: &[u8]) -> Result<Container, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Container::Zip);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Container::Ole);
    }
    if bytes.starts_with(b"\x1f\x8b") {
        return Ok(Container::Gzip);
    }
    if let Some((_, name)) = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ReadError::NotAWorkbook((*name).to_owned()));
    }
    sniff_text(bytes)
}

fn sniff_text(bytes: &[u8]) -> Result<Container, ReadError> {
    let head = &bytes[..bytes.len().min(4096)];
    let utf16 = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    let odd = head.iter().filter(|byte| **byte < 9 || (14..32).contains(*byte)).count();
    if !utf16 && odd > 0 {
        return Err(ReadError::damaged("unknown bytes"));
    }
    let lower = String::from_utf8_lossy(head).to_ascii_lowercase();
    if lower.contains("<html") || lower.contains("<table") || lower.contains("<!doctype html") {
        return Ok(Container::Html);
    }
    if lower.starts_with("mime-version:") && lower.contains("multipart/related") {
        return Err(ReadError::NotAWorkbook("MHTML".to_owned()));
    }
    if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Ok(Container::SpreadsheetXml);
    }
    if lower.trim_start_matches('\u{feff}').starts_with("<?xml") {
        return Err(ReadError::NotAWorkbook("XML".to_owned()));
    }
    Ok(Container::Delimited)
}

/// Why a file is no return at all and is passed over, by its name or path.
pub fn is_passed_over(file_name: &str) -> Option<&'static str> {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name).trim();
    let lower = name.to_lowercase();
    if lower.starts_with("~$") || lower.starts_with(".~lock") || lower.starts_with(".~") {
        return Some("lock file of an office program");
    }
    if lower.starts_with('.')
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "ehthumbs.db" | "icon\r")
    {
        return Some("hidden file");
    }
    if file_name.split(['/', '\\']).any(|part| part == "__MACOSX") {
        return Some("hidden file");
    }
    if lower == "register.csv" {
        return Some("register of receipts");
    }
    let stem = lower.rsplit_once('.').map_or(lower.as_str(), |(stem, _)| stem);
    let note = lower.ends_with(".txt") || lower.ends_with(".md");
    if note || stem == "readme" || lower.starts_with("readme.") {
        return Some("note");
    }
    let temporary = [".tmp", ".bak", ".part", ".crdownload"].iter().any(|ending| lower.ends_with(ending));
    temporary.then_some("temporary file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_told_by_their_first_bytes() {
        assert_eq!(sniff(b"PK\x03\x04..."), Ok(Container::Zip));
        assert_eq!(sniff(b""), Err(ReadError::Empty));
        assert_eq!(sniff(b"%PDF-1.7"), Err(ReadError::NotAWorkbook("PDF".to_owned())));
        assert_eq!(sniff("序号,项目名称\n1,甲".as_bytes()), Ok(Container::Delimited));
        assert_eq!(sniff(b"<html><table>"), Ok(Container::Html));
        assert!(matches!(sniff(b"\x00\x01\x02\x03"), Err(ReadError::Damaged(_))));
    }

    #[test]
    fn files_that_are_no_returns_are_named() {
        for name in
            ["~$a.xlsx", "x/.~lock.a.ods#", ".hidden", "Thumbs.db", "register.csv", "README.md", "说明.txt"]
        {
            assert!(is_passed_over(name).is_some(), "{name}");
        }
        for name in ["a.xlsx", "202302/附件1.et", "readme表.xlsx", "a.csv"] {
            assert!(is_passed_over(name).is_none(), "{name}");
        }
    }
}
