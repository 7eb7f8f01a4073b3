//! The covering summary for one unit (反馈说明): one page that goes with its annotated returns.
//!
//! An .xlsx of one A4 page: whoever can open the annotated workbook can open and print it, and no mail gateway stops it.

mod page;
mod problem_counts;
mod receipts;

use model::datasets::cohort_metrics::CohortMetric;
use model::date::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::annotated::feedback_index::FeedbackIndex;
use crate::annotated::file_names::plain;
use crate::calendar_words::{as_of_words, month_words};
use crate::covering_summary::page::{Line, draw_page};
use crate::covering_summary::problem_counts::{count_lines, kind_lines};
use crate::covering_summary::receipts::receipt_lines;
use crate::error::ReportError;
use crate::figures::{at, editions, main_event};
use crate::headline::Headline;
use crate::lang::Lang;
use crate::release::Release;

/// What the summary is about.
#[derive(Debug, Clone, Copy)]
pub struct Cover<'a> {
    /// The unit.
    pub unit_code: &'a str,
    /// Until when the answer is asked for.
    pub due: Option<Date>,
    /// Names of the annotated returns that go with it.
    pub attachments: &'a [&'a str],
}

/// A covering summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoveringSummary {
    /// What the file is to be called.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Writes the summary of the as-of month for one unit. The same release gives the same bytes.
///
/// # Errors
/// The workbook writer refuses.
pub fn covering_summary(
    release: &Release<'_>,
    index: &FeedbackIndex<'_>,
    cover: &Cover<'_>,
) -> Result<CoveringSummary, ReportError> {
    let lang = release.style.lang;
    let name = unit_name(release, cover.unit_code);
    let sheet_name = lang.pick("反馈说明", "Summary");
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(release.as_of).map_err(ReportError::Pack)?);
    let refused = |source| ReportError::Sheet { sheet: sheet_name.to_owned(), source };
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name).map_err(refused)?;
    draw_page(sheet, &lines(release, index, cover, name)).map_err(refused)?;
    let month = release.as_of.to_string();
    let month = month.get(..7).unwrap_or(&month);
    let file_name = format!("{}-{month}-{}.xlsx", plain(name), lang.pick("反馈说明", "summary"));
    Ok(CoveringSummary { file_name, bytes: workbook.save_to_buffer().map_err(ReportError::Pack)? })
}

/// The name of a unit, or its code where nothing names it.
fn unit_name<'a>(release: &Release<'a>, code: &'a str) -> &'a str {
    let unit = release.reference.units.iter().find(|unit| unit.unit_id == code);
    unit.map_or(code, |unit| unit.name.as_str())
}

fn lines(release: &Release<'_>, index: &FeedbackIndex<'_>, cover: &Cover<'_>, name: &str) -> Vec<Line> {
    let lang = release.style.lang;
    let month = month_words(release.as_of, lang);
    let mut lines = vec![Line::Title(match lang {
        Lang::Zh => format!("关于{name}{month}报表情况的反馈"),
        Lang::En => format!("{name}: what became of the return of {month}"),
    })];
    lines.push(Line::Words(figures(release, cover.unit_code)));
    lines.extend(receipt_lines(release, cover.unit_code));
    lines.extend(count_lines(release, index, cover.unit_code));
    lines.extend(kind_lines(release, index, cover.unit_code));
    lines.push(Line::Words(request(release, cover)));
    for (number, attachment) in (1..).zip(cover.attachments) {
        lines.push(Line::Words(format!(
            "{}{number}{}{attachment}",
            lang.pick("附件", "Attachment "),
            lang.pick("：", ": ")
        )));
    }
    if release.is_synthetic {
        lines.push(Line::Words(
            lang.pick("合成样例数据，非真实统计。", "Synthetic sample data, not real figures.").to_owned(),
        ));
    }
    lines
}

/// The sentence with the figures of the unit.
fn figures(release: &Release<'_>, unit_code: &str) -> String {
    let (metrics, as_of, style) = (release.rows.metrics, release.as_of, release.style);
    let is_unit = |metric: &&CohortMetric| {
        metric.dimension == "unit" && metric.value == unit_code && metric.cohort == "all"
    };
    let event = main_event(metrics, as_of).unwrap_or_default();
    let metric = at(metrics, as_of).filter(is_unit).find(|metric| metric.event == event);
    let Some(metric) = metric else {
        return style
            .lang
            .pick("本月没有属于本单位的跟踪项目。", "The unit has no project in this month.")
            .to_owned();
    };
    let sentence = Headline::of(metric, editions(metrics, as_of, event)).sentence(style);
    let unreported = match (metric.n_unreported, style.lang) {
        (0, _) => String::new(),
        (n, Lang::Zh) => format!("其中{n}个项目本月没有报送，沿用以前的数。"),
        (n, Lang::En) => format!(" {n} of them were not reported in this month."),
    };
    format!("{sentence}{unreported}")
}

fn request(release: &Release<'_>, cover: &Cover<'_>) -> String {
    let lang = release.style.lang;
    let due = cover.due.map(|due| as_of_words(due, lang));
    match (lang, due) {
        (Lang::Zh, Some(due)) => format!("请对照批注表逐条更正或说明，于{due}前按原渠道报回。"),
        (Lang::Zh, None) => "请对照批注表逐条更正或说明，按原渠道报回。".to_owned(),
        (Lang::En, Some(due)) => format!(
            "Please correct or explain each problem in the annotated workbook and send it back by {due}."
        ),
        (Lang::En, None) => {
            "Please correct or explain each problem in the annotated workbook and send it back.".to_owned()
        }
    }
}

/// A fixed day keeps the bytes the same on every run.
fn properties(as_of: Date) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = as_of.civil();
    let year = u16::try_from(year).unwrap_or(1970).clamp(1900, 9999);
    let created =
        ExcelDateTime::from_ymd(year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))?;
    Ok(DocProperties::new().set_author("luodi").set_creation_datetime(&created))
}
