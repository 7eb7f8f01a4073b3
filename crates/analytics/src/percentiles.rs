//! Percentiles of simulated figures (分位数): between the two neighbours in order, in a straight line.

use crate::not_estimable::NotEstimable;

/// Figures in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Ordered {
    figures: Vec<f64>,
}

impl Ordered {
    /// Puts figures in order. Refused when there are none, or when one is no number.
    pub fn from(mut figures: Vec<f64>) -> Result<Ordered, NotEstimable> {
        if figures.is_empty() {
            return Err(NotEstimable::NothingObserved);
        }
        if figures.iter().any(|figure| !figure.is_finite()) {
            return Err(NotEstimable::NotANumber);
        }
        figures.sort_by(f64::total_cmp);
        Ok(Ordered { figures })
    }

    /// The figures.
    pub fn figures(&self) -> &[f64] {
        &self.figures
    }

    /// The figure below which a share of 0 to 1 lies (type 7 of Hyndman and Fan 1996).
    pub fn percentile(&self, share: f64) -> f64 {
        let place = share.clamp(0.0, 1.0) * (self.figures.len() - 1) as f64;
        let below = self.figures[place.floor() as usize];
        let above = self.figures[place.ceil() as usize];
        below + (above - below) * place.fract()
    }

    /// Their mean.
    pub fn mean(&self) -> f64 {
        self.figures.iter().sum::<f64>() / self.figures.len() as f64
    }

    /// Their standard deviation, with n − 1. Not estimable for one figure.
    pub fn standard_deviation(&self) -> Result<f64, NotEstimable> {
        if self.figures.len() < 2 {
            return Err(NotEstimable::NoSpread);
        }
        let mean = self.mean();
        let squares: f64 = self.figures.iter().map(|figure| (figure - mean).powi(2)).sum();
        Ok((squares / (self.figures.len() - 1) as f64).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_lie_between_their_neighbours() {
        let ordered = Ordered::from(vec![4.0, 1.0, 2.0, 3.0]).unwrap();
        assert_eq!(ordered.percentile(0.5), 2.5);
        assert_eq!(ordered.percentile(0.0), 1.0);
        assert_eq!(ordered.percentile(1.0), 4.0);
        assert_eq!(ordered.percentile(f64::NAN.max(0.25)), 1.75);
        assert_eq!(Ordered::from(vec![]), Err(NotEstimable::NothingObserved));
        assert_eq!(Ordered::from(vec![1.0]).unwrap().standard_deviation(), Err(NotEstimable::NoSpread));
    }
}
