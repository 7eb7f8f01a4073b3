//! The vocabulary of luodi: validated words, and the declaration of every dataset, finding and metric.
//!
//! Reading order: the words ([`date`], [`month`], [`precision`], [`cell_address`], [`stage`], [`field`]), the
//! language of declarations ([`schema`], [`row`]), the datasets, what can be wrong ([`finding`]), what is
//! computed ([`metric`]), what people edit ([`mod@reference`], [`policy`]), and what one workbook became
//! ([`reading`]). Pure: no files, no clock, no engine.

pub mod amount_unit;
pub mod calendar;
pub mod cell_address;
pub mod datasets;
pub mod date;
pub mod decisions;
pub mod digest;
pub mod field;
pub mod finding;
pub mod findings;
pub mod form;
pub mod metric;
pub mod month;
pub mod policy;
pub mod population;
pub mod precision;
pub mod published_figure;
pub mod reading;
pub mod reference;
pub mod row;
pub mod row_values;
pub mod schema;
pub mod severity;
pub mod stage;
pub mod supervision_rule;
