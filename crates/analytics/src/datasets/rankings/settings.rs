//! What a ranking is told (排名设置).

/// For which months units are ranked. The newest month always is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankedMonths {
    /// Only the newest.
    Newest,
    /// Every June and December too.
    HalfYears,
    /// Every month.
    Every,
}

/// How the projects of each unit are drawn again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// The same seed gives the same intervals.
    pub seed: u64,
    /// How many times, when there are few projects; 0 leaves the intervals out.
    pub n_rounds: usize,
    /// Fewer times when more projects than this would be drawn in one month, but never under [`LEAST_ROUNDS`].
    pub n_drawn: usize,
}

/// Fewer rounds give no 95 %.
pub const LEAST_ROUNDS: usize = 200;

/// The full marks of the score, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// For the start rate (开工率).
    pub start_rate: u32,
    /// For the start rate by value (开工率（按金额）).
    pub start_rate_by_value: u32,
    /// For the capital rate (资金到位率).
    pub capital_rate: u32,
}

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankingSettings {
    /// For which months.
    pub months: RankedMonths,
    /// Codes of units that are shown and not ranked, such as 两江新区 and 高新区.
    pub unranked: Vec<String>,
    /// The full marks.
    pub marks: Marks,
    /// How ranks are drawn again.
    pub drawing: Drawing,
}

impl Default for RankingSettings {
    fn default() -> RankingSettings {
        RankingSettings {
            months: RankedMonths::HalfYears,
            unranked: Vec::new(),
            marks: Marks { start_rate: 40, start_rate_by_value: 20, capital_rate: 40 },
            drawing: Drawing { seed: 20_230_731, n_rounds: 500, n_drawn: 1_000_000 },
        }
    }
}

impl Drawing {
    /// How many rounds there are for so many projects.
    pub fn n_rounds_for(&self, n_projects: usize) -> usize {
        let affordable = self.n_drawn.checked_div(n_projects).unwrap_or(self.n_rounds);
        self.n_rounds.min(affordable.max(LEAST_ROUNDS))
    }
}
