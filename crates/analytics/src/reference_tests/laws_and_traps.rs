//! Which test holds each law, and which test or choice answers each trap of other programs (性质与陷阱一览).
//!
//! The table is the list of `metrics.md`, §5 and §6. A test that is renamed or taken out makes it fail.

use std::path::Path;

/// What must hold or must not happen; the file under `src`; the test in it.
type Entry = (&'static str, &'static str, &'static str);

/// Laws that hold whatever the data are.
const LAWS: &[Entry] = &[
    (
        "up to the minimal follow-up the Aalen-Johansen share is the plain share, by project and by value",
        "survival/aalen_johansen/tests.rs",
        "before_the_first_loss_of_follow_up_it_is_the_share_of_projects_and_of_value",
    ),
    (
        "the same in cohort_ages, cell by cell",
        "datasets/cohort_ages/tests.rs",
        "the_incidence_is_the_plain_share_where_nobody_is_censored_before",
    ),
    (
        "the same in start_curves, by project and by value",
        "datasets/start_curves/tests.rs",
        "where_nobody_is_censored_before_the_curves_are_the_plain_shares",
    ),
    (
        "0.936590072907027 both ways on the reference fixture",
        "reference_tests/survival_weighted.rs",
        "curves_by_value_are_those_of_other_programs",
    ),
    ("started + terminated + event-free = 1", "survival/aalen_johansen/tests.rs", "shares_add_up_to_one"),
    (
        "an incidence is at most 1 - Kaplan-Meier",
        "survival/aalen_johansen/tests.rs",
        "an_incidence_is_at_most_one_minus_kaplan_meier",
    ),
    (
        "Kaplan-Meier does not depend on the order of rows",
        "survival/kaplan_meier.rs",
        "the_order_of_rows_changes_nothing",
    ),
    (
        "nor on splitting a row at an entry in between",
        "survival/kaplan_meier.rs",
        "splitting_a_spell_changes_nothing",
    ),
    (
        "Mack: the total error is no smaller than its processes",
        "triangles/laws.rs",
        "the_total_error_is_no_smaller_than_its_processes",
    ),
    (
        "Mack: a fully developed cohort has nothing to come and no error",
        "triangles/laws.rs",
        "a_fully_developed_cohort_has_nothing_to_come_and_no_error",
    ),
    (
        "Mack: money in another unit gives the error in that unit",
        "triangles/laws.rs",
        "money_in_another_unit_gives_the_error_in_that_unit",
    ),
    (
        "the bridge between two months closes for random edits",
        "datasets/changes/histories.rs",
        "every_bridge_closes_over_random_edits",
    ),
    (
        "the bridge between two vintages closes, both ways",
        "datasets/changes/histories.rs",
        "vintages_close_too_and_the_way_back_is_the_opposite",
    ),
    (
        "a figure of a month does not change with what comes after it",
        "datasets/no_look_ahead.rs",
        "a_month_is_told_alike_whatever_comes_after_it",
    ),
    (
        "Kitagawa turns its signs when the sides are exchanged",
        "decomposition/kitagawa.rs",
        "exchanging_the_sides_exchanges_the_signs",
    ),
    (
        "Kitagawa: the parts sum to the difference",
        "decomposition/kitagawa.rs",
        "the_parts_sum_to_the_difference",
    ),
    ("LMDI: sum = difference, product = ratio", "decomposition/lmdi.rs", "nothing_is_left_over"),
    (
        "Das Gupta: the effects sum to the difference",
        "decomposition/das_gupta.rs",
        "the_effects_sum_to_the_difference",
    ),
    ("Wilson lies within 0 and 1", "rates/wilson.rs", "it_holds_the_rate_and_lies_within_0_and_1"),
    (
        "Clopper-Pearson covers at least what it says, exact sum for n up to 50",
        "rates/clopper_pearson.rs",
        "it_covers_at_least_what_it_says",
    ),
    (
        "Poisson-binomial: mean = sum of chances, limits hold at least 95 %",
        "rates/poisson_binomial.rs",
        "the_mean_is_the_sum_of_the_chances_and_lies_within",
    ),
    (
        "Mantel-Haenszel over one stratum is the plain difference with its plain error",
        "decomposition/common_difference.rs",
        "one_stratum_is_the_plain_difference_with_its_plain_error",
    ),
    (
        "expected starts are the sums of what supervision says",
        "datasets/expected_starts/tests.rs",
        "the_sums_are_those_of_supervision",
    ),
    ("panels with next to nothing", "datasets/degenerate_panels.rs", "few_projects_months_or_units"),
    ("panels in which all are alike", "datasets/degenerate_panels.rs", "all_alike"),
    ("panels without money, or with more than fits", "datasets/degenerate_panels.rs", "no_money_or_too_much"),
    ("panels of which nothing is known", "datasets/degenerate_panels.rs", "nothing_known"),
];

/// Traps into which other programs fall.
const TRAPS: &[Entry] = &[
    (
        "lifelines breaks ties of different causes by random jitter: here both are taken at their month",
        "survival/aalen_johansen/tests.rs",
        "start_and_termination_of_one_month_are_both_taken_at_that_month",
    ),
    (
        "scikit-survival's Dinse divides by zero when the risk set is exhausted: here R's multi-state error",
        "reference_tests/survival_aalen_johansen.rs",
        "incidences_are_those_of_other_programs",
    ),
    (
        "Aalen's error is another one: kept apart",
        "reference_tests/survival_aalen_johansen.rs",
        "the_variances_of_cmprsk_are_those_of_aalen",
    ),
    (
        "lifelines' restricted mean gives the variance of min(T, tau): here R's se(rmean)",
        "reference_tests/survival_restricted_mean.rs",
        "restricted_means_are_those_of_other_programs",
    ),
    (
        "a horizon beyond the follow-up is refused",
        "survival/restricted_mean.rs",
        "a_horizon_beyond_the_follow_up_is_refused",
    ),
    (
        "lifelines' Nelson-Aalen corrects ties as Fleming and Harrington do: here two methods",
        "survival/fleming_harrington.rs",
        "only_ties_part_it_from_nelson_and_aalen",
    ),
    (
        "lifelines' peto is not R's rho = 1",
        "reference_tests/survival_log_rank.rs",
        "comparisons_are_those_of_python",
    ),
    (
        "lifelines' interval-censored curve stops early: here every optimum is certified",
        "survival/turnbull.rs",
        "every_curve_is_certified",
    ),
    (
        "R ChainLadder replaces a badly fitting log-linear spread in silence",
        "triangles/laws.rs",
        "a_badly_fitting_line_is_not_replaced_in_silence",
    ),
    (
        "R ChainLadder refuses fewer cohorts than ages",
        "triangles/laws.rs",
        "fewer_cohorts_than_ages_give_factors_but_no_error",
    ),
    (
        "the Munich ladders of two programs differ in the last spread: each with its own rule, in no dataset",
        "triangles/laws.rs",
        "triangles_that_do_not_belong_together_have_no_munich_ladder",
    ),
    (
        "more than one spread unknown, the case of three editions: not estimable instead of a number",
        "datasets/capital_forecast/tests.rs",
        "with_three_yearly_cohorts_by_month_the_error_is_not_estimable_and_the_note_says_so",
    ),
    (
        "statsmodels' Jeffreys interval lacks the rule at 0 and n",
        "rates/jeffreys_ends.rs",
        "it_reaches_the_ends_and_nothing_else_is_changed",
    ),
    (
        "statsmodels' score interval crashes at 0/10 against 3/10",
        "rates/score_difference.rs",
        "it_exists_where_other_programs_crash",
    ),
    (
        "a cohort's table changes afterwards and nobody says why: revisions name the cause",
        "datasets/revisions/tests.rs",
        "the_bridge_names_the_cause",
    ),
    (
        "a quantile that is not reached is not the last time instead",
        "datasets/curve_quartiles.rs",
        "terminations_keep_the_share_of_all_projects_down",
    ),
];

#[test]
fn every_law_and_every_trap_has_its_test() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (says, file, test) in LAWS.iter().chain(TRAPS) {
        let text = std::fs::read_to_string(source.join(file)).unwrap_or_default();
        assert!(text.contains(&format!("fn {test}(")), "{says}: no test `{test}` in `{file}`");
    }
}
