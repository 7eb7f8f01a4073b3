//! What one return is about as a whole (报表背景): its unit, its month, and where its sheets say an edition.

use model::datasets::findings::Finding;
use model::date::Date;
use model::field::Field;
use model::form::Place;
use model::month::Month;
use model::reading::{Content, Reading, Role, Sheet};

use crate::cell_rules::outcome::Outcome;
use crate::field_cells::FieldCells;
use crate::received::ReceivedFile;
use crate::return_period::find_return_period;
use crate::return_unit::find_return_unit;
use crate::settings::Settings;
use crate::typed_record::TypedRecord;
use crate::value_rows::{Standing, note_value};
use crate::vocabulary::Vocabulary;

/// What one return is about.
pub struct ReturnContext<'a> {
    /// The words.
    pub vocabulary: &'a Vocabulary,
    /// The pipeline.
    pub settings: &'a Settings,
    /// Path of the file.
    pub file: &'a str,
    /// What was read.
    pub reading: &'a Reading,
    /// Unit that sent it.
    pub unit_code: Option<String>,
    /// Month it speaks of.
    pub period: Option<Month>,
}

/// An edition, the event it belongs to, and where they stand.
struct FoundCohort {
    event: Option<String>,
    cohort: Option<String>,
    address: String,
    raw: String,
}

impl<'a> ReturnContext<'a> {
    /// Finds unit and month of a return; what is missing or contradictory is a finding.
    pub fn new(
        received: &'a ReceivedFile,
        reading: &'a Reading,
        vocabulary: &'a Vocabulary,
        settings: &'a Settings,
    ) -> (ReturnContext<'a>, Vec<Finding>) {
        let (period, mut findings) = find_return_period(received, reading, &settings.form);
        let (unit_code, unit_findings) =
            find_return_unit(received, reading, vocabulary, &settings.form, period.map(Month::last_day));
        findings.extend(unit_findings);
        let file = received.file.as_str();
        (ReturnContext { vocabulary, settings, file, reading, unit_code, period }, findings)
    }

    /// The last day of the month it speaks of.
    pub fn period_end(&self) -> Option<Date> {
        self.period.map(Month::last_day)
    }

