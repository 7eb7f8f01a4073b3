//! Where a project stands at the end of a month (月末状态): its stage, and the capital that has arrived.

use model::date::Date;
use model::month::Month;
use model::stage::Stage;

use crate::world::project::Project;

/// The state of one project at the end of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) stage: Stage,
    /// Has started by then, whatever became of it.
    pub(crate) started: bool,
    /// Is in production, in part or whole.
    pub(crate) in_production: bool,
}

/// The state at the end of a month.
pub(crate) fn state_in(project: &Project, month: Month) -> State {
    let today = month.last_day();
    let life = &project.life;
    let reached = |milestone: Option<Date>| milestone.is_some_and(|date| date <= today);
    let started = reached(life.started);
    let in_production = reached(life.partial) || reached(life.production);
    State { stage: stage_on(project, today), started, in_production }
}

fn stage_on(project: &Project, today: Date) -> Stage {
    let life = &project.life;
    let reached = |milestone: Option<Date>| milestone.is_some_and(|date| date <= today);
    if reached(life.terminated) {
        return Stage::Terminated;
    }
    if life.suspended.is_some_and(|(from, until)| from <= today && today < until) && !reached(life.partial) {
        return Stage::Suspended;
    }
    let road = [
        (life.full, Stage::FullCapacity),
        (life.production, Stage::InProduction),
        (life.partial, Stage::PartialProduction),
        (life.started.map(|date| Date::from_days(date.days() + 60)), Stage::UnderConstruction),
        (life.started, Stage::Started),
        (life.land, Stage::LandAcquired),
        (life.registered.map(|date| Date::from_days(date.days() + 45)), Stage::PreConstruction),
        (life.registered, Stage::Registered),
    ];
    road.into_iter().find(|(date, _)| reached(*date)).map_or(Stage::Signed, |(_, stage)| stage)
}

/// Capital that has arrived by the end of a month since signing, in yuan, whole 万元. It never falls.
pub(crate) fn capital_by(project: &Project, month: Month) -> i64 {
    let Some(registered) = project.life.registered else { return 0 };
    let until = project.life.terminated.map_or(month, |end| month.min(Month::of(end)));
    let age = i64::from(until.index() - Month::of(registered).index());
    if age < 0 {
        return 0;
    }
    let pace = 18 + (project.number % 5) as i64 * 6;
    let steady = 1 + (project.number % 3) as i64;
    let steps = (age / steady * steady + 1).min(pace);
    let share = project.arrives_per_thousand * steps / pace;
    project.contract_yuan / 10_000 * share / 1_000 * 10_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::LineRole;
    use crate::world::project::invent;

    #[test]
    fn capital_never_falls_and_stages_move_forward() {
        let first: Month = "2020-09".parse().unwrap();
        for number in 0..300 {
            let project = invent(3, number, 0, LineRole::Project);
            let (mut capital, mut progress) = (0, 0);
            for month in first.through(first.plus(60)).filter(|month| project.exists_in(*month)) {
                let now = capital_by(&project, month);
                assert!(now >= capital && now <= project.contract_yuan, "{number} {month}");
                capital = now;
                if let Some(step) = state_in(&project, month).stage.progress() {
                    assert!(step >= progress, "{number} {month}");
                    progress = step;
                }
            }
        }
    }
}
