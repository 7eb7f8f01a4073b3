//! `ledger_changes`: what two ledgers that follow each other say differently, and what it does to the figures (台账变动).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    LedgerChange, "ledger_changes", key [to_file, ledger_no, field], "台账变动", "one thing that a ledger says differently from the ledger before";
    from_file: String, "", "前一台账", "the earlier ledger";
    from_known: Option<Date>, "", "前一台账日期", "its date", null "nothing says";
    to_file: String, "", "后一台账", "the later ledger";
    to_known: Option<Date>, "", "后一台账日期", "its date", null "nothing says";
    ledger_no: String, "", "台账编号", "number of the project";
    field: String, "", "项目", "listed, tracked, project_name, investor, responsible_unit, event_year, sign_date, contract_value or contract_at_signing";
    before: Option<String>, "", "原为", "what the earlier ledger says", null "it says nothing";
    after: Option<String>, "", "现为", "what the later ledger says", null "it says nothing";
    projects_effect: i64, "projects", "对跟踪项目数的影响", "by how many the tracked projects change";
    contract_effect_yuan: i64, "yuan", "对跟踪合同额的影响", "by how much the contract value of the tracked projects in the ledger changes";
}
