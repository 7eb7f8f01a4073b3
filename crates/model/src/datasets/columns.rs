//! `columns`: every header leaf of every table and the field it was understood as (列与字段).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    ColumnRow, "columns", key [return_id, sheet, table, header_address, col], "列与字段", "one header leaf of one table";
    return_id: String, "", "报表指纹", "content hash of the return";
    sheet: String, "", "工作表", "name of the sheet";
    table: i32, "", "表格序号", "table of the sheet, from 1";
    header_address: String, "", "表头地址", "cell or cells of the header";
    orientation: String, "", "方向", "down (values below), across (values to the right) or card (one value beside its label)";
    col: i32, "", "列号", "column of the values, from 1; across: the first one";
    row: Option<i32>, "", "行号", "row of the values, from 1", null "the values stand below the header";
    header: String, "", "表头（路径）", "header path, groups before the leaf, separated by /";
    field: Option<String>, "", "规范字段", "canonical field", null "the header was not understood; its cells are kept as extra";
    unit: Option<String>, "", "单位", "unit of the numbers, as written", null "the header names none";
    unit_source: Option<String>, "", "单位来源", "cell, header, caption, format or form", null "there is no unit";
    unit_address: Option<String>, "", "单位所在单元格", "cell where the unit stands", null "there is no unit, or it is no cell that says so";
    month: Option<Date>, "", "所属月份", "month that the column is about, where it is one of several months", null "the column is about the period of the return";
    method: String, "", "匹配方法", "exact, contained, fuzzy, memory (the same column of the month before), override or none";
    confidence: f64, "share", "把握", "how sure the match is, 0 to 1";
}
