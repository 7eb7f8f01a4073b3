//! `cells`: every non-empty cell of every sheet, word for word (单元格). Staging: it holds personal data.

use crate::row::dataset;

dataset! {
    CellRow, "cells", key [return_id, sheet, row, col], "单元格（暂存，不公开）", "one non-empty cell of a workbook, word for word; staging, not published";
    return_id: String, "", "报表指纹", "content hash of the return";
    sheet: String, "", "工作表", "name of the sheet";
    row: i32, "", "行号", "row, from 1 as Excel shows it";
    col: i32, "", "列号", "column, from 1";
    address: String, "", "单元格地址", "address such as H12";
    kind: String, "", "类型", "text, number, boolean, date or error";
    text: String, "", "原文", "what stood there; a date as ISO, a formula without a stored value as the formula";
    number: Option<f64>, "", "数值", "the number, or the serial of a date", null "the cell holds no number";
    number_format: Option<String>, "", "数字格式", "number format", null "the format is General or the container does not tell";
    has_formula: bool, "", "是否公式", "the cell holds a formula";
    merge: Option<String>, "", "合并区域", "merged range that the cell heads", null "the cell is not merged";
    hidden: bool, "", "是否隐藏", "the sheet, row or column is hidden";
    role: String, "", "角色", "what the cell is in its sheet: title, caption, header, data, subtotal, total, note …";
}
