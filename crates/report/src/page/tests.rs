//! Tests of the whole page: what stands in it, that nothing in it is alive that should not be, that it is stable.

use super::*;
use crate::lang::Lang;
use crate::release::Rows;
use crate::style::Style;
use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::findings::Finding;
use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::supervision::Supervision;
use model::datasets::values::ValueRow;
use model::date::Date;
use model::policy::{Policy, Scope};
use model::reference::Reference;
use proptest::prelude::*;

fn july() -> Date {
    "2023-07-31".parse().unwrap()
}

fn page_of(rows: Rows<'_>) -> String {
    page_in(Lang::Zh, rows)
}

fn page_in(lang: Lang, rows: Rows<'_>) -> String {
    let release = Release {
        name: "smart-expo",
        release_id: "0123",
        as_of: july(),
        rows,
        reference: &Reference::default(),
        definitions: &[],
        policy: &Policy::default(),
        scope: &Scope::default(),
        style: &Style { lang, ..Style::default() },
        is_synthetic: true,
    };
    write_page(&release).unwrap()
}

fn metric(cohort: &str, dimension: &str, value: &str) -> CohortMetric {
    CohortMetric {
        as_of: july(),
        event: "智博会".to_owned(),
        cohort: cohort.to_owned(),
        dimension: dimension.to_owned(),
        value: value.to_owned(),
        n_projects: 207,
        n_started: 128,
        n_production: 49,
        n_suspended: 31,
        n_terminated: 17,
        n_unreported: 23,
        new_started: 13,
        contract_yuan: 687_600_000_000,
        contract_started_yuan: 408_354_000_000,
        capital_yuan: 110_219_900_000,
        capital_month_yuan: 5_284_300_000,
        median_months_to_start: Some(14.5),
        ..CohortMetric::default()
    }
}

/// One project whose every text is the given one, with its record and cell.
fn page_about(text: &str) -> String {
    let own = || text.to_owned();
    let (projects, months) = ([project(text)], [month(text)]);
    let lights = [Supervision {
        as_of: july(),
        project_id: own(),
        light: "red".to_owned(),
        rules: Some(own()),
        ..Supervision::default()
    }];
    let observations = [Observation {
        record_id: own(),
        period: july(),
        counted_project_id: own(),
        ..Observation::default()
    }];
    let values = [ValueRow {
        record_id: own(),
        field: "project_name".to_owned(),
        raw: own(),
        address: own(),
        ..ValueRow::default()
    }];
    let findings =
        [Finding { unit_code: Some(own()), message_zh: own(), sheet: Some(own()), ..Finding::default() }];
    page_of(Rows {
        metrics: &[
            metric("all", "all", "all"),
            metric(text, "all", "all"),
            metric("all", "unit", text),
            metric("all", "industry", text),
        ],
        projects: &projects,
        project_months: &months,
        supervision: &lights,
        observations: &observations,
        values: &values,
        findings: &findings,
        ..Rows::default()
    })
}

fn project(text: &str) -> Project {
    let own = || text.to_owned();
    Project {
        project_id: own(),
        name: own(),
        investor: Some(own()),
        aliases: Some(own()),
        ..Project::default()
    }
}

fn month(text: &str) -> ProjectMonth {
    let own = || text.to_owned();
    ProjectMonth {
        project_id: own(),
        as_of: july(),
        cohort: Some(own()),
        unit_code: Some(own()),
        ..ProjectMonth::default()
    }
}

/// How often a piece stands in a page that holds no foreign text.
fn count(page: &str, piece: &str) -> usize {
    page.to_lowercase().matches(piece).count()
}

#[track_caller]
fn check_harmless(text: &str) {
    let (plain, hostile) = (page_about("x"), page_about(text));
    for piece in ["<script", "</script", "<img", "<svg", "<iframe", "<!--", "<b>", "<style", "</style"] {
        assert_eq!(count(&plain, piece), count(&hostile, piece), "{piece} in {text}");
    }
}

#[test]
fn hostile_texts_stay_texts() {
    check_harmless("<script>alert(1)</script>");
    check_harmless("</script><img src=x onerror=alert(1)>");
    check_harmless("--><!--<b>");
    check_harmless("</style><svg onload=alert(1)>");
    check_harmless("\" onmouseover=\"alert(1)\" <iframe>");
    let page = page_about("=cmd|' /C calc'!A0 \u{202e}مرحبا 🏭");
    assert!(page.contains("=cmd|") && page.contains("🏭"));
}

#[test]
fn every_figure_of_the_edition_table_stands_in_the_page() {
    let page = page_of(Rows {
        metrics: &[metric("2020", "all", "all"), metric("all", "all", "all")],
        ..Rows::default()
    });
    let table = page.split("id=\"editions\"").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
    for figure in [
        "207", "6876.0", "687.60", "128", "61.8", "59.4", "49", "31", "17", "1102.2", "110.22", "16.0",
        "52.8", "13", "23", "14.5",
    ] {
        assert!(table.contains(&format!(">{figure}<")), "{figure}");
    }
    assert!(
        page.contains("跟踪督办的2020年智博会签约项目207个") && page.contains("合成样例数据，非真实统计")
    );
}

#[test]
fn forecasts_that_say_the_same_stand_in_one_row() {
    let row = |cohort: &str, method: &str, ultimate_yuan| CapitalForecast {
        as_of: july(),
        event: "智博会".to_owned(),
        cohort: cohort.to_owned(),
        dimension: "all".to_owned(),
        method: method.to_owned(),
        ultimate_yuan,
        ..CapitalForecast::default()
    };
    let forecast = [
        row("2021", "benktander", None),
        row("2021", "chain_ladder", None),
        row("2020", "odp_bootstrap", Some(1)),
        row("2020", "ladder_newest", Some(2)),
        row("2020", "chain_ladder", Some(2)),
    ];
    let metrics = [metric("all", "all", "all")];
    let page = page_of(Rows { metrics: &metrics, forecast: &forecast, ..Rows::default() });
    for words in ["全部2种方法", "链梯法、最近两届链梯法", "过离散泊松自助法"] {
        assert_eq!(count(&page, words), 1, "{words}");
    }
    assert_eq!(count(&page, "ladder_newest") + count(&page, "odp_bootstrap"), 0);
}

#[test]
fn an_empty_release_gives_a_page() {
    let page = page_of(Rows::default());
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("本期没有可通报的项目"));
    assert_eq!(page, page_of(Rows::default()), "the same release gives the same bytes");
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let page = page_about("x").replace("http://www.w3.org/2000/svg", "").replace("url(#", "");
    for piece in ["http://", "https://", "src=", "@import", "url(", "innerhtml", "eval("] {
        assert_eq!(count(&page, piece), 0, "{piece}");
    }
    assert!(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_text_makes_an_element(text in "\\PC{0,40}") {
        let (plain, page) = (page_about("x"), page_about(&text));
        prop_assert_eq!(count(&plain, "<script"), count(&page, "<script"));
        prop_assert_eq!(count(&plain, "</script"), count(&page, "</script"));
    }
}

#[test]
fn the_page_opens_in_the_language_of_the_report() {
    let check = |lang, opening: &str, title: &str| {
        let page = page_in(lang, Rows::default());
        assert!(page.contains(opening) && page.contains(title), "{opening} {title}");
    };
    check(Lang::Zh, "<html lang=\"zh-CN\"", "<title>签约项目落地情况通报（2023年7月）</title>");
    check(Lang::En, "<html lang=\"en\"", "<title>Signed projects: progress report, July 2023</title>");
}
