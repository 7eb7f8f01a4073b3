//! The workbook behind a chart (图表数据): what Word and WPS open when somebody edits the chart.

use model::date::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::bulletin::document::BarChart;
use crate::bulletin::docx::chart::number_format;

/// The workbook as bytes; its date is the as-of day, so that the same chart gives the same bytes.
pub fn chart_data(chart: &BarChart, as_of: Date) -> Result<Vec<u8>, XlsxError> {
    let (year, month, day) = as_of.civil();
    let year = u16::try_from(year).unwrap_or(1970).clamp(1900, 9999);
    let (month, day) = (u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1));
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_author("luodi").set_creation_datetime(&created));
    let sheet = workbook.add_worksheet().set_name("Sheet1")?;
    for (row, category) in (1_u32..).zip(&chart.categories) {
        sheet.write_string(row, 0, category)?;
    }
    for (column, series) in (1_u16..).zip(&chart.series) {
        let format = Format::new().set_num_format(number_format(series));
        sheet.write_string(0, column, &series.name)?;
        for (row, value) in (1_u32..).zip(&series.values) {
            let number = value.as_ref().and_then(|value| value.parse::<f64>().ok());
            if let Some(number) = number.filter(|number| number.is_finite()) {
                sheet.write_number_with_format(row, column, number, &format)?;
            }
        }
    }
    workbook.save_to_buffer()
}
