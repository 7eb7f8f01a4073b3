//! Makes the summary of a run (小结编制) from its datasets. Figures come from `report`, ready printed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::findings::Finding;
use model::date::Date;
use model::findings::by_code;
use model::reference::Reference;
use report::doubt_sentence::doubt_sentence;
use report::equal_age_sentence::equal_age_sentence;
use report::headline::headline;
use report::lang::Lang;
use report::table::{Align, ReportTable};
use report::tables::{by_edition, by_month, by_unit};
use transform::transformed::Balance;

use crate::plan::Plan;
use crate::stages::analytics::Figures;
use crate::stages::report::{style_of, unit_names};
use crate::summary::{
    BalanceSheet, Figures as HeadlineFigures, FindingCount, Gate, Summary, Table, TableColumn, Words,
};

/// Severities, gravest first.
const SEVERITIES: [&str; 3] = ["error", "warning", "info"];

/// Columns of figures that are shown where there is little room, by their English names.
const BRIEF: [&str; 8] = [
    "projects",
    "contract",
    "started",
    "start rate",
    "in production",
    "capital arrived",
    "capital rate",
    "newly started",
];

/// Makes the summary of a run.
pub fn summarize(
    (figures, findings): (&Figures, &[Finding]),
    as_of: Option<Date>,
    (balance, gates): (BalanceSheet, Vec<Gate>),
    reference: &Reference,
    plan: &Plan,
) -> Summary {
    Summary {
        figures: headline_figures(&figures.metrics, as_of),
        zh: words(figures, as_of, reference, plan, Lang::Zh),
        en: words(figures, as_of, reference, plan, Lang::En),
        balance,
        findings: count_findings(findings),
        gates,
    }
}

/// The balance, as it is kept.
pub fn balance_sheet(balance: &Balance) -> BalanceSheet {
    BalanceSheet {
        files: balance.files.clone(),
        cells: balance.cells.clone(),
        records_seen: balance.records_seen,
        records_accepted: balance.records_accepted,
        records_excluded: balance.records_excluded.clone(),
        records_rejected: balance.records_rejected.clone(),
        closes: balance.closes(),
    }
}

fn headline_figures(metrics: &[CohortMetric], as_of: Option<Date>) -> Option<HeadlineFigures> {
    let headline = headline(metrics, as_of)?;
    Some(HeadlineFigures {
        as_of: headline.as_of.to_string(),
        event: headline.event,
        n_projects: headline.n_projects,
        contract_yuan: headline.contract_yuan,
        n_started: headline.n_started,
        start_rate: headline.start_rate,
        capital_yuan: headline.capital_yuan,
    })
}

fn words(figures: &Figures, as_of: Option<Date>, reference: &Reference, plan: &Plan, lang: Lang) -> Words {
    let metrics = &figures.metrics;
    let style = style_of(plan, lang);
    let day = as_of.or_else(|| metrics.iter().map(|metric| metric.as_of).max());
    let tables = day.map(|day| {
        vec![
            table("editions", &by_edition(metrics, day, &style), lang),
            table("units", &by_unit(metrics, day, &unit_names(reference), &style), lang),
            table("months", &by_month(metrics, &style), lang),
        ]
    });
    let headline = headline(metrics, as_of);
    let doubts = headline
        .as_ref()
        .and_then(|headline| doubt_sentence(&figures.ranges, headline.as_of, &headline.event, &style));
    let equal_age = headline
        .as_ref()
        .and_then(|headline| equal_age_sentence(&figures.ages, headline.as_of, &headline.event, &style));
    Words {
        headline: headline.map(|headline| headline.sentence(&style)),
        doubts,
        equal_age,
        tables: tables.unwrap_or_default(),
    }
}

fn table(name: &str, table: &ReportTable, lang: Lang) -> Table {
    let columns = table.columns.iter().map(|column| TableColumn {
        header: column.header(lang).to_owned(),
        is_figure: column.align == Align::Right,
        is_brief: column.align == Align::Left || is_brief(&column.en),
    });
    Table {
        name: name.to_owned(),
        title: table.title(lang).to_owned(),
        columns: columns.collect(),
        rows: table.rows.clone(),
        notes: table.notes.clone(),
    }
}

/// Whether a column of figures is shown where there is little room; its unit stands behind its name.
fn is_brief(header: &str) -> bool {
    let name = header.split(" (").next().unwrap_or(header);
    BRIEF.contains(&name)
}

fn count_findings(findings: &[Finding]) -> Vec<FindingCount> {
    let mut counted: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.state != "accepted") {
        *counted.entry((&finding.severity, &finding.code)).or_default() += 1;
    }
    let gravity = |severity: &str| SEVERITIES.iter().position(|known| *known == severity);
    let mut counts: Vec<FindingCount> =
        counted.into_iter().map(|((severity, code), n)| finding_count(severity, code, n)).collect();
    counts.sort_by_cached_key(|count| (gravity(&count.severity), Reverse(count.n), count.code.clone()));
    counts
}

fn finding_count(severity: &str, code: &str, n: u64) -> FindingCount {
    let declared = by_code(code);
    FindingCount {
        severity: severity.to_owned(),
        code: code.to_owned(),
        n,
        zh: declared.map(|declared| without_places(declared.zh)).unwrap_or_default(),
        en: declared.map(|declared| without_places(declared.en)).unwrap_or_default(),
    }
}

/// The text of a code with `…` for what it says of one place.
fn without_places(text: &str) -> String {
    ["{raw}", "{expected}", "{detail}"].iter().fold(text.to_owned(), |text, place| text.replace(place, "…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_stand_before_warnings_and_the_frequent_before_the_rare() {
        let finding = |severity: &str, code: &str| Finding {
            severity: severity.to_owned(),
            code: code.to_owned(),
            ..Finding::default()
        };
        let found = [
            finding("info", "H201"),
            finding("error", "C301"),
            finding("error", "C303"),
            finding("error", "C303"),
            finding("warning", "T505"),
        ];
        let counts: Vec<(String, u64)> =
            count_findings(&found).into_iter().map(|count| (count.code, count.n)).collect();
        let expected = [("C303", 2), ("C301", 1), ("T505", 1), ("H201", 1)];
        assert_eq!(counts, expected.map(|(code, n)| (code.to_owned(), n)));
    }
}
