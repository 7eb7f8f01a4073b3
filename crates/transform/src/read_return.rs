//! Reads one return (读一份报表): its unit and month, then every record.

use model::datasets::findings::Finding;
use model::datasets::reconciliation::Reconciliation;
use model::field::Field;
use model::form::UnitNaming;
use model::month::Month;
use model::reading::Reading;

use crate::checks::stated_figures::CheckedTotals;
use crate::checks::totals::check_totals;
use crate::field_cells::FieldColumns;
use crate::read_record::read_record;
use crate::received::ReceivedFile;
use crate::return_context::ReturnContext;
use crate::settings::Settings;
use crate::typed_record::TypedRecord;
use crate::vocabulary::Vocabulary;

/// One return with its values read.
#[derive(Debug, Clone, Default)]
pub struct TypedReturn {
    /// Unit that sent it.
    pub unit_code: Option<String>,
    /// Month it speaks of.
    pub period: Option<Month>,
    /// Its records.
    pub records: Vec<TypedRecord>,
    /// What is wrong in it.
    pub findings: Vec<Finding>,
    /// Its totals and counts against its rows.
    pub totals: Vec<Reconciliation>,
}

/// The unit that sent a return and the month it speaks of, before any record of it is read.
pub fn unit_and_month(
    received: &ReceivedFile,
    reading: &Reading,
    vocabulary: &Vocabulary,
    settings: &Settings,
) -> (Option<String>, Option<Month>) {
    let (context, _) = ReturnContext::new(received, reading, vocabulary, settings);
    (context.unit_code.clone(), context.period)
}

/// What is known of a file that could not be read: its unit and month, as far as its name and folder tell them.
pub fn unread_return(
    received: &ReceivedFile,
    finding: &Finding,
    vocabulary: &Vocabulary,
    settings: &Settings,
) -> TypedReturn {
    let nothing = Reading::default();
    let (context, _) = ReturnContext::new(received, &nothing, vocabulary, settings);
    let mut finding = finding.clone();
    finding.file = Some(received.file.clone());
    TypedReturn {
        unit_code: context.unit_code.clone(),
        period: context.period,
        findings: vec![finding],
        ..TypedReturn::default()
    }
}

/// Reads a return by itself: nothing here knows of other returns, so that returns can be read side by side.
pub fn read_return(
    received: &ReceivedFile,
    reading: &Reading,
    vocabulary: &Vocabulary,
    settings: &Settings,
) -> TypedReturn {
    let (context, context_findings) = ReturnContext::new(received, reading, vocabulary, settings);
    let columns = FieldColumns::new(reading, vocabulary.thresholds.header_confidence);
    let mut findings = reading.findings.clone();
    findings.extend(context_findings);
    let mut records = Vec::with_capacity(reading.records.len());
    for record in &reading.records {
        let Some(sheet) = reading.sheet(&record.sheet) else { continue };
        let (mut typed, record_findings) = read_record(record, sheet, &columns, &context);
        typed.file.clone_from(&received.file);
        if settings.form.unit_naming == UnitNaming::AsItComes {
            typed.unit_code = typed.text(Field::ResponsibleUnit).map(str::to_owned);
        }
        findings.extend(record_findings);
        records.push(typed);
    }
    let CheckedTotals { rows: totals, findings: wrong_totals } = check_totals(&records, &columns, &context);
    findings.extend(wrong_totals);
    TypedReturn { unit_code: context.unit_code.clone(), period: context.period, records, findings, totals }
}
