//! Counts where our figures and theirs agree, file by file (逐项比较).

use crate::reference_tests::folder::say;

/// |ours − theirs| ≤ absolute + relative · |theirs|.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tolerance {
    absolute: f64,
    relative: f64,
}

/// So far in the units of the figure.
pub(crate) const fn absolute(absolute: f64) -> Tolerance {
    Tolerance { absolute, relative: 0.0 }
}

/// So far in parts of the figure.
pub(crate) const fn relative(relative: f64) -> Tolerance {
    Tolerance { absolute: 0.0, relative }
}

/// What one file of figures gave.
pub(crate) struct Comparison {
    file: String,
    n_compared: usize,
    disagreements: Vec<String>,
}

impl Comparison {
    pub(crate) fn of(file: &str) -> Self {
        Self { file: file.to_owned(), n_compared: 0, disagreements: Vec::new() }
    }

    /// Nothing was compared.
    pub(crate) fn is_empty(&self) -> bool {
        self.n_compared == 0
    }

    /// One figure; missing must meet missing.
    pub(crate) fn check(&mut self, figure: &str, ours: Option<f64>, theirs: Option<f64>, within: Tolerance) {
        self.n_compared += 1;
        let agree = match (ours, theirs) {
            (None, None) => true,
            (Some(ours), Some(theirs)) => {
                (ours - theirs).abs() <= within.absolute + within.relative * theirs.abs()
            }
            _ => false,
        };
        if !agree {
            self.disagreements.push(format!("{figure}: ours {ours:?}, theirs {theirs:?}"));
        }
    }

    /// The same where the figure exists on both sides.
    pub(crate) fn check_known(&mut self, figure: &str, ours: f64, theirs: f64, within: Tolerance) {
        self.check(figure, Some(ours), Some(theirs), within);
    }
}

/// Says `file: N of N agree` for each and for all, and fails when one figure disagrees.
#[track_caller]
pub(crate) fn conclude(comparisons: &[Comparison]) {
    let (mut n_agree, mut n_compared) = (0, 0);
    for comparison in comparisons {
        let n_of_file = comparison.n_compared - comparison.disagreements.len();
        say(&format!("{}: {n_of_file} of {} agree", comparison.file, comparison.n_compared));
        comparison.disagreements.iter().for_each(|disagreement| say(&format!("  {disagreement}")));
        assert!(comparison.n_compared > 0, "{} holds nothing to compare", comparison.file);
        n_agree += n_of_file;
        n_compared += comparison.n_compared;
    }
    say(&format!("total: {n_agree} of {n_compared} agree"));
    assert_eq!(n_agree, n_compared, "some figures disagree");
}

#[test]
#[should_panic(expected = "some figures disagree")]
fn a_figure_that_is_missing_on_one_side_disagrees() {
    let mut comparison = Comparison::of("nothing.csv");
    comparison.check("figure", None, Some(1.0), absolute(1.0));
    conclude(&[comparison]);
}
