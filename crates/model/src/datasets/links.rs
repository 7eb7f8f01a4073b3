//! `links`: why a record belongs to a project (关联依据).

use crate::row::dataset;

dataset! {
    Link, "links", key [record_id], "关联依据", "why one record belongs to a project";
    record_id: String, "", "记录编号", "record";
    project_id: String, "", "项目编号", "project";
    method: String, "", "依据", "ledger_no, project_code, credit_code, exact_name, fuzzy, decision or new";
    score: f64, "share", "把握", "how sure the link is, 0 to 1";
    runner_up: Option<String>, "", "第二候选", "the next best project", null "there is no other candidate";
    runner_up_score: Option<f64>, "share", "第二候选的把握", "how sure the next best link would be", null "there is no other candidate";
}
