//! Settings of how returns are laid out (表式): the section form.

use crate::setting::Allowed::{Choice, Choices, Fields, Stages, Text, Whole, YesNo};
use crate::setting::Setting;
use crate::settings::declare::settings;

/// Where a return can say which edition, unit or month it speaks of.
const PLACES: &[&str] =
    &["column", "group", "title", "sheet", "file_name", "folder", "received", "ledger", "sign_date"];

settings! {
    "form.ignore_ledger_no", YesNo, "false", "ignore_ledger_no = true",
        "匹配项目时不看台账编号，只看名称等", "link as if no return carried a ledger number";
    "form.event", Text, "", r#"event = "智博会""#,
        "报表没有写明签约活动时按哪个活动", "event of every record that names none";
    "form.cohort_from", Choices(PLACES), r#"["column","group","sheet","title","file_name","ledger"]"#, r#"cohort_from = ["file_name"]"#,
        "届次从哪里读，依次查找，先找到者为准", "where the edition stands; the first hit wins";
    "form.cohort_pattern", Text, "", r#"cohort_pattern = "{cohort}_WB_Projects""#,
        "文件名中届次的位置，用 {cohort} 表示", "name of a file with {cohort} where the edition stands";
    "form.unit_from", Choices(PLACES), r#"["title","file_name","sheet","column"]"#, r#"unit_from = ["file_name", "title"]"#,
        "报送单位从哪里读，先找到者为准", "where the unit of a return stands; the first hit wins";
    "form.period_from", Choices(PLACES), r#"["title","file_name","sheet","received","folder"]"#, r#"period_from = ["folder", "title"]"#,
        "报告期从哪里读，先找到者为准", "where the month of a return stands; the first hit wins";
    "form.unit_naming", Choice(&["reference", "as_it_comes"]), "reference", r#"unit_naming = "as_it_comes""#,
        "单位名称：reference 按 units.csv 和 unit_aliases.csv 换成代码；as_it_comes 原文即代码", "how unit names become codes: through units.csv and unit_aliases.csv, or the text as it comes";
    "form.currency", Text, "CNY", r#"currency = "USD""#,
        "金额的币种", "currency of the amounts";
    "form.amount_unit", Text, "", r#"amount_unit = "万元""#,
        "表中没有写明单位时金额的单位：如 万元，或整币倍数如 1", "unit of amounts where nothing names one: 万元, or a number of full currency units such as 1";
    "form.zero_is_missing", YesNo, "false", "zero_is_missing = true",
        "金额 0 视为没有填报", "an amount of zero says nothing";
    "form.most_cells", Whole(1_000, 20_000_000), "200000", "most_cells = 1000000",
        "一本工作簿最多多少个非空单元格，超出者拒收；内存随之增长", "non-empty cells that one workbook may have; one with more is refused; memory grows with it";
    "form.fields", Fields, "{}", r#"fields = { "Project Name" = "project_name", "协议总投资" = "contract_value" }"#,
        "表头文字对应的字段，优先于 header_synonyms.csv；字段名见 luodi describe fields", "field of a header text, before header_synonyms.csv; `luodi describe fields` lists the fields";
    "form.status_words", Stages, "{}", r#"status_words = { "Closed" = "started", "Dropped" = "terminated", "待定" = "missing" }"#,
        "状态用语对应的阶段，优先于 status_words.csv；missing 表示等于没写", "stage of a status word, before status_words.csv; missing: as if nothing stood there";
}
