//! Names of projects (项目名称) in one spelling, their phases and former names.

use crate::cell_rules::numbers::small_number_at;
use crate::cell_rules::text::{plain, simplified};

/// Remarks in brackets that are no part of a name.
const REMARKS: [&str; 14] = [
    "重点",
    "市级重点",
    "区级重点",
    "市重点",
    "新增",
    "续建",
    "新建",
    "更名",
    "已更名",
    "在建",
    "重大",
    "重点项目",
    "签约项目",
    "打捆",
];

/// The name in one spelling, to compare by: NFKC, no spaces, brackets alike, closing `项目` and marks dropped. A phase
/// at the end stays, as `(2期)`, however it is written.
pub fn normalize_name(text: &str) -> String {
    let plain_text = simplified(&plain(text)).to_uppercase();
    let mut name: String = plain_text.chars().filter_map(one_sign).collect();
    let mut phase = None;
    loop {
        let before = name.len();
        strip_end(&mut name);
        if phase.is_none()
            && let Some((number, start)) = closing_phase(&name)
        {
            phase = Some(number);
            name.truncate(start);
        }
        if name.len() == before {
            break;
        }
    }
    match phase {
        Some(number) => format!("{name}({number}期)"),
        None => name,
    }
}

/// A name as [`normalize_name`] gives it, without its phase: what the phases of one project share.
pub fn without_phase(text: &str) -> String {
    let name = normalize_name(text);
    let bare = name.strip_suffix("期)").and_then(|rest| rest.rsplit_once('(')).map(|(before, _)| before);
    bare.unwrap_or(&name).to_owned()
}

fn one_sign(sign: char) -> Option<char> {
    match sign {
        '[' | '【' | '〔' | '{' | '「' => Some('('),
        ']' | '】' | '〕' | '}' | '」' => Some(')'),
        '‐'..='―' | '−' | '─' | '~' => Some('-'),
        '“' | '”' | '"' | '‘' | '’' | '\'' | '·' | '•' | '・' | '★' | '☆' | '※' | '*' | '▲' | '△' | '《'
        | '》' => None,
        other => Some(other),
    }
}

/// Drops 项目, punctuation, and remarks in brackets from the end. A name is never emptied.
fn strip_end(name: &mut String) {
    let shorter = name.trim_end_matches(|sign: char| ",.;:。、#-".contains(sign)).len();
    if shorter > 0 {
        name.truncate(shorter);
    }
    if let Some(rest) = name.strip_suffix("项目").filter(|rest| !rest.is_empty()) {
        name.truncate(rest.len());
    }
    let remark = name
        .strip_suffix(')')
        .and_then(|inner| inner.rfind('(').map(|open| (open, inner[open + 1..].to_owned())));
    if let Some((open, inner)) = remark
        && open > 0
        && REMARKS.contains(&inner.as_str())
    {
        name.truncate(open);
    }
}

/// A phase at the end of a name, bracketed or not, and where it begins.
fn closing_phase(name: &str) -> Option<(u32, usize)> {
    let bare = name.strip_suffix(')').unwrap_or(name);
    let bracketed = bare.len() < name.len();
    let body = bare.strip_suffix("工程").unwrap_or(bare).strip_suffix('期')?;
    let start = body.char_indices().rev().take_while(|(_, sign)| is_number_sign(*sign)).last()?.0;
    let number = phase_number(&body[start..])?;
    let before = body[..start].strip_suffix('第').unwrap_or(&body[..start]);
    let before = if bracketed { before.strip_suffix('(')? } else { before };
    (!before.is_empty()).then_some((number, before.len()))
}

fn is_number_sign(sign: char) -> bool {
    sign.is_ascii_digit() || "一二三四五六七八九十首I".contains(sign)
}

fn phase_number(text: &str) -> Option<u32> {
    match text {
        "首" | "I" => Some(1),
        "II" => Some(2),
        "III" => Some(3),
        _ => small_number_at(text).filter(|(_, length)| *length == text.len()).map(|(number, _)| number),
    }
    .filter(|number| (1..=20).contains(number))
}

/// The phase that a name speaks of: 2 for `二期`. Missing: it names none, or several.
pub fn phase_of(text: &str) -> Option<u32> {
    let name = plain(text).to_uppercase();
    let mut phases = name.match_indices('期').filter_map(|(end, _)| {
        let before = &name[..end];
        let start = before.char_indices().rev().take_while(|(_, sign)| is_number_sign(*sign)).last()?.0;
        phase_number(&before[start..])
    });
    let first = phases.next()?;
    phases.all(|other| other == first).then_some(first)
}

