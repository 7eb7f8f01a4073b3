//! The sentence under the headline (存疑说明): between which bounds it lies while doubts are open.

use model::datasets::headline_ranges::HeadlineRange;
use model::date::Date;

use crate::lang::Lang;
use crate::style::Style;

/// The sentence for a month and event, all editions together; nothing when no figure of it is in doubt.
pub fn doubt_sentence(ranges: &[HeadlineRange], as_of: Date, event: &str, style: &Style) -> Option<String> {
    let is_it =
        |range: &&HeadlineRange| range.as_of == as_of && range.event == event && range.cohort == "all";
    let range = ranges.iter().find(is_it).filter(|range| range.n_doubted > 0)?;
    let started = bounds(range.n_started_low.to_string(), range.n_started_high.to_string(), style.lang);
    let money = |low: i64, high: i64| bounds(style.money(low), style.money(high), style.lang);
    let contract = money(range.contract_low_yuan, range.contract_high_yuan);
    let capital = money(range.capital_low_yuan, range.capital_high_yuan);
    let (n, unit) = (range.n_doubted, style.money_unit());
    Some(match style.lang {
        Lang::Zh => format!(
            "其中{n}个项目有存疑数值：若作相反认定，已开工或投产{started}个，正式合同额{contract}{unit}，累计到位资金{capital}{unit}。"
        ),
        Lang::En => format!(
            "Figures of {n} projects are in doubt: decided the other way, {started} had started or were in production, contract value {contract} {unit}, capital {capital} {unit}."
        ),
    })
}

/// Two bounds, or one figure where they are printed alike.
fn bounds(low: String, high: String, lang: Lang) -> String {
    if low == high { low } else { [low.as_str(), lang.pick("至", " to "), high.as_str()].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_are_told_when_there_is_a_doubt() {
        let range = |n_doubted| HeadlineRange {
            as_of: "2023-07-31".parse().unwrap(),
            event: "智博会".to_owned(),
            cohort: "all".to_owned(),
            n_doubted,
            n_started_low: 126,
            n_started_high: 128,
            contract_low_yuan: 687_600_000_000,
            contract_high_yuan: 687_600_000_000,
            capital_low_yuan: 108_900_000_000,
            capital_high_yuan: 110_220_000_000,
            ..HeadlineRange::default()
        };
        let said =
            |n| doubt_sentence(&[range(n)], "2023-07-31".parse().unwrap(), "智博会", &Style::default());
        let sentence = said(3).unwrap();
        assert!(sentence.contains("126至128个") && sentence.contains("合同额6876.0亿元"), "{sentence}");
        assert_eq!(said(0), None);
    }
}
