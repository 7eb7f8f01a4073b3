//! Wordings that no list holds, in layouts of several floors: built cell by cell.

use crate::fixture::sheet;
use crate::layout_tests::{fields, read};
use crate::sheet_reading::SheetReading;

fn rows(reading: &SheetReading) -> Vec<i32> {
    reading.records.iter().map(|record| record.row_first).collect()
}

/// A header of two floors without one known label, and two projects.
const NEW_WORDINGS: &str = "\
顺序号|项目全名①|哪届签约|投资主体（全称）*|二、资金（人民币万元，按月填报）|||目前处于何阶段|预计动工
||||协议约定总投资|当月新增到资|至本月末累计到账||
1|煜珂软件园产业化项目|2020年智博会|宁波煜珂实业有限公司|480000|230|7270|在建|2021年9月
2|璟序域控制器项目|2020年智博会|璟序实业有限公司|185000|900|8740|在建|2021年11月";

#[test]
fn a_table_is_found_whose_headings_are_all_new() {
    let rows_of_cells: Vec<Vec<&str>> = NEW_WORDINGS.lines().map(|line| line.split('|').collect()).collect();
    let lines: Vec<&[&str]> = rows_of_cells.iter().map(Vec::as_slice).collect();
    let reading = read(&sheet(&lines, &["E1:G1"]));
    let expected = "row_no project_name event_year investor contract_value[万元] arrived_month[万元] \
                    arrived_total[万元] status_raw planned_start";
    assert_eq!(fields(&reading).join(" "), expected);
    assert_eq!(rows(&reading), [3, 4]);
}

#[test]
fn a_group_with_a_number_and_its_sums_is_no_project() {
    let reading = read(&sheet(
        &[
            &["编号", "项目", "投资方全称", "合同额（亿元）", "累计到位（万元）", "阶段"],
            &["1", "2021年智博会（2个）", "", "53.2", "5778", ""],
            &["1-1", "颢禾聚酰亚胺项目", "天津颢禾电子有限公司", "50", "5310", "在建"],
            &["1-2", "珩曦仓储装备项目", "成都珩曦电子有限公司", "3.2", "468", "新开工"],
            &["", "合计", "", "53.2", "5778", ""],
        ],
        &[],
    ));
    assert_eq!(rows(&reading), [3, 4]);
    let groups: Vec<Option<&str>> =
        reading.records.iter().map(|record| record.group_address.as_deref()).collect();
    assert_eq!(groups, [Some("B2"), Some("B2")]);
}

#[test]
fn a_summary_below_is_a_table_of_its_own() {
    let reading = read(&sheet(
        &[
            &[
                "1.序号",
                "2.项目全称*",
                "3.所属批次（年份）",
                "4.协议投资总额（单位：亿元）",
                "5.实际到位累计（单位：万元）",
            ],
            &["1", "骞川介入医疗器械项目", "2020年智博会", "14.5", "58400"],
            &["2", "砺衡高压线束项目", "2022年智博会", "22", "40100"],
            &["", "", "", "", ""],
            &["", "届次", "项目个数", "协议投资总额（亿元）", "实际到位累计（万元）"],
            &["", "2020年智博会", "1", "14.5", "58400"],
            &["", "2022年智博会", "1", "22", "40100"],
            &["负责人（签字）：赵勇", "", "", "审核：陈晓 023-61112222", ""],
        ],
        &[],
    ));
    assert_eq!(rows(&reading), [2, 3]);
}

#[test]
fn a_tick_column_that_holds_dates_is_a_column_of_dates() {
    let reading = read(&sheet(
        &[
            &["序号", "项目名称", "合同额（亿元）", "开工", "建成投用"],
            &["1", "甲项目", "5", "2021-09-15", "2023-05-30"],
            &["2", "乙项目", "3", "2022-01-10", ""],
        ],
        &[],
    ));
    assert_eq!(fields(&reading)[3..], ["start_date", "production_date"]);
}
