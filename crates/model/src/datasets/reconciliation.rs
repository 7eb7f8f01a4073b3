//! `reconciliation`: every total and count that a return states, against its rows (合计校核).

use crate::row::dataset;

dataset! {
    Reconciliation, "reconciliation", key [return_id, sheet, address, check, field], "合计校核", "one stated figure that was checked against the rows it stands for";
    return_id: String, "", "报表指纹", "content hash of the return";
    sheet: String, "", "工作表", "name of the sheet";
    address: String, "", "单元格", "cell that states the figure";
    check: String, "", "校核项目", "total_row (合计、小计) or group_count (分组个数)";
    field: String, "", "规范字段", "canonical field that is summed; project_name for counts";
    stated: Option<i64>, "yuan or projects", "报表所列", "what the cell states", null "the cell holds no number";
    recomputed: Option<i64>, "yuan or projects", "按行计算", "what the rows make", null "a row cannot be read";
    difference: Option<i64>, "yuan or projects", "差额", "stated less recomputed", null "one of the two is missing";
    tolerance: Option<i64>, "yuan or projects", "容差", "what the rounding of rows and total can make together", null "one of the two is missing";
    grade: String, "", "结论", "exact (相符), rounding (四舍五入), partial (部分行无数), error (不符) or unknown (无法核对)";
}
