//! Methods of the forecast, and why one gives no figure (预测方法与缺数原因), in words.

/// The name of a method, Chinese and English; an unknown one stands for itself.
pub fn method_words(method: &str) -> (&str, &str) {
    match method {
        "chain_ladder" => ("链梯法", "chain ladder"),
        "bornhuetter_ferguson" => ("博恩休特－弗格森法", "Bornhuetter–Ferguson"),
        "cape_cod" => ("开普科德法", "Cape Cod"),
        "mack" => ("链梯法（马克误差）", "chain ladder with Mack's error"),
        "odp" => ("过度离散泊松", "over-dispersed Poisson"),
        other => (other, other),
    }
}

/// A remark of the forecast, Chinese and English; an unknown one stands for itself.
pub fn remark_words(code: &str) -> (&str, &str) {
    match code {
        "too_few_links" => ("可比的届次不足两届，无法外推", "too few editions to extrapolate from"),
        "coverage_grows" => {
            ("较早龄期资金已知的项目较少", "fewer projects had a known capital at earlier ages")
        }
        "cells_missing" => ("较早龄期缺数", "cells are missing at earlier ages"),
        "several_spreads_missing" => ("离散度无法估计", "the spread cannot be estimated"),
        "no_exposure" => ("没有大于0的合同额", "no contract value above 0"),
        "nothing_observed" => ("没有任何观察", "nothing was observed"),
        "empty_column" => ("该龄期尚无资金到位", "no capital had arrived at that age"),
        "volume_not_positive" => ("基数不大于0", "a volume is not above 0"),
        "column_not_positive" => ("某一龄期的增量之和不大于0", "the increments at one age are not above 0"),
        "origins_share_an_age" => ("两届处于同一龄期", "two editions stand at the same age"),
        "negative_value" => ("数值为负", "a value is negative"),
        "no_denominator" => ("分母为0", "the denominator is 0"),
        other => (other, other),
    }
}
