//! The rows of a sheet by role, for people (行的角色): which are title, header, projects, totals.

use pipeline::check::checked::RowBand;
use unicode_width::UnicodeWidthStr;

use crate::check_view::check_words::role_word;
use crate::options::Lang;

/// Columns of a line of rows by role.
const WIDEST: usize = 100;

/// Bands of rows that are shown one after the other.
const MOST_BANDS: usize = 8;

/// Ranges of rows that are named for one role.
const MOST_RANGES: usize = 8;

/// The rows by role, as many on a line as there is room for.
pub(crate) fn bands_lines(bands: &[RowBand], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in bands_texts(bands, lang) {
        match lines.last_mut().filter(|line| line.width() + 3 + text.width() <= WIDEST) {
            Some(line) => line.push_str(&format!(" · {text}")),
            None => lines.push(format!("  {text}")),
        }
    }
    lines
}

/// Rows one after the other; where they change often, role by role.
fn bands_texts(bands: &[RowBand], lang: Lang) -> Vec<String> {
    if bands.len() <= MOST_BANDS {
        return bands.iter().map(|band| band_text(&[band], lang)).collect();
    }
    let mut roles: Vec<Vec<&RowBand>> = Vec::new();
    for band in bands {
        match roles.iter_mut().find(|known| known.first().is_some_and(|first| first.role == band.role)) {
            Some(known) => known.push(band),
            None => roles.push(vec![band]),
        }
    }
    roles.iter().map(|bands| band_text(bands, lang)).collect()
}

/// The rows of one role.
fn band_text(bands: &[&RowBand], lang: Lang) -> String {
    let range = |band: &&RowBand| match band.first == band.last {
        true => band.first.to_string(),
        false => format!("{}–{}", band.first, band.last),
    };
    let more = if bands.len() > MOST_RANGES { " …" } else { "" };
    let ranges = bands.iter().take(MOST_RANGES).map(range).collect::<Vec<_>>();
    let ranges = format!("{}{more}", ranges.join(lang.pick("、", ", ")));
    let role = role_word(bands.first().map_or("", |band| band.role.as_str()), lang);
    let count = match (bands.iter().map(|band| band.n_records).sum::<usize>(), lang) {
        (0, _) => String::new(),
        (n, Lang::Zh) => format!("（{n} 个）"),
        (n, Lang::En) => format!(" ({n})"),
    };
    match lang {
        Lang::Zh => format!("第{ranges}行 {role}{count}"),
        Lang::En => format!("row {ranges} {role}{count}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(role: &str, first: u32, last: u32, n_records: usize) -> RowBand {
        RowBand { role: role.to_owned(), first, last, n_records }
    }

    #[test]
    fn rows_are_told_in_order_or_by_role() {
        let few = [band("title", 1, 1, 0), band("header", 3, 4, 0), band("data", 5, 28, 23)];
        assert_eq!(bands_lines(&few, Lang::Zh), ["  第1行 标题 · 第3–4行 表头 · 第5–28行 项目（23 个）"]);
        let many: Vec<RowBand> = (0..5)
            .flat_map(|n| [band("group", 2 * n + 1, 2 * n + 1, 0), band("data", 2 * n + 2, 2 * n + 2, 1)])
            .collect();
        assert_eq!(
            bands_lines(&many, Lang::Zh),
            ["  第1、3、5、7、9行 分组 · 第2、4、6、8、10行 项目（5 个）"]
        );
    }
}
