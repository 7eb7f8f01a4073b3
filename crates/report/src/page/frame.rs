//! The frame of the page (页面框架): head, policy of what it may load, header, contents, footer.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::calendar_words::{as_of_words, month_words};
use crate::lang::Lang;
use crate::page::bilingual::{both, both_of};
use crate::page::printing::Printing;

const STYLE: &str = concat!(include_str!("page.css"), include_str!("print.css"));

const SCRIPT: &str = concat!(
    "'use strict';\n",
    include_str!("script/words.js"),
    include_str!("script/figures.js"),
    include_str!("script/tables.js"),
    include_str!("script/pieces.js"),
    include_str!("script/views.js"),
    include_str!("script/project.js"),
    include_str!("script/start.js"),
);

/// One entry of the contents.
pub type Entry = (String, &'static str, &'static str);

/// The whole page around its parts.
pub fn frame(printing: &Printing<'_>, entries: &[Entry], body: &Markup, data: (&str, &str)) -> Markup {
    let title = |lang| title(printing, lang);
    let lang = printing.release.style.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.pick("zh-CN", "en")) data-title-zh=(title(Lang::Zh)) data-title-en=(title(Lang::En)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(content_policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="format-detection" content="telephone=no";
                title { (title(lang)) }
                style { (PreEscaped(STYLE)) (PreEscaped(page_margins(&title(lang)))) }
            }
            body {
                (header(printing, entries))
                main id="main" { (body) (footer(printing)) }
                dialog id="view" aria-labelledby="view-title" {
                    div.bar { h2 id="view-title" tabindex="-1" {} button type="button" id="close" { (both("关闭", "Close")) } }
                    div id="view-body" {}
                }
                noscript { p.note { (both("未启用脚本：表格与图可看，下钻、排序与切换语言不可用。", "Scripts are off: figures cannot be opened.")) } }
                script type="application/json" id="page-data" { (PreEscaped(data.0)) }
                script type="application/json" id="record-data" { (PreEscaped(data.1)) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// Nothing is loaded, nothing is sent, and no script runs but the page's own.
fn content_policy() -> String {
    let hash = STANDARD.encode(Sha256::digest(SCRIPT.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )
}

fn title(printing: &Printing<'_>, lang: Lang) -> String {
    let month = month_words(printing.release.as_of, lang);
    match lang {
        Lang::Zh => format!("签约项目落地情况通报（{month}）"),
        Lang::En => format!("Signed projects: progress report, {month}"),
    }
}

/// The title and the page number in the margins of printed pages.
fn page_margins(title: &str) -> String {
    let safe: String = title.chars().filter(|c| c.is_alphanumeric() || "（）：，. ".contains(*c)).collect();
    format!(
        "@page{{@top-left{{content:\"{safe}\"}}@bottom-right{{content:counter(page) \" / \" counter(pages)}}}}"
    )
}

fn header(printing: &Printing<'_>, entries: &[Entry]) -> Markup {
    let as_of = printing.release.as_of;
    html! {
        a.skip href="#main" { (both("跳到正文", "Skip to content")) }
        @if printing.release.is_synthetic {
            p.synthetic role="note" { (both("合成样例数据，非真实统计", "Synthetic sample data, no real statistics")) }
        }
        header {
            div.title {
                h1 { (both("签约项目落地情况通报", "Signed projects: progress report")) }
                p.as-of { (both(&format!("截至{}", as_of_words(as_of, Lang::Zh)), &format!("By {}", as_of_words(as_of, Lang::En)))) }
            }
            button type="button" id="language" { span.zh lang="en" { "English" } span.en lang="zh-CN" { "中文" } }
        }
        nav aria-label="目录 / Contents" { ul { @for (id, zh, en) in entries {
            li { a href={ "#" (id) } { (both(zh, en)) } }
        } } }
    }
}

fn footer(printing: &Printing<'_>) -> Markup {
    let release = printing.release;
    let known = |text: &str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    html! {
        footer {
            dl {
                dt { (both("数据流程", "pipeline")) } dd { (known(release.name)) }
                dt { (both("发布编号", "release")) } dd { code { (known(release.release_id)) } }
                dt { (both("截至", "as of")) } dd { (both_of(|lang| as_of_words(release.as_of, lang))) }
            }
            p { (both(
                "本页自成一体，不连接网络；数字均可点开，直至报表的文件、工作表与单元格。",
                "This page stands by itself and loads nothing; every figure opens down to file, sheet and cell.",
            )) }
            @if release.is_synthetic { p { strong { (both("合成样例数据，非真实统计", "Synthetic sample data, no real statistics")) } } }
        }
    }
}
