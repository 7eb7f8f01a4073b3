//! One cell before it is drawn (单元格): what stands in it, how it looks, where it leads.

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing.
    Blank,
    /// A text, never a formula.
    Words(String),
    /// A number, as the text that the pipeline's rounding rule prints.
    Number(String),
    /// A formula, and the text or number that it gives.
    Formula {
        /// Without the sign in front.
        formula: String,
        /// What programs show that do not recompute.
        result: String,
    },
}

/// Where a text stands in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Words.
    Left,
    /// Marks and short words.
    Centre,
    /// Figures.
    Right,
}

/// The ground of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// White.
    Plain,
    /// 红灯, and what is missing.
    Red,
    /// 黄灯, and what came late.
    Yellow,
    /// 绿灯, and what is there.
    Green,
    /// What is not whole, and what helps a chart.
    Grey,
}

/// Another cell of the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The sheet.
    pub sheet: String,
    /// Row, from 0.
    pub row: u32,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub content: Content,
    /// Where it stands.
    pub place: Place,
    /// Number format, empty for none.
    pub pattern: String,
    /// The ground.
    pub ground: Ground,
    /// The cell belongs to a total.
    pub is_total: bool,
    /// Where a click leads.
    pub target: Option<Target>,
}

impl Cell {
    /// A cell with nothing in it.
    pub fn blank() -> Cell {
        Cell::of(Content::Blank, Place::Left)
    }

    /// Words.
    pub fn words(text: impl Into<String>) -> Cell {
        Cell::of(Content::Words(text.into()), Place::Left)
    }

    /// A short word in the middle.
    pub fn mark(text: impl Into<String>) -> Cell {
        Cell::of(Content::Words(text.into()), Place::Centre)
    }

    /// A printed number; nothing where the text is none, words where it is no number.
    pub fn number(printed: impl Into<String>) -> Cell {
        let printed = printed.into();
        let is_number = printed.parse::<f64>().is_ok_and(f64::is_finite);
        match printed.is_empty() {
            true => Cell::of(Content::Blank, Place::Right),
            false if is_number => Cell { pattern: pattern(&printed), ..Cell::numeric(printed) },
            false => Cell::of(Content::Words(printed), Place::Right),
        }
    }

    /// A count.
    pub fn count(count: impl Into<i64>) -> Cell {
        Cell::number(count.into().to_string())
    }

    /// A count, or nothing.
    pub fn count_or_blank(count: Option<impl Into<i64>>) -> Cell {
        count.map_or(Cell::of(Content::Blank, Place::Right), Cell::count)
    }

    /// A formula with the number or empty text that it gives.
    pub fn formula(formula: String, result: String) -> Cell {
        let pattern = pattern(&result);
        Cell { pattern, ..Cell::of(Content::Formula { formula, result }, Place::Right) }
    }

    /// The same with a link.
    pub fn leading_to(self, target: Option<Target>) -> Cell {
        Cell { target, ..self }
    }

    /// The same on another ground.
    pub fn on(self, ground: Ground) -> Cell {
        Cell { ground, ..self }
    }

    /// The same as part of a total.
    pub fn in_total(self, is_total: bool) -> Cell {
        Cell { is_total, ..self }
    }

    /// The same with a sign after the number.
    pub fn followed_by(self, sign: &str) -> Cell {
        let pattern = format!("{}\"{sign}\"", self.pattern);
        Cell { pattern, ..self }
    }

    /// The same, in groups of three digits.
    pub fn in_thousands(self) -> Cell {
        Cell { pattern: self.pattern.replacen('0', "#,##0", 1), ..self }
    }

    /// What a reader sees, nearly.
    pub fn shown(&self) -> &str {
        match &self.content {
            Content::Blank => "",
            Content::Words(text) | Content::Number(text) | Content::Formula { result: text, .. } => text,
        }
    }

    fn of(content: Content, place: Place) -> Cell {
        let pattern = String::new();
        Cell { content, place, pattern, ground: Ground::Plain, is_total: false, target: None }
    }

    fn numeric(printed: String) -> Cell {
        Cell::of(Content::Number(printed), Place::Right)
    }
}

/// As many decimals as the printed number has.
fn pattern(printed: &str) -> String {
    let decimals = printed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_decimals_and_other_texts_stay_texts() {
        let check = |printed: &str, pattern: &str| assert_eq!(Cell::number(printed).pattern, pattern);
        check("61.8", "0.0");
        check("207", "0");
        check("", "");
        check("nan", "");
        assert_eq!(Cell::number("75.0").followed_by("*").pattern, "0.0\"*\"");
        assert_eq!(Cell::count(1_234).in_thousands().pattern, "#,##0");
    }
}
