//! Words and figures of charts (图中用语), in the language of the style.

use crate::charts::text_fit::{clean, name};
use crate::figures::ALL;
use crate::lang::Lang;
use crate::reason_words::reason_words;
use crate::style::Style;

/// Parts of a share that are kept before it is rounded: more than a share of projects ever needs.
const PARTS: f64 = 1e12;

/// An event as a title holds it.
pub fn event(event: &str, em: f64, lang: Lang) -> String {
    if event == "unknown" { lang.pick("", "unknown event").to_owned() } else { name(event, em) }
}

/// An edition: `2020届`, `2020`, `合计`, `不明`; other names stand for themselves.
pub fn edition(cohort: &str, lang: Lang) -> String {
    let is_year = cohort.len() == 4 && cohort.chars().all(|c| c.is_ascii_digit());
    match cohort {
        ALL => lang.pick("合计", "total").to_owned(),
        "unknown" => lang.pick("不明", "unknown").to_owned(),
        year if is_year => format!("{year}{}", lang.pick("届", "")),
        other => name(other, 6.5),
    }
}

/// A share that came as a fraction, in per cent with its sign; nothing for what is no number.
pub fn share(share: f64, style: &Style) -> Option<String> {
    let parts = (share * PARTS).round();
    if !parts.is_finite() || parts.abs() > 1e30 {
        return None;
    }
    let percent = style.rounding.quotient(parts as i128 * 100, PARTS as i128, style.rate_decimals)?;
    Some(with_sign(&percent, style.lang))
}

/// A share of two whole numbers, in per cent with its sign.
pub fn percent(numerator: i64, denominator: i64, style: &Style) -> Option<String> {
    Some(with_sign(&style.percent(numerator, denominator)?, style.lang))
}

fn with_sign(percent: &str, lang: Lang) -> String {
    format!("{percent}{}", lang.pick("%", " %"))
}

/// An amount with its unit.
pub fn money(yuan: i64, style: &Style) -> String {
    format!("{}{}{}", style.money(yuan), style.lang.pick("", " "), clean(&style.money_unit()))
}

/// Several parts as one sentence.
pub fn sentence(parts: &[String], lang: Lang) -> String {
    format!("{}{}", parts.join(lang.pick("；", "; ")), lang.pick("。", "."))
}

/// A number of projects.
pub fn projects(n: i64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{n}个项目"),
        Lang::En if n == 1 => "1 project".to_owned(),
        Lang::En => format!("{n} projects"),
    }
}

/// The line that says how many older editions are not drawn; nothing when all are.
pub fn left_out(n_left_out: usize, lang: Lang) -> Option<String> {
    let words = match lang {
        Lang::Zh => format!("另有较早的{n_left_out}届未画出。"),
        Lang::En => format!("Not drawn: {n_left_out} older editions."),
    };
    (n_left_out > 0).then_some(words)
}

/// Why there is no figure, or with what remark it stands; an unknown code stands for itself.
pub fn reason(code: &str, lang: Lang) -> String {
    let words = reason_words(code, lang);
    if words == code { name(code, 20.0) } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_share(value: f64, expected: Option<&str>) {
        assert_eq!(share(value, &Style::default()).as_deref(), expected);
    }

    #[test]
    fn fractions_round_as_their_integers_do() {
        check_share(128.0 / 207.0, Some("61.8%"));
        check_share(0.1235, Some("12.4%"));
        check_share(0.0, Some("0.0%"));
        check_share(f64::NAN, None);
        check_share(f64::INFINITY, None);
        check_share(1e300, None);
    }

    #[test]
    fn editions_are_said_as_people_say_them() {
        assert_eq!(edition("2020", Lang::Zh), "2020届");
        assert_eq!(edition("2020", Lang::En), "2020");
        assert_eq!(edition(ALL, Lang::Zh), "合计");
        assert_eq!(edition("第三届", Lang::Zh), "第三届");
        assert_eq!(event("unknown", 9.0, Lang::Zh), "");
    }

    #[test]
    fn reasons_have_words_and_unknown_ones_stand_for_themselves() {
        assert_eq!(reason("nothing_observed", Lang::Zh), "没有任何观察");
        assert_eq!(reason("<new>", Lang::En), "<new>");
    }
}
