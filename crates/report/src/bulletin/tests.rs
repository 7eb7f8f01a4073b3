//! The bulletin as a whole (通报): its figures are those of the datasets, its bytes are the same twice, and no input
//! breaks it.

mod opened;

use model::datasets::changes::Change;
use model::datasets::cohort_ages::CohortAge;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::findings::Finding;
use model::datasets::projects::Project;
use model::datasets::rankings::Ranking;
use model::datasets::returns::ReturnRow;
use model::datasets::supervision::Supervision;
use model::date::Date;
use model::policy::{Policy, Scope};
use model::reference::Reference;
use proptest::prelude::*;

use crate::bulletin::templates::Templates;
use crate::bulletin::tests::opened::{check_well_formed, parts, texts};
use crate::bulletin::write_bulletin;
use crate::lang::Lang;
use crate::release::{Release, Rows};
use crate::rounding::Rounding;
use crate::style::Style;

const HOSTILE: &str = "]]></w:t><w:tbl>{n}=cmd|'/C calc'!A1 & \"x\"\u{0}\u{202e}\n🏭";

fn july() -> Date {
    "2023-07-31".parse().unwrap()
}

fn metric(cohort: &str, n_projects: i64, n_started: i64) -> CohortMetric {
    CohortMetric {
        as_of: july(),
        event: "智博会".to_owned(),
        cohort: cohort.to_owned(),
        dimension: "all".to_owned(),
        value: "all".to_owned(),
        n_projects,
        n_started,
        contract_yuan: 30_000_000_000,
        capital_yuan: 19_996_000_000,
        ..CohortMetric::default()
    }
}

fn of_unit(unit: &str, n_projects: i64, n_started: i64) -> CohortMetric {
    CohortMetric {
        dimension: "unit".to_owned(),
        value: unit.to_owned(),
        ..metric("all", n_projects, n_started)
    }
}

fn age(cohort: &str, n_started: i64) -> CohortAge {
    CohortAge {
        as_of: july(),
        event: "智博会".to_owned(),
        cohort: cohort.to_owned(),
        dimension: "all".to_owned(),
        age_months: 11,
        n_projects: 6,
        n_matured: 6,
        n_started,
        ..CohortAge::default()
    }
}

fn ranking(unit: &str, n: i64, rank: i32, verdict: Option<&str>, note: Option<&str>) -> Ranking {
    Ranking {
        as_of: july(),
        group: "东组".to_owned(),
        unit_code: unit.to_owned(),
        metric: "start_rate".to_owned(),
        n,
        rank: Some(rank),
        verdict: verdict.map(str::to_owned),
        note: note.map(str::to_owned),
        ..Ranking::default()
    }
}

/// The bulletin of these rows.
fn bulletin(rows: Rows, style: &Style) -> Vec<u8> {
    let release = Release {
        name: "trial",
        release_id: "abc",
        as_of: july(),
        rows,
        reference: &Reference::default(),
        definitions: &[],
        policy: &Policy::default(),
        scope: &Scope::default(),
        style,
        is_synthetic: true,
    };
    write_bulletin(&release, &Templates::built_in().unwrap()).unwrap()
}

#[test]
fn text_table_and_chart_are_rounded_as_the_pipeline_says() {
    let metrics = [metric("2020", 6, 4), metric("2021", 6, 3), metric("all", 12, 8)];
    let ages = [age("2020", 2), age("2021", 1)];
    let check = |rounding, share: &str, capital: &str, at_age: &str| {
        let style = Style { rounding, ..Style::default() };
        let docx = bulletin(Rows { metrics: &metrics, ages: &ages, ..Rows::default() }, &style);
        let text = texts(&docx, "word/document.xml");
        let headline = format!(
            "签约项目12个，正式合同额300.0亿元；已开工或投产8个，占{share}%；累计到位资金{capital}亿元。"
        );
        let row = format!("2020年\n6\n300.0\n4\n{share}\n{capital}\n{share}\n");
        assert!(text.contains(&headline) && text.contains(&row), "{text}");
        let chart = parts(&docx).into_iter().find(|(name, _)| name == "word/charts/chart1.xml").unwrap().1;
        for value in [share, at_age, "50.0"] {
            assert!(chart.contains(&format!("<c:v>{value}</c:v>")), "{value}");
        }
    };
    check(Rounding::HalfUp, "66.7", "200.0", "16.7");
    check(Rounding::Truncate, "66.6", "199.9", "16.6");
}

#[test]
fn the_same_release_gives_the_same_bytes() {
    let metrics = [metric("2020", 6, 4), metric("2021", 6, 3), metric("all", 12, 8)];
    let rows = Rows { metrics: &metrics, ..Rows::default() };
    assert_eq!(bulletin(rows, &Style::default()), bulletin(rows, &Style::default()));
}

