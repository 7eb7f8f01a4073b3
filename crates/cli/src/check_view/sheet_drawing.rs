//! How a sheet was understood, for people (识别结果): its rows by role, its tables, the field of each heading.

use pipeline::check::checked::{CheckedColumn, CheckedSheet, CheckedTable};
use pipeline::summary::Table;

use crate::check_view::check_words::{counted, method_word, unit_source_word};
use crate::check_view::row_roles::bands_lines;
use crate::drawing::{bare, words_column};
use crate::options::Lang;
use crate::text_width::cut;

/// Columns that a heading may take.
const HEADING: usize = 32;

/// Hidden rows or columns that are named.
const MOST_HIDDEN: usize = 12;

/// One sheet.
pub(crate) fn sheet_text(sheet: &CheckedSheet, lang: Lang) -> String {
    let mut lines = vec![headline(sheet, lang)];
    if sheet.n_cells == 0 {
        return lines.remove(0);
    }
    lines.extend(bands_lines(&sheet.bands, lang));
    lines.extend(hidden_text(sheet, lang).map(|text| format!("  {text}")));
    let tables = with_cards_together(&sheet.tables);
    for table in &tables {
        lines.push(String::new());
        lines.push(format!("  {}", table_headline(table, tables.len(), lang)));
        lines.extend(bare(&columns_table(table, lang)).lines().map(|line| format!("  {line}")));
        lines.extend(left_out(table, lang).map(|text| format!("  {text}")));
    }
    lines.join("\n")
}

/// The tables, all cards of the sheet as one: each label once, with how often it stands there.
fn with_cards_together(tables: &[CheckedTable]) -> Vec<CheckedTable> {
    let mut together: Vec<CheckedTable> = Vec::new();
    for table in tables {
        let card =
            together.iter_mut().find(|known| known.orientation == "card" && table.orientation == "card");
        match card {
            Some(known) => add_card(known, table),
            None => together.push(table.clone()),
        }
    }
    together
}

fn add_card(known: &mut CheckedTable, card: &CheckedTable) {
    known.n_records += card.n_records;
    let (first, last) = (known.range.split(':').next(), card.range.rsplit(':').next());
    known.range = format!("{}:{}", first.unwrap_or_default(), last.unwrap_or_default());
    for column in &card.columns {
        let is_same =
            |other: &&mut CheckedColumn| (&other.header, &other.field) == (&column.header, &column.field);
        match known.columns.iter_mut().find(is_same) {
            Some(same) => same.n_times += column.n_times,
            None => known.columns.push(column.clone()),
        }
    }
}

fn headline(sheet: &CheckedSheet, lang: Lang) -> String {
    let name = cut(&sheet.name, HEADING);
    let mut text = match lang {
        Lang::Zh => format!("工作表“{name}”"),
        Lang::En => format!("Sheet “{name}”"),
    };
    if sheet.is_hidden {
        text.push_str(lang.pick("（隐藏）", " (hidden)"));
    }
    match &sheet.title {
        Some(title) => text.push_str(&format!("  {}", cut(title, 72))),
        None if sheet.n_cells == 0 => text.push_str(lang.pick("：空表", ": empty")),
        None if sheet.tables.is_empty() => text.push_str(lang.pick("：没有项目表", ": no table of projects")),
        None => {}
    }
    text
}

fn hidden_text(sheet: &CheckedSheet, lang: Lang) -> Option<String> {
    let named = |names: Vec<String>| {
        let more = if names.len() > MOST_HIDDEN { " …" } else { "" };
        format!(
            "{}{more}",
            names.into_iter().take(MOST_HIDDEN).collect::<Vec<_>>().join(lang.pick("、", ", "))
        )
    };
    let (n_rows, n_columns) = (sheet.hidden_rows.len(), sheet.hidden_columns.len());
    let rows = named(sheet.hidden_rows.iter().map(u32::to_string).collect());
    let columns = named(sheet.hidden_columns.clone());
    let rows = (n_rows > 0).then(|| match lang {
        Lang::Zh => format!("隐藏行 {n_rows} 个（第{rows}行）"),
        Lang::En => format!("{} ({rows})", counted(n_rows, "hidden row")),
    });
    let columns = (n_columns > 0).then(|| match lang {
        Lang::Zh => format!("隐藏列 {n_columns} 个（{columns} 列）"),
        Lang::En => format!("{} ({columns})", counted(n_columns, "hidden column")),
    });
    let told: Vec<String> = rows.into_iter().chain(columns).collect();
    let also = lang.pick("：照常读取", ": read like the others");
    (!told.is_empty()).then(|| format!("{}{also}", told.join(lang.pick("，", ", "))))
}

