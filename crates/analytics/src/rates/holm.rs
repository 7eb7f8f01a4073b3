//! Holm's adjustment of many p-values (霍尔姆校正). Holm 1979, Scand. J. Stat. 6: 65–70.

/// The adjusted p-values in the order given: each times the number of those at least as large, never below a smaller
/// one, at most 1. A missing one stays missing and is not counted.
pub fn holm(p_values: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut known: Vec<(usize, f64)> = p_values
        .iter()
        .enumerate()
        .filter_map(|(index, p)| Some((index, p.filter(|p| !p.is_nan())?)))
        .collect();
    known.sort_by(|left, right| left.1.total_cmp(&right.1));
    let mut adjusted = vec![None; p_values.len()];
    let mut largest = 0.0_f64;
    for (rank, (index, p)) in known.iter().enumerate() {
        largest = largest.max(p * (known.len() - rank) as f64).min(1.0);
        if let Some(place) = adjusted.get_mut(*index) {
            *place = Some(largest);
        }
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_adjusted_values_are_those_of_the_rule() {
        let adjusted = holm(&[Some(0.01), Some(0.04), None, Some(0.03), Some(0.005)]);
        let expected = [Some(0.03), Some(0.06), None, Some(0.06), Some(0.02)];
        for (ours, rule) in adjusted.iter().zip(expected) {
            assert!(ours.is_none() == rule.is_none());
            assert!((ours.unwrap_or(0.0) - rule.unwrap_or(0.0)).abs() < 1e-15);
        }
    }

    #[test]
    fn nothing_and_nonsense_stay_missing() {
        assert!(holm(&[]).is_empty());
        assert_eq!(holm(&[Some(f64::NAN), None, Some(0.6), Some(0.7)]), [None, None, Some(1.0), Some(1.0)]);
    }
}