#[test]
fn an_empty_release_says_that_nothing_is_known() {
    for lang in [Lang::Zh, Lang::En] {
        let docx = bulletin(Rows::default(), &Style { lang, ..Style::default() });
        check_well_formed(&docx);
        let text = texts(&docx, "word/document.xml");
        let expected = lang.pick(
            "没有截至2023年7月底的指标，本通报不列数字。",
            "There are no figures by the end of July 2023; this bulletin prints none.",
        );
        assert!(text.contains(expected) && !text.contains('{') && !text.contains("未解决"), "{text}");
        let header = texts(&docx, "word/header1.xml");
        assert!(header.contains(lang.pick("合成样例数据，非真实统计", "synthetic sample data")), "{header}");
    }
}

#[test]
fn one_project_has_a_bulletin_without_comparison() {
    let docx = bulletin(
        Rows { metrics: &[metric("2022", 1, 1), metric("all", 1, 1)], ..Rows::default() },
        &Style::default(),
    );
    let text = texts(&docx, "word/document.xml");
    assert!(text.contains("2022年签约项目1个") && text.contains("不作环比"), "{text}");
    assert!(!text.contains("同龄比较") && !parts(&docx).iter().any(|(name, _)| name.contains("chart")));
}

#[test]
fn only_what_chance_does_not_explain_is_called_good_or_bad() {
    let metrics = [of_unit("A", 9, 9), of_unit("B", 8, 4), of_unit("C", 2, 2), metric("all", 19, 15)];
    let check = |verdict: &str, expected: &str| {
        let rankings = [
            ranking("A", 9, 1, Some(verdict), None),
            ranking("C", 2, 1, None, Some("small_n")),
            ranking("B", 8, 3, Some("within"), None),
        ];
        let rows = Rows { metrics: &metrics, rankings: &rankings, ..Rows::default() };
        let text = texts(&bulletin(rows, &Style::default()), "word/document.xml");
        assert!(text.contains(expected), "{text}");
        assert!(
            text.contains("不排位的单位：C2个（已开工2个）") && text.contains("\n2\nB\n8\n4\n50.0\n相当\n"),
            "{text}"
        );
    };
    check("within", "均在偶然波动范围之内，位次先后不宜作为评判好差的依据。");
    check("above", "尚不足以判定好坏、提请关注的：A。");
    check("far_above", "明显好于本组平均水平的：A。其余单位");
}

#[test]
fn who_is_missing_or_late_is_named() {
    let sent = |unit: &str| ReturnRow {
        unit_code: Some(unit.to_owned()),
        period: Some(july()),
        status: "accepted".to_owned(),
        ..ReturnRow::default()
    };
    let found = |code: &str, unit: &str, severity: &str| Finding {
        code: code.to_owned(),
        severity: severity.to_owned(),
        unit_code: Some(unit.to_owned()),
        period: Some(july()),
        state: "new".to_owned(),
        ..Finding::default()
    };
    let findings = [found("T507", "A", "info"), found("T508", "C", "warning"), found("V101", "B", "error")];
    let rows = Rows { returns: &[sent("A"), sent("B")], findings: &findings, ..Rows::default() };
    let text = texts(&bulletin(rows, &Style::default()), "word/document.xml");
    for expected in [
        "应报单位3个，已报2个，未报1个。未报单位：C。迟报1个：A。",
        "未解决的问题3项，其中错误1项、警告1项、提示1项。错误较多的单位：B1项。",
    ] {
        assert!(text.contains(expected), "{text}");
    }
}

/// A release in which every text that others write is this one.
fn hostile(name: &str, lang: Lang) -> Vec<u8> {
    let metrics = [metric("2020", 6, 4), metric(name, 6, 3), metric("all", 12, 8)];
    let project = Project { project_id: "P1".to_owned(), name: name.to_owned(), ..Project::default() };
    let light = Supervision {
        as_of: july(),
        project_id: "P1".to_owned(),
        unit_code: Some(name.to_owned()),
        light: "red".to_owned(),
        rules: Some(name.to_owned()),
        actions: Some(name.to_owned()),
        ..Supervision::default()
    };
    let change = Change {
        from_as_of: "2023-06-30".parse().unwrap(),
        to_as_of: july(),
        event: "智博会".to_owned(),
        cohort: "all".to_owned(),
        measure: "n_started".to_owned(),
        component: "started".to_owned(),
        amount: 1,
        project_id: Some("P1".to_owned()),
        ..Change::default()
    };
    let rows = Rows {
        metrics: &metrics,
        projects: &[project],
        supervision: &[light],
        changes: &[change],
        rankings: &[ranking(name, 9, 1, Some("within"), None)],
        ..Rows::default()
    };
    bulletin(rows, &Style { lang, ..Style::default() })
}

#[test]
fn hostile_and_very_long_names_stay_text() {
    let docx = hostile(HOSTILE, Lang::Zh);
    check_well_formed(&docx);
    let text = texts(&docx, "word/document.xml");
    assert!(text.contains("新开工1个（]]></w:t><w:tbl>{n}=cmd|'/C calc'!A1 & \"x\" 🏭）"), "{text}");
    let long = "长".repeat(5_000);
    let text = texts(&hostile(&long, Lang::Zh), "word/document.xml");
    assert!(!text.contains(&long[..3 * 60]) && text.contains("长…"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_name_breaks_the_document(name in "\\PC*|[\\x00-\\x20{}<>&|]*") {
        check_well_formed(&hostile(&name, Lang::En));
    }
}
