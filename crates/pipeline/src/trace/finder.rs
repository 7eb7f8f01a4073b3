//! Finds what proves a claim about a project in a month (查找凭据), by the same policy as the panel.

use std::cmp::Reverse;

use model::datasets::ledger_entries::LedgerEntry;
use model::field::Field;
use model::month::Month;
use model::policy::{ContractSource, ContractValue, Policy, Unreported};

use crate::trace::evidence::{Claim, Evidence};
use crate::trace::grounds::Grounds;
use crate::trace::ledger_lines::{line_of, line_values};
use crate::trace::sayings::{Saying, Sayings};
use crate::trace::values::{Headings, TracedValue, values_of};
use crate::trace::workbooks::Workbooks;

/// Fields that tell how far a project is, in the order in which they are shown.
const PROGRESS: [Field; 5] =
    [Field::StatusRaw, Field::IsStarted, Field::IsCompleted, Field::IsProduction, Field::IsFullCapacity];

/// Finds evidence in a release.
pub struct Finder<'a> {
    /// The release.
    pub grounds: &'a Grounds,
    /// What the returns say.
    pub sayings: &'a Sayings<'a>,
    /// The headings of the returns.
    pub headings: &'a Headings<'a>,
    /// The workbooks of the ledger.
    pub ledgers: &'a Workbooks,
}

impl<'a> Finder<'a> {
    fn policy(&self) -> &Policy {
        &self.grounds.plan.policy
    }

    /// What proves a claim about a counted project in a month. Nothing where nobody says it.
    pub fn evidence(&self, claim: Claim, project_id: &str, month: Month) -> Vec<Evidence> {
        match claim {
            Claim::Listed => self.listed(project_id),
            Claim::Signed => self.signed(project_id),
            Claim::Started => self.started(project_id, month).into_iter().collect(),
            Claim::Contract => self.contract(project_id, month),
            Claim::CapitalBefore => {
                let before = self.last(project_id, month.plus(-1), |saying| saying.capital_yuan.is_some());
                before.into_iter().map(|saying| self.of_saying(claim, saying, month)).collect()
            }
            _ => self.last_said(claim, project_id, month),
        }
    }

    /// The last saying of the project and of each part that says it, no later than the month.
    fn last(
        &self,
        project_id: &str,
        month: Month,
        says: impl Fn(&Saying<'_>) -> bool,
    ) -> Vec<&'a Saying<'a>> {
        let carries = self.policy().unreported == Unreported::CarryForward;
        let speaks = |saying: &&Saying<'_>| says(saying) && (carries || saying.month == month);
        let histories = self.sayings.up_to(project_id, month);
        histories.into_iter().filter_map(|said| said.iter().rev().find(speaks)).collect()
    }

    fn last_said(&self, claim: Claim, project_id: &str, month: Month) -> Vec<Evidence> {
        let says = |saying: &Saying<'_>| match claim {
            Claim::Production => saying.in_production().is_some(),
            Claim::Terminated => saying.terminated().is_some(),
            Claim::Stage => saying.stage().is_some(),
            Claim::Capital => saying.capital_yuan.is_some(),
            _ => true,
        };
        self.last(project_id, month, says)
            .into_iter()
            .map(|saying| self.of_saying(claim, saying, month))
            .collect()
    }

