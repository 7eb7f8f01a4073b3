//! What one drawn row says by itself (单行读数): stage flags, and whether a value was planted wrong.

use model::field::Field;
use model::stage::Stage;

use crate::drawing::{DrawnCell, DrawnRow};
use crate::line::{Line, Planted};

/// What a row says of the stage; nothing where it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Flags {
    pub(crate) started: Option<bool>,
    pub(crate) in_production: Option<bool>,
    pub(crate) terminated: Option<bool>,
}

/// The cell of a field.
pub(crate) fn cell_of(row: &DrawnRow, field: Field) -> Option<&DrawnCell> {
    row.cells.iter().find(|cell| cell.field == field)
}

/// The planted error at a field of a line.
pub(crate) fn planted_at(line: &Line, field: Field) -> Option<&Planted> {
    line.planted.iter().find(|planted| planted.field == field)
}

/// What the row says: its status word or text, else its ticks.
pub(crate) fn flags_of(row: &DrawnRow, stage: Stage) -> Flags {
    if cell_of(row, Field::StatusRaw).is_some() {
        let dated = cell_of(row, Field::StartDate).is_some_and(|cell| !cell.value.is_empty());
        return flags_of_stage(stage, dated);
    }
    let tick = |field: Field| cell_of(row, field).map(|cell| cell.value == "1");
    let in_production = tick(Field::IsProduction);
    let terminated =
        (stage == Stage::Terminated && cell_of(row, Field::ProgressText).is_some()).then_some(true);
    Flags { started: tick(Field::IsStarted), in_production, terminated }
}

/// Suspended and terminated say nothing of a start by themselves; a date of start beside them does.
fn flags_of_stage(stage: Stage, dated: bool) -> Flags {
    let started = dated.then_some(true);
    match stage {
        Stage::Suspended => Flags { started, in_production: None, terminated: Some(false) },
        Stage::Terminated => Flags { started, in_production: Some(false), terminated: Some(true) },
        _ => {
            let progress = stage.progress().unwrap_or(0);
            let reaches = |other: Stage| other.progress().is_some_and(|least| progress >= least);
            Flags {
                started: Some(reaches(Stage::Started)),
                in_production: Some(reaches(Stage::PartialProduction)),
                terminated: Some(false),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_says_nothing_of_the_start() {
        assert_eq!(flags_of_stage(Stage::Suspended, false).started, None);
        assert_eq!(flags_of_stage(Stage::Terminated, false).terminated, Some(true));
        assert_eq!(flags_of_stage(Stage::LandAcquired, false).started, Some(false));
        assert_eq!(flags_of_stage(Stage::FullCapacity, false).in_production, Some(true));
    }
}
