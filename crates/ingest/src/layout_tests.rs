//! Layouts that were never shown to us, built cell by cell.

use model::field::Field;
use model::reading::{Role, Sheet};

use crate::fixture::{dictionary, sheet};
use crate::labels::Labels;
use crate::overrides::Overrides;
use crate::read_sheet::read_sheet;
use crate::sheet_reading::SheetReading;

pub(crate) fn read(sheet: &Sheet) -> SheetReading {
    let dictionary = dictionary();
    read_sheet(sheet, "0123456789abcdef", 1, &Labels::new(&dictionary, &Overrides::default()))
}

/// Rows and some fields of every record.
fn records(reading: &SheetReading, fields: &[Field]) -> Vec<String> {
    let texts = |record: &model::datasets::records::Record| {
        let own: Vec<&str> = fields.iter().map(|field| record.raw(*field).unwrap_or("-")).collect();
        format!("{}-{}: {}", record.row_first, record.row_last, own.join(" "))
    };
    reading.records.iter().map(texts).collect()
}

pub(crate) fn fields(reading: &SheetReading) -> Vec<String> {
    let of = |column: &model::datasets::columns::ColumnRow| {
        let unit = column.unit.as_deref().map(|unit| format!("[{unit}]")).unwrap_or_default();
        let month = column.month.map(|month| format!("@{month}")).unwrap_or_default();
        format!("{}{unit}{month}", column.field.as_deref().unwrap_or("-"))
    };
    reading.columns.iter().map(of).collect()
}

fn role(sheet: &Sheet, reading: &SheetReading, row: u32, col: u32) -> Role {
    let place = sheet.cells.iter().position(|cell| (cell.row, cell.col) == (row, col)).unwrap();
    reading.roles[place]
}

const NAME_AND_ARRIVED: [Field; 2] = [Field::ProjectName, Field::ArrivedTotal];

#[test]
fn totals_on_top_groups_and_notes_are_no_records() {
    let sheet = sheet(
        &[
            &["××区智博会签约项目推进情况表（截至2023年7月）", "", "", ""],
            &["填报单位：××区", "", "", "单位：万元"],
            &["序号", "项目名称", "合同额", "累计到位资金"],
            &["合　计", "", "30", "3"],
            &["一、2021年智博会（2个）", "", "", ""],
            &["1", "甲项目", "10", "1"],
            &["2", "乙项目", "20", "2"],
            &["小计", "", "30", "3"],
            &["注：数据截至月底", "", "", ""],
            &["单位负责人：赵", "", "填表人：钱", ""],
        ],
        &["A1:D1", "A5:D5"],
    );
    let reading = read(&sheet);
    assert_eq!(records(&reading, &NAME_AND_ARRIVED), ["6-6: 甲项目 1", "7-7: 乙项目 2"]);
    assert_eq!(fields(&reading), ["row_no", "project_name", "contract_value[万元]", "arrived_total[万元]"]);
    assert_eq!(reading.records[0].group_text.as_deref(), Some("一、2021年智博会（2个）"));
    let roles = [(1, 1), (2, 4), (4, 1), (5, 1), (8, 1), (9, 1), (10, 1)]
        .map(|(row, col)| role(&sheet, &reading, row, col));
    let expected =
        [Role::Title, Role::Caption, Role::Total, Role::Group, Role::Subtotal, Role::Note, Role::Signature];
    assert_eq!(roles, expected);
}

#[test]
fn groups_without_merges_and_broken_labels_are_joined() {
    let sheet = sheet(
        &[
            &["", "", "投资方", "到位资金（万元）", "", "", "竣工投"],
            &["序号", "项目", "名称", "截至上月累计", "本月", "累计", "产时间"],
            &["", "名称", "", "", "", "", ""],
            &["1", "甲项目", "某公司", "5", "1", "6", "2023.7"],
        ],
        &[],
    );
    let reading = read(&sheet);
    let expected = [
        "row_no",
        "project_name",
        "investor",
        "arrived_prev[万元]",
        "arrived_month[万元]",
        "arrived_total[万元]",
        "production_date",
    ];
    assert_eq!(fields(&reading), expected);
    assert_eq!(records(&reading, &NAME_AND_ARRIVED), ["4-4: 甲项目 6"]);
}