fn table_headline(table: &CheckedTable, n_tables: usize, lang: Lang) -> String {
    let number = if n_tables > 1 { format!(" {}", table.table) } else { String::new() };
    let layout = match table.orientation.as_str() {
        "across" => lang.pick("，每列一个项目", ", one project a column"),
        "card" => lang.pick("，一个项目一张卡片", ", one card a project"),
        _ => "",
    };
    let n_unknown = table.columns.iter().filter(|column| column.field.is_none()).count();
    let unknown = match (n_unknown, lang) {
        (0, _) => String::new(),
        (n, Lang::Zh) => format!("，{n} 个表头未识别"),
        (n, Lang::En) => format!(", {} not understood", counted(n, "heading")),
    };
    let (range, n_records, n_columns) = (&table.range, table.n_records, table.columns.len());
    match lang {
        Lang::Zh => format!("表{number}（{range}）：{n_records} 个项目，{n_columns} 列{layout}{unknown}"),
        Lang::En => {
            let (projects, columns) = (counted(n_records, "project"), counted(n_columns, "column"));
            format!("Table{number} ({range}): {projects}, {columns}{layout}{unknown}")
        }
    }
}

fn columns_table(table: &CheckedTable, lang: Lang) -> Table {
    let place = if table.orientation == "across" { ("行", "row") } else { ("列", "column") };
    let headers = [
        place,
        ("表头", "heading"),
        ("理解为", "understood as"),
        ("单位", "unit"),
        ("单位来源", "unit from"),
        ("匹配", "match"),
    ];
    Table {
        name: "columns".to_owned(),
        title: String::new(),
        columns: headers.map(|(zh, en)| words_column(lang.pick(zh, en))).to_vec(),
        rows: table.columns.iter().map(|column| column_row(column, lang)).collect(),
        notes: Vec::new(),
    }
}

fn column_row(column: &CheckedColumn, lang: Lang) -> Vec<String> {
    let times = if column.n_times > 1 { format!(" ×{}", column.n_times) } else { String::new() };
    let source = column.unit_source.as_deref().map(|source| unit_source_word(source, lang).to_owned());
    let address = column.unit_address.as_ref().filter(|_| column.unit_source.as_deref() != Some("header"));
    let source = source.map(|source| address.map_or(source.clone(), |address| format!("{source} {address}")));
    vec![
        column.place.clone(),
        format!("{}{times}", cut(&column.header, HEADING)),
        understood(column, lang),
        column.unit.clone().unwrap_or_default(),
        source.unwrap_or_default(),
        matched(column, lang),
    ]
}

fn understood(column: &CheckedColumn, lang: Lang) -> String {
    let mut text = match column.field {
        Some(_) => cut(lang.pick(&column.field_zh, &column.field_en), HEADING),
        None => lang.pick("？未识别，不使用", "? not understood, not used").to_owned(),
    };
    if let Some(month) = &column.month {
        text.push_str(&format!(" {month}"));
    }
    if column.is_personal {
        text.push_str(lang.pick("（个人信息，不显示）", " (personal, not shown)"));
    }
    text
}

fn matched(column: &CheckedColumn, lang: Lang) -> String {
    let word = method_word(&column.method, lang);
    match column.field {
        Some(_) if column.confidence < 1.0 => format!("{word} {:.0}%", column.confidence * 100.0),
        Some(_) => word.to_owned(),
        None => "—".to_owned(),
    }
}

/// Fields without which a project cannot be followed, and which no heading was understood as.
fn left_out(table: &CheckedTable, lang: Lang) -> Option<String> {
    const NEEDED: [(&[&str], &str, &str); 3] = [
        (&["project_name"], "项目名称", "name of the project"),
        (&["contract_value"], "合同投资额", "contract value"),
        (&["arrived_total", "arrived_year", "arrived_month"], "到位资金", "capital arrived"),
    ];
    let has = |names: &[&str]| {
        table.columns.iter().any(|column| column.field.as_deref().is_some_and(|field| names.contains(&field)))
    };
    let missing = NEEDED.iter().filter(|(names, ..)| !has(names));
    let missing: Vec<&str> = missing.map(|(_, zh, en)| lang.pick(zh, en)).collect();
    (!missing.is_empty() && table.n_records > 0)
        .then(|| format!("{}{}", lang.pick("没有找到：", "not found: "), missing.join(lang.pick("、", ", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_told_as_one_table() {
        let label = |header: &str| CheckedColumn {
            header: header.to_owned(),
            n_times: 1,
            ..CheckedColumn::default()
        };
        let card = |range: &str, headers: &[&str]| CheckedTable {
            range: range.to_owned(),
            orientation: "card".to_owned(),
            n_records: 1,
            columns: headers.iter().map(|header| label(header)).collect(),
            ..CheckedTable::default()
        };
        let together =
            with_cards_together(&[card("A3:D8", &["项目", "开工"]), card("A10:D15", &["项目", "投产"])]);
        assert_eq!((together.len(), together[0].n_records, together[0].range.as_str()), (1, 2, "A3:D15"));
        let times: Vec<usize> = together[0].columns.iter().map(|column| column.n_times).collect();
        assert_eq!(times, [2, 1, 1]);
    }

    #[test]
    fn headings_that_were_not_understood_are_marked() {
        let column = CheckedColumn {
            place: "C".to_owned(),
            header: "责任科室".to_owned(),
            ..CheckedColumn::default()
        };
        let table =
            CheckedTable { range: "A1:C9".to_owned(), columns: vec![column], ..CheckedTable::default() };
        assert!(table_headline(&table, 1, Lang::Zh).ends_with("1 个表头未识别"));
        assert_eq!(columns_table(&table, Lang::Zh).rows[0][2], "？未识别，不使用");
    }
}
