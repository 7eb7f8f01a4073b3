//! The counting of figures that agree (核对计数): every disagreement fails the test, every figure of a file is
//! accounted for.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

/// The folder with the reference figures. Missing on a machine that has none: the test then says so and passes.
pub(crate) fn reference_folder() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/analytics/reference");
    let named =
        std::env::var_os("LUODI_SHARED").map(|shared| PathBuf::from(shared).join("analytics/reference"));
    let folder = named.unwrap_or_else(|| PathBuf::from(beside));
    if folder.is_dir() {
        Some(folder)
    } else {
        say("skipped: the folder with the reference figures is not on this machine");
        None
    }
}

/// The figures of a JSON file of that folder.
pub(crate) fn figures(folder: &std::path::Path, file: &str) -> Value {
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[expect(clippy::print_stdout, reason = "a test tells how many figures agree")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// The figures of one file: how many agree, how many are inputs, how many are left out for a reason.
pub(crate) struct Compared {
    file: String,
    n_checked: usize,
    n_inputs: usize,
    left_out: BTreeMap<&'static str, usize>,
    disagreements: Vec<String>,
}

impl Compared {
    pub(crate) fn new(file: &str) -> Compared {
        Compared {
            file: file.to_owned(),
            n_checked: 0,
            n_inputs: 0,
            left_out: BTreeMap::new(),
            disagreements: Vec::new(),
        }
    }

    /// One figure, with a relative tolerance. A null agrees with nothing but a missing figure.
    #[track_caller]
    pub(crate) fn figure(&mut self, what: &str, got: Option<f64>, want: &Value, relative: f64) {
        self.close(what, got, want, relative, 0.0);
    }

    /// One figure: |got − want| ≤ absolute + relative · |want|.
    #[track_caller]
    pub(crate) fn close(&mut self, what: &str, got: Option<f64>, want: &Value, relative: f64, absolute: f64) {
        self.n_checked += 1;
        let agrees = match (got, want.as_f64()) {
            (Some(got), Some(want)) => (got - want).abs() <= absolute + relative * want.abs(),
            (None, None) => want.is_null(),
            _ => false,
        };
        if !agrees {
            self.disagreements.push(format!("{what}: got {got:?}, want {want}"));
        }
    }

    /// One figure that a book printed: ours, rounded to the printed decimals, is the same.
    #[track_caller]
    pub(crate) fn printed(&mut self, what: &str, got: Option<f64>, printed: &Value) {
        let printed = printed.to_string();
        let decimals = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        self.n_checked += 1;
        let agrees = got.is_some_and(|got| format!("{got:.decimals$}") == printed);
        if !agrees {
            self.disagreements.push(format!("{what}: got {got:?}, printed {printed}"));
        }
    }

    /// A list of figures of the same length.
    #[track_caller]
    pub(crate) fn list(&mut self, what: &str, got: &[Option<f64>], want: &Value, relative: f64) {
        let want = want.as_array().unwrap_or_else(|| panic!("{what} is no list"));
        assert_eq!(got.len(), want.len(), "{what} of {}", self.file);
        for (index, (got, want)) in got.iter().zip(want).enumerate() {
            self.figure(&format!("{what}[{index}]"), *got, want, relative);
        }
    }

    /// Something that is not a number, and must hold.
    #[track_caller]
    pub(crate) fn holds(&mut self, what: &str, holds: bool) {
        if !holds {
            self.disagreements.push(what.to_owned());
        }
    }

    /// Figures that went in.
    pub(crate) fn inputs(&mut self, figures: &Value) {
        self.n_inputs += n_figures(figures);
    }

    /// Figures that are not asserted, and why.
    pub(crate) fn left_out(&mut self, figures: &Value, reason: &'static str) {
        *self.left_out.entry(reason).or_default() += n_figures(figures);
    }

    /// Prints the count and fails on any disagreement, or when a figure of the file was forgotten.
    #[track_caller]
    pub(crate) fn finish(self, all: &Value) -> usize {
        let n_agree = self.n_checked - self.disagreements.len().min(self.n_checked);
        let n_left_out: usize = self.left_out.values().sum();
        say(&format!("{}: {n_agree} of {} agree", self.file, self.n_checked));
        for (reason, n) in &self.left_out {
            say(&format!("  {n} not asserted: {reason}"));
        }
        assert!(self.disagreements.is_empty(), "{}: {:#?}", self.file, self.disagreements);
        let n_accounted = self.n_checked + self.n_inputs + n_left_out;
        assert_eq!(n_accounted, n_figures(all), "figures of {} that were forgotten", self.file);
        n_agree
    }
}

/// How many numbers and nulls a value holds.
pub(crate) fn n_figures(value: &Value) -> usize {
    match value {
        Value::Null | Value::Number(_) => 1,
        Value::Bool(_) | Value::String(_) => 0,
        Value::Array(list) => list.iter().map(n_figures).sum(),
        Value::Object(fields) => fields.values().map(n_figures).sum(),
    }
}

/// The figures of a list of results, a reason as a missing figure.
pub(crate) fn options<E: Copy>(results: &[Result<f64, E>]) -> Vec<Option<f64>> {
    results.iter().map(|result| result.as_ref().ok().copied()).collect()
}

/// A list of figures that all exist.
pub(crate) fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}
