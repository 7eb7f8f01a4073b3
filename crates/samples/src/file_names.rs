//! Names of received files (文件名): what a unit calls its return.

use model::month::Month;
use model::reference::UnitRow;

use crate::layout::Layout;
use crate::random::Random;

/// `mark` says that it corrects another one. The path below the samples: `received/<month>/<name>.xlsx`. Names differ by unit within a month.
pub(crate) fn file_name(unit: &UnitRow, period: Month, layout: Layout, habit: u64, mark: &str) -> String {
    let mut random = Random::of(&[habit, 8]);
    let (year, month) = (period.year(), period.month());
    let (name, short) = (&unit.name, &unit.short_name);
    let style = random.below(if layout.needs_month_in_file_name() { 5 } else { 7 });
    let stem = match style {
        0 => format!("{name}{year}年{month}月智博会项目月报"),
        1 => format!("{short}_{year}{month:02}_智博会签约项目"),
        2 => format!("智博会项目进展（{name}）{year}.{month}"),
        3 => format!("{year}-{month:02}{name}签约项目台账"),
        4 => format!("关于报送{year}年{month}月智博会项目推进情况的函（{name}）"),
        5 => format!("{name}智博会签约项目跟踪表（终稿）"),
        _ => format!("附件：{short}报送表"),
    };
    format!("received/{year}{month:02}/{stem}{mark}.xlsx")
}
