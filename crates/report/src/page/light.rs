//! A light (灯): colour, shape and word, so that it can be read without colours.

use maud::{Markup, html};

use crate::page::bilingual::both;

/// Red, yellow, green, or none.
pub fn light(colour: &str) -> Markup {
    let (class, sign, zh, en) = match colour {
        "red" => ("red", "■", "红灯", "red"),
        "yellow" => ("yellow", "▲", "黄灯", "yellow"),
        "green" => ("green", "●", "绿灯", "green"),
        _ => ("none", "○", "不亮灯", "no light"),
    };
    html! { span class={ "light " (class) } { span aria-hidden="true" { (sign) } (both(zh, en)) } }
}
