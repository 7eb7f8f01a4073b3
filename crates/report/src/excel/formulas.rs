//! The live formulas (公式): counts, sums and rates over the named columns of the data sheet.

use rust_xlsxwriter::utility::column_number_to_name;

use crate::excel::labels::{Dimension, Labels};
use crate::excel::tally::{Cut, Measure};
use crate::lang::Lang;
use crate::rounding::Rounding;
use crate::style::Style;

/// No office has more columns.
const LAST_COLUMN: u16 = 16_383;

/// A column of the data sheet that formulas name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedColumn {
    /// What the projects are cut by.
    Cut(Dimension),
    /// 1 where the project counts there, or an amount.
    Figure(Measure),
}

impl NamedColumn {
    /// The name under which every office finds the column.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            NamedColumn::Cut(Dimension::Event) => lang.pick("数据_签约活动", "data_event"),
            NamedColumn::Cut(Dimension::Edition) => lang.pick("数据_届次", "data_edition"),
            NamedColumn::Cut(Dimension::Unit) => lang.pick("数据_区县", "data_unit"),
            NamedColumn::Cut(Dimension::UnitGroup) => lang.pick("数据_单位分组", "data_unit_group"),
            NamedColumn::Cut(Dimension::Industry) => lang.pick("数据_产业", "data_industry"),
            NamedColumn::Cut(Dimension::SizeBand) => lang.pick("数据_规模档", "data_size_band"),
            NamedColumn::Figure(measure) => figure_name(measure, lang),
        }
    }
}

fn figure_name(measure: Measure, lang: Lang) -> &'static str {
    match measure {
        Measure::Projects => lang.pick("数据_项目编号", "data_project"),
        Measure::Started => lang.pick("数据_已开工或投产", "data_started"),
        Measure::Production => lang.pick("数据_投产", "data_in_production"),
        Measure::Suspended => lang.pick("数据_停工", "data_suspended"),
        Measure::Terminated => lang.pick("数据_终止", "data_terminated"),
        Measure::Unreported => lang.pick("数据_当月未报", "data_unreported"),
        Measure::NewStarted => lang.pick("数据_本月新开工", "data_newly_started"),
        Measure::Contract | Measure::ContractStarted => lang.pick("数据_合同额", "data_contract"),
        Measure::Capital => lang.pick("数据_累计到位资金", "data_capital"),
        Measure::CapitalMonth => lang.pick("数据_本月到位资金", "data_capital_of_month"),
    }
}

/// The measure over the rows of a cut, in projects or in yuan.
pub fn measure_formula(measure: Measure, cut: &Cut<'_>, labels: &Labels, lang: Lang) -> String {
    let name = |column: NamedColumn| column.name(lang);
    let figure = name(NamedColumn::Figure(measure));
    let mut conditions: Vec<String> = cut
        .iter()
        .map(|(dimension, value)| {
            let word = criterion(&labels.word(*dimension, value));
            format!("{},{word}", name(NamedColumn::Cut(*dimension)))
        })
        .collect();
    let is_sum = matches!(
        measure,
        Measure::Contract | Measure::ContractStarted | Measure::Capital | Measure::CapitalMonth
    );
    if measure == Measure::ContractStarted {
        conditions.push(format!("{},1", name(NamedColumn::Figure(Measure::Started))));
    }
    if !is_sum && measure != Measure::Projects {
        conditions.push(format!("{figure},1"));
    }
    let conditions = conditions.join(",");
    match (is_sum, conditions.is_empty()) {
        (true, true) => format!("SUM({figure})"),
        (true, false) => format!("SUMIFS({figure},{conditions})"),
        (false, true) => format!("COUNTA({figure})"),
        (false, false) => format!("COUNTIFS({conditions})"),
    }
}

/// An amount in the unit of the report, by the pipeline's rounding rule.
pub fn money_formula(yuan: &str, style: &Style) -> String {
    let unit = match style.lang {
        Lang::Zh => "100000000",
        Lang::En => "1000000000",
    };
    rounded(&format!("{yuan}/{unit}"), decimals(&style.money(0)), style)
}

/// A rate in per cent by the pipeline's rounding rule; an empty text where there is nothing to divide by.
pub fn rate_formula(numerator: &str, denominator: &str, style: &Style) -> String {
    let printed = style.percent(0, 1).unwrap_or_default();
    let rate = rounded(&format!("100*{numerator}/{denominator}"), decimals(&printed), style);
    format!("IF({denominator}=0,\"\",{rate})")
}

/// `B8`, from column and row that start at 0.
pub fn address(column: usize, row: u32) -> String {
    let column = u16::try_from(column).unwrap_or(LAST_COLUMN).min(LAST_COLUMN);
    format!("{}{}", column_number_to_name(column), row.saturating_add(1))
}

fn rounded(value: &str, decimals: usize, style: &Style) -> String {
    let function = match style.rounding {
        Rounding::HalfUp => "ROUND",
        Rounding::Truncate => "ROUNDDOWN",
    };
    format!("{function}({value},{decimals})")
}

fn decimals(printed: &str) -> usize {
    printed.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// A word as a condition: patterns and quotes are escaped.
fn criterion(word: &str) -> String {
    let escaped = word.replace('~', "~~").replace('*', "~*").replace('?', "~?").replace('"', "\"\"");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_name_their_columns_and_escape_words() {
        let labels = Labels::default();
        let cut = vec![(Dimension::Edition, "2020年")];
        let formula = |measure, cut: &Cut<'_>| measure_formula(measure, cut, &labels, Lang::Zh);
        assert_eq!(formula(Measure::Started, &cut), "COUNTIFS(数据_届次,\"2020年\",数据_已开工或投产,1)");
        assert_eq!(
            formula(Measure::ContractStarted, &cut),
            "SUMIFS(数据_合同额,数据_届次,\"2020年\",数据_已开工或投产,1)"
        );
        assert_eq!(formula(Measure::Projects, &Vec::new()), "COUNTA(数据_项目编号)");
        assert_eq!(criterion("a*\"~"), "\"a~*\"\"~~\"");
    }

    #[test]
    fn rounding_is_that_of_the_pipeline() {
        let style = Style::default();
        assert_eq!(rate_formula("C8", "B8", &style), "IF(B8=0,\"\",ROUND(100*C8/B8,1))");
        let cutting = Style { rounding: Rounding::Truncate, lang: Lang::En, ..style };
        assert_eq!(money_formula("SUM(x)", &cutting), "ROUNDDOWN(SUM(x)/1000000000,2)");
        assert_eq!(address(27, 7), "AB8");
    }
}
