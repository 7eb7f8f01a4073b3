//! The releases of a store (发布列表), newest first.

use store::releases::Store;

use crate::error::PipelineError;
use crate::manifest::Manifest;

/// One release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseLine {
    /// Its id.
    pub id: String,
    /// When it was made, RFC 3339; nothing when its manifest is damaged.
    pub created: Option<String>,
    /// Whether it is the current one.
    pub is_current: bool,
    /// Its headline in Chinese.
    pub zh: Option<String>,
    /// Its headline in English.
    pub en: Option<String>,
}

/// Every release, newest first.
pub fn release_lines(store: &Store) -> Result<Vec<ReleaseLine>, PipelineError> {
    let current = store.current()?.map(|release| release.id);
    let line = |info: store::releases::ReleaseInfo| {
        let summary = Manifest::read(&info.path).map(|manifest| manifest.summary);
        let (zh, en) = summary.map(|summary| (summary.zh.headline, summary.en.headline)).unwrap_or_default();
        ReleaseLine {
            is_current: current.as_deref() == Some(&info.id),
            id: info.id,
            created: info.created,
            zh,
            en,
        }
    };
    Ok(store.releases()?.into_iter().map(line).collect())
}
