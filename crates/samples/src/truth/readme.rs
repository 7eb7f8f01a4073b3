//! The README that lies beside the samples: it says that they are synthetic, and what is in them.

use crate::plan::{Plan, Summary};

/// The text of the README.
pub(crate) fn readme(plan: &Plan, summary: &Summary) -> String {
    let layouts: Vec<&str> = if plan.layouts.is_empty() {
        vec!["all"]
    } else {
        plan.layouts.iter().map(|layout| layout.name()).collect()
    };
    format!(
        "# SYNTHETIC returns（合成数据）\n\n\
         **Synthetic data.** Every project, company, person, telephone number and id here is invented by a program; names of\n\
         districts are real only so that they can be recognised. No figure says anything about the world.\n\
         本目录全部数据由程序虚构，不代表任何真实项目、企业或个人。\n\n\
         | folder | content |\n|---|---|\n\
         | received/ | {} returns of {} units, {} to {}; `register.csv`: file, time of receipt |\n\
         | ledger/ | the ledger: every signing, the tracked set, what is not tracked and why |\n\
         | truth/ | what stands in which cell (`rows.csv`), and what is really so |\n\n\
         {} projects, {} project rows, {} filled cells, {} wrong values put in on purpose (`truth/planted_errors.csv`).\n\n\
         Seed {}; layouts: {}. The same plan gives the same bytes.\n",
        summary.n_returns,
        summary.n_units,
        plan.first,
        plan.last,
        summary.n_projects,
        summary.n_records,
        summary.n_cells,
        summary.n_planted_errors,
        plan.seed,
        layouts.join(", "),
    )
}
