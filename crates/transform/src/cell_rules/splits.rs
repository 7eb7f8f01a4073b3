//! Remarks that say of which project another one was split off (拆分).

use crate::cell_rules::text::plain;

/// The whole that a remark such as `原“…项目”拆分` or `由…项目拆分而来` names. Missing: it speaks of no split.
pub fn split_from(note: &str) -> Option<String> {
    let note = plain(note);
    let (before, _) = note.split_once("拆分")?;
    let quoted = ['“', '"', '《', '「', '『'].into_iter().find_map(|open| Some(before.rsplit_once(open)?.1));
    let clause = || before.rsplit([',', ';', '。', '，', '；']).next().unwrap_or(before);
    let name = quoted.unwrap_or_else(clause);
    let name = name.trim_start_matches(['原', '由', '从', '自', '为', '系']);
    let name = name.trim_end_matches(['中', '已', '进', '行', '”', '"', '》', '」', '』']);
    (name.chars().count() >= 4).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(note: &str, expected: Option<&str>) {
        assert_eq!(split_from(note).as_deref(), expected, "{note}");
    }

    #[test]
    fn the_whole_of_a_split_is_found() {
        check("原“昱湛笔电精密结构件智能制造基地项目”拆分", Some("昱湛笔电精密结构件智能制造基地项目"));
        check("由昱湛笔电精密结构件项目拆分而来", Some("昱湛笔电精密结构件项目"));
        check("2023年1月，从《甲乙丙芯片项目》中拆分", Some("甲乙丙芯片项目"));
        check("原名甲乙丙芯片项目", None);
        check("拆分", None);
    }
}
