//! The words of an annotated return (批注用语): severities, states, what is to be done.

use model::datasets::findings::Finding;
use model::findings::by_code;
use model::severity::Severity;

use crate::lang::Lang;

/// The severity of a finding; a word that is none is a hint.
pub(crate) fn severity_of(finding: &Finding) -> Severity {
    [Severity::Error, Severity::Warning]
        .into_iter()
        .find(|severity| severity.as_str() == finding.severity)
        .unwrap_or(Severity::Info)
}

/// The word for a severity.
pub(crate) fn severity_word(severity: Severity, lang: Lang) -> &'static str {
    lang.pick(severity.zh(), severity.as_str())
}

/// Whether nothing is left to do about a finding.
pub(crate) fn is_settled(finding: &Finding) -> bool {
    matches!(finding.state.as_str(), "fixed" | "accepted")
}

/// The word for a state.
pub(crate) fn state_word(finding: &Finding, lang: Lang) -> &str {
    match finding.state.as_str() {
        "new" => lang.pick("新发现", "new"),
        "open" => lang.pick("仍未改", "still open"),
        "fixed" => lang.pick("已改正", "fixed"),
        "accepted" => lang.pick("已认可", "accepted"),
        other => other,
    }
}

/// The message of a finding.
pub(crate) fn message(finding: &Finding, lang: Lang) -> &str {
    lang.pick(&finding.message_zh, &finding.message_en)
}

/// What the sender is to do; empty where there is nothing, or where only the bureau can do it.
pub(crate) fn what_to_do(code: &str, lang: Lang) -> String {
    let Some(known) = by_code(code) else { return String::new() };
    let full = lang.pick(known.fix_zh, known.fix_en);
    let is_nothing = full == lang.pick("无需处理", "nothing to do");
    let own: Vec<&str> =
        full.split(lang.pick("，", ", ")).take_while(|part| !part.contains(".csv")).collect();
    let is_condition = own.len() == 1
        && own.first().is_some_and(|part| *part != full && part.starts_with(lang.pick("如", "if ")));
    if is_nothing || is_condition { String::new() } else { own.join(lang.pick("，", ", ")) }
}

/// The kind of problem that a code stands for, without a single value.
pub(crate) fn kind_of_problem(code: &str, lang: Lang) -> String {
    let Some(known) = by_code(code) else { return code.to_owned() };
    let template = lang.pick(known.zh, known.en);
    let dots = |text: &str, name: &str| text.replace(name, "…");
    let plain =
        ["{raw}", "{expected}", "{detail}"].iter().fold(template.to_owned(), |text, name| dots(&text, name));
    let plain = plain.replace("“…”", "…").replace("……", "…");
    match plain.strip_prefix('…') {
        Some(rest) => format!("{}{rest}", lang.pick("所填内容", "the value")),
        None => plain,
    }
}

/// A text as it is shown in one line of a comment or cell.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 300;
    let mut cut: String = text.chars().take(MOST).collect();
    if text.chars().count() > MOST {
        cut.push('…');
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_sender_can_do_is_asked() {
        let check = |code: &str, zh: &str, en: &str| {
            assert_eq!(what_to_do(code, Lang::Zh), zh, "{code}");
            assert_eq!(what_to_do(code, Lang::En), en, "{code}");
        };
        check("X401", "请核对两个日期", "check both dates");
        check("C321", "请使用规定的状态词", "use one of the agreed words");
        check("R121", "", "");
        check("H201", "", "");
        check("R131", "", "");
        check("none", "", "");
    }

    #[test]
    fn kinds_of_problems_hold_no_value() {
        assert_eq!(kind_of_problem("T501", Lang::Zh), "累计到位由…降为…，且没有核减说明");
        assert_eq!(kind_of_problem("C302", Lang::Zh), "金额…是一个区间，不能确定数值");
        assert_eq!(kind_of_problem("C312", Lang::Zh), "所填内容可能是1月，也可能是10月（数字末尾的0被省略）");
        assert_eq!(kind_of_problem("Q1", Lang::Zh), "Q1");
        assert_eq!(shown(&"长".repeat(400)).chars().count(), 301);
    }
}
