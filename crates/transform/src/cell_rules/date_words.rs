//! Words and signs around a date (时间前后的词): plan or fact, a time of day, digits that do not belong.

use crate::cell_rules::text::{missing_rule, spaced};

/// Words that make a date a plan.
pub const PLAN_WORDS: [&str; 14] = [
    "预计", "预期", "拟", "计划", "力争", "争取", "将", "有望", "目标", "准备", "暂定", "承诺", "确保", "待",
];
/// Words that deny.
const NEGATIONS: [&str; 5] = ["未", "没", "否", "无", "×"];

/// Words that say that something has happened, in a column of dates.
const FACT_WORDS: [&str; 16] = [
    "已", "是", "√", "✓", "✔", "开工", "动工", "投产", "在建", "竣工", "建成", "完工", "开业", "注册",
    "签约", "达产",
];

/// Words of a stage that tells neither whether it has happened nor when, in a column of dates.
const STAGE_WORDS: [&str; 14] = [
    "前期", "手续", "建设", "施工", "停工", "停建", "缓建", "终止", "装修", "进场", "设备", "落地", "审批",
    "推进",
];

/// Whether a plain text without a date is a stage instead: `正在办理前期手续`, `建设中`.
pub fn is_stage_words(text: &str) -> bool {
    !text.chars().any(|sign| sign.is_ascii_digit()) && STAGE_WORDS.iter().any(|word| text.contains(word))
}

/// What the words of a plain text without a date say: it has happened, or it has not.
pub fn said_by_words(text: &str) -> Option<bool> {
    if missing_rule(text).is_some() || text.chars().any(|sign| sign.is_ascii_digit()) {
        return None;
    }
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if holds(&NEGATIONS) || holds(&PLAN_WORDS) || text.contains("即将") {
        return Some(false);
    }
    holds(&FACT_WORDS).then_some(true)
}

/// The plain text without a time of day behind the date; a space between digits counts as a point.
pub fn date_text(text: &str) -> String {
    let mut text = spaced(text);
    if let Some(colon) = text.find(':') {
        let digits = text[..colon].bytes().rev().take_while(u8::is_ascii_digit).count();
        let before = text[..colon - digits].trim_end_matches(['上', '下', '午']);
        if (1..=2).contains(&digits) && before.ends_with([' ', 'T', '日']) {
            text.truncate(before.trim_end_matches([' ', 'T']).len());
        }
    }
    let signs: Vec<char> = text.chars().collect();
    let joined = signs.iter().enumerate().filter_map(|(at, sign)| {
        let digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
        match sign {
            ' ' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => Some('.'),
            ' ' => None,
            '。' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => Some('.'),
            other => Some(*other),
        }
    });
    with_points(&joined.collect::<String>())
}

/// The same date with points where one odd sign parts year, month and day: `2021—10—30`, `2021、8、23`, `2021·8·23`;
/// without points at its end.
fn with_points(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let Some(sign) = text.chars().find(|sign| "—–·•、_,".contains(*sign)) else {
        return text.to_owned();
    };
    let parts: Vec<&str> = text.split(sign).collect();
    let digits = |part: &&str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 && digits(year, 4) && digits(month, 2) && digits(day, 2) => {
            parts.join(".")
        }
        _ => text.to_owned(),
    }
}

/// Five digits typed as text: a day number.
pub fn serial_text(text: &str) -> Option<f64> {
    let number: f64 = text.strip_suffix(".0").unwrap_or(text).parse().ok()?;
    let whole = text.len() >= 5 && text[..5].bytes().all(|byte| byte.is_ascii_digit());
    (whole && (20_000.0..=60_000.0).contains(&number)).then_some(number)
}

/// A digit that touches the date belongs to something that was not understood.
pub fn touches_digits(before: &str, after: &str) -> bool {
    let after = after.trim_start_matches(['.', '-', '/']);
    before.ends_with(|sign: char| sign.is_ascii_digit() || sign == '.')
        || after.starts_with(|sign: char| sign.is_ascii_digit()) && after.len() < 3
}

/// Whether the words before and behind a date make it a plan.
pub fn is_planned(before: &str, after: &str) -> bool {
    let clause = before.rsplit([',', ';', '。']).next().unwrap_or(before);
    let fact = clause.contains('已');
    let behind = after.trim_start_matches(['左', '右']);
    let plan_before = PLAN_WORDS.iter().any(|word| clause.contains(word));
    let plan_behind = ["拟", "计划", "预计", "即将", "(预计)", "(计划)", "(拟)"]
        .iter()
        .any(|word| behind.starts_with(word));
    !fact && (plan_before || plan_behind || behind.starts_with('前') || behind.starts_with("之前"))
}

/// Whether the words between two dates make them the ends of a range.
pub fn is_range(between: &str) -> bool {
    matches!(between, "-" | "~" | "—" | "–" | "至" | "到" | "--")
}

/// How sure a date is that stands among other words, or is the first of several.
pub fn confidence(before: &str, after: &str, alone: bool) -> f64 {
    let words = before.chars().count() + after.chars().count();
    match (alone, words) {
        (true, 0..=4) => 1.0,
        (true, _) => 0.9,
        (false, _) => 0.7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_left_out() {
        let check = |text: &str, expected: &str| assert_eq!(date_text(text), expected, "{text}");
        check("2023-07-15 00:00:00", "2023-07-15");
        check("2019-06-28T00:00:00Z", "2019-06-28");
        check("2023年7月15日上午9:00", "2023年7月15日");
        check("2023 7 15", "2023.7.15");
        check("2023。7。15", "2023.7.15");
        check("2021—10—30", "2021.10.30");
        check("2021、8、23", "2021.8.23");
        check("2021·8·23", "2021.8.23");
        check("2020.9.15.", "2020.9.15");
        check("2021、2022年", "2021、2022年");
        check("开工时间:2023年7月", "开工时间:2023年7月");
    }
}