/// The former name that a note gives (原名…, 由…更名为…). Missing: it gives none, or speaks of a split.
pub fn renamed_from(note: &str) -> Option<String> {
    let note = plain(note);
    if note.contains("拆分") || note.contains("合同额由") {
        return None;
    }
    for lead in ["原项目名称", "原项目名", "原名称", "原名", "曾用名", "由原", "原为", "原:"]
    {
        if let Some(at) = note.find(lead) {
            return quoted_or_clause(&note[at + lead.len()..]);
        }
    }
    let renamed = note.find("更名")?;
    let before = &note[..renamed];
    let start = before.rfind(['由', '原', '从']).map_or(0, |at| at + '由'.len_utf8());
    quoted_or_clause(&before[start..])
}

/// The new name that a note gives (更名为…). Missing: it gives none.
pub fn renamed_to(note: &str) -> Option<String> {
    let note = plain(note);
    let lead = ["更名为", "变更为", "现名"].iter().find_map(|word| Some(note.find(word)? + word.len()))?;
    if note.contains("合同额") {
        return None;
    }
    quoted_or_clause(&note[lead..])
}

fn quoted_or_clause(text: &str) -> Option<String> {
    let text = text.trim_start_matches([':', '为', ',']);
    let quoted =
        |open: char, close: char| text.strip_prefix(open)?.split_once(close).map(|(inside, _)| inside);
    let name = [('“', '”'), ('"', '"'), ('《', '》'), ('「', '」'), ('(', ')')]
        .into_iter()
        .find_map(|(open, close)| quoted(open, close));
    let clause = || text.split([',', ';', '。', '(', ')']).next().unwrap_or(text).split("更名").next();
    let name =
        name.or_else(clause)?.trim_end_matches(['已', '现', '于']).trim_matches(['“', '”', '"'].as_slice());
    (name.chars().count() >= 4).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelled_alike() {
        let check = |text: &str, expected: &str| assert_eq!(normalize_name(text), expected, "{text}");
        check("玄睿线控底盘生产基地项目", "玄睿线控底盘生产基地");
        check("砺川车规芯片\n设计生产基地二期项目", "砺川车规芯片设计生产基地(2期)");
        check("砺川车规芯片设计生产基地项目（二期）", "砺川车规芯片设计生产基地(2期)");
        check("珞穹信创软件产业园区域总部项目（市级重点）", "珞穹信创软件产业园区域总部");
        check("璟衡精密连接器产业园（生产基地）项目", "璟衡精密连接器产业园(生产基地)");
        check("AI视觉检测项目*", "AI视觉检测");
        check("★ai视觉检测", "AI视觉检测");
        check("長安智能網聯汽車項目", "长安智能网联汽车");
        check("项目", "项目");
        check("", "");
        check("二期", "二期");
    }

    #[test]
    fn phases_are_found() {
        let check = |text: &str, expected: Option<u32>| assert_eq!(phase_of(text), expected, "{text}");
        check("某某项目（一期）", Some(1));
        check("某某二期项目", Some(2));
        check("某某2期", Some(2));
        check("某某项目（第三期）", Some(3));
        check("某某一期、二期项目", None);
        check("长周期项目", None);
        check("2020年某某项目", None);
    }

    #[test]
    fn former_names_are_found() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(renamed_from(text).as_deref(), expected, "{text}")
        };
        check("原名：玄睿底盘基地项目", Some("玄睿底盘基地项目"));
        check("原“玄睿底盘基地项目”更名", Some("玄睿底盘基地项目"));
        check("由“玄睿底盘基地项目”更名为“玄睿线控底盘项目”", Some("玄睿底盘基地项目"));
        check("由玄睿底盘基地项目更名为玄睿线控底盘项目", Some("玄睿底盘基地项目"));
        check("（原：玄睿底盘基地项目）", Some("玄睿底盘基地项目"));
        check("原“砺穗云计算项目”拆分", None);
        check("更名为玄睿线控底盘项目", None);
        check("签订补充协议，合同额由88亿元调整为110亿元", None);
        assert_eq!(renamed_to("更名为玄睿线控底盘项目").as_deref(), Some("玄睿线控底盘项目"));
    }
}
