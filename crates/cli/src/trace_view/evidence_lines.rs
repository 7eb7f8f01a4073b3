//! Evidence as lines below a project (凭据行): what is said, when, and in which cells.

use pipeline::printing::Printing;
use pipeline::trace::evidence::Evidence;
use pipeline::trace::values::{TracedCell, TracedValue};
use unicode_width::UnicodeWidthStr;

use crate::options::Lang;
use crate::text_width::{one_line, padded};
use crate::trace_view::places::{field_name, marks, place, place_in_file, quoted, read_as};

/// Columns of a terminal for what is said.
const CLAIM: usize = 14;

/// The same for the month.
const MONTH: usize = 8;

/// How evidence is written.
#[derive(Clone, Copy)]
pub(crate) struct EvidenceStyle<'a> {
    /// How figures are printed.
    pub(crate) printing: &'a Printing,
    /// The language.
    pub(crate) lang: Lang,
    /// The cells too, not the records alone.
    pub(crate) with_cells: bool,
    /// The file of each cell; not where a line above names it.
    pub(crate) with_files: bool,
}

/// What is said, in one language.
pub(crate) fn claim_word(found: &Evidence, lang: Lang) -> &'static str {
    let (zh, en) = found.claim.words();
    lang.pick(zh, en)
}

/// The lines of some evidence, indented.
pub(crate) fn evidence_lines(evidence: &[Evidence], style: EvidenceStyle<'_>) -> Vec<String> {
    evidence.iter().flat_map(|found| lines_of(found, claim_word(found, style.lang), style)).collect()
}

/// The cells of one evidence below a line that names its file.
pub(crate) fn cells_of(found: &Evidence, style: EvidenceStyle<'_>) -> Vec<String> {
    let style = EvidenceStyle { with_files: false, ..style };
    found.values.iter().flat_map(|value| value_lines(value, style)).map(|line| format!("  {line}")).collect()
}

/// The lines of one evidence, under a word.
fn lines_of(found: &Evidence, word: &str, style: EvidenceStyle<'_>) -> Vec<String> {
    let month = found.month.as_deref().unwrap_or(style.lang.pick("台账", "ledger"));
    let head = format!("  {}{}", padded(word, CLAIM), padded(month, MONTH));
    let indent = " ".repeat(head.width());
    let mut lines = Vec::new();
    if let Some(carried) = carried(found, style.lang) {
        lines.push(carried);
    }
    match style.with_cells {
        true => lines.extend(found.values.iter().flat_map(|value| value_lines(value, style))),
        false => lines.push(record_line(found)),
    }
    if lines.is_empty() {
        lines.push(record_line(found));
    }
    let with_head = |(place, line): (usize, String)| {
        let line = format!("{}{line}", if place == 0 { &head } else { &indent });
        line.trim_end().to_owned()
    };
    lines.into_iter().enumerate().map(with_head).collect()
}

/// That a value was carried forward, and for how long.
fn carried(found: &Evidence, lang: Lang) -> Option<String> {
    let months = found.carried_months;
    (months > 0).then(|| match lang {
        Lang::Zh => format!("沿用 {months} 个月前报送的数"),
        Lang::En => format!("carried forward for {months} months"),
    })
}

fn record_line(found: &Evidence) -> String {
    let record = found.record_id.as_deref().unwrap_or_default();
    format!("{}  {record}", found.file).trim_end().to_owned()
}

/// One line a cell; the last one says what all of them were read as.
fn value_lines(value: &TracedValue, style: EvidenceStyle<'_>) -> Vec<String> {
    let lang = style.lang;
    let n_cells = value.cells.len();
    let line = |(index, cell): (usize, &TracedCell)| {
        let header = cell.header.clone().unwrap_or_else(|| field_name(&value.field, lang));
        let place = if style.with_files { place(cell, lang) } else { place_in_file(cell, lang) };
        let said = format!("{place}  {} {}", one_line(&header), quoted(&cell.text));
        let read = read_as(value, style.printing, lang);
        match index + 1 == n_cells {
            true if read == cell.text => format!("{said}  [{}]", marks(value, lang)),
            true => format!("{said} → {}  [{}]", read, marks(value, lang)),
            false => said,
        }
    };
    value.cells.iter().enumerate().map(line).collect()
}
