//! Numbers that are no money (数量): running numbers and areas of land.

use model::reading::Content;

use crate::cell_rules::decimals::Decimal;
use crate::cell_rules::numbers::number_at;
use crate::cell_rules::text::{missing_rule, plain};

/// The running number of a row: `1`, `1.0`, `1、`, `①`, `（一）`. Missing: the cell holds none.
pub fn read_row_number(content: &Content) -> Option<u32> {
    match content {
        Content::Number(number) if number.fract() == 0.0 && (0.0..1e9).contains(number) => {
            Some(*number as u32)
        }
        Content::Text(text) => {
            let text = plain(text);
            let bare = text.trim_matches(|sign: char| "()[].、,。第号".contains(sign));
            let (number, length) = number_at(bare)?;
            let whole = number.places == 0 || number.to_number().fract() == 0.0;
            (length == bare.len() && whole).then(|| u32::try_from(number.to_number() as i64).ok()).flatten()
        }
        _ => None,
    }
}

/// A number with its unit of area, in 亩: `120`, `120亩`, `8公顷`, `80000㎡`. Missing: the cell holds none.
pub fn read_land(content: &Content) -> Option<f64> {
    let number = match content {
        Content::Number(number) => return Some(*number).filter(|number| number.is_finite()),
        Content::Text(text) => plain(text),
        _ => return None,
    };
    if missing_rule(&number).is_some() {
        return None;
    }
    let bare = number.trim_start_matches(['约', '近']);
    let (value, length) = number_at(bare)?;
    let factor = match bare[length..].trim_end_matches(['左', '右', '余']) {
        "" | "亩" => (1, 1),
        "公顷" | "HA" | "ha" => (15, 1),
        "平方米" | "平米" | "m2" | "平" | "M2" => (3, 2_000),
        "万平方米" | "万平" | "万m2" => (15, 1),
        "平方公里" | "km2" => (1_500, 1),
        _ => return None,
    };
    let (top, bottom) = factor;
    value.times(Decimal::whole(top))?.over(Decimal::whole(bottom)).map(Decimal::to_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_numbers_are_read() {
        let check = |text: &str, expected: Option<u32>| {
            assert_eq!(read_row_number(&Content::Text(text.to_owned())), expected, "{text}");
        };
        check("1", Some(1));
        check("1、", Some(1));
        check("①", Some(1));
        check("（十二）", Some(12));
        check("合计", None);
        check("1-1", None);
        assert_eq!(read_row_number(&Content::Number(3.0)), Some(3));
        assert_eq!(read_row_number(&Content::Number(3.5)), None);
    }

    #[test]
    fn land_is_read_in_mu() {
        let check = |text: &str, expected: Option<f64>| {
            assert_eq!(read_land(&Content::Text(text.to_owned())), expected, "{text}");
        };
        check("120亩", Some(120.0));
        check("约8公顷", Some(120.0));
        check("80000㎡", Some(120.0));
        check("120", Some(120.0));
        check("3栋", None);
        check("/", None);
    }
}
