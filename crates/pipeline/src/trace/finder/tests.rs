//! Evidence in a small release.

use model::policy::{ContractSource, Flagged, Unreported};

use super::*;
use crate::trace::hand_made::empty;

const STATUS: Field = Field::StatusRaw;
const CAPITAL: Field = Field::ArrivedTotal;

/// `part month carried amount: texts` of every evidence.
fn told(grounds: &Grounds, claim: Claim, project: &str, month: &str) -> Vec<String> {
    let (sayings, headings) = (Sayings::of(grounds), Headings::of(&grounds.columns));
    let ledgers = Workbooks::default();
    let finder = Finder { grounds, sayings: &sayings, headings: &headings, ledgers: &ledgers };
    let found = finder.evidence(claim, project, month.parse().unwrap());
    let tell = |found: &Evidence| {
        let texts = found.values.iter().flat_map(|value| &value.cells).map(|cell| cell.text.as_str());
        let month = found.month.as_deref().unwrap_or("ledger");
        let amount = found.amount_yuan.map(|yuan| yuan.to_string()).unwrap_or_default();
        format!(
            "{} {month} +{} {amount}: {}",
            found.project_id,
            found.carried_months,
            texts.collect::<Vec<_>>().join(",")
        )
    };
    found.iter().map(tell).collect()
}

fn history() -> Grounds {
    empty()
        .project_of("P1", "P1")
        .said("P1", "2023-03", &[(STATUS, "signed"), (CAPITAL, "10"), (Field::ContractValue, "500")])
        .said("P1", "2023-05", &[(STATUS, "started"), (CAPITAL, "30")])
}

#[test]
fn values_lead_to_the_month_they_were_carried_from() {
    let grounds = history();
    let check = |claim, month: &str, expected: &[&str]| {
        assert_eq!(told(&grounds, claim, "P1", month), expected, "{claim:?} {month}");
    };
    check(Claim::Capital, "2023-04", &["P1 2023-03 +1 10: 10"]);
    check(Claim::Capital, "2023-05", &["P1 2023-05 +0 30: 30"]);
    check(Claim::CapitalBefore, "2023-05", &["P1 2023-03 +2 10: 10"]);
    check(Claim::Contract, "2023-07", &["P1 2023-03 +4 500: 500"]);
    check(Claim::Capital, "2023-02", &[]);
    check(Claim::Stage, "2023-06", &["P1 2023-05 +1 : started"]);
    check(Claim::Started, "2023-04", &[]);
    check(Claim::Started, "2023-07", &["P1 2023-05 +0 : started"]);
    check(Claim::Listed, "2023-07", &["P1 ledger +0 : "]);
}

#[test]
fn a_start_before_the_first_return_leads_to_the_date_that_states_it() {
    let dated = history().said("P1", "2023-06", &[(STATUS, "started"), (Field::StartDate, "2022-11-03")]);
    assert_eq!(told(&dated, Claim::Started, "P1", "2023-07"), ["P1 2023-06 +0 : 2022-11-03"]);
    assert_eq!(told(&dated, Claim::Started, "P1", "2022-12"), ["P1 2023-06 +0 : 2022-11-03"]);
    assert!(told(&dated, Claim::Started, "P1", "2022-10").is_empty());
}

#[test]
fn parts_speak_each_for_itself_and_silence_their_whole() {
    let parts = history()
        .project_of("P1-1", "P1")
        .project_of("P1-2", "P1")
        .said("P1-1", "2023-06", &[(CAPITAL, "7")])
        .said("P1-2", "2023-06", &[(CAPITAL, "8")]);
    assert_eq!(
        told(&parts, Claim::Capital, "P1", "2023-06"),
        ["P1-1 2023-06 +0 7: 7", "P1-2 2023-06 +0 8: 8"]
    );
    assert_eq!(told(&parts, Claim::Capital, "P1", "2023-05"), ["P1 2023-05 +0 30: 30"]);
}

#[test]
fn the_policy_decides_who_speaks() {
    let mut grounds = history();
    grounds.plan.policy.contract_source = ContractSource::Ledger;
    assert_eq!(told(&grounds, Claim::Contract, "P1", "2023-05"), ["P1 2023-03 +2 500: 500"]);
    grounds.plan.policy.unreported = Unreported::Unknown;
    assert!(told(&grounds, Claim::Capital, "P1", "2023-06").is_empty());
    let mut withheld = history();
    withheld.values.iter_mut().filter(|value| value.raw == "30").for_each(|value| value.withheld = true);
    assert_eq!(told(&withheld, Claim::Capital, "P1", "2023-05"), ["P1 2023-03 +2 10: 10"]);
    withheld.plan.policy.flagged = Flagged::AsReported;
    assert_eq!(told(&withheld, Claim::Capital, "P1", "2023-05"), ["P1 2023-05 +0 30: 30"]);
    withheld.returns.iter_mut().for_each(|row| row.status = "superseded".to_owned());
    assert!(
        told(&withheld, Claim::Capital, "P1", "2023-05").is_empty(),
        "a return that was replaced is silent"
    );
}
