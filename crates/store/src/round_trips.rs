//! Laws that hold for every declared dataset: written one way and read the other, nothing changes.

use std::collections::HashSet;
use std::fmt::Debug;
use std::path::Path;

use model::datasets;
use model::date::Date;
use model::row::{Row, Source};
use model::schema::{Column, Dataset};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use proptest::num::f64;
use proptest::prelude::*;

use crate::arrow_schema::{arrow_schema, file_words};
use crate::frames::{frame_of, read_frame, rows_of_frame, write_frame};
use crate::parquet_rows::{read_rows, write_rows};
use crate::sorted_rows::sort_rows;

/// Calls `$law::<Row>($args)` for each declared dataset.
macro_rules! for_every_dataset {
    ($law:ident ( $($arg:expr),* )) => {{
        let laws = [
            $law::<datasets::cells::CellRow>($($arg),*),
            $law::<datasets::columns::ColumnRow>($($arg),*),
            $law::<datasets::records::Record>($($arg),*),
            $law::<datasets::returns::ReturnRow>($($arg),*),
            $law::<datasets::ledger_entries::LedgerEntry>($($arg),*),
            $law::<datasets::ledger_changes::LedgerChange>($($arg),*),
            $law::<datasets::values::ValueRow>($($arg),*),
            $law::<datasets::observations::Observation>($($arg),*),
            $law::<datasets::links::Link>($($arg),*),
            $law::<datasets::projects::Project>($($arg),*),
            $law::<datasets::relations::Relation>($($arg),*),
            $law::<datasets::milestones::Milestone>($($arg),*),
            $law::<datasets::project_months::ProjectMonth>($($arg),*),
            $law::<datasets::doubts::Doubt>($($arg),*),
            $law::<datasets::reconciliation::Reconciliation>($($arg),*),
            $law::<datasets::findings::Finding>($($arg),*),
            $law::<datasets::cohort_metrics::CohortMetric>($($arg),*),
            $law::<datasets::headline_ranges::HeadlineRange>($($arg),*),
            $law::<datasets::cohort_ages::CohortAge>($($arg),*),
            $law::<datasets::start_curves::StartCurve>($($arg),*),
            $law::<datasets::curve_quartiles::CurveQuartile>($($arg),*),
            $law::<datasets::capital_triangle::CapitalTriangleCell>($($arg),*),
            $law::<datasets::capital_forecast::CapitalForecast>($($arg),*),
            $law::<datasets::comparisons::Comparison>($($arg),*),
            $law::<datasets::decomposition::Decomposition>($($arg),*),
            $law::<datasets::concentration::Concentration>($($arg),*),
            $law::<datasets::changes::Change>($($arg),*),
            $law::<datasets::supervision::Supervision>($($arg),*),
            $law::<datasets::expected_starts::ExpectedStarts>($($arg),*),
            $law::<datasets::rankings::Ranking>($($arg),*),
            $law::<datasets::revisions::Revision>($($arg),*),
            $law::<datasets::revision_summary::RevisionSummary>($($arg),*),
            $law::<datasets::published_audit::PublishedAudit>($($arg),*),
        ];
        laws.map(|()| ()).len()
    }};
}

/// Values of each type from which rows are made; they are taken in turn.
#[derive(Debug, Clone)]
struct Pool {
    texts: Vec<Option<String>>,
    int32s: Vec<Option<i32>>,
    int64s: Vec<Option<i64>>,
    float64s: Vec<Option<f64>>,
    booleans: Vec<Option<bool>>,
}

/// Gives rows with ascending keys and values of the pool.
struct PoolSource<'a> {
    pool: &'a Pool,
    dataset: Dataset,
    taken: usize,
}

impl PoolSource<'_> {
    /// Which value is due, and the number of the row where the column belongs to the key.
    fn step(&mut self) -> (usize, Option<i32>) {
        let (row, place) = (self.taken / self.dataset.columns.len(), self.taken % self.dataset.columns.len());
        self.taken += 1;
        let column: &Column = &self.dataset.columns[place];
        (self.taken, self.dataset.key.contains(&column.name).then_some(row as i32))
    }
}

impl Source for PoolSource<'_> {
    fn text(&mut self) -> Option<String> {
        let (turn, key) = self.step();
        key.map_or_else(
            || self.pool.texts[turn % self.pool.texts.len()].clone(),
            |row| Some(format!("{row:06}")),
        )
    }
    fn int32(&mut self) -> Option<i32> {
        let (turn, key) = self.step();
        key.or(self.pool.int32s[turn % self.pool.int32s.len()])
    }
    fn int64(&mut self) -> Option<i64> {
        let (turn, key) = self.step();
        key.map(i64::from).or(self.pool.int64s[turn % self.pool.int64s.len()])
    }
    fn float64(&mut self) -> Option<f64> {
        let (turn, _) = self.step();
        self.pool.float64s[turn % self.pool.float64s.len()]
    }
    fn boolean(&mut self) -> Option<bool> {
        let (turn, _) = self.step();
        self.pool.booleans[turn % self.pool.booleans.len()]
    }
    fn date(&mut self) -> Option<Date> {
        self.int32().map(Date::from_days)
    }
}

