//! Simple formulas without a stored result (公式): sums and products of cells of the same sheet.

use crate::cell_rules::decimals::{Decimal, power_of_ten};
use crate::cell_rules::formula_tokens::{Token, tokens};

/// Deeper brackets and wider ranges than any formula of a return has.
const DEEPEST: u32 = 32;
const MOST_CELLS: u64 = 20_000;

/// What a formula gives. `cell` gives the number in a row and column, both from 1; `Some(0.0)` where the cell is
/// blank, nothing where it holds no number that is known: then the formula has no result either.
///
/// Reads `+ - * /`, brackets, `%`, and SUM, ROUND, ROUNDUP, ROUNDDOWN, ABS, MAX, MIN, AVERAGE, PRODUCT, N; exact for
/// decimals.
/// Missing: the formula uses another sheet, another function, or a cell without a number.
pub fn evaluate(formula: &str, cell: &dyn Fn(u32, u32) -> Option<f64>) -> Option<f64> {
    let tokens = tokens(formula)?;
    let mut reader = Reader { tokens: &tokens, next: 0, depth: 0, cells: 0, cell };
    let result = reader.sum()?;
    (reader.next == tokens.len() && !tokens.is_empty()).then(|| result.to_number())
}

struct Reader<'a> {
    tokens: &'a [Token],
    next: usize,
    depth: u32,
    cells: u64,
    cell: &'a dyn Fn(u32, u32) -> Option<f64>,
}

impl Reader<'_> {
    fn takes(&mut self, sign: char) -> bool {
        let found = self.tokens.get(self.next) == Some(&Token::Sign(sign));
        self.next += usize::from(found);
        found
    }

    fn sum(&mut self) -> Option<Decimal> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut sum = self.product()?;
        loop {
            if self.takes('+') {
                sum = sum.plus(self.product()?)?;
            } else if self.takes('-') {
                sum = sum.plus(self.product()?.negated())?;
            } else {
                self.depth -= 1;
                return Some(sum);
            }
        }
    }

    fn product(&mut self) -> Option<Decimal> {
        let mut product = self.factor()?;
        loop {
            if self.takes('*') {
                product = product.times(self.factor()?)?;
            } else if self.takes('/') {
                product = product.over(self.factor()?)?;
            } else {
                return Some(product);
            }
        }
    }

    fn factor(&mut self) -> Option<Decimal> {
        let mut negative = false;
        loop {
            if self.takes('-') {
                negative = !negative;
            } else if !self.takes('+') {
                break;
            }
        }
        let mut value = self.atom()?;
        while self.takes('%') {
            value = value.over(Decimal::whole(100))?;
        }
        Some(if negative { value.negated() } else { value })
    }

    fn atom(&mut self) -> Option<Decimal> {
        let token = self.tokens.get(self.next)?;
        self.next += 1;
        match token {
            Token::Number(number) => Some(*number),
            Token::Cell(row, col) => self.number_at(*row, *col),
            Token::Name(name) => self.call(name),
            Token::Sign('(') => {
                let value = self.sum()?;
                self.takes(')').then_some(value)
            }
            Token::Sign(_) => None,
        }
    }

    fn number_at(&mut self, row: u32, col: u32) -> Option<Decimal> {
        Decimal::from_number((self.cell)(row, col)?)
    }

    fn call(&mut self, name: &str) -> Option<Decimal> {
        let values = self.arguments()?;
        let places = || {
            values
                .get(1)
                .map_or(Some(0), |places| u32::try_from(places.digits).ok())
                .filter(|places| *places <= 12)
        };
        let first = || values.first().copied();
        match name {
            "SUM" => values.iter().try_fold(Decimal::whole(0), |sum, value| sum.plus(*value)),
            "PRODUCT" => values.iter().try_fold(Decimal::whole(1), |product, value| product.times(*value)),
            "AVERAGE" => {
                let sum = values.iter().try_fold(Decimal::whole(0), |sum, value| sum.plus(*value))?;
                sum.over(Decimal::whole(values.len() as i128))
            }
            "MAX" => values.iter().copied().reduce(|best, next| if less(best, next) { next } else { best }),
            "MIN" => values.iter().copied().reduce(|best, next| if less(next, best) { next } else { best }),
            "ABS" => first().map(|value| if value.digits < 0 { value.negated() } else { value }),
            "N" if values.len() == 1 => first(),
            "ROUND" => first()?.rounded(places()?),
            "ROUNDDOWN" => toward_zero(first()?, places()?, 0),
            "ROUNDUP" => toward_zero(first()?, places()?, 1),
            _ => None,
        }
    }

    /// The arguments of a function, ranges cell by cell.
    fn arguments(&mut self) -> Option<Vec<Decimal>> {
        if !self.takes('(') {
            return None;
        }
        let mut values = Vec::new();
        loop {
            match (self.tokens.get(self.next), self.tokens.get(self.next + 1), self.tokens.get(self.next + 2))
            {
                (Some(Token::Cell(top, left)), Some(Token::Sign(':')), Some(Token::Cell(bottom, right))) => {
                    self.next += 3;
                    self.range((*top, *left), (*bottom, *right), &mut values)?;
                }
                _ => values.push(self.sum()?),
            }
            if self.takes(')') {
                return Some(values);
            }
            if !self.takes(',') {
                return None;
            }
        }
    }

    fn range(&mut self, one: (u32, u32), other: (u32, u32), values: &mut Vec<Decimal>) -> Option<()> {
        let rows = one.0.min(other.0)..=one.0.max(other.0);
        let cols = one.1.min(other.1)..=one.1.max(other.1);
        let wide = u64::from(rows.end() - rows.start() + 1) * u64::from(cols.end() - cols.start() + 1);
        self.cells = self.cells.saturating_add(wide);
        if self.cells > MOST_CELLS {
            return None;
        }
        for row in rows {
            for col in cols.clone() {
                values.push(self.number_at(row, col)?);
            }
        }
        Some(())
    }
}

