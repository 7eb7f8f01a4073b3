//! Short names in words (原因说明): why there is no figure, and what a reader of a rank or a forecast must know.
//!
//! The names are those of the columns `note`; a test of the pipeline holds every reason of the analytics to its words here.

use crate::lang::Lang;

/// Name, Chinese, English.
const WORDS: [(&str, &str, &str); 39] = [
    ("excluded", "不参加排名", "not ranked"),
    ("one_project", "仅1个项目", "one project"),
    ("small_n", "不足5个项目", "fewer than five projects"),
    ("one_unit", "组内仅1个单位", "the only unit of its group"),
    ("overdispersed", "单位间差异超出偶然", "units differ more than by chance"),
    ("alike", "各项目情况相同", "all projects are alike"),
    ("dominated", "1个项目占合同额一半以上", "one project holds more than half of the contract value"),
    ("coverage_grows", "较早龄期资金已知的项目较少", "fewer projects had a known capital at earlier ages"),
    ("nothing_observed", "没有任何观察", "nothing was observed"),
    ("not_a_number", "数值不是有限数", "a value is not a finite number"),
    ("not_a_share", "比例不在 0 与 1 之间", "a share is not between 0 and 1"),
    ("inputs_disagree", "输入不配套", "the inputs do not belong together"),
    ("empty_column", "该龄期尚无资金到位", "no capital had arrived at that age"),
    ("column_not_positive", "某一龄期的增量之和不大于 0", "the increments at one age are not above 0"),
    ("volume_not_positive", "基数不大于 0", "a volume is not above 0"),
    ("too_few_links", "链梯不足两个环节", "fewer than two links of the ladder"),
    (
        "several_spreads_missing",
        "链梯有不止一处离散度无法估计",
        "more than one spread of the ladder is unknown",
    ),
    ("cells_missing", "三角形内部有缺格", "cells are missing inside the triangle"),
    ("origins_share_an_age", "两届处于同一龄期", "two cohorts stand at the same age"),
    ("days_unknown", "签约或开工只知到月，不知到日", "a day of signing or start is not known"),
    ("no_exposure", "没有大于 0 的合同额", "no contract value above 0"),
    ("negative_value", "数值为负", "a value is negative"),
    ("zero_total", "合计为 0", "the total is 0"),
    ("no_denominator", "分母为 0", "the denominator is 0"),
    ("more_hits_than_projects", "达成数多于项目数", "more hits than projects"),
    ("too_few_projects", "不足五个项目", "fewer than five projects"),
    ("too_few_periods", "期数不足以检验", "too few periods for a test"),
    ("no_spread", "数值全部相同", "all values are the same"),
    ("no_variation", "各组之间没有差异可检验", "nothing varies between the groups"),
    ("empty_group", "有一组没有项目", "nobody of a group was under observation"),
    ("one_group", "比较需要两组", "a comparison needs two groups"),
    (
        "exhausted",
        "有一组在后续项目进入观察前已全部发生事件",
        "a group was exhausted before others of it came under observation",
    ),
    ("beyond_follow_up", "超出最长观察期", "the time lies beyond the last exit"),
    ("no_time", "时间不是从 0 起的月数", "the time is not a number of months from 0 on"),
    ("nobody_left", "届时已全部发生事件", "all have had the event by then"),
    ("too_few_at_risk", "观察中的项目过少", "fewer under observation than were asked for"),
    ("not_converged", "最优解未获验证", "the optimum is not certified"),
    ("too_many_factors", "因素过多", "too many factors"),
    ("too_large", "数值过大，无法精确计数", "the numbers are too large to be counted exactly"),
];

/// What a short name means, Chinese and English; an unknown one stands for itself.
pub fn both_reason_words(name: &str) -> (&str, &str) {
    let known = WORDS.iter().find(|(known, ..)| *known == name);
    known.map_or((name, name), |(_, zh, en)| (*zh, *en))
}

/// What a short name means; an unknown one stands for itself.
pub fn reason_words(name: &str, lang: Lang) -> &str {
    let (zh, en) = both_reason_words(name);
    lang.pick(zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_names_have_words_and_others_stand_for_themselves() {
        assert_eq!(reason_words("too_few_links", Lang::Zh), "链梯不足两个环节");
        assert_eq!(reason_words("something_new", Lang::En), "something_new");
    }
}
