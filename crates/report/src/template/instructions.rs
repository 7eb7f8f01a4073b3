//! The notes on a sheet of their own (填报说明): one line a cell, no table, so that the reader passes over them.

use rust_xlsxwriter::{FormatAlign, Worksheet, XlsxError};

use crate::calendar_words::month_words;
use crate::excel::formats::title as title_format;
use crate::excel::widths::lines_of;
use crate::lang::Lang;
use crate::template::contents::Contents;
use crate::template::formats::note;

/// Width of the one column.
const WIDTH: u16 = 110;
const LINE_HEIGHT: f64 = 16.0;

/// Draws the notes.
pub fn draw_instructions(sheet: &mut Worksheet, contents: &Contents) -> Result<(), XlsxError> {
    sheet.set_column_width(0, WIDTH)?;
    let title = contents.lang.pick("填报说明", "Instructions");
    sheet.write_string_with_format(0, 0, title, &title_format().set_align(FormatAlign::Left))?;
    sheet.set_row_height(0, 30)?;
    for (row, line) in (1_u32..).zip(lines(contents)) {
        sheet.write_string_with_format(row, 0, &line, &note())?;
        let n_lines = lines_of(&line, usize::from(WIDTH));
        sheet.set_row_height(row, 8.0 + LINE_HEIGHT * n_lines as f64)?;
    }
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.protect();
    Ok(())
}

fn lines(contents: &Contents) -> Vec<String> {
    let mut lines = match contents.lang {
        Lang::Zh => chinese(contents),
        Lang::En => english(contents),
    };
    if contents.is_synthetic {
        let synthetic = ("合成样例数据，非真实统计。", "Synthetic sample data, not real figures.");
        lines.push(contents.lang.pick(synthetic.0, synthetic.1).to_owned());
    }
    lines
}

fn chinese(contents: &Contents) -> Vec<String> {
    let unit = contents.amount_unit();
    let month = month_words(contents.month, Lang::Zh);
    let stages: Vec<&str> = contents.stages_where(|_| true);
    vec![
        format!("一、本表填{month}底的情况。浅黄色的单元格请填写，灰色的单元格已锁定（工作表保护没有密码，请勿解除）。"),
        "二、橙黄色表示尚缺，浅红色表示与其他栏目矛盾，填好后颜色自行消失。".to_owned(),
        format!("三、累计到位资金填自签约起至{month}底的累计数，不是当月数，单位为{unit}，只填数字。本期没有新增的，填与上期相同的数；确实为零的填0；尚未掌握的留空，留空不作为零。"),
        "四、上期累计数取自上次采用的报表，不能修改。累计数一般不应减少；确需核减的，照填核减后的数，并在备注中写明原因。".to_owned(),
        format!("五、项目阶段从下拉列表中选择：{}。", stages.join("、")),
        format!("六、日期填实际发生的日期，样式如 {}；只知道月份的，填如 {month}。计划的日期只填在计划时间栏。以前填报过的日期已经预填，有误请改正。", contents.month),
        "七、正式合同额已按上期预填，有变更的请改正，并在备注中写明。".to_owned(),
        "八、新签约的项目填在表末的空行，台账编号由市级编列，不要自编；空行不用的留空即可。更名、合并、终止等情况写在备注中。".to_owned(),
        "九、请勿增删列、改动表头，也不要另存为图片或文档；文件名可以不改。合计由公式自动计算。".to_owned(),
        "十、姓名和电话只用于核对，不进入任何公开的数据。".to_owned(),
    ]
}

fn english(contents: &Contents) -> Vec<String> {
    let unit = contents.amount_unit();
    let month = month_words(contents.month, Lang::En);
    let stages: Vec<&str> = contents.stages_where(|_| true);
    vec![
        format!("1. The sheet is about the end of {month}. Fill in the light yellow cells; the grey ones are locked (without a password: please leave them so)."),
        "2. Orange cells are still missing, light red ones contradict others; the colour goes when they are right.".to_owned(),
        format!("3. 累计到位资金: capital arrived from the signing to the end of {month}, not of the month alone, in {unit}, figures only. Nothing new: the same figure as before. Really nothing: 0. Not known: leave it blank; a blank is no zero."),
        "4. The last cumulative figure comes from the last return that was used. The figure should not fall; if it has to, fill in the corrected one and say why under 备注.".to_owned(),
        format!("5. 项目阶段: choose the stage from the list: {}.", stages.join(", ")),
        format!("6. Dates are the days on which something happened, such as {}; where only the month is known, write it like {}. Plans go into the columns of plans only. Dates that were reported before stand there already; correct them where they are wrong.", contents.month, month_words(contents.month, Lang::Zh)),
        "7. 正式合同额 is filled in as last known. Correct it where it has changed, and say so under 备注.".to_owned(),
        "8. New projects go into the empty rows at the end; the bureau gives them their number. Rows that are not needed stay empty. New names, mergers and terminations go into 备注.".to_owned(),
        "9. Please add or remove no columns, change no headings, and send no picture or text document. Sums are made by themselves.".to_owned(),
        "10. Names and telephone numbers serve for questions only and enter no published data.".to_owned(),
    ]
}