    /// Who first said that it has started: a return, or before the first one a stated date; else its production.
    fn started(&self, project_id: &str, month: Month) -> Option<Evidence> {
        let histories = self.sayings.up_to(project_id, month);
        let first = |said: &&'a [Saying<'a>]| said.iter().find(|saying| saying.started() == Some(true));
        let by_return = histories.iter().filter_map(first).min_by_key(|saying| saying.month);
        let by_date = self.started_by_date(project_id, month);
        let found = by_date.filter(|(shown, _)| by_return.is_none_or(|saying| *shown < saying.month));
        if let Some((_, saying)) = found {
            let values = self.values(saying, &[Field::StartDate]);
            return Some(Evidence { values, ..self.of_saying(Claim::Started, saying, month) });
        }
        let produces = |saying: &Saying<'_>| saying.in_production() == Some(true);
        let saying = by_return.or_else(|| self.last(project_id, month, produces).first().copied());
        saying.map(|saying| self.of_saying(Claim::Started, saying, month))
    }

    /// Before the first return of a project or part, the latest stated start speaks: the month it shows in, and who
    /// stated it.
    fn started_by_date(&self, project_id: &str, month: Month) -> Option<(Month, &'a Saying<'a>)> {
        let of_part = |part: &str| {
            let own = self.sayings.of_project(part);
            let whole = if part == project_id { self.sayings.parts_of_whole(part) } else { vec![part] };
            let stated = whole.iter().flat_map(|part| self.sayings.of_project(part));
            let stated = stated.filter_map(|saying| Some((saying, saying.start_date?)));
            let latest = stated.max_by_key(|(saying, date)| (saying.month, Reverse(*date)));
            let (saying, date) = latest?;
            let shown = Month::of(date);
            let before_first = own.first().is_none_or(|first| shown < first.month);
            (shown <= month && before_first).then_some((shown, saying))
        };
        let parts = self.sayings.parts_of_whole(project_id);
        parts.into_iter().filter_map(of_part).min_by_key(|(shown, _)| *shown)
    }

    fn contract(&self, project_id: &str, month: Month) -> Vec<Evidence> {
        let says = |saying: &Saying<'_>| saying.contract_yuan.is_some();
        let known = || {
            let sayings = self.last(project_id, month, says).into_iter();
            sayings.map(|saying| self.of_saying(Claim::Contract, saying, month)).collect::<Vec<_>>()
        };
        let latest = || {
            let own = self.sayings.of_project(project_id).iter().rev().find(|saying| says(saying));
            let own: Vec<Evidence> =
                own.map(|saying| self.of_saying(Claim::Contract, saying, month)).into_iter().collect();
            if own.is_empty() { self.contract_in_ledger(project_id, false) } else { own }
        };
        let policy = self.policy();
        let first = match (policy.contract_value, policy.contract_source) {
            (ContractValue::AsOf, ContractSource::Return) => return known(),
            (ContractValue::Original, _) => {
                let signed = self.contract_in_ledger(project_id, true);
                if signed.is_empty() { latest() } else { signed }
            }
            _ => latest(),
        };
        if first.is_empty() { known() } else { first }
    }

    fn contract_in_ledger(&self, project_id: &str, at_signing: bool) -> Vec<Evidence> {
        let Some(entry) = self.line(project_id) else { return Vec::new() };
        let (field, yuan) = match entry.contract_at_signing_yuan.filter(|_| at_signing) {
            Some(yuan) => (Field::ContractAtSigning, Some(yuan)),
            None => (Field::ContractValue, entry.contract_yuan),
        };
        let evidence = self.of_line(Claim::Contract, project_id, &[field]);
        evidence
            .into_iter()
            .filter(|_| yuan.is_some())
            .map(|one| Evidence { amount_yuan: yuan, ..one })
            .collect()
    }

    fn listed(&self, project_id: &str) -> Vec<Evidence> {
        let fields = [Field::ProjectCodeLocal, Field::Tracked, Field::DecidedAt];
        let of_line: Vec<Evidence> = self.of_line(Claim::Listed, project_id, &fields).into_iter().collect();
        if of_line.is_empty() {
            self.first_named(Claim::Listed, project_id, Field::ProjectName)
        } else {
            of_line
        }
    }

    fn signed(&self, project_id: &str) -> Vec<Evidence> {
        let dated = self.line(project_id).is_some_and(|entry| entry.sign_date.is_some());
        let of_line = self.of_line(Claim::Signed, project_id, &[Field::SignDate]).filter(|_| dated);
        match of_line {
            Some(evidence) => vec![evidence],
            None => self.first_named(Claim::Signed, project_id, Field::SignDate),
        }
    }

    /// The last record that has a field, where the ledger does not list the project.
    fn first_named(&self, claim: Claim, project_id: &str, field: Field) -> Vec<Evidence> {
        let said = self.sayings.of_project(project_id).iter().rev();
        let found = said.filter_map(|saying| {
            let values = self.values(saying, &[field]);
            (!values.is_empty()).then(|| Evidence { values, ..self.of_saying(claim, saying, saying.month) })
        });
        found.take(1).collect()
    }

    fn line(&self, project_id: &str) -> Option<&'a LedgerEntry> {
        let number = self.grounds.project(project_id).and_then(|project| project.ledger_no.as_deref());
        line_of(self.grounds, number?)
    }

    fn of_line(&self, claim: Claim, project_id: &str, fields: &[Field]) -> Option<Evidence> {
        let entry = self.line(project_id)?;
        Some(Evidence {
            claim,
            project_id: project_id.to_owned(),
            month: None,
            month_from: Vec::new(),
            carried_months: 0,
            record_id: None,
            file: entry.file.clone(),
            amount_yuan: None,
            values: line_values(self.grounds, self.ledgers, entry, fields),
        })
    }

    /// What a record says, for a month that may be later.
    pub fn of_saying(&self, claim: Claim, saying: &Saying<'_>, month: Month) -> Evidence {
        let (fields, amount_yuan): (&[Field], _) = match claim {
            Claim::Contract => (&[Field::ContractValue], saying.contract_yuan),
            Claim::Capital | Claim::CapitalBefore => (&[Field::ArrivedTotal], saying.capital_yuan),
            Claim::Listed | Claim::Signed => (&[], None),
            Claim::LastReported => (&[Field::ProjectName], None),
            _ => (&PROGRESS, None),
        };
        let mut values = self.values(saying, fields);
        let date = match claim {
            Claim::Started => Some(Field::StartDate),
            Claim::Production => Some(Field::ProductionDate),
            Claim::Terminated => Some(Field::DecidedAt),
            _ => None,
        };
        values.extend(date.map(|date| self.values(saying, &[date])).unwrap_or_default());
        let since = month.index() - saying.month.index();
        Evidence {
            claim,
            project_id: saying.observation.project_id.clone(),
            month: Some(saying.month.to_string()),
            month_from: Vec::new(),
            carried_months: if claim == Claim::Started { 0 } else { since.max(0) },
            record_id: Some(saying.observation.record_id.clone()),
            file: saying.file.to_owned(),
            amount_yuan,
            values,
        }
    }

    /// The values of some fields of a record.
    pub fn values(&self, saying: &Saying<'_>, fields: &[Field]) -> Vec<TracedValue> {
        values_of(self.grounds, self.headings, (saying.file, &saying.observation.record_id), fields)
    }
}

#[cfg(test)]
mod tests;
