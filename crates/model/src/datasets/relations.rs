//! `relations`: how projects, parts, units and the tracked set hang together, each line with its month (项目关系).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    Relation, "relations", key [project_id, kind, related_id], "项目关系", "one dated relation of a project";
    project_id: String, "", "项目编号", "project that the line is about";
    kind: String, "", "关系", "phase_of, split_from, merged_into, resigned_as, moved_from, reported_with, included, left_out, removed, upgraded or invested_again";
    related_id: String, "", "相关编号", "the other project; the unit of moved_from and reported_with; the tracked set of included, left_out and removed; the month of the others";
    from_month: Option<Date>, "", "起始月份（月末）", "month from which it holds, as its last day", null "nothing says";
    source: String, "", "依据", "where it is said: file, sheet and address, with the words";
}
