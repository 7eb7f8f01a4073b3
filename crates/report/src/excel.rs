//! The report workbook (通报附表): one Excel file with the figures, the findings and how they were made.

pub mod contents;
pub mod draw;
pub mod formats;
pub mod widths;

use model::date::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::calendar_words::as_of_words;
use crate::error::ReportError;
use crate::excel::contents::WorkbookContents;
use crate::excel::draw::{Frame, draw_table};
use crate::figures::last_month;
use crate::headline::headline;
use crate::table::{Align, ReportTable};
use crate::tables::definitions::definitions;
use crate::tables::findings_list::findings_list;
use crate::tables::overview::overview;
use crate::tables::{by_edition, by_month, by_unit};

/// The workbook as bytes: the same contents give the same bytes, whatever the clock says.
pub fn write_workbook(contents: &WorkbookContents) -> Result<Vec<u8>, ReportError> {
    let as_of = contents.as_of.or_else(|| last_month(contents.metrics)).unwrap_or_default();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(contents, as_of).map_err(ReportError::Pack)?);
    for (name, table) in sheets(contents, as_of) {
        let refused = |source| ReportError::Sheet { sheet: name.to_owned(), source };
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).map_err(refused)?;
        draw_table(sheet, &table, &frame(contents, &table, as_of, name)).map_err(refused)?;
    }
    workbook.save_to_buffer().map_err(ReportError::Pack)
}

fn sheets<'a>(contents: &'a WorkbookContents, as_of: Date) -> Vec<(&'a str, ReportTable)> {
    let WorkbookContents { metrics, style, .. } = *contents;
    let name = |zh, en| style.lang.pick(zh, en);
    vec![
        (name("总体情况", "Overview"), overview(metrics, as_of, style)),
        (name("分届次", "Editions"), by_edition(metrics, as_of, style)),
        (name("分区县", "Units"), by_unit(metrics, as_of, contents.unit_names, style)),
        (name("各月", "Months"), by_month(metrics, style)),
        (name("问题清单", "Findings"), findings_list(contents.findings, contents.unit_names, style.lang)),
        (
            name("口径说明", "Definitions"),
            definitions(contents.definitions, contents.policy, contents.scope, style),
        ),
    ]
}

fn frame(contents: &WorkbookContents, table: &ReportTable, as_of: Date, name: &str) -> Frame {
    let lang = contents.style.lang;
    let has_figures = table.columns.iter().any(|column| column.align == Align::Right);
    let is_overview = name == lang.pick("总体情况", "Overview");
    let headline = headline(contents.metrics, Some(as_of)).filter(|_| is_overview);
    let synthetic = lang.pick("合成样例数据，非真实统计", "synthetic sample data, not real figures");
    Frame {
        lang,
        lead: headline.map(|headline| headline.sentence(contents.style)),
        left: if contents.is_synthetic { synthetic.to_owned() } else { String::new() },
        right: if has_figures {
            format!("{}{}", lang.pick("单位：", "amounts in "), contents.style.money_unit())
        } else {
            as_of_words(as_of, lang)
        },
    }
}

/// Created on the as-of day: a fixed date keeps the bytes the same on every run.
fn properties(contents: &WorkbookContents, as_of: Date) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = as_of.civil();
    let year = u16::try_from(year).unwrap_or(1970).clamp(1900, 9999);
    let (month, day) = (u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1));
    let title = contents.style.lang.pick("签约项目落地情况", "Follow-up of signed projects");
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new().set_title(title).set_author("luodi").set_creation_datetime(&created))
}

#[cfg(test)]
mod tests {
    use model::datasets::cohort_metrics::CohortMetric;
    use model::datasets::findings::Finding;
    use model::policy::{Policy, Scope};

    use super::*;
    use crate::lang::Lang;
    use crate::style::Style;
    use crate::unit_names::UnitNames;

    fn written(metrics: &[CohortMetric], findings: &[Finding], lang: Lang) -> Vec<u8> {
        let contents = WorkbookContents {
            metrics,
            as_of: None,
            findings,
            unit_names: &UnitNames::new(),
            definitions: &[],
            policy: &Policy::default(),
            scope: &Scope::default(),
            style: &Style { lang, ..Style::default() },
            is_synthetic: true,
        };
        write_workbook(&contents).unwrap()
    }

    fn expo() -> CohortMetric {
        CohortMetric {
            as_of: "2023-07-31".parse().unwrap(),
            event: "智博会".to_owned(),
            cohort: "all".to_owned(),
            dimension: "all".to_owned(),
            value: "all".to_owned(),
            n_projects: 207,
            n_started: 128,
            ..CohortMetric::default()
        }
    }

    fn hostile_finding() -> Finding {
        Finding {
            raw: Some("=cmd|' /C calc'!A0".to_owned()),
            message_zh: "长".repeat(40_000),
            file: Some("+a\u{0}\u{b}.xlsx".to_owned()),
            ..Finding::default()
        }
    }

    #[test]
    fn two_writes_give_the_same_bytes() {
        let findings = [hostile_finding()];
        let first = written(&[expo()], &findings, Lang::Zh);
        assert_eq!(first, written(&[expo()], &findings, Lang::Zh));
        assert!(first.starts_with(b"PK"));
        assert_ne!(first, written(&[expo()], &findings, Lang::En));
    }

    #[test]
    fn an_empty_release_still_gives_a_workbook() {
        assert!(written(&[], &[], Lang::Zh).starts_with(b"PK"));
        let far = CohortMetric { as_of: Date::from_days(i32::MAX / 2), ..expo() };
        assert!(written(&[far], &[], Lang::En).starts_with(b"PK"));
    }
}
