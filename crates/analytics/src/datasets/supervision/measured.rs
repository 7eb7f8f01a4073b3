//! What a rule can measure (规则所用的量): one number for each, or none where it is not known.

macro_rules! measures {
    ($( $(#[doc = $doc:literal])+ $variant:ident = $name:literal; )+) => {
        /// What a rule measures.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Measured { $( $(#[doc = $doc])+ $variant, )+ }

        impl Measured {
            /// Every measure, in order.
            pub const ALL: &[Measured] = &[ $( Measured::$variant, )+ ];

            /// The word in `supervision_rules.csv`.
            pub const fn as_str(self) -> &'static str {
                match self { $( Measured::$variant => $name, )+ }
            }
        }
    };
}

measures! {
    /// Months since signing (签约后月数).
    MonthsSinceSigning = "months_since_signing";
    /// Months since signing of a project that has not started (签约未开工月数).
    MonthsUnstarted = "months_unstarted";
    /// Months since the planned start of a project that has not started; 0 in the month in which it is due (逾期月数).
    MonthsOverdue = "months_overdue";
    /// Months since stage, start, production or capital last changed (无变化月数).
    MonthsUnchanged = "months_unchanged";
    /// Consecutive months for which it has been suspended, this one included (停工月数).
    MonthsSuspended = "months_suspended";
    /// Months since the start (开工后月数).
    MonthsSinceStart = "months_since_start";
    /// Months since the start of a project for which no capital has arrived (开工后无资金到位月数).
    MonthsWithoutCapital = "months_without_capital";
    /// Months since the start of a project that the official statistics do not hold yet (开工未入统月数).
    MonthsNotInStatistics = "months_not_in_statistics";
    /// Months since the last return that speaks of it (连续未报月数).
    MonthsUnreported = "months_unreported";
    /// The share of the time from planned start to planned production that has passed, less the capital rate (进度差距).
    ProgressBehind = "progress_behind";
    /// The share of the year's planned investment up to this month that is lacking (年度投资差距).
    InvestmentBehind = "investment_behind";
    /// Capital of contract value (资金到位率).
    CapitalRate = "capital_rate";
    /// Consecutive months that were yellow before any rule about streaks (连续黄灯月数).
    YellowStreak = "yellow_streak";
    /// Consecutive months that were red before any rule about streaks (连续红灯月数).
    RedStreak = "red_streak";
}

/// How many there are.
pub const N_MEASURED: usize = Measured::ALL.len();

/// One number for each measure.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Values([Option<f64>; N_MEASURED]);

impl Values {
    /// The value of a measure, when it is known.
    pub fn get(&self, measured: Measured) -> Option<f64> {
        self.0[measured as usize]
    }

    /// Sets it, to the billionth: 0.4 less 0.1 is not above 0.3. A value that is no finite number is not known.
    pub fn set(&mut self, measured: Measured, value: Option<f64>) {
        let rounded = value.map(|value| (value * 1e9).round() / 1e9);
        self.0[measured as usize] = rounded.filter(|value| value.is_finite());
    }

    /// Sets months.
    pub fn set_months(&mut self, measured: Measured, months: Option<i32>) {
        self.0[measured as usize] = months.map(f64::from);
    }
}

impl Measured {
    /// The measure with this name.
    pub fn named(name: &str) -> Option<Measured> {
        Measured::ALL.iter().copied().find(|measured| measured.as_str() == name)
    }

    /// Whether it looks back at lights, so that all other rules come first.
    pub fn is_streak(self) -> bool {
        matches!(self, Measured::YellowStreak | Measured::RedStreak)
    }
}
