//! What one unit reports for one month (一份报表的内容), before a layout is chosen.

use model::field::Field;
use model::month::Month;
use model::reference::UnitRow;
use model::stage::Stage;

use crate::layout::Layout;
use crate::line::{CapitalByMonth, Line, LineRole, Value};
use crate::names::{credit_code, person, telephone};
use crate::plan::Plan;
use crate::planting::{plant_errors, repeat_a_line};
use crate::random::Random;
use crate::sentences::progress_sentence;
use crate::world::progress::{capital_by, state_in};
use crate::world::project::Project;
use crate::world::projects_of;
use crate::world::units::synthetic_unit;

/// What one unit reports for one month.
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnSheet {
    /// The reporting unit.
    pub unit: UnitRow,
    /// The month.
    pub period: Month,
    /// Decides on wording and columns: the same for a unit in every month.
    pub habit: u64,
    /// Decides on the spelling of single cells: another one each month.
    pub variation: u64,
    /// Its projects.
    pub lines: Vec<Line>,
    /// What it said of them a month earlier.
    pub previous: Vec<Line>,
    /// Totals are printed wrong on purpose.
    pub wrong_totals: bool,
}

impl ReturnSheet {
    /// A synthetic return with so many projects and no planted error.
    pub fn synthetic(seed: u64, period: Month, n_projects: usize) -> ReturnSheet {
        let plan = Plan { seed, n_projects, n_units: 1, others_per_hundred: 0, ..Plan::default() };
        let plan = Plan { errors_per_thousand_cells: 0, ..plan };
        let projects = projects_of(&plan, 1);
        let own: Vec<&Project> = projects.iter().collect();
        ReturnSheet::of(&plan, Layout::StaleCopy, 0, &synthetic_unit(1), period, &own)
    }

    /// The return of a unit, its projects given.
    pub(crate) fn of(
        plan: &Plan,
        layout: Layout,
        unit_index: usize,
        unit: &UnitRow,
        period: Month,
        projects: &[&Project],
    ) -> ReturnSheet {
        let parts = [plan.seed, 2, unit_index as u64];
        let habit = Random::of(&parts).number();
        let variation = Random::of(&[habit, period.index() as u64]).number();
        let lines_in = |month: Month| -> Vec<Line> {
            projects
                .iter()
                .filter(|project| project.exists_in(month))
                .filter(|project| project.role != LineRole::OtherEvent || layout.names_the_event())
                .map(|project| line_of(project, unit, month, plan.seed))
                .collect()
        };
        let mut lines = lines_in(period);
        let mut random = Random::of(&[variation, 3]);
        let per_thousand = plan.errors_per_thousand_cells;
        plant_errors(&mut lines, period, (per_thousand, layout), &mut random);
        if random.chance(per_thousand.saturating_mul(4)) && layout.has_one_row_each() {
            repeat_a_line(&mut lines, &mut random);
        }
        let wrong_totals = random.chance(per_thousand.saturating_mul(5));
        let previous = if layout == Layout::StaleCopy { lines_in(period.plus(-1)) } else { Vec::new() };
        ReturnSheet { unit: unit.clone(), period, habit, variation, lines, previous, wrong_totals }
    }

    /// Chance for wording and columns: the same in every month.
    pub(crate) fn habit(&self) -> Random {
        Random::of(&[self.habit, 6])
    }

    /// Chance for the spelling of cells.
    pub(crate) fn chance(&self) -> Random {
        Random::of(&[self.variation, 7])
    }

    /// The places of all lines.
    pub(crate) fn all(&self) -> Vec<usize> {
        (0..self.lines.len()).collect()
    }

    /// The editions that its lines are of, in order.
    pub(crate) fn editions(&self) -> Vec<i32> {
        let editions: std::collections::BTreeSet<i32> = self.lines.iter().map(|line| line.edition).collect();
        editions.into_iter().collect()
    }

    /// The places of the lines that are wanted.
    pub(crate) fn indices(&self, wanted: impl Fn(&Line) -> bool) -> Vec<usize> {
        (0..self.lines.len()).filter(|index| self.lines.get(*index).is_some_and(&wanted)).collect()
    }
}

/// What a unit says of a project in a month.
fn line_of(project: &Project, unit: &UnitRow, month: Month, seed: u64) -> Line {
    let mut random = Random::of(&[seed, 4, project.number as u64, month.index() as u64]);
    let state = state_in(project, month);
    let mut values = identity_of(project, unit, seed);
    values.push((Field::ProjectName, Value::Text(name_in(project, month, seed))));
    values.extend(money_of(project, month));
    values.extend(milestones_of(project, month));
    values.push((Field::StatusRaw, Value::Stage(state.stage)));
    values.push((Field::IsSigned, Value::Tick(true)));
    values.push((
        Field::IsRegistered,
        Value::Tick(project.life.registered.is_some_and(|on| on <= month.last_day())),
    ));
    values.push((Field::IsStarted, Value::Tick(state.started)));
    values.push((Field::IsProduction, Value::Tick(state.in_production)));
    let progress = progress_sentence(state.stage, &project.life, month, &mut random);
    values.push((Field::ProgressText, Value::Text(progress)));
    values.extend(remarks_of(state.stage, &mut random));
    Line {
        true_id: project.true_id.clone(),
        signed_name: project.names.project.clone(),
        role: project.role,
        event: project.event.to_owned(),
        edition: project.edition,
        stage: state.stage,
        values,
        capital: capital_months(project, month),
        planted: Vec::new(),
    }
}

