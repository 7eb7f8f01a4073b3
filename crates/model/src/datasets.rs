//! Every dataset, declared once: name, key, columns, types, units, descriptions, null rules.

pub mod capital_forecast;
pub mod capital_triangle;
pub mod cells;
pub mod changes;
pub mod cohort_ages;
pub mod cohort_metrics;
pub mod columns;
pub mod comparisons;
pub mod concentration;
pub mod curve_quartiles;
pub mod decomposition;
pub mod doubts;
pub mod expected_starts;
pub mod findings;
pub mod headline_ranges;
pub mod ledger_changes;
pub mod ledger_entries;
pub mod links;
pub mod milestones;
pub mod observations;
pub mod project_months;
pub mod projects;
pub mod published_audit;
pub mod rankings;
pub mod reconciliation;
pub mod records;
pub mod relations;
pub mod returns;
pub mod revision_summary;
pub mod revisions;
pub mod start_curves;
pub mod supervision;
pub mod values;

use crate::row::Row;
use crate::schema::Dataset;

/// Every declared dataset, in the order of the river.
pub const ALL: &[Dataset] = &[
    cells::CellRow::DATASET,
    columns::ColumnRow::DATASET,
    records::Record::DATASET,
    returns::ReturnRow::DATASET,
    ledger_entries::LedgerEntry::DATASET,
    ledger_changes::LedgerChange::DATASET,
    values::ValueRow::DATASET,
    observations::Observation::DATASET,
    links::Link::DATASET,
    projects::Project::DATASET,
    relations::Relation::DATASET,
    milestones::Milestone::DATASET,
    project_months::ProjectMonth::DATASET,
    doubts::Doubt::DATASET,
    reconciliation::Reconciliation::DATASET,
    findings::Finding::DATASET,
    cohort_metrics::CohortMetric::DATASET,
    headline_ranges::HeadlineRange::DATASET,
    cohort_ages::CohortAge::DATASET,
    start_curves::StartCurve::DATASET,
    curve_quartiles::CurveQuartile::DATASET,
    capital_triangle::CapitalTriangleCell::DATASET,
    capital_forecast::CapitalForecast::DATASET,
    comparisons::Comparison::DATASET,
    decomposition::Decomposition::DATASET,
    concentration::Concentration::DATASET,
    changes::Change::DATASET,
    supervision::Supervision::DATASET,
    expected_starts::ExpectedStarts::DATASET,
    rankings::Ranking::DATASET,
    revisions::Revision::DATASET,
    revision_summary::RevisionSummary::DATASET,
    published_audit::PublishedAudit::DATASET,
];

/// The dataset with this name.
pub fn by_name(name: &str) -> Option<&'static Dataset> {
    ALL.iter().find(|dataset| dataset.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_keys_are_columns() {
        for (index, dataset) in ALL.iter().enumerate() {
            assert!(ALL[..index].iter().all(|other| other.name != dataset.name), "{}", dataset.name);
            assert!(!dataset.key.is_empty(), "{}", dataset.name);
            for key in dataset.key {
                assert!(dataset.column(key).is_some(), "{}.{key}", dataset.name);
            }
            for (place, column) in dataset.columns.iter().enumerate() {
                assert!(
                    dataset.columns[..place].iter().all(|other| other.name != column.name),
                    "{}",
                    column.name
                );
                assert!(!column.zh.is_empty() && !column.en.is_empty(), "{}.{}", dataset.name, column.name);
            }
        }
    }
}
