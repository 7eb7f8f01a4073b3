//! Why a set of rules is refused (规则错误).

/// Why `supervision_rules.csv` cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleError {
    /// The set has no rule.
    #[error("`supervision_rules.csv` has no set `{0}`")]
    NoSuchSet(String),
    /// Two rules have one id.
    #[error("rule `{0}` stands twice in its set")]
    Repeated(String),
    /// A word is none of those that are known.
    #[error("rule `{id}`: `{word}` is no known {kind}")]
    UnknownWord {
        /// The rule.
        id: String,
        /// What stands there.
        word: String,
        /// light, measure, op or number.
        kind: &'static str,
    },
    /// More rules than a month can remember.
    #[error("the set `{0}` has more than 64 rules")]
    TooMany(String),
}