/// The name as this return spells it: most often the signed one, sometimes shortened, spaced, or a new one.
fn name_in(project: &Project, month: Month, seed: u64) -> String {
    let signed = &project.names.project;
    let mut of_project = Random::of(&[seed, 10, project.number as u64]);
    let renamed_from = Month::of(project.life.signed).plus(of_project.between(10, 30) as i32);
    if of_project.chance(20) && month >= renamed_from {
        return format!("{}（{}）", signed.trim_end_matches("项目"), project.industry);
    }
    let mut of_month = Random::of(&[seed, 11, project.number as u64, month.index() as u64]);
    match of_month.below(40) {
        0 => signed.trim_end_matches("项目").to_owned(),
        1 => format!("{signed}　"),
        2 => format!("{}{signed}", project.names.local_entity),
        _ => signed.clone(),
    }
}

fn identity_of(project: &Project, unit: &UnitRow, seed: u64) -> Vec<(Field, Value)> {
    let mut random = Random::of(&[seed, 5, project.number as u64]);
    let names = &project.names;
    let text = |field: Field, text: &str| (field, Value::Text(text.to_owned()));
    let unit_text = if project.unit.is_multiple_of(2) { &unit.name } else { &unit.short_name };
    let mut values = vec![
        text(Field::Event, project.event),
        text(Field::EventYear, &project.edition.to_string()),
        text(Field::AgreementType, "正式合同"),
        text(Field::Investor, &names.investor),
        text(Field::InvestorOrigin, names.origin),
        text(Field::IndustryRaw, project.industry),
        text(Field::Content, &names.content),
        text(Field::Contact, &person(&mut random)),
        text(Field::Phone, &telephone(&mut random)),
        (Field::Land, Value::Number(project.land_mu)),
        (Field::ResponsibleUnit, Value::Verbatim { text: unit_text.clone(), value: unit.unit_id.clone() }),
    ];
    if !project.ledger_no.is_empty() {
        values.push(text(Field::ProjectCodeLocal, &project.ledger_no));
    }
    values
}

fn money_of(project: &Project, month: Month) -> Vec<(Field, Value)> {
    let total = capital_by(project, month);
    let before_month = capital_by(project, month.plus(-1));
    let before_year = capital_by(project, month.plus(-(month.month() as i32)));
    let amount = |field: Field, yuan: i64| (field, Value::Amount(yuan));
    vec![
        amount(Field::ContractValue, project.contract_yuan),
        amount(Field::FixedInvest, project.contract_yuan / 10_000_000 * 7 * 1_000_000),
        amount(Field::ArrivedTotal, total),
        amount(Field::ArrivedYear, total - before_year),
        amount(Field::ArrivedMonth, total - before_month),
        amount(Field::ArrivedPrev, before_month),
        amount(Field::InvestDone, total / 10_000 * 9 / 10 * 10_000),
    ]
}

fn milestones_of(project: &Project, month: Month) -> Vec<(Field, Value)> {
    let life = &project.life;
    let today = month.last_day();
    let mut values = vec![
        (Field::SignDate, Value::Date(life.signed)),
        (Field::PlannedStart, Value::Planned(life.planned_start)),
        (Field::PlannedProduction, Value::Planned(life.planned_production)),
    ];
    let in_production = life.partial.or(life.production);
    for (field, day) in [
        (Field::RegisterDate, life.registered),
        (Field::StartDate, life.started),
        (Field::ProductionDate, in_production),
    ] {
        if let Some(day) = day.filter(|day| *day <= today) {
            values.push((field, Value::Date(day)));
        }
    }
    if life.registered.is_some_and(|day| day <= today) {
        values.push((Field::LocalEntity, Value::Text(project.names.local_entity.clone())));
        values.push((Field::CreditCode, Value::Text(credit_code(project.number))));
    }
    values
}

fn remarks_of(stage: Stage, random: &mut Random) -> Vec<(Field, Value)> {
    let problem = random.pick(&["无", "用地指标不足", "企业融资困难", "电力配套未到位", "", ""]);
    let next = random.pick(&["加快办理手续", "督促企业加大投入", "做好跟踪服务", ""]);
    let note =
        if stage == Stage::Terminated { "已终止" } else { random.pick(&["", "", "", "市级重点"]) };
    [(Field::ProblemText, problem), (Field::NextStep, next), (Field::Note, note)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(field, text)| (field, Value::Text(text.to_owned())))
        .collect()
}

fn capital_months(project: &Project, month: Month) -> CapitalByMonth {
    let december = month.plus(-(month.month() as i32));
    let rise = |one: Month| capital_by(project, one) - capital_by(project, one.plus(-1));
    CapitalByMonth {
        before_year: capital_by(project, december),
        months: december.plus(1).through(month).map(rise).collect(),
    }
}
