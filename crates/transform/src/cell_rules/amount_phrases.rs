//! What the words around the quantities of a cell say (金额表述): about, at least, a range, a phase, a currency.

use crate::cell_rules::amount_texts::{Quantity, quantities};
use crate::cell_rules::decimals::Decimal;

/// What a text says about money.
#[derive(Debug, Clone, PartialEq)]
pub enum Phrase {
    /// One amount counts.
    One {
        /// The rule.
        rule: &'static str,
        /// The amount.
        quantity: Quantity,
        /// `approx`, `estimated`, `phase`.
        flags: Vec<&'static str>,
        /// How sure the choice is.
        confidence: f64,
    },
    /// A foreign amount whose worth in yuan stands beside it.
    Foreign {
        /// In the foreign currency.
        quantity: Quantity,
        /// In yuan.
        in_yuan: Quantity,
    },
    /// `5-8亿`, `50+20`: no single value.
    Range,
    /// Nothing that can be taken for an amount.
    Unreadable,
}

const APPROXIMATE: [&str; 22] = [
    "大约",
    "约",
    "将近",
    "接近",
    "近",
    "超过",
    "超",
    "逾",
    "不低于",
    "不少于",
    "不超过",
    "至少",
    "最多",
    "左右",
    "上下",
    "以上",
    "以下",
    "以内",
    "余",
    "多",
    "≥",
    "≤",
];
const ESTIMATED: [&str; 6] = ["预计", "预估", "估算", "暂估", "暂定", "测算"];
/// Words that say nothing about the value.
const LABELS: [&str; 26] = [
    "协议总投资",
    "计划总投资",
    "正式合同额",
    "合同投资额",
    "累计到位资金",
    "到位资金",
    "合同总额",
    "总投资额",
    "项目总投资",
    "合同额",
    "协议额",
    "总投资",
    "总额",
    "投资额",
    "投资",
    "累计到位",
    "到位",
    "累计",
    "合计",
    "人民币",
    "金额",
    "资金",
    "共计",
    "总计",
    "共",
    "为",
];
/// Words that turn a quantity into something that is not the value of the cell.
const DOUBTS: [&str; 14] =
    ["未", "拟", "计划", "欠", "差", "待", "减", "退", "缺", "剩", "力争", "目标", "同比", "原"];
const PHASES: [&str; 8] = ["一期", "首期", "第一阶段", "其中", "1期", "二期", "固投", "含"];
const TOTALS: [&str; 4] = ["总", "合计", "共", "全部"];

/// Reads the plain text of an amount.
pub fn read_phrase(text: &str) -> Phrase {
    if let Some(negative) = in_brackets(text) {
        return negative;
    }
    let text = &without_as_of(text);
    let found = quantities(text);
    match found.as_slice() {
        [] => Phrase::Unreadable,
        [only] => single(text, only),
        [first, second, ..] => several(text, &found, first, second),
    }
}

/// `(500)`: how accountants write −500.
fn in_brackets(text: &str) -> Option<Phrase> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let number = Decimal::parse(&inner.replace(',', ""))?.negated();
    let quantity = Quantity { number, unit: None, approximate: false, span: 0..text.len() };
    Some(Phrase::One { rule: "bracketed_negative", quantity, flags: Vec::new(), confidence: 0.8 })
}

fn single(text: &str, quantity: &Quantity) -> Phrase {
    let (before, after) = (&text[..quantity.span.start], &text[quantity.span.end..]);
    let (mut flags, rest) = take_flags(before, after, quantity.approximate);
    let named = quantity.unit.is_some();
    let rest = rest.trim_matches(|sign: char| "'`*★☆。.,;:、()整=".contains(sign));
    if rest.is_empty() || rest == "元" {
        let rule = if named { "text_with_unit" } else { "text_number" };
        return one(rule, quantity, flags, 1.0);
    }
    let remark = rest_before_bracket(before, after).is_empty();
    let doubtful = DOUBTS.iter().any(|word| rest.contains(word) && !(remark && *word == "待"));
    let foreign_signs = rest.chars().any(|sign| sign.is_ascii_digit() || matches!(sign, '%' | '/'));
    if (doubtful && !quantity.number.is_zero()) || foreign_signs || !(named || remark) {
        return Phrase::Unreadable;
    }
    flags.push("prose");
    one("prose", quantity, flags, 0.8)
}

