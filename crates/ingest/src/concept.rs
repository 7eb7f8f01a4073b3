//! What a label says by the words it is made of (组合判断): money that arrived and since when, dates of events, ticks.

use model::field::Field;

use crate::arrivals::arrived;
use crate::composed::{Concept, sure};
use crate::events::{EVENTS, event};
use crate::lexicon::{Cut, cut};
use crate::words::Word;

/// What a leaf says, with the group above it as context. Both squeezed.
pub fn concept(leaf: &str, group: &str) -> Option<Concept> {
    let own = cut(leaf);
    let above = cut(group);
    let n_characters = leaf.chars().count();
    if own.unexplained * 4 > n_characters
        || own.has(Word::Share)
        || own.has(Word::Other)
        || own.words.is_empty()
    {
        return None;
    }
    let unexplained = own.unexplained;
    let concept = money(&own, &above).or_else(|| event(&own, &above))?;
    let doubt = if unexplained > 0 { 0.1 } else { 0.0 };
    Some(Concept { confidence: concept.confidence - doubt, ..concept })
}

/// Whether a label says something only together with the group above it: `累计`, `本年`, `计划`.
pub fn is_partial(leaf: &str) -> bool {
    let own = cut(leaf);
    let needs_context = |word: &Word| {
        !matches!(
            word,
            Word::Arrived
                | Word::Foreign
                | Word::Done
                | Word::Invest
                | Word::TotalInvest
                | Word::Contract
                | Word::Fixed
                | Word::Capital
                | Word::Other
                | Word::Share
                | Word::PhaseOne
        )
    };
    let is_event_alone = own.has_any(&EVENTS) && own.has(Word::Time);
    own.unexplained == 0 && !own.words.is_empty() && own.words.iter().all(needs_context) && !is_event_alone
}

fn money(own: &Cut, above: &Cut) -> Option<Concept> {
    let either = |word: Word| own.has(word) || above.has(word);
    let speaks_alone = own.has_any(&[
        Word::Invest,
        Word::TotalInvest,
        Word::Contract,
        Word::Fixed,
        Word::Capital,
        Word::Done,
    ]);
    if own.has(Word::Time) || own.has(Word::Whether) || own.has(Word::Next) {
        return None;
    }
    if either(Word::Foreign)
        && (either(Word::Arrived) || either(Word::Actual) || own.has_any(&[Word::Money, Word::GrandTotal]))
        && !either(Word::Planned)
    {
        return sure(Field::ArrivedForeign, 0.9);
    }
    if own.has(Word::Arrived) || (above.has(Word::Arrived) && !speaks_alone && !above.has(Word::Time)) {
        return arrived(own, above);
    }
    if own.has(Word::Capital) {
        return sure(Field::RegisteredCapital, 0.95);
    }
    if own.has(Word::Done) && (own.has(Word::Invest) || is_investment_done(own) || above.has(Word::Invest)) {
        let flow =
            own.has_any(&[Word::ThisYear, Word::ThisMonth, Word::Planned, Word::LastYear, Word::Previous]);
        return if flow || has_period(own) { None } else { sure(Field::InvestDone, 0.9) };
    }
    if above.has(Word::Done) && own.has(Word::Total) && !own.has_any(&EVENTS) {
        return sure(Field::InvestDone, 0.85);
    }
    invested(own, above)
}

/// `完成投资` is one word; `完成` alone is not enough.
fn is_investment_done(own: &Cut) -> bool {
    own.has_any(&[Word::Money, Word::GrandTotal, Word::Total]) || own.words.first() == Some(&Word::Done)
}

fn invested(own: &Cut, above: &Cut) -> Option<Concept> {
    let flow =
        own.has_any(&[Word::ThisYear, Word::ThisMonth, Word::LastYear, Word::Previous]) || has_period(own);
    let is_money = own.has_any(&[Word::Money, Word::GrandTotal, Word::Invest, Word::TotalInvest]);
    if own.has(Word::PhaseOne) && is_money {
        return sure(Field::Phase1Value, 0.9);
    }
    if own.has(Word::Fixed) {
        return if flow { None } else { sure(Field::FixedInvest, 0.9) };
    }
    if flow || own.has_any(&EVENTS[1..]) {
        return None;
    }
    let signed = own.has(Word::Contract) || own.has(Word::Sign);
    if signed && is_money {
        return sure(Field::ContractValue, 0.95);
    }
    if own.has(Word::TotalInvest) {
        return sure(Field::ContractValue, 0.8);
    }
    let group_is_contract = above.has(Word::Contract) || above.has(Word::Sign);
    if group_is_contract && own.has_any(&[Word::Money, Word::GrandTotal]) {
        return sure(Field::ContractValue, 0.9);
    }
    (own.has(Word::Invest) && own.has_any(&[Word::Money, Word::GrandTotal])).then_some(())?;
    sure(Field::ContractValue, 0.8)
}

