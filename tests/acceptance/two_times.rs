//! Figures of an earlier month, and figures as they were known at an earlier time.

use crate::sandbox::Sandbox;

#[test]
fn neither_time_moves_the_current_release_unless_it_is_asked_to() {
    let sandbox = Sandbox::with_months(&["202306", "202307"]);
    let (_, now) = sandbox.run(&[]);
    assert_eq!(now["headline"]["figures"]["as_of"], "2023-07-31");

    let (outcome, june) = sandbox.run(&["--as-of", "2023-06"]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    assert_eq!(june["headline"]["figures"]["as_of"], "2023-06-30");
    assert_eq!(
        (june["current"].as_bool(), sandbox.current().as_deref()),
        (Some(false), now["release_id"].as_str())
    );

    let (outcome, known) = sandbox.run(&["--known-at", "2023-07-31"]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    assert_eq!(known["headline"]["figures"]["as_of"], "2023-06-30", "the returns of July came in August");
    assert_ne!(known["release_id"], june["release_id"]);

    let (_, published) = sandbox.run(&["--as-of", "2023-06", "--publish"]);
    assert_eq!(published["release_id"], june["release_id"]);
    assert_eq!(sandbox.current().as_deref(), june["release_id"].as_str());
}
