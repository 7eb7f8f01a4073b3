//! The month that a title or a sheet name speaks of (期间): only to tell copies of a sheet apart, and for the years of
//! month columns.

/// The last `2023年7月`, `2023.7`, `202307` of a text, counted as 12 · year + month; `7月` alone counts as month only.
pub fn last_month(text: &str) -> Option<i32> {
    let numbers = numbers_of(text);
    let dated =
        numbers.windows(2).filter(|pair| is_year(pair[0].0) && pair[0].1 && (1..=12).contains(&pair[1].0));
    let joined = numbers
        .iter()
        .filter(|(number, _)| (200_001..210_000).contains(number) && (1..=12).contains(&(number % 100)));
    let dated = dated
        .map(|pair| 12 * pair[0].0 + pair[1].0)
        .chain(joined.map(|(number, _)| 12 * (number / 100) + number % 100));
    dated.max().or_else(|| lone_month(text))
}

/// The last year that a text names beside a month, or at all.
pub fn last_year(text: &str) -> Option<i32> {
    if let Some(month) = last_month(text).filter(|month| *month > 12) {
        return Some((month - 1) / 12);
    }
    numbers_of(text).iter().map(|(number, _)| *number).filter(|number| is_year(*number)).max()
}

const fn is_year(number: i32) -> bool {
    1990 < number && number < 2100
}

fn lone_month(text: &str) -> Option<i32> {
    let (before, _) = text.rsplit_once('月')?;
    let digits: String =
        before.chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect();
    digits.parse().ok().filter(|month| (1..=12).contains(month))
}

/// Numbers of a text, each with whether another number follows right behind a mark of dates.
fn numbers_of(text: &str) -> Vec<(i32, bool)> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[start..].bytes().take_while(u8::is_ascii_digit).count();
        let behind = &rest[start + digits..];
        let mark = behind.chars().next();
        let joins = matches!(mark, Some('年' | '.' | '-' | '/'))
            && behind.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        if let Ok(number) = rest[start..start + digits].parse() {
            numbers.push((number, joins));
        }
        rest = behind;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_titles_are_found() {
        let month = |year: i32, month: i32| Some(12 * year + month);
        assert_eq!(last_month("2020—2022年智博会签约项目（截至2023年7月31日）"), month(2023, 7));
        assert_eq!(last_month("台账202302"), month(2023, 2));
        assert_eq!(last_month("截至2023.6"), month(2023, 6));
        assert_eq!(last_month("6月"), Some(6));
        assert_eq!(last_month("2021年智博会"), None);
        assert_eq!(last_year("2021年智博会"), Some(2021));
        assert_eq!(last_year("截至2023年7月"), Some(2023));
        assert_eq!(last_year("截至2023年12月"), Some(2023));
    }
}
