//! What speaks for and against two profiles being one project (关联证据): the fields, their scales, and the fixed weights.
//!
//! The chances were set beforehand from what returns look like, not fitted to any set of returns: how often a field of
//! one project agrees with itself from month to month (`m`), and how often it does between two projects of one city
//! (`u`). A renamed project keeps investor, value and day of signing; two phases share all but phase, value and day.

use crate::linkage::field::{Field, FieldShape};
use crate::linkage::level::Level;
use crate::linkage::weights::{FieldWeights, Weights};
use crate::linking::likeness::likeness_of_normalized;
use crate::linking::profile::Profile;
use crate::typed_record::SpannedDate;

/// What profiles are compared by.
pub const FIELDS: [Field<Profile>; 8] = [
    Field::new("name", &["same", "contained", "alike", "partly", "other"], name),
    Field::new("investor", &["same", "part", "other"], investor),
    Field::new("local entity", &["same", "other"], local_entity),
    Field::new("contract value", &["same", "near", "slip", "other"], contract),
    Field::new("signed", &["same day", "same month", "other"], signed),
    Field::new("unit", &["same", "other"], unit),
    Field::new("edition", &["same", "other"], edition),
    Field::new("phase", &["same", "untold", "other"], phase),
];

/// `m` and `u` of each level, in the order of [`FIELDS`].
const CHANCES: [(&[f64], &[f64]); 8] = [
    (&[0.70, 0.17, 0.07, 0.03, 0.03], &[0.0005, 0.0015, 0.02, 0.10, 0.878]),
    (&[0.85, 0.08, 0.07], &[0.01, 0.02, 0.97]),
    (&[0.90, 0.10], &[0.005, 0.995]),
    (&[0.80, 0.08, 0.04, 0.08], &[0.02, 0.12, 0.01, 0.85]),
    (&[0.85, 0.10, 0.05], &[0.10, 0.25, 0.65]),
    (&[0.95, 0.05], &[0.03, 0.97]),
    (&[0.97, 0.03], &[0.33, 0.67]),
    (&[0.97, 0.0295, 0.0005], &[0.83, 0.10, 0.07]),
];

/// The weights, where one of `n_projects` is the right one.
pub fn weights(n_projects: usize) -> Weights {
    let field = |(field, (m, u)): (&Field<Profile>, (&[f64], &[f64]))| FieldWeights {
        shape: FieldShape { name: field.shape.name, levels: field.shape.levels },
        m: m.to_vec(),
        u: u.to_vec(),
    };
    Weights {
        fields: FIELDS.iter().zip(CHANCES).map(field).collect(),
        prior: 1.0 / (n_projects as f64 + 1.0).max(2.0),
    }
}

/// What speaks for two profiles being one project. Unit: bits, without the prior. Missing: less than `least`, whatever
/// their names may be; names are compared last, for that takes longest.
pub fn weight_from(weights: &Weights, left: &Profile, right: &Profile, least: f64) -> Option<f64> {
    let of_field =
        |(field, weights): (&Field<Profile>, &FieldWeights)| weights.weight((field.compare)(left, right));
    let mut fields = FIELDS.iter().zip(&weights.fields);
    let (of_name, most) = fields.next().map(|first| (first, first.1.weight(Level::At(0))))?;
    let others: f64 = fields.map(of_field).sum();
    if others + most < least {
        return None;
    }
    Some(others + of_field(of_name)).filter(|weight| *weight >= least)
}

fn name(left: &Profile, right: &Profile) -> Level {
    let pairs = left.names.iter().flat_map(|left| right.names.iter().map(move |right| (left, right)));
    let best = pairs.map(|(left, right)| likeness_of_normalized(left, right)).reduce(f64::max);
    best.map_or(Level::Missing, |likeness| {
        Level::At(match likeness {
            likeness if likeness >= 1.0 => 0,
            likeness if likeness >= 0.92 => 1,
            likeness if likeness >= 0.8 => 2,
            likeness if likeness >= 0.6 => 3,
            _ => 4,
        })
    })
}

fn investor(left: &Profile, right: &Profile) -> Level {
    // A return may name the local company where the ledger names the investor, and the other way round.
    let crossed = !left.investors.is_disjoint(&right.local_entities)
        || !left.local_entities.is_disjoint(&right.investors);
    if left.investors.is_empty() || right.investors.is_empty() {
        return Level::Missing;
    }
    let part = |left: &str, right: &str| left.contains(right) || right.contains(left);
    if !left.investors.is_disjoint(&right.investors) {
        Level::At(0)
    } else if crossed
        || left.investors.iter().any(|left| right.investors.iter().any(|right| part(left, right)))
    {
        Level::At(1)
    } else {
        Level::At(2)
    }
}

