//! Projects of which money and works do not go together, or that stand still (停滞): rules A4, A5, A7, A8 and A20.

use model::datasets::findings::Finding;
use model::field::Field;
use model::findings::{
    T513_CAPITAL_WITHOUT_START, T514_START_WITHOUT_CAPITAL, T515_STALLED, T516_STOPPED,
    T519_ACTIVE_AFTER_TERMINATION, T520_SUSPENDED_WITHOUT_PAST,
};
use model::month::Month;
use model::stage::Stage;

use crate::checks::beside::{against, at};
use crate::checks::history::History;
use crate::checks::ledger::yi;
use crate::thresholds::Thresholds;
use crate::typed_record::TypedRecord;

/// A finding at the latest record of each project that has been in such a state for long enough.
pub fn standing_still(histories: &[History<'_>], thresholds: &Thresholds) -> Vec<Finding> {
    let late = age_by_which_started(histories, thresholds.stalled_age_quantile);
    let mut findings = Vec::new();
    for history in histories {
        let checks = [
            capital_without_start(history, thresholds),
            start_without_capital(history, thresholds),
            stalled(history, late, thresholds),
            stopped(history, thresholds),
            active_after_termination(history),
            suspended_without_past(history),
        ];
        for mut finding in checks.into_iter().flatten() {
            finding.project_id = Some(history.project_id.to_owned());
            findings.push(finding);
        }
    }
    findings
}

/// The records at the end of a history for which a condition holds without a break, first and last.
fn last_run<'a>(
    records: &[&'a TypedRecord],
    holds: impl Fn(&TypedRecord) -> bool,
) -> Option<(&'a TypedRecord, &'a TypedRecord)> {
    let run: Vec<&TypedRecord> = records.iter().rev().take_while(|record| holds(record)).copied().collect();
    Some((*run.last()?, *run.first()?))
}

/// Whole months from the first to the last record of a run.
fn months_between(first: &TypedRecord, last: &TypedRecord) -> i32 {
    let index = |record: &TypedRecord| record.period.map_or(0, Month::index);
    index(last) - index(first)
}

/// A4: capital above a share of the contract value for some months, and no start.
fn capital_without_start(history: &History<'_>, thresholds: &Thresholds) -> Option<Finding> {
    let contract = history.contract()?;
    let least = contract as f64 * thresholds.capital_without_start_share;
    let (first, last) = last_run(&history.records, |record| {
        record.good_progress().started == Some(false)
            && record.good_amount(Field::ArrivedTotal).is_some_and(|capital| capital as f64 > least)
    })?;
    let months = months_between(first, last) + 1;
    (f64::from(months) >= thresholds.capital_without_start_months).then(|| {
        let draft = at(last, T513_CAPITAL_WITHOUT_START, Field::ArrivedTotal, String::new());
        draft.related_cells(progress_place(last)).detail(months.to_string()).finish()
    })
}

/// A5: started for some months, and no capital at all.
fn start_without_capital(history: &History<'_>, thresholds: &Thresholds) -> Option<Finding> {
    let (first, last) = last_run(&history.records, |record| {
        record.good_progress().started == Some(true) && record.good_amount(Field::ArrivedTotal) == Some(0)
    })?;
    let months = months_between(first, last) + 1;
    (f64::from(months) >= thresholds.start_without_capital_months).then(|| {
        let draft = at(last, T514_START_WITHOUT_CAPITAL, Field::ArrivedTotal, String::new());
        draft.related_cells(progress_place(last)).detail(months.to_string()).finish()
    })
}

/// A7: not started, nothing new in the last returns, and older than the age by which most projects had started.
fn stalled(history: &History<'_>, late: Option<i32>, thresholds: &Thresholds) -> Option<Finding> {
    let last = *history.records.last()?;
    let age = last.period?.index() - history.signed()?.index();
    let seen = |record: &TypedRecord| {
        (
            record.good_progress().stage,
            record.good_amount(Field::ArrivedTotal),
            record.good_progress().started,
        )
    };
    let now = seen(last);
    let unchanged = history.records.iter().rev().take_while(|record| seen(record) == now).count();
    let terminated = last.good_progress().terminated == Some(true);
    let is_stalled = now.2 == Some(false)
        && !terminated
        && unchanged as f64 >= thresholds.stalled_returns
        && late.is_some_and(|late| age > late);
    is_stalled.then(|| {
        let field = last.progress_field.unwrap_or(Field::StatusRaw);
        let detail = format!("{unchanged}");
        at(last, T515_STALLED, field, age.to_string()).detail(detail).finish()
    })
}

/// A8: started, not in production, well below the contract value, and the capital has not moved for long.
fn stopped(history: &History<'_>, thresholds: &Thresholds) -> Option<Finding> {
    let contract = history.contract()?;
    let capital = history.records.last()?.good_amount(Field::ArrivedTotal)?;
    if capital as f64 >= contract as f64 * thresholds.stopped_share {
        return None;
    }
    let (first, last) = last_run(&history.records, |record| {
        let progress = record.good_progress();
        let works = progress.started == Some(true) && progress.in_production != Some(true);
        works && progress.terminated != Some(true) && record.good_amount(Field::ArrivedTotal) == Some(capital)
    })?;
    let months = months_between(first, last);
    (f64::from(months) >= thresholds.stopped_months).then(|| {
        let draft = against(last, first, T516_STOPPED, Field::ArrivedTotal, yi(capital));
        draft.detail(months.to_string()).finish()
    })
}

/// A project of which nothing says whether it had started before it was suspended.
fn suspended_without_past(history: &History<'_>) -> Option<Finding> {
    let first = *history.records.first()?;
    let suspended = first.good_progress().stage == Some(Stage::Suspended);
    let told = first.good_progress().started.is_some() || first.good_date(Field::StartDate).is_some();
    let field = first.progress_field.unwrap_or(Field::StatusRaw);
    (suspended && !told).then(|| at(first, T520_SUSPENDED_WITHOUT_PAST, field, String::new()).finish())
}

/// A20: terminated once, and at work or with more capital later.
fn active_after_termination(history: &History<'_>) -> Option<Finding> {
    let is_terminated = |record: &&&TypedRecord| record.good_progress().terminated == Some(true);
    let terminated = history.records.iter().find(is_terminated)?;
    let later = history.records.iter().filter(|record| record.period > terminated.period);
    let capital = |record: &TypedRecord| record.good_amount(Field::ArrivedTotal).unwrap_or(0);
    let mut active = later.filter(|record| {
        let progress = record.good_progress();
        let works = progress.started == Some(true) && progress.terminated == Some(false);
        works || capital(record) > capital(terminated).max(1)
    });
    let record = active.next()?;
    let field = record.progress_field.unwrap_or(Field::StatusRaw);
    let expected = terminated.raw(field).to_owned();
    Some(against(record, terminated, T519_ACTIVE_AFTER_TERMINATION, field, expected).finish())
}

fn progress_place(record: &TypedRecord) -> &str {
    record.progress_field.map_or("", |field| record.place(field))
}

/// The age in months by which a share of all projects had started: the product-limit estimate over the start months
/// that returns show, projects without a start counted until their last record.
///
/// Missing: fewer than that share ever started.
fn age_by_which_started(histories: &[History<'_>], share: f64) -> Option<i32> {
    let mut followed: Vec<(i32, bool)> = histories.iter().filter_map(followed_to).collect();
    followed.sort_by_key(|(age, started)| (*age, !started));
    let mut without = 1.0;
    for place in 0..followed.len() {
        let (age, started) = followed[place];
        if started {
            without *= 1.0 - 1.0 / (followed.len() - place) as f64;
        }
        if without <= 1.0 - share {
            return Some(age);
        }
    }
    None
}

fn followed_to(history: &History<'_>) -> Option<(i32, bool)> {
    let signed = history.signed()?.index();
    let stated = history.records.iter().rev().find_map(|record| record.good_date(Field::StartDate));
    let first = history.records.iter().find(|record| record.good_progress().started == Some(true));
    let start = stated.map(|stated| Month::of(stated.date)).or(first.and_then(|record| record.period));
    let last = history.records.last()?.period?;
    Some((start.unwrap_or(last).index().saturating_sub(signed).max(0), start.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger_book::LedgerProject;
    use crate::typed_record::Progress;

    fn month(index: i32, stage: Stage, capital: i64) -> TypedRecord {
        let reached = |least: u8| stage.progress().map(|progress| progress >= least);
        let mut record = TypedRecord {
            period: Some(Month::from_index(2022 * 12 + index)),
            progress: Progress {
                stage: Some(stage),
                started: reached(6),
                in_production: reached(8),
                terminated: Some(stage == Stage::Terminated),
            },
            progress_field: Some(Field::StatusRaw),
            ..TypedRecord::default()
        };
        record.amounts.insert(Field::ArrivedTotal, capital);
        record.amounts.insert(Field::ContractValue, 1000);
        record
    }

    fn check(months: &[TypedRecord], expected: &[&str]) {
        let ledger = LedgerProject { sign_date: "2020-09-15".parse().ok(), ..LedgerProject::default() };
        let histories =
            [History { project_id: "P", ledger: Some(&ledger), records: months.iter().collect() }];
        let found = standing_still(&histories, &Thresholds::default());
        let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, expected);
    }

    fn months(n: i32, stage: Stage, capital: i64) -> Vec<TypedRecord> {
        (0..n).map(|index| month(index, stage, capital)).collect()
    }

    #[test]
    fn money_and_works_that_do_not_go_together_are_told() {
        check(&months(3, Stage::LandAcquired, 60), &["T513"]);
        check(&months(2, Stage::LandAcquired, 60), &[]);
        check(&months(3, Stage::LandAcquired, 40), &[]);
        check(&months(6, Stage::UnderConstruction, 0), &["T514"]);
        check(&months(13, Stage::UnderConstruction, 500), &["T516"]);
        check(&months(13, Stage::UnderConstruction, 950), &[]);
        check(&[month(0, Stage::Suspended, 5)], &["T520"]);
    }

    #[test]
    fn a_project_that_goes_on_after_its_end_is_told() {
        check(&[month(0, Stage::Terminated, 50), month(1, Stage::UnderConstruction, 50)], &["T519"]);
        check(&[month(0, Stage::Terminated, 50), month(1, Stage::Terminated, 50)], &[]);
    }

    #[test]
    fn the_age_by_which_most_had_started_leaves_open_projects_open() {
        let started = |index| vec![month(0, Stage::Signed, 0), month(index, Stage::Started, 0)];
        let all: Vec<Vec<TypedRecord>> = (1..=4).map(started).collect();
        let ledger = LedgerProject { sign_date: "2022-01-15".parse().ok(), ..LedgerProject::default() };
        let histories: Vec<History<'_>> = all
            .iter()
            .map(|records| History {
                project_id: "P",
                ledger: Some(&ledger),
                records: records.iter().collect(),
            })
            .collect();
        assert_eq!(age_by_which_started(&histories, 0.75), Some(3));
        let open = months(3, Stage::Signed, 0);
        let history = History { project_id: "P", ledger: Some(&ledger), records: open.iter().collect() };
        assert_eq!(age_by_which_started(&[history], 0.75), None);
    }
}
