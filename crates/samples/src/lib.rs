//! Writes synthetic returns (合成报表) of any size, in many layouts, with the truth beside them: for tests, benches and
//! `luodi sample`. Every project, company, person and number is invented.
//!
//! Reading order: what is asked for ([`plan`], [`layout`]); the invented projects (`world`) and what one return says of
//! them ([`return_sheet`], [`mod@line`]); how it is drawn into cells ([`drawing`], `layouts`, `table`, `column`, `spelling`); how
//! that becomes a file ([`book`], [`workbook`]); and the whole folder with its truth tables ([`write_samples`], `truth`).
//! The same plan gives the same bytes.

mod banded;
pub mod book;
mod book_writer;
mod card;
mod column;
mod column_sets;
pub mod drawing;
mod english_phrases;
pub mod error;
mod file_names;
mod frame;
mod framed;
mod headings;
pub mod layout;
mod layouts;
mod ledger;
pub mod line;
mod names;
mod phrases;
pub mod plan;
mod planting;
mod random;
pub mod return_sheet;
mod sentences;
mod spelling;
pub mod subject;
mod submissions;
mod table;
mod truth;
pub mod workbook;
mod world;
pub mod write_samples;
