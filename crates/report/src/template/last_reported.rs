//! What a project's returns said last (上次填报), so that nobody types it again: each value for itself, and none at which
//! an error stands.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::observations::Observation;
use model::date::Date;
use model::precision::Precision;

use crate::release::Rows;
use crate::template::columns::TemplateColumn;
use crate::template::entry::Entry;

/// The columns that returns fill, and the field in `values` that each is read from.
const COLUMNS: [(TemplateColumn, &str); 6] = [
    (TemplateColumn::ContractValue, "contract_value"),
    (TemplateColumn::CapitalBefore, "arrived_total"),
    (TemplateColumn::StartDate, "start_date"),
    (TemplateColumn::ProductionDate, "production_date"),
    (TemplateColumn::PlannedStart, "planned_start"),
    (TemplateColumn::PlannedProduction, "planned_production"),
];

/// What returns before a month said last.
#[derive(Debug, Clone, Default)]
pub struct LastReported<'a> {
    values: BTreeMap<(&'a str, TemplateColumn), (Date, Entry)>,
    observations: BTreeMap<&'a str, &'a Observation>,
}

impl<'a> LastReported<'a> {
    /// What returns of months before `month` said.
    pub fn before(month: Date, rows: &Rows<'a>) -> LastReported<'a> {
        let withheld = rows.values.iter().filter(|value| value.withheld);
        let doubted: BTreeSet<(&str, &str)> =
            withheld.map(|value| (value.record_id.as_str(), value.field.as_str())).collect();
        let mut last = LastReported::default();
        for observation in rows.observations.iter().filter(|observation| observation.period < month) {
            let is_newer =
                last.of(&observation.project_id).is_none_or(|known| known.period <= observation.period);
            if is_newer {
                last.observations.insert(&observation.project_id, observation);
            }
            for (column, field) in COLUMNS {
                let entry = stated(observation, column);
                if !entry.is_empty() && !doubted.contains(&(observation.record_id.as_str(), field)) {
                    last.take(observation, column, entry);
                }
            }
        }
        last
    }

    /// What the last return that speaks of a project said. Missing: none does.
    pub fn of(&self, project_id: &str) -> Option<&'a Observation> {
        self.observations.get(project_id).copied()
    }

    /// The last value of a project in a column.
    pub fn value(&self, project_id: &str, column: TemplateColumn) -> Entry {
        self.values.get(&(project_id, column)).map_or(Entry::Empty, |(_, entry)| entry.clone())
    }

    fn take(&mut self, observation: &'a Observation, column: TemplateColumn, entry: Entry) {
        let key = (observation.project_id.as_str(), column);
        let is_newer = self.values.get(&key).is_none_or(|(period, _)| *period <= observation.period);
        if is_newer {
            self.values.insert(key, (observation.period, entry));
        }
    }
}

fn stated(said: &Observation, column: TemplateColumn) -> Entry {
    let (date, precision) = match column {
        TemplateColumn::ContractValue => return Entry::amount(said.contract_yuan),
        TemplateColumn::CapitalBefore => return Entry::amount(said.capital_cumulative_yuan),
        TemplateColumn::StartDate => (said.start_date, &said.start_date_precision),
        TemplateColumn::ProductionDate => (said.production_date, &said.production_date_precision),
        TemplateColumn::PlannedStart => (said.planned_start_date, &said.planned_start_date_precision),
        _ => (said.planned_production_date, &said.planned_production_date_precision),
    };
    let precision = precision.as_deref().and_then(precision_of);
    date.zip(precision).map_or(Entry::Empty, |(date, precision)| Entry::date(date, precision))
}

fn precision_of(word: &str) -> Option<Precision> {
    let all = [Precision::Day, Precision::Month, Precision::Quarter, Precision::Half, Precision::Year];
    all.into_iter().find(|precision| precision.as_str() == word)
}

#[cfg(test)]
mod tests {
    use model::datasets::values::ValueRow;

    use super::*;

    fn observation(record: &str, period: &str, start: &str) -> Observation {
        Observation {
            record_id: record.to_owned(),
            project_id: "A".to_owned(),
            period: period.parse().unwrap(),
            start_date: start.parse().ok(),
            start_date_precision: Some("day".to_owned()),
            ..Observation::default()
        }
    }

    #[test]
    fn the_last_value_without_an_error_is_known() {
        let observations = [
            observation("r1", "2023-05-31", "2023-05-01"),
            observation("r2", "2023-06-30", "2023-05-02"),
            observation("r3", "2023-07-31", "2032-05-02"),
            observation("r4", "2023-08-31", "2023-05-04"),
        ];
        let doubted = ValueRow {
            record_id: "r3".to_owned(),
            field: "start_date".to_owned(),
            withheld: true,
            ..ValueRow::default()
        };
        let rows = Rows { observations: &observations, values: &[doubted], ..Rows::default() };
        let last = LastReported::before("2023-08-01".parse().unwrap(), &rows);
        assert_eq!(last.value("A", TemplateColumn::StartDate), Entry::Day("2023-05-02".parse().unwrap()));
        assert_eq!(last.value("A", TemplateColumn::PlannedStart), Entry::Empty);
        assert_eq!(last.value("B", TemplateColumn::StartDate), Entry::Empty);
        assert_eq!(last.of("A").map(|observation| observation.record_id.as_str()), Some("r3"));
    }
}
