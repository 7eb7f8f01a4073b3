//! What a reader of the funnel must know (图注): what the lines are, and which units stand outside.

use model::datasets::rankings::Ranking;

use crate::charts::funnel::points::{Group, surprise};
use crate::charts::palette::Marker;
use crate::charts::palette::look;
use crate::charts::text_fit::name;
use crate::charts::words;
use crate::figures::ALL;
use crate::lang::Lang;
use crate::style::Style;
use crate::unit_names::UnitNames;

/// So many units are named in the description.
const MOST_NAMES: usize = 12;

/// The short name of a unit; a code without one stands for itself.
pub fn unit_name(unit_code: &str, names: &UnitNames, em: f64) -> String {
    name(names.get(unit_code).map_or(unit_code, String::as_str), em)
}

/// Rows beyond the limits, with the rate.
fn outside<'a>(groups: &'a [Group<'_>]) -> impl Iterator<Item = (&'a Ranking, f64)> {
    let dots = groups.iter().flat_map(|group| group.dots.iter());
    let rows = dots.flat_map(|dot| dot.units.iter().map(move |row| (*row, dot.rate)));
    rows.filter(|(row, _)| surprise(row) > 0)
}

/// The chart in words: how many units there are, and who stands outside.
pub fn description(groups: &[Group<'_>], names: &UnitNames, style: &Style) -> String {
    let lang = style.lang;
    let n_units: usize = groups.iter().flat_map(|group| group.dots.iter()).map(|dot| dot.units.len()).sum();
    let said = |(row, rate): (&Ranking, f64)| {
        let name = unit_name(&row.unit_code, names, 12.0);
        let rate = words::share(rate, style).unwrap_or_default();
        let (verdict, n_projects) = (verdict_words(row, lang), words::projects(row.n, lang));
        match lang {
            Lang::Zh => format!("{name}{n_projects}，开工率{rate}，{verdict}"),
            Lang::En => format!("{name}: {n_projects}, start rate {rate}, {verdict}"),
        }
    };
    let n_outside = outside(groups).count();
    let mut parts = vec![match lang {
        Lang::Zh => format!("共{n_units}个单位，{n_outside}个在界限之外"),
        Lang::En => format!("{n_units} units, {n_outside} beyond the limits"),
    }];
    parts.extend(outside(groups).take(MOST_NAMES).map(said));
    words::sentence(&parts, lang)
}

fn verdict_words(row: &Ranking, lang: Lang) -> &'static str {
    match row.verdict.as_deref() {
        Some("far_below") => lang.pick("低于99.8%下限", "below the 99.8 % limit"),
        Some("below") => lang.pick("低于95%下限", "below the 95 % limit"),
        Some("far_above") => lang.pick("高于99.8%上限", "above the 99.8 % limit"),
        Some("above") => lang.pick("高于95%上限", "above the 95 % limit"),
        _ => lang.pick("在界限之内", "within the limits"),
    }
}

/// The notes below the chart.
pub fn notes(groups: &[Group<'_>], most_names: usize, lang: Lang) -> Vec<String> {
    let limits = lang.pick(
        "虚线为95%界限，实线为99.8%界限：界限之内的高低可能只是偶然。圆点里的数字是重合的单位数；不足5个项目的单位不作判断。",
        "Dashed: 95 % limits, solid: 99.8 %. Differences within may be chance. A number in a dot counts units on one place; units with fewer than 5 projects are not judged.",
    );
    let mut notes = vec![limits.to_owned()];
    let n_outside = outside(groups).count();
    if n_outside == 0 {
        notes.push(lang.pick("没有单位在界限之外。", "No unit is beyond the limits.").to_owned());
    }
    if n_outside > most_names {
        let rest = n_outside - most_names;
        notes.push(match lang {
            Lang::Zh => format!("另有{rest}个界限之外的单位未标名。"),
            Lang::En => format!("Not named: {rest} more units beyond the limits."),
        });
    }
    notes.extend(group_note(groups, lang));
    notes
}

/// Which color is which group, where there are groups.
fn group_note(groups: &[Group<'_>], lang: Lang) -> Option<String> {
    let parts: Vec<String> = groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.name != ALL)
        .map(|(index, group)| format!("{}{}", marker_sign(look(index).marker), name(group.name, 12.0)))
        .collect();
    (!parts.is_empty()).then(|| words::sentence(&parts, lang))
}

const fn marker_sign(marker: Marker) -> &'static str {
    match marker {
        Marker::Circle => "●",
        Marker::Square => "■",
        Marker::Triangle => "▲",
        Marker::Diamond => "◆",
        Marker::Tip => "▼",
        Marker::Tall => "▮",
    }
}
