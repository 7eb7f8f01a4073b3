//! Fisher's exact test of two shares (费希尔精确检验). Fisher 1934.

use crate::rates::share::Share;

/// Tables this much likelier than the observed one still count as equally likely: rounding must not part them.
const RELATIVE_SLACK: f64 = 1e-7;

/// The two-sided p-value: the chance of all tables with the same margins that are at most as likely as the one
/// observed.
pub fn fisher(first: Share, second: Share) -> f64 {
    let margins = Margins::of(first, second);
    let chances = margins.chances();
    let place = (first.n_with() - margins.least()) as usize;
    let observed = chances.get(place).copied().unwrap_or(0.0);
    let all: f64 = chances.iter().sum();
    let counts = |chance: &&f64| **chance <= observed * (1.0 + RELATIVE_SLACK);
    let as_extreme: f64 = chances.iter().filter(counts).sum();
    if as_extreme >= all { 1.0 } else { as_extreme / all }
}

/// The margins of a table of two shares.
#[derive(Clone, Copy)]
struct Margins {
    n_first: u64,
    n_second: u64,
    with: u64,
}

impl Margins {
    fn of(first: Share, second: Share) -> Margins {
        Margins {
            n_first: first.n_with() + first.n_without(),
            n_second: second.n_with() + second.n_without(),
            with: first.n_with() + second.n_with(),
        }
    }

    fn least(self) -> u64 {
        self.with.saturating_sub(self.n_second)
    }

    fn most(self) -> u64 {
        self.with.min(self.n_first)
    }

    /// The table with the greatest chance: (n₁ + 1)(k + 1)/(n + 2), rounded down.
    fn likeliest(self) -> u64 {
        let product = u128::from(self.n_first + 1) * u128::from(self.with + 1);
        let likeliest = product / u128::from(self.n_first + self.n_second + 2);
        u64::try_from(likeliest).unwrap_or(u64::MAX).clamp(self.least(), self.most())
    }

    /// The chance of k + 1 over that of k.
    fn growth(self, k: u64) -> f64 {
        let (with, n_first, n_second, k) =
            (self.with as f64, self.n_first as f64, self.n_second as f64, k as f64);
        (with - k) * (n_first - k) / ((k + 1.0) * (n_second - with + k + 1.0))
    }

    /// The chances of all tables from the least on, relative to the likeliest one, each from its neighbour. What lies
    /// further from it than numbers reach is 0.
    fn chances(self) -> Vec<f64> {
        let likeliest = self.likeliest();
        let mut chance = 1.0;
        let mut chances: Vec<f64> = (self.least()..likeliest)
            .rev()
            .map(|k| {
                chance /= self.growth(k);
                chance
            })
            .collect();
        chances.reverse();
        chances.push(1.0);
        chance = 1.0;
        chances.extend((likeliest..self.most()).map(|k| {
            chance *= self.growth(k);
            chance
        }));
        chances
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p_value(first: (u64, u64), second: (u64, u64)) -> f64 {
        fisher(Share::new(first.0, first.1).unwrap(), Share::new(second.0, second.1).unwrap())
    }

    #[test]
    fn the_tea_tasting_lady_is_the_published_one() {
        // 3 of 4 cups right on both sides: 34/70
        assert!((p_value((3, 4), (1, 4)) - 34.0 / 70.0).abs() < 1e-13);
    }

    #[test]
    fn large_tables_have_a_chance_too() {
        // the value by ln Γ of every table
        assert!((p_value((4000, 10_000), (4200, 10_000)) - 0.004_221_576_115).abs() < 1e-10);
        assert!(p_value((0, 1_000_000), (900_000, 1_000_000)) < 1e-300);
    }

    #[test]
    fn it_is_1_where_nothing_varies_or_both_sides_agree() {
        assert_eq!(p_value((0, 5), (0, 5)), 1.0);
        assert_eq!(p_value((2, 4), (2, 4)), 1.0);
    }
}
