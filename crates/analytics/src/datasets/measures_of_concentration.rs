//! The measures of one distribution of money (集中度指标).

use model::datasets::concentration::Concentration;

use crate::concentration::gini::gini;
use crate::concentration::herfindahl::{effective_number, herfindahl, herfindahl_normalised};
use crate::concentration::largest::share_of_largest;
use crate::concentration::leave_one_out::largest_influence;
use crate::concentration::shares::Shares;
use crate::concentration::theil::theil;
use crate::money_parts::{MoneyPart, money_rate};
use crate::not_estimable::NotEstimable;
use crate::whole_numbers::{count, yuan};

/// Who holds how much.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Holders<'a> {
    /// Money of each holder, yuan.
    pub values: Vec<i128>,
    /// The project of each; empty when the holders are no projects.
    pub names: Vec<&'a str>,
    /// Its part of the rate beside; empty when the holders are no projects.
    pub parts: Vec<MoneyPart>,
    /// Projects without a known value.
    pub n_unknown: usize,
}

/// The row with all measures.
pub fn with_measures(row: Concentration, holders: &Holders<'_>) -> Concentration {
    let values: Vec<f64> = holders.values.iter().map(|value| *value as f64).collect();
    let counted = Concentration {
        n: count(values.len() as u64),
        n_unknown: count(holders.n_unknown as u64),
        total_yuan: yuan(holders.values.iter().sum()),
        ..row
    };
    let counted = with_rate(counted, holders);
    match Shares::of(&values) {
        Ok(shares) => with_shares(counted, &shares),
        Err(reason) => Concentration { note: Some(reason.code().to_owned()), ..counted },
    }
}

fn with_shares(row: Concentration, shares: &Shares) -> Concentration {
    let normalised = herfindahl_normalised(shares);
    Concentration {
        hhi: Some(herfindahl(shares)),
        hhi_normalised: normalised.ok(),
        effective_number: effective_number(shares).ok(),
        cr1: Some(share_of_largest(shares, 1)),
        cr3: Some(share_of_largest(shares, 3)),
        cr10: Some(share_of_largest(shares, 10)),
        gini: Some(gini(shares)),
        theil: Some(theil(shares)),
        note: normalised.err().map(NotEstimable::code).map(str::to_owned),
        ..row
    }
}

fn with_rate(row: Concentration, holders: &Holders<'_>) -> Concentration {
    let influence = largest_influence(&holders.parts).ok();
    let project = influence.and_then(|influence| holders.names.get(influence.project_index));
    Concentration {
        rate: money_rate(&holders.parts).ok(),
        leave_one_out_rate: influence.map(|influence| influence.rate_without),
        leave_one_out_project_id: project.map(|project| (*project).to_owned()),
        ..row
    }
}
