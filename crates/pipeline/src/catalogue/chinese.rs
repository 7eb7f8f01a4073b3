//! The Chinese of short words that are declared in English alone (译文): units, and what a missing value means.

/// English as declared, and Chinese.
const WORDS: &[(&str, &str)] = &[
    ("", ""),
    ("share", "比例（0 到 1）"),
    ("projects", "个"),
    ("yuan", "元"),
    ("months", "个月"),
    ("bytes", "字节"),
    ("mu", "亩"),
    ("yuan or projects", "元或个"),
    ("projects in scope, less those that the policy drops", "统计范围内的项目，减去口径剔除的项目"),
    (
        "projects in scope with a known month of signing, less those that the policy drops",
        "统计范围内签约月份已知的项目，减去口径剔除的项目",
    ),
    ("never: 0 when there is none", "总有值：没有时为 0"),
    ("never: a project without a known value counts as 0", "总有值：数值不明的项目按 0 计"),
    ("when there is no project", "没有项目时"),
    ("when the contract value is 0", "合同额为 0 时"),
    (
        "when the curve ends above one half, or no month of signing is known",
        "曲线末端仍高于一半，或签约月份均不明时",
    ),
    ("nothing says", "没有写明"),
    ("it says nothing", "没有写明"),
    ("no date is stated", "没有填报日期"),
    ("no return states a date that can be believed", "没有报表填报可信的日期"),
    ("the lower contract value is 0", "合同额下限为 0"),
    ("no return is without it and the day of signing is not known", "没有报表写明尚未发生，签约日期也不明"),
    ("not reported", "没有填报"),
    ("the line does not say", "该行没有写明"),
    ("no date", "没有日期"),
    ("there is no project", "没有项目"),
    ("the record does not say", "记录没有写明"),
    ("the record alone does not say", "仅凭该记录无法判断"),
    ("none", "无"),
    ("there is no other candidate", "没有其他候选"),
    ("the ledger does not say", "台账没有写明"),
    ("the field has no unit", "该字段没有单位"),
    ("the contract value is 0", "合同额为 0"),
    ("not known", "不明"),
    ("it is tracked, or no reason is given", "已纳入，或没有写明原因"),
    ("there is no unit, or it is no cell that says so", "没有单位，或单位不是由单元格写明"),
    ("there is no unit", "没有单位"),
    ("the values stand below the header", "数值在表头下方"),
    ("the unit is outside the city or not recognised", "单位不在本市或未识别"),
    ("the unit is not known", "单位不明"),
    ("the same sheet, or no other cell", "同一工作表，或没有另一单元格"),
    ("the same file, or no other cell", "同一文件，或没有另一单元格"),
    ("the return is accepted", "报表已采用"),
    ("the register does not say", "登记表没有记录"),
    ("the record names no stage", "记录没有写明阶段"),
    ("the record does not say, or it was not recognised", "记录没有写明，或未识别"),
    ("the line does not say, or it was not recognised", "该行没有写明，或未识别"),
    ("the ledger has no date of its own", "台账没有自己的日期"),
    ("the ledger does not list it", "台账中没有"),
    ("the header was not understood; its cells are kept as extra", "表头未识别，单元格原样保留"),
    ("the header names none", "表头没有写明"),
    ("the format is General or the container does not tell", "格式为常规，或文件没有记录"),
    ("the file is no return", "文件不是报表"),
    ("the file is no return, or no table was found", "文件不是报表，或没有找到表"),
    ("a row cannot be read", "有一行无法读出"),
    ("one of the two is missing", "两者缺一"),
    ("the date of signing is not known", "签约日期不明"),
    ("the contract value is not known", "合同额不明"),
    ("the column is about the period of the return", "该列说的就是报告期"),
    ("the cell says that nothing is known, or it cannot be read", "单元格写明不详，或无法读出"),
    ("the cell is not merged", "不是合并单元格"),
    ("the cell holds no number", "单元格不是数值"),
    ("suspended without earlier evidence, or nothing known", "停工且此前没有开工依据，或情况不明"),
    ("nothing stands there", "该处为空"),
    ("nothing replaces it", "没有被取代"),
    ("nothing known", "不明"),
    ("nothing definite is expected", "没有确定的应有值"),
    ("not started", "未开工"),
    ("no value in this or the month before", "本月或上月没有数值"),
    ("no unit was recognised, or the file is no return", "未识别出单位，或文件不是报表"),
    ("no unit was recognised", "未识别出单位"),
    ("no return has spoken of it yet", "还没有报表提到"),
    ("no return has said", "没有报表写明"),
    ("no return has named one", "没有报表写明"),
    ("no other cell", "没有另一单元格"),
    ("no month was recognised, or the file is no return", "未识别出月份，或文件不是报表"),
    ("it is still tracked, or never was", "仍在跟踪，或从未纳入"),
    ("it is about the whole file", "说的是整个文件"),
    ("it is about something that is not there, or the whole file", "说的是缺少的内容，或整个文件"),
    ("it is about no single return", "不是针对某一份报表"),
    ("it is about no single record", "不是针对某一条记录"),
    ("it is about no single project", "不是针对某一个项目"),
    ("it is about no single file", "不是针对某一个文件"),
    ("it is about no single field", "不是针对某一个字段"),
    ("it has its own cause", "自成原因"),
    ("the record has no such cell, or it is blank", "记录没有这一格，或为空"),
    ("no group row stands above it", "上方没有分组行"),
    ("the record is accepted", "记录已采用"),
    (
        "fewer than half had started at the end of the curve, or no age is known",
        "曲线末端开工不足一半，或签约月份均不明",
    ),
];

/// The Chinese of a short word; the word itself where there is none.
pub fn in_chinese(english: &str) -> &str {
    WORDS.iter().find(|(known, _)| *known == english).map_or(english, |(_, chinese)| chinese)
}

#[cfg(test)]
mod tests {
    use analytics::metrics::METRICS;
    use model::datasets;

    use super::*;

    #[test]
    fn every_null_rule_unit_and_population_can_be_said_in_chinese() {
        let columns = datasets::ALL.iter().flat_map(|dataset| dataset.columns);
        let of_columns = columns.flat_map(|column| [column.unit, column.missing.unwrap_or_default()]);
        let of_metrics = METRICS.iter().flat_map(|metric| [metric.unit, metric.population, metric.missing]);
        let is_known = |text: &&str| WORDS.iter().any(|(known, _)| known == text);
        let unknown: Vec<&str> = of_columns.chain(of_metrics).filter(|text| !is_known(text)).collect();
        assert!(unknown.is_empty(), "add the Chinese of {unknown:#?}");
    }
}
