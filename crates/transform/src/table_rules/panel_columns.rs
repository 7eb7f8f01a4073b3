//! Columns that the panel needs on its way and that no dataset has (中间列).

use model::schema::{Column, Kind};

const fn between(name: &'static str, kind: Kind, zh: &'static str, en: &'static str) -> Column {
    Column { name, kind, unit: "", zh, en, missing: Some("not known") }
}

/// Month as 12 · year + month − 1.
pub const MONTH: Column = between("month", Kind::Int32, "月份序号", "month as 12 * year + month - 1");
/// The project under which a project or part is counted.
pub const COUNTED: Column = between("counted_project_id", Kind::String, "计入项目编号", "counted project");
/// From which month on what was said of a project or part is carried forward.
pub const SINCE: Column = between("since", Kind::Int32, "沿用起始月份", "month from which values go on");
/// What stated dates say of a start before the first return.
pub const STARTED_BY_DATE: Column =
    between("started_by_date", Kind::Boolean, "按日期已开工", "started by stated date");
/// The last month that was reported.
pub const REPORTED_IN: Column =
    between("reported_in", Kind::Int32, "最近报送月份", "last month that was reported");
