//! Picks capital by age (取点): the cells of each edition, and the one method by which the forecast is drawn.

use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::capital_triangle::CapitalTriangleCell;
use model::date::Date;

use crate::charts::editions::{Editions, newest};
use crate::figures::ALL;

/// Methods in the order in which they are taken. Mack's first, because it says how sure it is; then those that hold on
/// to the rate of older editions, which a young edition needs; the bare chain ladder last.
const METHODS: [&str; 4] = ["mack", "bornhuetter_ferguson", "cape_cod", "chain_ladder"];

/// One edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition<'a> {
    /// Its name.
    pub cohort: &'a str,
    /// Its contract value.
    pub contract_yuan: i64,
    /// Its cells by age.
    pub cells: Vec<Cell>,
    /// Its forecast, or why there is none.
    pub forecast: Option<&'a CapitalForecast>,
}

/// One cell with a capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The age in months.
    pub age: i32,
    /// Capital arrived by that age.
    pub capital_yuan: i64,
    /// All projects have reached the age.
    pub is_complete: bool,
}

/// Where the capital of an edition is heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToCome {
    /// The age in months.
    pub age: i32,
    /// The capital that is expected by then.
    pub capital_yuan: i64,
    /// Its 95 % limits.
    pub limits: Option<(i64, i64)>,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Picked<'a> {
    /// The newest editions that have a contract value and some known capital, in order.
    pub editions: Vec<Edition<'a>>,
    /// The one method of the forecast.
    pub method: Option<&'static str>,
    /// Older editions that are not drawn.
    pub n_older: usize,
    /// Cells that are not drawn, because the capital of most projects was not known there.
    pub n_hardly_known: usize,
}

impl Edition<'_> {
    /// Its forecast where something is still to come.
    pub fn to_come(&self) -> Option<ToCome> {
        let row = self.forecast?;
        let (latest, age) = (row.latest_age_months?, row.ultimate_age_months?);
        let capital_yuan = row.ultimate_yuan?;
        (age > latest).then_some(ToCome { age, capital_yuan, limits: row.low_yuan.zip(row.high_yuan) })
    }

    /// The complete cell from which is forecast.
    pub fn latest(&self) -> Option<&Cell> {
        let age = self.forecast?.latest_age_months?;
        self.cells.iter().find(|cell| cell.age == age)
    }
}

/// Picks what is drawn of an event.
pub fn picked<'a>(
    cells: &'a [CapitalTriangleCell],
    forecast: &'a [CapitalForecast],
    event: &str,
    as_of: Date,
) -> Picked<'a> {
    let is_whole = |dimension: &str, value: &str| dimension == ALL && value == ALL;
    let of_event: Vec<&CapitalTriangleCell> = cells
        .iter()
        .filter(|row| row.as_of == as_of && row.event == event && is_whole(&row.dimension, &row.value))
        .filter(|row| row.contract_yuan > 0)
        .collect();
    let forecasts: Vec<&CapitalForecast> = forecast
        .iter()
        .filter(|row| row.as_of == as_of && row.event == event && is_whole(&row.dimension, &row.value))
        .collect();
    let known = of_event.iter().filter(|row| cell(row).is_some());
    let Editions { names, n_left_out } = newest(known.map(|row| row.cohort.as_str()));
    let hardly_known = of_event.iter().filter(|row| row.capital_yuan.is_some() && cell(row).is_none());
    let n_hardly_known = hardly_known.filter(|row| names.contains(&row.cohort.as_str())).count();
    let method = method(&forecasts, &names);
    let edition = |cohort: &'a str| {
        let own = || of_event.iter().filter(move |row| row.cohort == cohort);
        let mut cells: Vec<Cell> = own().filter_map(|row| cell(row)).collect();
        cells.sort_by_key(|cell| cell.age);
        cells.dedup_by_key(|cell| cell.age);
        let contract_yuan = own().map(|row| row.contract_yuan).max().unwrap_or_default();
        let forecast =
            forecasts.iter().find(|row| row.cohort == cohort && Some(row.method.as_str()) == method);
        Edition { cohort, contract_yuan, cells, forecast: forecast.copied() }
    };
    let editions = names.into_iter().map(edition).collect();
    Picked { editions, method, n_older: n_left_out, n_hardly_known }
}

