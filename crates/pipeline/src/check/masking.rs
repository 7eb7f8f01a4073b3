//! Personal data never leave a check (个人信息): cells of contact columns are not shown, names and telephone numbers
//! inside other texts are masked.

use std::collections::BTreeMap;

use model::cell_address::{Area, CellAddress};
use model::datasets::columns::ColumnRow;
use model::field::Field;
use model::reading::{Cell, Reading};
use transform::cell_rules::people::{MASK, mask_names};
use transform::cell_rules::text::mask_phones;

use crate::check::places::{areas, bounds};

/// Words in a heading above people or their numbers.
const PERSONAL_HEADINGS: [&str; 8] =
    ["联系人", "电话", "手机", "经办人", "填报人", "负责人", "责任人", "contact"];

/// Where the personal data of a workbook stand.
pub(crate) struct Masking {
    hidden: BTreeMap<String, Vec<Area>>,
}

impl Masking {
    /// The personal columns of a reading.
    pub(crate) fn new(reading: &Reading) -> Masking {
        let mut hidden: BTreeMap<String, Vec<Area>> = BTreeMap::new();
        for column in reading.columns.iter().filter(|column| is_personal(column)) {
            hidden.entry(column.sheet.clone()).or_default().extend(values_of(column, reading));
        }
        Masking { hidden }
    }

    /// What may be shown of a cell, on one line.
    pub(crate) fn shown(&self, sheet: &str, cell: &Cell) -> String {
        let is_hidden = self
            .hidden
            .get(sheet)
            .is_some_and(|areas| areas.iter().any(|area| area.contains(cell.row, cell.col)));
        if is_hidden { MASK.to_owned() } else { masked(&cell.content.text()) }
    }
}

/// Whether the values under a heading are personal, also where the heading was not understood.
pub(crate) fn is_personal(column: &ColumnRow) -> bool {
    let field = column.field.as_deref().and_then(|name| name.parse::<Field>().ok());
    let lower = column.header.to_lowercase();
    field.map_or_else(|| PERSONAL_HEADINGS.iter().any(|word| lower.contains(word)), Field::is_personal)
}

/// A text without telephone numbers and without names behind a label, on one line.
pub(crate) fn masked(text: &str) -> String {
    mask_names(&mask_phones(&text.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// Where the values of a column stand.
fn values_of(column: &ColumnRow, reading: &Reading) -> Vec<Area> {
    let number = |n: i32| u32::try_from(n).unwrap_or(0);
    let col = number(column.col);
    let of_table = reading
        .records
        .iter()
        .filter(|record| (&record.sheet, record.table) == (&column.sheet, column.table));
    let records = of_table.map(|record| record.area());
    match column.row.map(number) {
        Some(row) if column.orientation == "across" => {
            let last = bounds(records).map_or(col, |whole| whole.last.col.max(col));
            vec![Area::new(CellAddress::new(row, col), CellAddress::new(row, last))]
        }
        Some(row) => vec![Area::new(CellAddress::new(row, col), CellAddress::new(row, col))],
        None => {
            let header = bounds(areas(&column.header_address)).map_or(0, |header| header.last.row);
            let last = bounds(records).map_or(u32::MAX, |whole| whole.last.row);
            vec![Area::new(CellAddress::new(header + 1, col), CellAddress::new(last, col))]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_masked_and_the_rest_stays() {
        let check = |text: &str, expected: &str| assert_eq!(masked(text), expected, "{text}");
        check("填报人：张三 联系电话：13812345678", "填报人：＊ 联系电话：＊");
        check("联系人: 李四,已开工", "联系人: ＊,已开工");
        check("截至2023年7月底\n单位：万元", "截至2023年7月底 单位：万元");
        check("负责人", "负责人");
        check("由负责人核对：无", "由负责人核对：无");
        check("已开工，联系13812345678", "已开工，联系138****");
    }

    #[test]
    fn contact_headings_are_personal_whether_understood_or_not() {
        let column = |header: &str, field: Option<&str>| ColumnRow {
            header: header.to_owned(),
            field: field.map(str::to_owned),
            ..ColumnRow::default()
        };
        assert!(is_personal(&column("联系人", Some("contact"))));
        assert!(is_personal(&column("区级责任人及手机", None)));
        assert!(!is_personal(&column("项目名称", Some("project_name"))));
    }
}
