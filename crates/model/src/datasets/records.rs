//! `records`: every project row of every return as it stands (项目行): fixed columns, then one for each open field.

use crate::cell_address::{Area, CellAddress};
use crate::field::Field;
use crate::row::{Row, Sink, Source};
use crate::schema::{Column, Dataset, Kind};

/// One project row of one return, raw text by canonical field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// `<first 16 digits of return_id>-<sheet>-<table>-<row or column>`: sorts as the workbook reads.
    pub record_id: String,
    /// Content hash of the return.
    pub return_id: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Table of the sheet, from 1.
    pub table: i32,
    /// First row.
    pub row_first: i32,
    /// Last row.
    pub row_last: i32,
    /// First column.
    pub col_first: i32,
    /// Last column.
    pub col_last: i32,
    /// Text of the group row above it (`一、2021年智博会（12个）`), outer groups first, joined by `/`.
    pub group_text: Option<String>,
    /// Cells of the group rows, joined by `,`.
    pub group_address: Option<String>,
    /// The row or column is hidden.
    pub hidden: bool,
    /// `accepted`, `excluded` (outside the scope by a stated rule) or `rejected`.
    pub disposition: String,
    /// Why it is not accepted.
    pub reason: Option<String>,
    /// Raw text by field, sorted by field, without personal data.
    pub raw: Vec<(Field, String)>,
}

const FIXED: [Column; 13] = [
    fixed("record_id", Kind::String, "记录编号", "return, sheet, table and row", None),
    fixed("return_id", Kind::String, "报表指纹", "content hash of the return", None),
    fixed("sheet", Kind::String, "工作表", "name of the sheet", None),
    fixed("table", Kind::Int32, "表格序号", "table of the sheet, from 1", None),
    fixed("row_first", Kind::Int32, "首行", "first row, from 1", None),
    fixed("row_last", Kind::Int32, "末行", "last row", None),
    fixed("col_first", Kind::Int32, "首列", "first column, from 1", None),
    fixed("col_last", Kind::Int32, "末列", "last column", None),
    fixed(
        "group_text",
        Kind::String,
        "所在分组",
        "group rows above it",
        Some("no group row stands above it"),
    ),
    fixed(
        "group_address",
        Kind::String,
        "分组所在单元格",
        "cells of the group rows",
        Some("no group row stands above it"),
    ),
    fixed("hidden", Kind::Boolean, "是否隐藏", "the row or column is hidden", None),
    fixed(
        "disposition",
        Kind::String,
        "处理结果",
        "accepted, excluded (outside the scope) or rejected",
        None,
    ),
    fixed("reason", Kind::String, "原因", "why it is not accepted", Some("the record is accepted")),
];
const N_OPEN: usize = count_open_fields();
const COLUMNS: [Column; FIXED.len() + N_OPEN] = columns();

const fn fixed(
    name: &'static str,
    kind: Kind,
    zh: &'static str,
    en: &'static str,
    missing: Option<&'static str>,
) -> Column {
    Column { name, kind, unit: "", zh, en, missing }
}

const fn count_open_fields() -> usize {
    let mut count = 0;
    let mut index = 0;
    while index < Field::COUNT {
        if !Field::ALL[index].is_personal() {
            count += 1;
        }
        index += 1;
    }
    count
}

const fn columns() -> [Column; FIXED.len() + N_OPEN] {
    let mut columns = [FIXED[0]; FIXED.len() + N_OPEN];
    let mut next = 0;
    while next < FIXED.len() {
        columns[next] = FIXED[next];
        next += 1;
    }
    let mut index = 0;
    while index < Field::COUNT {
        let field = Field::ALL[index];
        if !field.is_personal() {
            let missing = Some("the record has no such cell, or it is blank");
            columns[next] = fixed(field.name(), Kind::String, field.zh(), field.en(), missing);
            next += 1;
        }
        index += 1;
    }
    columns
}

/// The fields that have a column of their own in `records`.
pub fn open_fields() -> impl Iterator<Item = Field> {
    Field::ALL.iter().copied().filter(|field| !field.is_personal())
}

impl Record {
    /// The raw text of a field.
    pub fn raw(&self, field: Field) -> Option<&str> {
        let place = self.raw.binary_search_by_key(&field, |(of, _)| *of).ok()?;
        Some(&self.raw[place].1)
    }

    /// The rectangle of the record.
    pub fn area(&self) -> Area {
        Area::new(
            CellAddress::new(self.row_first as u32, self.col_first as u32),
            CellAddress::new(self.row_last as u32, self.col_last as u32),
        )
    }
}

impl Row for Record {
    const DATASET: Dataset = Dataset {
        name: "records",
        zh: "项目行",
        en: "one project row of a return as it stands",
        key: &["record_id"],
        columns: &COLUMNS,
    };

    fn write(&self, sink: &mut dyn Sink) {
        sink.text(Some(&self.record_id));
        sink.text(Some(&self.return_id));
        sink.text(Some(&self.sheet));
        for number in [self.table, self.row_first, self.row_last, self.col_first, self.col_last] {
            sink.int32(Some(number));
        }
        sink.text(self.group_text.as_deref());
        sink.text(self.group_address.as_deref());
        sink.boolean(Some(self.hidden));
        sink.text(Some(&self.disposition));
        sink.text(self.reason.as_deref());
        for field in open_fields() {
            sink.text(self.raw(field));
        }
    }

    fn read(source: &mut dyn Source) -> Record {
        Record {
            record_id: source.text().unwrap_or_default(),
            return_id: source.text().unwrap_or_default(),
            sheet: source.text().unwrap_or_default(),
            table: source.int32().unwrap_or_default(),
            row_first: source.int32().unwrap_or_default(),
            row_last: source.int32().unwrap_or_default(),
            col_first: source.int32().unwrap_or_default(),
            col_last: source.int32().unwrap_or_default(),
            group_text: source.text(),
            group_address: source.text(),
            hidden: source.boolean().unwrap_or_default(),
            disposition: source.text().unwrap_or_default(),
            reason: source.text(),
            raw: open_fields().filter_map(|field| Some((field, source.text()?))).collect(),
        }
    }
}
