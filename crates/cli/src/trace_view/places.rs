//! How places and values are written (出处写法): `文件 › 表 › H12`, merged ranges, what a cell was read as.

use model::field::Field;
use pipeline::printing::{Printing, grouped};
use pipeline::trace::values::{TracedCell, TracedValue};

use crate::options::Lang;
use crate::stage_words::stage_word;
use crate::text_width::{cut, one_line};

/// Columns of a terminal that the text of a cell may take.
const WIDEST: usize = 40;

/// File › sheet › cell, with the merged range around it.
pub(crate) fn place(cell: &TracedCell, lang: Lang) -> String {
    format!("{} › {}", one_line(&cell.file), place_in_file(cell, lang))
}

/// Sheet › cell, likewise.
pub(crate) fn place_in_file(cell: &TracedCell, lang: Lang) -> String {
    let address = match cell.address.as_str() {
        "(file)" => lang.pick("（文件名）", "(file name)"),
        "(sheet)" => lang.pick("（表名）", "(sheet name)"),
        "(folder)" => lang.pick("（文件夹名）", "(folder name)"),
        "(received)" => lang.pick("（收到时间）", "(time of receipt)"),
        address => address,
    };
    let merge = cell.merge.as_ref().filter(|merge| merge.as_str() != address);
    let merge = merge.map(|merge| format!("（{}{merge}）", lang.pick("合并", "merged "))).unwrap_or_default();
    match cell.sheet.is_empty() {
        true => format!("{address}{merge}"),
        false => format!("{} › {address}{merge}", one_line(&cell.sheet)),
    }
}

/// The text that stood there, in quotes.
pub(crate) fn quoted(text: &str) -> String {
    format!("“{}”", cut(text, WIDEST))
}

/// Name of a field.
pub(crate) fn field_name(field: &str, lang: Lang) -> String {
    let known = field.parse::<Field>();
    known.map_or_else(|_| field.to_owned(), |known| lang.pick(known.zh(), known.en()).to_owned())
}

/// What a value was read as: amounts in full units.
pub(crate) fn read_as(value: &TracedValue, printing: &Printing, lang: Lang) -> String {
    let text = value.value.as_deref().unwrap_or("–");
    let yuan = text.parse::<i64>().ok().filter(|_| value.unit.is_some());
    match yuan {
        Some(yuan) => format!("{} {}", grouped(yuan), printing.full_unit()),
        None => one_line(stage_word(text, lang)),
    }
}

/// Rule, flags and what else is to be known of a value.
pub(crate) fn marks(value: &TracedValue, lang: Lang) -> String {
    let mut marks = vec![value.rule.clone()];
    marks.extend(value.flags.clone());
    if let (Some(unit), Some(source)) = (&value.unit, &value.unit_source) {
        let at = value.unit_address.as_ref().map(|address| format!(" {address}")).unwrap_or_default();
        marks.push(format!("{} {unit} ({source}{at})", lang.pick("单位", "unit")));
    }
    if value.withheld {
        marks.push(lang.pick("已搁置", "withheld").to_owned());
    }
    marks.join(" · ")
}
