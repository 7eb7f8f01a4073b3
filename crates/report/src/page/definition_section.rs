//! Policy and definitions (口径与指标定义), as the table of definitions says them.

use maud::{Markup, html};

use crate::page::bilingual::both;
use crate::page::printing::Printing;
use crate::page::table_frame::scrolled;
use crate::tables::definitions::definitions;

/// One row a setting or metric.
pub fn definition_section(printing: &Printing<'_>) -> Markup {
    let release = printing.release;
    let of = |style| definitions(release.definitions, release.policy, release.scope, style);
    let (zh, en) = (of(&printing.zh), of(&printing.en));
    let rows = zh.rows.iter().zip(&en.rows);
    let body = html! {
        table.definitions id="definitions-table" {
            caption { (both(&zh.title_zh, &zh.title_en)) }
            thead { tr { @for column in &zh.columns { th scope="col" { (both(&column.zh, &column.en)) } } } }
            tbody { @for (zh, en) in rows { tr {
                @for (zh, en) in zh.iter().zip(en) { td { (both(zh, en)) } }
            } } }
        }
    };
    scrolled(("口径说明", "Definitions"), &body)
}
