//! What the values of a column look like (抽样): codes, running numbers, dates, short words, long sentences.

use model::reading::Content;

use crate::grid::Grid;

/// A column is judged by so many values.
const MAX_VALUES: usize = 40;

/// Counts over the first values of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sample {
    n_values: usize,
    n_texts: usize,
    n_characters: usize,
    n_codes: usize,
    n_running: usize,
    n_dates: usize,
    n_ticks: usize,
    longest: usize,
}

/// Looks at the values of a column.
pub fn sample(grid: &Grid<'_>, col: u32, (first, last): (u32, u32)) -> Sample {
    let mut sample = Sample::default();
    let mut before = None;
    let contents =
        grid.rows_between(first, last).filter_map(|row| grid.cell(row, col)).map(|cell| &cell.content);
    for content in contents.take(MAX_VALUES) {
        sample.n_values += 1;
        let number = match content {
            Content::Number(number) => Some(*number),
            Content::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        sample.n_running +=
            usize::from(number.is_some_and(|number| before.is_none_or(|before: f64| number == before + 1.0)));
        before = number;
        sample.n_ticks += usize::from(is_tick(content));
        match content {
            Content::Date(..) => sample.n_dates += 1,
            Content::Text(text) => sample.take_text(text.trim(), number),
            _ => {}
        }
    }
    sample
}

/// A sign or a word that stands for yes or no.
fn is_tick(content: &Content) -> bool {
    match content {
        Content::Boolean(_) => true,
        Content::Number(number) => *number == 1.0 || *number == 0.0,
        Content::Text(text) => {
            let text = text.trim();
            text.chars().count() <= 2
                && "√✓✔☑☐□■●○×✗✘xXvVYNyn是否有无/-—".contains(text.chars().next().unwrap_or('x'))
        }
        _ => false,
    }
}

impl Sample {
    fn take_text(&mut self, text: &str, number: Option<f64>) {
        let n_characters = text.chars().count();
        self.n_texts += 1;
        self.n_characters += n_characters;
        self.longest = self.longest.max(n_characters);
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        let has_sign = text.bytes().any(|byte| byte.is_ascii_alphabetic() || byte == b'-');
        self.n_codes += usize::from(has_digit && has_sign && number.is_none() && n_characters >= 4);
        let starts_like_year = text.starts_with("20") && (6..=16).contains(&n_characters);
        self.n_dates += usize::from(starts_like_year && text.bytes().filter(u8::is_ascii_digit).count() >= 5);
    }

    /// Ticks and nothing else, or nothing at all.
    pub const fn is_ticks(&self) -> bool {
        self.n_ticks == self.n_values
    }

    /// `ZB2020-001`.
    pub fn looks_like_codes(&self) -> bool {
        self.n_codes * 2 > self.n_values
    }

    /// 1, 2, 3 …
    pub fn is_running(&self) -> bool {
        self.n_values > 0 && self.n_running * 3 >= self.n_values * 2
    }

    /// Dates, as cells or as texts.
    pub fn is_mostly_dates(&self) -> bool {
        self.n_dates > 0 && self.n_dates * 2 >= self.n_values
    }

    /// Sentences.
    pub fn is_long_text(&self) -> bool {
        self.n_texts > 0 && self.n_characters > 12 * self.n_texts
    }

    /// Words of a list.
    pub fn is_short_text(&self) -> bool {
        self.n_texts > 0 && self.n_characters <= 5 * self.n_texts && self.longest <= 10
    }
}
