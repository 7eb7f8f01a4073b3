//! `doubts`: by how much the figures of a project and month would move if a doubt fell the other way (存疑影响).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Doubt, "doubts", key [project_id, as_of, cause], "存疑影响", "what one project and month would add to the figures if a doubt fell the other way";
    project_id: String, "", "项目编号", "counted project";
    as_of: Date, "", "截至日期（月末）", "month, as its last day";
    cause: String, "", "原因", "error: the withheld values were right after all; link: the doubtful links belong to the next best project";
    event: Option<String>, "", "签约活动", "event", null "nothing says";
    cohort: Option<String>, "", "届次", "edition", null "nothing says";
    tracked: bool, "", "是否纳入跟踪督办", "is in the tracked set in that month";
    started_change: i64, "projects", "开工数变化", "1, 0 or -1";
    contract_change_yuan: i64, "yuan", "合同额变化", "rise of the contract value; a value that is not known counts as 0";
    capital_change_yuan: i64, "yuan", "累计到位资金变化", "rise of the cumulative capital; a value that is not known counts as 0";
}
