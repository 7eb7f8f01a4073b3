//! Methods of the capital forecast in words (预测方法名称).

use crate::lang::Lang;

/// The methods in the order in which they are read: name, Chinese, English.
const WORDS: [(&str, &str, &str); 10] = [
    ("chain_ladder", "链梯法", "chain ladder"),
    ("mack", "链梯法（马克误差）", "chain ladder with Mack's error"),
    ("ladder_newest", "最近两届链梯法", "chain ladder of the newest two links"),
    ("ladder_simple", "简单平均链梯法", "chain ladder of plain means"),
    ("ladder_regression", "回归链梯法", "chain ladder by regression"),
    ("bornhuetter_ferguson", "先验法（BF）", "Bornhuetter–Ferguson"),
    ("benktander", "本克坦德法", "Benktander"),
    ("cape_cod", "开普科德法", "Cape Cod"),
    ("odp", "过离散泊松", "over-dispersed Poisson"),
    ("odp_bootstrap", "过离散泊松自助法", "bootstrap of the over-dispersed Poisson"),
];

/// The place of a method among the others; unknown ones come last.
pub fn method_place(method: &str) -> usize {
    WORDS.iter().position(|(code, ..)| *code == method).unwrap_or(WORDS.len())
}

/// The name of a method, Chinese and English; an unknown one stands for itself.
pub fn both_method_words(method: &str) -> (&str, &str) {
    let known = WORDS.iter().find(|(known, ..)| *known == method);
    known.map_or((method, method), |(_, zh, en)| (*zh, *en))
}

/// The name of a method; an unknown one stands for itself.
pub fn method_words(method: &str, lang: Lang) -> &str {
    let (zh, en) = both_method_words(method);
    lang.pick(zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_have_names_in_both_languages() {
        assert_eq!(method_words("benktander", Lang::Zh), "本克坦德法");
        assert_eq!(method_words("a_new_one", Lang::En), "a_new_one");
    }
}
