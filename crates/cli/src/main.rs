//! The command `luodi`: parses, logs, dispatches, and picks the exit code.

mod arguments;
mod bars;
mod check_view;
mod commands;
mod describe_view;
mod diff_view;
mod drawing;
mod failure;
mod files_view;
mod logging;
mod moves_view;
mod options;
mod outcome_view;
mod printer;
mod query_view;
mod run_view;
mod session;
mod stage_words;
mod status_view;
mod store_options;
mod table_view;
mod text_width;
mod trace_view;
mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, dispatch};
use crate::failure::{crash, fail};
use crate::session::Session;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    logging::start(&arguments.display);
    let session = Session::new(&arguments.display);
    let code = match catch_unwind(AssertUnwindSafe(|| dispatch(&arguments.command, &session))) {
        Ok(Ok(code)) => code,
        Ok(Err(error)) => fail(&error, &session),
        Err(_) => crash(&session),
    };
    ExitCode::from(code)
}
