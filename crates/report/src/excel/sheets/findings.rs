//! The list of findings as a sheet (问题清单), each with a way to its project.

use crate::excel::book::Book;
use crate::excel::cell::{Cell, Ground};
use crate::excel::grid::{Block, Grid, Heading};
use crate::tables::findings_list::findings_list;
use crate::unit_names::UnitNames;

/// One row a finding, in the order of the list.
pub fn findings(book: &Book<'_>) -> Grid {
    let mut grid = book.grid(
        book.pick("问题清单", "Findings"),
        book.pick("报表问题清单", "Findings in the returns"),
        false,
    );
    grid.filtered = true;
    let units = book.release.reference.units.iter();
    let names: UnitNames = units.map(|unit| (unit.unit_id.clone(), unit.name.clone())).collect();
    let table = findings_list(book.release.rows.findings, &names, book.lang());
    let headers = table.columns.iter().map(|column| column.header(book.lang()));
    let heading = Heading::of(headers.chain([book.pick("项目", "project")]));
    let rows = table.rows.iter().zip(&book.findings).map(|(texts, finding)| {
        let project = finding.project_id.as_deref().unwrap_or_default();
        let target = book.project_target(project);
        let words = texts.iter().zip(0..).map(|(text, column)| match column {
            0 => Cell::mark(text.as_str()).on(ground(&finding.severity)),
            _ => Cell::words(text.as_str()),
        });
        words.chain([Cell::words(project).leading_to(target)]).collect()
    });
    let rows = rows.collect();
    let mut notes = table.notes.clone();
    notes.push(book.pick(NOTE_ZH, NOTE_EN).to_owned());
    grid.blocks.push(Block { heading, rows, notes, ..Block::default() });
    grid
}

const NOTE_ZH: &str = "以 = + - @ 开头的文字前加撇号，任何软件都不会当作公式执行。";
const NOTE_EN: &str =
    "Texts that begin with = + - @ have an apostrophe in front, so that no program takes them for a formula.";

fn ground(severity: &str) -> Ground {
    match severity {
        "error" => Ground::Red,
        "warning" => Ground::Yellow,
        _ => Ground::Plain,
    }
}
