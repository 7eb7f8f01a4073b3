//! One workbook to its cells, tables and header mapping, word for word, with addresses.
//!
//! Reading order: the recipe ([`read`]); bytes to sheets ([`open`], [`container`], [`package`], [`workbook`], [`ods`],
//! [`texts`], [`limits`]); a sheet to its tables ([`read_sheet`], [`tables`], [`header`], [`leaves`], [`columns`],
//! [`body`], [`vertical`]); a header text to its field ([`dictionary`], [`matching`], [`concept`], [`lexicon`]).

pub mod read;
pub mod refusal;

pub mod container;
pub mod limits;
pub mod open;

pub mod biff;
pub mod biff_formats;
pub mod error;
pub mod markup;
pub mod meter;
pub mod ods;
pub mod package;
pub mod serial;
pub mod stored_zip;
pub mod texts;
pub mod workbook;
pub mod xlsb_records;
pub mod xlsx_parts;

pub mod copies;
pub mod read_sheet;
pub mod sheet_reading;

pub mod across;
pub mod areas;
pub mod body;
pub mod caption;
pub mod card;
pub mod claims;
pub mod columns;
pub mod grid;
pub mod group_stack;
pub mod header;
pub mod intro;
pub mod labels;
pub mod labels_aside;
pub mod leaves;
pub mod month_text;
pub mod months;
pub mod parts;
pub mod plain_table;
pub mod row_kinds;
pub mod row_roles;
pub mod rows;
pub mod stacked_header;
pub mod tables;
pub mod values;
pub mod vertical;

pub mod arrivals;
pub mod builtin;
pub mod composed;
pub mod concept;
pub mod dictionary;
pub mod events;
pub mod header_text;
pub mod lexicon;
pub mod matching;
pub mod meaning;
pub mod memory;
pub mod nouns;
pub mod overrides;
pub mod unit_text;
pub mod words;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod random_grids;
#[cfg(test)]
mod wording_tests;