    /// Finds event and edition of a record, in the order of places that the form says.
    pub fn read_cohort(
        &self,
        typed: &mut TypedRecord,
        findings: &mut Vec<Finding>,
        fields: &[FieldCells<'_>],
    ) {
        let mut found_event = self.event_of_column(typed, findings, fields);
        typed.event_is_own = found_event.is_some();
        for place in &self.settings.form.cohort_from {
            let Some(found) = self.cohort_at(*place, typed, fields) else { continue };
            if found_event.is_none() && found.event.is_some() {
                found_event.clone_from(&found.event);
                typed.event_is_own = match place {
                    Place::Column | Place::Group => true,
                    Place::Sheet => found.cohort.is_some(),
                    _ => false,
                };
                self.note(typed, findings, Field::Event, &found, found.event.clone());
            }
            if typed.cohort.is_none() && found.cohort.is_some() {
                typed.cohort.clone_from(&found.cohort);
                self.note(typed, findings, Field::EventYear, &found, found.cohort.clone());
            }
            if found_event.is_some() && typed.cohort.is_some() {
                break;
            }
        }
        typed.event = found_event.or_else(|| self.settings.form.event.clone());
    }

    fn note(
        &self,
        typed: &mut TypedRecord,
        findings: &mut Vec<Finding>,
        field: Field,
        found: &FoundCohort,
        written: Option<String>,
    ) {
        let standing = Standing::new(found.address.clone(), found.raw.clone());
        note_value(typed, findings, field, standing, &Outcome::read("cohort", ()), written);
    }

    fn event_of_column(
        &self,
        typed: &mut TypedRecord,
        findings: &mut Vec<Finding>,
        fields: &[FieldCells<'_>],
    ) -> Option<String> {
        let field_cells = fields.iter().find(|field_cells| field_cells.field == Field::Event)?;
        let cell = field_cells.cells.first()?;
        let event = self.vocabulary.events.read_event(&cell.content.text())?;
        let found = FoundCohort {
            event: Some(event.clone()),
            cohort: None,
            address: cell.address().to_string(),
            raw: cell.content.text().into_owned(),
        };
        self.note(typed, findings, Field::Event, &found, Some(event.clone()));
        Some(event)
    }

    fn cohort_at(&self, place: Place, typed: &TypedRecord, fields: &[FieldCells<'_>]) -> Option<FoundCohort> {
        let record = &typed.record;
        match place {
            Place::Column => {
                let column = |field| fields.iter().find(move |field_cells| field_cells.field == field);
                [Field::EventYear, Field::Event].into_iter().find_map(|field| {
                    let cell = *column(field)?.cells.first()?;
                    self.cohort_in(&cell.content, cell.address().to_string())
                })
            }
            Place::Group => {
                let text = record.group_text.as_deref()?;
                self.cohort_in(&Content::Text(text.to_owned()), record.group_address.clone()?)
            }
            Place::Sheet => self.cohort_in(&Content::Text(record.sheet.clone()), "(sheet)".to_owned()),
            Place::Title => self
                .reading
                .sheet(&record.sheet)
                .and_then(|sheet| self.cohort_of_title(sheet, record.row_first)),
            Place::FileName => {
                let name = self.file.rsplit('/').next().unwrap_or(self.file);
                match &self.settings.form.cohort_pattern {
                    Some(pattern) => cohort_by_pattern(name, pattern),
                    None => self.cohort_in(&Content::Text(name.to_owned()), "(file)".to_owned()),
                }
            }
            Place::SignDate => year_of_signing(typed, fields),
            Place::Folder | Place::Received | Place::Ledger => None,
        }
    }

    fn cohort_of_title(&self, sheet: &Sheet, above_row: i32) -> Option<FoundCohort> {
        let titles = sheet.cells.iter().filter(|cell| matches!(cell.role, Role::Title | Role::Caption));
        titles
            .filter(|cell| i64::from(cell.row) < i64::from(above_row))
            .rev()
            .find_map(|cell| self.cohort_in(&cell.content, cell.address().to_string()))
    }

    fn cohort_in(&self, content: &Content, address: String) -> Option<FoundCohort> {
        let events = &self.vocabulary.events;
        let text = content.text();
        let (event, cohort) = match events.read_cohort(content, None) {
            Some((event, cohort)) => (event, Some(cohort)),
            None => (events.read_event(&text), None),
        };
        let found = FoundCohort { event, cohort, address, raw: text.clone().into_owned() };
        (found.event.is_some() || found.cohort.is_some()).then_some(found)
    }
}

/// The year of the date of signing, where that names the edition.
fn year_of_signing(typed: &TypedRecord, fields: &[FieldCells<'_>]) -> Option<FoundCohort> {
    let signed = typed.date(Field::SignDate)?;
    let cell = fields.iter().find(|cells| cells.field == Field::SignDate)?.cells.first()?;
    Some(FoundCohort {
        event: None,
        cohort: Some(signed.date.year().to_string()),
        address: cell.address().to_string(),
        raw: cell.content.text().into_owned(),
    })
}

/// The edition where a pattern such as `{cohort}_WB_Projects` has its place: the letters and digits that stand there.
fn cohort_by_pattern(name: &str, pattern: &str) -> Option<FoundCohort> {
    let (before, after) = pattern.split_once("{cohort}")?;
    let rest = if before.is_empty() { name } else { name.split_once(before)?.1 };
    let cohort = if after.is_empty() { rest } else { rest.split_once(after)?.0 };
    let well_formed = !cohort.is_empty() && cohort.chars().all(char::is_alphanumeric);
    well_formed.then(|| FoundCohort {
        event: None,
        cohort: Some(cohort.to_owned()),
        address: "(file)".to_owned(),
        raw: name.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, pattern: &str, expected: Option<&str>) {
        let found = cohort_by_pattern(name, pattern).and_then(|found| found.cohort);
        assert_eq!(found.as_deref(), expected, "{name}");
    }

    #[test]
    fn a_pattern_finds_the_edition_in_a_name() {
        check("2019_WB_Projects_1_500.xlsx", "{cohort}_WB_Projects", Some("2019"));
        check("list-FY2021.csv", "list-{cohort}.csv", Some("FY2021"));
        check("2019_other.xlsx", "{cohort}_WB_Projects", None);
        check("a b_WB_Projects", "{cohort}_WB_Projects", None);
    }
}
