//! The population (统计范围): whose months are counted.

use model::datasets::project_months::ProjectMonth;
use model::policy::{KeepOrDrop, Policy, Scope};
use model::schema::Column;
use polars::prelude::{Expr, LazyFrame, lit};
use store::expr::AsExpr;

/// Keeps the months of the projects that the scope names, less those that the policy drops.
///
/// In: one row a project and month. Out: some of them. Missing: where the scope names events or editions, a project
/// without one is out of it.
pub fn keep_population(project_months: LazyFrame, policy: &Policy, scope: &Scope) -> LazyFrame {
    let is_counted = [
        is_one_of(ProjectMonth::event(), &scope.events),
        is_one_of(ProjectMonth::cohort(), &scope.cohorts),
        scope.tracked_only.then(|| ProjectMonth::tracked().expr()),
        is_not_dropped(ProjectMonth::terminated(), policy.terminated),
        is_not_dropped(ProjectMonth::suspended(), policy.suspended),
    ];
    is_counted.into_iter().flatten().fold(project_months, LazyFrame::filter)
}

/// No condition when no name is given: that means all.
fn is_one_of(column: Column, names: &[String]) -> Option<Expr> {
    names.iter().map(|name| column.expr().eq(lit(name.as_str()))).reduce(Expr::or)
}

fn is_not_dropped(column: Column, choice: KeepOrDrop) -> Option<Expr> {
    (choice == KeepOrDrop::Drop).then(|| column.expr().not())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::Panel;
    use polars::prelude::IntoLazy;
    use store::frames::{frame_of, rows_of_frame};

    fn kept(policy: &Policy, scope: &Scope) -> Vec<String> {
        let row = |id: &str, event: Option<&str>, tracked, terminated| ProjectMonth {
            project_id: id.to_owned(),
            event: event.map(str::to_owned),
            tracked,
            terminated,
            ..ProjectMonth::default()
        };
        let rows = [
            row("tracked", Some("智博会"), true, false),
            row("terminated", Some("智博会"), true, true),
            row("untracked", Some("智博会"), false, false),
            row("other event", Some("西洽会"), true, false),
            row("no event", None, true, false),
        ];
        let population = keep_population(frame_of(&rows).unwrap().lazy(), policy, scope);
        let in_frames: Vec<ProjectMonth> = rows_of_frame(&population.collect().unwrap()).unwrap();
        let in_frames: Vec<String> = in_frames.into_iter().map(|row| row.project_id).collect();
        let panel = Panel::new(&rows, policy, scope);
        let counted = panel.months.iter().filter(|month| month.counted);
        let mut in_columns: Vec<&str> = counted.map(|month| panel.words.text(month.project)).collect();
        in_columns.sort_by_key(|project| in_frames.iter().position(|other| other == project));
        assert_eq!(in_columns, in_frames, "frames and columns count the same projects");
        in_frames
    }

    #[test]
    fn an_empty_scope_keeps_everything() {
        assert_eq!(kept(&Policy::default(), &Scope::default()).len(), 5);
    }

    #[test]
    fn scope_and_policy_leave_out_what_they_name() {
        let scope = Scope { events: vec!["智博会".to_owned()], tracked_only: true, ..Scope::default() };
        assert_eq!(kept(&Policy::default(), &scope), ["tracked", "terminated"]);
        let dropping = Policy { terminated: KeepOrDrop::Drop, ..Policy::default() };
        assert_eq!(kept(&dropping, &scope), ["tracked"]);
        let no_edition = Scope { cohorts: vec!["2020".to_owned()], ..Scope::default() };
        assert!(kept(&Policy::default(), &no_edition).is_empty());
    }
}
