//! Clauses of a progress text (分句): split, and told apart into facts, plans and denials.

/// How a clause speaks of what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// It has happened, or is the case.
    Fact,
    /// It is under way: 正在办理.
    Ongoing,
    /// It is planned, awaited or demanded.
    Plan,
    /// It has not happened.
    Denied,
}

/// A clause of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause<'a> {
    /// Its words.
    pub text: &'a str,
    /// It begins a sentence.
    pub begins_sentence: bool,
    /// It goes on with a list (、).
    pub continues_list: bool,
}

/// Words that set the mood of what stands behind them; the last one before a word decides.
const MARKERS: [(&str, Mood); 59] = [
    ("即可", Mood::Plan),
    ("方可", Mood::Plan),
    ("后可", Mood::Plan),
    ("尚未", Mood::Denied),
    ("暂未", Mood::Denied),
    ("仍未", Mood::Denied),
    ("还未", Mood::Denied),
    ("未能", Mood::Denied),
    ("未", Mood::Denied),
    ("没有", Mood::Denied),
    ("无法", Mood::Denied),
    ("不能", Mood::Denied),
    ("暂不", Mood::Denied),
    ("预计", Mood::Plan),
    ("预期", Mood::Plan),
    ("拟", Mood::Plan),
    ("计划", Mood::Plan),
    ("力争", Mood::Plan),
    ("争取", Mood::Plan),
    ("力促", Mood::Plan),
    ("即将", Mood::Plan),
    ("将", Mood::Plan),
    ("准备", Mood::Plan),
    ("筹备", Mood::Plan),
    ("有望", Mood::Plan),
    ("目标", Mood::Plan),
    ("确保", Mood::Plan),
    ("待", Mood::Plan),
    ("督促", Mood::Plan),
    ("敦促", Mood::Plan),
    ("推动", Mood::Plan),
    ("加快推进", Mood::Plan),
    ("促进", Mood::Plan),
    ("争取尽快", Mood::Plan),
    ("尽快", Mood::Plan),
    ("尽早", Mood::Plan),
    ("下一步", Mood::Plan),
    ("承诺", Mood::Plan),
    ("要求", Mood::Plan),
    ("需要", Mood::Plan),
    ("若", Mood::Plan),
    ("建议", Mood::Plan),
    ("协商", Mood::Plan),
    ("研究", Mood::Plan),
    ("申请", Mood::Plan),
    ("如期", Mood::Fact),
    ("按计划", Mood::Fact),
    ("正在", Mood::Ongoing),
    ("正抓紧", Mood::Ongoing),
    ("正加快", Mood::Ongoing),
    ("抓紧", Mood::Ongoing),
    ("开展", Mood::Ongoing),
    ("办理", Mood::Ongoing),
    ("编制", Mood::Ongoing),
    ("已", Mood::Fact),
    ("完成", Mood::Fact),
    ("取得", Mood::Fact),
    ("目前", Mood::Fact),
    ("现场", Mood::Fact),
];

/// Words directly behind a stage word that make it a plan, a condition or a topic.
const UNDONE_BEHIND: [&str; 10] =
    ["条件", "前", "准备", "时间", "计划", "手续", "事宜", "方案", "许可", "待定"];

/// The clauses of a plain text.
pub fn clauses(text: &str) -> Vec<Clause<'_>> {
    let mut clauses = Vec::new();
    let (mut start, mut begins_sentence, mut continues_list) = (0, true, false);
    let mut push = |part: &str, begins: bool, lists: bool, at: usize| {
        if !part.is_empty() {
            clauses.push((at, begins, lists, part.len()));
        }
    };
    for (at, sign) in text.char_indices() {
        if !",;。、!?()".contains(sign) || between_digits(text, at, sign) {
            continue;
        }
        push(&text[start..at], begins_sentence, continues_list, start);
        start = at + sign.len_utf8();
        begins_sentence = matches!(sign, '。' | ';' | '!' | '?');
        continues_list = sign == '、';
    }
    push(&text[start..], begins_sentence, continues_list, start);
    let clause = |(at, begins_sentence, continues_list, length)| Clause {
        text: &text[at..at + length],
        begins_sentence,
        continues_list,
    };
    clauses.into_iter().map(clause).collect()
}

fn between_digits(text: &str, at: usize, sign: char) -> bool {
    let digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    sign == ',' && digit(text[..at].chars().next_back()) && digit(text[at + 1..].chars().next())
}

/// The mood in which a clause speaks of the word at `start..end`; nothing when no marker says.
pub fn mood_at(clause: &str, start: usize, end: usize) -> Option<Mood> {
    let behind = &clause[end..];
    let marked = last_marker(&clause[..start]);
    if UNDONE_BEHIND.iter().any(|word| behind.starts_with(word)) && !behind.starts_with("前期") {
        return Some(Mood::Plan);
    }
    if behind.starts_with('后') && marked != Some(Mood::Fact) {
        return Some(Mood::Plan);
    }
    marked
}

/// The mood that the last marker of a text sets; of two that end together the longer one.
fn last_marker(text: &str) -> Option<Mood> {
    let ends = text.char_indices().flat_map(|(at, _)| {
        let here = MARKERS.iter().filter(move |(word, _)| text[at..].starts_with(word));
        here.map(move |(word, mood)| (at + word.len(), word.len(), *mood))
    });
    ends.max_by_key(|(end, length, _)| (*end, *length)).map(|(_, _, mood)| mood)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(clause: &str, word: &str, expected: Option<Mood>) {
        let start = clause.find(word).unwrap();
        assert_eq!(mood_at(clause, start, start + word.len()), expected, "{clause}");
    }

    #[test]
    fn texts_are_split() {
        let parts: Vec<&str> =
            clauses("一期已投产,二期在建。投资1,200万元").iter().map(|clause| clause.text).collect();
        assert_eq!(parts, ["一期已投产", "二期在建", "投资1,200万元"]);
    }

    #[test]
    fn the_last_marker_decides() {
        check("已于2023年7月正式开工", "开工", Some(Mood::Fact));
        check("预计2023年5月开工", "开工", Some(Mood::Plan));
        check("尚未开工", "开工", Some(Mood::Denied));
        check("按计划已开工", "开工", Some(Mood::Fact));
        check("具备开工条件", "开工", Some(Mood::Plan));
        check("投产后年产值10亿元", "投产", Some(Mood::Plan));
        check("项目于2023年1月开工", "开工", None);
        check("正在办理环评", "环评", Some(Mood::Ongoing));
        check("正在办理注册手续", "注册", Some(Mood::Plan));
    }
}