#[test]
fn three_header_rows_with_groups_and_column_numbers() {
    let sheet = sheet(
        &[
            &["序号", "项目名称", "投资情况", "", "", "", "进展情况", ""],
            &["", "", "总投资（亿元）", "其中", "", "累计到位资金（万元）", "是否开工", "开工日期"],
            &["", "", "", "固定资产投资", "注册资本（万元）", "", "", ""],
            &["甲", "乙", "1", "2", "3", "4", "5", "6"],
            &["1", "甲项目", "9", "5", "100", "60", "是", "2023-05"],
        ],
        &["A1:A3", "B1:B3", "C1:F1", "C2:C3", "D2:E2", "F2:F3", "G1:H1", "G2:G3", "H2:H3"],
    );
    let reading = read(&sheet);
    let expected = [
        "row_no",
        "project_name",
        "contract_value[亿元]",
        "fixed_invest",
        "registered_capital[万元]",
        "arrived_total[万元]",
        "is_started",
        "start_date",
    ];
    assert_eq!(fields(&reading), expected);
    assert_eq!(records(&reading, &NAME_AND_ARRIVED), ["5-5: 甲项目 60"]);
    assert_eq!(role(&sheet, &reading, 4, 3), Role::ColumnNumber);
}

#[test]
fn months_beside_each_other_are_a_matrix() {
    let sheet = sheet(
        &[
            &["序号", "项目名称", "合同额（亿元）", "到位资金（万元）", "", "", "", "累计到位"],
            &["", "", "", "2022年底以前", "2022年12月", "2023年1月", "2月", ""],
            &["1", "甲项目", "9", "50", "1", "2", "3", "56"],
        ],
        &["A1:A2", "B1:B2", "C1:C2", "D1:G1", "H1:H2"],
    );
    let reading = read(&sheet);
    let expected = [
        "row_no",
        "project_name",
        "contract_value[亿元]",
        "arrived_total[万元]@2022-11-30",
        "arrived_month[万元]@2022-12-31",
        "arrived_month[万元]@2023-01-31",
        "arrived_month[万元]@2023-02-28",
        "arrived_total",
    ];
    assert_eq!(fields(&reading), expected);
}

#[test]
fn two_tables_below_each_other_and_two_side_by_side() {
    let below = sheet(
        &[
            &["2020年智博会", "", ""],
            &["序号", "项目名称", "累计到位资金（万元）"],
            &["1", "甲项目", "1"],
            &["合计", "", "1"],
            &["2021年智博会", "", ""],
            &["序号", "项目名称", "累计到位资金（亿元）"],
            &["1", "乙项目", "2"],
        ],
        &["A1:C1", "A5:C5"],
    );
    let reading = read(&below);
    assert_eq!(records(&reading, &NAME_AND_ARRIVED), ["3-3: 甲项目 1", "7-7: 乙项目 2"]);
    assert_eq!(reading.records.iter().map(|record| record.table).collect::<Vec<_>>(), [1, 2]);
    let beside = sheet(
        &[
            &["序号", "项目名称", "累计到位资金（万元）", "", "序号", "项目名称", "累计到位资金（万元）"],
            &["1", "甲项目", "1", "", "3", "丙项目", "3"],
            &["2", "乙项目", "2", "", "4", "丁项目", "4"],
        ],
        &[],
    );
    let reading = read(&beside);
    assert_eq!(
        records(&reading, &NAME_AND_ARRIVED),
        ["2-2: 甲项目 1", "3-3: 乙项目 2", "2-2: 丙项目 3", "3-3: 丁项目 4"]
    );
    assert!(reading.roles.iter().all(|role| matches!(role, Role::Header | Role::Data)));
}

#[test]
fn sub_rows_of_a_merged_project_are_one_record() {
    let sheet = sheet(
        &[
            &["序号", "项目名称", "建设期次", "累计到位资金（万元）", "产业"],
            &["1", "甲项目", "一期", "5", "汽车"],
            &["", "", "二期", "6", ""],
            &["2", "乙项目", "", "7", ""],
            &["合计", "", "", "18", ""],
        ],
        &["A2:A3", "B2:B3", "E2:E4"],
    );
    let reading = read(&sheet);
    let fields = [Field::ProjectName, Field::ArrivedTotal, Field::IndustryRaw];
    assert_eq!(records(&reading, &fields), ["2-3: 甲项目 5|6 汽车", "4-4: 乙项目 7 汽车"]);
}

