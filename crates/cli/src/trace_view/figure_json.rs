//! A figure with everything behind it as one JSON document (指标追溯 JSON).

use model::row_values::row_value;
use pipeline::trace::Tracing;
use pipeline::trace::evidence::Evidence;
use pipeline::trace::figure::{FigureTrace, TracedProject};
use serde_json::{Value, json};

use crate::moves_view::number_json;
use crate::options::Lang;
use crate::trace_view::depth::Depth;

/// The document, down to a depth.
pub(crate) fn figure_json(traced: &FigureTrace, tracing: &Tracing<'_>, depth: Depth, lang: Lang) -> Value {
    let (metric, row) = (traced.metric, &traced.row);
    let project = |project: &TracedProject| {
        let evidence = (depth >= Depth::Records).then(|| evidence_json(&project.evidence, depth));
        json!({
            "project_id": project.project_id, "name": project.name, "unit_code": project.unit_code,
            "unit": project.unit_code.as_deref().map(|code| tracing.printing.unit(code)),
            "cohort": project.cohort, "adds": project.adds, "base": project.base,
            "months_followed": project.months_followed, "proven": project.is_proven, "evidence": evidence,
        })
    };
    let projects = traced.projects.iter().map(project);
    let projects: Option<Vec<Value>> = (depth >= Depth::Projects).then(|| projects.collect());
    let value = row_value(row, metric.name).map(number_json);
    json!({
        "release_id": tracing.release_id, "synthetic": tracing.printing.is_synthetic,
        "metric": metric.name, "name": lang.pick(metric.zh, metric.en), "formula": metric.formula,
        "population": metric.population, "unit": metric.unit, "as_of": row.as_of.to_string(), "event": row.event,
        "cohort": row.cohort, "dimension": row.dimension, "value": row.value, "figure": value,
        "printed": tracing.printing.figure(metric.name, Some(row)),
        "balance": {
            "sum": traced.sum, "base": traced.base, "n_members": traced.n_members, "n_listed": traced.projects.len(),
            "closes": traced.closes,
        },
        "projects": projects,
    })
}

/// Evidence, with its cells only at the last depth.
pub(crate) fn evidence_json(evidence: &[Evidence], depth: Depth) -> Value {
    let mut evidence = json!(evidence);
    if depth < Depth::Cells {
        for found in evidence.as_array_mut().into_iter().flatten() {
            found.as_object_mut().map(|found| found.remove("values"));
        }
    }
    evidence
}
