//! One column of a table (列): its heading, its unit, and how its cells are spelled.

use model::amount_unit::AmountUnit;
use model::field::{Field, ValueType};

use crate::book::Content;
use crate::headings::headings;
use crate::line::{Line, Value};
use crate::random::Random;
use crate::spelling::amounts::{AmountShape, IN_COLUMN, ODD, number_format, spell_amount};
use crate::spelling::dates::{DateShape, MONTHS, PAST, PLANNED, spell_date};
use crate::spelling::ordinals::circled;
use crate::spelling::spelled::Spelled;
use crate::spelling::stages::{TICKS, place_in_form, stage_words};

/// Where the unit of a column is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitPlace {
    /// In its heading.
    Heading,
    /// In a line above the table.
    Caption,
    /// In a header row of its own.
    Row,
    /// In the number format.
    Format,
    /// In each cell.
    Cell,
}

/// How running numbers and stages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// A number; a word.
    Usual,
    /// `①`; a word.
    Circled,
    /// A number; the number of the stage in a form.
    Coded,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) field: Field,
    /// The heading without its unit.
    pub(crate) heading: String,
    pub(crate) unit: AmountUnit,
    pub(crate) place: UnitPlace,
    amounts: AmountShape,
    dates: DateShape,
    planned: DateShape,
    missing: &'static str,
    ticks: (&'static str, &'static str),
    edition: usize,
    marks: Marks,
    brackets: (&'static str, &'static str),
}

impl Column {
    /// A column of this field, worded and spelled by habit.
    pub(crate) fn of(field: Field, unit: AmountUnit, place: UnitPlace, habit: &mut Random) -> Column {
        let amounts = match place {
            UnitPlace::Format => AmountShape::InFormat,
            UnitPlace::Cell => AmountShape::WithUnit,
            _ if habit.chance(700) => AmountShape::Number,
            _ => habit.pick(&IN_COLUMN),
        };
        Column {
            field,
            heading: habit.pick(headings(field)).to_owned(),
            unit,
            place,
            amounts,
            dates: habit.pick(&PAST),
            planned: habit.pick(&PLANNED),
            missing: habit.pick(&["", "", "/", "—", "-", "待定", "无"]),
            ticks: habit.pick(&TICKS),
            edition: habit.below(3),
            marks: Marks::Usual,
            brackets: habit.pick(&[("（", "）"), ("(", ")"), ("[", "]"), ("\n（", "）"), ("【", "】")]),
        }
    }

    /// The same column with circled numbers in place of plain ones.
    pub(crate) fn circled(self) -> Column {
        Column { marks: Marks::Circled, ..self }
    }

    /// The same column with the numbers of stages in place of their words, under a heading that explains them.
    pub(crate) fn coded(self, heading: String) -> Column {
        Column { heading, marks: Marks::Coded, ..self }
    }

    /// The same column with dates by the month.
    pub(crate) fn by_month(self, habit: &mut Random) -> Column {
        Column { dates: habit.pick(&MONTHS), ..self }
    }

    /// Whether it holds money.
    pub(crate) fn is_money(&self) -> bool {
        self.field.value_type() == ValueType::Amount
    }

    /// The unit as it is written above, empty when the column has none.
    pub(crate) fn unit_text(&self) -> String {
        match self.field.value_type() {
            ValueType::Amount => self.unit.to_string(),
            _ if self.field == Field::Land => "亩".to_owned(),
            _ => String::new(),
        }
    }

    /// The heading as it stands, with the unit where it belongs there.
    pub(crate) fn heading_text(&self) -> String {
        let unit = self.unit_text();
        let in_heading = self.place == UnitPlace::Heading || self.field == Field::Land;
        match unit.as_str() {
            "" => self.heading.clone(),
            _ if self.place == UnitPlace::Row || !in_heading => self.heading.clone(),
            unit => format!("{}{}{unit}{}", self.heading, self.brackets.0, self.brackets.1),
        }
    }

