//! The boards as rows of `rankings` (通报排名): the newest month, and every June and December unless told otherwise.

use model::datasets::rankings::Ranking;
use model::month::Month;

use crate::datasets::month_order::{MonthOrder, Place};
use crate::datasets::rankings::board::board;
use crate::datasets::rankings::draws::draw;
use crate::datasets::rankings::month_units::{GroupUnits, groups, month_units, sum, sums_of};
use crate::datasets::rankings::settings::{RankedMonths, RankingSettings};
use crate::datasets::rankings::spreads::spreads_of;
use crate::datasets::rankings::table::Table;
use crate::datasets::rankings::unit_sums::UnitSums;
use crate::datasets::spelling::{Spelling, UNKNOWN};
use crate::hits::Hits;
use crate::panel::Panel;
use crate::shrinkage::prior::rate_prior;

/// The dataset `rankings`, sorted by key.
pub fn rankings(panel: &Panel, settings: &RankingSettings) -> Vec<Ranking> {
    let spelling = Spelling::of(&[panel]);
    let order = MonthOrder::of(panel);
    let newest = order.months().next_back().map(|(month, _)| month);
    let is_asked = |month: i32| match settings.months {
        _ if Some(month) == newest => true,
        RankedMonths::Newest => false,
        RankedMonths::HalfYears => Month::from_index(month).month().is_multiple_of(6),
        RankedMonths::Every => true,
    };
    let ranker = Ranker { panel, spelling: &spelling, settings };
    let asked = order.months().filter(|(month, _)| is_asked(*month));
    asked.flat_map(|(month, places)| ranker.month(month, places)).collect()
}

struct Ranker<'a> {
    panel: &'a Panel,
    spelling: &'a Spelling,
    settings: &'a RankingSettings,
}

impl Ranker<'_> {
    /// All groups of one month.
    fn month(&self, month: i32, places: &[Place]) -> Vec<Ranking> {
        let units = month_units(self.panel, self.spelling.ranks(0), places);
        let groups = groups(&units, self.spelling);
        let is_ranked: Vec<Vec<bool>> = groups.iter().map(|group| self.is_ranked(group)).collect();
        let marks = &self.settings.marks;
        let drawn = draw(&units, &groups, &is_ranked, marks, self.settings.drawing);
        let sums: Vec<UnitSums> = units.iter().map(|unit| sum(&unit.projects)).collect();
        let all = groups.iter().find(|group| group.group == self.spelling.all());
        let of_all = all.map_or_else(Vec::new, |all| sums_of(all, &sums));
        let prior = rate_prior(&of_all.iter().map(UnitSums::hits).collect::<Vec<Hits>>());
        let as_of = Month::from_index(month).last_day();
        let of_group = |((group, is_ranked), places): ((&GroupUnits, &Vec<bool>), _)| {
            let spreads = spreads_of(group, &units);
            let board = board(sums_of(group, &sums), spreads, is_ranked, marks, places);
            let group_units = group.units.iter().map(|(unit, _)| self.spelling.text(*unit)).collect();
            let group = self.spelling.text(group.group);
            Table { as_of, group, units: group_units, is_ranked, board: &board, prior }.rows()
        };
        groups.iter().zip(&is_ranked).zip(&drawn).flat_map(of_group).collect()
    }

    /// Which units of a group take part.
    fn is_ranked(&self, group: &GroupUnits) -> Vec<bool> {
        let is_unranked = |unit: &str| self.settings.unranked.iter().any(|unranked| unranked == unit);
        let units = group.units.iter().map(|(unit, _)| self.spelling.text(*unit));
        units.map(|unit| unit != UNKNOWN && !is_unranked(unit)).collect()
    }
}
