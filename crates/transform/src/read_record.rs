//! Reads the values of one record (读一行项目): every understood column through the rule of its field.

use model::datasets::findings::Finding;
use model::datasets::records::Record;
use model::datasets::values::ValueRow;
use model::field::{Field, ValueType};
use model::reading::{Content, Sheet};

use crate::cell_rules::dates::{DateMeaning, ReadDate, read_date};
use crate::cell_rules::identifiers::{code_and_name, read_code, read_credit_code};
use crate::cell_rules::outcome::Outcome;
use crate::cell_rules::text::{is_missing_word, plain};
use crate::date_parts::{join_date_parts, text_of_parts};
use crate::field_cells::{FieldCells, FieldColumns, cells_of};
use crate::read_amounts::read_amounts;
use crate::read_arrivals::add_up_arrivals;
use crate::read_progress::read_progress;
use crate::return_context::ReturnContext;
use crate::typed_record::{SpannedDate, TypedRecord};
use crate::value_rows::{Standing, note_value, public_text};

/// Reads every value of a record. Personal fields are passed over.
pub fn read_record<'a>(
    record: &Record,
    sheet: &'a Sheet,
    columns: &FieldColumns<'a>,
    context: &ReturnContext<'_>,
) -> (TypedRecord, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut typed = TypedRecord {
        record: record.clone(),
        unit_code: context.unit_code.clone(),
        period: context.period,
        ..TypedRecord::default()
    };
    let fields: Vec<FieldCells<'_>> = columns
        .of(&sheet.name, record.table)
        .iter()
        .filter(|(field, _)| !field.is_personal())
        .map(|(field, column)| FieldCells {
            field: *field,
            column,
            cells: cells_of(sheet, column, record),
            spoken_unit: columns.spoken_unit(column),
            is_joined: false,
        })
        .collect();
    let fields = join_date_parts(fields);
    let mut plans = Vec::new();
    for field_cells in fields.iter().filter(|field_cells| !field_cells.cells.is_empty()) {
        match field_cells.field.value_type() {
            ValueType::Date => read_date_field(&mut typed, &mut findings, field_cells, context, &mut plans),
            _ => read_field(&mut typed, &mut findings, field_cells, sheet, context),
        }
    }
    take_plans(&mut typed, plans);
    add_up_arrivals(&mut typed, &mut findings, &fields, (sheet, context));
    read_progress(&mut typed, &mut findings, &fields, context);
    context.read_cohort(&mut typed, &mut findings, &fields);
    (typed, findings)
}

fn read_field(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    field_cells: &FieldCells<'_>,
    sheet: &Sheet,
    context: &ReturnContext<'_>,
) {
    match field_cells.field.value_type() {
        ValueType::Amount => read_amounts(typed, findings, field_cells, sheet, context),
        ValueType::Industry => read_industry(typed, findings, field_cells, context),
        ValueType::Text => read_text(typed, findings, field_cells),
        // Ticks and stages are read together; editions and units need more than the cell.
        ValueType::Date
        | ValueType::Bool
        | ValueType::Enum
        | ValueType::Int
        | ValueType::Number
        | ValueType::Unit => {}
    }
    match field_cells.field {
        Field::AgreementType | Field::ResponsibleUnit | Field::DomesticForeign | Field::Land => {
            read_text(typed, findings, field_cells);
        }
        _ => {}
    }
}

fn read_date_field(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    field_cells: &FieldCells<'_>,
    context: &ReturnContext<'_>,
    plans: &mut Vec<(Field, Field, SpannedDate)>,
) {
    let Some(cell) = field_cells.cells.first() else { return };
    let field = field_cells.field;
    let planned_column = matches!(field, Field::PlannedStart | Field::PlannedProduction);
    let meaning = if planned_column { DateMeaning::Plan } else { DateMeaning::Fact };
    let parts = if field_cells.is_joined { text_of_parts(&field_cells.cells) } else { None };
    let outcome = match parts {
        Some(text) => read_date(&Content::Text(text), None, meaning, context.period),
        None => read_date(&cell.content, cell.number_format.as_deref(), meaning, context.period),
    };
    let standing = field_cells.standing(&typed.record);
    let written = outcome.value.map(|read| written_date(&read));
    note_value(typed, findings, field, standing, &outcome, written);
    let Some(read) = outcome.value else { return };
    let date = SpannedDate { date: read.date, precision: read.precision };
    if planned_column || !read.planned {
        typed.dates.insert(field, date);
    } else if let Some(planned) = planned_field(field) {
        plans.push((planned, field, date));
    }
}

