//! One workbook to its cells, tables and header mapping, word for word, with addresses.

pub mod container;
pub mod dictionary;
pub mod error;
pub mod limits;
pub mod read;
pub mod refusal;

pub mod biff;
pub mod biff_formats;
pub mod body;
pub mod builtin;
pub mod caption;
pub mod columns;
pub mod concept;
pub mod copies;
pub mod grid;
pub mod group_stack;
pub mod header;
pub mod header_text;
pub mod labels;
pub mod leaves;
pub mod lexicon;
pub mod markup;
pub mod matching;
pub mod meaning;
pub mod memory;
pub mod meter;
pub mod month_text;
pub mod ods;
pub mod open;
pub mod package;
pub mod row_roles;
pub mod rows;
pub mod serial;
pub mod sheet_reading;
pub mod tables;
pub mod texts;
pub mod unit_text;
pub mod values;
pub mod vertical;
pub mod words;
pub mod workbook;
pub mod xlsx_parts;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod layout_tests;
