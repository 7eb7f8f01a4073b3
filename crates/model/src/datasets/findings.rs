//! `findings`: everything that is wrong or doubtful, with the address where it is wrong (问题清单).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Finding, "findings", key [finding_id], "问题清单", "one thing wrong or doubtful";
    finding_id: String, "", "问题编号", "made from the content of the finding";
    code: String, "", "问题代码", "what `luodi describe` explains";
    severity: String, "", "级别", "error (the value is not used), warning (used, a person should look) or info";
    family: String, "", "类别", "return, header, cell, cross_field, time, link or sum";
    return_id: Option<String>, "", "报表指纹", "content hash of the return", null "it is about no single return";
    file: Option<String>, "", "文件", "path below the received root", null "it is about no single file";
    unit_code: Option<String>, "", "填报单位代码", "reporting unit", null "not known";
    period: Option<Date>, "", "报告期（月末）", "month of the return", null "not known";
    sheet: Option<String>, "", "工作表", "sheet", null "it is about the whole file";
    address: Option<String>, "", "单元格地址", "the narrowest cell, cells or range", null "it is about something that is not there, or the whole file";
    field: Option<String>, "", "规范字段", "field", null "it is about no single field";
    raw: Option<String>, "", "原文", "the text that stands there", null "nothing stands there";
    expected: Option<String>, "", "应为", "what would be expected", null "nothing definite is expected";
    record_id: Option<String>, "", "记录编号", "record", null "it is about no single record";
    project_id: Option<String>, "", "项目编号", "project", null "it is about no single project";
    related_file: Option<String>, "", "相关文件", "file of the other cell of a contradiction", null "the same file, or no other cell";
    related_sheet: Option<String>, "", "相关工作表", "sheet of the other cell", null "the same sheet, or no other cell";
    related_address: Option<String>, "", "相关单元格", "address of the other cell", null "no other cell";
    message_zh: String, "", "说明（中文）", "message in Chinese";
    message_en: String, "", "说明（英文）", "message in English";
    root_id: Option<String>, "", "根源问题", "finding that causes this one", null "it has its own cause";
    state: String, "", "状态", "new, open, fixed or accepted, against the unit's previous return";
}