/// Where a plan goes that stands in the column of the fact.
const fn planned_field(field: Field) -> Option<Field> {
    match field {
        Field::StartDate => Some(Field::PlannedStart),
        Field::ProductionDate => Some(Field::PlannedProduction),
        _ => None,
    }
}

/// Plans that stand in columns of facts fill the planned dates that have no column of their own, or a blank one.
fn take_plans(typed: &mut TypedRecord, plans: Vec<(Field, Field, SpannedDate)>) {
    for (planned, stood_in, date) in plans {
        if typed.dates.contains_key(&planned) || typed.places.contains_key(&planned) {
            continue;
        }
        let Some(stood) = typed.values.iter().find(|value| value.field == stood_in.name()).cloned() else {
            continue;
        };
        typed.values.push(ValueRow { field: planned.name().to_owned(), ..stood });
        typed.places.insert(planned, typed.place(stood_in).to_owned());
        typed.dates.insert(planned, date);
    }
}

fn written_date(read: &ReadDate) -> String {
    format!("{}/{}", read.date, read.precision)
}

fn read_industry(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    field_cells: &FieldCells<'_>,
    context: &ReturnContext<'_>,
) {
    let Some(cell) = field_cells.cells.first() else { return };
    let outcome = context.vocabulary.industries.read(&cell.content.text());
    let standing = field_cells.standing(&typed.record);
    note_value(typed, findings, field_cells.field, standing, &outcome, outcome.value.clone());
    if typed.industry_code.is_none() {
        typed.industry_code.clone_from(&outcome.value);
    }
}

fn read_text(typed: &mut TypedRecord, findings: &mut Vec<Finding>, field_cells: &FieldCells<'_>) {
    let field = field_cells.field;
    let outcome = match field {
        Field::ProjectCodeLocal | Field::ProjectCodeNational => first(field_cells, read_code),
        Field::CreditCode => first(field_cells, read_credit_code),
        _ => first(field_cells, |content| plain_text(field, content)),
    };
    let Some(mut outcome) = outcome else { return };
    let mut standing = field_cells.standing(&typed.record);
    standing.raw = public_text(field, &standing.raw);
    if field == Field::ProjectName && holds_code(&field_cells.column.header) {
        split_code(typed, findings, &standing, &mut outcome);
    }
    note_value(typed, findings, field, standing, &outcome, outcome.value.clone());
    if let Some(text) = outcome.value {
        typed.texts.insert(field, text);
    }
}

/// `项目编号及名称`: the column holds both.
fn holds_code(header: &str) -> bool {
    ["编号", "编码", "代码"].iter().any(|word| header.contains(word))
}

/// Takes the code before the name of a project out of it, and notes it as the code.
fn split_code(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    standing: &Standing,
    outcome: &mut Outcome<String>,
) {
    let Some((code, name)) = outcome.value.as_deref().and_then(code_and_name) else { return };
    let code = read_code(&Content::Text(code.to_owned()));
    let name = name.to_owned();
    note_value(typed, findings, Field::ProjectCodeLocal, standing.clone(), &code, code.value.clone());
    if let Some(code) = code.value {
        typed.texts.insert(Field::ProjectCodeLocal, code);
    }
    outcome.value = Some(name);
    outcome.rule = "code_and_name";
}

fn first<T>(field_cells: &FieldCells<'_>, read: impl Fn(&Content) -> T) -> Option<T> {
    field_cells.cells.first().map(|cell| read(&cell.content))
}

/// A text as it stands, without the spaces around it; a dash in a column of names says that there is none.
fn plain_text(field: Field, content: &Content) -> Outcome<String> {
    let text = content.text();
    let is_name = matches!(field, Field::ProjectName | Field::Investor | Field::LocalEntity);
    if plain(&text).is_empty() || (is_name && is_missing_word(&text)) {
        return Outcome::missing("missing_word");
    }
    Outcome::read("text", public_text(field, text.trim()))
}
