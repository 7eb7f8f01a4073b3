//! One workbook to its cells, tables and header mapping, word for word, with addresses.

pub mod container;
pub mod dictionary;
pub mod error;
pub mod limits;
pub mod read;
pub mod refusal;

pub mod biff;
pub mod biff_formats;
pub mod markup;
pub mod meter;
pub mod ods;
pub mod open;
pub mod package;
pub mod serial;
pub mod texts;
pub mod workbook;
pub mod xlsx_parts;
pub mod header_text;
pub mod unit_text;
pub mod lexicon;
pub mod concept;
pub mod builtin;
pub mod meaning;
pub mod grid;
pub mod labels;
pub mod caption;
pub mod row_roles;
pub mod header;
pub mod leaves;
pub mod tables;
pub mod columns;
pub mod values;
pub mod body;
pub mod group_stack;
pub mod rows;
pub mod sheet_reading;
pub mod month_text;
pub mod vertical;
pub mod copies;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod layout_tests;
