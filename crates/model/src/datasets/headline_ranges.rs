//! `headline_ranges`: between which bounds the headline figures lie if the doubts fell the other way (总体指标区间).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    HeadlineRange, "headline_ranges", key [as_of, event, cohort], "总体指标区间", "the bounds of the figures of one cohort in one month under open doubts";
    as_of: Date, "", "截至日期（月末）", "month, as its last day";
    event: String, "", "签约活动", "event";
    cohort: String, "", "届次", "edition, or all for all editions together";
    n_doubted: i64, "projects", "存疑项目数", "projects of which a figure is in doubt";
    n_started: i64, "projects", "开工项目数", "as published";
    n_started_low: i64, "projects", "开工项目数下限", "if every doubt that lowers it fell the other way";
    n_started_high: i64, "projects", "开工项目数上限", "if every doubt that raises it fell the other way";
    contract_yuan: i64, "yuan", "合同额合计", "as published";
    contract_low_yuan: i64, "yuan", "合同额下限", "if every doubt that lowers it fell the other way";
    contract_high_yuan: i64, "yuan", "合同额上限", "if every doubt that raises it fell the other way";
    capital_yuan: i64, "yuan", "累计到位资金合计", "as published";
    capital_low_yuan: i64, "yuan", "累计到位资金下限", "if every doubt that lowers it fell the other way";
    capital_high_yuan: i64, "yuan", "累计到位资金上限", "if every doubt that raises it fell the other way";
    start_rate_low: Option<f64>, "share", "开工率下限", "n_started_low / n_projects", null "there is no project";
    start_rate_high: Option<f64>, "share", "开工率上限", "n_started_high / n_projects", null "there is no project";
    capital_rate_low: Option<f64>, "share", "资金到位率下限", "capital_low_yuan / contract_high_yuan", null "the contract value is 0";
    capital_rate_high: Option<f64>, "share", "资金到位率上限", "capital_high_yuan / contract_low_yuan", null "the lower contract value is 0";
}
