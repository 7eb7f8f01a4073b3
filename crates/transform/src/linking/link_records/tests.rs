//! Links of single records, and what decisions do to them.

use super::*;
use crate::ledger_book::{LedgerBook, LedgerProject};
use model::decisions::{IdDecision, LinkDecision};
use model::field::Field;

fn link_all(records: &[TypedRecord], directory: &Directory<'_>) -> Vec<Linked> {
    link_records(records, directory, false, &Decisions::default()).0
}

fn book() -> LedgerBook {
    let project = |number: &str, name: &str, investor: &str, cohort: &str| LedgerProject {
        ledger_no: number.to_owned(),
        names: vec![name.to_owned()],
        investor: Some(investor.to_owned()),
        cohort: Some(cohort.to_owned()),
        contract_yuan: Some(1_000_000_000),
        ..LedgerProject::default()
    };
    let projects = [
        project("ZB2020-001", "甲芯片项目", "甲公司", "2020"),
        project("ZB2021-001", "乙电池基地项目（一期）", "乙公司", "2021"),
        project("ZB2021-002", "乙电池基地项目（二期）", "乙公司", "2021"),
        project("ZB2022-009", "甲芯片项目", "甲公司", "2022"),
    ];
    LedgerBook { projects: projects.map(|project| (project.ledger_no.clone(), project)).into() }
}

fn record(texts: &[(Field, &str)], cohort: Option<&str>) -> TypedRecord {
    let mut record = TypedRecord { cohort: cohort.map(str::to_owned), ..TypedRecord::default() };
    record.texts = texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    record.amounts.insert(Field::ContractValue, 1_000_000_000);
    record
}

fn check(record: TypedRecord, method: &str, project: &str, counted: &str) {
    let book = book();
    let linked = link_all(&[record], &Directory::new(&book)).remove(0);
    let found =
        (linked.link.method.as_str(), linked.link.project_id.as_str(), linked.counted_project_id.as_str());
    assert_eq!(found, (method, project, counted));
}

#[test]
fn numbers_come_first_and_parts_are_counted_under_their_whole() {
    let number =
        |number| record(&[(Field::ProjectCodeLocal, number), (Field::ProjectName, "什么项目")], None);
    check(number("ZB2020-001"), "ledger_no", "ZB2020-001", "ZB2020-001");
    check(number("ZB2021-002-1"), "ledger_no", "ZB2021-002-1", "ZB2021-002");
}

#[test]
fn numbers_are_met_however_they_are_typed() {
    let number =
        |number| record(&[(Field::ProjectCodeLocal, number), (Field::ProjectName, "什么项目")], None);
    check(number("zb2020-001"), "ledger_no", "ZB2020-001", "ZB2020-001");
    check(number("ＺＢ２０２０－００１"), "ledger_no", "ZB2020-001", "ZB2020-001");
    check(number("zb2021—002－1"), "ledger_no", "ZB2021-002-1", "ZB2021-002");
}

#[test]
fn a_part_comes_back_under_the_id_that_was_made_for_it() {
    let name = (Field::ProjectName, "乙电池基地（研发中心）项目（一期）");
    let split = record(&[name, (Field::Note, "原“乙电池基地项目（一期）”拆分")], None);
    let book = book();
    let made = link_all(&[split], &Directory::new(&book)).remove(0).link.project_id;
    let typed = [made.to_uppercase(), made.to_lowercase(), made.replace('-', "－")];
    for number in typed.iter().chain([&made]) {
        let row = |name: &str| {
            record(&[(Field::ProjectCodeLocal, number.as_str()), (Field::ProjectName, name)], None)
        };
        check(row(name.1), "ledger_no", &made, "ZB2021-001");
        check(row("什么项目"), "ledger_no", &made, "ZB2021-001");
    }
}

#[test]
fn a_name_that_two_editions_share_is_told_apart_by_the_edition() {
    check(
        record(&[(Field::ProjectName, "甲芯片 项目")], Some("2022")),
        "exact_name",
        "ZB2022-009",
        "ZB2022-009",
    );
}

