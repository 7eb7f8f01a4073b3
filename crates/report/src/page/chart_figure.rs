//! A chart in both languages (图), or nothing where there is nothing to draw.

use maud::{Markup, PreEscaped, html};

use crate::page::bilingual::{both, either};
use crate::page::printing::Printing;
use crate::style::Style;

/// A chart as the chart modules draw it. Their SVG is escaped there.
pub fn chart(draw: impl Fn(&Style) -> Option<String>, printing: &Printing<'_>) -> Option<Markup> {
    let (zh, en) = (draw(&printing.zh)?, draw(&printing.en)?);
    Some(html! { figure.chart { (either(PreEscaped(zh), PreEscaped(en))) } })
}

/// Drawings side by side where there is room; a word where there is nothing to draw.
pub fn beside(drawings: &[Option<Markup>]) -> Markup {
    html! {
        @if drawings.iter().all(Option::is_none) {
            p.empty { (both("没有可画的数据。", "There is nothing to draw.")) }
        } @else {
            div.charts { @for drawing in drawings.iter().flatten() { (drawing) } }
        }
    }
}
