//! Texts in both languages side by side (双语): the page shows the one that is switched on.

use maud::{Markup, Render, html};

use crate::lang::Lang;

/// The two languages, in the order of the page.
pub const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// Both texts; one alone where they are the same.
pub fn both(zh: &str, en: &str) -> Markup {
    if zh == en {
        return html! { (zh) };
    }
    html! { span.zh lang="zh-CN" { (zh) } span.en lang="en" { (en) } }
}

/// Two pieces of the page, of which one is shown.
pub fn either(zh: impl Render, en: impl Render) -> Markup {
    html! { div.zh lang="zh-CN" { (zh) } div.en lang="en" { (en) } }
}

/// What a function says in both languages.
pub fn both_of(say: impl Fn(Lang) -> String) -> Markup {
    both(&say(Lang::Zh), &say(Lang::En))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_equal_ones_stand_once() {
        assert_eq!(both("2020", "2020").into_string(), "2020");
        let both = both("<b>甲</b>", "a & b").into_string();
        assert!(both.contains("&lt;b&gt;甲") && both.contains("a &amp; b"), "{both}");
    }
}
