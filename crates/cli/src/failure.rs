//! What is said when a call fails: what, why, and the way out; and the exit code.

use std::error::Error;
use std::io;

use pipeline::error::{Fault, PipelineError};
use pipeline::error_words::ErrorWords;

use crate::options::Lang;
use crate::session::Session;

/// Says why a call failed. Gives the exit code; a reader that has gone away is no failure.
pub(crate) fn fail(error: &anyhow::Error, session: &Session) -> u8 {
    if is_broken_pipe(error) {
        return 0;
    }
    session.printer.message(&message(error, session.lang()));
    error.downcast_ref::<PipelineError>().map_or(Fault::Internal, PipelineError::fault).exit_code()
}

/// Says that the program itself is at fault; the log has said where. Gives the exit code.
pub(crate) fn crash(session: &Session) -> u8 {
    let (message, hint) = match session.lang() {
        Lang::Zh => ("程序内部错误", "当前发布未受影响；请把日志交给维护人员"),
        Lang::En => ("internal error", "the current release is untouched; hand the log to the maintainers"),
    };
    session.printer.message(&format!("error: {message}\n  hint: {hint}"));
    Fault::Internal.exit_code()
}

fn message(error: &anyhow::Error, lang: Lang) -> String {
    let words = match (error.downcast_ref::<PipelineError>(), lang) {
        (Some(error), Lang::Zh) => error.in_chinese(),
        (Some(error), Lang::En) => error.in_english(),
        (None, _) => ErrorWords { message: error.to_string(), hint: None },
    };
    let because = causes(error, &words.message).into_iter().map(|cause| format!("  because: {cause}"));
    let hint = words.hint.iter().map(|hint| format!("  hint: {hint}"));
    let lines = std::iter::once(format!("error: {}", words.message)).chain(because).chain(hint);
    lines.collect::<Vec<_>>().join("\n")
}

/// What lies behind an error, without what was said already.
fn causes(error: &anyhow::Error, said: &str) -> Vec<String> {
    let mut causes: Vec<String> = Vec::new();
    for cause in error.chain().skip(1) {
        let text = cause.to_string();
        let is_known = said.contains(&text) || causes.last().is_some_and(|last| last.contains(&text));
        if !is_known {
            causes.push(text);
        }
    }
    causes
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let is_it = |cause: &(dyn Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    error.chain().any(is_it)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn missing_plan() -> anyhow::Error {
        let source = io::Error::new(io::ErrorKind::NotFound, "no such file");
        PipelineError::PlanFile { file: PathBuf::from("p.toml"), source }.into()
    }

    #[test]
    fn a_failure_says_what_why_and_the_way_out() {
        let said = message(&missing_plan(), Lang::En);
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[..2], ["error: cannot read the pipeline file `p.toml`", "  because: no such file"]);
        assert!(lines[2].starts_with("  hint: "));
        assert!(message(&missing_plan(), Lang::Zh).starts_with("error: 无法读取"));
    }

    #[test]
    fn a_reader_that_has_gone_away_is_no_failure() {
        assert!(is_broken_pipe(&io::Error::from(io::ErrorKind::BrokenPipe).into()));
        assert!(!is_broken_pipe(&missing_plan()));
    }
}
