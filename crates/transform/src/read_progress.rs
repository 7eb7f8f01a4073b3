//! Reads how far a project is (项目进展) from its status word, its ticks, its progress text and its dates.

use model::datasets::findings::Finding;
use model::field::{Field, ValueType};
use model::reading::Content;
use model::stage::Stage;

use crate::cell_rules::dates::stage_hint;
use crate::cell_rules::outcome::Outcome;
use crate::cell_rules::stage_headings::{heading_word, without_code, word_of_code};
use crate::cell_rules::statuses::ReadStage;
use crate::cell_rules::ticks::read_tick;
use crate::field_cells::FieldCells;
use crate::return_context::ReturnContext;
use crate::typed_record::{Progress, TypedRecord};
use crate::value_rows::{Standing, note_value};

/// Fills the progress of a record. The status word comes first, then ticks, then the progress text; dates fill
/// what these leave open.
pub fn read_progress(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    fields: &[FieldCells<'_>],
    context: &ReturnContext<'_>,
) {
    read_status_word(typed, findings, fields, context);
    read_ticks(typed, findings, fields);
    let has_ticked_stages = fields.iter().filter(|known| known.field == Field::StatusRaw).count() > 1;
    if has_ticked_stages && typed.progress.stage.is_some() && typed.progress.terminated.is_none() {
        typed.progress.terminated = Some(false); // another stage is ticked
    }
    match find(fields, Field::StatusRaw) {
        None => read_progress_text(typed, fields, context),
        Some(_) => typed.started_in_text = started_in_text(fields, context),
    }
    if typed.progress.stage.is_none() {
        read_heading(typed, findings, context);
    }
    fill_from_dates(typed, fields);
}

fn read_status_word(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    fields: &[FieldCells<'_>],
    context: &ReturnContext<'_>,
) {
    let of_status = || fields.iter().filter(|field_cells| field_cells.field == Field::StatusRaw);
    if of_status().count() > 1 {
        return read_ticked_stage(typed, findings, of_status(), context);
    }
    let Some(field_cells) = find(fields, Field::StatusRaw) else { return };
    let policy = &context.settings.policy;
    let words = &context.vocabulary.status_words;
    let legend = field_cells.column.header.as_str();
    let outcomes: Vec<Outcome<ReadStage>> = field_cells
        .cells
        .iter()
        .map(|cell| {
            let text = cell.content.text();
            let word = word_of_code(legend, text.trim()).unwrap_or_else(|| without_code(&text));
            words.read_word(word, policy)
        })
        .collect();
    let furthest = outcomes.into_iter().max_by_key(|outcome| outcome.value.map(|read| read.stage.progress()));
    let Some(outcome) = furthest else { return };
    let standing = field_cells.standing(&typed.record);
    note_value(typed, findings, Field::StatusRaw, standing, &outcome, written_stage(&outcome));
    take_stage(typed, Field::StatusRaw, outcome.value);
}

/// Columns of stages of which one is ticked: the heading of the ticked one is the status word.
fn read_ticked_stage<'f, 'a: 'f>(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    columns: impl Iterator<Item = &'f FieldCells<'a>>,
    context: &ReturnContext<'_>,
) {
    let is_ticked = |known: &&FieldCells<'_>| {
        known.cells.first().is_some_and(|cell| read_tick(&cell.content).value == Some(true))
    };
    let words = &context.vocabulary.status_words;
    let read = |known: &'f FieldCells<'a>| {
        let heading = known.column.header.rsplit('/').next().unwrap_or_default();
        (known, words.read_word(heading, &context.settings.policy))
    };
    let furthest = columns
        .filter(is_ticked)
        .map(read)
        .max_by_key(|(_, outcome)| outcome.value.map(|read| read.stage.progress()));
    let Some((field_cells, mut outcome)) = furthest else { return };
    outcome.rule = "ticked_stage";
    let standing = field_cells.standing(&typed.record);
    note_value(typed, findings, Field::StatusRaw, standing, &outcome, written_stage(&outcome));
    take_stage(typed, Field::StatusRaw, outcome.value);
}

/// A group or a sheet that is called after one stage says it of every project in it.
fn read_heading(typed: &mut TypedRecord, findings: &mut Vec<Finding>, context: &ReturnContext<'_>) {
    let record = &typed.record;
    let groups = record.group_text.iter().flat_map(|texts| texts.split('/').rev());
    let address = record.group_address.clone().unwrap_or_default();
    let group = groups.zip(address.split(',').rev()).map(|(text, address)| (text, address.to_owned()));
    let sheet = std::iter::once((record.sheet.as_str(), "(sheet)".to_owned()));
    let words = &context.vocabulary.status_words;
    let read = |(text, address): (&str, String)| {
        let outcome = words.read_heading(&heading_word(text), &context.settings.policy)?;
        Some((Standing::new(address, text), outcome))
    };
    let Some((standing, outcome)) = group.chain(sheet).find_map(read) else { return };
    note_value(typed, findings, Field::StatusRaw, standing, &outcome, written_stage(&outcome));
    take_stage(typed, Field::StatusRaw, outcome.value);
}

