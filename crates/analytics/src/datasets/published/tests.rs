//! Tests of the audit (核验检验): the releases of 六安, of the seed headline and of Anhui, and small panels.

use model::datasets::project_months::ProjectMonth;
use model::datasets::published_audit::PublishedAudit;
use model::published_figure::PublishedFigure;

use crate::datasets::hand_made::{month, panel, start};
use crate::datasets::published::rows::published_audit;
use crate::panel::Panel;

fn releases() -> Vec<PublishedFigure> {
    let table = include_str!("published_figures.csv");
    csv::Reader::from_reader(table.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// `possible grade rounding` of one check of one figure.
fn told(rows: &[PublishedAudit], figure: &str, check: &str) -> String {
    let row = rows.iter().find(|row| row.figure_id == figure && row.check == check).unwrap();
    let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    format!("{} {} {}", said(&row.possible), row.grade, said(&row.rounding))
}

#[test]
fn the_table_of_luan_is_exact() {
    let rows = published_audit(&releases(), &[]);
    assert_eq!(told(&rows, "luan_signed", "additivity"), "344 exact -");
    assert_eq!(told(&rows, "luan_started", "additivity"), "285 exact -");
    let of_luan = rows.iter().filter(|row| row.figure_id.starts_with("luan") && row.check == "denominator");
    let grades: Vec<&str> = of_luan.map(|row| row.grade.as_str()).collect();
    assert_eq!(grades, ["exact"; 8]);
    assert_eq!(told(&rows, "luan_rate_6", "denominator"), "47 exact half_up");
    assert_eq!(told(&rows, "luan_rate_8", "denominator"), "52 exact both");
}

#[test]
fn the_seed_headline_is_consistent() {
    let rows = published_audit(&releases(), &[]);
    assert_eq!(told(&rows, "seed_start_rate", "denominator"), "207 exact both");
    assert_eq!(told(&rows, "seed_capital_rate", "money_range"), "6867.3–6910.3 exact both");
    assert_eq!(told(&rows, "seed_projects", "reproduced"), "- unknown -");
}

#[test]
fn three_sums_of_anhui_fail_and_two_percentages_are_impossible() {
    let rows = published_audit(&releases(), &[]);
    assert_eq!(told(&rows, "anhui_registered_all", "additivity"), "1639 error -");
    assert_eq!(told(&rows, "anhui_started_all", "additivity"), "1514 error -");
    assert_eq!(told(&rows, "anhui_capital_all", "additivity"), "6088.1 error -");
    let capital = rows.iter().find(|row| row.figure_id == "anhui_capital_all" && row.check == "additivity");
    assert_eq!(capital.unwrap().difference, Some(355.0));
    let common = |figure: &str| told(&rows, figure, "common_denominator");
    assert!(common("anhui_start_rate_2018").contains("error"), "{}", common("anhui_start_rate_2018"));
    assert_eq!(common("anhui_start_rate_2019"), "637 exact half_up");
    assert!(common("anhui_start_rate_2020").contains("error"), "{}", common("anhui_start_rate_2020"));
    assert_eq!(common("anhui_start_rate_all"), "1752 exact both");
    assert_eq!(told(&rows, "anhui_capital_rate_2018", "money_range"), "4192.3–4202.1 unknown -");
}

/// Four projects in July 2023: two started, one of them terminated since; one terminated before its start.
fn four_projects() -> Panel {
    let project = |id: &str, change: fn(&mut ProjectMonth)| {
        let mut row = ProjectMonth { contract_yuan: Some(200_000_000), ..month(id, "2023-07") };
        change(&mut row);
        row
    };
    let before = ProjectMonth { contract_yuan: Some(300_000_000), ..month("A", "2023-06") };
    panel(&[
        before,
        project("A", |row| start(row, 1, 0)),
        project("B", |row| {
            start(row, 1, 0);
            row.terminated = true;
        }),
        project("C", |row| row.terminated = true),
        project("D", |row| row.capital_cumulative_yuan = Some(150_000_000)),
    ])
}

fn figure(quantity: &str, printed: &str, unit: &str) -> PublishedFigure {
    let [id, as_of, event, cohort] = ["F", "2023-07", "智博会", "all"].map(str::to_owned);
    let [quantity, printed, unit] = [quantity, printed, unit].map(str::to_owned);
    PublishedFigure { id, as_of, event, cohort, quantity, printed, unit, ..PublishedFigure::default() }
}

/// `computed definition known_at grade rounding` of what a panel says of a figure.
#[track_caller]
fn check(quantity: &str, printed: &str, unit: &str, expected: &str) {
    let (panel, empty) = (four_projects(), Panel::default());
    let vintages = [(Some("2023-07"), &empty), (Some("2023-08"), &panel)];
    let rows = published_audit(&[figure(quantity, printed, unit)], &vintages);
    let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let row = rows.iter().find(|row| row.check == "reproduced").unwrap();
    let [computed, definition, known_at, rounding] =
        [&row.computed, &row.definition, &row.known_at, &row.rounding].map(said);
    assert_eq!(format!("{computed} | {definition} | {known_at} | {} {rounding}", row.grade), expected);
}

#[test]
fn definitions_are_found_by_what_they_print() {
    check("n_projects", "4", "projects", "4 | D0 | 2023-08 | exact both");
    check("n_projects", "3", "projects", "3 | D2 | 2023-08 | exact both");
    check("start_rate", "50%", "percent", "50 | D0; D1 | 2023-08 | exact both");
    check("start_rate", "66.7", "percent", "66.7 | D2 | 2023-08 | exact half_up");
    check("start_rate", "66.6", "percent", "66.7 | D2 | 2023-08 | rounding truncation");
    check("start_rate", "60", "percent", "67 | D2 | 2023-08 | error -");
    check("contract_yuan", "9.0", "亿元", "9.0 | D0 original | 2023-08 | exact both");
    check("contract_yuan", "80,000", "万元", "80000 | D0 as_of; D0 latest | 2023-08 | exact both");
    check("capital_yuan", "1", "亿元", "2 | D0; D1; D2 | 2023-08 | rounding truncation");
    check("capital_rate", "18.7", "percent", "18.8 | D0 as_of; D0 latest | 2023-08 | rounding truncation");
    check("start_rate", "3", "projects", "- | - | - | unknown -");
}

#[test]
fn what_cannot_be_read_is_unknown() {
    let total = PublishedFigure { id: "T".to_owned(), ..figure("n_projects", "5", "projects") };
    let part = |id: &str, printed: &str| PublishedFigure {
        id: id.to_owned(),
        part_of: "T".to_owned(),
        ..figure("n_projects", printed, "projects")
    };
    let odd =
        PublishedFigure { id: "Z".to_owned(), as_of: "soon".to_owned(), ..figure("mood", "1", "projects") };
    let rows = published_audit(&[total, part("A", "2"), part("B", "约3"), odd.clone(), odd], &[]);
    assert_eq!(told(&rows, "T", "additivity"), "2 partial -");
    assert_eq!(told(&rows, "B", "readable"), "- unknown -");
    assert!(rows.iter().all(|row| row.figure_id != "Z"));
    assert!(published_audit(&[], &[]).is_empty());
    let key = |row: &PublishedAudit| (row.figure_id.clone(), row.check.clone());
    let rows = published_audit(&releases(), &[(None, &four_projects())]);
    assert!(rows.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
}
