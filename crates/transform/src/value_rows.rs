//! From an outcome to a row of `values` and its findings (取值落表).

use model::datasets::columns::ColumnRow;
use model::datasets::findings::Finding;
use model::datasets::values::ValueRow;
use model::field::{Field, ValueType};
use model::severity::Severity;

use crate::cell_rules::outcome::{Outcome, Problem};
use crate::cell_rules::people::mask_names;
use crate::cell_rules::text::mask_phones;
use crate::typed_record::TypedRecord;

/// Where a value stood and in which unit it was read.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// Cell or cells.
    pub address: String,
    /// The text that stood there.
    pub raw: String,
    /// Unit.
    pub unit: Option<String>,
    /// Where the unit came from.
    pub unit_source: Option<String>,
    /// The value is seen through a merged range of several records.
    pub merged: bool,
}

impl Standing {
    /// A standing without a unit.
    pub fn new(address: impl Into<String>, raw: impl Into<String>) -> Standing {
        Standing { address: address.into(), raw: raw.into(), ..Standing::default() }
    }

    /// With the unit that the column names.
    pub fn with_column_unit(mut self, column: &ColumnRow) -> Standing {
        self.unit.clone_from(&column.unit);
        self.unit_source.clone_from(&column.unit_source);
        self
    }
}

/// Notes a value in the record: its row, its place, its findings. `written` is the value as text.
pub fn note_value<T>(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    field: Field,
    standing: Standing,
    outcome: &Outcome<T>,
    written: Option<String>,
) {
    let mut flags = outcome.flags.clone();
    if standing.merged {
        flags.push("merged");
    }
    for problem in &outcome.problems {
        if problem.code.severity == Severity::Error {
            typed.withheld.insert(field);
        }
        findings.push(finding_of(typed, field, &standing, problem));
    }
    typed.places.insert(field, standing.address.clone());
    typed.values.push(ValueRow {
        record_id: typed.record.record_id.clone(),
        field: field.name().to_owned(),
        address: standing.address,
        raw: standing.raw,
        value: written,
        unit: standing.unit,
        unit_source: standing.unit_source,
        rule: outcome.rule.to_owned(),
        flags: Some(flags.join(",")).filter(|flags| !flags.is_empty()),
        confidence: outcome.confidence,
        withheld: false,
    });
}

/// The text of a value without personal data, before anything is kept: telephone numbers are masked in every text that is
/// no code, names behind a label in free text too.
pub fn public_text(field: Field, text: &str) -> String {
    match field {
        Field::ProjectCodeLocal | Field::ProjectCodeNational | Field::CreditCode => text.to_owned(),
        Field::ProgressText | Field::ProblemText | Field::NextStep | Field::Note | Field::Content => {
            mask_names(&mask_phones(text))
        }
        field => match field.value_type() {
            ValueType::Text | ValueType::Enum | ValueType::Unit | ValueType::Industry => mask_phones(text),
            _ => text.to_owned(),
        },
    }
}

fn finding_of(typed: &TypedRecord, field: Field, standing: &Standing, problem: &Problem) -> Finding {
    let mut draft = problem
        .code
        .draft(&typed.record.return_id)
        .sheet(&typed.record.sheet)
        .address(&standing.address)
        .field(field)
        .record(&typed.record.record_id)
        .raw(&public_text(field, &standing.raw))
        .detail(problem.detail.clone());
    if let Some(expected) = &problem.expected {
        draft = draft.expected(expected.clone());
    }
    draft.finish()
}
