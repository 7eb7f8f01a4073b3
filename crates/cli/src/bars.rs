//! Progress bars, on a terminal only.

use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};
use pipeline::progress::Progress;

use crate::options::Lang;
use crate::words::stage_word;

/// How a bar looks.
const TEMPLATE: &str = "{msg:>10} [{bar:30}] {pos}/{len} {elapsed}";

/// Shows one bar at a time; `indicatif` draws nothing where stderr is no terminal.
pub(crate) struct Bars {
    lang: Lang,
    bar: Mutex<ProgressBar>,
}

impl Bars {
    /// No bar yet.
    pub(crate) fn new(lang: Lang) -> Bars {
        Bars { lang, bar: Mutex::new(ProgressBar::hidden()) }
    }

    fn with_bar(&self, act: impl FnOnce(&mut ProgressBar)) {
        if let Ok(mut bar) = self.bar.lock() {
            act(&mut bar);
        }
    }
}

impl Progress for Bars {
    fn begin(&self, stage: &str, total: u64) {
        let bar = if total == 0 { ProgressBar::new_spinner() } else { ProgressBar::new(total) };
        if total > 0
            && let Ok(style) = ProgressStyle::with_template(TEMPLATE)
        {
            bar.set_style(style);
        }
        bar.set_message(stage_word(stage, self.lang).to_owned());
        self.with_bar(|current| *current = bar);
    }

    fn step(&self) {
        self.with_bar(|bar| bar.inc(1));
    }

    fn end(&self) {
        self.with_bar(|bar| bar.finish_and_clear());
    }
}
