//! The columns of figures under their merged headings (指标列), with the numbers and rules under them (栏次).

use crate::excel::book::Book;
use crate::excel::cell::Cell;
use crate::excel::figure_cells::{FigureKind, FigureRow, figure_cell};
use crate::excel::formulas::address;
use crate::excel::grid::HeadingColumn;
use crate::excel::tally::Measure;
use crate::lang::Lang;

/// One figure: what it shares with others, its name, and what it is.
pub struct FigureColumn {
    group: (&'static str, &'static str),
    name: (&'static str, &'static str),
    /// What it is.
    pub kind: FigureKind,
}

const PROJECTS: (&str, &str) = ("项目", "projects");
const CONTRACTS: (&str, &str) = ("合同金额", "contract value");
const CAPITAL: (&str, &str) = ("到位资金", "capital arrived");
const ALONE: (&str, &str) = ("", "");

/// Every figure, in the order of a bulletin's annex.
pub const FIGURES: &[FigureColumn] = &[
    figure(PROJECTS, ("项目数", "projects"), FigureKind::Count(Measure::Projects)),
    figure(PROJECTS, ("已开工或投产", "started"), FigureKind::Count(Measure::Started)),
    figure(PROJECTS, ("开工率", "start rate"), FigureKind::Share(Measure::Started, Measure::Projects)),
    figure(PROJECTS, ("投产", "in production"), FigureKind::Count(Measure::Production)),
    figure(
        PROJECTS,
        ("投产率", "production rate"),
        FigureKind::Share(Measure::Production, Measure::Projects),
    ),
    figure(PROJECTS, ("停工", "suspended"), FigureKind::Count(Measure::Suspended)),
    figure(PROJECTS, ("终止", "terminated"), FigureKind::Count(Measure::Terminated)),
    figure(PROJECTS, ("履约率", "fulfilment rate"), FigureKind::NotTerminated),
    figure(PROJECTS, ("本月新开工", "newly started"), FigureKind::Count(Measure::NewStarted)),
    figure(PROJECTS, ("当月未报", "unreported"), FigureKind::Count(Measure::Unreported)),
    figure(CONTRACTS, ("正式合同额", "contract"), FigureKind::Money(Measure::Contract)),
    figure(
        CONTRACTS,
        ("其中：已开工项目", "contract of started"),
        FigureKind::Money(Measure::ContractStarted),
    ),
    figure(
        CONTRACTS,
        ("开工率（按金额）", "start rate by value"),
        FigureKind::MoneyShare(Measure::ContractStarted, Measure::Contract),
    ),
    figure(CAPITAL, ("累计到位资金", "capital since signing"), FigureKind::Money(Measure::Capital)),
    figure(
        CAPITAL,
        ("资金到位率", "capital rate"),
        FigureKind::MoneyShare(Measure::Capital, Measure::Contract),
    ),
    figure(CAPITAL, ("本月到位资金", "capital of the month"), FigureKind::Money(Measure::CapitalMonth)),
    figure(ALONE, ("签约到开工中位月数", "median months to start"), FigureKind::Median),
];

const fn figure(
    group: (&'static str, &'static str),
    name: (&'static str, &'static str),
    kind: FigureKind,
) -> FigureColumn {
    FigureColumn { group, name, kind }
}

impl FigureColumn {
    /// Its name, without a unit.
    pub fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.name.0, self.name.1)
    }

    /// Its unit.
    pub fn unit(&self, book: &Book<'_>) -> String {
        match self.kind {
            FigureKind::Count(_) => book.pick("个", "projects").to_owned(),
            FigureKind::Money(_) => book.style().money_unit(),
            FigureKind::Median => book.pick("月", "months").to_owned(),
            _ => "%".to_owned(),
        }
    }

    /// How it follows from the other columns (栏次); nothing for what is counted.
    pub fn rule(&self) -> Option<String> {
        match self.kind {
            FigureKind::Share(part, whole) | FigureKind::MoneyShare(part, whole) => {
                Some(format!("{}/{}", number_of(part)?, number_of(whole)?))
            }
            FigureKind::NotTerminated => {
                let whole = number_of(Measure::Projects)?;
                Some(format!("({whole}-{})/{whole}", number_of(Measure::Terminated)?))
            }
            _ => None,
        }
    }

    /// Its heading, with its number.
    pub fn heading(&self, number: usize, book: &Book<'_>) -> HeadingColumn {
        let sign = match self.kind {
            FigureKind::Share(..) | FigureKind::MoneyShare(..) | FigureKind::NotTerminated => {
                book.pick("（%）", " (%)")
            }
            _ => "",
        };
        let rule = self.rule().map(|rule| format!("{number}={rule}"));
        HeadingColumn {
            group: self.group_words(book),
            name: format!("{}{sign}", self.name(book.lang())),
            rule: rule.unwrap_or_else(|| number.to_string()),
        }
    }

    fn group_words(&self, book: &Book<'_>) -> String {
        let group = book.pick(self.group.0, self.group.1);
        let unit = match self.kind {
            _ if group.is_empty() => return String::new(),
            _ if self.group == PROJECTS => book.pick("个", "number").to_owned(),
            _ => book.style().money_unit(),
        };
        format!("{group}{}{unit}{}", book.pick("（", " ("), book.pick("）", ")"))
    }
}

/// The headings of all figures.
pub fn figure_headings(book: &Book<'_>) -> impl Iterator<Item = HeadingColumn> {
    (1_usize..).zip(FIGURES).map(|(number, figure)| figure.heading(number, book))
}

/// The cells of all figures, of which the first stands in the column `first`.
pub fn figure_row(book: &Book<'_>, figures: &FigureRow<'_>, row: u32, first: usize) -> Vec<Cell> {
    let at = |measure: Measure| address(first + number_of(measure).unwrap_or(1) - 1, row);
    FIGURES.iter().map(|figure| figure_cell(book, figures, figure.kind, &at)).collect()
}

/// The number of the column that counts or sums a measure, from 1.
pub fn number_of(measure: Measure) -> Option<usize> {
    let is_it = |figure: &FigureColumn| matches!(figure.kind, FigureKind::Count(of) | FigureKind::Money(of) if of == measure);
    FIGURES.iter().position(is_it).map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_has_a_column_and_rates_say_their_rule() {
        let rules: Vec<String> = FIGURES.iter().filter_map(FigureColumn::rule).collect();
        assert_eq!(rules, ["2/1", "4/1", "(1-7)/1", "12/11", "14/11"]);
        assert_eq!(number_of(Measure::CapitalMonth), Some(16));
    }
}
