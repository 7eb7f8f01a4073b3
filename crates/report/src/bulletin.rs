//! The bulletin (通报): what a bureau sends round every month, as a Word file. Sentences are templates with slots,
//! figures come ready and are rounded as the pipeline says.

pub mod by_edition;
pub mod by_unit;
pub mod definitions;
pub mod document;
pub mod docx;
pub mod head;
pub mod month_changes;
pub mod overall;
pub mod quality;
pub mod red_list;
pub mod speaker;
pub mod supervised;
pub mod templates;
#[cfg(test)]
mod tests;
pub mod unit_group;
pub mod unit_table;

use crate::bulletin::by_edition::add_editions;
use crate::bulletin::by_unit::add_units;
use crate::bulletin::definitions::{add_definitions, add_notes};
use crate::bulletin::document::Block;
use crate::bulletin::docx::{DocumentFrame, write_docx};
use crate::bulletin::head::{add_head, title};
use crate::bulletin::overall::add_overall;
use crate::bulletin::quality::add_quality;
use crate::bulletin::speaker::Speaker;
use crate::bulletin::supervised::{add_annex, add_supervision};
use crate::bulletin::templates::Templates;
use crate::error::ReportError;
use crate::release::Release;

/// The bulletin of a release as a Word file: the same release and sentences give the same bytes.
pub fn write_bulletin(release: &Release<'_>, templates: &Templates) -> Result<Vec<u8>, ReportError> {
    let speaker = Speaker { release, templates };
    let header = if release.is_synthetic { speaker.say("synthetic_header", &[])? } else { String::new() };
    let frame = DocumentFrame {
        lang: speaker.lang(),
        title: &title(&speaker)?,
        header: &header,
        as_of: release.as_of,
    };
    write_docx(&bulletin_blocks(release, templates)?, &frame)
}

/// The same as blocks, before Word.
pub fn bulletin_blocks(release: &Release<'_>, templates: &Templates) -> Result<Vec<Block>, ReportError> {
    let speaker = Speaker { release, templates };
    let mut blocks = Vec::new();
    add_head(&mut blocks, &speaker)?;
    add_overall(&mut blocks, &speaker)?;
    add_editions(&mut blocks, &speaker)?;
    add_units(&mut blocks, &speaker)?;
    add_supervision(&mut blocks, &speaker)?;
    add_quality(&mut blocks, &speaker)?;
    add_definitions(&mut blocks, &speaker)?;
    add_notes(&mut blocks, &speaker)?;
    add_annex(&mut blocks, &speaker)?;
    Ok(blocks)
}