fn has_period(own: &Cut) -> bool {
    own.words.iter().any(|word| matches!(word, Word::Year(_) | Word::Month(_) | Word::MonthRange(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(group: &str, leaf: &str, expected: Option<Field>) {
        assert_eq!(concept(leaf, group).map(|concept| concept.field), expected, "{group}/{leaf}");
    }

    #[test]
    fn amounts_that_arrived_are_told_apart() {
        check("到位资金", "累计", Some(Field::ArrivedTotal));
        check("到位资金", "本年", Some(Field::ArrivedYear));
        check("到位资金", "本月", Some(Field::ArrivedMonth));
        check("到位资金", "截至上月累计", Some(Field::ArrivedPrev));
        check("", "本年累计到位资金", Some(Field::ArrivedYear));
        check("", "1-7月到位资金", Some(Field::ArrivedYear));
        check("", "2023年到位资金", Some(Field::ArrivedYear));
        check("", "截至2023年7月底到位资金", Some(Field::ArrivedTotal));
        check("", "截止上一报告期累计到位", Some(Field::ArrivedPrev));
        check("", "累计实际到位资金", Some(Field::ArrivedTotal));
        check("", "投资方实际到资额", Some(Field::ArrivedTotal));
        check("到位资金", "7月", Some(Field::ArrivedMonth));
        check("", "资金到位率", None);
        check("", "计划到位资金", None);
        check("", "下月到位资金", None);
        check("", "截至上年底累计到位资金", Some(Field::ArrivedTotal));
        check("", "以前年度到位", Some(Field::ArrivedTotal));
        check("", "上年到位资金", None);
        check("到位资金", "较上月变化", Some(Field::ArrivedMonth));
        check("到位资金", "2023年小计", Some(Field::ArrivedYear));
        check("", "capitalarrived、cumulative", Some(Field::ArrivedTotal));
        check("", "capitalarrivedthisyear", Some(Field::ArrivedYear));
        check("", "expectedstartdate", Some(Field::PlannedStart));
        check("", "资金到位时间", None);
        check("", "到位资金来源", None);
        check("", "实际到位外资", Some(Field::ArrivedForeign));
    }

    #[test]
    fn other_amounts_are_told_apart() {
        check("", "累计完成投资", Some(Field::InvestDone));
        check("", "本年完成投资", None);
        check("", "协议投资金额", Some(Field::ContractValue));
        check("", "项目计划总投资", Some(Field::ContractValue));
        check("", "一期投资额", Some(Field::Phase1Value));
        check("", "固定资产投资额", Some(Field::FixedInvest));
        check("", "注册资本金", Some(Field::RegisteredCapital));
        check("投资情况", "总投资", Some(Field::ContractValue));
    }

    #[test]
    fn dates_and_ticks_follow_the_event() {
        check("开工时间", "计划", Some(Field::PlannedStart));
        check("开工时间", "实际", Some(Field::StartDate));
        check("计划时间", "开工", Some(Field::PlannedStart));
        check("", "拟开工日期", Some(Field::PlannedStart));
        check("", "预计动工", Some(Field::PlannedStart));
        check("", "计划投资", None);
        check("", "预计竣工时间", Some(Field::PlannedProduction));
        check("", "竣工投产时间", Some(Field::ProductionDate));
        check("", "签约日期", Some(Field::SignDate));
        check("项目进展(打√)", "开工", Some(Field::IsStarted));
        check("项目进展(打√)", "已投产", Some(Field::IsProduction));
        check("", "是否供地", Some(Field::IsLandSupplied));
        check("", "未开工原因", None);
    }
}
