//! `values`: every canonical value, where it stood and how it was read (取值与出处).

use crate::row::dataset;

dataset! {
    ValueRow, "values", key [record_id, field], "取值与出处", "one canonical value of one record: where it stood and how it was read";
    record_id: String, "", "记录编号", "record";
    field: String, "", "规范字段", "canonical field";
    address: String, "", "单元格地址", "cell or cells, Sheet!A1 where another sheet says it, (file) or (sheet) where a name says it";
    raw: String, "", "原文", "the text that stood there";
    value: Option<String>, "", "读数", "the value as text: whole yuan, ISO dates, codes", null "the cell says that nothing is known, or it cannot be read";
    unit: Option<String>, "", "单位", "unit the number was read in", null "the field has no unit";
    unit_source: Option<String>, "", "单位来源", "cell, header, caption, format, form or history", null "the field has no unit";
    rule: String, "", "读取规则", "name of the rule that read it";
    flags: Option<String>, "", "标记", "approx, range, foreign, estimated, merged, uncached …, separated by commas", null "none";
    confidence: f64, "share", "把握", "how sure the reading is, 0 to 1";
    withheld: bool, "", "是否搁置", "an error finding stands at the value, so that the panel does not use it";
}
