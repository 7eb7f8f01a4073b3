//! Events and their editions (签约活动、届次).

use model::reading::Content;
use model::reference::Edition;

/// The events of `editions.csv`.
#[derive(Debug, Clone, Default)]
pub struct Events {
    editions: Vec<Edition>,
}

impl Events {
    /// The events of a table.
    pub fn new(editions: &[Edition]) -> Events {
        Events { editions: editions.to_vec() }
    }

    /// The event that a text names, by its usual name. Missing: it names none.
    pub fn read_event(&self, text: &str) -> Option<String> {
        let _ = (&self.editions, text);
        None
    }

    /// Event and edition that a cell, a group row or a title names. Missing event: the text names none and there is
    /// no default. Missing: no edition is named (`2020—2022年智博会` is a span and names none).
    pub fn read_cohort(
        &self,
        content: &Content,
        default_event: Option<&str>,
    ) -> Option<(Option<String>, String)> {
        self.find_cohort(&content.text(), default_event)
    }

    /// The same for a text.
    pub fn find_cohort(&self, text: &str, default_event: Option<&str>) -> Option<(Option<String>, String)> {
        let _ = (text, default_event);
        None
    }
}
