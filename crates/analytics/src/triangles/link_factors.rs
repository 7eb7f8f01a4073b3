//! Link ratios and their averages (逐龄发展因子): by what the capital of a cohort grows from one age to the next.

use crate::finite::ratio;
use crate::not_estimable::NotEstimable;
use crate::triangles::triangle::Triangle;

/// How the ratios of one age are averaged (Murphy 1994).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Average {
    /// Σ next / Σ here: the chain ladder.
    Volume,
    /// The plain mean of the ratios.
    Simple,
    /// Least squares through the origin: Σ here·next / Σ here².
    Regression,
}

/// Which average over which origins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Averaging {
    /// The kind of mean.
    pub average: Average,
    /// Only the newest so many links of each age; all of them when nothing is said.
    pub newest: Option<usize>,
}

impl Averaging {
    /// The chain ladder: by volume, over all origins.
    pub const CHAIN_LADDER: Averaging = Averaging { average: Average::Volume, newest: None };
}

/// One observed step of one origin from an age to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Cumulative money at the age.
    pub here: f64,
    /// Cumulative money at the next age.
    pub next: f64,
}

/// The average growth from one age to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkFactor {
    /// Growth: 1.25 means that a quarter comes on top. Not estimable while no capital has arrived.
    pub factor: Result<f64, NotEstimable>,
    /// How many origins it rests on. One link is shown as such.
    pub n_links: usize,
    /// The money it rests on: the sum at the age.
    pub volume: f64,
}

/// The links from an age to the next, by origin. An origin of which either cell is not observed has none.
pub fn links(triangle: &Triangle, age_index: usize) -> Vec<Link> {
    let link = |origin_index| {
        let here = triangle.cumulative(origin_index, age_index)?;
        Some(Link { here, next: triangle.cumulative(origin_index, age_index + 1)? })
    };
    (0..triangle.origins().len()).filter_map(link).collect()
}

/// The ratio of each origin from each age to the next. Shape: origins × (ages − 1). Missing: either cell is not
/// observed, or the first is 0.
pub fn link_ratios(triangle: &Triangle) -> Vec<Vec<Option<f64>>> {
    let n_steps = triangle.ages_months().len().saturating_sub(1);
    let link_ratio = |origin_index, age_index| {
        let here = triangle.cumulative(origin_index, age_index)?;
        ratio(triangle.cumulative(origin_index, age_index + 1)?, here).ok()
    };
    let row = |origin_index| (0..n_steps).map(|age_index| link_ratio(origin_index, age_index)).collect();
    (0..triangle.origins().len()).map(row).collect()
}

/// The average growth from each age to the next. Shape: ages − 1.
pub fn link_factors(triangle: &Triangle, averaging: Averaging) -> Vec<LinkFactor> {
    let n_steps = triangle.ages_months().len().saturating_sub(1);
    let start = triangle.first_positive_age().unwrap_or(n_steps);
    let factor_at = |age_index| {
        let links = links(triangle, age_index);
        let n_left_out = averaging.newest.map_or(0, |newest| links.len().saturating_sub(newest));
        let mut factor = averaged(links.get(n_left_out..).unwrap_or_default(), averaging.average);
        if age_index < start {
            factor.factor = Err(NotEstimable::EmptyColumn);
        }
        factor
    };
    (0..n_steps).map(factor_at).collect()
}

fn averaged(links: &[Link], average: Average) -> LinkFactor {
    let volume: f64 = links.iter().map(|link| link.here).sum();
    let factor = match average {
        Average::Volume => quotient_of_sums(links, |_| 1.0),
        Average::Regression => quotient_of_sums(links, |link| link.here),
        Average::Simple => mean_ratio(links),
    };
    LinkFactor { factor, n_links: links.len(), volume }
}

fn quotient_of_sums(links: &[Link], weight: impl Fn(&Link) -> f64) -> Result<f64, NotEstimable> {
    if links.is_empty() {
        return Err(NotEstimable::TooFewLinks);
    }
    let here: f64 = links.iter().map(|link| link.here * weight(link)).sum();
    let next: f64 = links.iter().map(|link| link.next * weight(link)).sum();
    if here > 0.0 { ratio(next, here) } else { Err(NotEstimable::VolumeNotPositive) }
}

/// The mean of the ratios. An origin without capital at the age has no ratio, and the mean is then refused.
fn mean_ratio(links: &[Link]) -> Result<f64, NotEstimable> {
    if links.is_empty() {
        return Err(NotEstimable::TooFewLinks);
    }
    if links.iter().any(|link| link.here <= 0.0) {
        return Err(NotEstimable::VolumeNotPositive);
    }
    ratio(links.iter().map(|link| link.next / link.here).sum(), links.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::triangles::triangle::TriangleCell;

    fn triangle(values: &[(&str, u32, f64)]) -> Triangle {
        let cells: Vec<TriangleCell> = values
            .iter()
            .map(|&(origin, age_months, value)| TriangleCell { origin: origin.to_owned(), age_months, value })
            .collect();
        Triangle::from_cumulative(&cells).unwrap()
    }

    #[test]
    fn the_ladder_starts_at_the_first_column_with_capital() {
        let triangle = triangle(&[("a", 0, 0.0), ("a", 1, 2.0), ("a", 2, 3.0), ("b", 0, 0.0), ("b", 1, 2.0)]);
        let factors = link_factors(&triangle, Averaging::CHAIN_LADDER);
        assert_eq!(factors[0].factor, Err(NotEstimable::EmptyColumn));
        assert_eq!(factors[0].n_links, 2);
        assert_eq!(factors[1], LinkFactor { factor: Ok(1.5), n_links: 1, volume: 2.0 });
        assert_eq!(link_ratios(&triangle), [[None, Some(1.5)], [None, None]]);
    }

    #[test]
    fn a_gap_breaks_both_links() {
        let triangle = triangle(&[("a", 1, 2.0), ("a", 3, 3.0), ("b", 1, 2.0), ("b", 2, 4.0)]);
        let factors = link_factors(&triangle, Averaging { average: Average::Simple, newest: Some(3) });
        assert_eq!((factors[0].factor, factors[0].n_links), (Ok(2.0), 1));
        assert_eq!((factors[1].factor, factors[1].n_links), (Err(NotEstimable::TooFewLinks), 0));
    }
}