fn local_entity(left: &Profile, right: &Profile) -> Level {
    if left.local_entities.is_empty() || right.local_entities.is_empty() {
        return Level::Missing;
    }
    Level::At(u8::from(left.local_entities.is_disjoint(&right.local_entities)))
}

fn contract(left: &Profile, right: &Profile) -> Level {
    let pairs = left.contracts.iter().flat_map(|left| right.contracts.iter().map(move |right| (left, right)));
    let level = |(left, right): (&i64, &i64)| {
        let ratio = (*left.max(right)) as f64 / (*left.min(right)) as f64;
        match ratio {
            ratio if ratio <= 1.005 => 0,
            ratio if ratio <= 1.2 => 1,
            ratio if (ratio / 10_000.0 - 1.0).abs() <= 0.05 => 2,
            _ => 3,
        }
    };
    pairs.map(level).min().map_or(Level::Missing, Level::At)
}

fn signed(left: &Profile, right: &Profile) -> Level {
    let pairs = left.signed.iter().flat_map(|left| right.signed.iter().map(move |right| (*left, *right)));
    let level = |(left, right): (SpannedDate, SpannedDate)| {
        let overlap = left.date <= right.last_day() && right.date <= left.last_day();
        let days = left.date == right.date && left.last_day() == right.last_day();
        if days { 0 } else { 2 - u8::from(overlap) }
    };
    pairs.map(level).min().map_or(Level::Missing, Level::At)
}

fn unit(left: &Profile, right: &Profile) -> Level {
    if left.units.is_empty() || right.units.is_empty() {
        return Level::Missing;
    }
    Level::At(u8::from(left.units.is_disjoint(&right.units)))
}

fn edition(left: &Profile, right: &Profile) -> Level {
    let (Some((event, cohort)), Some((other_event, other_cohort))) = (&left.cohort, &right.cohort) else {
        return Level::Missing;
    };
    let events_differ = event.as_ref().zip(other_event.as_ref()).is_some_and(|(left, right)| left != right);
    Level::At(u8::from(events_differ || cohort != other_cohort))
}

/// A name that tells no phase may be the first one.
fn phase(left: &Profile, right: &Profile) -> Level {
    if left.names.is_empty() || right.names.is_empty() {
        return Level::Missing;
    }
    let shared = !left.phases.is_disjoint(&right.phases);
    Level::At(if shared { 0 } else { 2 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::field::pattern_of;

    fn profile(name: &str, investor: &str, contract: i64, unit: &str) -> Profile {
        let mut record = crate::typed_record::TypedRecord {
            unit_code: Some(unit.to_owned()),
            ..crate::typed_record::TypedRecord::default()
        };
        record.texts.insert(model::field::Field::ProjectName, name.to_owned());
        if !investor.is_empty() {
            record.texts.insert(model::field::Field::Investor, investor.to_owned());
        }
        record.amounts.insert(model::field::Field::ContractValue, contract);
        Profile::of_record(&record)
    }

    fn chance(left: &Profile, right: &Profile) -> f64 {
        let weights = weights(233);
        weights.probability(weights.weight(&pattern_of(&FIELDS, left, right)))
    }

    #[test]
    fn a_renamed_project_is_recognised_and_a_second_phase_is_not() {
        let known = profile("霁甫电驱动总成生产基地项目", "霁甫科技有限公司", 620_000_000, "CQ500105");
        let renamed =
            profile("重庆霁甫智造有限公司新能源项目", "霁甫科技股份有限公司", 620_000_000, "CQ500105");
        let second = profile("霁甫电驱动总成生产基地二期项目", "霁甫科技有限公司", 310_000_000, "CQ500105");
        let other = profile("珞岳电驱动总成生产基地项目", "珞岳集团有限公司", 150_000_000, "CQ500105");
        assert!(chance(&known, &renamed) > 0.9, "{}", chance(&known, &renamed));
        assert!(chance(&known, &second) < 0.6, "{}", chance(&known, &second));
        assert!(chance(&known, &other) < 0.01, "{}", chance(&known, &other));
    }

    #[test]
    fn the_chances_of_each_field_make_one() {
        for (field, (m, u)) in FIELDS.iter().zip(CHANCES) {
            assert_eq!((m.len(), u.len()), (field.shape.levels.len(), field.shape.levels.len()));
            let whole = |chances: &[f64]| (chances.iter().sum::<f64>() - 1.0).abs() < 1e-9;
            assert!(whole(m) && whole(u), "{}", field.shape.name);
        }
    }
}
