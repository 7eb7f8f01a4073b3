//! What lights up by itself (条件格式): cells that are still missing, and values that contradict each other.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, Worksheet, XlsxError};

use crate::template::columns::TemplateColumn;
use crate::template::contents::Contents;
use crate::template::formats::{doubtful, missing};
use crate::template::layout::FIRST_ROW;
use crate::template::stage_words::StageWord;

use TemplateColumn::{
    Capital, CapitalBefore, ContractValue, PlannedStart, ProductionDate, ProjectName, SignDate, Stage,
    StartDate,
};

/// Adds the rules; what contradicts comes before what is missing.
pub fn add_highlights(sheet: &mut Worksheet, contents: &Contents) -> Result<(), XlsxError> {
    for (column, condition) in contradictions(contents) {
        add(sheet, contents, column, &condition, doubtful())?;
    }
    for (column, condition) in gaps(contents) {
        let name = contents.layout.first_cell(ProjectName);
        let own = contents.layout.first_cell(column);
        let condition = format!("AND({name}<>\"\",{own}=\"\",{condition})");
        add(sheet, contents, column, &condition, missing())?;
    }
    Ok(())
}

/// Values that cannot both be true.
fn contradictions(contents: &Contents) -> Vec<(TemplateColumn, String)> {
    let at = |column| contents.layout.first_cell(column);
    let below = |column, floor| {
        let (own, floor) = (at(column), at(floor));
        format!("AND(ISNUMBER({own}),ISNUMBER({floor}),{own}<{floor})")
    };
    let (capital, start, production) = (at(Capital), at(StartDate), at(ProductionDate));
    let not_started = is_one_of(&at(Stage), &contents.stages_where(StageWord::is_before_start));
    vec![
        (Capital, below(Capital, CapitalBefore)),
        (Capital, below(ContractValue, Capital)),
        (Capital, format!("AND({capital}<>\"\",NOT(ISNUMBER({capital})))")),
        (StartDate, below(StartDate, SignDate)),
        (StartDate, format!("AND({start}<>\"\",{not_started})")),
        (ProductionDate, below(ProductionDate, StartDate)),
        (ProductionDate, format!("AND({production}<>\"\",{not_started})")),
    ]
}

/// Cells that should be filled in, and when.
fn gaps(contents: &Contents) -> Vec<(TemplateColumn, String)> {
    let stage = contents.layout.first_cell(Stage);
    let says = |words: &[&str]| is_one_of(&stage, words);
    vec![
        (SignDate, "TRUE".to_owned()),
        (ContractValue, "TRUE".to_owned()),
        (Capital, "TRUE".to_owned()),
        (Stage, "TRUE".to_owned()),
        (StartDate, says(&contents.stages_where(StageWord::has_started))),
        (ProductionDate, says(&contents.stages_where(StageWord::is_in_production))),
        (PlannedStart, says(&contents.stages_where(StageWord::is_before_start))),
    ]
}

/// Whether a cell holds one of the words.
fn is_one_of(cell: &str, words: &[&str]) -> String {
    let tests: Vec<String> = words.iter().map(|word| format!("{cell}=\"{word}\"")).collect();
    if tests.is_empty() { "FALSE".to_owned() } else { format!("OR({})", tests.join(",")) }
}

fn add(
    sheet: &mut Worksheet,
    contents: &Contents,
    column: TemplateColumn,
    condition: &str,
    format: Format,
) -> Result<(), XlsxError> {
    let place = contents.layout.place(column);
    let rule = ConditionalFormatFormula::new().set_rule(format!("={condition}").as_str()).set_format(format);
    sheet.add_conditional_format(FIRST_ROW, place, contents.layout.last_row(), place, &rule).map(|_| ())
}
