//! A small release made by hand (手工数据): for tests only.

use std::path::Path;

use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::records::Record;
use model::datasets::returns::ReturnRow;
use model::datasets::values::ValueRow;
use model::field::Field;
use model::month::Month;
use serde_json::Value;

use crate::overrides::Overrides;
use crate::trace::grounds::Grounds;
use crate::workspace::Workspace;

/// A release without any row, under the settings of the sample.
pub(crate) fn empty() -> Grounds {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../pipelines/smart-expo.toml");
    Grounds {
        plan: Workspace::open(&file, &Overrides::default()).unwrap().plan,
        settings: Value::Null,
        reading: String::new(),
        inputs: Vec::new(),
        metrics: Vec::new(),
        project_months: Vec::new(),
        observations: Vec::new(),
        values: Vec::new(),
        records: Vec::new(),
        returns: Vec::new(),
        columns: Vec::new(),
        ledger_entries: Vec::new(),
        projects: Vec::new(),
        links: Vec::new(),
    }
}

impl Grounds {
    /// With a project of the ledger, counted under itself or under its whole.
    pub(crate) fn project_of(mut self, id: &str, counted: &str) -> Grounds {
        let of_ledger = id == counted;
        self.projects.push(Project {
            project_id: id.to_owned(),
            counted_project_id: counted.to_owned(),
            ledger_no: of_ledger.then(|| id.to_owned()),
            name: format!("项目{id}"),
            ..Project::default()
        });
        if of_ledger {
            self.ledger_entries.push(LedgerEntry {
                ledger_no: id.to_owned(),
                contract_yuan: Some(900),
                file: "台账.xlsx".to_owned(),
                sheet: "台账".to_owned(),
                address: "A3:C3".to_owned(),
                ..LedgerEntry::default()
            });
        }
        self
    }

    /// With what one return says of a project in a month: texts by field, each in a cell of its own.
    pub(crate) fn said(mut self, project: &str, month: &str, says: &[(Field, &str)]) -> Grounds {
        let month: Month = month.parse().unwrap();
        let number = self.records.len() as i32 + 1;
        let (record_id, return_id) = (format!("r{number:03}"), format!("hash{number:03}"));
        let known = self.project(project).unwrap();
        let text = |field: Field| says.iter().find(|(own, _)| *own == field).map(|(_, text)| *text);
        let amount = |field: Field| text(field).and_then(|text| text.parse().ok());
        self.observations.push(Observation {
            record_id: record_id.clone(),
            return_id: return_id.clone(),
            period: month.last_day(),
            project_id: project.to_owned(),
            counted_project_id: known.counted_project_id.clone(),
            stage: text(Field::StatusRaw).map(str::to_owned),
            started: text(Field::StatusRaw).map(|stage| stage == "started"),
            contract_yuan: amount(Field::ContractValue),
            capital_cumulative_yuan: amount(Field::ArrivedTotal),
            start_date: text(Field::StartDate).and_then(|text| text.parse().ok()),
            ..Observation::default()
        });
        let value = |(index, (field, text)): (usize, &(Field, &str))| ValueRow {
            record_id: record_id.clone(),
            field: field.name().to_owned(),
            address: format!("{}{number}", model::cell_address::column_letters(index as u32 + 1)),
            raw: (*text).to_owned(),
            value: Some((*text).to_owned()),
            rule: "text".to_owned(),
            ..ValueRow::default()
        };
        self.values.extend(says.iter().enumerate().map(value));
        self.values.sort_by(|a, b| (&a.record_id, &a.field).cmp(&(&b.record_id, &b.field)));
        self.returns.push(ReturnRow {
            file: format!("{month}/{return_id}.xlsx"),
            return_id: return_id.clone(),
            status: "accepted".to_owned(),
            ..ReturnRow::default()
        });
        self.records.push(Record { record_id, return_id, sheet: "表".to_owned(), ..Record::default() });
        self
    }

    /// With a month of the panel.
    pub(crate) fn panel(
        mut self,
        project: &str,
        month: &str,
        fill: impl FnOnce(&mut ProjectMonth),
    ) -> Grounds {
        let mut row = ProjectMonth {
            project_id: project.to_owned(),
            as_of: month.parse::<Month>().unwrap().last_day(),
            event: Some("智博会".to_owned()),
            cohort: Some("2020".to_owned()),
            tracked: true,
            ..ProjectMonth::default()
        };
        fill(&mut row);
        self.project_months.push(row);
        self
    }
}
