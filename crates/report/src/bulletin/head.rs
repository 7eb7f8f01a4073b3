//! The head of the bulletin (题头): title, as-of line, to whom it goes.

use crate::bulletin::document::{Block, LineKind};
use crate::bulletin::speaker::Speaker;
use crate::error::ReportError;
use crate::figures::editions;

/// The title as one line.
pub fn title(speaker: &Speaker) -> Result<String, ReportError> {
    let title = with_subject(speaker, "title", "title_plain")?;
    Ok(title.replace('\n', speaker.lang().pick("", " ")))
}

/// Title, as-of line, recipients and the opening sentence.
pub fn add_head(blocks: &mut Vec<Block>, speaker: &Speaker) -> Result<(), ReportError> {
    blocks.push(Block::Line(LineKind::Title, with_subject(speaker, "title", "title_plain")?));
    blocks.push(speaker.line(LineKind::SubTitle, "as_of_line", &[("as_of", speaker.as_of_words())])?);
    blocks.push(speaker.line(LineKind::Recipients, "recipients", &[])?);
    blocks.push(Block::body(with_subject(speaker, "opening", "opening_plain")?));
    Ok(())
}

/// A sentence about editions and event, or the plain one where nothing says which.
fn with_subject(speaker: &Speaker, key: &str, plain: &str) -> Result<String, ReportError> {
    let metrics = speaker.release.rows.metrics;
    let editions = speaker.event().map(|event| editions(metrics, speaker.as_of(), event));
    let editions: Vec<String> = editions.unwrap_or_default().into_iter().map(str::to_owned).collect();
    match speaker.subject(&editions) {
        subject if subject.is_empty() => speaker.say(plain, &[]),
        subject => speaker.say(key, &[("subject", subject)]),
    }
}
