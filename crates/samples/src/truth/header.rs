//! Column names of the truth tables (表头).

use model::field::Field;

/// Fields of `rows.csv`, each with `.at`, `.raw`, `.kind` and `.value`.
pub(crate) const FIELDS: [Field; 36] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectCodeNational,
    Field::ProjectName,
    Field::Event,
    Field::EventYear,
    Field::SignDate,
    Field::AgreementType,
    Field::Investor,
    Field::LocalEntity,
    Field::CreditCode,
    Field::ResponsibleUnit,
    Field::IndustryRaw,
    Field::Content,
    Field::ContractValue,
    Field::FixedInvest,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::ArrivedMonth,
    Field::ArrivedPrev,
    Field::InvestDone,
    Field::StatusRaw,
    Field::IsSigned,
    Field::IsRegistered,
    Field::IsStarted,
    Field::IsProduction,
    Field::RegisterDate,
    Field::StartDate,
    Field::PlannedStart,
    Field::ProductionDate,
    Field::PlannedProduction,
    Field::Land,
    Field::ProgressText,
    Field::ProblemText,
    Field::NextStep,
    Field::Note,
];

/// Columns of `rows.csv` before those of the fields.
const ROW_COLUMNS: [&str; 24] = [
    "file",
    "sheet",
    "table",
    "first_row",
    "last_row",
    "first_col",
    "last_col",
    "true_id",
    "counted_id",
    "ledger_no",
    "period",
    "unit_code",
    "event",
    "edition",
    "tracked",
    "row_role",
    "stage",
    "started",
    "in_production",
    "terminated",
    "hidden",
    "read_started",
    "read_in_production",
    "read_terminated",
];

/// All columns of `rows.csv`.
pub(crate) fn row_columns() -> Vec<String> {
    let fixed = ROW_COLUMNS.iter().map(|name| (*name).to_owned());
    let of_fields = FIELDS
        .iter()
        .flat_map(|field| ["at", "raw", "kind", "value"].map(|part| format!("{}.{part}", field.name())));
    fixed.chain(of_fields).collect()
}

/// A table by name and its columns.
pub(crate) type Columns = (&'static str, &'static [&'static str]);

/// `returns.csv`
pub(crate) const RETURNS: Columns = (
    "returns.csv",
    &[
        "file",
        "unit_code",
        "period",
        "received_at",
        "revision",
        "status",
        "same_as",
        "family",
        "level",
        "ext",
        "unit_at",
        "period_at",
        "comment",
    ],
);
/// `columns.csv`
pub(crate) const COLUMNS: Columns = (
    "columns.csv",
    &[
        "file",
        "sheet",
        "table",
        "orientation",
        "header_path",
        "header_cells",
        "columns",
        "field",
        "unit",
        "unit_from",
    ],
);
/// `totals.csv`
pub(crate) const TOTALS: Columns =
    ("totals.csv", &["file", "sheet", "address", "scope", "field", "raw", "value", "sum_of_rows", "agrees"]);
/// `planted_errors.csv`
pub(crate) const PLANTED: Columns = (
    "planted_errors.csv",
    &[
        "file",
        "sheet",
        "address",
        "true_id",
        "field",
        "kind",
        "wrong_raw",
        "wrong_value",
        "right_value",
        "detect_alone",
        "detect_earlier_returns",
        "detect_ledger",
        "comment",
    ],
);
/// `sheets.csv`
pub(crate) const SHEETS: Columns = ("sheets.csv", &["file", "sheet", "role", "hidden"]);
/// `headline.csv`
pub(crate) const HEADLINE: Columns = (
    "headline.csv",
    &[
        "as_of",
        "basis",
        "known",
        "edition",
        "n_tracked",
        "n_reported",
        "contract_yuan",
        "n_started",
        "n_in_production",
        "n_terminated",
        "capital_yuan",
    ],
);
/// `projects.csv`
pub(crate) const PROJECTS: Columns = (
    "projects.csv",
    &[
        "true_id",
        "ledger_no",
        "event",
        "edition",
        "tracked",
        "not_tracked_reason",
        "name",
        "investor",
        "local_entity",
        "unit_code",
        "sign_date",
        "contract_yuan",
        "industry_name",
        "counted_id",
        "split_from",
        "merged_from",
        "duplicate_of",
        "phase_of",
        "successor_id",
    ],
);
/// `units.csv`, as in `data/reference`
pub(crate) const UNITS: Columns = (
    "units.csv",
    &["unit_id", "gbt2260", "name", "short_name", "kind", "unit_group", "valid_from", "valid_to"],
);
