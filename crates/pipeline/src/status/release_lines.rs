//! The releases of a store (发布列表), newest first.

use report::lang::Lang;
use store::releases::{ReleaseInfo, Store};

use crate::error::PipelineError;
use crate::manifest::Manifest;
use crate::manifest_plan::plan_of_settings;
use crate::stages::report::style_of;
use crate::summary::Figures;

/// One release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseLine {
    /// Its id.
    pub id: String,
    /// When it was made, RFC 3339; nothing when its manifest is damaged.
    pub created: Option<String>,
    /// Whether it is the current one.
    pub is_current: bool,
    /// In Chinese.
    pub zh: ReleaseWords,
    /// In English.
    pub en: ReleaseWords,
}

/// What a release says, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReleaseWords {
    /// The headline; nothing when no month has figures.
    pub headline: Option<String>,
    /// Its figures alone: month, projects, contract value, started, share, capital.
    pub figures: Vec<String>,
}

/// Every release, newest first.
pub fn release_lines(store: &Store) -> Result<Vec<ReleaseLine>, PipelineError> {
    let current = store.current()?.map(|release| release.id);
    let line = |info: ReleaseInfo| {
        let manifest = Manifest::read(&info.path);
        ReleaseLine {
            is_current: current.as_deref() == Some(&info.id),
            zh: manifest.as_ref().map(|manifest| words(manifest, Lang::Zh)).unwrap_or_default(),
            en: manifest.as_ref().map(|manifest| words(manifest, Lang::En)).unwrap_or_default(),
            id: info.id,
            created: info.created,
        }
    };
    Ok(store.releases()?.into_iter().map(line).collect())
}

fn words(manifest: &Manifest, lang: Lang) -> ReleaseWords {
    let summary = &manifest.summary;
    let said = if lang == Lang::Zh { &summary.zh } else { &summary.en };
    let figures = summary.figures.as_ref().and_then(|figures| printed(figures, manifest, lang));
    ReleaseWords { headline: said.headline.clone(), figures: figures.unwrap_or_default() }
}

/// The figures, printed as the pipeline of that time prints them.
fn printed(figures: &Figures, manifest: &Manifest, lang: Lang) -> Option<Vec<String>> {
    let style = style_of(&plan_of_settings(manifest.settings.clone()).ok()?, lang);
    let money = |yuan: i64| format!("{} {}", style.money(yuan), style.money_unit());
    let share = style.percent(figures.n_started, figures.n_projects);
    Some(vec![
        figures.as_of.get(..7).unwrap_or(&figures.as_of).to_owned(),
        figures.n_projects.to_string(),
        money(figures.contract_yuan),
        figures.n_started.to_string(),
        share.map(|share| format!("{share} %")).unwrap_or_default(),
        money(figures.capital_yuan),
    ])
}
