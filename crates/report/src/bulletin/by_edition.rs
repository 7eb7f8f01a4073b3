//! The editions (分届次情况): a sentence each, a table, and the start rates at one date beside those at equal age.

use model::datasets::cohort_metrics::CohortMetric;

use crate::bulletin::document::{BarChart, BarSeries, Block, BulletinTable, LineKind};
use crate::bulletin::speaker::{Speaker, next_chart, next_table, short};
use crate::equal_age_sentence::{EqualAge, equal_age, equal_age_sentence};
use crate::error::ReportError;
use crate::figures::{ALL, at};
use crate::headline::edition_words;
use crate::lang::Lang;
use crate::table::ReportColumn;

/// More editions than this are left to the table.
const MOST_SENTENCES: usize = 6;

/// The second section.
pub fn add_editions(blocks: &mut Vec<Block>, speaker: &Speaker) -> Result<(), ReportError> {
    blocks.push(speaker.line(LineKind::Heading, "heading_editions", &[])?);
    let Some(whole) = speaker.whole() else {
        let values = [("as_of", speaker.as_of_words())];
        blocks.push(speaker.line(LineKind::Body, "editions_missing", &values)?);
        return Ok(());
    };
    let rows = editions(speaker, whole);
    for row in rows.iter().filter(|_| rows.len() <= MOST_SENTENCES) {
        blocks.push(Block::body(sentence(speaker, row)?));
    }
    let ages = speaker.release.rows.ages;
    let equal_age = equal_age(ages, speaker.as_of(), &whole.event);
    match equal_age_sentence(ages, speaker.as_of(), &whole.event, speaker.style()) {
        Some(words) => blocks.push(Block::body(words)),
        None if rows.len() > 1 => blocks.push(speaker.line(LineKind::Body, "equal_age_missing", &[])?),
        None => {}
    }
    let values = [("number", next_table(blocks)), ("as_of", speaker.as_of_words())];
    blocks.push(speaker.line(LineKind::Caption, "table_editions", &values)?);
    blocks.push(Block::Table(table(speaker, &rows, whole)));
    if rows.len() > 1 {
        add_chart(blocks, speaker, &rows, equal_age.as_ref())?;
    }
    Ok(())
}

/// The editions of the event, in order; one that nothing names comes last.
fn editions<'a>(speaker: &Speaker<'a>, whole: &CohortMetric) -> Vec<&'a CohortMetric> {
    let metrics = at(speaker.release.rows.metrics, speaker.as_of());
    let is_edition =
        |row: &&CohortMetric| row.event == whole.event && row.dimension == ALL && row.cohort != ALL;
    let mut rows: Vec<&CohortMetric> = metrics.filter(is_edition).collect();
    rows.sort_by_key(|row| (row.cohort == "unknown", &row.cohort));
    rows
}

fn edition(speaker: &Speaker, row: &CohortMetric) -> Result<String, ReportError> {
    match edition_words(&[short(&row.cohort)], speaker.lang()) {
        words if words.is_empty() => speaker.say("edition_unknown", &[]),
        words => Ok(words),
    }
}

fn sentence(speaker: &Speaker, row: &CohortMetric) -> Result<String, ReportError> {
    let style = speaker.style();
    let edition = ("edition", edition(speaker, row)?);
    let Some(start_rate) = style.percent(row.n_started, row.n_projects) else {
        return speaker.say("edition_empty", &[edition]);
    };
    let values = [
        edition,
        ("n_projects", row.n_projects.to_string()),
        ("contract", style.money(row.contract_yuan)),
        ("unit", style.money_unit()),
        ("n_started", row.n_started.to_string()),
        ("start_rate", start_rate),
        ("capital", style.money(row.capital_yuan)),
        ("capital_rate", speaker.share(row.capital_yuan, row.contract_yuan)),
    ];
    speaker.say("edition", &values)
}

fn table(speaker: &Speaker, rows: &[&CohortMetric], whole: &CohortMetric) -> BulletinTable {
    let unit = speaker.style().money_unit();
    let money =
        |zh: &str, en: &str| ReportColumn::figures(&format!("{zh}（{unit}）"), &format!("{en} ({unit})"));
    let name = |row: &CohortMetric| match row.cohort.as_str() {
        "unknown" => speaker.lang().pick("不明", "unknown").to_owned(),
        cohort => edition_words(&[short(cohort)], speaker.lang()),
    };
    let total = speaker.lang().pick("合计", "total").to_owned();
    let cells = |name: String, row: &CohortMetric| {
        vec![
            name,
            row.n_projects.to_string(),
            speaker.style().money(row.contract_yuan),
            row.n_started.to_string(),
            speaker.share_cell(row.n_started, row.n_projects),
            speaker.style().money(row.capital_yuan),
            speaker.share_cell(row.capital_yuan, row.contract_yuan),
        ]
    };
    BulletinTable {
        columns: vec![
            ReportColumn::words("届次", "edition"),
            ReportColumn::figures("项目数（个）", "projects"),
            money("正式合同额", "contract value"),
            ReportColumn::figures("已开工或投产（个）", "started or in production"),
            ReportColumn::figures("开工率（%）", "start rate (%)"),
            money("累计到位资金", "capital arrived"),
            ReportColumn::figures("资金到位率（%）", "capital rate (%)"),
        ],
        shares: vec![12, 12, 15, 16, 13, 16, 16],
        rows: rows.iter().map(|row| cells(name(row), row)).chain([cells(total, whole)]).collect(),
        has_total: true,
    }
}

/// Rates at the as-of date, and beside them those at equal age where such an age is.
fn add_chart(
    blocks: &mut Vec<Block>,
    speaker: &Speaker,
    rows: &[&CohortMetric],
    ages: Option<&EqualAge>,
) -> Result<(), ReportError> {
    let style = speaker.style();
    let number = next_chart(blocks);
    let mut values = vec![("number", number), ("as_of", speaker.as_of_words())];
    let at_date = rows.iter().map(|row| style.percent(row.n_started, row.n_projects));
    let mut series = vec![BarSeries {
        name: speaker.lang().pick("截至", "by ").to_owned() + &speaker.as_of_words(),
        values: at_date.collect(),
    }];
    let key = match ages {
        Some(ages) => {
            values.push(("age", ages.age_months.to_string()));
            series.push(at_equal_age(speaker, rows, ages));
            "chart_editions"
        }
        None => "chart_editions_same_date",
    };
    let title = speaker.say(key, &values)?;
    let categories = rows.iter().map(|row| edition(speaker, row)).collect::<Result<_, _>>()?;
    blocks.push(Block::Chart(BarChart { title: title.clone(), categories, series }));
    blocks.push(Block::Line(LineKind::FigureCaption, title));
    Ok(())
}

fn at_equal_age(speaker: &Speaker, rows: &[&CohortMetric], ages: &EqualAge) -> BarSeries {
    let months = ages.age_months;
    let rate = |row: &&CohortMetric| {
        let age = ages.editions.iter().find(|age| age.cohort == row.cohort)?;
        speaker.style().percent(age.n_started, age.n_projects)
    };
    BarSeries {
        name: match speaker.lang() {
            Lang::Zh => format!("签约满{months}个月时"),
            Lang::En => format!("{months} months after signing"),
        },
        values: rows.iter().map(rate).collect(),
    }
}