/// What is left of the words around a quantity before a remark in brackets; never empty where there is none.
fn rest_before_bracket(before: &str, after: &str) -> String {
    after.split_once('(').map_or_else(|| ".".to_owned(), |(words, _)| take_flags(before, words, false).1)
}

/// The text without the day up to which it counts: `截至2023年6月底到位2000万元`.
fn without_as_of(text: &str) -> String {
    let Some(start) = text.find("截至").or_else(|| text.find("截止")) else { return text.to_owned() };
    let behind = &text[start + "截至".len()..];
    let day = |sign: char| sign.is_ascii_digit() || "年月日底末初.-/目前今,".contains(sign);
    let rest = behind.trim_start_matches(day);
    format!("{}{rest}", &text[..start])
}

fn one(rule: &'static str, quantity: &Quantity, flags: Vec<&'static str>, confidence: f64) -> Phrase {
    Phrase::One { rule, quantity: quantity.clone(), flags, confidence }
}

/// The flags that the words around a quantity set, and the words that are left.
fn take_flags(before: &str, after: &str, approximate: bool) -> (Vec<&'static str>, String) {
    let mut rest = format!("{before}{after}");
    let mut flags = Vec::new();
    if take(&mut rest, &APPROXIMATE) || approximate {
        flags.push("approx");
    }
    if take(&mut rest, &ESTIMATED) {
        flags.push("estimated");
    }
    take(&mut rest, &LABELS);
    (flags, rest)
}

fn take(rest: &mut String, words: &[&str]) -> bool {
    let mut taken = false;
    for word in words {
        if rest.contains(word) {
            *rest = rest.replace(word, "");
            taken = true;
        }
    }
    taken
}

fn several(text: &str, found: &[Quantity], first: &Quantity, second: &Quantity) -> Phrase {
    let between = &text[first.span.end..second.span.start];
    if found.len() == 2
        && let Some(foreign) = foreign_and_yuan(first, second, between)
    {
        return foreign;
    }
    if is_joined_by(between, &["-", "~", "–", "—", "--", "至", "到", "+"]) {
        return Phrase::Range;
    }
    let before_of = |quantity: &Quantity| clause_before(text, quantity.span.start);
    let total = found.iter().find(|quantity| TOTALS.iter().any(|word| before_of(quantity).contains(word)));
    let first_is_whole = !PHASES.iter().any(|word| before_of(first).contains(word));
    let second_is_part = PHASES.iter().any(|word| between.contains(word));
    match total {
        Some(total) => phase(text, total, 0.9),
        None if first_is_whole && second_is_part => phase(text, first, 0.9),
        None => Phrase::Unreadable,
    }
}

fn phase(text: &str, quantity: &Quantity, confidence: f64) -> Phrase {
    let before = clause_before(text, quantity.span.start);
    let after: String =
        text[quantity.span.end..].chars().take_while(|sign| !",;。、(".contains(*sign)).collect();
    let (mut flags, _) = take_flags(before, &after, quantity.approximate);
    flags.push("phase");
    one("total_and_phase", quantity, flags, confidence)
}

fn is_joined_by(between: &str, signs: &[&str]) -> bool {
    signs.contains(&between)
}

fn clause_before(text: &str, end: usize) -> &str {
    let start = text[..end]
        .rfind([',', ';', '。', '(', ')', '、'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    &text[start..end]
}

fn foreign_and_yuan(first: &Quantity, second: &Quantity, between: &str) -> Option<Phrase> {
    let linked = between.is_empty() || between.starts_with(['(', ',', '/', '=']) || between.contains('合');
    let foreign = |quantity: &Quantity| quantity.unit.is_some_and(|unit| unit.currency != "CNY");
    let domestic = |quantity: &Quantity| quantity.unit.is_some_and(|unit| unit.currency == "CNY");
    let pair = match (first, second) {
        (first, second) if foreign(first) && domestic(second) => (first, second),
        (first, second) if domestic(first) && foreign(second) => (second, first),
        _ => return None,
    };
    linked.then(|| Phrase::Foreign { quantity: pair.0.clone(), in_yuan: pair.1.clone() })
}
