//! The headline with its definition (通报首句与口径), and its figures one by one.

use maud::{Markup, html};
use model::datasets::cohort_metrics::CohortMetric;

use crate::doubt_sentence::doubt_sentence;
use crate::equal_age_sentence::equal_age_sentence;
use crate::figures::whole;
use crate::headline::headline_of;
use crate::lang::Lang;
use crate::page::bilingual::{both, both_of};
use crate::page::measures::link;
use crate::page::printing::Printing;
use crate::page::share::share_text;
use crate::policy_words::policy_words;
use crate::style::Style;

/// How many settings of the policy stand right below the sentence.
const FIRST_SETTINGS: usize = 8;

/// The sentence, what is doubtful about it, its definition, its figures.
pub fn headline_section(event: &str, printing: &Printing<'_>) -> Markup {
    let release = printing.release;
    let Some(headline) = headline_of(release.rows.metrics, release.as_of, event) else {
        return html! { p.empty { (both("本期没有可通报的项目。", "There is no project to report on.")) } };
    };
    let optional = |say: &dyn Fn(&Style) -> Option<String>| {
        say(&printing.zh).map(|zh| both(&zh, &say(&printing.en).unwrap_or_default()))
    };
    let rows = release.rows;
    html! {
        p.sentence { (printing.both(|style| headline.sentence(style))) }
        @if let Some(doubt) = optional(&|style| doubt_sentence(rows.ranges, release.as_of, event, style)) {
            p.doubt { (doubt) }
        }
        @if let Some(metric) = whole(rows.metrics, release.as_of, event) { (tiles(metric, printing)) }
        @if let Some(ages) = optional(&|style| equal_age_sentence(rows.ages, release.as_of, event, style)) {
            p.equal-age { (ages) }
        }
        (definition(printing))
    }
}

/// The figures of the sentence, each one opening its projects.
fn tiles(metric: &CohortMetric, printing: &Printing<'_>) -> Markup {
    let figure = |measure: &str, text: Markup| match printing.cuts.number(metric) {
        Some(cut) => link(cut, measure, &text),
        None => text,
    };
    let count = |n: i64| html! { (n) small { (both("个", " projects")) } };
    let rate = |n, of| {
        printing.both(|style| style.percent(n, of).map_or("—".to_owned(), |text| format!("{text}%")))
    };
    html! {
        ul.tiles {
            (tile(("签约项目", "signed projects"), &figure("n_projects", count(metric.n_projects)), &html! {
                @if metric.n_unreported > 0 {
                    (both("当月未报 ", "unreported ")) (figure("n_unreported", html! { (metric.n_unreported) }))
                } @else { (both("当月全部已报", "all reported this month")) }
            }))
            (tile(("正式合同额", "contract value"), &figure("contract_yuan", printing.money(metric.contract_yuan)), &html! {
                (both("其中已开工 ", "of it started "))
                (figure("contract_started_yuan", printing.money(metric.contract_started_yuan)))
            }))
            (tile(("已开工或投产", "started or in production"), &figure("n_started", count(metric.n_started)), &html! {
                (both("本月新开工 ", "new this month ")) (figure("new_started", html! { (metric.new_started) }))
                (both("，投产 ", ", in production ")) (figure("n_production", html! { (metric.n_production) }))
            }))
            (tile(("开工率", "start rate"), &figure("start_rate", rate(metric.n_started, metric.n_projects)), &html! {
                (interval(metric, printing))
            }))
            (tile(("累计到位资金", "capital arrived"), &figure("capital_yuan", printing.money(metric.capital_yuan)), &html! {
                (both("本月 ", "this month ")) (figure("capital_month_yuan", printing.money(metric.capital_month_yuan)))
                (both("，到位率 ", ", rate ")) (figure("capital_rate", rate(metric.capital_yuan, metric.contract_yuan)))
            }))
        }
    }
}

fn tile(name: (&str, &str), figure: &Markup, below: &Markup) -> Markup {
    html! { li { span.name { (both(name.0, name.1)) } strong { (figure) } span.below { (below) } } }
}

/// The limits of the start rate, as the dataset has them.
fn interval(metric: &CohortMetric, printing: &Printing<'_>) -> Markup {
    let (Some(low), Some(high)) = (metric.start_rate_low, metric.start_rate_high) else {
        return both("无区间", "no interval");
    };
    let limits = |dash: &str| {
        let limit = |share| share_text(share, &printing.zh).unwrap_or_default();
        format!("{}%{dash}{}%", limit(low), limit(high))
    };
    both(&format!("95%区间 {}", limits("—")), &format!("95 % interval {}", limits("–")))
}

/// The settings that say what was counted.
fn definition(printing: &Printing<'_>) -> Markup {
    let release = printing.release;
    let words = |lang: Lang| {
        let settings = policy_words(release.policy, release.scope, lang);
        let pair = |(name, meaning): &(String, String)| match lang {
            Lang::Zh => format!("{name}：{meaning}"),
            Lang::En => format!("{name}: {meaning}"),
        };
        let said: Vec<String> = settings.iter().take(FIRST_SETTINGS).map(pair).collect();
        format!("{}{}", said.join(lang.pick("；", "; ")), lang.pick("。", "."))
    };
    html! {
        p.definition {
            strong { (both("口径　", "Definition: ")) } (both_of(words)) " "
            a href="#definitions" { (both("全部口径与指标定义", "All settings and definitions")) }
        }
    }
}
