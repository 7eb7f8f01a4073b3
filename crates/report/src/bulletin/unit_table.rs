//! The table of the units that are placed (位次表).

use model::datasets::rankings::Ranking;

use crate::bulletin::document::{Block, BulletinTable, LineKind};
use crate::bulletin::speaker::{Speaker, next_table};
use crate::bulletin::unit_group::UnitGroup;
use crate::error::ReportError;
use crate::table::ReportColumn;

/// Caption and table of one group.
pub fn placed(blocks: &mut Vec<Block>, speaker: &Speaker, group: &UnitGroup) -> Result<(), ReportError> {
    let values =
        [("number", next_table(blocks)), ("group", group.name.clone()), ("as_of", speaker.as_of_words())];
    blocks.push(speaker.line(LineKind::Caption, "table_units", &values)?);
    let rows = group.ranked.iter().map(|row| cells(speaker, group, row));
    blocks.push(Block::Table(BulletinTable {
        columns: vec![
            ReportColumn::words("位次", "place"),
            ReportColumn::words("区县（单位）", "unit"),
            ReportColumn::figures("项目数（个）", "projects"),
            ReportColumn::figures("已开工或投产（个）", "started or in production"),
            ReportColumn::figures("开工率（%）", "start rate (%)"),
            ReportColumn::words("与本组相比", "against the group"),
        ],
        shares: vec![10, 22, 15, 21, 16, 16],
        rows: rows.collect(),
        has_total: false,
    }));
    Ok(())
}

fn cells(speaker: &Speaker, group: &UnitGroup, row: &Ranking) -> Vec<String> {
    let started = group.started(row);
    let none = || "—".to_owned();
    vec![
        place(group, row),
        speaker.unit(&row.unit_code),
        row.n.to_string(),
        started.map_or_else(none, |started| started.to_string()),
        started.map_or_else(none, |started| speaker.share_cell(started, row.n)),
        verdict(row, speaker).to_owned(),
    ]
}

/// One more than the units of the table that stand before; equal ones share a place.
fn place(group: &UnitGroup, row: &Ranking) -> String {
    (group.ranked.iter().filter(|other| other.rank < row.rank).count() + 1).to_string()
}

fn verdict(row: &Ranking, speaker: &Speaker) -> &'static str {
    let lang = speaker.lang();
    match row.verdict.as_deref() {
        Some("far_above") => lang.pick("明显高", "far high"),
        Some("above") => lang.pick("较高", "high"),
        Some("within") => lang.pick("相当", "alike"),
        Some("below") => lang.pick("较低", "low"),
        Some("far_below") => lang.pick("明显低", "far low"),
        _ => "—",
    }
}
