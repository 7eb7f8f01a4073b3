//! `changes`: the exact bridge between two months or two vintages, project by project (变动分解).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Change, "changes", key [from_as_of, to_as_of, event, cohort, measure, step], "变动分解", "one step of one project between two figures of a cohort; opening and all steps make closing exactly";
    from_as_of: Date, "", "期初截至日期（月末）", "month of the figure that the bridge starts from, as its last day";
    to_as_of: Date, "", "期末截至日期（月末）", "month of the figure that the bridge leads to, as its last day";
    from_known_at: Option<String>, "", "期初数据时点", "returns received up to then make the first figure", null "the bridge lies within one vintage";
    to_known_at: Option<String>, "", "期末数据时点", "returns received up to then make the second figure", null "the bridge lies within one vintage";
    event: String, "", "签约活动", "event, unknown where nothing says";
    cohort: String, "", "届次", "edition, all for all editions together, unknown where nothing says";
    measure: String, "", "指标", "n_projects, n_started, n_production, contract_yuan, contract_started_yuan or capital_yuan";
    step: i32, "", "序号", "number of the row within the bridge of its measure: 0 for opening, the last for closing";
    component: String, "", "变动项", "opening (期初), closing (期末), or what changed: new (新签约), listed_late (补录、调入), removed (清退、调出), terminated (终止), suspended (停工), reinstated (恢复), re_signed (重新签约), reclassified (调整活动或届次), revised (合同额调整), started (新开工), produced (新投产), retracted (撤回), arrived (新到位), corrected (核减)";
    amount: i64, "projects or yuan", "数额", "what the step adds to the figure; of opening and closing the figure itself";
    project_id: Option<String>, "", "项目编号", "counted project", null "the row is opening or closing";
}
