//! Which cell is meant (所指单元格): `202307/北碚.xlsx›台账!H12`, or file, sheet and cell apart.

use model::cell_address::CellAddress;

use crate::ask_error::AskError;

/// A cell as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedCell {
    /// File, or the end or a part of its path.
    pub file: String,
    /// Sheet, where one was typed.
    pub sheet: Option<String>,
    /// The cell.
    pub cell: CellAddress,
}

/// Signs between file and sheet.
const SIGNS: [char; 3] = ['›', '»', '>'];

/// Reads `FILE›SHEET!C7`, `FILE!C7`, `FILE›SHEET›C7`, or file, sheet and cell apart.
pub fn typed_cell(typed: &[String]) -> Result<TypedCell, AskError> {
    let refuse = || AskError::NotACell { typed: typed.join(" ") };
    let parts: Vec<String> = match typed {
        [one] => pieces(one),
        several => several.iter().map(|part| part.trim().to_owned()).collect(),
    };
    let (file, sheet, cell) = match parts.as_slice() {
        [file, cell] => (file, None, cell),
        [file, sheet, cell] => (file, Some(sheet.clone()), cell),
        _ => return Err(refuse()),
    };
    let cell = cell.replace('$', "").parse().map_err(|_| refuse())?;
    if file.is_empty() {
        return Err(refuse());
    }
    Ok(TypedCell { file: file.clone(), sheet: sheet.filter(|sheet| !sheet.is_empty()), cell })
}

/// File, sheet where there is one, and cell.
fn pieces(text: &str) -> Vec<String> {
    let owned = |parts: &[&str]| parts.iter().map(|part| part.trim().to_owned()).collect();
    let is_sign = |sign: char| SIGNS.contains(&sign);
    let Some((before, cell)) = text.rsplit_once(|sign: char| sign == '!' || sign == '！' || is_sign(sign))
    else {
        return vec![text.to_owned()];
    };
    match before.split_once(is_sign) {
        Some((file, sheet)) => owned(&[file, sheet, cell]),
        None => owned(&[before, cell]),
    }
}

/// The files whose path is, ends with, or holds what was typed; the first way that finds any.
pub fn files_named<'a>(typed: &str, files: &[&'a str]) -> Vec<&'a str> {
    let typed = typed.trim().trim_start_matches("./").replace('\\', "/");
    let ends = |file: &str| {
        let (longer, shorter) =
            if file.len() >= typed.len() { (file, typed.as_str()) } else { (typed.as_str(), file) };
        longer.strip_suffix(shorter).is_some_and(|before| before.is_empty() || before.ends_with('/'))
    };
    let found =
        |is_it: &dyn Fn(&str) -> bool| files.iter().copied().filter(|file| is_it(file)).collect::<Vec<_>>();
    let ways: [&dyn Fn(&str) -> bool; 3] =
        [&|file| file == typed, &ends, &|file| !typed.is_empty() && file.contains(&typed)];
    ways.into_iter().map(|way| found(way)).find(|found| !found.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &[&str], expected: (&str, Option<&str>, &str)) {
        let typed: Vec<String> = typed.iter().map(|text| (*text).to_owned()).collect();
        let cell = typed_cell(&typed).unwrap();
        assert_eq!((cell.file.as_str(), cell.sheet.as_deref(), cell.cell.to_string().as_str()), expected);
    }

    #[test]
    fn cells_are_read_in_every_way_of_writing_them() {
        check(&["202307/北碚.xlsx›台账!C7"], ("202307/北碚.xlsx", Some("台账"), "C7"));
        check(&["北碚.xlsx › 台账 › c7"], ("北碚.xlsx", Some("台账"), "C7"));
        check(&["北碚.xlsx!$C$7"], ("北碚.xlsx", None, "C7"));
        check(&["北碚.xlsx›汇总!页!C7"], ("北碚.xlsx", Some("汇总!页"), "C7"));
        check(&["北碚.xlsx", "台账", "C7"], ("北碚.xlsx", Some("台账"), "C7"));
        check(&["北碚.xlsx", "C7"], ("北碚.xlsx", None, "C7"));
        for wrong in ["", "北碚.xlsx", "北碚.xlsx!", "北碚.xlsx!7C", "!C7", "›!C7", "\u{0}"] {
            assert!(typed_cell(&[wrong.to_owned()]).is_err(), "{wrong}");
        }
        assert!(typed_cell(&[]).is_err());
    }

    #[test]
    fn a_file_is_found_by_the_end_of_its_path() {
        let files = ["202306/北碚.xlsx", "202307/北碚.xlsx", "202307/万州 二.xlsx"];
        let check =
            |typed: &str, expected: &[&str]| assert_eq!(files_named(typed, &files), expected, "{typed}");
        check("202307/北碚.xlsx", &["202307/北碚.xlsx"]);
        check("data/received/202307/北碚.xlsx", &["202307/北碚.xlsx"]);
        check("万州 二.xlsx", &["202307/万州 二.xlsx"]);
        check("北碚.xlsx", &["202306/北碚.xlsx", "202307/北碚.xlsx"]);
        check("万州", &["202307/万州 二.xlsx"]);
        check("碚.xls", &["202306/北碚.xlsx", "202307/北碚.xlsx"]);
        check("", &[]);
        check("奉节", &[]);
    }
}
