//! The bulletin as a Word file (docx): the parts of the package, in a fixed order and without a clock.

pub mod body;
pub mod chart;
pub mod chart_data;
pub mod looks;
pub mod node;
pub mod package;
pub mod page_edges;
pub mod paragraph;
pub mod styles;
pub mod table;

use std::io::{Cursor, Write};

use model::date::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::bulletin::document::{BarChart, Block};
use crate::bulletin::docx::body::document;
use crate::bulletin::docx::chart::chart_part;
use crate::bulletin::docx::chart_data::chart_data;
use crate::bulletin::docx::node::Node;
use crate::bulletin::docx::package::{
    chart_relations, content_types, document_relations, package_relations, properties, settings,
};
use crate::bulletin::docx::page_edges::{footer, header};
use crate::bulletin::docx::styles::{font_table, styles};
use crate::error::ReportError;
use crate::lang::Lang;

/// What stands in the file beside the blocks.
#[derive(Debug, Clone, Copy)]
pub struct DocumentFrame<'a> {
    /// The language.
    pub lang: Lang,
    /// Title in the properties of the file.
    pub title: &'a str,
    /// The text at the head of every page, empty where there is none.
    pub header: &'a str,
    /// The day that the file is dated.
    pub as_of: Date,
}

/// The blocks as a Word file: the same blocks give the same bytes.
pub fn write_docx(blocks: &[Block], frame: &DocumentFrame) -> Result<Vec<u8>, ReportError> {
    let charts: Vec<&BarChart> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            Block::Line(..) | Block::Table(_) => None,
        })
        .collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts(blocks, charts.len(), frame) {
        add_part(&mut zip, name, &part)?;
    }
    for (number, chart) in (1..).zip(charts) {
        add_part(&mut zip, &format!("word/charts/chart{number}.xml"), &chart_part(chart))?;
        add_part(&mut zip, &format!("word/charts/_rels/chart{number}.xml.rels"), &chart_relations(number))?;
        let data = chart_data(chart, frame.as_of).map_err(ReportError::ChartData)?;
        add(&mut zip, &format!("word/embeddings/chart{number}.xlsx"), &data)?;
    }
    Ok(zip.finish().map_err(ReportError::PackBulletin)?.into_inner())
}

fn parts(blocks: &[Block], n_charts: usize, frame: &DocumentFrame) -> Vec<(&'static str, Node)> {
    vec![
        ("[Content_Types].xml", content_types(n_charts)),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", properties(frame.title, frame.as_of)),
        ("word/document.xml", document(blocks, frame.lang)),
        ("word/_rels/document.xml.rels", document_relations(n_charts)),
        ("word/styles.xml", styles(frame.lang)),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", font_table()),
        ("word/header1.xml", header(frame.header, frame.lang)),
        ("word/footer1.xml", footer(frame.lang)),
    ]
}

fn add_part(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, part: &Node) -> Result<(), ReportError> {
    let refused = |source| ReportError::Part { part: name.to_owned(), source };
    add(zip, name, &part.part().map_err(refused)?)
}

fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), ReportError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    zip.start_file(name, options).map_err(ReportError::PackBulletin)?;
    zip.write_all(bytes).map_err(|source| ReportError::Part { part: name.to_owned(), source })
}
