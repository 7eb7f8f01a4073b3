//! Figures that moved (指标变动输出), as rows of a table, of CSV and of JSON.

use model::month::Month;
use model::row_values::RowValue;
use pipeline::figure_moves::FigureMove;
use pipeline::printing::{Printing, signed, unit_of};
use pipeline::summary::Table;
use serde_json::{Value, json};

use crate::drawing::{figures_column, words_column};
use crate::options::Lang;
use crate::text_width::one_line;

/// Columns of the long form.
pub(crate) const MOVE_COLUMNS: [&str; 9] =
    ["as_of", "event", "cohort", "dimension", "value", "metric", "before", "after", "change"];

/// One move in the long form, exact.
pub(crate) fn move_row(moved: &FigureMove) -> Vec<String> {
    let key = moved.row().map(|row| {
        [
            row.as_of.to_string(),
            row.event.clone(),
            row.cohort.clone(),
            row.dimension.clone(),
            row.value.clone(),
        ]
    });
    let change = moved.change().map(|change| change.to_string()).unwrap_or_default();
    let sides = [moved.metric.to_owned(), moved.old().to_string(), moved.new_value().to_string(), change];
    key.into_iter().flatten().chain(sides).collect()
}

/// The same as JSON.
pub(crate) fn move_json(moved: &FigureMove) -> Value {
    let row = moved.row();
    json!({
        "as_of": row.map(|row| row.as_of.to_string()), "event": row.map(|row| row.event.clone()),
        "cohort": row.map(|row| row.cohort.clone()), "dimension": row.map(|row| row.dimension.clone()),
        "value": row.map(|row| row.value.clone()), "metric": moved.metric, "before": number_json(moved.old()),
        "after": number_json(moved.new_value()), "change": moved.change(),
    })
}

/// A number as JSON, whole ones exact; nothing where it is none.
pub(crate) fn number_json(value: RowValue) -> Value {
    match value {
        RowValue::Whole(number) => json!(number),
        RowValue::Float(number) => json!(number),
        _ => Value::Null,
    }
}

/// Moves for people; `sides` are the headers of before and after.
pub(crate) fn moves_table(
    moves: &[&FigureMove],
    printing: &Printing,
    sides: (&str, &str),
    lang: Lang,
) -> Table {
    let row = |moved: &&FigureMove| {
        let key = moved.row().map(|row| {
            let cohort = if row.cohort == "all" { lang.pick("全部", "all") } else { &row.cohort };
            let part = match row.dimension.as_str() {
                "all" => lang.pick("全部", "all").to_owned(),
                dimension => one_line(printing.value(dimension, &row.value)),
            };
            [Month::of(row.as_of).to_string(), cohort.to_owned(), part]
        });
        let figures = [
            printing.metric(moved.metric).to_owned(),
            printing.figure(moved.metric, moved.before.as_ref()),
            printing.figure(moved.metric, moved.after.as_ref()),
            change(moved, printing),
        ];
        key.into_iter().flatten().chain(figures).collect()
    };
    let words = |zh: &str, en: &str| words_column(lang.pick(zh, en));
    Table {
        columns: vec![
            words("月份", "month"),
            words("届次", "edition"),
            words("范围", "part"),
            words("指标", "metric"),
            figures_column(sides.0),
            figures_column(sides.1),
            figures_column(lang.pick("变动", "change")),
        ],
        rows: moves.iter().map(row).collect(),
        ..Table::default()
    }
}

/// A change in full units; of shares and medians nothing is printed that could not be exact.
fn change(moved: &FigureMove, printing: &Printing) -> String {
    match (moved.change(), unit_of(moved.metric)) {
        (Some(yuan), "yuan") => format!("{} {}", signed(yuan), printing.full_unit()),
        (Some(number), _) => signed(number),
        (None, _) => String::new(),
    }
}
