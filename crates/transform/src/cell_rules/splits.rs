//! Remarks that say of which project another one was split off (拆分).

use crate::cell_rules::project_names::{normalize_name, phase_of};
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

/// A name without the brackets at its end, and what they hold: `…基地（研发中心）项目` is a part of `…基地项目`,
/// `…基地项目（含…）` the same project with another one taken in. Missing: the name ends in no brackets, or in a phase.
pub fn bracketed_part(name: &str) -> Option<(String, String)> {
    let name = normalize_name(name);
    let (base, inner) = name.strip_suffix(')')?.rsplit_once('(')?;
    let is_phase = phase_of(inner).is_some();
    let long_enough = base.chars().count() >= 4 && inner.chars().count() >= 2;
    (long_enough && !is_phase).then(|| (base.to_owned(), inner.to_owned()))
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

    #[test]
    fn brackets_at_the_end_name_a_part() {
        let part = |name| bracketed_part(name).map(|(_, inner)| inner);
        assert_eq!(part("朔禾电子级玻纤生产基地（研发中心）项目").as_deref(), Some("研发中心"));
        assert_eq!(part("朔禾电子级玻纤项目（含珩川项目）").as_deref(), Some("含珩川项目"));
        assert_eq!(part("朔禾电子级玻纤项目（二期）"), None);
        assert_eq!(part("朔禾电子级玻纤项目"), None);
    }
}
