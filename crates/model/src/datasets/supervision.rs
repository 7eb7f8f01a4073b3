//! `supervision`: the light of every project in every month, with the rules that gave it (督办清单).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Supervision, "supervision", key [as_of, project_id], "督办清单", "one project of the population in one month, with its light";
    as_of: Date, "", "截至日期（月末）", "month, as its last day";
    project_id: String, "", "项目编号", "counted project";
    unit_code: Option<String>, "", "单位代码", "reporting unit in that month", null "nothing says";
    light: String, "", "灯色", "red (红灯), yellow (黄灯), green (绿灯), or none (不亮灯) for projects in production or terminated";
    rules: Option<String>, "", "触发规则", "ids of the rules that fired, joined by commas", null "no rule fired";
    actions: Option<String>, "", "督办措施", "what the rules that fired ask for, joined by commas", null "no rule that fired asks for anything";
    months_since_signing: Option<i32>, "months", "签约后月数", "age in months", null "the date of signing is not known";
    months_overdue: Option<i32>, "months", "逾期月数", "months since the planned start, 0 in the month in which it is due", null "started, no planned start is known, or it lies ahead";
    months_unchanged: i32, "months", "无变化月数", "months since stage, start, production or capital last changed";
    streak: i32, "months", "同灯连续月数", "consecutive months with the same light, this one included";
    yellow_streak: i32, "months", "连续黄灯月数", "consecutive months, this one included, that were yellow before any rule about streaks; 0 when this one is not";
    expected_start_12: Option<f64>, "share", "12个月内开工概率", "probability to start within the next 12 months given that it has not started, from the pooled Kaplan–Meier curve of that month", null "started, in production or terminated, or not estimable: see expected_start_note";
    expected_start_note: Option<String>, "", "无概率原因", "short name of why there is no probability", null "there is one, or none is asked for";
}
