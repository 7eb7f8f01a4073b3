//! A declared dataset as an Arrow schema, and what its Parquet file says of itself.

use std::collections::HashMap;
use std::sync::Arc;

use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use model::schema::{Column, Dataset, Kind};

/// The version of how luodi writes Parquet; it changes when a reader would have to know.
pub const FORMAT: &str = "1";

/// The Arrow type of a declared type.
pub fn arrow_type(kind: Kind) -> DataType {
    match kind {
        Kind::String => DataType::Utf8,
        Kind::Int32 => DataType::Int32,
        Kind::Int64 => DataType::Int64,
        Kind::Float64 => DataType::Float64,
        Kind::Boolean => DataType::Boolean,
        Kind::Date => DataType::Date32,
    }
}

/// The declared type of an Arrow type; nothing when it is none of the six.
pub fn kind_of_arrow(arrow_type: &DataType) -> Option<Kind> {
    match arrow_type {
        DataType::Utf8 => Some(Kind::String),
        DataType::Int32 => Some(Kind::Int32),
        DataType::Int64 => Some(Kind::Int64),
        DataType::Float64 => Some(Kind::Float64),
        DataType::Boolean => Some(Kind::Boolean),
        DataType::Date32 => Some(Kind::Date),
        _ => None,
    }
}

/// The Arrow schema of a dataset: required columns not nullable, descriptions and units as field metadata, and what
/// the dataset is as its own metadata.
pub fn arrow_schema(dataset: &Dataset) -> SchemaRef {
    let fields: Vec<Field> = dataset.columns.iter().map(arrow_field).collect();
    let metadata: HashMap<String, String> =
        dataset_words(dataset).into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    Arc::new(Schema::new_with_metadata(fields, metadata))
}

fn arrow_field(column: &Column) -> Field {
    let metadata: HashMap<String, String> =
        column_words(column).into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    Field::new(column.name, arrow_type(column.kind), column.is_nullable()).with_metadata(metadata)
}

fn column_words(column: &Column) -> Vec<(&'static str, &'static str)> {
    let mut words = vec![("description_zh", column.zh), ("description_en", column.en), ("unit", column.unit)];
    words.extend(column.missing.map(|rule| ("null_rule", rule)));
    words
}

/// What the file says of itself as key-value metadata, in this order; `columns` is JSON, for readers that do not
/// decode Arrow's field metadata.
pub fn file_words(dataset: &Dataset) -> Vec<(&'static str, String)> {
    let mut words = dataset_words(dataset);
    words.push(("columns", columns_json(dataset)));
    words
}

fn dataset_words(dataset: &Dataset) -> Vec<(&'static str, String)> {
    vec![
        ("dataset", dataset.name.to_owned()),
        ("key", dataset.key.join(",")),
        ("luodi_format", FORMAT.to_owned()),
        ("description_zh", dataset.zh.to_owned()),
        ("description_en", dataset.en.to_owned()),
    ]
}

fn columns_json(dataset: &Dataset) -> String {
    let described = dataset.columns.iter().map(|column| {
        let mut words = vec![("name", column.name), ("type", column.kind.as_str())];
        words.extend(column_words(column));
        words.into_iter().map(|(name, text)| (name.to_owned(), text.into())).collect()
    });
    serde_json::Value::Array(described.map(serde_json::Value::Object).collect()).to_string()
}

/// The places of the key columns among the columns, in sorting order.
pub fn key_places(dataset: &Dataset) -> Vec<usize> {
    let place = |name: &&str| dataset.columns.iter().position(|column| column.name == *name);
    dataset.key.iter().filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::datasets;

    #[test]
    fn every_declared_type_comes_back_from_arrow() {
        for column in datasets::ALL.iter().flat_map(|dataset| dataset.columns) {
            assert_eq!(kind_of_arrow(&arrow_type(column.kind)), Some(column.kind));
        }
    }

    #[test]
    fn keys_hold_no_floating_point_and_are_always_there() {
        for dataset in datasets::ALL {
            for place in key_places(dataset) {
                let column = &dataset.columns[place];
                assert!(
                    column.kind != Kind::Float64 && !column.is_nullable(),
                    "{}.{}",
                    dataset.name,
                    column.name
                );
            }
        }
    }
}
