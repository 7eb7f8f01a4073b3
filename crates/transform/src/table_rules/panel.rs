//! The monthly panel (月度面板): facts laid on the months of every project, carried forward, parts put together.

use model::datasets::project_months::ProjectMonth;
use model::policy::{Policy, Unreported};
use model::schema::Column;
use polars::prelude::{
    DataFrame, DataType, Expr, FillNullStrategy, IntoLazy, LazyFrame, PolarsResult, SortMultipleOptions, lit,
    when,
};
use store::expr::{AsExpr, join_many_to_one};

use crate::table_rules::panel_columns::{COUNTED, MONTH, REPORTED_IN, SINCE, STARTED_BY_DATE};

/// The state of every counted project in every month.
///
/// In: slots and facts, each at most one a project and month. Out: one row a counted project and month, sorted.
/// Missing: what no return has said by then.
pub fn panel(slots: DataFrame, facts: DataFrame, policy: &Policy) -> PolarsResult<DataFrame> {
    let laid = join_many_to_one(slots.lazy(), facts.lazy(), &[ProjectMonth::project_id(), MONTH]);
    let spoken = sort_by_project(laid);
    let carried = match policy.unreported {
        Unreported::CarryForward => carry_forward(spoken, &[ProjectMonth::project_id(), SINCE])?,
        Unreported::Unknown => spoken,
    };
    let counted = sort_by_counted(put_parts_together(add_stated_starts(carried)));
    let filled = match policy.unreported {
        Unreported::CarryForward => carry_forward(counted, &[COUNTED])?,
        Unreported::Unknown => counted,
    };
    remember_starts(filled)?.collect()
}

fn sort_by_project(months: LazyFrame) -> LazyFrame {
    months.sort([ProjectMonth::project_id().name, MONTH.name], SortMultipleOptions::default())
}

fn sort_by_counted(months: LazyFrame) -> LazyFrame {
    months.sort([COUNTED.name, MONTH.name], SortMultipleOptions::default())
}

/// Fills what no return says of a month with what was said last, within each group: first of each project and part as
/// long as it speaks, then of the counted project, where its parts took over from it or it from them.
///
/// In and out: one row a group and month, sorted. Missing: before the first return nothing is filled.
fn carry_forward(months: LazyFrame, groups: &[Column]) -> PolarsResult<LazyFrame> {
    let carried = [
        ProjectMonth::unit_code(),
        ProjectMonth::stage(),
        ProjectMonth::started(),
        ProjectMonth::in_production(),
        ProjectMonth::terminated(),
        ProjectMonth::contract_yuan(),
        ProjectMonth::capital_cumulative_yuan(),
        REPORTED_IN,
    ];
    let groups: Vec<Expr> = groups.iter().map(AsExpr::expr).collect();
    let last_said = |column: &Column| {
        column.expr().fill_null_with_strategy(FillNullStrategy::Forward(None)).over(groups.as_slice())
    };
    let filled: Vec<Expr> = carried.iter().map(last_said).collect::<PolarsResult<_>>()?;
    Ok(months.with_columns(filled))
}

/// Before the first return that speaks of a project, a stated date says whether it has started.
fn add_stated_starts(months: LazyFrame) -> LazyFrame {
    let said = when(STARTED_BY_DATE.expr().is_not_null())
        .then(STARTED_BY_DATE.expr())
        .otherwise(ProjectMonth::started().expr());
    months.with_columns([said.alias(ProjectMonth::started().name)])
}

/// Once started, started: `started` becomes whether a start has been said by then, of the whole or of a part.
///
/// Missing: nothing has been said of a start yet.
fn remember_starts(months: LazyFrame) -> PolarsResult<LazyFrame> {
    let ever = ProjectMonth::started()
        .expr()
        .cast(DataType::Int32)
        .cum_max(false)
        .fill_null_with_strategy(FillNullStrategy::Forward(None))
        .over([COUNTED.expr()])?;
    Ok(months.with_columns([ever.cast(DataType::Boolean).alias(ProjectMonth::started().name)]))
}

/// One row a counted project and month: money of parts is summed, any part started counts, all terminated counts.
fn put_parts_together(months: LazyFrame) -> LazyFrame {
    months.group_by_stable([COUNTED.expr(), MONTH.expr()]).agg([
        ProjectMonth::unit_code().expr().drop_nulls().first(),
        ProjectMonth::stage().expr().drop_nulls().first(),
        any(&ProjectMonth::started()),
        any(&ProjectMonth::in_production()),
        all(&ProjectMonth::terminated()),
        sum_of_said(&ProjectMonth::contract_yuan()),
        sum_of_said(&ProjectMonth::capital_cumulative_yuan()),
        REPORTED_IN.expr().max(),
    ])
}

