//! Reads a pipeline file, and says in plain words what is wrong with it: which key, what stands there, what may.

use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::PipelineError;
use crate::plan::Plan;

/// Likeness below which two keys have nothing to do with each other.
const ALIKE: f64 = 0.6;

/// What serde cannot say about a choice between a word and a list.
const EXPECTED_UNITS: &str = "`all`, `from_ledger` or a list of unit codes";

/// Reads a pipeline file. The values are of the right types; `plan_check` looks at what they say.
pub fn read_plan(file: &Path) -> Result<Plan, PipelineError> {
    let text = fs_err::read_to_string(file)
        .map_err(|source| PipelineError::PlanFile { file: file.to_owned(), source })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    parse_plan(text, file)
}

/// A pipeline from its text; `file` is what errors call it.
///
/// # Errors
/// What is wrong, where, and the nearest known key.
pub fn parse_plan(text: &str, file: &Path) -> Result<Plan, PipelineError> {
    let tree = DeTable::parse(text).map_err(|error| syntax_error(text, file, &error))?;
    toml::from_str(text).map_err(|error| explained(text, file, tree.get_ref(), &error))
}

fn syntax_error(text: &str, file: &Path, error: &toml::de::Error) -> PipelineError {
    let start = error.span().map_or(0, |span| span.start);
    let line = 1 + text.bytes().take(start).filter(|byte| *byte == b'\n').count();
    PipelineError::Syntax { file: file.to_owned(), line, problem: error.message().replace('\n', "; ") }
}

fn explained(text: &str, file: &Path, tree: &DeTable<'_>, error: &toml::de::Error) -> PipelineError {
    let span = error.span().unwrap_or(0..0);
    let place = key_at(tree, span.start).unwrap_or_default();
    let message = error.message();
    if let Some(unknown) = message.strip_prefix("unknown field ") {
        let nearest = nearest_key(&place, &names_in(unknown));
        return PipelineError::UnknownKey { file: file.to_owned(), key: place, nearest };
    }
    if let Some(missing) = message.strip_prefix("missing field ") {
        let key = joined(&place, missing.trim_matches('`'));
        return PipelineError::MissingKey { file: file.to_owned(), key };
    }
    let (found, allowed) = found_and_allowed(text, span, message);
    PipelineError::WrongValue { place: file.display().to_string(), key: place, found, allowed }
}

/// The path of the innermost key whose name or value holds a place of the text.
fn key_at(table: &DeTable<'_>, offset: usize) -> Option<String> {
    table.iter().find_map(|(name, value)| {
        let inside = below(value, offset).map(|rest| joined(name.get_ref(), &rest));
        let here = name.span().contains(&offset) || value.span().contains(&offset);
        inside.or_else(|| here.then(|| name.get_ref().to_string()))
    })
}

fn below(value: &Spanned<DeValue<'_>>, offset: usize) -> Option<String> {
    match value.get_ref() {
        DeValue::Table(table) => key_at(table, offset),
        _ => None,
    }
}

fn joined(outer: &str, inner: &str) -> String {
    if outer.is_empty() { inner.to_owned() } else { format!("{outer}.{inner}") }
}

/// The names in backticks of a message, the first of which is the unknown one.
fn names_in(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

/// The known key that looks most like the unknown one, with its path.
fn nearest_key(place: &str, names: &[&str]) -> Option<String> {
    let (unknown, known) = names.split_first()?;
    let likeness = |name: &str| strsim::jaro_winkler(unknown, name);
    let best = known.iter().max_by(|left, right| likeness(left).total_cmp(&likeness(right)))?;
    let outer = place.strip_suffix(unknown).unwrap_or_default();
    (likeness(best) >= ALIKE).then(|| format!("{outer}{best}"))
}

fn found_and_allowed(text: &str, span: Range<usize>, message: &str) -> (String, String) {
    let found = text.get(span).unwrap_or_default().trim();
    let message = message.replace('\n', "; ");
    let allowed = match message.rsplit_once("expected ") {
        Some((_, allowed)) => allowed.to_owned(),
        None if message.contains("ExpectedUnits") => EXPECTED_UNITS.to_owned(),
        None => message,
    };
    (format!("`{found}`"), allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = "name = \"a\"\n[inputs]\nreceived = [\"received/*\"]\n";

    fn check(more: &str, expected: &str) {
        let text = format!("{SOUND}{more}");
        let error = parse_plan(&text, Path::new("p.toml")).unwrap_err();
        let nearest = match &error {
            PipelineError::UnknownKey { nearest: Some(nearest), .. } => format!(" ({nearest})"),
            _ => String::new(),
        };
        assert_eq!(format!("{error}{nearest}"), expected, "{more}");
    }

    #[test]
    fn a_short_plan_has_every_default() {
        let plan = parse_plan(SOUND, Path::new("p.toml")).unwrap();
        assert_eq!(plan.store.keep_releases, 24);
        assert_eq!(plan.policy, model::policy::Policy::default());
    }

    #[test]
    fn an_unknown_key_names_the_nearest_known_one() {
        check(
            "[policy]\nflaged = \"withhold\"\n",
            "`p.toml` has the unknown key `policy.flaged` (policy.flagged)",
        );
        check("[polici]\n", "`p.toml` has the unknown key `polici` (policy)");
        check("[gates]\nzzz = 1\n", "`p.toml` has the unknown key `gates.zzz`");
    }

    #[test]
    fn a_wrong_value_says_what_may_stand_there() {
        check(
            "[policy]\nflagged = \"witheld\"\n",
            "`p.toml`: `policy.flagged` is `\"witheld\"`, expected `withhold` or `as_reported`",
        );
        check("[calendar]\ndue_day = \"x\"\n", "`p.toml`: `calendar.due_day` is `\"x\"`, expected u32");
        check("[gates]\nmin_coverage = [1]\n", "`p.toml`: `gates.min_coverage` is `[1]`, expected f64");
        check(
            "[calendar]\nunits = \"some\"\n",
            "`p.toml`: `calendar.units` is `\"some\"`, expected `all`, `from_ledger` or a list of unit codes",
        );
        check("[report]\nlang = \"fr\"\n", "`p.toml`: `report.lang` is `\"fr\"`, expected `zh` or `en`");
    }

    #[test]
    fn a_missing_key_and_broken_toml_are_named() {
        let missing = parse_plan("name = \"a\"\n[inputs]\n", Path::new("p.toml")).unwrap_err();
        assert_eq!(missing.to_string(), "`p.toml` lacks the key `inputs.received`");
        let broken = parse_plan("name = \"a\"\n[inputs\n", Path::new("p.toml")).unwrap_err();
        assert!(broken.to_string().starts_with("`p.toml` line 2: "), "{broken}");
    }
}
