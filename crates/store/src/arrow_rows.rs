//! Rows of a dataset to and from Arrow record batches, one value after the other.

use std::sync::Arc;

use arrow::array::{
    Array, ArrayRef, AsArray, BooleanBuilder, Date32Builder, Float64Builder, Int32Builder, Int64Builder,
    RecordBatch, RecordBatchOptions, StringBuilder,
};
use arrow::datatypes::{Date32Type, Float64Type, Int32Type, Int64Type};
use model::date::Date;
use model::row::{Row, Sink, Source};
use model::schema::{Dataset, Kind};

use crate::arrow_schema::arrow_schema;
use crate::error::{Difference, StoreError};

/// Takes the values of rows and gives them as a record batch.
#[derive(Debug)]
pub struct BatchBuilder {
    dataset: Dataset,
    columns: Vec<ColumnBuilder>,
    next: usize,
    n_rows: usize,
    n_bytes: usize,
    problem: Option<String>,
}

#[derive(Debug)]
enum ColumnBuilder {
    Text(StringBuilder),
    Int32(Int32Builder),
    Int64(Int64Builder),
    Float64(Float64Builder),
    Boolean(BooleanBuilder),
    Date(Date32Builder),
}

impl BatchBuilder {
    /// An empty builder for rows of this dataset.
    pub fn new(dataset: &Dataset) -> BatchBuilder {
        let columns = dataset.columns.iter().map(|column| ColumnBuilder::new(column.kind)).collect();
        BatchBuilder { dataset: *dataset, columns, next: 0, n_rows: 0, n_bytes: 0, problem: None }
    }

    /// How many whole rows it holds.
    pub fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// How many bytes of text it holds.
    pub fn n_bytes(&self) -> usize {
        self.n_bytes
    }

    /// The rows taken so far as one batch; the builder is empty afterwards.
    ///
    /// Refused when values came in another type or number than declared, and when a required one is missing.
    pub fn finish(&mut self) -> Result<RecordBatch, StoreError> {
        let arrays: Vec<ArrayRef> = self.columns.iter_mut().map(ColumnBuilder::finish).collect();
        let (next, n_rows) = (std::mem::take(&mut self.next), std::mem::take(&mut self.n_rows));
        self.n_bytes = 0;
        if next != 0 {
            self.problem.get_or_insert_with(|| format!("the last row ends after {next} values"));
        }
        if let Some(problem) = self.problem.take() {
            return Err(StoreError::Values { dataset: self.dataset.name, problem });
        }
        self.refuse_missing(&arrays)?;
        let options = RecordBatchOptions::new().with_row_count(Some(n_rows));
        RecordBatch::try_new_with_options(arrow_schema(&self.dataset), arrays, &options)
            .map_err(|source| StoreError::Arrow { dataset: self.dataset.name, source: Box::new(source) })
    }

    fn refuse_missing(&self, arrays: &[ArrayRef]) -> Result<(), StoreError> {
        let lacking = |(column, array): (&model::schema::Column, &ArrayRef)| {
            let n_missing = array.null_count() as u64;
            let lacks = n_missing > 0 && !column.is_nullable();
            lacks.then_some(Difference::NullsInRequired { column: column.name, n_missing })
        };
        let differences: Vec<Difference> =
            self.dataset.columns.iter().zip(arrays).filter_map(lacking).collect();
        if differences.is_empty() {
            return Ok(());
        }
        let subject = "what was given".to_owned();
        Err(StoreError::DoesNotFit { subject, dataset: self.dataset.name, differences })
    }

    fn step(&mut self) -> Option<&mut ColumnBuilder> {
        let place = self.next;
        self.next += 1;
        if self.next >= self.columns.len() {
            self.next = 0;
            self.n_rows += 1;
        }
        self.columns.get_mut(place)
    }

    fn complain(&mut self, place: usize, came: &str) {
        let column = self.dataset.columns.get(place);
        let (name, expected) = column.map_or(("", ""), |column| (column.name, column.kind.as_str()));
        self.problem.get_or_insert_with(|| format!("column `{name}` should be {expected} and got {came}"));
    }
}

macro_rules! sink_method {
    ($method:ident, $variant:ident, $ty:ty, $name:literal, |$value:ident| $pass:expr) => {
        fn $method(&mut self, value: Option<$ty>) {
            let place = self.next;
            match self.step() {
                Some(ColumnBuilder::$variant(builder)) => builder.append_option(value.map(|$value| $pass)),
                _ => self.complain(place, $name),
            }
        }
    };
}

impl Sink for BatchBuilder {
    fn text(&mut self, value: Option<&str>) {
        let place = self.next;
        let n_bytes = value.map_or(0, str::len);
        match self.step() {
            Some(ColumnBuilder::Text(builder)) if fits(builder, n_bytes) => builder.append_option(value),
            Some(ColumnBuilder::Text(_)) => self.complain(place, "more than 2 GiB of text in one batch"),
            _ => self.complain(place, "String"),
        }
        self.n_bytes = self.n_bytes.saturating_add(n_bytes);
    }

