//! The known names that look most like an unknown one (最相近的名称).

/// Likeness below which two names have nothing to do with each other.
const ALIKE: f64 = 0.75;

/// The same for a name of up to three letters, of which one may be wrong.
const ALIKE_SHORT: f64 = 0.6;

/// The known names that look most like a typed one, best first, each once, at most so many.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<String> {
    let typed = typed.to_lowercase();
    let least = if typed.chars().count() <= 3 { ALIKE_SHORT } else { ALIKE };
    let mut alike: Vec<(f64, &str)> = known
        .into_iter()
        .map(|name| (likeness(&typed, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= least)
        .collect();
    alike.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(right.1)));
    let mut names: Vec<String> = Vec::new();
    for (_, name) in alike {
        if names.len() < most && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// From 0 to 1: a common beginning counts more, and so does one name within the other.
fn likeness(typed: &str, name: &str) -> f64 {
    let within = typed.chars().count() >= 3 && name.contains(typed);
    let by_letters =
        strsim::jaro_winkler(typed, name).max(strsim::normalized_damerau_levenshtein(typed, name));
    if within { by_letters.max(0.8) } else { by_letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: &[&str]) {
        let known =
            ["start_rate", "start_date", "cohort_metrics", "project_months", "projects", "开工率", "万州"];
        assert_eq!(nearest(typed, known, 2), expected, "{typed}");
    }

    #[test]
    fn misspelt_names_find_their_like() {
        check("start_rat", &["start_rate", "start_date"]);
        check("Projets", &["projects", "project_months"]);
        check("metrics", &["cohort_metrics"]);
        check("开工", &["开工率"]);
        check("万洲", &["万州"]);
        check("zzz", &[]);
        check("", &[]);
    }
}
