//! Figures by their names, right and wrong.

use super::*;
use crate::built_in;

fn rows() -> Vec<CohortMetric> {
    let row = |as_of: &str, cohort: &str, dimension: &str, value: &str| CohortMetric {
        as_of: as_of.parse().unwrap(),
        event: "智博会".to_owned(),
        cohort: cohort.to_owned(),
        dimension: dimension.to_owned(),
        value: value.to_owned(),
        ..CohortMetric::default()
    };
    vec![
        row("2023-06-30", "all", "all", "all"),
        row("2023-07-31", "all", "all", "all"),
        row("2023-07-31", "2020", "all", "all"),
        row("2023-07-31", "all", "unit", "CQ500101"),
        row("2023-07-31", "all", "size_band", ">=100"),
    ]
}

fn asked(as_of: Option<&str>, cohort: Option<&str>, part: Option<&str>) -> Result<String, String> {
    let question = FigureQuestion {
        as_of: as_of.map(|month| month.parse().unwrap()),
        cohort: cohort.map(str::to_owned),
        part: part.map(str::to_owned),
        ..FigureQuestion::default()
    };
    let rows = rows();
    let row = row_of(&rows, &question, &built_in::reference().unwrap());
    row.map(|row| format!("{} {} {}", row.as_of, row.cohort, row.value)).map_err(|error| {
        let hint = error.hints().map(|(_, english)| english).unwrap_or_default();
        format!("{error} | {hint}")
    })
}

#[test]
fn a_figure_is_found_by_names_and_codes() {
    let check = |as_of, cohort, part, expected: &str| {
        assert_eq!(asked(as_of, cohort, part).unwrap(), expected);
    };
    check(None, None, None, "2023-07-31 all all");
    check(Some("2023-06"), Some("ALL"), None, "2023-06-30 all all");
    check(None, Some("2020"), None, "2023-07-31 2020 all");
    for typed in ["unit=万州区", "单位=万州", "区县＝CQ500101", "unit= cq500101 "] {
        check(None, None, Some(typed), "2023-07-31 all CQ500101");
    }
    check(None, None, Some("size_band=>=100"), "2023-07-31 all >=100");
}

#[test]
fn what_is_not_there_is_told_with_its_like() {
    let refused = |as_of, cohort, part, expected: &[&str]| {
        let said = asked(as_of, cohort, part).unwrap_err();
        assert!(expected.iter().all(|text| said.contains(text)), "{said}");
    };
    refused(Some("2024-01"), None, None, &["no month with figures `2024-01`", "`2023-07`"]);
    refused(None, Some("2O20"), None, &["no edition `2O20`", "`2020`"]);
    refused(None, None, Some("units=万州"), &["no dimension `units`", "`unit`"]);
    refused(None, None, Some("unit=万洲区"), &["no value `万洲区`", "`万州区`"]);
    refused(None, None, Some("unit="), &["no value ``"]);
    refused(None, Some("2020"), Some("unit=万州区"), &["no project is counted for 2023-07 智博会 2020"]);
    refused(None, None, Some("unit=奉节县"), &["no project is counted for", "CQ500236"]);
}

#[test]
fn metrics_have_three_names() {
    let check = |typed: &str, expected: &str| assert_eq!(metric_of(typed).unwrap().name, expected);
    check("start_rate", "start_rate");
    check("Start_Rate", "start_rate");
    check("开工率", "start_rate");
    check("capital arrived since signing", "capital_yuan");
    let error = metric_of("strat_rate").unwrap_err();
    assert!(error.hints().unwrap().1.contains("`start_rate`"), "{error}");
    assert!(row_of(&[], &FigureQuestion::default(), &built_in::reference().unwrap()).is_err());
}
