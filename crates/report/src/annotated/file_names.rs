//! What the files that go back are called (返回文件名).

use crate::lang::Lang;

/// Longer names are refused by some systems.
const LONGEST: usize = 80;

/// `北碚7月-批注.xlsx` for `202307/北碚7月.xlsx`; a file of another kind says which, so that no two get one name.
pub(crate) fn annotated_name(file: &str, ending: &str, lang: Lang) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let (stem, sent_as) = match name.rsplit_once('.') {
        Some((stem, sent_as)) if !stem.is_empty() => (stem, sent_as.to_lowercase()),
        _ => (name, String::new()),
    };
    let stem = plain(stem);
    let kind = if sent_as == ending || sent_as.is_empty() { String::new() } else { plain(&sent_as) };
    match (lang, kind.as_str()) {
        (Lang::Zh, "") => format!("{stem}-批注.{ending}"),
        (Lang::Zh, kind) => format!("{stem}（原为{kind}）-批注.{ending}"),
        (Lang::En, "") => format!("{stem}-annotated.{ending}"),
        (Lang::En, kind) => format!("{stem}-was-{kind}-annotated.{ending}"),
    }
}

/// A name that every system takes.
pub(crate) fn plain(name: &str) -> String {
    let is_plain =
        |c: char| !c.is_control() && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let plain: String = name.chars().take(LONGEST).map(|c| if is_plain(c) { c } else { '_' }).collect();
    let plain = plain.trim_matches([' ', '.']);
    if plain.is_empty() { "_".to_owned() } else { plain.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_they_were() {
        let check =
            |file: &str, ending: &str, zh: &str| assert_eq!(annotated_name(file, ending, Lang::Zh), zh);
        check("202307/北碚.xlsx", "xlsx", "北碚-批注.xlsx");
        check("202307/北碚.XLSM", "xlsm", "北碚-批注.xlsm");
        check("202307/北碚.et", "xlsx", "北碚（原为et）-批注.xlsx");
        check("北碚", "xlsx", "北碚-批注.xlsx");
        check("../a:b\u{7}.xls", "xlsx", "a_b_（原为xls）-批注.xlsx");
        check(".xlsx", "xlsx", "xlsx-批注.xlsx");
        assert_eq!(annotated_name("a.xls", "xlsx", Lang::En), "a-was-xls-annotated.xlsx");
    }
}
