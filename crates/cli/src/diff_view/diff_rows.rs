//! A comparison as one long table (比较长表), for CSV: what a row is about stands in `kind`.

use pipeline::figure_moves::FigureMove;
use pipeline::release_diff::ReleaseDiff;
use pipeline::release_diff::cell_moves::CellMove;
use pipeline::release_diff::project_moves::ProjectBridge;

use crate::drawing::csv_line;
use crate::moves_view::move_row;

/// The columns. `item` is a metric, a field, a column of the ledger, a setting or a kind of input.
const COLUMNS: [&str; 16] = [
    "kind",
    "as_of",
    "event",
    "cohort",
    "dimension",
    "value",
    "item",
    "project_id",
    "change",
    "before",
    "after",
    "amount",
    "file",
    "sheet",
    "cell",
    "withheld",
];

/// One row by the names of its columns.
type Filled<'a> = Vec<(&'a str, String)>;

/// Everything, one line each.
pub(crate) fn diff_csv(found: &ReleaseDiff) -> String {
    let mut rows: Vec<Filled<'_>> = Vec::new();
    for input in &found.inputs {
        let change = input.change.words().1.to_owned();
        rows.push(vec![
            ("kind", "input".to_owned()),
            ("item", input.kind.clone()),
            ("change", change),
            ("file", input.file.clone()),
        ]);
    }
    for setting in &found.settings {
        let sides = [("before", setting.before.clone()), ("after", setting.after.clone())];
        rows.push(
            [("kind", "setting".to_owned()), ("item", setting.key.clone())]
                .into_iter()
                .chain(sides)
                .collect(),
        );
    }
    rows.extend(found.figures.iter().map(|moved| figure("figure", moved)));
    rows.extend(found.other_months.iter().map(|moved| figure("other_month", moved)));
    rows.extend(found.bridges.iter().flat_map(steps));
    rows.extend(found.cells.iter().flat_map(cells));
    for moved in &found.ledger {
        let place = moved.place_after.clone().or(moved.place_before.clone()).unwrap_or_default();
        rows.push(vec![
            ("kind", "ledger".to_owned()),
            ("item", moved.column.clone()),
            ("project_id", moved.ledger_no.clone()),
            ("change", moved.change.words().1.to_owned()),
            ("before", moved.before.clone()),
            ("after", moved.after.clone()),
            ("file", place),
        ]);
    }
    let lines = rows.iter().map(line);
    std::iter::once(csv_line(COLUMNS.into_iter())).chain(lines).collect::<Vec<_>>().join("\n")
}

fn line(row: &Filled<'_>) -> String {
    let text =
        |column: &&str| row.iter().find(|(name, _)| name == column).map_or("", |(_, text)| text.as_str());
    csv_line(COLUMNS.iter().map(text))
}

fn figure(kind: &str, moved: &FigureMove) -> Filled<'static> {
    let names = ["as_of", "event", "cohort", "dimension", "value", "item", "before", "after", "amount"];
    let filled = names.into_iter().zip(move_row(moved));
    std::iter::once(("kind", kind.to_owned())).chain(filled).collect()
}

fn steps(bridge: &ProjectBridge) -> Vec<Filled<'static>> {
    let of_step = |step: &pipeline::release_diff::project_moves::ProjectStep| {
        vec![
            ("kind", "project".to_owned()),
            ("event", bridge.event.clone()),
            ("cohort", "all".to_owned()),
            ("item", bridge.measure.clone()),
            ("project_id", step.project_id.clone()),
            ("change", step.component.clone()),
            ("amount", step.amount.to_string()),
        ]
    };
    bridge.steps.iter().map(of_step).collect()
}

fn cells(moved: &CellMove) -> Vec<Filled<'static>> {
    let text = |side: Option<&pipeline::release_diff::cell_moves::CellSide>| {
        side.map(|side| side.text.clone()).unwrap_or_default()
    };
    let place = moved.after.as_ref().or(moved.before.as_ref());
    let of_read = |read: &pipeline::release_diff::cell_moves::ReadMove| {
        vec![
            ("kind", "cell".to_owned()),
            ("as_of", moved.month.clone()),
            ("item", read.field.clone()),
            ("project_id", moved.project_id.clone()),
            ("change", moved.change.words().1.to_owned()),
            ("before", text(moved.before.as_ref())),
            ("after", text(moved.after.as_ref())),
            ("file", place.map(|side| side.file.clone()).unwrap_or_default()),
            ("sheet", place.map(|side| side.sheet.clone()).unwrap_or_default()),
            ("cell", place.map(|side| side.address.clone()).unwrap_or_default()),
            ("withheld", place.map(|side| side.withheld.to_string()).unwrap_or_default()),
        ]
    };
    moved.reads.iter().map(of_read).collect()
}
