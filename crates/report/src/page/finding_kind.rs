//! The kind of a finding on the page (问题类别): its gravity while it is open.

use model::datasets::findings::Finding;
use model::severity::Severity;

/// The gravity of what is open; `settled` for the rest. A gravity that is none of the three is an info.
pub fn kind(finding: &Finding) -> &'static str {
    if matches!(finding.state.as_str(), "fixed" | "accepted") {
        return "settled";
    }
    let known = [Severity::Error, Severity::Warning].into_iter().find(|one| one.as_str() == finding.severity);
    known.unwrap_or(Severity::Info).as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_settled_has_no_gravity_any_more() {
        let kind_of = |severity: &str, state: &str| {
            kind(&Finding { severity: severity.to_owned(), state: state.to_owned(), ..Finding::default() })
        };
        assert_eq!(kind_of("error", "new"), "error");
        assert_eq!(kind_of("error", "fixed"), "settled");
        assert_eq!(kind_of("other", "open"), "info");
    }
}
