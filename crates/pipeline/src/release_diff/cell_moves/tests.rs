//! Cells of two small releases.

use model::field::Field;

use super::*;
use crate::release_diff::project_moves::ProjectStep;
use crate::trace::hand_made::empty;

fn release(status: &str, capital: &str) -> Grounds {
    empty().project_of("P1", "P1").said(
        "P1",
        "2023-05",
        &[(Field::StatusRaw, status), (Field::ArrivedTotal, capital)],
    )
}

fn bridge(measure: &str) -> ProjectBridge {
    let step = ProjectStep {
        project_id: "P1".to_owned(),
        name: String::new(),
        unit_code: None,
        component: "arrived".to_owned(),
        amount: 5,
    };
    ProjectBridge {
        event: "智博会".to_owned(),
        measure: measure.to_owned(),
        opening: 0,
        closing: 5,
        steps: vec![step],
        closes: true,
    }
}

fn told(before: &Grounds, after: &Grounds, bridges: &[ProjectBridge]) -> Vec<String> {
    let text = |side: &Option<CellSide>| side.as_ref().map(|side| side.text.clone()).unwrap_or_default();
    let tell = |moved: &CellMove| {
        let fields: Vec<&str> = moved.reads.iter().map(|read| read.field.as_str()).collect();
        format!("{} {}→{} {}", fields.join(","), text(&moved.before), text(&moved.after), moved.is_behind)
    };
    cell_moves(before, after, bridges).iter().map(tell).collect()
}

#[test]
fn only_what_says_something_else_is_a_move() {
    let (before, after) = (release("signed", "10"), release("signed", "15"));
    assert_eq!(told(&before, &after, &[bridge("capital_yuan")]), ["arrived_total 10→15 true"]);
    assert_eq!(told(&before, &after, &[bridge("n_started")]), ["arrived_total 10→15 false"]);
    assert!(told(&before, &before, &[]).is_empty());
    let mut elsewhere = before.clone();
    elsewhere.values.iter_mut().for_each(|value| value.address = "Z99".to_owned());
    assert!(told(&before, &elsewhere, &[]).is_empty(), "another place says the same");
}

#[test]
fn a_return_that_came_and_a_value_that_is_withheld_are_moves() {
    let before = release("signed", "10");
    let later = before.clone().said("P1", "2023-06", &[(Field::ArrivedTotal, "20")]);
    assert_eq!(told(&before, &later, &[bridge("capital_yuan")]), ["arrived_total →20 true"]);
    assert_eq!(told(&later, &before, &[]), ["arrived_total 20→ false"]);
    let mut withheld = before.clone();
    withheld.values.iter_mut().filter(|value| value.raw == "10").for_each(|value| value.withheld = true);
    assert_eq!(told(&before, &withheld, &[]), ["arrived_total 10→10 false"]);
}

#[test]
fn a_cell_that_tells_two_fields_is_one_move() {
    let one_cell = |text: &str| {
        let mut grounds = empty().project_of("P1", "P1").said(
            "P1",
            "2023-05",
            &[(Field::ProgressText, text), (Field::StatusRaw, text)],
        );
        grounds.values.iter_mut().for_each(|value| value.address = "C1".to_owned());
        grounds
    };
    let told = told(&one_cell("signed"), &one_cell("started"), &[bridge("n_started")]);
    assert_eq!(told, ["progress_text,status_raw signed→started true"]);
}
