//! Laws that hold for every grid of cells (随机表格): nothing panics, every cell has one role, records lie inside the
//! sheet and do not overlap, and the reading is the same every time.

use model::cell_address::{Area, CellAddress};
use model::reading::{Cell, Content, Role, Sheet};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::fixture::dictionary;
use crate::labels::Labels;
use crate::overrides::Overrides;
use crate::plain_table::plain_table;
use crate::read_sheet::read_sheet;
use crate::sheet_reading::SheetReading;

/// What officials type, in any order.
const TEXTS: [&str; 40] = [
    "序号",
    "项目名称",
    "投资方",
    "正式合同额（亿元）",
    "累计到位资金（万元）",
    "本年",
    "本月",
    "到位资金",
    "其中",
    "投资情况",
    "开工时间",
    "年",
    "月",
    "日",
    "项目状态",
    "在建",
    "签约",
    "已投产",
    "√",
    "合计",
    "小计",
    "一、2021年智博会（2个）",
    "（一）软件",
    "单位：万元",
    "填报单位：渝北区",
    "注：本表月报",
    "填表人：张三",
    "1",
    "2",
    "①",
    "一",
    "—",
    "甲项目",
    "某公司",
    "2023年7月",
    "5亿元",
    "附件1",
    "续表",
    "（转下页）",
    "Project Name",
];

fn content() -> impl Strategy<Value = Content> {
    prop_oneof![
        6 => select(&TEXTS[..]).prop_map(|text| Content::Text(text.to_owned())),
        3 => (0..100_000_u32).prop_map(|number| Content::Number(f64::from(number) / 100.0)),
        1 => (40_000..46_000_u32).prop_map(|day| Content::Date(f64::from(day), "2023-07-15".to_owned())),
        1 => Just(Content::Error("#REF!".to_owned())),
        1 => "\\PC{0,12}".prop_map(Content::Text),
    ]
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let cell = (1..18_u32, 1..10_u32, content());
    let merge = (1..18_u32, 1..10_u32, 0..4_u32, 0..4_u32);
    (vec(cell, 0..120), vec(merge, 0..6)).prop_map(|(cells, merges)| {
        let mut cells: Vec<Cell> = cells
            .into_iter()
            .map(|(row, col, content)| Cell {
                row,
                col,
                content,
                number_format: None,
                has_formula: false,
                hidden: false,
                role: Role::Other,
            })
            .collect();
        cells.sort_by_key(|cell| (cell.row, cell.col));
        cells.dedup_by_key(|cell| (cell.row, cell.col));
        let area = |(row, col, down, right)| {
            Area::new(CellAddress::new(row, col), CellAddress::new(row + down, col + right))
        };
        Sheet { name: "表".to_owned(), hidden: false, cells, merges: merges.into_iter().map(area).collect() }
    })
}

fn read(sheet: &Sheet) -> SheetReading {
    let dictionary = dictionary();
    read_sheet(sheet, "0123456789abcdef", 1, &Labels::new(&dictionary, &Overrides::default()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn every_grid_is_read_to_the_last_cell(sheet in sheet()) {
        let reading = read(&sheet);
        prop_assert_eq!(reading.roles.len(), sheet.cells.len());
        let last = sheet.cells.iter().map(|cell| cell.row).max().unwrap_or(0) as i32;
        for record in &reading.records {
            prop_assert!(1 <= record.row_first && record.row_first <= record.row_last);
            prop_assert!(record.row_first <= last, "{:?}", record);
            prop_assert!(record.col_first <= record.col_last);
        }
        for (index, record) in reading.records.iter().enumerate() {
            for other in &reading.records[index + 1..] {
                prop_assert!(record.record_id != other.record_id, "{:?} {:?}", record, other);
                let apart = record.row_last < other.row_first || other.row_last < record.row_first
                    || record.col_last < other.col_first || other.col_last < record.col_first;
                prop_assert!(apart, "{:?} {:?}", record, other);
            }
        }
        let again = read(&sheet);
        prop_assert_eq!(&again.records, &reading.records);
        prop_assert_eq!(&again.columns, &reading.columns);
        prop_assert_eq!(again.roles, reading.roles);
        let _ = plain_table(&sheet);
    }
}