#[test]
fn a_renamed_project_is_found_by_investor_value_and_phase() {
    let renamed = [(Field::ProjectName, "乙（重庆）公司储能项目（二期）"), (Field::Investor, "乙公司")];
    check(record(&renamed, Some("2021")), "fuzzy", "ZB2021-002", "ZB2021-002");
}

#[test]
fn a_split_named_in_the_remarks_is_a_part() {
    let part =
        [(Field::ProjectName, "乙电池基地（研发）项目"), (Field::Note, "原“乙电池基地项目（一期）”拆分")];
    let book = book();
    let linked = link_all(&[record(&part, None)], &Directory::new(&book)).remove(0);
    assert_eq!(linked.counted_project_id, "ZB2021-001");
    assert_ne!(linked.link.project_id, "ZB2021-001");
}

#[test]
fn an_unknown_project_gets_the_same_id_whatever_stands_beside_it() {
    let unknown = || record(&[(Field::ProjectName, "丙项目"), (Field::Investor, "丙")], Some("2020"));
    let book = book();
    let alone = link_all(&[unknown()], &Directory::new(&book));
    let other = record(&[(Field::ProjectName, "丁项目")], None);
    let together = link_all(&[other, unknown()], &Directory::new(&book));
    assert_eq!(alone[0].link.project_id, together[1].link.project_id);
    assert_eq!(alone[0].link.method, "new");
}

#[test]
fn a_number_on_the_row_of_another_project_does_not_carry_it_there() {
    let row = |name: &str, investor: &str| {
        record(
            &[
                (Field::ProjectCodeLocal, "ZB2020-001"),
                (Field::ProjectName, name),
                (Field::Investor, investor),
            ],
            None,
        )
    };
    check(row("乙电池基地项目（二期）", "乙公司"), "exact_name", "ZB2021-002", "ZB2021-002");
    check(row("乙电池基地项目（二期）", "甲公司"), "ledger_no", "ZB2020-001", "ZB2020-001");
}

#[test]
fn a_code_that_was_seen_with_one_project_leads_to_it() {
    let coded = |name: &str| {
        let mut row = record(
            &[(Field::ProjectName, name), (Field::ProjectCodeNational, "2020-500153-39-03-719364")],
            None,
        );
        row.amounts.clear();
        row
    };
    let book = book();
    let linked =
        link_all(&[coded("完全不同的名字"), coded("乙电池基地项目（一期）")], &Directory::new(&book));
    assert_eq!(
        (linked[0].link.method.as_str(), linked[0].link.project_id.as_str()),
        ("project_code", "ZB2021-001")
    );
}

#[test]
fn what_a_person_decided_comes_first_and_published_ids_stay() {
    let decide = |name: &str, project: &str| LinkDecision {
        project_name: name.to_owned(),
        project_id: project.to_owned(),
        ..LinkDecision::default()
    };
    let row = || record(&[(Field::ProjectName, "甲芯片项目"), (Field::Investor, "甲公司")], Some("2020"));
    let book = book();
    let with = |links: Vec<LinkDecision>, ids: Vec<IdDecision>| {
        let decisions = Decisions { links, ids, ..Decisions::default() };
        let (linked, findings) = link_records(&[row()], &Directory::new(&book), false, &decisions);
        (linked[0].link.project_id.clone(), linked[0].link.method.clone(), findings.len())
    };
    let expected = |id: &str, method: &str, n| (id.to_owned(), method.to_owned(), n);
    assert_eq!(with(vec![decide("甲芯片", "ZB2021-001")], vec![]), expected("ZB2021-001", "decision", 0));
    assert_eq!(with(vec![decide("甲芯片", "ZB9999-001")], vec![]), expected("ZB2020-001", "exact_name", 1));
    let own = with(vec![decide("甲芯片", "new")], vec![]).0;
    assert!(own.starts_with("X-"), "{own}");
    let published = vec![IdDecision { identity: own, project_id: "X-old".to_owned() }];
    assert_eq!(with(vec![decide("甲芯片", "new")], published), expected("X-old", "new", 0));
}

