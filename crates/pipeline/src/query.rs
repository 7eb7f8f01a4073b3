//! SQL over the datasets of a release (查询). Only what the query names is read.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use model::datasets;
use model::date::Date;
use polars::error::set_warning_function;
use polars::prelude::{AnyValue, DataFrame, IntoLazy, PolarsError, PolarsResult, SortMultipleOptions};
use polars::sql::{SQLContext, extract_table_identifiers, keywords};
use store::any_frame::write_any_frame;
use store::frame_rows::frame_of_batches;
use store::frames::read_frame;
use store::releases::Release;

use crate::answer::{Answer, AnswerColumn, Value};
use crate::ask_error::AskError;
use crate::error::PipelineError;
use crate::query_refusal::{Known, refusal};

/// Words after which the engine gives rows in no fixed order.
const UNORDERED: [&str; 7] = ["GROUP", "DISTINCT", "JOIN", "UNION", "INTERSECT", "EXCEPT", "HAVING"];

/// What a query gave.
#[derive(Debug)]
pub struct QueryResult {
    frame: DataFrame,
}

/// Runs a query over the datasets of a release, each a table of its name.
pub fn query(release: &Release, sql: &str) -> Result<QueryResult, PipelineError> {
    if sql.trim().is_empty() {
        return Err(AskError::NoQuery.into());
    }
    set_warning_function(|warning, _| tracing::debug!(warning, "engine warned"));
    let mut known = known_tables(release);
    let refuse = |known: &Known, error: &PolarsError| PipelineError::from(refusal(&error.to_string(), known));
    known.named = extract_table_identifiers(sql, false, true).map_err(|error| refuse(&known, &error))?;
    let mut context = SQLContext::new();
    for dataset in datasets::ALL.iter().filter(|dataset| known.tables.contains(&dataset.name)) {
        let is_named = known.named.iter().any(|name| name.eq_ignore_ascii_case(dataset.name));
        let frame = match is_named {
            true => read_frame(&release.dataset_path(dataset.name), Some(dataset))?,
            false => frame_of_batches(dataset, &[]).map_err(|error| refuse(&known, &error))?,
        };
        context.register(dataset.name, frame.lazy());
    }
    let frame = run(&mut context, sql).map_err(|error| refuse(&known, &error))?;
    Ok(QueryResult { frame: in_fixed_order(frame, sql) })
}

fn run(context: &mut SQLContext, sql: &str) -> PolarsResult<DataFrame> {
    let attempt = AssertUnwindSafe(|| context.execute(sql)?.collect());
    catch_unwind(attempt).unwrap_or_else(|_| {
        Err(PolarsError::SQLInterface("the engine gave up on it; try to say it in a simpler way".into()))
    })
}

fn known_tables(release: &Release) -> Known {
    let is_there = |name: &str| release.dataset_path(name).is_file();
    let tables = datasets::ALL.iter().map(|dataset| dataset.name).filter(|name| is_there(name)).collect();
    Known { tables, named: Vec::new(), functions: keywords::all_functions() }
}

/// The same query gives the same bytes: rows without a stated order are sorted, from the first column on.
fn in_fixed_order(frame: DataFrame, sql: &str) -> DataFrame {
    let words = sql.to_uppercase();
    let mut words = words.split(|c: char| !c.is_alphanumeric() && c != '_');
    let has_order = words.clone().any(|word| word == "ORDER");
    if has_order || !words.any(|word| UNORDERED.contains(&word)) {
        return frame;
    }
    let names: Vec<String> = frame.get_column_names().iter().map(|name| name.to_string()).collect();
    frame.sort(names, SortMultipleOptions::default()).unwrap_or(frame)
}

impl QueryResult {
    /// The rows, at most so many.
    pub fn answer(&self, limit: Option<usize>) -> Answer {
        let shown = self.frame.head(Some(limit.unwrap_or(self.frame.height())));
        let columns = shown.columns();
        let described = |column: &polars::prelude::Column| AnswerColumn {
            name: column.name().to_string(),
            is_number: column.dtype().is_primitive_numeric(),
        };
        let row = |index: usize| columns.iter().map(|column| value_of(column.get(index))).collect();
        Answer {
            columns: columns.iter().map(described).collect(),
            rows: (0..shown.height()).map(row).collect(),
            n_rows: self.frame.height(),
        }
    }

    /// Writes the rows as Parquet. Gives how many there are.
    pub fn write_parquet(mut self, file: &Path) -> Result<usize, PipelineError> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            fs_err::create_dir_all(folder).map_err(|error| PipelineError::io(folder, error))?;
        }
        write_any_frame(file, &mut self.frame)?;
        Ok(self.frame.height())
    }
}

fn value_of(value: PolarsResult<AnyValue<'_>>) -> Value {
    match value {
        Ok(AnyValue::Null) | Err(_) => Value::Missing,
        Ok(AnyValue::Boolean(answer)) => Value::Boolean(answer),
        Ok(AnyValue::String(text)) => Value::Text(text.to_owned()),
        Ok(AnyValue::StringOwned(text)) => Value::Text(text.to_string()),
        Ok(AnyValue::Date(days)) => Value::Text(Date::from_days(days).to_string()),
        Ok(AnyValue::Float32(number)) => Value::Float(f64::from(number)),
        Ok(AnyValue::Float64(number)) => Value::Float(number),
        Ok(other) if other.is_integer() => other.extract::<i128>().map_or(Value::Missing, Value::Whole),
        Ok(other) => Value::Text(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
