//! Units that somebody typed (单位选择): by code, short or full name.

use model::reference::{Reference, UnitRow};

use crate::ask_error::AskError;
use crate::error::PipelineError;
use crate::nearest::nearest;

/// The codes of units that were typed, in the order of the reference; all where none was.
pub fn chosen_units(typed: &[String], reference: &Reference) -> Result<Vec<String>, PipelineError> {
    if let Some(unknown) =
        typed.iter().find(|typed| !reference.units.iter().any(|unit| is_called(unit, typed)))
    {
        let names = reference.units.iter().flat_map(|unit| [unit.short_name.as_str(), unit.unit_id.as_str()]);
        return Err(
            AskError::UnknownUnit { name: unknown.clone(), nearest: nearest(unknown, names, 3) }.into()
        );
    }
    let wanted = |unit: &&UnitRow| typed.is_empty() || typed.iter().any(|typed| is_called(unit, typed));
    Ok(reference.units.iter().filter(wanted).map(|unit| unit.unit_id.clone()).collect())
}

fn is_called(unit: &UnitRow, typed: &str) -> bool {
    unit.unit_id.eq_ignore_ascii_case(typed) || unit.name == typed || unit.short_name == typed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::built_in;

    #[test]
    fn units_are_chosen_by_code_or_name_in_the_order_of_the_reference() {
        let reference = built_in::reference().unwrap();
        let [first, second] = [&reference.units[0], &reference.units[1]];
        let typed = [second.unit_id.to_lowercase(), first.name.clone()];
        let chosen = chosen_units(&typed, &reference).unwrap();
        assert_eq!(chosen, [first.unit_id.clone(), second.unit_id.clone()]);
        assert_eq!(chosen_units(&[], &reference).unwrap().len(), reference.units.len());
        let error = chosen_units(&["万洲".to_owned()], &reference).unwrap_err();
        assert!(error.to_string().contains("万洲"), "{error}");
    }
}
