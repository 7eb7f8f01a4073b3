//! Where the figures of other programs lie (对照数据目录).

use std::path::PathBuf;

/// The folder of the figures, or a plain word in the output and nothing.
pub(crate) fn reference_folder(test: &str) -> Option<PathBuf> {
    // a path, not a setting of the product: `var_os`, only in tests
    let shared =
        std::env::var_os("LUODI_SHARED").map(|shared| PathBuf::from(shared).join("analytics/reference"));
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/analytics/reference"));
    let found = shared.into_iter().chain([beside]).find(|folder| folder.is_dir());
    if found.is_none() {
        say(&format!("skipped: {test}, the folder of the reference figures is absent"));
    }
    found
}

/// Says a line in the output of the test.
#[expect(clippy::print_stdout, reason = "the count of agreements is what a reference test is read for")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}