fn any(column: &Column) -> Expr {
    column.expr().cast(DataType::Int32).max().cast(DataType::Boolean).alias(column.name)
}

fn all(column: &Column) -> Expr {
    column.expr().cast(DataType::Int32).min().cast(DataType::Boolean).alias(column.name)
}

/// The sum of what was said; missing when nothing was, never 0.
fn sum_of_said(column: &Column) -> Expr {
    let said = column.expr().is_not_null().any(true);
    when(said).then(column.expr().sum()).otherwise(lit(polars::prelude::NULL)).alias(column.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_rules::facts::{Fact, facts_frame};
    use crate::table_rules::slots::{Slot, slots_frame};
    use crate::typed_record::Progress;

    fn slot(project: &str, counted: &str, month: i32) -> Slot {
        Slot {
            project_id: project.to_owned(),
            counted_project_id: counted.to_owned(),
            month,
            since: 0,
            started_by_date: None,
        }
    }

    fn fact(project: &str, month: i32, started: Option<bool>, capital: i64) -> Fact {
        Fact {
            project_id: project.to_owned(),
            month,
            progress: Progress { started, ..Progress::default() },
            capital_yuan: Some(capital),
            ..Fact::default()
        }
    }

    fn column<T>(
        panel: &DataFrame,
        name: &str,
        get: impl Fn(&polars::prelude::Column, usize) -> T,
    ) -> Vec<T> {
        let column = panel.column(name).unwrap();
        (0..panel.height()).map(|row| get(column, row)).collect()
    }

    fn panel_of(slots: &[Slot], facts: &[Fact]) -> (Vec<Option<bool>>, Vec<Option<i64>>) {
        let panel =
            panel(slots_frame(slots).unwrap(), facts_frame(facts).unwrap(), &Policy::default()).unwrap();
        let started = column(&panel, "started", |column, row| column.bool().unwrap().get(row));
        let capital = column(&panel, "capital_cumulative_yuan", |column, row| column.i64().unwrap().get(row));
        (started, capital)
    }

    #[test]
    fn months_without_a_return_carry_the_last_one_forward() {
        let slots: Vec<Slot> = (1..=4).map(|month| slot("a", "a", month)).collect();
        let facts = [fact("a", 2, Some(true), 50), fact("a", 4, Some(false), 70)];
        let (started, capital) = panel_of(&slots, &facts);
        assert_eq!(started, [None, Some(true), Some(true), Some(true)], "once started, started");
        assert_eq!(capital, [None, Some(50), Some(50), Some(70)]);
    }

    #[test]
    fn parts_are_summed_under_their_whole() {
        let slots = [slot("a", "a", 1), slot("a-1", "a", 2), slot("a-2", "a", 2)];
        let facts =
            [fact("a", 1, Some(false), 10), fact("a-1", 2, Some(false), 20), fact("a-2", 2, Some(true), 30)];
        let (started, capital) = panel_of(&slots, &facts);
        assert_eq!(started, [Some(false), Some(true)]);
        assert_eq!(capital, [Some(10), Some(50)]);
    }

    #[test]
    fn a_start_is_remembered_when_the_whole_is_reported_again() {
        let slots = [slot("a", "a", 1), slot("a-1", "a", 2), slot("a", "a", 3)];
        let facts = [fact("a", 1, None, 10), fact("a-1", 2, Some(true), 20), fact("a", 3, None, 30)];
        let (started, capital) = panel_of(&slots, &facts);
        assert_eq!(started, [None, Some(true), Some(true)]);
        assert_eq!(capital, [Some(10), Some(20), Some(30)]);
    }

    #[test]
    fn what_the_new_side_leaves_open_is_as_the_family_said_it_last() {
        let slots = [slot("a", "a", 1), slot("a-1", "a", 2), Slot { since: 3, ..slot("a", "a", 3) }];
        let silent = Fact { capital_yuan: None, ..fact("a", 3, None, 0) };
        let facts = [fact("a", 1, None, 10), fact("a-1", 2, None, 20), silent];
        assert_eq!(panel_of(&slots, &facts).1, [Some(10), Some(20), Some(20)]);
    }

    #[test]
    fn before_the_first_return_the_stated_date_speaks() {
        let mut early = slot("a", "a", 1);
        early.started_by_date = Some(true);
        let (started, capital) = panel_of(&[early, slot("a", "a", 2)], &[fact("a", 2, None, 5)]);
        assert_eq!(started, [Some(true), Some(true)]);
        assert_eq!(capital, [None, Some(5)]);
    }
}