    sink_method!(int32, Int32, i32, "Int32", |value| value);
    sink_method!(int64, Int64, i64, "Int64", |value| value);
    sink_method!(float64, Float64, f64, "Float64", |value| value);
    sink_method!(boolean, Boolean, bool, "Boolean", |value| value);
    sink_method!(date, Date, Date, "Date", |value| value.days());
}

fn fits(builder: &StringBuilder, n_bytes: usize) -> bool {
    builder.values_slice().len().saturating_add(n_bytes) <= i32::MAX as usize
}

impl ColumnBuilder {
    fn new(kind: Kind) -> ColumnBuilder {
        match kind {
            Kind::String => ColumnBuilder::Text(StringBuilder::new()),
            Kind::Int32 => ColumnBuilder::Int32(Int32Builder::new()),
            Kind::Int64 => ColumnBuilder::Int64(Int64Builder::new()),
            Kind::Float64 => ColumnBuilder::Float64(Float64Builder::new()),
            Kind::Boolean => ColumnBuilder::Boolean(BooleanBuilder::new()),
            Kind::Date => ColumnBuilder::Date(Date32Builder::new()),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            ColumnBuilder::Text(builder) => Arc::new(builder.finish()),
            ColumnBuilder::Int32(builder) => Arc::new(builder.finish()),
            ColumnBuilder::Int64(builder) => Arc::new(builder.finish()),
            ColumnBuilder::Float64(builder) => Arc::new(builder.finish()),
            ColumnBuilder::Boolean(builder) => Arc::new(builder.finish()),
            ColumnBuilder::Date(builder) => Arc::new(builder.finish()),
        }
    }
}

/// The rows of a batch. Columns are found by name; one that is missing or of another type gives missing values:
/// `read_rows` has refused such a file before.
pub fn rows_of_batch<R: Row>(batch: &RecordBatch) -> Vec<R> {
    let columns = R::DATASET.columns.iter().map(|column| batch.column_by_name(column.name)).collect();
    let mut source = BatchSource { columns, row: 0, next: 0 };
    let mut rows = Vec::with_capacity(batch.num_rows());
    for row in 0..batch.num_rows() {
        (source.row, source.next) = (row, 0);
        rows.push(R::read(&mut source));
    }
    rows
}

struct BatchSource<'a> {
    columns: Vec<Option<&'a ArrayRef>>,
    row: usize,
    next: usize,
}

impl<'a> BatchSource<'a> {
    /// The next column and the row, where a value stands there.
    fn step(&mut self) -> Option<(&'a ArrayRef, usize)> {
        let column = self.columns.get(self.next).copied().flatten();
        self.next += 1;
        column.filter(|column| column.is_valid(self.row)).map(|column| (column, self.row))
    }
}

impl Source for BatchSource<'_> {
    fn text(&mut self) -> Option<String> {
        let (column, row) = self.step()?;
        Some(column.as_string_opt::<i32>()?.value(row).to_owned())
    }

    fn int32(&mut self) -> Option<i32> {
        let (column, row) = self.step()?;
        Some(column.as_primitive_opt::<Int32Type>()?.value(row))
    }

    fn int64(&mut self) -> Option<i64> {
        let (column, row) = self.step()?;
        Some(column.as_primitive_opt::<Int64Type>()?.value(row))
    }

    fn float64(&mut self) -> Option<f64> {
        let (column, row) = self.step()?;
        Some(column.as_primitive_opt::<Float64Type>()?.value(row))
    }

    fn boolean(&mut self) -> Option<bool> {
        let (column, row) = self.step()?;
        Some(column.as_boolean_opt()?.value(row))
    }

    fn date(&mut self) -> Option<Date> {
        let (column, row) = self.step()?;
        Some(Date::from_days(column.as_primitive_opt::<Date32Type>()?.value(row)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::datasets::links::Link;

    #[test]
    fn a_value_of_another_type_is_refused_by_name() {
        let mut builder = BatchBuilder::new(&Link::DATASET);
        builder.text(Some("r1"));
        builder.int64(Some(1));
        let message = builder.finish().unwrap_err().to_string();
        assert!(message.contains("`project_id` should be String and got Int64"), "{message}");
    }

    #[test]
    fn a_row_that_ends_early_is_refused() {
        let mut builder = BatchBuilder::new(&Link::DATASET);
        builder.text(Some("r1"));
        assert!(builder.finish().unwrap_err().to_string().contains("ends after 1 values"));
    }

    #[test]
    fn a_required_value_that_is_missing_is_refused() {
        let mut builder = BatchBuilder::new(&Link::DATASET);
        Link::default().write(&mut builder);
        assert_eq!(builder.n_rows(), 1);
        for _ in 0..3 {
            builder.text(None);
        }
        builder.float64(None);
        builder.text(None);
        builder.float64(None);
        let message = builder.finish().unwrap_err().to_string();
        assert!(message.contains("`method` should always have a value and lacks 1"), "{message}");
        assert_eq!(builder.finish().unwrap().num_rows(), 0);
    }
}
