//! The 207 synthetic projects (合成台账): their split by cohort, unit and industry is invented and never shown as real.

use std::path::Path;

use crate::reference_tests::triangle_files::rows;

pub(crate) struct Project {
    pub(crate) cohort: String,
    pub(crate) district: String,
    pub(crate) industry: String,
    pub(crate) contract_value: f64,
    pub(crate) capital: f64,
    pub(crate) is_started: bool,
    pub(crate) is_terminated: bool,
}

pub(crate) fn projects(folder: &Path) -> Vec<Project> {
    rows(folder, "survival/data/expo207_synthetic.csv").iter().map(|row| project(row)).collect()
}

fn project(row: &[String]) -> Project {
    Project {
        cohort: row[1].clone(),
        district: row[2].clone(),
        industry: row[3].clone(),
        contract_value: row[4].parse().unwrap(),
        capital: row[10].parse().unwrap(),
        is_started: row[8] == "1",
        is_terminated: row[8] == "2",
    }
}
