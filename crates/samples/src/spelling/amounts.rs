//! Spellings of money (金额写法): numbers, texts with separators, amounts with their unit in the cell.

use model::amount_unit::AmountUnit;

use crate::book::Content;
use crate::line::printed;
use crate::spelling::spelled::Spelled;

/// How an amount is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum AmountShape {
    #[default]
    Number,
    /// A number typed as text.
    Text,
    /// `12,000` as text.
    Grouped,
    /// Full-width digits.
    FullWidth,
    /// `约5.2`.
    Approximate,
    /// The unit stands in the cell.
    WithUnit,
    /// The number format shows the unit.
    InFormat,
}

/// Shapes that a column with its unit above may hold.
pub(crate) const IN_COLUMN: [AmountShape; 5] = [
    AmountShape::Number,
    AmountShape::Number,
    AmountShape::Text,
    AmountShape::Grouped,
    AmountShape::FullWidth,
];

/// Shapes that single cells of such a column may have.
pub(crate) const ODD: [AmountShape; 4] =
    [AmountShape::Text, AmountShape::Grouped, AmountShape::FullWidth, AmountShape::Approximate];

/// Decimals that a unit is printed with.
const fn decimals(unit: AmountUnit) -> u32 {
    match unit.scale {
        100_000_000 => 4,
        1_000_000 => 2,
        _ => 0,
    }
}

/// Yuan in a unit and a shape.
pub(crate) fn spell_amount(yuan: i64, unit: AmountUnit, shape: AmountShape) -> Spelled {
    let unit = if shape == AmountShape::WithUnit { natural_unit(yuan) } else { unit };
    let (text, value) = printed(yuan, unit, decimals(unit));
    let value = value.to_string();
    match shape {
        AmountShape::Approximate if yuan == 0 => Spelled::number(0.0, value),
        AmountShape::Number => Spelled::number(text.parse().unwrap_or_default(), value),
        AmountShape::Text => Spelled::text(text, value),
        AmountShape::Grouped => Spelled::text(grouped(&text), value),
        AmountShape::FullWidth => Spelled::text(full_width(&text), value),
        AmountShape::Approximate => Spelled::text(format!("约{text}"), value),
        AmountShape::WithUnit => Spelled::text(format!("{text}{unit}"), value),
        AmountShape::InFormat => {
            Spelled { content: Content::Shaped(text.parse().unwrap_or_default(), number_format(unit)), value }
        }
    }
}

/// The number format that shows the unit.
pub(crate) const fn number_format(unit: AmountUnit) -> &'static str {
    match unit.scale {
        100_000_000 => "0.00##\"亿元\"",
        1_000_000 => "0.00\"百万元\"",
        10_000 => "#,##0\"万元\"",
        _ => "#,##0\"元\"",
    }
}

/// 亿元 from one of them on, 万元 below.
const fn natural_unit(yuan: i64) -> AmountUnit {
    if yuan.abs() >= AmountUnit::YI.scale { AmountUnit::YI } else { AmountUnit::WAN }
}

fn grouped(text: &str) -> String {
    let (whole, fraction) = text.split_once('.').map_or((text, ""), |(whole, fraction)| (whole, fraction));
    let length = whole.chars().count();
    let mut parted = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (length - place).is_multiple_of(3) && !parted.ends_with('-') {
            parted.push(',');
        }
        parted.push(digit);
    }
    if fraction.is_empty() { parted } else { format!("{parted}.{fraction}") }
}

fn full_width(text: &str) -> String {
    let wide = |letter: char| match letter {
        '0'..='9' => char::from_u32(letter as u32 - '0' as u32 + '０' as u32).unwrap_or(letter),
        '.' => '．',
        other => other,
    };
    text.chars().map(wide).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(yuan: i64, unit: AmountUnit, shape: AmountShape, raw: &str) {
        let spelled = spell_amount(yuan, unit, shape);
        assert_eq!((spelled.content.raw(), spelled.value), (raw.to_owned(), yuan.to_string()));
    }

    #[test]
    fn amounts_are_spelled_in_each_shape() {
        check(1_234_560_000, AmountUnit::WAN, AmountShape::Grouped, "123,456");
        check(1_234_560_000, AmountUnit::YI, AmountShape::Number, "12.3456");
        check(120_000_000, AmountUnit::WAN, AmountShape::FullWidth, "１２０００");
        check(520_000_000, AmountUnit::WAN, AmountShape::WithUnit, "5.2亿元");
        check(93_000_000, AmountUnit::YI, AmountShape::WithUnit, "9300万元");
    }
}
