//! What a reader of capital by age must know (图注): how cells are drawn, by which method is forecast, or why not.

use crate::charts::capital_by_age::points::{Edition, Picked, ToCome};
use crate::charts::words::{self, edition, reason};
use crate::lang::Lang;
use crate::method_words::method_words;
use crate::style::Style;

/// A forecast whose factors rest on so few editions is marked.
const FEW_LINKS: i64 = 2;

/// The chart in words: the last known rate of each edition, and its forecast.
pub fn description(editions: &[Edition<'_>], style: &Style) -> String {
    let lang = style.lang;
    let part = |row: &Edition<'_>| {
        let name = edition(row.cohort, lang);
        let Some(last) = row.cells.last() else { return name };
        let rate = words::percent(last.capital_yuan, row.contract_yuan, style).unwrap_or_default();
        let money = words::money(last.capital_yuan, style);
        let known = match lang {
            Lang::Zh => format!("{name}签约满{}个月累计到位{money}，资金到位率{rate}", last.age),
            Lang::En => format!("{name}: {money} within {} months of signing, capital rate {rate}", last.age),
        };
        format!("{known}{}", forecast(row, style).unwrap_or_default())
    };
    words::sentence(&editions.iter().map(part).collect::<Vec<_>>(), lang)
}

fn forecast(row: &Edition<'_>, style: &Style) -> Option<String> {
    let ToCome { age, capital_yuan: ultimate, limits } = row.to_come()?;
    let rate = |yuan| words::percent(yuan, row.contract_yuan, style).unwrap_or_default();
    let money = words::money(ultimate, style);
    let between = limits.map_or_else(String::new, |(low, high)| match style.lang {
        Lang::Zh => format!("（{}至{}）", rate(low), rate(high)),
        Lang::En => format!(" ({} to {})", rate(low), rate(high)),
    });
    Some(match style.lang {
        Lang::Zh => format!("，预测满{age}个月为{money}，{}{between}", rate(ultimate)),
        Lang::En => format!(", forecast {money} by {age} months, {}{between}", rate(ultimate)),
    })
}

/// The notes below the chart.
pub fn notes(picked: &Picked<'_>, lang: Lang) -> Vec<String> {
    let rate = lang.pick(
        "资金到位率＝累计到位资金÷合同额。实线、实心点：该届项目均已满该龄；虚线、空心点：只有部分项目满该龄。",
        "Capital rate: capital arrived / contract value. Solid: all projects have reached the age. Dashed, hollow: only some have.",
    );
    let hardly_known = lang.pick(
        "到位资金已知的项目不足半数的龄期未画出。",
        "Ages at which the capital of fewer than half of the projects is known are not drawn.",
    );
    let mut notes = vec![rate.to_owned()];
    notes.extend((picked.n_hardly_known > 0).then(|| hardly_known.to_owned()));
    notes.extend(picked.method.and_then(|method| method_note(&picked.editions, method, lang)));
    notes.extend(reasons(&picked.editions, lang));
    notes.extend(words::left_out(picked.n_older, lang));
    notes
}

/// By which method is forecast, how sure it is, and on how little it rests.
fn method_note(editions: &[Edition<'_>], method: &str, lang: Lang) -> Option<String> {
    let drawn: Vec<&Edition<'_>> = editions.iter().filter(|row| row.to_come().is_some()).collect();
    let has_limits = drawn.iter().any(|row| row.to_come().is_some_and(|to_come| to_come.limits.is_some()));
    let limits = match has_limits {
        true => lang.pick("，竖线为95%区间", ", bars: 95 % limits"),
        false => lang.pick("，该法无区间", ", which has no limits"),
    };
    let name = method_words(method, lang);
    let mut parts = vec![match lang {
        Lang::Zh => format!("点线：按{name}预测{limits}"),
        Lang::En => format!("Dotted: forecast by {name}{limits}"),
    }];
    let n_links = drawn.iter().filter_map(|row| row.forecast?.n_links).min();
    parts.extend(n_links.filter(|n| *n <= FEW_LINKS).map(|n| match lang {
        Lang::Zh => format!("进展因子最少只依据{n}届，仅供参考"),
        Lang::En => format!("the fewest editions behind a factor: {n}, read with care"),
    }));
    let remark = drawn.iter().find_map(|row| row.forecast?.note.as_deref());
    parts.extend(remark.map(|code| reason(code, lang)));
    (!drawn.is_empty()).then(|| words::sentence(&parts, lang))
}

/// Why editions have no forecast, those with one reason together.
fn reasons(editions: &[Edition<'_>], lang: Lang) -> Vec<String> {
    let mut by_reason: Vec<(&str, Vec<String>)> = Vec::new();
    for row in editions {
        let Some(forecast) = row.forecast.filter(|forecast| forecast.ultimate_yuan.is_none()) else {
            continue;
        };
        let code = forecast.note.as_deref().unwrap_or("nothing_observed");
        let name = edition(row.cohort, lang);
        match by_reason.iter_mut().find(|(known, _)| *known == code) {
            Some((_, names)) => names.push(name),
            None => by_reason.push((code, vec![name])),
        }
    }
    let words = |(code, names): (&str, Vec<String>)| match lang {
        Lang::Zh => format!("{}无法预测：{}。", names.join("、"), reason(code, lang)),
        Lang::En => format!("No forecast for {}: {}.", names.join(", "), reason(code, lang)),
    };
    by_reason.into_iter().map(words).collect()
}
