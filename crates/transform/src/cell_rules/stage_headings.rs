//! Stages in headings (分组中的阶段): a sheet, a title or a group that is called after one stage, and legends of codes.

/// The word for a stage that the name of a sheet or the text of a group may be: without its numbering, its count and
/// words such as 项目.
pub fn heading_word(text: &str) -> String {
    let plain = crate::cell_rules::text::plain(text);
    let bare = plain.trim_start_matches(|sign: char| {
        sign.is_ascii_digit() || "一二三四五六七八九十()、.-表第部分类".contains(sign)
    });
    let union = bare.contains("含投产") || bare.contains("含已投产");
    let bare = bare.split('(').next().unwrap_or(bare);
    let bare = bare.trim_end_matches(|sign: char| sign.is_ascii_digit() || "个家项".contains(sign));
    let mut word = bare.trim_end_matches(['表', '类']);
    for ending in ["情况", "明细", "清单", "一览", "名单", "台账", "项目", "的"] {
        word = word.strip_suffix(ending).unwrap_or(word);
    }
    if union && word.ends_with("开工") { "开工投产".to_owned() } else { word.to_owned() }
}

/// The word that a code stands for in a legend: `4` in `项目阶段代码（1签约 2注册 3前期 4拿地）`.
pub fn word_of_code<'t>(legend: &'t str, code: &str) -> Option<&'t str> {
    if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut entries = legend.match_indices(code).filter_map(|(at, _)| {
        let touches = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
        let behind = &legend[at + code.len()..];
        if touches(legend[..at].chars().next_back()) || touches(behind.chars().next()) {
            return None;
        }
        let word = behind.trim_start_matches(['.', '、', '-', '—', ':', '：', '=', '．', ' ', '为']);
        let end = word.find(|sign: char| sign.is_ascii_digit() || " ,，;；、)）/\n\u{3000}".contains(sign));
        let word = &word[..end.unwrap_or(word.len())];
        (1..=6).contains(&word.chars().count()).then_some(word)
    });
    entries.next()
}

/// A status without the code before it: `6.建设中`, `06-在建`.
pub fn without_code(text: &str) -> &str {
    let text = text.trim();
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let separated = rest.trim_start_matches(['.', '、', '-', '．', ' ', ')', '）', ':', '：']);
    let has_code = rest.len() < text.len() && text.len() - rest.len() <= 2 && separated.len() < rest.len();
    if has_code && !separated.is_empty() { separated } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_stripped_to_the_stage() {
        let check = |text: &str, expected: &str| assert_eq!(heading_word(text), expected, "{text}");
        check("在建", "在建");
        check("一、已投产项目（12个）", "已投产");
        check("表二  未开工项目", "未开工");
        check("表一  已开工（含投产）项目", "开工投产");
        check("3.停工项目明细表", "停工");
        check("2021年智博会", "年智博会");
    }

    #[test]
    fn codes_are_told_by_a_legend() {
        let legend = "项目阶段代码（1签约 2注册 3前期 4拿地 5开工 10停工 11终止）";
        let check =
            |code: &str, expected: Option<&str>| assert_eq!(word_of_code(legend, code), expected, "{code}");
        check("4", Some("拿地"));
        check("1", Some("签约"));
        check("11", Some("终止"));
        check("9", None);
        check("在建", None);
        assert_eq!(without_code("6.建设中"), "建设中");
        assert_eq!(without_code("2023年开工"), "2023年开工");
        assert_eq!(without_code("4"), "4");
    }
}
