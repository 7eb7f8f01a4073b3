//! What is around a table (表外框): the box that searches in it, and the frame in which it scrolls.

use maud::{Markup, html};

use crate::page::bilingual::both;

/// A box that searches in a table; shown where scripts run.
pub fn search_box(table: &str) -> Markup {
    html! {
        label.search {
            (both("查找", "Search")) " "
            input type="search" data-table=(table) autocomplete="off" spellcheck="false";
            output data-count=(table) {}
        }
    }
}

/// A table that may be wider than the screen: it scrolls by itself, by keyboard too.
pub fn scrolled((zh, en): (&str, &str), table: &Markup) -> Markup {
    html! { div.scroll role="region" tabindex="0" aria-label={ (zh) " / " (en) } { (table) } }
}
