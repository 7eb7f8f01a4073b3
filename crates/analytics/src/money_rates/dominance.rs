//! Whether one project is most of the money (单个项目占比过半): a rate of money then says little about the others.

use crate::money_parts::{MoneyPart, sums};

/// Whether one project holds more than half of the denominator. Its interval is then marked.
pub fn is_dominated_by_one(parts: &[MoneyPart]) -> bool {
    let largest = parts.iter().map(|part| part.denominator).fold(0.0, f64::max);
    2.0 * largest > sums(parts).denominator
}
