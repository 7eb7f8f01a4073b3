//! What may be typed into a cell (数据有效性), and what stands beside it while one types.

use model::date::Date;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, Worksheet,
    XlsxError,
};

use crate::lang::Lang;
use crate::template::columns::TemplateColumn;
use crate::template::contents::Contents;
use crate::template::layout::FIRST_ROW;
use crate::template::project_row::ProjectRow;
use crate::template::stage_words::that_fit;

/// Nothing was signed or built earlier.
const EARLIEST_YEAR: u16 = 2000;
/// Plans reach so many years ahead.
const YEARS_AHEAD: u16 = 20;
/// No message may be longer.
const LONGEST_MESSAGE: usize = 255;

/// Adds the rules of every column.
pub fn add_validations(sheet: &mut Worksheet, contents: &Contents) -> Result<(), XlsxError> {
    for (place, column) in contents.layout.placed() {
        let rule = match column {
            TemplateColumn::Capital | TemplateColumn::Stage => {
                add_by_project(sheet, contents, column)?;
                continue;
            }
            TemplateColumn::ContractValue => Some(amount(contents)?),
            TemplateColumn::Event => list(contents, contents.events.iter().cloned())?,
            TemplateColumn::Edition => list(contents, contents.editions.iter().cloned())?,
            _ if column.is_date() => Some(date(contents, column)?),
            _ => None,
        };
        if let Some(rule) = rule {
            sheet.add_data_validation(FIRST_ROW, place, contents.layout.last_row(), place, &rule)?;
        }
    }
    Ok(())
}

/// Each project is told what was last reported.
fn add_by_project(
    sheet: &mut Worksheet,
    contents: &Contents,
    column: TemplateColumn,
) -> Result<(), XlsxError> {
    let place = contents.layout.place(column);
    for row in FIRST_ROW..=contents.layout.last_row() {
        let project = usize::try_from(row - FIRST_ROW).ok().and_then(|index| contents.projects.get(index));
        let rule = match column {
            TemplateColumn::Stage => stage(contents, project)?,
            _ => Some(capital(contents, project, row)?),
        };
        if let Some(rule) = rule {
            sheet.add_data_validation(row, place, row, place, &rule)?;
        }
    }
    Ok(())
}

/// Less than before is a warning, for a correction (核减) is possible.
fn capital(contents: &Contents, project: Option<&ProjectRow>, row: u32) -> Result<DataValidation, XlsxError> {
    let unit = contents.amount_unit();
    let Some(before) = project.and_then(ProjectRow::capital_before) else { return amount(contents) };
    let before_cell = contents.layout.cell(TemplateColumn::CapitalBefore, row);
    let before = before as f64 / 10_000.0;
    let lang = contents.lang;
    let message = match lang {
        Lang::Zh => format!("上期累计 {before} {unit}。本期无新增填同数；确为零填0，未掌握留空。"),
        Lang::En => format!(
            "Last reported: {before} {unit}. Nothing new: the same figure. Not known: leave it blank."
        ),
    };
    let error = lang.pick(
        "应为数字，且不小于上期累计。如属核减，请选“是”保留，并在备注中说明原因。",
        "A number not below the last figure is expected. For a correction choose Yes and say why under remarks.",
    );
    DataValidation::new()
        .allow_decimal_number_formula(DataValidationRule::GreaterThanOrEqualTo(Formula::new(before_cell)))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_input_title(lang.pick("累计到位资金", "Capital arrived"))?
        .set_input_message(short(&message))?
        .set_error_title(lang.pick("请核对累计到位资金", "Please check"))?
        .set_error_message(error)
}

fn amount(contents: &Contents) -> Result<DataValidation, XlsxError> {
    let unit = contents.amount_unit();
    let error = match contents.lang {
        Lang::Zh => format!("请填不小于0的数字，单位为{unit}，不要带文字或单位。"),
        Lang::En => format!("Enter a number of 0 or more in {unit}, without words or units."),
    };
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
        .set_error_title(contents.lang.pick("金额", "Amount"))?
        .set_error_message(short(&error))
}

fn stage(contents: &Contents, project: Option<&ProjectRow>) -> Result<Option<DataValidation>, XlsxError> {
    let words = contents.stages.iter().map(|word| word.word.clone());
    let Some(rule) = list(contents, words)? else { return Ok(None) };
    let before = project.and_then(|project| project.stage_before);
    let before = before.map_or("—", model::stage::Stage::zh);
    let lang = contents.lang;
    let message = match lang {
        Lang::Zh => format!("上期：{before}。请从下拉列表中选择本期末所处阶段。"),
        Lang::En => {
            format!("Last reported: {before}. Choose the stage at the end of the month from the list.")
        }
    };
    rule.set_input_title(lang.pick("项目阶段", "Stage"))?.set_input_message(short(&message)).map(Some)
}

/// A drop-down; nothing where there is nothing to choose from.
fn list(
    contents: &Contents,
    words: impl Iterator<Item = String>,
) -> Result<Option<DataValidation>, XlsxError> {
    let words = that_fit(words);
    if words.is_empty() {
        return Ok(None);
    }
    let rule = DataValidation::new()
        .allow_list_strings(&words)?
        .set_error_title(contents.lang.pick("请从列表中选择", "Choose from the list"))?
        .set_error_message(
            contents.lang.pick("请从下拉列表中选择，不要另写。", "Choose one of the words of the list."),
        )?;
    Ok(Some(rule))
}

/// What has happened has happened by the end of the month; plans lie within twenty years.
fn date(contents: &Contents, column: TemplateColumn) -> Result<DataValidation, XlsxError> {
    let is_plan = matches!(column, TemplateColumn::PlannedStart | TemplateColumn::PlannedProduction);
    let last = last_day(contents.month, if is_plan { YEARS_AHEAD } else { 0 })?;
    let first = ExcelDateTime::from_ymd(EARLIEST_YEAR, 1, 1)?;
    let example = contents.month;
    let error = match contents.lang {
        Lang::Zh if is_plan => format!("请填日期，如 {example}。"),
        Lang::Zh => {
            format!("请填实际日期，如 {example}；不得晚于报告期末。尚未发生的请留空，填在计划时间栏。")
        }
        Lang::En if is_plan => format!("Enter a date such as {example}."),
        Lang::En => format!("Enter the actual date, such as {example}, not after the end of the month."),
    };
    DataValidation::new()
        .allow_date(DataValidationRule::Between(first, last))
        .set_error_title(contents.lang.pick("日期", "Date"))?
        .set_error_message(short(&error))
}

fn last_day(month: Date, years_ahead: u16) -> Result<ExcelDateTime, XlsxError> {
    let (year, month, day) = month.civil();
    let year = u16::try_from(year).unwrap_or(EARLIEST_YEAR).saturating_add(years_ahead).min(9999);
    let day = if month == 2 { day.min(28) } else { day };
    ExcelDateTime::from_ymd(year, u8::try_from(month).unwrap_or(12), u8::try_from(day).unwrap_or(28))
}

fn short(message: &str) -> String {
    message.chars().take(LONGEST_MESSAGE).collect()
}