#[test]
fn labels_down_the_first_column_have_projects_beside_each_other() {
    let sheet = sheet(
        &[
            &["智博会签约项目推进情况（截至2023年7月）", "", "", ""],
            &["序号", "1", "2", "合计"],
            &["项目名称", "甲项目", "乙项目", ""],
            &["投资方", "甲公司", "乙公司", ""],
            &["合同额（亿元）", "3", "4", "7"],
            &["到位资金（万元）", "", "", ""],
            &["其中：本年", "1", "2", "3"],
            &["累计到位", "10", "20", "30"],
            &["项目状态", "在建", "投产", ""],
            &["备注", "", "已更名", ""],
            &["填表人：钱", "", "", ""],
        ],
        &["A1:D1"],
    );
    let reading = read(&sheet);
    assert_eq!(records(&reading, &NAME_AND_ARRIVED), ["2-10: 甲项目 10", "2-10: 乙项目 20"]);
    assert_eq!(reading.records.iter().map(|record| record.col_first).collect::<Vec<_>>(), [2, 3]);
    assert!(reading.columns.iter().all(|column| column.orientation == "across"));
    assert_eq!(role(&sheet, &reading, 5, 4), Role::Total);
}

#[test]
fn cards_hold_one_project_each() {
    let sheet = sheet(
        &[
            &["智博会签约项目情况表", "", "", ""],
            &["项目名称", "甲项目", "台账编号", "ZB2021-001"],
            &["投资方", "甲公司", "签约时间", "2021年8月"],
            &["合同额（亿元）", "3", "累计到位资金（万元）", "10"],
            &["项目状态", "在建", "开工时间", "2022.3"],
            &["进展情况", "正在建设厂房，预计年底完工。", "", ""],
            &["", "", "", ""],
            &["项目名称", "乙项目", "台账编号", "ZB2021-002"],
            &["投资方", "乙公司", "签约时间", "2021年8月"],
            &["合同额（亿元）", "5", "累计到位资金（万元）", "20"],
            &["项目状态", "投产", "开工时间", "2022.5"],
            &["进展情况", "已投产。", "", ""],
        ],
        &["A1:D1", "B6:D6", "B12:D12"],
    );
    let reading = read(&sheet);
    let fields = [Field::ProjectName, Field::ArrivedTotal, Field::ProjectCodeLocal];
    assert_eq!(records(&reading, &fields), ["2-6: 甲项目 10 ZB2021-001", "8-12: 乙项目 20 ZB2021-002"]);
    assert!(reading.columns.iter().all(|column| column.orientation == "card" && column.row.is_some()));
}

#[test]
fn english_headings_are_understood() {
    let sheet = sheet(
        &[
            &["Unit: RMB 10,000", "", "", "", ""],
            &[
                "No.",
                "Project Name",
                "Investor",
                "Contract Value (CNY 100 million)",
                "Cumulative Capital Arrived",
            ],
            &["1", "Alpha", "A Ltd", "3", "500"],
        ],
        &[],
    );
    let reading = read(&sheet);
    assert_eq!(
        fields(&reading),
        ["row_no", "project_name", "investor", "contract_value[亿元]", "arrived_total[万元]"]
    );
    assert_eq!(records(&reading, &NAME_AND_ARRIVED), ["3-3: Alpha 500"]);
}

#[test]
fn a_summary_names_no_projects() {
    let sheet = sheet(
        &[
            &["届次", "签约项目数（个）", "合同额（亿元）", "已开工（个）", "累计到位资金（万元）"],
            &["2020年智博会", "3", "10", "1", "500"],
            &["合计", "3", "10", "1", "500"],
        ],
        &[],
    );
    let reading = read(&sheet);
    assert!(reading.records.is_empty());
    assert_eq!(role(&sheet, &reading, 2, 3), Role::Summary);
}

#[test]
fn a_header_that_is_repeated_inside_the_body_is_no_record() {
    let header: &[&str] = &["序号", "项目名称", "合同额"];
    let sheet = sheet(&[header, &["1", "甲项目", "3"], header, &["2", "乙项目", "4"]], &[]);
    let reading = read(&sheet);
    assert_eq!(records(&reading, &[Field::ProjectName]), ["2-2: 甲项目", "4-4: 乙项目"]);
    assert_eq!((reading.columns.len(), role(&sheet, &reading, 3, 1)), (3, Role::Header));
}

#[test]
fn a_bare_number_row_of_a_template_is_no_record() {
    let sheet =
        sheet(&[&["序号", "项目名称", "合同额"], &["1", "甲项目", "3"], &["2", "", ""], &["3", "", ""]], &[]);
    assert_eq!(records(&read(&sheet), &[Field::ProjectName]), ["2-2: 甲项目"]);
}
