//! When each milestone of a project happened (里程碑): between the last return without it and the first with it, and
//! the date that returns state.

use std::collections::BTreeMap;

use model::datasets::milestones::Milestone;
use model::date::Date;
use model::field::Field;
use model::month::Month;
use model::stage::Stage;

use crate::judged_record::JudgedRecord;
use crate::projects::KnownProject;
use crate::typed_record::TypedRecord;

/// One kind of milestone: its name, the column that states its date, and what a record says of it.
struct Kind {
    name: &'static str,
    date: Field,
    said: fn(&TypedRecord) -> Option<bool>,
}

/// Every kind, in the order of a project's life.
const KINDS: [Kind; 6] = [
    Kind { name: "registered", date: Field::RegisterDate, said: registered },
    Kind { name: "land", date: Field::LandDate, said: land },
    Kind { name: "started", date: Field::StartDate, said: |record| record.good_progress().started },
    Kind {
        name: "production",
        date: Field::ProductionDate,
        said: |record| record.good_progress().in_production,
    },
    Kind { name: "completed", date: Field::CompletionDate, said: completed },
    Kind { name: "terminated", date: Field::DecidedAt, said: |record| record.good_progress().terminated },
];

/// The milestones of every counted project, sorted by key. Only records that count speak; a date at which an error
/// stands is not believed.
pub fn milestones(judged: &[JudgedRecord], known: &BTreeMap<String, KnownProject>) -> Vec<Milestone> {
    let mut histories: BTreeMap<&str, Vec<&TypedRecord>> = BTreeMap::new();
    for judged in judged.iter().filter(|judged| judged.counts() && judged.record.period.is_some()) {
        histories.entry(&judged.linked.counted_project_id).or_default().push(&judged.record);
    }
    let mut milestones = Vec::new();
    for (project_id, mut history) in histories {
        history.sort_by(|a, b| (a.period, &a.record.record_id).cmp(&(b.period, &b.record.record_id)));
        let signed = known.get(project_id).and_then(|known| known.project.sign_date);
        milestones.extend(KINDS.iter().filter_map(|kind| milestone(project_id, kind, &history, signed)));
    }
    milestones.sort_by(|a, b| (&a.project_id, &a.kind).cmp(&(&b.project_id, &b.kind)));
    milestones
}

fn milestone(
    project_id: &str,
    kind: &Kind,
    history: &[&TypedRecord],
    signed: Option<Date>,
) -> Option<Milestone> {
    let has_it = |record: &&&TypedRecord| says(record, kind) == Some(true);
    let first = history.iter().find(has_it)?;
    let first_month = first.period?;
    let without = history.iter().filter(|record| record.period < first.period);
    let last_without = without.rev().find(|record| says(record, kind) == Some(false));
    let day_after = |month: Month| month.plus(1).first_day();
    let latest = first_month.last_day();
    let earliest = last_without.and_then(|record| record.period).map(day_after);
    let earliest = earliest.or(signed.filter(|signed| *signed <= latest));
    let stating = history.iter().rev().find_map(|record| Some((record, record.good_date(kind.date)?)));
    Some(Milestone {
        project_id: project_id.to_owned(),
        kind: kind.name.to_owned(),
        earliest,
        latest,
        stated_date: stating.map(|(_, stated)| stated.date),
        precision: stating.map(|(_, stated)| stated.precision.as_str().to_owned()),
        source: source(first, kind, stating.is_some()).to_owned(),
        record_id: first.record.record_id.clone(),
    })
}

/// What a record says: its progress, else a date of the milestone that has passed.
fn says(record: &TypedRecord, kind: &Kind) -> Option<bool> {
    let dated = record.good_date(kind.date).map(|_| true);
    (kind.said)(record).or(dated)
}

fn source(first: &TypedRecord, kind: &Kind, is_dated: bool) -> &'static str {
    let in_words =
        matches!(first.progress_field, Some(Field::ProgressText | Field::Note | Field::ProblemText));
    match (is_dated, in_words && (kind.said)(first).is_some()) {
        (true, _) => "date_cell",
        (false, true) => "text",
        (false, false) => "stage_change",
    }
}

fn registered(record: &TypedRecord) -> Option<bool> {
    let has_company = record.text(Field::LocalEntity).or(record.text(Field::CreditCode)).map(|_| true);
    record.good_date(Field::RegisterDate).map(|_| true).or(has_company).or(reached(record, Stage::Registered))
}

fn land(record: &TypedRecord) -> Option<bool> {
    record.good_date(Field::LandDate).map(|_| true).or(reached(record, Stage::LandAcquired))
}

fn completed(record: &TypedRecord) -> Option<bool> {
    record.good_date(Field::CompletionDate).map(|_| true).or(reached(record, Stage::Completed))
}

/// Whether the stage of a record lies at or after another; nothing for words beside the road, and for the union of
/// start and production.
fn reached(record: &TypedRecord, stage: Stage) -> Option<bool> {
    let own = record.good_progress().stage.filter(|own| *own != Stage::StartedOrProduction)?;
    Some(own.progress()? >= stage.progress()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linking::linked::Linked;
    use crate::typed_record::{Progress, SpannedDate};
    use model::precision::Precision;

    fn month(period: &str, stage: Stage, start: Option<&str>) -> JudgedRecord {
        let started = stage.progress().map(|progress| progress >= 6);
        let mut record = TypedRecord {
            period: Some(period.parse().unwrap()),
            progress: Progress { stage: Some(stage), started, ..Progress::default() },
            progress_field: Some(Field::StatusRaw),
            ..TypedRecord::default()
        };
        record.record.record_id = period.to_owned();
        if let Some(start) = start {
            let date = start.parse().unwrap();
            record.dates.insert(Field::StartDate, SpannedDate { date, precision: Precision::Day });
        }
        let linked = Linked { counted_project_id: "P".to_owned(), ..Linked::default() };
        JudgedRecord { record, linked, in_force: true, ..JudgedRecord::default() }
    }

    fn started(history: &[JudgedRecord]) -> Milestone {
        let found = milestones(history, &BTreeMap::new());
        found.into_iter().find(|milestone| milestone.kind == "started").unwrap()
    }

    #[test]
    fn a_start_lies_between_two_returns() {
        let history = [
            month("2023-02", Stage::LandAcquired, None),
            month("2023-03", Stage::PreConstruction, None),
            month("2023-05", Stage::Started, None),
        ];
        let start = started(&history);
        assert_eq!(start.earliest.unwrap().to_string(), "2023-04-01");
        assert_eq!(
            (start.latest.to_string().as_str(), start.source.as_str()),
            ("2023-05-31", "stage_change")
        );
        assert_eq!(start.record_id, "2023-05");
    }

    #[test]
    fn a_stated_date_stands_beside_the_interval() {
        let start = started(&[month("2023-05", Stage::UnderConstruction, Some("2022-11-03"))]);
        assert_eq!((start.earliest, start.source.as_str()), (None, "date_cell"));
        assert_eq!(start.stated_date.unwrap().to_string(), "2022-11-03");
    }

    #[test]
    fn what_has_not_happened_is_no_milestone() {
        assert!(milestones(&[month("2023-05", Stage::Signed, None)], &BTreeMap::new()).is_empty());
    }
}
