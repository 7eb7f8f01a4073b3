//! `milestones`: when a project was registered, got its land, started, went into production, was completed or
//! terminated (里程碑).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Milestone, "milestones", key [project_id, kind], "里程碑", "one milestone of a project and the interval in which it happened";
    project_id: String, "", "项目编号", "counted project";
    kind: String, "", "里程碑", "registered, land, started, production, completed or terminated";
    earliest: Option<Date>, "", "最早", "the day after the last month whose return is without it; else the day of signing", null "no return is without it and the day of signing is not known";
    latest: Date, "", "最晚", "last day of the first month whose return has it";
    stated_date: Option<Date>, "", "填报日期", "first day of the stated span", null "no return states a date that can be believed";
    precision: Option<String>, "", "填报日期精度", "day, month, quarter, half or year", null "no date is stated";
    source: String, "", "依据", "date_cell, stage_change or text";
    record_id: String, "", "记录编号", "record that first has it";
}
