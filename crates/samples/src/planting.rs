//! Wrong values put in on purpose (埋设错误): each kind is one that a careful reader could notice.

use model::date::Date;
use model::field::Field;
use model::month::Month;
use model::stage::Stage;

use crate::layout::Layout;
use crate::line::{Line, LineRole, Planted, Value};
use crate::random::Random;

const FIELDS: [Field; 5] =
    [Field::ContractValue, Field::ArrivedTotal, Field::StartDate, Field::SignDate, Field::StatusRaw];

/// Puts wrong values into a share of the cells of amounts, dates and stages, where the layout can draw them.
pub(crate) fn plant_errors(
    lines: &mut [Line],
    period: Month,
    (per_thousand, layout): (u32, Layout),
    random: &mut Random,
) {
    for line in lines.iter_mut().filter(|line| line.role == LineRole::Project) {
        for field in FIELDS.into_iter().filter(|field| layout.can_be_wrong_in(*field)) {
            if random.chance(per_thousand)
                && let Some((value, planted)) = wrong_value(line, field, period, random)
            {
                line.replace(field, value);
                line.planted.push(planted);
            }
        }
    }
}

/// Lists one project once more at the end.
pub(crate) fn repeat_a_line(lines: &mut Vec<Line>, random: &mut Random) {
    let chosen = random.below(lines.len());
    if let Some(line) = lines.get(chosen).filter(|line| line.role == LineRole::Project).cloned() {
        lines.push(Line { role: LineRole::DuplicateRow, planted: Vec::new(), ..line });
    }
}

fn wrong_value(line: &Line, field: Field, period: Month, random: &mut Random) -> Option<(Value, Planted)> {
    match line.value(field)? {
        Value::Amount(yuan) => wrong_amount(line, field, *yuan, random),
        Value::Date(day) => wrong_date(line, field, *day, period, random),
        Value::Stage(stage) if stage.progress() >= Stage::Started.progress() => {
            let kind = "status_conflicts_with_date";
            let right = stage.as_str().to_owned();
            Some((Value::Stage(Stage::Signed), planted(field, kind, right, [true, true, false])))
        }
        _ => None,
    }
}

fn planted(field: Field, kind: &'static str, right: String, seen_by: [bool; 3]) -> Planted {
    let [alone, earlier, ledger] = seen_by;
    Planted { field, kind, right, alone, earlier, ledger }
}

fn wrong_amount(line: &Line, field: Field, yuan: i64, random: &mut Random) -> Option<(Value, Planted)> {
    let right = yuan.to_string();
    let unreadable = |text: &str| Value::Verbatim { text: text.to_owned(), value: String::new() };
    let slip = yuan.checked_mul(10_000)?;
    if field == Field::ContractValue {
        let kind = "unit_slip_1e4";
        return Some((Value::Amount(slip), planted(field, kind, right, [true, true, true])));
    }
    let fallen = yuan / 10_000 / 2 * 10_000;
    let contract = line.amount(Field::ContractValue)?;
    match random.below(5) {
        0 if yuan > 0 => {
            Some((Value::Amount(slip), planted(field, "unit_slip_1e4", right, [true, true, false])))
        }
        1 if fallen > 0 && line.amount(Field::ArrivedPrev).is_some_and(|before| fallen < before) => {
            Some((Value::Amount(fallen), planted(field, "cumulative_falls", right, [false, true, false])))
        }
        2 => Some((
            Value::Amount(contract.checked_mul(3)?),
            planted(field, "capital_above_contract", right, [true, true, true]),
        )),
        3 => Some((unreadable("#REF!"), planted(field, "amount_is_error_cell", right, [true, true, false]))),
        4 => Some((unreadable("详见备注"), planted(field, "amount_is_words", right, [true, true, false]))),
        _ => None,
    }
}

fn wrong_date(
    line: &Line,
    field: Field,
    day: Date,
    period: Month,
    random: &mut Random,
) -> Option<(Value, Planted)> {
    let right = day.to_string();
    let impossible = format!("{}-02-30", day.year());
    if field == Field::SignDate || random.below(3) == 0 {
        let wrong = Value::Verbatim { text: impossible, value: String::new() };
        let by_ledger = field == Field::SignDate;
        return Some((wrong, planted(field, "date_impossible", right, [true, true, by_ledger])));
    }
    let Some(Value::Date(signed)) = line.value(Field::SignDate) else { return None };
    if random.below(2) == 0 {
        let early = Date::from_days(signed.days() - random.between(150, 400) as i32);
        return Some((Value::Date(early), planted(field, "start_before_signing", right, [true, true, true])));
    }
    let late = Date::from_days(period.last_day().days() + random.between(70, 200) as i32);
    Some((Value::Date(late), planted(field, "date_after_as_of", right, [true, true, false])))
}
