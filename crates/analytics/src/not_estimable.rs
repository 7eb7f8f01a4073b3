//! Why a figure cannot be estimated (无法估计的原因): said in place of a number, never NaN, never a guess.

use std::fmt;

/// Declares every reason once: what it means, its short name, its sentence in English and in Chinese.
macro_rules! reasons {
    ($( $(#[doc = $doc:literal])+ $reason:ident, $code:literal, $en:literal, $zh:literal; )+) => {
        /// Why there is no number. Every result that can fail to exist is a `Result<_, NotEstimable>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum NotEstimable { $( $(#[doc = $doc])+ $reason, )+ }

        impl NotEstimable {
            /// Every reason.
            pub const ALL: &[NotEstimable] = &[ $(NotEstimable::$reason),+ ];

            /// Short name, English, Chinese.
            fn words(self) -> (&'static str, &'static str, &'static str) {
                match self { $(Self::$reason => ($code, $en, $zh),)+ }
            }
        }
    };
}

reasons! {
    /// Nothing was observed at all: no project, no interval, no capital.
    NothingObserved, "nothing_observed", "nothing was observed", "没有任何观察";
    /// A value is not a finite number.
    NotANumber, "not_a_number", "a value is not a finite number", "数值不是有限数";
    /// A share that must lie between 0 and 1 does not.
    NotAShare, "not_a_share", "a share is not between 0 and 1", "比例不在 0 与 1 之间";
    /// Two lists that belong together have different lengths, a cell was given twice, or a group is not there.
    InputsDisagree, "inputs_disagree", "the inputs do not belong together", "输入不配套";
    /// The column of the triangle has no capital yet, so that no ratio starts from it.
    EmptyColumn, "empty_column", "no capital had arrived at that age", "该龄期尚无资金到位";
    /// The increments of a column of the triangle sum to less than nothing, or to nothing.
    ColumnNotPositive, "column_not_positive", "the increments at one age are not above 0", "某一龄期的增量之和不大于 0";
    /// A volume that must be above 0 is not.
    VolumeNotPositive, "volume_not_positive", "a volume is not above 0", "基数不大于 0";
    /// One link of the ladder or none: a spread needs two.
    TooFewLinks, "too_few_links", "fewer than two links of the ladder", "链梯不足两个环节";
    /// More than one spread of the ladder cannot be estimated; there is no agreed rule for that.
    SeveralSpreadsMissing, "several_spreads_missing", "more than one spread of the ladder is unknown", "链梯有不止一处离散度无法估计";
    /// Cells are missing inside the triangle.
    CellsMissing, "cells_missing", "cells are missing inside the triangle", "三角形内部有缺格";
    /// Two origins stand at the same age, so that a further step is not one diagonal.
    OriginsShareAnAge, "origins_share_an_age", "two cohorts stand at the same age", "两届处于同一龄期";
    /// A day of signing or of start is not known, only a month.
    DaysUnknown, "days_unknown", "a day of signing or start is not known", "签约或开工只知到月，不知到日";
    /// No exposure: the contract value is missing, 0 or negative.
    NoExposure, "no_exposure", "no contract value above 0", "没有大于 0 的合同额";
    /// A negative value where the method takes none.
    NegativeValue, "negative_value", "a value is negative", "数值为负";
    /// The total is 0, so that there are no shares and no ratio.
    ZeroTotal, "zero_total", "the total is 0", "合计为 0";
    /// The denominator is 0.
    NoDenominator, "no_denominator", "the denominator is 0", "分母为 0";
    /// More hits than there are projects.
    MoreHitsThanProjects, "more_hits_than_projects", "more hits than projects", "达成数多于项目数";
    /// Fewer than five projects or units.
    TooFewProjects, "too_few_projects", "fewer than five projects", "不足五个项目";
    /// Fewer periods than the test needs.
    TooFewPeriods, "too_few_periods", "too few periods for a test", "期数不足以检验";
    /// All values are the same, so that there is no spread or no scale.
    NoSpread, "no_spread", "all values are the same", "数值全部相同";
    /// All projects of both sides agree, or no event fell while two groups were under observation: the variance is 0.
    NoVariation, "no_variation", "nothing varies between the groups", "各组之间没有差异可检验";
    /// A group holds nobody who was under observation.
    EmptyGroup, "empty_group", "nobody of a group was under observation", "有一组没有项目";
    /// A comparison needs two groups.
    OneGroup, "one_group", "a comparison needs two groups", "比较需要两组";
    /// All of a group had had an event before others of it came under observation.
    Exhausted, "exhausted", "a group was exhausted before others of it came under observation", "有一组在后续项目进入观察前已全部发生事件";
    /// The curve does not reach so far and is not 0.
    BeyondFollowUp, "beyond_follow_up", "the time lies beyond the last exit", "超出最长观察期";
    /// The time asked for is not a number of months from 0 on.
    NoTime, "no_time", "the time is not a number of months from 0 on", "时间不是从 0 起的月数";
    /// All have had the event by then, so that nothing can be said of those who have not.
    NobodyLeft, "nobody_left", "all have had the event by then", "届时已全部发生事件";
    /// Fewer under observation than were asked for.
    TooFewAtRisk, "too_few_at_risk", "fewer under observation than were asked for", "观察中的项目过少";
    /// The optimum was not certified.
    NotConverged, "not_converged", "the optimum is not certified", "最优解未获验证";
    /// More factors than can be taken through all their orders.
    TooManyFactors, "too_many_factors", "too many factors", "因素过多";
    /// The numbers are too large to be counted exactly.
    TooLarge, "too_large", "the numbers are too large to be counted exactly", "数值过大，无法精确计数";
}

impl NotEstimable {
    /// The short name that a dataset keeps in its column `note`.
    pub fn code(self) -> &'static str {
        self.words().0
    }

    /// The sentence in Chinese; [`fmt::Display`] gives the English one.
    pub fn zh(self) -> &'static str {
        self.words().2
    }

    /// The reason with this short name.
    pub fn with_code(code: &str) -> Option<NotEstimable> {
        Self::ALL.iter().copied().find(|reason| reason.code() == code)
    }
}

impl fmt::Display for NotEstimable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.words().1)
    }
}

impl std::error::Error for NotEstimable {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_a_short_name_and_a_sentence_in_both_languages() {
        assert_eq!(NotEstimable::TooFewLinks.to_string(), "fewer than two links of the ladder");
        assert_eq!(NotEstimable::TooFewLinks.code(), "too_few_links");
        assert_eq!(NotEstimable::TooFewLinks.zh(), "链梯不足两个环节");
    }

    #[test]
    fn short_names_are_unique() {
        for reason in NotEstimable::ALL {
            assert_eq!(NotEstimable::with_code(reason.code()), Some(*reason));
            assert!(!reason.zh().is_empty() && !reason.zh().is_ascii());
        }
        assert_eq!(NotEstimable::with_code("no such reason"), None);
    }
}
