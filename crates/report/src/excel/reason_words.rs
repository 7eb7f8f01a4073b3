//! Short names in words (原因说明): why there is no figure, and what a reader of a rank must know.

use crate::lang::Lang;

/// Name, Chinese, English.
const WORDS: [(&str, &str, &str); 16] = [
    ("excluded", "不参加排名", "not ranked"),
    ("one_project", "仅1个项目", "one project"),
    ("small_n", "不足5个项目", "fewer than five projects"),
    ("one_unit", "组内仅1个单位", "the only unit of its group"),
    ("overdispersed", "单位间差异超出偶然", "units differ more than by chance"),
    ("no_denominator", "分母为0", "nothing to divide by"),
    ("nothing_observed", "没有任何观察", "nothing was observed"),
    ("too_few_links", "链梯不足两个环节", "fewer than two links of the ladder"),
    ("several_spreads_missing", "链梯有不止一处离散度无法估计", "more than one spread is unknown"),
    ("cells_missing", "三角形内部有缺格", "cells are missing inside the triangle"),
    ("origins_share_an_age", "两届处于同一龄期", "two editions stand at the same age"),
    ("no_exposure", "没有大于0的合同额", "no contract value above 0"),
    ("empty_column", "某龄期尚无资金到位", "no capital had arrived at some age"),
    ("column_not_positive", "某龄期增量之和不大于0", "increments at one age are not above 0"),
    ("negative_value", "数值为负", "a value is negative"),
    (
        "coverage_grows",
        "早期龄期到位资金已知的项目较少",
        "fewer projects had a known capital at an earlier age",
    ),
];

/// What a short name means; an unknown one stands for itself.
pub fn reason_words(name: &str, lang: Lang) -> &str {
    let known = WORDS.iter().find(|(known, ..)| *known == name);
    known.map_or(name, |(_, zh, en)| lang.pick(zh, en))
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