fn less(left: Decimal, right: Decimal) -> bool {
    left.plus(right.negated()).is_some_and(|difference| difference.digits < 0)
}

/// Cut off after so many places; `up` adds one to the last of them where something was cut.
fn toward_zero(value: Decimal, places: u32, up: i128) -> Option<Decimal> {
    if value.places <= places {
        return Some(value);
    }
    let divisor = power_of_ten(value.places - places)?;
    let cut = value.digits / divisor;
    let rest = if value.digits % divisor == 0 { 0 } else { up * value.digits.signum() };
    Some(Decimal { digits: cut + rest, places })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(formula: &str, expected: Option<f64>) {
        let cell = |row: u32, col: u32| match (row, col) {
            (8, 10) => Some(0.1),
            (8, 11) => Some(0.2),
            (9, _) => None,
            (5..=7, 8) => Some(f64::from(row)),
            _ => Some(0.0),
        };
        assert_eq!(evaluate(formula, &cell), expected, "{formula}");
    }

    #[test]
    fn sums_of_cells_are_exact() {
        check("=J8+K8", Some(0.3));
        check("=+$J$8+K8-1", Some(-0.7));
        check("=SUM(H5:H11)", None);
        check("=SUM(H5:H7,J8)", Some(18.1));
        check("=sum(h7:h5)", Some(18.0));
        check("=J8*10000", Some(1000.0));
        check("=(J8+K8)/3", Some(0.1));
        check("=ROUND(10/3,2)", Some(3.33));
        check("=ROUNDUP(10/3,1)", Some(3.4));
        check("=-J8", Some(-0.1));
        check("=50%", Some(0.5));
        check("of:=[.J8]+[.K8]", Some(0.3));
        check("of:=SUM([.H5:.H7];[.J8])", Some(18.1));
        check("=MAX(H5:H7)-MIN(H5:H7)", Some(2.0));
    }

    #[test]
    fn what_is_not_simple_has_no_result() {
        for formula in [
            "",
            "=",
            "=Sheet1!A1",
            "='表'!A1",
            "=VLOOKUP(A1,B:C,2,0)",
            "=A1&B1",
            "=\"5\"",
            "=J8+",
            "=(J8",
            "=J9+1",
            "=SUM(A1:XFD1048576)",
            "=1/0",
            "=J8>1",
            "=SUM()",
        ] {
            check(formula, None);
        }
        check(&format!("={}1{}", "(".repeat(500), ")".repeat(500)), None);
    }
}
