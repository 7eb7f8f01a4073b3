//! The figures of one row of `cohort_metrics` as cells (指标单元格): live formulas where the data sheet makes them.

use model::datasets::cohort_metrics::CohortMetric;

use crate::excel::book::Book;
use crate::excel::cell::Cell;
use crate::excel::formulas::{measure_formula, money_formula, rate_formula};
use crate::excel::tally::{Cut, LARGEST_EXACT, Measure, is_made_by};

/// A rate over fewer projects than this is marked.
const FEW_PROJECTS: i64 = 5;

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// A number of projects.
    Count(Measure),
    /// An amount.
    Money(Measure),
    /// A share of the projects: the first by the second.
    Share(Measure, Measure),
    /// A share of the projects without the terminated ones.
    NotTerminated,
    /// A share of amounts: the first by the second.
    MoneyShare(Measure, Measure),
    /// Median months from signing to start.
    Median,
}

/// A row of figures and what is needed to write it.
pub struct FigureRow<'a> {
    /// The figures.
    pub metric: &'a CohortMetric,
    /// The rows of the data sheet that make them; nothing where another month is meant.
    pub cut: Option<Cut<'a>>,
    /// They are those of a whole.
    pub is_total: bool,
}

/// One figure. `at` says where the count of a measure stands.
pub fn figure_cell(
    book: &Book<'_>,
    row: &FigureRow<'_>,
    kind: FigureKind,
    at: &dyn Fn(Measure) -> String,
) -> Cell {
    let cell = match kind {
        FigureKind::Count(measure) => count(book, row, measure),
        FigureKind::Money(measure) => money(book, row, measure),
        FigureKind::Share(part, whole) => share(book, row, part.of_metric(row.metric), &at(part), &at(whole)),
        FigureKind::NotTerminated => {
            let part = row.metric.n_projects.saturating_sub(row.metric.n_terminated);
            let parts = format!("({}-{})", at(Measure::Projects), at(Measure::Terminated));
            share(book, row, part, &parts, &at(Measure::Projects))
        }
        FigureKind::MoneyShare(part, whole) => money_share(book, row, part, whole),
        FigureKind::Median => {
            let months = row.metric.median_months_to_start;
            Cell::number(months.map(|months| months.to_string()).unwrap_or_default())
        }
    };
    cell.in_total(row.is_total)
}

/// Whether a row has so few projects that its rates are marked.
pub fn is_few(metric: &CohortMetric) -> bool {
    (1..FEW_PROJECTS).contains(&metric.n_projects)
}

/// The note that explains the mark.
pub fn few_note<'a>(book: &Book<'a>) -> &'a str {
    book.lang().pick("* 项目数不足5个，比率仅供参考。", "* fewer than 5 projects: read the rate with care.")
}

fn count(book: &Book<'_>, row: &FigureRow<'_>, measure: Measure) -> Cell {
    let printed = measure.of_metric(row.metric).to_string();
    let cell = match live(book, row, measure) {
        Some(formula) => Cell::formula(formula, printed),
        None => Cell::number(printed),
    };
    let leads = measure == Measure::Projects && row.metric.n_projects > 0;
    let target = row.cut.as_ref().filter(|_| leads).and_then(|cut| book.cut_target(cut));
    cell.leading_to(target)
}

fn money(book: &Book<'_>, row: &FigureRow<'_>, measure: Measure) -> Cell {
    let printed = book.style().money(measure.of_metric(row.metric));
    match live(book, row, measure) {
        Some(formula) => Cell::formula(money_formula(&formula, book.style()), printed),
        None => Cell::number(printed),
    }
}

fn share(book: &Book<'_>, row: &FigureRow<'_>, part: i64, part_at: &str, whole_at: &str) -> Cell {
    let whole = row.metric.n_projects;
    let printed = book.style().percent(part, whole).unwrap_or_default();
    let is_exact = [part, whole].into_iter().all(is_exact_in_per_cent);
    let cell = match is_exact {
        true => Cell::formula(rate_formula(part_at, whole_at, book.style()), printed),
        false => Cell::number(printed),
    };
    if is_few(row.metric) { cell.followed_by("*") } else { cell }
}

fn money_share(book: &Book<'_>, row: &FigureRow<'_>, part: Measure, whole: Measure) -> Cell {
    let (part_yuan, whole_yuan) = (part.of_metric(row.metric), whole.of_metric(row.metric));
    let printed = book.style().percent(part_yuan, whole_yuan).unwrap_or_default();
    let is_exact = [part_yuan, whole_yuan].into_iter().all(is_exact_in_per_cent);
    match (live(book, row, part), live(book, row, whole)) {
        (Some(part), Some(whole)) if is_exact => {
            Cell::formula(rate_formula(&part, &whole, book.style()), printed)
        }
        _ => Cell::number(printed),
    }
}

/// A hundred times it is still exact in a spreadsheet.
fn is_exact_in_per_cent(number: i64) -> bool {
    number.unsigned_abs() <= LARGEST_EXACT.unsigned_abs() / 100
}

/// The formula of a measure, where the rows of the data sheet make the very figure.
fn live(book: &Book<'_>, row: &FigureRow<'_>, measure: Measure) -> Option<String> {
    let cut = row.cut.as_ref()?;
    let is_made = is_made_by(&book.counted, cut, measure, row.metric);
    is_made.then(|| measure_formula(measure, cut, &book.labels, book.lang()))
}