/// What the progress text says. Beside ticks, which say more of how far a project came, only that it ended counts.
fn read_progress_text(typed: &mut TypedRecord, fields: &[FieldCells<'_>], context: &ReturnContext<'_>) {
    let Some(field_cells) = find(fields, Field::ProgressText) else { return };
    let Some(cell) = field_cells.cells.first() else { return };
    let words = &context.vocabulary.status_words;
    let outcome = words.read_progress(&cell.content.text(), context.period, &context.settings.policy);
    let says_end = outcome.value.is_some_and(|read| read.terminated == Some(true));
    if typed.progress != Progress::default() && !says_end {
        return;
    }
    let standing = field_cells.standing(&typed.record);
    let mut findings = Vec::new();
    // The text is kept under its own field; what it says of the stage stands beside it. A text that names no stage
    // is nothing wrong.
    if outcome.value.is_some() {
        let mut standing = standing;
        standing.raw = crate::value_rows::public_text(Field::ProgressText, &standing.raw);
        note_value(typed, &mut findings, Field::StatusRaw, standing, &outcome, written_stage(&outcome));
    }
    take_stage(typed, Field::StatusRaw, outcome.value);
}

/// Whether the progress text says that the project has started, where another column tells its stage.
fn started_in_text(fields: &[FieldCells<'_>], context: &ReturnContext<'_>) -> Option<bool> {
    let cell = find(fields, Field::ProgressText)?.cells.first()?;
    let words = &context.vocabulary.status_words;
    words.read_progress(&cell.content.text(), context.period, &context.settings.policy).value?.started
}

fn written_stage(outcome: &Outcome<ReadStage>) -> Option<String> {
    outcome.value.map(|read| read.stage.as_str().to_owned())
}

fn take_stage(typed: &mut TypedRecord, field: Field, read: Option<ReadStage>) {
    let Some(read) = read else { return };
    typed.progress_field = Some(field);
    typed.progress = Progress {
        stage: Some(read.stage),
        started: read.started,
        in_production: read.in_production,
        terminated: read.terminated,
    };
}

/// Ticks (打√): in a table where somebody ticks, a blank is a no.
fn read_ticks(typed: &mut TypedRecord, findings: &mut Vec<Finding>, fields: &[FieldCells<'_>]) {
    let mut any_tick = false;
    let mut said = [None; 6];
    for field_cells in fields.iter().filter(|field_cells| field_cells.field.value_type() == ValueType::Bool) {
        let Some(cell) = field_cells.cells.first() else { continue };
        let outcome = read_tick(&cell.content);
        let written = outcome.value.map(|yes| yes.to_string());
        note_value(
            typed,
            findings,
            field_cells.field,
            field_cells.standing(&typed.record),
            &outcome,
            written,
        );
        if let Some(place) = STEPS.iter().position(|(field, _)| *field == field_cells.field) {
            any_tick |= outcome.value.is_some();
            said[place] = outcome.value;
        }
    }
    if !any_tick || typed.progress.stage.is_some() {
        return;
    }
    let has_column = |field| fields.iter().any(|field_cells| field_cells.field == field);
    let mut reached = STEPS
        .iter()
        .zip(said)
        .filter(|(_, yes)| *yes == Some(true))
        .map(|((field, stage), _)| (*field, *stage));
    let furthest = reached.next_back();
    let beyond = |limit: Stage| furthest.is_some_and(|(_, stage)| stage.progress() >= limit.progress());
    typed.progress_field = furthest.map(|(field, _)| field).or(Some(Field::IsStarted));
    typed.progress.stage = furthest.map(|(_, stage)| stage);
    if has_column(Field::IsStarted) || beyond(Stage::Started) {
        typed.progress.started = Some(beyond(Stage::Started));
    }
    if has_column(Field::IsProduction) || beyond(Stage::InProduction) {
        typed.progress.in_production = Some(beyond(Stage::InProduction));
    }
}

/// The ticks along the road, in order.
const STEPS: [(Field, Stage); 6] = [
    (Field::IsSigned, Stage::Signed),
    (Field::IsRegistered, Stage::Registered),
    (Field::IsStarted, Stage::Started),
    (Field::IsCompleted, Stage::Completed),
    (Field::IsProduction, Stage::InProduction),
    (Field::IsFullCapacity, Stage::FullCapacity),
];

/// What the dates say where nothing else did: a start that is a fact, or a column of starts that says 未开工.
fn fill_from_dates(typed: &mut TypedRecord, fields: &[FieldCells<'_>]) {
    if typed.progress.terminated == Some(true) {
        if typed.good_date(Field::StartDate).is_some() {
            typed.progress.started = Some(true); // it had begun before it ended
        }
        return;
    }
    if typed.progress.started.is_none() {
        typed.progress.started = said_by_date(typed, fields, Field::StartDate);
    }
    let suspended = typed.progress.stage == Some(Stage::Suspended);
    if typed.progress.in_production.is_none() && !suspended {
        typed.progress.in_production = said_by_date(typed, fields, Field::ProductionDate);
    }
}

fn said_by_date(typed: &TypedRecord, fields: &[FieldCells<'_>], field: Field) -> Option<bool> {
    if typed.good_date(field).is_some() {
        return Some(true);
    }
    let cell = find(fields, field)?.cells.first()?;
    let Content::Text(text) = &cell.content else { return None };
    let planned = typed.values.iter().any(|value| {
        value.field == field.name() && value.flags.as_deref().is_some_and(|flags| flags.contains("planned"))
    });
    if planned { Some(false) } else { stage_hint(text) }
}

fn find<'a, 'b>(fields: &'b [FieldCells<'a>], field: Field) -> Option<&'b FieldCells<'a>> {
    fields.iter().find(|field_cells| field_cells.field == field && !field_cells.cells.is_empty())
}
