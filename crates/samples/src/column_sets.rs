//! Sets of columns (列组合): what a return of 25 columns or of 12 holds, in the order that officials use.

use model::amount_unit::AmountUnit;
use model::field::Field;

use crate::column::{Column, UnitPlace};
use crate::random::Random;

/// 25 columns.
pub(crate) const WIDE: [Field; 25] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Event,
    Field::EventYear,
    Field::Investor,
    Field::LocalEntity,
    Field::CreditCode,
    Field::ResponsibleUnit,
    Field::IndustryRaw,
    Field::Content,
    Field::AgreementType,
    Field::SignDate,
    Field::ContractValue,
    Field::FixedInvest,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::InvestDone,
    Field::StatusRaw,
    Field::RegisterDate,
    Field::StartDate,
    Field::ProductionDate,
    Field::PlannedStart,
    Field::ProgressText,
    Field::Note,
];

/// The usual 18 columns, with contact persons.
pub(crate) const USUAL: [Field; 18] = [
    Field::RowNo,
    Field::ProjectName,
    Field::Event,
    Field::EventYear,
    Field::Investor,
    Field::IndustryRaw,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedPrev,
    Field::ArrivedMonth,
    Field::ArrivedTotal,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProductionDate,
    Field::ProblemText,
    Field::NextStep,
    Field::Contact,
    Field::Phone,
];

/// 12 columns without event and edition.
pub(crate) const SLIM: [Field; 12] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProductionDate,
    Field::Note,
];

/// The 12 columns without a status: a sheet, a group row or ticks say it.
pub(crate) const UNSTAGED: [Field; 11] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::StartDate,
    Field::ProductionDate,
    Field::Note,
];

/// 13 columns with ticks in place of a status word.
pub(crate) const TICKED: [Field; 13] = [
    Field::RowNo,
    Field::ProjectName,
    Field::Event,
    Field::EventYear,
    Field::Investor,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::IsRegistered,
    Field::IsStarted,
    Field::IsProduction,
    Field::StartDate,
    Field::ProgressText,
];

/// Columns of these fields, all money in one unit.
pub(crate) fn columns_of(
    fields: &[Field],
    unit: AmountUnit,
    place: UnitPlace,
    habit: &mut Random,
) -> Vec<Column> {
    fields.iter().map(|field| Column::of(*field, unit, place, habit)).collect()
}

/// Columns of these fields; contract value in 亿元 or 万元 and capital in another unit, each said in its heading.
pub(crate) fn columns_of_mixed_units(fields: &[Field], habit: &mut Random) -> Vec<Column> {
    let contract_unit = habit.pick_unit();
    let capital_unit = habit.pick_unit();
    let unit_of = |field: Field| if field == Field::ContractValue { contract_unit } else { capital_unit };
    fields.iter().map(|field| Column::of(*field, unit_of(*field), UnitPlace::Heading, habit)).collect()
}

impl Random {
    /// A unit of money that officials use.
    pub(crate) fn pick_unit(&mut self) -> AmountUnit {
        match self.below(9) {
            0..4 => AmountUnit::WAN,
            4..8 => AmountUnit::YI,
            _ => AmountUnit::MILLION,
        }
    }
}
