//! What the metrics ask of each project and month (标记): does it count as started, has it just started, how long
//! has it been followed until it started.

use model::datasets::project_months::ProjectMonth;
use model::policy::{Policy, Start};
use model::schema::{Column, Kind};
use polars::prelude::{DataType, Expr, LazyFrame, NULL, PolarsResult, SortMultipleOptions, lit, when};
use store::expr::AsExpr;

/// Started or in production, under the policy `start`; never missing.
pub const COUNTS_AS_STARTED: Column = mark("counts_as_started", Kind::Boolean);
/// Counts as started in this month and not in the month before; never missing.
pub const NEWLY_STARTED: Column = mark("newly_started", Kind::Boolean);
/// The start has been seen by this month; never missing.
pub const START_SEEN: Column = mark("start_seen", Kind::Boolean);
/// Months from signing to the start, or to the last month without one; missing where the signing is not known.
pub const MONTHS_FOLLOWED: Column = mark("months_followed", Kind::Int64);

/// A working column: it leaves this crate in no dataset.
const fn mark(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, unit: "", zh: "", en: "", missing: None }
}

/// Adds the marks to the panel.
///
/// In: `project_months`, in any order, before anything is filtered, so that a project that enters the population
/// late is not taken for newly started. Out: the same rows, sorted by project and month, with the four marks.
pub fn mark_project_months(project_months: LazyFrame, policy: &Policy) -> PolarsResult<LazyFrame> {
    let in_time = [ProjectMonth::project_id().name, ProjectMonth::as_of().name];
    Ok(project_months
        .sort(in_time, SortMultipleOptions::default())
        .with_column(counts_as_started(policy.start).alias(COUNTS_AS_STARTED.name))
        .with_columns([
            newly_started()?.alias(NEWLY_STARTED.name),
            start_seen().alias(START_SEEN.name),
            months_followed()?.alias(MONTHS_FOLLOWED.name),
        ]))
}

/// Started or in production (开工或投产), and under `current` not terminated. Missing counts as not started.
fn counts_as_started(start: Start) -> Expr {
    let started = ProjectMonth::started().expr().fill_null(lit(false));
    let in_production = ProjectMonth::in_production().expr().fill_null(lit(false));
    match start {
        Start::Ever => started.or(in_production),
        Start::Current => started.or(in_production).and(ProjectMonth::terminated().expr().not()),
    }
}

/// Needs rows sorted by project and month. The first month of a project has none before it.
fn newly_started() -> PolarsResult<Expr> {
    let month_before = COUNTS_AS_STARTED.expr().shift(lit(1)).over([ProjectMonth::project_id().expr()])?;
    Ok(COUNTS_AS_STARTED.expr().and(month_before.fill_null(lit(false)).not()))
}

/// A start month that lies after the month of the row is not known in it.
fn start_seen() -> Expr {
    let start_month = month_index(ProjectMonth::start_month().expr());
    start_month.lt_eq(month_index(ProjectMonth::as_of().expr())).fill_null(lit(false))
}

/// To the start where it has been seen, else to the termination, else to this month. Never below 0.
fn months_followed() -> PolarsResult<Expr> {
    let age = ProjectMonth::months_since_signing().expr().cast(DataType::Int64);
    let as_of = month_index(ProjectMonth::as_of().expr());
    let age_at_start = age.clone() - as_of + month_index(ProjectMonth::start_month().expr());
    let terminated = ProjectMonth::terminated().expr();
    let ages_terminated = when(terminated.clone()).then(age.clone()).otherwise(lit(NULL));
    let age_at_termination = ages_terminated.min().over([ProjectMonth::project_id().expr()])?;
    let months =
        when(start_seen()).then(age_at_start).when(terminated).then(age_at_termination).otherwise(age);
    Ok(when(months.clone().lt(lit(0_i64))).then(lit(0_i64)).otherwise(months))
}

/// 12 · year + month: differences are months.
fn month_index(day: Expr) -> Expr {
    let year = day.clone().dt().year().cast(DataType::Int64);
    year * lit(12_i64) + day.dt().month().cast(DataType::Int64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::frames::frame_of;

    fn project_month(as_of: &str, age: i32, started: bool) -> ProjectMonth {
        ProjectMonth {
            project_id: "P1".to_owned(),
            as_of: as_of.parse().unwrap(),
            months_since_signing: Some(age),
            started: Some(started),
            ..ProjectMonth::default()
        }
    }

    fn marked(rows: &[ProjectMonth], start: Start) -> Vec<(bool, bool, Option<i64>)> {
        use polars::prelude::IntoLazy;
        let policy = Policy { start, ..Policy::default() };
        let panel = frame_of(rows).unwrap().lazy();
        let marked = mark_project_months(panel, &policy).unwrap().collect().unwrap();
        let boolean = |column: Column| marked.column(column.name).unwrap().bool().unwrap().clone();
        let (started, newly) = (boolean(COUNTS_AS_STARTED), boolean(NEWLY_STARTED));
        let months = marked.column(MONTHS_FOLLOWED.name).unwrap().i64().unwrap();
        (0..marked.height())
            .map(|row| (started.get(row).unwrap(), newly.get(row).unwrap(), months.get(row)))
            .collect()
    }

    #[test]
    fn a_start_is_new_in_one_month_and_is_followed_until_it_happened() {
        let start = |row| ProjectMonth { start_month: Some("2023-06-15".parse().unwrap()), ..row };
        let july = start(project_month("2023-07-31", 5, true));
        let june = start(project_month("2023-06-30", 4, true));
        let may = project_month("2023-05-31", 3, false);
        let expected = [(false, false, Some(3)), (true, true, Some(4)), (true, false, Some(4))];
        assert_eq!(marked(&[july, june, may], Start::Ever), expected);
    }

    #[test]
    fn a_terminated_project_is_followed_until_it_was_terminated() {
        let terminated = |row| ProjectMonth { terminated: true, ..row };
        let rows = [
            project_month("2023-05-31", 3, false),
            terminated(project_month("2023-06-30", 4, false)),
            terminated(project_month("2023-07-31", 5, false)),
        ];
        let months: Vec<_> = marked(&rows, Start::Ever).into_iter().map(|(.., months)| months).collect();
        assert_eq!(months, [Some(3), Some(4), Some(4)]);
    }

    #[test]
    fn a_start_before_signing_or_after_the_month_is_taken_with_care() {
        let start = |day: &str, row| ProjectMonth { start_month: Some(day.parse().unwrap()), ..row };
        assert_eq!(
            marked(&[start("2020-01-31", project_month("2023-05-31", 3, true))], Start::Ever)[0].2,
            Some(0)
        );
        assert_eq!(
            marked(&[start("2024-01-31", project_month("2023-05-31", 3, false))], Start::Ever)[0].2,
            Some(3)
        );
        let unsigned = ProjectMonth { months_since_signing: None, ..project_month("2023-05-31", 3, true) };
        assert_eq!(marked(&[start("2023-01-31", unsigned)], Start::Ever)[0].2, None);
    }

    #[test]
    fn the_policy_says_whether_a_terminated_project_counts_as_started() {
        let row = ProjectMonth {
            terminated: true,
            started: None,
            in_production: Some(true),
            ..project_month("2023-05-31", 3, true)
        };
        assert!(marked(std::slice::from_ref(&row), Start::Ever)[0].0);
        assert!(!marked(&[row], Start::Current)[0].0);
    }
}
