//! Lines around a table (标题、表头说明、备注): titles, captions, notes and signatures in many wordings.

use model::month::Month;
use model::reference::UnitRow;

use crate::names::{person, telephone};
use crate::random::Random;

/// The last day of the month as a title writes it.
fn as_of_text(period: Month, random: &mut Random) -> String {
    let (year, month, day) = period.last_day().civil();
    match random.below(4) {
        0 => format!("截至{year}年{month}月底"),
        1 => format!("截止{year}年{month}月{day}日"),
        2 => format!("数据截至{year}.{month:02}.{day}"),
        _ => format!("截至{year}年{month}月末"),
    }
}

/// A title that names unit, event and month. `scope` stands before 智博会: empty, or `2021年`.
pub(crate) fn title(unit: &UnitRow, period: Month, scope: &str, random: &mut Random) -> String {
    let as_of = as_of_text(period, random);
    let (year, month) = (period.year(), period.month());
    let name = &unit.name;
    match random.below(5) {
        0 => format!("{name}{scope}智博会签约项目落地情况统计表（{as_of}）"),
        1 => format!("{name}{scope}智博会集中签约项目进展月报\n（{as_of}）"),
        2 => format!("{year}年{month}月{name}{scope}智博会签约项目跟踪表"),
        3 => format!("智博会签约项目跟踪服务台账（{name}，{scope}{as_of}）"),
        _ => format!("{name}  {scope}智博会重大签约项目推进情况  {as_of}"),
    }
}

/// The parts of a caption: who fills in, when, and the unit of money where the caption says it.
pub(crate) fn caption(unit: &UnitRow, period: Month, money: &str, random: &mut Random) -> Vec<String> {
    let office = random.pick(&["招商投资促进局", "招商投资局", "人民政府办公室", "经济信息委"]);
    let who = match random.below(3) {
        0 => format!("填报单位：{}{office}", unit.name),
        1 => format!("填报单位（盖章）：{}", unit.name),
        _ => format!("报送单位: {}{office}", unit.name),
    };
    let next = period.plus(1);
    let day = 2 + random.below(7);
    let when = match random.below(3) {
        0 => format!("填报日期：{}年{}月{day}日", next.year(), next.month()),
        1 => format!("填表时间：{}.{}.{day}", next.year(), next.month()),
        _ => String::new(),
    };
    let money = if money.is_empty() { String::new() } else { format!("单位：{money}") };
    [who, when, money].into_iter().filter(|part| !part.is_empty()).collect()
}

/// A note below the table.
pub(crate) fn note(random: &mut Random) -> &'static str {
    random.pick(&[
        "备注：到位资金以银行到账为准。",
        "注：1.累计到位资金自签约之日起计算；2.未开工项目请在进展情况中说明原因。",
        "填表说明：本表每月5日前报送，逾期视为未报。",
        "说明：合同额以正式合同为准，框架协议不计入。",
    ])
}

/// The line of signatures.
pub(crate) fn signatures(random: &mut Random) -> String {
    let (head, clerk, phone) = (person(random), person(random), telephone(random));
    format!("单位负责人：{head}    填表人：{clerk}    联系电话：{phone}")
}
