//! The lights (灯色), from none to the worst.

/// A light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Light {
    /// 不亮灯: in production or terminated.
    #[default]
    None,
    /// 绿灯: no rule says otherwise.
    Green,
    /// 黄灯.
    Yellow,
    /// 红灯.
    Red,
}

impl Light {
    /// The word in the dataset and in `supervision_rules.csv`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Light::None => "none",
            Light::Green => "green",
            Light::Yellow => "yellow",
            Light::Red => "red",
        }
    }

    /// The light that a rule names.
    pub fn of_rule(word: &str) -> Option<Light> {
        [Light::Green, Light::Yellow, Light::Red].into_iter().find(|light| light.as_str() == word)
    }
}
