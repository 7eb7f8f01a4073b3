//! A plain text that remembers where each sign stood in the original (字符位置).

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A plain text and, for each of its bytes, the bytes of the original it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Positions {
    /// The text: full width put right, every kind of dash as `-`, no spaces but one between two digits.
    pub text: String,
    origins: Vec<Range<usize>>,
}

impl Positions {
    /// The plain form of a text.
    pub fn new(original: &str) -> Positions {
        let mut positions = Positions { text: String::new(), origins: Vec::new() };
        let mut gap: Option<Range<usize>> = None;
        for (at, sign) in original.char_indices() {
            let origin = at..at + sign.len_utf8();
            if sign.is_whitespace() {
                gap = Some(origin);
                continue;
            }
            for plain in sign.nfkc().map(one_dash) {
                let digits =
                    plain.is_ascii_digit() && positions.text.ends_with(|last: char| last.is_ascii_digit());
                if let Some(gap) = gap.take().filter(|_| digits) {
                    positions.push(' ', gap);
                }
                positions.push(plain, origin.clone());
            }
        }
        positions
    }

    fn push(&mut self, sign: char, origin: Range<usize>) {
        self.text.push(sign);
        self.origins.extend(std::iter::repeat_n(origin, sign.len_utf8()));
    }

    /// The bytes of the original that a range of the plain text came from.
    pub fn original(&self, place: &Range<usize>) -> Range<usize> {
        let first = self.origins.get(place.start).map_or(0, |origin| origin.start);
        let last =
            place.end.checked_sub(1).and_then(|end| self.origins.get(end)).map_or(first, |origin| origin.end);
        first..last.max(first)
    }
}

fn one_dash(sign: char) -> char {
    match sign {
        '‐'..='―' | '−' | '─' | '~' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_the_original() {
        let positions = Positions::new("截至 ２０２３ 年7月");
        assert_eq!(positions.text, "截至2023年7月");
        let place = positions.text.find("2023").map(|at| at..at + 4).unwrap();
        assert_eq!(positions.original(&place), 7..19);
        assert_eq!(Positions::new("2023.2 2020年").text, "2023.2 2020年");
    }
}
