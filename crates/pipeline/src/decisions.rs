//! Reads what people decided about headings (表头决定) from `data/decisions/headers.csv`.

use std::path::Path;

use ingest::overrides::{Authority, Heading, Overrides};
use model::amount_unit::AmountUnit;
use model::decisions::HeaderDecision;
use model::field::Field;

use crate::csv_table::read_optional_table;
use crate::error::PipelineError;

/// The table.
const HEADERS: &str = "headers.csv";

/// What was decided about headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeaderDecisions {
    rows: Vec<HeaderDecision>,
}

impl HeaderDecisions {
    /// Reads the table of a folder; without a folder or a table nothing was decided.
    pub fn read(folder: Option<&Path>) -> Result<HeaderDecisions, PipelineError> {
        let Some(file) = folder.map(|folder| folder.join(HEADERS)) else {
            return Ok(HeaderDecisions::default());
        };
        let rows: Vec<HeaderDecision> = read_optional_table(&file)?;
        match rows.iter().enumerate().find_map(|(index, row)| Some((index, problem(row)?))) {
            Some((index, problem)) => {
                Err(PipelineError::Table { file, problem: format!("row {}: {problem}", index + 2) })
            }
            None => Ok(HeaderDecisions { rows }),
        }
    }

    /// What was decided about every unit.
    pub fn of_all(&self) -> Overrides {
        overrides(self.rows.iter().filter(|row| row.unit_code.is_empty()))
    }

    /// What was decided about one unit alone.
    pub fn of_unit(&self, unit_code: &str) -> Overrides {
        overrides(self.rows.iter().filter(|row| row.unit_code == unit_code))
    }
}

/// What is wrong with a row.
fn problem(row: &HeaderDecision) -> Option<String> {
    let field = row.field.as_str();
    match (row.header.trim().is_empty(), row.sheet.is_empty()) {
        (true, true) => return Some("neither a heading nor a sheet is named".to_owned()),
        (true, false) if matches!(field, "count" | "skip") => {}
        (true, false) => return Some(format!("a sheet is `count` or `skip`, not `{field}`")),
        (false, _) if field == "-" || field.parse::<Field>().is_ok() => {}
        (false, _) => return Some(format!("`{field}` is no field; `luodi describe fields` lists them")),
    }
    let is_unit = row.unit.is_empty() || row.unit.parse::<AmountUnit>().is_ok();
    (!is_unit).then(|| format!("`{}` is no unit of money such as 万元", row.unit))
}

fn overrides<'a>(rows: impl Iterator<Item = &'a HeaderDecision>) -> Overrides {
    let mut overrides = Overrides::default();
    for row in rows {
        match row.header.trim() {
            "" => overrides.sheet(&row.sheet, row.field == "count"),
            header => overrides.heading(Heading {
                sheet: Some(row.sheet.clone()).filter(|sheet| !sheet.is_empty()),
                header: header.to_owned(),
                field: row.field.parse().ok(),
                unit: Some(row.unit.clone()).filter(|unit| !unit.is_empty()),
                known: None,
                authority: Authority::Person,
            }),
        }
    }
    overrides
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<HeaderDecisions, String> {
        let folder = tempfile::tempdir().unwrap();
        fs_err::write(folder.path().join(HEADERS), text).unwrap();
        HeaderDecisions::read(Some(folder.path())).map_err(|error| error.to_string())
    }

    #[test]
    fn decisions_are_kept_apart_by_unit() {
        let decisions = read(
            "unit_code,sheet,header,field,unit,author,reason\nCQ500105,,引资,contract_value,亿元,甲,\n,,备用,-,,甲,\n,旧表,,skip,,甲,\n",
        )
        .unwrap();
        let of_unit = decisions.of_unit("CQ500105");
        let heading = of_unit.of("台账", &["引资"]).unwrap();
        assert_eq!((heading.field, heading.unit.as_deref()), (Some(Field::ContractValue), Some("亿元")));
        assert!(decisions.of_unit("CQ500106").is_empty());
        assert_eq!(decisions.of_all().of("台账", &["备用"]).map(|heading| heading.field), Some(None));
        assert_eq!(decisions.of_all().counts("旧表"), Some(false));
    }

    #[test]
    fn a_row_that_says_nothing_is_refused_with_its_number() {
        let check = |row: &str, expected: &str| {
            let problem = read(&format!("unit_code,header,field,unit,author,reason\n{row}\n")).unwrap_err();
            assert!(problem.contains("row 2") && problem.contains(expected), "{problem}");
        };
        check(",引资,capital,,,", "`capital` is no field");
        check(",,count,,,", "neither a heading nor a sheet");
        check(",引资,contract_value,斤,,", "`斤` is no unit");
    }

    #[test]
    fn without_a_table_nothing_was_decided() {
        assert_eq!(HeaderDecisions::read(None).unwrap(), HeaderDecisions::default());
    }
}
