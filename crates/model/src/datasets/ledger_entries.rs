//! `ledger_entries`: the bureau's own ledger, line by line (签约台账).

use crate::date::Date;
use crate::row::dataset;

dataset! {
    LedgerEntry, "ledger_entries", key [ledger_no, file, sheet, address], "签约台账", "one line of the ledger workbook";
    ledger_no: String, "", "台账编号", "the ledger's number of the project";
    event: Option<String>, "", "签约活动", "event at which it was signed", null "the ledger does not say";
    cohort: Option<String>, "", "届次", "edition of the event", null "the ledger does not say";
    tracked: Option<bool>, "", "是否纳入跟踪督办", "taken into the tracked set", null "the line does not say";
    decided_at: Option<Date>, "", "认定时间", "when it was taken in or out", null "the line does not say";
    reason: Option<String>, "", "未纳入原因", "why it is not tracked", null "it is tracked, or no reason is given";
    name: Option<String>, "", "项目名称", "name of the project", null "the line does not say";
    investor: Option<String>, "", "投资方", "investor", null "the line does not say";
    unit_code: Option<String>, "", "单位代码", "reporting unit", null "the unit is outside the city or not recognised";
    industry_code: Option<String>, "", "产业代码", "industry", null "the line does not say, or it was not recognised";
    sign_date: Option<Date>, "", "签约时间", "date of signing", null "the line does not say";
    contract_yuan: Option<i64>, "yuan", "正式合同额", "contract value now", null "the line does not say";
    contract_at_signing_yuan: Option<i64>, "yuan", "签约时合同额", "contract value at signing", null "the line does not say";
    note: Option<String>, "", "备注", "remarks", null "none";
    file: String, "", "文件", "ledger file";
    sheet: String, "", "工作表", "sheet";
    address: String, "", "单元格地址", "cells of the line";
    known_from: Option<Date>, "", "何时得知", "day from which the line was known", null "the ledger has no date of its own";
}
