//! Whether rows come in strictly ascending order of their key, so that the file is sorted and the key unique.

use std::cmp::Ordering;
use std::path::Path;

use arrow::array::{Array, ArrayRef, AsArray, RecordBatch};
use arrow::datatypes::{Date32Type, Float64Type, Int32Type, Int64Type};
use arrow::util::display::array_value_to_string;
use model::schema::Dataset;

use crate::arrow_schema::key_places;
use crate::error::StoreError;

/// Watches the batches of one file. Texts are compared byte by byte; a missing value comes first.
#[derive(Debug)]
pub struct KeyOrder {
    dataset: Dataset,
    places: Vec<usize>,
    last: Vec<ArrayRef>,
}

impl KeyOrder {
    /// Before the first batch.
    pub fn new(dataset: &Dataset) -> KeyOrder {
        KeyOrder { dataset: *dataset, places: key_places(dataset), last: Vec::new() }
    }

    /// Refuses a batch in which a key is not greater than the one before it; `path` names the file.
    pub fn check(&mut self, batch: &RecordBatch, path: &Path) -> Result<(), StoreError> {
        let keys: Vec<ArrayRef> =
            self.places.iter().filter_map(|place| batch.columns().get(*place)).cloned().collect();
        let n_rows = batch.num_rows();
        if n_rows == 0 {
            return Ok(());
        }
        if !self.last.is_empty() {
            self.check_pair((&self.last, 0), (&keys, 0), path)?;
        }
        for row in 1..n_rows {
            self.check_pair((&keys, row - 1), (&keys, row), path)?;
        }
        self.last = keys.iter().map(|column| column.slice(n_rows - 1, 1)).collect();
        Ok(())
    }

    fn check_pair(&self, before: KeyAt<'_>, after: KeyAt<'_>, path: &Path) -> Result<(), StoreError> {
        let (path, dataset) = (path.to_owned(), self.dataset.name);
        match compare(before, after) {
            Ordering::Less => Ok(()),
            Ordering::Equal => Err(StoreError::RepeatedKey { path, dataset, key: self.shown(after) }),
            Ordering::Greater => {
                let (key, previous) = (self.shown(after), self.shown(before));
                Err(StoreError::UnsortedKey { path, dataset, key, previous })
            }
        }
    }

    fn shown(&self, (columns, row): KeyAt<'_>) -> String {
        let shown = |(name, column): (&&str, &ArrayRef)| {
            let value = array_value_to_string(column, row).unwrap_or_default();
            format!("{name}={value}")
        };
        self.dataset.key.iter().zip(columns).map(shown).collect::<Vec<_>>().join(", ")
    }
}

type KeyAt<'a> = (&'a [ArrayRef], usize);

fn compare((left, left_row): KeyAt<'_>, (right, right_row): KeyAt<'_>) -> Ordering {
    let orders = left.iter().zip(right).map(|(left, right)| compare_values(left, left_row, right, right_row));
    orders.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn compare_values(left: &ArrayRef, left_row: usize, right: &ArrayRef, right_row: usize) -> Ordering {
    match (left.is_valid(left_row), right.is_valid(right_row)) {
        (true, true) => compare_present(left, left_row, right, right_row).unwrap_or(Ordering::Equal),
        (left_is_there, right_is_there) => left_is_there.cmp(&right_is_there),
    }
}

macro_rules! compare_numbers {
    ($ty:ty, $left:ident, $left_row:ident, $right:ident, $right_row:ident) => {
        if let Some((left, right)) = $left.as_primitive_opt::<$ty>().zip($right.as_primitive_opt::<$ty>()) {
            return left.value($left_row).partial_cmp(&right.value($right_row));
        }
    };
}

fn compare_present(left: &ArrayRef, left_row: usize, right: &ArrayRef, right_row: usize) -> Option<Ordering> {
    if let Some((left, right)) = left.as_string_opt::<i32>().zip(right.as_string_opt::<i32>()) {
        return Some(left.value(left_row).cmp(right.value(right_row)));
    }
    compare_numbers!(Date32Type, left, left_row, right, right_row);
    compare_numbers!(Int32Type, left, left_row, right, right_row);
    compare_numbers!(Int64Type, left, left_row, right, right_row);
    compare_numbers!(Float64Type, left, left_row, right, right_row);
    let (left, right) = left.as_boolean_opt().zip(right.as_boolean_opt())?;
    Some(left.value(left_row).cmp(&right.value(right_row)))
}
