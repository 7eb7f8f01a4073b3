//! The leaf of one column of a header (表头末级): its path of groups, its unit, its meaning.

use model::cell_address::{Area, CellAddress};

use crate::areas::area_of;
use crate::grid::{Grid, text_of};
use crate::header_text::read_header;
use crate::labels::{Labels, is_form_word, is_unit};
use crate::meaning::Meaning;

/// One column of a header.
#[derive(Debug, Clone)]
pub struct Leaf {
    /// Column of the values.
    pub col: u32,
    /// Texts from the outer group to the leaf, word for word.
    pub path: Vec<String>,
    /// The cells that hold them, in order.
    pub areas: Vec<Area>,
    /// The unit that one of them names, and where.
    pub unit: Option<(String, CellAddress)>,
    /// What it means.
    pub meaning: Meaning,
    /// The text of the leaf itself, as it is looked up.
    pub key: String,
}

/// The text of a leaf as it is looked up.
pub fn key_of(labels: &Labels<'_>, path: &[String]) -> String {
    path.last().map(|text| labels.header(text).key.clone()).unwrap_or_default()
}

/// One text of a column of the header.
#[derive(Debug, Clone)]
struct Part {
    text: String,
    area: Area,
    is_group: bool,
}

/// Reads the leaf of a column; `rows` are the first and last row of the header, `columns` its first column and this one.
pub fn leaf_of_column(
    grid: &Grid<'_>,
    labels: &Labels<'_>,
    rows: (u32, u32),
    columns: (u32, u32),
) -> Option<Leaf> {
    let mut parts = own_parts(grid, rows, columns.1);
    while parts.len() > 1 && parts.last().is_some_and(|part| is_form_word(&part.text)) {
        parts.pop();
    }
    let lowest = parts.last()?.clone();
    if labels.needs_group(&lowest.text) && !parts.iter().any(|part| part.is_group) {
        let groups = groups_to_the_left(grid, (rows.0, lowest.area.first.row), columns);
        let mut texts: Vec<&str> = groups.iter().map(|group| group.text.as_str()).collect();
        texts.push(&lowest.text);
        if labels.meaning(&texts).field.is_some() {
            parts.splice(0..0, groups);
        }
    }
    let unit = take_units(&mut parts);
    let path = join_broken(labels, &parts);
    let unit = unit.or_else(|| unit_of_parts(labels, &parts));
    let texts: Vec<&str> = path.iter().map(String::as_str).collect();
    let meaning = labels.meaning(&texts);
    let areas = parts.iter().map(|part| part.area).collect();
    let key = key_of(labels, &path);
    Some(Leaf { col: columns.1, path, areas, unit, meaning, key })
}

fn own_parts(grid: &Grid<'_>, (top, last): (u32, u32), col: u32) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for row in top..=last {
        let Some(cell) = grid.seen(row, col) else { continue };
        let area = area_of(grid, cell);
        if parts.last().is_some_and(|part| part.area == area) {
            continue;
        }
        let text = text_of(cell).map_or_else(|| cell.content.text().into_owned(), str::to_owned);
        parts.push(Part { text, area, is_group: area.last.col > area.first.col });
    }
    parts
}

/// Group words without merges: the nearest text to the left in a row in which this column is blank.
fn groups_to_the_left(
    grid: &Grid<'_>,
    (top, row_of_leaf): (u32, u32),
    (col_first, col): (u32, u32),
) -> Vec<Part> {
    let mut groups = Vec::new();
    for row in top..row_of_leaf {
        if grid.seen(row, col).is_some() {
            continue;
        }
        let left = grid.cells_of(row).iter().rev().find(|cell| (col_first..col).contains(&cell.col));
        let Some(cell) = left else { continue };
        let area = area_of(grid, cell);
        let reaches_down = area.last.row >= row_of_leaf;
        if let (Some(text), false) = (text_of(cell), reaches_down || area.last.col > area.first.col) {
            groups.push(Part { text: text.to_owned(), area, is_group: true });
        }
    }
    groups
}

/// Takes out the parts that are units and nothing else; the lowest one counts.
fn take_units(parts: &mut [Part]) -> Option<(String, CellAddress)> {
    let lowest = parts.iter().rposition(|part| is_unit(&part.text))?;
    if lowest == 0 {
        return None;
    }
    let unit = read_header(&format!("额({})", parts[lowest].text)).unit?;
    Some((unit, parts[lowest].area.first))
}

fn unit_of_parts(labels: &Labels<'_>, parts: &[Part]) -> Option<(String, CellAddress)> {
    parts.iter().rev().find_map(|part| Some((labels.header(&part.text).unit.clone()?, part.area.first)))
}

/// Joins labels that were broken over rows without merges; groups stay apart.
fn join_broken(labels: &Labels<'_>, parts: &[Part]) -> Vec<String> {
    let first = parts.first().map(|part| part.area);
    let is_word = |part: &&Part| !part.is_group && (Some(part.area) == first || !is_unit(&part.text));
    let groups: Vec<String> =
        parts.iter().filter(|part| part.is_group).map(|part| part.text.clone()).collect();
    let words: Vec<&Part> = parts.iter().filter(is_word).collect();
    let (mut path, mut run) = (groups, String::new());
    for (index, part) in words.iter().enumerate() {
        let is_path = !run.is_empty()
            && labels.needs_group(&part.text)
            && labels.field(&run).is_some()
            && index + 1 == words.len();
        if is_path {
            path.push(std::mem::take(&mut run));
        }
        run.push_str(&part.text);
    }
    if words.len() > 1 && !is_understood(labels, &path, &run) {
        let separate: Vec<String> =
            words.iter().filter(|part| !is_unit(&part.text)).map(|part| part.text.clone()).collect();
        let mut apart: Vec<String> =
            parts.iter().filter(|part| part.is_group).map(|part| part.text.clone()).collect();
        apart.extend(separate);
        let texts: Vec<&str> = apart.iter().map(String::as_str).collect();
        if labels.meaning(&texts).field.is_some() {
            return apart;
        }
    }
    if !run.is_empty() {
        path.push(run);
    }
    path
}

fn is_understood(labels: &Labels<'_>, groups: &[String], leaf: &str) -> bool {
    let mut texts: Vec<&str> = groups.iter().map(String::as_str).collect();
    texts.push(leaf);
    labels.meaning(&texts).field.is_some()
}
