//! `returns`: every received file and what became of it (收到的报表).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    ReturnRow, "returns", key [file], "收到的报表", "one received file and what became of it";
    return_id: String, "", "内容指纹", "SHA-256 of the content, as 64 hex digits";
    file: String, "", "文件（接收目录下的路径）", "path below the received root";
    format: String, "", "文件格式（按内容判断）", "what the content is: xlsx, xls, xlsb, ods, csv, html …";
    bytes: i64, "bytes", "文件大小", "size of the file";
    unit_code: Option<String>, "", "填报单位代码", "reporting unit", null "no unit was recognised, or the file is no return";
    period: Option<Date>, "", "报告期（月末）", "month the return speaks of, as its last day", null "no month was recognised, or the file is no return";
    received_at: Option<String>, "", "收到时间（RFC 3339）", "when it was received", null "the register does not say";
    revision: Option<i32>, "", "第几次报送", "1 for the first return of a unit and month, 2 for the next", null "the file is no return";
    status: String, "", "状态", "accepted, superseded, duplicate, rejected or skipped";
    reason: Option<String>, "", "原因", "why it is not accepted", null "the return is accepted";
    superseded_by: Option<String>, "", "被哪份报表取代", "file that replaces it", null "nothing replaces it";
    n_sheets: i32, "", "工作表数", "sheets in the workbook";
    n_tables: i32, "", "识别出的表格数", "tables understood";
    n_records: i32, "", "项目行数", "project rows seen";
    layout: Option<String>, "", "版式指纹", "fingerprint of its layout: the same for returns with the same headings in the same order", null "the file is no return, or no table was found";
    n_findings: i32, "", "问题数", "findings that name this return";
}
