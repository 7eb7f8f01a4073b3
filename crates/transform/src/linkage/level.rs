//! How well two values agree: a level of a field's own scale, or nothing because one of them is missing.

/// How well two records agree in one field.
///
/// Shape: the place on the field's own scale, best first, so that 0 is the closest agreement and the last place is
/// plain difference. Missing: when either value is missing, which speaks neither for nor against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A value is missing on either side: says nothing.
    Missing,
    /// The place on the field's scale.
    At(u8),
}

/// The values are the same: the first place of every scale.
pub const EXACT: Level = Level::At(0);

/// The levels of one pair of records, one for each field, in the order of the fields.
pub type Pattern = Vec<Level>;

impl Level {
    /// The place on a scale of `n_levels`. A place beyond the scale is its last. Missing: for a missing value or an
    /// empty scale.
    pub fn place(self, n_levels: usize) -> Option<usize> {
        match self {
            Level::Missing => None,
            Level::At(place) => n_levels.checked_sub(1).map(|last| usize::from(place).min(last)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_never_leaves_its_scale() {
        let check = |level: Level, n_levels, expected| assert_eq!(level.place(n_levels), expected);
        check(EXACT, 3, Some(0));
        check(Level::At(2), 3, Some(2));
        check(Level::At(9), 3, Some(2));
        check(EXACT, 0, None);
        check(Level::Missing, 3, None);
    }
}