#[test]
fn the_rows_of_a_project_outside_the_ledger_stay_together_when_it_is_renamed() {
    let month = |period: &str, name: &str, of_return| {
        let texts = [
            (Field::ProjectName, name),
            (Field::Investor, "丙集团有限公司"),
            (Field::LocalEntity, "丙重庆公司"),
        ];
        let mut row = record(&texts, Some("2020"));
        row.period = Some(period.parse().unwrap());
        row.unit_code = Some("CQ500105".to_owned());
        row.amounts.insert(Field::ContractValue, 730_000_000);
        row.return_index = of_return;
        row
    };
    let first = || month("2023-02", "丙光学模组产业园项目", 1);
    let renamed = || month("2023-03", "丙重庆新材料基地项目", 2);
    let book = book();
    let linked = link_all(&[renamed(), first()], &Directory::new(&book));
    assert_eq!(linked[0].link.project_id, linked[1].link.project_id);
    let alone = link_all(&[first()], &Directory::new(&book));
    assert_eq!(alone[0].link.project_id, linked[0].link.project_id, "the earliest row gives the id");
    let beside = link_all(&[first(), month("2023-02", "丙重庆新材料基地项目", 1)], &Directory::new(&book));
    assert_ne!(
        beside[0].link.project_id, beside[1].link.project_id,
        "two rows of one return are two projects"
    );
}

/// A row of a small world: some names, investors and values, so that likeness and ties happen.
fn random_row(place: usize, (name, investor, value, month): (usize, usize, i64, i32)) -> TypedRecord {
    let names = [
        "甲芯片项目",
        "乙电池基地项目（一期）",
        "乙储能基地二期项目",
        "丙光学模组项目",
        "丙光学模组产业园",
        "丁制造",
    ];
    let investors = ["甲公司", "乙公司", "丙集团有限公司", "丙股份有限公司"];
    let texts = [(Field::ProjectName, names[name]), (Field::Investor, investors[investor])];
    let mut row = record(&texts, None);
    row.record.record_id = format!("r{place:03}");
    row.return_index = month as usize;
    row.period = Some(model::month::Month::from_index(2023 * 12 + month));
    row.unit_code = Some(format!("CQ50010{}", value % 3));
    row.amounts.insert(Field::ContractValue, value * 100_000_000);
    row
}

/// The project of each record.
fn projects_of(rows: &[TypedRecord], book: &LedgerBook) -> BTreeMap<String, String> {
    let linked = link_all(rows, &Directory::new(book));
    linked.into_iter().map(|linked| (linked.link.record_id, linked.link.project_id)).collect()
}

proptest::proptest! {
    #[test]
    fn links_and_ids_do_not_depend_on_the_order_of_the_records(
        drawn in proptest::collection::vec((0..6_usize, 0..4_usize, 1..12_i64, 0..5_i32), 1..24),
        turn in 0..24_usize,
    ) {
        let rows: Vec<TypedRecord> =
            drawn.iter().enumerate().map(|(place, row)| random_row(place, *row)).collect();
        let mut turned = rows.clone();
        turned.reverse();
        turned.rotate_left(turn % rows.len());
        let book = book();
        proptest::prop_assert_eq!(projects_of(&rows, &book), projects_of(&turned, &book));
    }

    #[test]
    fn without_a_ledger_a_month_that_comes_later_leaves_the_ids_of_earlier_rows(
        drawn in proptest::collection::vec((0..6_usize, 0..4_usize, 1..12_i64, 0..5_i32), 2..24),
    ) {
        let rows: Vec<TypedRecord> =
            drawn.iter().enumerate().map(|(place, row)| random_row(place, *row)).collect();
        let known: Vec<TypedRecord> = rows.iter().filter(|row| row.return_index < 4).cloned().collect();
        let none = LedgerBook::default();
        let (before, after) = (projects_of(&known, &none), projects_of(&rows, &none));
        for (id, project) in &before {
            proptest::prop_assert_eq!(project, &after[id]);
        }
    }
}