    /// The word for the unit in `columns.csv`.
    pub(crate) fn unit_code(&self) -> &'static str {
        if self.is_money() { unit_code(self.unit) } else { "" }
    }

    /// The word for the place of the unit in `columns.csv`.
    pub(crate) fn unit_from(&self) -> &'static str {
        match self.place {
            _ if !self.is_money() => "",
            UnitPlace::Heading | UnitPlace::Row => "header",
            UnitPlace::Caption => "caption",
            UnitPlace::Format => "format",
            UnitPlace::Cell => "cell",
        }
    }

    /// The cell of a line, none where it stays blank. `number` is the running number of the row.
    pub(crate) fn spell(&self, line: &Line, number: usize, random: &mut Random) -> Option<Spelled> {
        match self.field {
            Field::RowNo => return Some(self.spell_number(number)),
            Field::EventYear => return Some(self.spell_edition(line)),
            _ => {}
        }
        match line.value(self.field) {
            None => self.spell_missing(random),
            Some(value) => self.spell_value(value, random),
        }
    }

    fn spell_value(&self, value: &Value, random: &mut Random) -> Option<Spelled> {
        match value {
            Value::Text(text) => Some(Spelled::text(text.clone(), text.clone())),
            Value::Amount(yuan) => Some(spell_amount(*yuan, self.unit, self.amount_shape(random))),
            Value::Date(date) => {
                let odd = random.chance(60);
                Some(spell_date(*date, if odd { random.pick(&PAST) } else { self.dates }))
            }
            Value::Planned(date) => Some(spell_date(*date, self.planned)),
            Value::Stage(stage) if self.marks == Marks::Coded => {
                let code = place_in_form(*stage)? + 1;
                Some(Spelled::number(code as f64, stage.as_str()))
            }
            Value::Stage(stage) => {
                let words = stage_words(*stage);
                let plain = words.first().copied().unwrap_or_default();
                let word = if random.chance(400) { random.pick(words) } else { plain };
                Some(Spelled::text(word, stage.as_str()))
            }
            Value::Tick(yes) => {
                let mark = if *yes { self.ticks.0 } else { self.ticks.1 };
                (!mark.is_empty()).then(|| Spelled::text(mark, if *yes { "1" } else { "0" }))
            }
            Value::Number(number) => Some(Spelled::number(*number as f64, number.to_string())),
            Value::Verbatim { text, value } => Some(Spelled::text(text.clone(), value.clone())),
        }
    }

    /// Whether each cell holds its unit.
    pub(crate) fn spells_units(&self) -> bool {
        self.amounts == AmountShape::WithUnit
    }

    /// A number of this column, in its number format.
    pub(crate) fn plain_number(&self, number: f64) -> Content {
        match self.amounts {
            AmountShape::InFormat => Content::Shaped(number, number_format(self.unit)),
            _ => Content::Number(number),
        }
    }

    fn amount_shape(&self, random: &mut Random) -> AmountShape {
        match self.amounts {
            fixed @ (AmountShape::InFormat | AmountShape::WithUnit) => fixed,
            _ if random.chance(60) => random.pick(&ODD),
            usual => usual,
        }
    }

    fn spell_number(&self, number: usize) -> Spelled {
        match self.marks {
            Marks::Circled => Spelled::text(circled(number), number.to_string()),
            _ => Spelled::number(number as f64, number.to_string()),
        }
    }

    fn spell_edition(&self, line: &Line) -> Spelled {
        let year = line.edition.to_string();
        match self.edition {
            0 => Spelled::number(f64::from(line.edition), year),
            1 => Spelled::text(format!("{year}年"), year),
            _ => Spelled::text(format!("{year}年{}", line.event), year),
        }
    }

    /// A mark for a date that has not come; other blanks stay blank.
    fn spell_missing(&self, random: &mut Random) -> Option<Spelled> {
        let marked = !self.missing.is_empty() && random.chance(500);
        (marked && self.field.value_type() == ValueType::Date).then(|| Spelled::text(self.missing, ""))
    }
}

/// The word for a unit of money in `columns.csv`.
pub(crate) const fn unit_code(unit: AmountUnit) -> &'static str {
    match unit.scale {
        100_000_000 => "yi",
        1_000_000 => "bw",
        10_000 => "wan",
        _ => "yuan",
    }
}
