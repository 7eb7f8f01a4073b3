//! Queries over a small store that is made by hand.

use model::datasets::links::Link;
use model::datasets::projects::Project;
use store::parquet_rows::write_rows;
use store::releases::Store;
use tempfile::TempDir;

use super::*;

fn release() -> (TempDir, Release) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let new = store.begin("abc").unwrap();
    let project = |id: &str, unit: &str, contract_yuan: Option<i64>, day: Option<&str>| Project {
        project_id: id.to_owned(),
        counted_project_id: id.to_owned(),
        unit_code: Some(unit.to_owned()),
        contract_yuan,
        sign_date: day.and_then(|day| day.parse().ok()),
        ..Project::default()
    };
    let projects = [
        project("P1", "万州区", Some(9_007_199_254_740_993), Some("2021-08-23")),
        project("P2", "奉节县", Some(500), None),
        project("P3", "万州区", None, Some("2022-08-22")),
    ];
    write_rows(&new.folder().join("projects.parquet"), &projects).unwrap();
    write_rows::<Link>(&new.folder().join("links.parquet"), &[]).unwrap();
    let release = new.publish(true).unwrap();
    (folder, release)
}

fn check(sql: &str, expected: &[&[&str]]) {
    let (_folder, release) = release();
    let answer = query(&release, sql).unwrap().answer(None);
    let texts: Vec<Vec<String>> = answer
        .rows
        .iter()
        .map(|row| row.iter().map(|value| value.text().unwrap_or_else(|| "–".to_owned())).collect())
        .collect();
    assert_eq!(texts, expected, "{sql}");
}

fn refused(sql: &str) -> String {
    let (_folder, release) = release();
    let error = query(&release, sql).unwrap_err();
    let hint = error.in_english().hint.unwrap_or_default();
    format!("{error} | {hint}")
}

#[test]
fn values_come_back_as_they_are() {
    check(
        "SELECT project_id, contract_yuan FROM projects",
        &[&["P1", "9007199254740993"], &["P2", "500"], &["P3", "–"]],
    );
    check("SELECT sign_date FROM projects WHERE sign_date > '2022-01-01'", &[&["2022-08-22"]]);
    check("SELECT project_id FROM projects ORDER BY project_id DESC LIMIT 1", &[&["P3"]]);
    check(
        "SELECT COUNT(*) AS n, SUM(contract_yuan) / 2.0 AS half FROM projects WHERE contract_yuan < 1000",
        &[&["1", "250"]],
    );
}

#[test]
fn groups_come_in_the_same_order_each_time() {
    for _ in 0..5 {
        check(
            "SELECT unit_code, COUNT(*) AS n FROM projects GROUP BY unit_code",
            &[&["万州区", "2"], &["奉节县", "1"]],
        );
    }
}

#[test]
fn every_table_that_is_there_can_be_named() {
    check("SELECT p.project_id FROM projects p JOIN links l ON p.project_id = l.project_id", &[]);
    check("SHOW TABLES", &[&["links"], &["projects"]]);
    check(
        "WITH big AS (SELECT * FROM projects WHERE contract_yuan > 500) SELECT project_id FROM big",
        &[&["P1"]],
    );
}

#[test]
fn a_wrong_name_is_answered_with_its_like() {
    assert!(refused("SELECT * FROM project").contains("no table `project` | did you mean `projects`"));
    assert!(refused("SELECT contract_yan FROM projects").contains("`contract_yuan`"));
    assert!(refused("SELECT summ(contract_yuan) FROM projects").contains("`summ` | did you mean"));
    assert!(refused("SELEC * FROM projects").starts_with("the query cannot be run: "));
    assert!(refused(" ").starts_with("the query is empty"));
    assert!(refused("SELECT 1; SELECT 2").starts_with("the query cannot be run: "));
    assert!(refused("SELECT * FROM read_csv('/etc/passwd')").contains("cannot be run"));
}

#[test]
fn rows_can_be_left_out_and_are_still_counted() {
    let (_folder, release) = release();
    let result = query(&release, "SELECT * FROM projects").unwrap();
    let answer = result.answer(Some(2));
    assert_eq!((answer.rows.len(), answer.n_rows), (2, 3));
}
