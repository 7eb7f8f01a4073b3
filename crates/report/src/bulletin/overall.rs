//! The whole (总体情况): the headline, between which bounds it lies, stages, and what the month has changed.

use model::datasets::cohort_metrics::CohortMetric;

use crate::bulletin::document::{Block, LineKind};
use crate::bulletin::month_changes::changes_of_month;
use crate::bulletin::speaker::{Speaker, short};
use crate::doubt_sentence::doubt_sentence;
use crate::error::ReportError;
use crate::headline::{Headline, headline_of};

/// The first section.
pub fn add_overall(blocks: &mut Vec<Block>, speaker: &Speaker) -> Result<(), ReportError> {
    blocks.push(speaker.line(LineKind::Heading, "heading_overall", &[])?);
    let Some(metric) = speaker.whole() else {
        let values = [("as_of", speaker.as_of_words())];
        blocks.push(speaker.line(LineKind::Body, "no_figures", &values)?);
        return Ok(());
    };
    let rows = &speaker.release.rows;
    let headline = headline_of(rows.metrics, speaker.as_of(), &metric.event).map(|headline| Headline {
        event: short(&headline.event),
        cohorts: headline.cohorts.iter().map(|cohort| short(cohort)).collect(),
        ..headline
    });
    let doubts = doubt_sentence(rows.ranges, speaker.as_of(), &metric.event, speaker.style());
    let sentences = headline.map(|headline| headline.sentence(speaker.style())).into_iter().chain(doubts);
    blocks.push(speaker.paragraph(&sentences.collect::<Vec<String>>()));
    blocks.push(speaker.paragraph(&stages(speaker, metric)?));
    blocks.push(speaker.paragraph(&month(speaker, metric)?));
    Ok(())
}

fn stages(speaker: &Speaker, metric: &CohortMetric) -> Result<Vec<String>, ReportError> {
    let counts = [
        ("n_production", metric.n_production.to_string()),
        ("n_suspended", metric.n_suspended.to_string()),
        ("n_terminated", metric.n_terminated.to_string()),
    ];
    let style = speaker.style();
    let stages = match style.percent(metric.n_production, metric.n_projects) {
        Some(rate) => {
            let values: Vec<(&str, String)> = counts.into_iter().chain([("production_rate", rate)]).collect();
            speaker.say("stages", &values)?
        }
        None => speaker.say("stages_without_rate", &counts)?,
    };
    let capital = match style.percent(metric.capital_yuan, metric.contract_yuan) {
        Some(rate) => speaker.say("capital_rate", &[("capital_rate", rate)])?,
        None => speaker.say("capital_rate_missing", &[])?,
    };
    Ok(vec![stages, capital])
}

/// What the month has changed, the capital of the month, and of how many projects nobody spoke.
fn month(speaker: &Speaker, metric: &CohortMetric) -> Result<Vec<String>, ReportError> {
    let mut sentences = changes_of_month(speaker, &metric.event)?;
    if sentences.is_empty() {
        sentences.push(speaker.say("changes_not_comparable", &[])?);
    } else {
        sentences.push(capital_of_month(speaker, metric.capital_month_yuan)?);
    }
    if metric.n_unreported > 0
        && let Some(meaning) = speaker.setting("当月未报", "month without a return")
    {
        let values = [("n", metric.n_unreported.to_string()), ("meaning", meaning)];
        sentences.push(speaker.say("unreported", &values)?);
    }
    Ok(sentences)
}

fn capital_of_month(speaker: &Speaker, yuan: i64) -> Result<String, ReportError> {
    let amount = speaker.style().money(yuan.saturating_abs());
    let values = [("amount", amount), ("unit", speaker.style().money_unit())];
    match yuan {
        0 => speaker.say("capital_same", &[]),
        1.. => speaker.say("capital_rise", &values),
        _ => speaker.say("capital_fall", &values),
    }
}
