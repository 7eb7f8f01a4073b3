//! Industries (产业) in the words of returns.

use model::reference::Industry;

use crate::cell_rules::outcome::Outcome;

/// The classes of `industries.csv`.
#[derive(Debug, Clone, Default)]
pub struct Industries {
    classes: Vec<Industry>,
}

impl Industries {
    /// The classes of a table.
    pub fn new(classes: &[Industry]) -> Industries {
        Industries { classes: classes.to_vec() }
    }

    /// The code of the industry that a cell names, of the first where it names several.
    pub fn read(&self, text: &str) -> Outcome<String> {
        let _ = (&self.classes, text);
        Outcome::missing("blank")
    }
}
