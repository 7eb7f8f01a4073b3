//! What became of one cell: a value with the rule that read it, or the reason why there is none.

use model::finding::FindingCode;

/// What a reader makes of one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome<T> {
    /// The value. Missing: the cell says that nothing is known, or it cannot be read (then a problem says why).
    pub value: Option<T>,
    /// Name of the rule that decided.
    pub rule: &'static str,
    /// What is special about the value: `approx`, `phase`, `foreign`, `planned` …
    pub flags: Vec<&'static str>,
    /// How sure the reading is, 0 to 1.
    pub confidence: f64,
    /// What is wrong or doubtful. A problem of severity error means that the value is not used.
    pub problems: Vec<Problem>,
}

/// One thing wrong or doubtful in a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Its code.
    pub code: FindingCode,
    /// What would be expected.
    pub expected: Option<String>,
    /// What fills `{detail}` in the message.
    pub detail: String,
}

impl Problem {
    /// A problem without detail.
    pub const fn new(code: FindingCode) -> Problem {
        Problem { code, expected: None, detail: String::new() }
    }

    /// The same with what would be expected.
    pub fn expecting(code: FindingCode, expected: impl Into<String>) -> Problem {
        Problem { code, expected: Some(expected.into()), detail: String::new() }
    }

    /// The same with a detail.
    pub fn detailed(code: FindingCode, detail: impl Into<String>) -> Problem {
        Problem { code, expected: None, detail: detail.into() }
    }
}

impl<T> Outcome<T> {
    /// A value read by a rule without any doubt.
    pub const fn read(rule: &'static str, value: T) -> Outcome<T> {
        Outcome { value: Some(value), rule, flags: Vec::new(), confidence: 1.0, problems: Vec::new() }
    }

    /// The cell says that nothing is known: no value, and nothing wrong with it.
    pub const fn missing(rule: &'static str) -> Outcome<T> {
        Outcome { value: None, rule, flags: Vec::new(), confidence: 1.0, problems: Vec::new() }
    }

    /// The cell cannot be read.
    pub fn refused(rule: &'static str, problem: Problem) -> Outcome<T> {
        Outcome { value: None, rule, flags: Vec::new(), confidence: 0.0, problems: vec![problem] }
    }

    /// With one more flag.
    pub fn flag(mut self, flag: &'static str) -> Outcome<T> {
        if !self.flags.contains(&flag) {
            self.flags.push(flag);
        }
        self
    }

    /// With one more problem.
    pub fn problem(mut self, problem: Problem) -> Outcome<T> {
        self.problems.push(problem);
        self
    }

    /// With another confidence.
    pub const fn confidence(mut self, confidence: f64) -> Outcome<T> {
        self.confidence = confidence;
        self
    }

    /// The same outcome of another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        let Outcome { value, rule, flags, confidence, problems } = self;
        Outcome { value: value.map(change), rule, flags, confidence, problems }
    }
}
