//! The effects of one step from an edition to the next, measure by measure (逐届分解).

use crate::cut_key::ALL;
use crate::decomposition::cells::{CellTotals, SideTotals, rated_cells};
use crate::decomposition::das_gupta::das_gupta_cells;
use crate::decomposition::direct_standardisation::{direct_standardisation, pooled_mix};
use crate::decomposition::kitagawa::{kitagawa_three_parts, kitagawa_two_parts};
use crate::decomposition::lmdi::{MoneyCell, MoneyEffects, lmdi_additive, lmdi_multiplicative};
use crate::edition_totals::Totals;
use crate::hits::Hits;
use crate::not_estimable::NotEstimable;

/// One effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// Which measure differs.
    pub measure: &'static str,
    /// By which method.
    pub method: &'static str,
    /// Which effect.
    pub effect: &'static str,
    /// The cell to which it belongs, or all.
    pub value: String,
    /// Projects on both sides.
    pub n: (u64, u64),
    /// The effect, or why there is none.
    pub amount: Result<f64, NotEstimable>,
}

/// Two editions, cell by cell.
pub struct Step<'a> {
    /// The names of the cells.
    pub values: &'a [String],
    /// The edition before.
    pub from: &'a [Totals],
    /// The next one.
    pub to: &'a [Totals],
}

/// What a rate is of, and what it counts.
type Rate = fn(&Totals) -> (f64, f64);

/// The rates that are parted: name, base and hits.
const RATES: [(&str, Rate); 3] = [
    ("start_rate", |totals| (totals.n as f64, totals.n_started as f64)),
    ("start_rate_by_value", |totals| (totals.contract as f64, totals.contract_started as f64)),
    ("capital_rate", |totals| (totals.contract as f64, totals.capital as f64)),
];

/// The measure that is money.
const CAPITAL: &str = "capital";

/// All effects of a step.
pub fn effects(step: &Step<'_>) -> Vec<Effect> {
    let mut effects: Vec<Effect> =
        RATES.iter().flat_map(|(measure, rate)| effects_on_rate(step, measure, *rate)).collect();
    effects.extend(standardised(step));
    effects.extend(effects_on_capital(step));
    effects
}

impl Step<'_> {
    fn n(&self) -> (u64, u64) {
        let sum = |side: &[Totals]| side.iter().map(|totals| totals.n).sum();
        (sum(self.from), sum(self.to))
    }

    fn cells(&self) -> impl Iterator<Item = (&String, &Totals, &Totals)> {
        self.values.iter().zip(self.from.iter().zip(self.to)).map(|(value, (from, to))| (value, from, to))
    }

    /// Effects of the whole, one after the other.
    fn whole<const N: usize>(
        &self,
        measure: &'static str,
        method: &'static str,
        names: [&'static str; N],
        amounts: Result<[f64; N], NotEstimable>,
    ) -> Vec<Effect> {
        let effect = |(place, effect): (usize, &'static str)| Effect {
            measure,
            method,
            effect,
            value: ALL.to_owned(),
            n: self.n(),
            amount: amounts.map(|amounts| amounts[place]),
        };
        names.into_iter().enumerate().map(effect).collect()
    }
}

fn effects_on_rate(step: &Step<'_>, measure: &'static str, rate: Rate) -> Vec<Effect> {
    let side = |totals: &Totals| {
        let (base, hits) = rate(totals);
        SideTotals { n_projects: totals.n, base, hits }
    };
    let cells: Vec<CellTotals> = step
        .cells()
        .map(|(value, from, to)| CellTotals { cell: value.clone(), from: side(from), to: side(to) })
        .collect();
    let cells = rated_cells(&cells);
    let two = cells.as_ref().map_err(|reason| *reason).and_then(|cells| kitagawa_two_parts(cells));
    let three = cells.as_ref().map_err(|reason| *reason).and_then(|cells| kitagawa_three_parts(cells));
    let sums =
        two.as_ref().map_err(|reason| *reason).map(|two| [two.rate, two.composition, two.difference()]);
    let mut effects = step.whole(measure, "kitagawa2", ["rate", "composition", "total"], sums);
    for cell in two.iter().flat_map(|two| &two.cells) {
        for (effect, amount) in [("rate", cell.rate), ("composition", cell.composition)] {
            let n = (cell.n_from, cell.n_to);
            let value = cell.cell.clone();
            effects.push(Effect { measure, method: "kitagawa2", effect, value, n, amount: Ok(amount) });
        }
    }
    let three = three.map(|three| [three.rate, three.composition, three.interaction]);
    effects.extend(step.whole(measure, "kitagawa3", ["rate", "composition", "interaction"], three));
    effects
}

