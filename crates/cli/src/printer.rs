//! The only file that prints: data to stdout, everything else to stderr.

use std::io::{self, Write};

/// Prints.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Printer;

impl Printer {
    /// Data, to stdout. A reader that has gone away is an error of the kind `BrokenPipe`.
    pub(crate) fn data(self, text: &str) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(text.as_bytes())?;
        if !text.ends_with('\n') {
            stdout.write_all(b"\n")?;
        }
        stdout.flush()
    }

    /// A message, to stderr. Nobody can be told when that fails.
    pub(crate) fn message(self, text: &str) {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }
}
