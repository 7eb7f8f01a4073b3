//! A return as its sender sent it, and what is to be said about it (待批注的报表).

use std::collections::BTreeMap;

use model::datasets::cells::CellRow;
use model::datasets::findings::Finding;
use model::date::Date;

use crate::lang::Lang;

/// The file that a unit sent.
#[derive(Debug, Clone, Copy)]
pub struct SentReturn<'a> {
    /// Its path below the received root.
    pub file: &'a str,
    /// What it is (`returns.format`): xlsx, xls, ods, csv, html …
    pub format: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Its rows of `cells`; needed where the file itself cannot take the marks. None where it could not be read.
    pub cells: &'a [CellRow],
    /// What is to be said about it.
    pub feedback: &'a ReturnFeedback<'a>,
}

/// What is to be said about one return.
#[derive(Debug, Clone, Default)]
pub struct ReturnFeedback<'a> {
    /// The findings of this return, whatever their state.
    pub findings: Vec<&'a Finding>,
    /// The return that the unit had sent before.
    pub previous_file: Option<&'a str>,
    /// The findings of that return which this one no longer has.
    pub fixed: Vec<&'a Finding>,
    /// What stood there in an earlier return, by `finding_id`.
    pub earlier: BTreeMap<&'a str, Earlier<'a>>,
    /// Names of the projects that findings are about, by `finding_id`.
    pub projects: BTreeMap<&'a str, &'a str>,
}

/// What an earlier return said in the same place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earlier<'a> {
    /// The text that stood there.
    pub raw: &'a str,
    /// The file, as its path below the received root.
    pub file: &'a str,
    /// The sheet.
    pub sheet: &'a str,
    /// The cell.
    pub address: &'a str,
}

/// For whom and for when the marks are made.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The language of comments and list.
    pub lang: Lang,
    /// Name of the unit; empty where it is not known.
    pub unit_name: &'a str,
    /// The month of the return.
    pub period: Option<Date>,
    /// Until when the answer is asked for.
    pub due: Option<Date>,
    /// The returns are synthetic, and the list says so.
    pub is_synthetic: bool,
}

/// What became of a workbook before it was marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin<'a> {
    /// The file itself, marked in place.
    AsSent,
    /// A copy of its cells; the format is that of the file.
    Rebuilt(&'a str),
    /// Nothing of it could be read.
    Unread,
}
