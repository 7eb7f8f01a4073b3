//! What a step of the bridge is (变动项).

/// A component: opening, then what happened, by name, then closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// The first figure (期初).
    Opening,
    /// Capital that arrived (新到位).
    Arrived,
    /// Capital that is less than before (核减).
    Corrected,
    /// Came into the population though signed before (补录、调入).
    ListedLate,
    /// Newly signed (新签约).
    New,
    /// Went into production (新投产).
    Produced,
    /// Left or came because it was signed again (重新签约).
    ReSigned,
    /// Moved from one cell to another (调整活动或届次).
    Reclassified,
    /// Counts again after it was terminated or suspended (恢复).
    Reinstated,
    /// Left the population (清退、调出).
    Removed,
    /// A start or production was taken back (撤回).
    Retracted,
    /// The contract value changed (合同额调整).
    Revised,
    /// Started (新开工).
    Started,
    /// No longer counts because it was suspended (停工).
    Suspended,
    /// No longer counts because it was terminated (终止).
    Terminated,
    /// The second figure (期末).
    Closing,
}

impl Component {
    /// Every component, in order.
    pub const ALL: [Component; 16] = [
        Component::Opening,
        Component::Arrived,
        Component::Corrected,
        Component::ListedLate,
        Component::New,
        Component::Produced,
        Component::ReSigned,
        Component::Reclassified,
        Component::Reinstated,
        Component::Removed,
        Component::Retracted,
        Component::Revised,
        Component::Started,
        Component::Suspended,
        Component::Terminated,
        Component::Closing,
    ];

    /// The name in the dataset.
    pub const fn as_str(self) -> &'static str {
        match self {
            Component::Arrived => "arrived",
            Component::Closing => "closing",
            Component::Corrected => "corrected",
            Component::ListedLate => "listed_late",
            Component::New => "new",
            Component::Opening => "opening",
            Component::Produced => "produced",
            Component::ReSigned => "re_signed",
            Component::Reclassified => "reclassified",
            Component::Reinstated => "reinstated",
            Component::Removed => "removed",
            Component::Retracted => "retracted",
            Component::Revised => "revised",
            Component::Started => "started",
            Component::Suspended => "suspended",
            Component::Terminated => "terminated",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bridge_begins_with_opening_and_ends_with_closing() {
        assert!(Component::ALL[1..15].windows(2).all(|pair| pair[0].as_str() < pair[1].as_str()));
        assert!(Component::ALL.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
