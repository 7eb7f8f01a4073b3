//! What `luodi trace` prints (追溯输出).

pub(crate) mod cell_text;
pub(crate) mod depth;
pub(crate) mod evidence_lines;
pub(crate) mod evidence_rows;
pub(crate) mod figure_json;
pub(crate) mod figure_text;
pub(crate) mod places;
pub(crate) mod timeline_text;
