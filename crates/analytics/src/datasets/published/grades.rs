//! What a check says of a printed figure (结论).

use crate::audit::rounding::Rounding;

/// A grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// 相符.
    Exact,
    /// 舍入可解释: the usual rounding does not give it, cutting off or the rounding of parts does.
    Rounding,
    /// 部分可核: a part cannot be read.
    Partial,
    /// 不符.
    Error,
    /// 无法核对.
    Unknown,
}

impl Grade {
    /// The word in the dataset.
    pub const fn as_str(self) -> &'static str {
        match self {
            Grade::Exact => "exact",
            Grade::Rounding => "rounding",
            Grade::Partial => "partial",
            Grade::Error => "error",
            Grade::Unknown => "unknown",
        }
    }

    /// Rounding half up is what is expected.
    pub fn of_modes(modes: &[Rounding]) -> Grade {
        match modes {
            [] => Grade::Error,
            modes if modes.contains(&Rounding::HalfUp) => Grade::Exact,
            _ => Grade::Rounding,
        }
    }
}

/// The word for the modes under which a figure prints as it does.
pub fn word_of_modes(modes: &[Rounding]) -> Option<&'static str> {
    match modes {
        [] => None,
        [Rounding::HalfUp] => Some("half_up"),
        [Rounding::Truncation] => Some("truncation"),
        _ => Some("both"),
    }
}

/// What one check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The name of the check.
    pub check: &'static str,
    /// What arithmetic allows.
    pub possible: Option<String>,
    /// The nearest figure of the panels.
    pub computed: Option<String>,
    /// Printed less what it should be, in the unit of the figure.
    pub difference: Option<f64>,
    /// Definitions that reproduce it.
    pub definition: Option<String>,
    /// The vintage that does.
    pub known_at: Option<String>,
    /// The modes of rounding under which it holds.
    pub modes: Vec<Rounding>,
    /// The grade.
    pub grade: Grade,
}

impl Verdict {
    /// A check with a grade, and nothing else yet.
    pub fn new(check: &'static str, grade: Grade) -> Verdict {
        Verdict {
            check,
            possible: None,
            computed: None,
            difference: None,
            definition: None,
            known_at: None,
            modes: Vec::new(),
            grade,
        }
    }
}
