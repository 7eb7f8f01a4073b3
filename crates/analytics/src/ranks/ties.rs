//! Ranks with ties (并列名次): equal rates have equal ranks, and the next rank is left free (1, 2, 2, 4).

use crate::hits::Hits;

/// The rank of a unit, and how many share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// 1 for the highest rate.
    pub rank: usize,
    /// Units with just that rate, this one included.
    pub n_sharing: usize,
}

impl Rank {
    /// The last of the places that are shared.
    pub fn last_place(&self) -> usize {
        self.rank + self.n_sharing - 1
    }
}

/// The ranks by rate, compared as exact fractions. Missing for a unit without projects: it is not ranked.
pub fn ranks(units: &[Hits]) -> Vec<Option<Rank>> {
    let rank = |unit: &Hits| {
        let ranked = units.iter().filter(|other| other.n_projects > 0);
        let (n_above, n_sharing) = ranked.fold((0, 0), |(n_above, n_sharing), other| {
            let (theirs, ours) = (cross(other, unit), cross(unit, other));
            (n_above + usize::from(theirs > ours), n_sharing + usize::from(theirs == ours))
        });
        (unit.n_projects > 0).then_some(Rank { rank: n_above + 1, n_sharing })
    };
    units.iter().map(rank).collect()
}

fn cross(one: &Hits, other: &Hits) -> u128 {
    u128::from(one.n_hits) * u128::from(other.n_projects)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rates_share_a_rank() {
        let unit = |n_hits, n_projects| Hits { n_hits, n_projects };
        let units = [unit(1, 3), unit(1, 1), unit(2, 6), unit(0, 0), unit(0, 5)];
        let ranks = ranks(&units).into_iter().map(|rank| rank.map(|rank| (rank.rank, rank.last_place())));
        let expected = [Some((2, 3)), Some((1, 1)), Some((2, 3)), None, Some((4, 4))];
        assert_eq!(ranks.collect::<Vec<_>>(), expected);
    }
}
