//! What two records are compared by: a field's name, its scale, and how its level is found.

use crate::linkage::level::{Level, Pattern};

/// The name and scale of a field, all that learning and scoring need of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldShape {
    /// What the field is called.
    pub name: &'static str,
    /// The names of its levels, the best first, plain difference last.
    pub levels: &'static [&'static str],
}

/// A field of records of type `R`.
#[derive(Debug, Clone, Copy)]
pub struct Field<R> {
    /// Name and scale.
    pub shape: FieldShape,
    /// The level of two records, a place on the scale. It must not depend on which record stands left.
    pub compare: fn(&R, &R) -> Level,
    /// The value whose commonness counts when two records agree exactly. Missing: when commonness is to be ignored.
    pub value: Option<fn(&R) -> Option<&str>>,
}

impl<R> Field<R> {
    /// A field whose values all count alike.
    pub const fn new(
        name: &'static str,
        levels: &'static [&'static str],
        compare: fn(&R, &R) -> Level,
    ) -> Field<R> {
        Field { shape: FieldShape { name, levels }, compare, value: None }
    }

    /// The same field, in which to agree on a rare value says more than to agree on a common one.
    pub const fn by_frequency(self, value: fn(&R) -> Option<&str>) -> Field<R> {
        Field { value: Some(value), ..self }
    }
}

/// The levels of two records, one for each field.
pub fn pattern_of<R>(fields: &[Field<R>], left: &R, right: &R) -> Pattern {
    fields.iter().map(|field| (field.compare)(left, right)).collect()
}

/// Names and scales of fields.
pub fn shapes_of<R>(fields: &[Field<R>]) -> Vec<FieldShape> {
    fields.iter().map(|field| field.shape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::comparisons::{SAME_OR_NOT, compare_exactly};
    use crate::linkage::level::EXACT;

    #[test]
    fn a_pattern_has_one_level_for_each_field() {
        type Row = (Option<&'static str>, Option<&'static str>);
        let fields: [Field<Row>; 2] = [
            Field::new("first", SAME_OR_NOT, |left, right| compare_exactly(left.0, right.0)),
            Field::new("second", SAME_OR_NOT, |left, right| compare_exactly(left.1, right.1)),
        ];
        let pattern = pattern_of(&fields, &(Some("a"), None), &(Some("a"), Some("b")));
        assert_eq!(pattern, [EXACT, Level::Missing]);
        assert_eq!(shapes_of(&fields)[1].name, "second");
    }
}
