//! Where a cell stands (单元格地址): `H12`, as Excel shows it.

use std::fmt;
use std::str::FromStr;

/// Row and column of one cell, both 1-based as Excel shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    /// 1 is the first row.
    pub row: u32,
    /// 1 is column A.
    pub col: u32,
}

/// A text that is no cell address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a cell address such as H12")]
pub struct NotAnAddress(String);

impl CellAddress {
    /// The cell in this row and column, both from 1.
    pub const fn new(row: u32, col: u32) -> CellAddress {
        CellAddress { row, col }
    }
}

/// The letters of a column: 1 is `A`, 27 is `AA`.
pub fn column_letters(col: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = col;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl fmt::Display for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.col), self.row)
    }
}

impl FromStr for CellAddress {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<CellAddress, NotAnAddress> {
        let refuse = || NotAnAddress(text.to_owned());
        let split = text.find(|c: char| c.is_ascii_digit()).ok_or_else(refuse)?;
        let (letters, digits) = text.split_at(split);
        if letters.is_empty() || letters.len() > 3 {
            return Err(refuse());
        }
        let mut col = 0;
        for letter in letters.chars() {
            let upper = letter.to_ascii_uppercase();
            if !upper.is_ascii_uppercase() {
                return Err(refuse());
            }
            col = col * 26 + (upper as u32 - 'A' as u32 + 1);
        }
        let row: u32 = digits.parse().map_err(|_| refuse())?;
        if row == 0 { Err(refuse()) } else { Ok(CellAddress { row, col }) }
    }
}

/// A rectangle of cells, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Area {
    /// Upper left cell.
    pub first: CellAddress,
    /// Lower right cell.
    pub last: CellAddress,
}

impl Area {
    /// The rectangle between two cells.
    pub const fn new(first: CellAddress, last: CellAddress) -> Area {
        Area { first, last }
    }

    /// Whether a cell lies inside.
    pub fn contains(&self, row: u32, col: u32) -> bool {
        (self.first.row..=self.last.row).contains(&row) && (self.first.col..=self.last.col).contains(&col)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}:{}", self.first, self.last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, row: u32, col: u32) {
        let address: CellAddress = text.parse().unwrap();
        assert_eq!(address, CellAddress::new(row, col));
        assert_eq!(address.to_string(), text);
    }

    #[test]
    fn addresses_are_read_and_shown() {
        check("A1", 1, 1);
        check("Z9", 9, 26);
        check("AA10", 10, 27);
        check("XFD1048576", 1_048_576, 16_384);
        for wrong in ["", "12", "A0", "1A", "ABCD1", "A-1"] {
            assert!(wrong.parse::<CellAddress>().is_err(), "{wrong}");
        }
    }
}
