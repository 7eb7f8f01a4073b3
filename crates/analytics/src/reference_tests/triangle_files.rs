//! The triangles of the reference folder (对照三角形), as they lie there.

use std::path::Path;

use crate::triangles::triangle::{Triangle, TriangleCell};

/// The ten triangle files that other programs computed.
pub(crate) const NAMES: [&str; 10] =
    ["abc", "cc_sample", "genins", "mack_1997", "mcl", "mortgage", "quarterly", "raa", "ukmotor", "usauto"];

/// The rows of one file.
pub(crate) fn rows(folder: &Path, file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
    let row = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// One measure of one triangle.
pub(crate) fn triangle(folder: &Path, name: &str, measure: &str) -> Triangle {
    let rows = rows(folder, &format!("triangles/{name}.csv"));
    let cells: Vec<TriangleCell> =
        rows.iter().filter(|row| row[2] == measure).filter_map(|row| cell(row, 3)).collect();
    Triangle::from_cumulative(&cells).unwrap()
}

/// A cell of a row, when it has an age.
pub(crate) fn cell(row: &[String], value_column: usize) -> Option<TriangleCell> {
    let age_months = row[1].parse().ok()?;
    Some(TriangleCell { origin: row[0].clone(), age_months, value: row[value_column].parse().unwrap() })
}

/// The exposures of the sample that has some.
pub(crate) fn exposures(folder: &Path) -> Vec<f64> {
    let rows = rows(folder, "triangles/cc_sample.csv");
    rows.iter().filter(|row| row[2] == "exposure").map(|row| row[3].parse().unwrap()).collect()
}
