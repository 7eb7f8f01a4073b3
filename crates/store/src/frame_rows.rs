//! Rows of a dataset to and from polars frames, one value after the other.

use arrow::array::{AsArray, RecordBatch};
use arrow::datatypes::{Date32Type, Float64Type, Int32Type, Int64Type};
use model::date::Date;
use model::row::{Sink, Source};
use model::schema::{Column, Dataset, Kind};
use polars::prelude::{
    BooleanChunked, DataFrame, DataType, Float64Chunked, Int32Chunked, Int64Chunked, IntoColumn, IntoSeries,
    NewChunkedArray, PlSmallStr, PolarsResult, StringChunked,
};

/// The polars type of a declared type.
pub fn frame_type(kind: Kind) -> DataType {
    match kind {
        Kind::String => DataType::String,
        Kind::Int32 => DataType::Int32,
        Kind::Int64 => DataType::Int64,
        Kind::Float64 => DataType::Float64,
        Kind::Boolean => DataType::Boolean,
        Kind::Date => DataType::Date,
    }
}

/// The declared type of a polars type; nothing when it is none of the six.
pub fn kind_of_frame(frame_type: &DataType) -> Option<Kind> {
    match frame_type {
        DataType::String => Some(Kind::String),
        DataType::Int32 => Some(Kind::Int32),
        DataType::Int64 => Some(Kind::Int64),
        DataType::Float64 => Some(Kind::Float64),
        DataType::Boolean => Some(Kind::Boolean),
        DataType::Date => Some(Kind::Date),
        _ => None,
    }
}

/// One frame of the batches, which are of this dataset.
pub fn frame_of_batches(dataset: &Dataset, batches: &[RecordBatch]) -> PolarsResult<DataFrame> {
    let n_rows = batches.iter().map(RecordBatch::num_rows).sum();
    let columns = dataset.columns.iter().enumerate();
    let columns = columns.map(|(place, column)| column_of_batches(column, place, batches));
    DataFrame::new(n_rows, columns.collect::<PolarsResult<_>>()?)
}

macro_rules! numbers {
    ($chunked:ty, $ty:ty, $name:ident, $arrays:ident) => {
        <$chunked>::from_iter_options(
            $name,
            $arrays.filter_map(|array| array.as_primitive_opt::<$ty>()).flatten(),
        )
    };
}

fn column_of_batches(
    column: &Column,
    place: usize,
    batches: &[RecordBatch],
) -> PolarsResult<polars::prelude::Column> {
    let name = PlSmallStr::from_static(column.name);
    let arrays = batches.iter().filter_map(|batch| batch.columns().get(place));
    Ok(match column.kind {
        Kind::String => {
            let texts = arrays.filter_map(|array| array.as_string_opt::<i32>()).flatten();
            StringChunked::from_iter_options(name, texts).into_column()
        }
        Kind::Boolean => {
            let answers = arrays.filter_map(|array| array.as_boolean_opt()).flatten();
            BooleanChunked::from_iter_options(name, answers).into_column()
        }
        Kind::Int32 => numbers!(Int32Chunked, Int32Type, name, arrays).into_column(),
        Kind::Int64 => numbers!(Int64Chunked, Int64Type, name, arrays).into_column(),
        Kind::Float64 => numbers!(Float64Chunked, Float64Type, name, arrays).into_column(),
        Kind::Date => numbers!(Int32Chunked, Date32Type, name, arrays)
            .into_series()
            .cast(&DataType::Date)?
            .into_column(),
    })
}

/// Walks over a frame row by row. The frame has been checked against the dataset.
pub struct FrameRows<'a> {
    columns: Vec<Values<'a>>,
    next: usize,
}

type Each<'a, T> = Box<dyn Iterator<Item = Option<T>> + 'a>;

enum Values<'a> {
    Text(Each<'a, &'a str>),
    Int32(Each<'a, i32>),
    Int64(Each<'a, i64>),
    Float64(Each<'a, f64>),
    Boolean(Each<'a, bool>),
    Date(Each<'a, i32>),
}

impl<'a> FrameRows<'a> {
    /// Before the first row.
    pub fn new(frame: &'a DataFrame, dataset: &Dataset) -> PolarsResult<FrameRows<'a>> {
        let values = |column: &Column| -> PolarsResult<Values<'a>> {
            let found = frame.column(column.name)?;
            Ok(match column.kind {
                Kind::String => Values::Text(Box::new(found.str()?.iter())),
                Kind::Int32 => Values::Int32(Box::new(found.i32()?.iter())),
                Kind::Int64 => Values::Int64(Box::new(found.i64()?.iter())),
                Kind::Float64 => Values::Float64(Box::new(found.f64()?.iter())),
                Kind::Boolean => Values::Boolean(Box::new(found.bool()?.iter())),
                Kind::Date => Values::Date(Box::new(found.date()?.physical().iter())),
            })
        };
        Ok(FrameRows { columns: dataset.columns.iter().map(values).collect::<PolarsResult<_>>()?, next: 0 })
    }

    /// Gives the values of the next row to the sink.
    pub fn give_row(&mut self, sink: &mut dyn Sink) {
        for column in &mut self.columns {
            match column {
                Values::Text(texts) => sink.text(texts.next().flatten()),
                Values::Int32(numbers) => sink.int32(numbers.next().flatten()),
                Values::Int64(numbers) => sink.int64(numbers.next().flatten()),
                Values::Float64(numbers) => sink.float64(numbers.next().flatten()),
                Values::Boolean(answers) => sink.boolean(answers.next().flatten()),
                Values::Date(days) => sink.date(days.next().flatten().map(Date::from_days)),
            }
        }
    }

    fn step(&mut self) -> Option<&mut Values<'a>> {
        let place = self.next;
        self.next = if place + 1 >= self.columns.len() { 0 } else { place + 1 };
        self.columns.get_mut(place)
    }
}

macro_rules! source_method {
    ($method:ident, $variant:ident, $ty:ty, $convert:expr) => {
        fn $method(&mut self) -> Option<$ty> {
            match self.step() {
                Some(Values::$variant(values)) => values.next().flatten().map($convert),
                _ => None,
            }
        }
    };
}

impl Source for FrameRows<'_> {
    source_method!(text, Text, String, str::to_owned);
    source_method!(int32, Int32, i32, |number| number);
    source_method!(int64, Int64, i64, |number| number);
    source_method!(float64, Float64, f64, |number| number);
    source_method!(boolean, Boolean, bool, |answer| answer);
    source_method!(date, Date, Date, Date::from_days);
}
