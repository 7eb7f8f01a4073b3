//! Which definition and which vintage make a printed figure (可否复算).

use crate::audit::printed_number::{PrintedNumber, power_of_ten};
use crate::audit::rounding::{Rounding, cut, printed_percentage};
use crate::datasets::published::definitions::{Cohort, DefinedSums, Definition, Perimeter};
use crate::datasets::published::grades::{Grade, Verdict};
use crate::datasets::published::printed::{Printed, PrintedUnit, difference, month_of};

/// A vintage, ready to be asked.
pub struct AskedVintage<'a> {
    /// Its name, where it has one.
    pub known_at: Option<&'a str>,
    /// Its panel.
    pub perimeter: Perimeter<'a>,
}

/// One way to make the figure.
struct Made {
    definition: String,
    half_up: PrintedNumber,
    modes: Vec<Rounding>,
}

/// The check. Missing when the figure is none that a panel has, or its unit is not that of its quantity.
pub fn reproduced_check(printed: &Printed<'_>, vintages: &[AskedVintage<'_>]) -> Option<Verdict> {
    let quantity = Quantity::named(&printed.figure.quantity)?;
    let month = month_of(printed.figure)?.index();
    let figure = printed.figure;
    let cut = (figure.dimension.trim(), figure.value.trim());
    let cohort = Cohort { month, event: figure.event.trim(), cohort: figure.cohort.trim(), cut };
    let mut nearest: Option<(f64, Verdict)> = None;
    for vintage in vintages {
        let all = made(printed, quantity, &cohort, &vintage.perimeter);
        if let Some(found) = matching(&all, vintage.known_at) {
            return Some(found);
        }
        for one in all {
            let apart = difference(printed.number, one.half_up);
            if nearest.as_ref().is_none_or(|(least, _)| apart.abs() < *least) {
                nearest = Some((apart.abs(), missed(&one, apart, vintage.known_at)));
            }
        }
    }
    Some(nearest.map_or_else(|| Verdict::new(CHECK, Grade::Unknown), |(_, verdict)| verdict))
}

const CHECK: &str = "reproduced";

/// Every definition, each name once.
fn made(
    printed: &Printed<'_>,
    quantity: Quantity,
    cohort: &Cohort<'_>,
    perimeter: &Perimeter<'_>,
) -> Vec<Made> {
    let mut all: Vec<Made> = Vec::new();
    for definition in Definition::all() {
        let name = definition.name(quantity.needs_contract());
        let is_known = all.iter().any(|made| made.definition == name);
        let sums = perimeter.sums(cohort, definition).filter(|_| !is_known);
        let as_printed = |rounding| sums.and_then(|sums| quantity.print(&sums, printed, rounding));
        let Some(half_up) = as_printed(Rounding::HalfUp) else { continue };
        let fits = |rounding: &Rounding| as_printed(*rounding) == Some(printed.number);
        let modes = Rounding::ALL.into_iter().filter(fits).collect();
        all.push(Made { definition: name, half_up, modes });
    }
    all
}

/// The definitions that print the figure: those that round half up, or else those that cut off.
fn matching(all: &[Made], known_at: Option<&str>) -> Option<Verdict> {
    let best =
        all.iter().map(|made| Grade::of_modes(&made.modes)).min().filter(|grade| *grade < Grade::Error)?;
    let fitting: Vec<&Made> = all.iter().filter(|made| Grade::of_modes(&made.modes) == best).collect();
    let names: Vec<&str> = fitting.iter().map(|made| made.definition.as_str()).collect();
    let first = fitting.first()?;
    Some(Verdict {
        computed: Some(first.half_up.to_string()),
        difference: (best == Grade::Exact).then_some(0.0),
        definition: Some(names.join("; ")),
        known_at: known_at.map(str::to_owned),
        modes: first.modes.clone(),
        ..Verdict::new(CHECK, best)
    })
}

fn missed(made: &Made, apart: f64, known_at: Option<&str>) -> Verdict {
    Verdict {
        computed: Some(made.half_up.to_string()),
        difference: Some(apart),
        definition: Some(made.definition.clone()),
        known_at: known_at.map(str::to_owned),
        ..Verdict::new(CHECK, Grade::Error)
    }
}

/// What a panel can make.
#[derive(Debug, Clone, Copy)]
enum Quantity {
    Sum(fn(&DefinedSums) -> i64, bool),
    Rate(fn(&DefinedSums) -> (i64, i64), bool),
}

impl Quantity {
    /// The quantity with this name, and whether the contract value matters in it.
    fn named(name: &str) -> Option<Quantity> {
        Some(match name.trim() {
            "n_projects" => Quantity::Sum(|sums| sums.n_projects, false),
            "n_started" => Quantity::Sum(|sums| sums.n_started, false),
            "n_production" => Quantity::Sum(|sums| sums.n_production, false),
            "n_terminated" => Quantity::Sum(|sums| sums.n_terminated, false),
            "contract_yuan" => Quantity::Sum(|sums| sums.contract_yuan, true),
            "contract_started_yuan" => Quantity::Sum(|sums| sums.contract_started_yuan, true),
            "capital_yuan" => Quantity::Sum(|sums| sums.capital_yuan, false),
            "start_rate" => Quantity::Rate(|sums| (sums.n_started, sums.n_projects), false),
            "production_rate" => Quantity::Rate(|sums| (sums.n_production, sums.n_projects), false),
            "fulfilment_rate" => {
                Quantity::Rate(|sums| (sums.n_projects - sums.n_terminated, sums.n_projects), false)
            }
            "start_rate_by_value" => {
                Quantity::Rate(|sums| (sums.contract_started_yuan, sums.contract_yuan), true)
            }
            "capital_rate" => Quantity::Rate(|sums| (sums.capital_yuan, sums.contract_yuan), true),
            _ => return None,
        })
    }

    fn needs_contract(&self) -> bool {
        matches!(self, Quantity::Sum(_, true) | Quantity::Rate(_, true))
    }

    /// The figure with the unit and the decimals of the print. Missing when it is negative or of another kind.
    fn print(&self, sums: &DefinedSums, printed: &Printed<'_>, rounding: Rounding) -> Option<PrintedNumber> {
        let n_decimals = printed.number.n_decimals();
        match (self, printed.unit) {
            (Quantity::Sum(sum, _), PrintedUnit::Count) => quotient(sum(sums), 1, n_decimals, rounding),
            (Quantity::Sum(sum, _), PrintedUnit::Money(yuan)) => {
                quotient(sum(sums), yuan, n_decimals, rounding)
            }
            (Quantity::Rate(rate, _), PrintedUnit::Percent) => {
                let (numerator, denominator) = rate(sums);
                let (numerator, denominator) =
                    (u64::try_from(numerator).ok()?, u64::try_from(denominator).ok()?);
                printed_percentage(numerator, denominator, n_decimals, rounding).ok()
            }
            _ => None,
        }
    }
}

fn quotient(numerator: i64, denominator: i64, n_decimals: u32, rounding: Rounding) -> Option<PrintedNumber> {
    let scaled = i128::from(u64::try_from(numerator).ok()?) * power_of_ten(n_decimals);
    let digits = i64::try_from(cut(scaled, i128::from(denominator), rounding)).ok()?;
    PrintedNumber::from_digits(digits, n_decimals)
}
