//! What a pipeline definition may not say although it is well formed: numbers out of range, names of nothing.

use model::field::Field;
use model::stage::Stage;

use crate::error::PipelineError;
use crate::plan::Plan;

/// A value that cannot stand: key, what was found, what is allowed.
type Wrong = (String, String, String);

/// Refuses the first value of a plan that cannot stand.
pub fn check_plan(plan: &Plan, place: &str) -> Result<(), PipelineError> {
    let wrong = wrong_number(plan).or_else(|| wrong_text(plan)).or_else(|| wrong_name(plan));
    let Some((key, found, allowed)) = wrong else { return Ok(()) };
    Err(PipelineError::WrongValue { place: place.to_owned(), key, found, allowed })
}

fn wrong_number(plan: &Plan) -> Option<Wrong> {
    let shares = [
        ("gates.min_coverage", plan.gates.min_coverage),
        ("gates.min_reconciled", plan.gates.min_reconciled),
        ("gates.max_rejected_share", plan.gates.max_rejected_share),
    ];
    let share = shares.into_iter().find(|(_, share)| !(0.0..=1.0).contains(share));
    let share = share.map(|(key, share)| wrong(key, share, "a share from 0 to 1"));
    let numbers = [
        ("calendar.due_day", plan.calendar.due_day as usize, 1, 28),
        ("calendar.vintages", plan.calendar.vintages as usize, 0, 120),
        ("schedule.day", plan.schedule.day as usize, 1, 28),
        ("store.keep_releases", plan.store.keep_releases, 1, 100_000),
        ("report.rate_decimals", usize::from(plan.report.rate_decimals), 0, 6),
    ];
    let number = numbers.into_iter().find(|(_, number, least, most)| !(least..=most).contains(&number));
    share.or_else(|| {
        number.map(|(key, number, least, most)| wrong(key, number, &format!("{least} to {most}")))
    })
}

fn wrong_text(plan: &Plan) -> Option<Wrong> {
    if plan.inputs.received.iter().all(|pattern| pattern.trim().is_empty()) {
        return Some(wrong("inputs.received", "empty", "at least one pattern such as `data/received/**/*`"));
    }
    let at = &plan.schedule.at;
    let time = at.split_once(':').and_then(|(hour, minute)| {
        Some(hour.parse::<u8>().ok()? < 24 && minute.parse::<u8>().ok()? < 60 && at.len() == 5)
    });
    (time != Some(true)).then(|| wrong("schedule.at", format!("`{at}`"), "a time such as `02:30`"))
}

fn wrong_name(plan: &Plan) -> Option<Wrong> {
    for (header, field) in &plan.form.fields {
        if field.parse::<Field>().is_err() {
            let names: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
            return Some(unknown_name(&format!("form.fields.{header}"), field, &names));
        }
    }
    for (word, stage) in &plan.form.status_words {
        if stage != "missing" && stage.parse::<Stage>().is_err() {
            let stages = Stage::ALL.iter().map(|stage| stage.as_str());
            let names: Vec<&str> = stages.chain(["missing"]).collect();
            return Some(unknown_name(&format!("form.status_words.{word}"), stage, &names));
        }
    }
    None
}

fn unknown_name(key: &str, found: &str, names: &[&str]) -> Wrong {
    wrong(key, format!("`{found}`"), &format!("one of {}", names.join(", ")))
}

fn wrong(key: &str, found: impl ToString, allowed: &str) -> Wrong {
    (key.to_owned(), found.to_string(), allowed.to_owned())
}