/// A cell that says something of its edition: the capital of at least half of the projects that reached the age is
/// known there. A sum over few of many would look like a slow start and then a leap.
fn cell(row: &CapitalTriangleCell) -> Option<Cell> {
    let is_known = row.n_observed >= row.n_matured.saturating_sub(row.n_observed);
    let capital_yuan = row.capital_yuan.filter(|_| row.age_months >= 0 && is_known)?;
    Some(Cell { age: row.age_months, capital_yuan, is_complete: row.cell == "complete" })
}

/// The one method that is drawn: the first that has limits for every edition with something to come, else the first
/// without limits that has a figure for an edition; the first of all where there is only a reason.
fn method(rows: &[&CapitalForecast], names: &[&str]) -> Option<&'static str> {
    let of = |method: &'static str| {
        let own = rows.iter().filter(move |row| row.method == method);
        own.filter(|row| names.contains(&row.cohort.as_str()))
    };
    let comes = |row: &&&CapitalForecast| row.to_come_yuan.is_some_and(|yuan| yuan != 0);
    let has_limits = |row: &&CapitalForecast| row.low_yuan.is_some() && row.high_yuan.is_some();
    let is_sure =
        |method: &&'static str| of(method).any(|row| comes(&row)) && of(method).filter(comes).all(has_limits);
    let has_figure = |method: &&'static str| of(method).any(|row| comes(&row));
    let present = |method: &&'static str| of(method).next().is_some();
    let first = |holds: &dyn Fn(&&'static str) -> bool| METHODS.into_iter().find(|method| holds(method));
    let without_mack = |method: &&'static str| *method != "mack" && has_figure(method);
    first(&is_sure).or_else(|| first(&without_mack)).or_else(|| first(&present))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::{capital_cell, forecast_row};

    fn july() -> Date {
        "2023-07-31".parse().unwrap()
    }

    #[track_caller]
    fn check_method(rows: &[CapitalForecast], expected: Option<&str>) {
        let cells = [capital_cell("2021", 3, Some(5), "complete")];
        assert_eq!(picked(&cells, rows, "智博会", july()).method, expected);
    }

    #[test]
    fn the_method_is_the_first_that_can_say_how_sure_it_is() {
        let sure = CapitalForecast {
            low_yuan: Some(7),
            high_yuan: Some(9),
            ..forecast_row("2021", "mack", Some(8))
        };
        let bare = forecast_row("2021", "mack", Some(8));
        let held = forecast_row("2021", "bornhuetter_ferguson", Some(6));
        let none = forecast_row("2021", "mack", None);
        check_method(&[sure, held.clone()], Some("mack"));
        check_method(&[bare, held], Some("bornhuetter_ferguson"));
        check_method(&[none], Some("mack"));
        check_method(&[], None);
    }

    #[test]
    fn cells_without_capital_or_contract_are_left_out() {
        let mut cells = vec![
            capital_cell("2021", 4, Some(9), "partial"),
            capital_cell("2021", 3, Some(5), "complete"),
            capital_cell("2021", 5, None, "future"),
        ];
        cells.push(CapitalTriangleCell { contract_yuan: 0, ..capital_cell("2022", 3, Some(5), "complete") });
        cells.push(CapitalTriangleCell { n_observed: 4, ..capital_cell("2021", 2, Some(1), "complete") });
        let picked = picked(&cells, &[], "智博会", july());
        assert_eq!(picked.n_hardly_known, 1);
        let editions = picked.editions;
        let found: Vec<(&str, Vec<(i32, bool)>)> = editions
            .iter()
            .map(|edition| {
                (edition.cohort, edition.cells.iter().map(|cell| (cell.age, cell.is_complete)).collect())
            })
            .collect();
        assert_eq!(found, [("2021", vec![(3, true), (4, false)])]);
    }
}