fn rows_from<R: Row>(pool: &Pool, n_rows: usize) -> Vec<R> {
    let mut source = PoolSource { pool, dataset: R::DATASET, taken: 0 };
    (0..n_rows).map(|_| R::read(&mut source)).collect()
}

fn plain_pool() -> Pool {
    Pool {
        texts: vec![Some("两江新区".to_owned()), None, Some(String::new()), Some("a\u{0}b\n𠮷".to_owned())],
        int32s: vec![Some(i32::MIN), None, Some(i32::MAX), Some(0)],
        int64s: vec![Some(i64::MIN), Some(i64::MAX), None],
        float64s: vec![Some(0.1), None, Some(std::primitive::f64::INFINITY), Some(-0.0), Some(5e-324)],
        booleans: vec![Some(true), None, Some(false)],
    }
}

/// Rows and frames give the same bytes, and each reads what the other wrote.
fn goes_round<R: Row + Debug + PartialEq>(pool: &Pool, n_rows: usize) {
    let folder = tempfile::tempdir().unwrap();
    let (by_rows, as_frame) = (folder.path().join("rows.parquet"), folder.path().join("frame.parquet"));
    let rows: Vec<R> = rows_from(pool, n_rows);
    write_rows(&by_rows, &rows).unwrap();
    let mut frame = read_frame(&by_rows, Some(&R::DATASET)).unwrap();
    assert!(frame.equals_missing(&frame_of(&rows).unwrap()), "{}", R::DATASET.name);
    assert_eq!(rows_of_frame::<R>(&frame).unwrap(), rows);
    write_frame(&as_frame, &R::DATASET, &mut frame).unwrap();
    assert_eq!(read_rows::<R>(&as_frame).unwrap(), rows);
    assert_eq!(fs_err::read(&by_rows).unwrap(), fs_err::read(&as_frame).unwrap(), "{}", R::DATASET.name);
    describes_itself(&as_frame, &R::DATASET);
}

fn describes_itself(path: &Path, dataset: &Dataset) {
    let file = fs_err::File::open(path).unwrap().into_file();
    let builder = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
    assert_eq!(builder.schema().fields(), arrow_schema(dataset).fields());
    for field in builder.schema().fields() {
        assert!(field.metadata().get("description_zh").is_some_and(|words| !words.is_empty()));
        assert_eq!(field.metadata().contains_key("null_rule"), field.is_nullable());
    }
    let words = builder.metadata().file_metadata().key_value_metadata().unwrap();
    for (name, text) in file_words(dataset) {
        assert!(words.iter().any(|word| word.key == name && word.value.as_ref() == Some(&text)), "{name}");
    }
}

#[test]
fn every_declared_dataset_goes_round() {
    for n_rows in [0, 1, 11] {
        let n_laws = for_every_dataset!(goes_round(&plain_pool(), n_rows));
        assert_eq!(n_laws, datasets::ALL.len(), "a dataset is missing in the list above");
    }
}

#[test]
fn more_rows_than_a_batch_go_round() {
    goes_round::<datasets::cells::CellRow>(&plain_pool(), 20_000);
}

fn pools() -> impl Strategy<Value = Pool> {
    let numbers = f64::NORMAL | f64::SUBNORMAL | f64::ZERO | f64::INFINITE | f64::NEGATIVE;
    let texts = prop::collection::vec(any::<Option<String>>(), 1..8);
    let int32s = prop::collection::vec(any::<Option<i32>>(), 1..6);
    let int64s = prop::collection::vec(any::<Option<i64>>(), 1..6);
    let float64s = prop::collection::vec(prop::option::of(numbers), 1..6);
    let booleans = prop::collection::vec(any::<Option<bool>>(), 1..4);
    (texts, int32s, int64s, float64s, booleans).prop_map(|(texts, int32s, int64s, float64s, booleans)| Pool {
        texts,
        int32s,
        int64s,
        float64s,
        booleans,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn random_rows_go_round(pool in pools(), n_rows in 0usize..40) {
        goes_round::<datasets::observations::Observation>(&pool, n_rows);
        goes_round::<datasets::records::Record>(&pool, n_rows);
        goes_round::<datasets::cohort_metrics::CohortMetric>(&pool, n_rows);
    }

    #[test]
    fn frames_and_rows_agree_on_the_order_of_keys(ids in prop::collection::vec(any::<String>(), 0..40)) {
        let ids: HashSet<String> = ids.into_iter().collect();
        let link = |id| datasets::links::Link { record_id: id, ..Default::default() };
        let mut links: Vec<datasets::links::Link> = ids.into_iter().map(link).collect();
        let mut frame = frame_of(&links).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("links.parquet");
        write_frame(&path, &datasets::links::Link::DATASET, &mut frame).unwrap();
        sort_rows(&mut links);
        prop_assert_eq!(read_rows::<datasets::links::Link>(&path).unwrap(), links);
    }
}