/// Start rates with the mix of both editions together, over the cells that both have.
fn standardised(step: &Step<'_>) -> Vec<Effect> {
    let common: Vec<(&Totals, &Totals)> =
        step.cells().filter(|(_, from, to)| from.n > 0 && to.n > 0).map(|(_, from, to)| (from, to)).collect();
    let hits = |totals: &Totals| Hits { n_hits: totals.n_started, n_projects: totals.n };
    let from: Vec<Hits> = common.iter().map(|(from, _)| hits(from)).collect();
    let to: Vec<Hits> = common.iter().map(|(_, to)| hits(to)).collect();
    let rates = || {
        let mix = pooled_mix(&[from.clone(), to.clone()])?;
        let (from, to) = (direct_standardisation(&from, &mix)?, direct_standardisation(&to, &mix)?);
        Ok([from, to, to - from])
    };
    step.whole("start_rate", "standardised", ["from_rate", "to_rate", "difference"], rates())
}

fn effects_on_capital(step: &Step<'_>) -> Vec<Effect> {
    let money = |(_, from, to): (&String, &Totals, &Totals)| MoneyCell {
        volume_from: from.contract as f64,
        volume_to: to.contract as f64,
        capital_from: from.capital as f64,
        capital_to: to.capital as f64,
    };
    let cells: Vec<MoneyCell> = step.cells().map(money).collect();
    let of_money = |effects: MoneyEffects| [effects.volume, effects.mix, effects.rate];
    let names = ["volume", "mix", "rate"];
    let mut effects = step.whole(CAPITAL, "das_gupta", names, das_gupta_of(&cells));
    effects.extend(step.whole(CAPITAL, "lmdi_additive", names, lmdi_additive(&cells).map(of_money)));
    effects.extend(step.whole(
        CAPITAL,
        "lmdi_multiplicative",
        names,
        lmdi_multiplicative(&cells).map(of_money),
    ));
    effects
}

/// Capital = Σ contract value · share of the cell · arrival rate of the cell. An empty cell takes the rate of the other
/// side. Refused when a side has no contract value, or a cell has capital without any.
fn das_gupta_of(cells: &[MoneyCell]) -> Result<[f64; 3], NotEstimable> {
    let (volume_from, volume_to) =
        cells.iter().fold((0.0, 0.0), |sums, cell| (sums.0 + cell.volume_from, sums.1 + cell.volume_to));
    if volume_from <= 0.0 || volume_to <= 0.0 {
        return Err(NotEstimable::NoExposure);
    }
    let has_capital_alone = |volume: f64, capital: f64| volume == 0.0 && capital != 0.0;
    let is_refused = |cell: &MoneyCell| {
        has_capital_alone(cell.volume_from, cell.capital_from)
            || has_capital_alone(cell.volume_to, cell.capital_to)
    };
    if cells.iter().any(is_refused) {
        return Err(NotEstimable::NoExposure);
    }
    let rate = |volume: f64, capital: f64| (volume != 0.0).then(|| capital / volume);
    let (mut from, mut to) = (Vec::new(), Vec::new());
    for cell in cells {
        let (before, after) =
            (rate(cell.volume_from, cell.capital_from), rate(cell.volume_to, cell.capital_to));
        let share = (cell.volume_from / volume_from, cell.volume_to / volume_to);
        from.push(vec![volume_from, share.0, before.or(after).unwrap_or(0.0)]);
        to.push(vec![volume_to, share.1, after.or(before).unwrap_or(0.0)]);
    }
    let effects = das_gupta_cells(&from, &to)?;
    <[f64; 3]>::try_from(effects).map_err(|_| NotEstimable::InputsDisagree)
}
