//! The log, on stderr: warnings for people, everything for a scheduler. `RUST_LOG` sets another filter.

use std::io::{self, IsTerminal};
use std::panic::PanicHookInfo;

use tracing_subscriber::EnvFilter;

use crate::options::{Color, DisplayOptions, LogFormat};

/// Starts the log.
pub(crate) fn start(display: &DisplayOptions) {
    let level = match (display.log_format, display.quiet) {
        (_, true) => "error",
        (LogFormat::Text, false) => "warn",
        (LogFormat::Json, false) => "info",
    };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(level));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    let coloured = match display.color {
        Color::Auto => io::stderr().is_terminal(),
        Color::Always => true,
        Color::Never => false,
    };
    // A second start changes nothing; there is none.
    let _ = match display.log_format {
        LogFormat::Text => log.with_ansi(coloured).with_target(false).without_time().try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
    std::panic::set_hook(Box::new(log_panic));
}

/// A panic inside a reader of workbooks is a rejected return, and another one is told by the caller.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let said = panic.payload_as_str().unwrap_or("it does not say why");
    tracing::error!(place, said, "stopped in the middle of a step");
}
