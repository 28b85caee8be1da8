//! What is wrong with the open return, kept in step with it.

use super::draft::Draft;
use super::state::{Section, State};
use super::{carry, slips};
use crate::quarterly::field;
use crate::registry::{Registry, Severity};
use crate::rules::{Case, Checker, Finding};

/// Checks the whole return again.
pub(super) fn refresh(state: &mut State) {
    state.checker = case(state).map(|case| Checker::new(&state.rules, case));
    list_findings(state);
}

/// Checks again what an edited field can have changed.
pub(super) fn recheck(state: &mut State, path: &str) {
    let mut checker = state.checker.take();
    if let (Some(checker), Some(case)) = (&mut checker, case(state)) {
        checker.edited(&state.rules, case, path);
    }
    state.checker = checker;
    list_findings(state);
}

/// The open return beside what it is checked with.
fn case(state: &State) -> Option<Case<'_>> {
    let draft = state.draft.as_ref()?;
    Some(Case {
        registry: &state.registry,
        content: &draft.content,
        previous: draft.previous.as_deref(),
        today: state.today,
    })
}

/// Lists what is wrong, ordered as the sections show it. A text that its field cannot hold is the only thing said there;
/// a reason is not asked for an earlier return's answer before it is confirmed.
pub(super) fn list_findings(state: &mut State) {
    if let Some(Draft { entries, content, .. }) = &mut state.draft {
        // A text whose field went, as the reason of a count that has a number now, could be mended nowhere.
        entries.retain(|path, _| field(content, path).is_some());
    }
    let (Some(draft), Some(checker)) = (&state.draft, &state.checker) else {
        state.findings = Vec::new();
        return;
    };
    let wanted = |finding: &&Finding| {
        let too_early = finding.severity == Severity::Warning && draft.carried.contains(finding.place());
        !too_early && !draft.entries.contains_key(finding.place())
    };
    let mut findings: Vec<Finding> = checker.findings().filter(wanted).cloned().collect();
    findings.extend(draft.entries.values().map(|entry| entry.finding.clone()));
    findings.extend(carry::findings(draft));
    findings.extend(slips::findings(draft));
    let mut known = std::mem::take(&mut state.positions);
    for finding in &findings {
        if !known.contains_key(finding.place()) {
            known.insert(finding.place().to_owned(), place(&state.registry, draft, finding.place()));
        }
    }
    findings.sort_by_cached_key(|finding| known.get(finding.place()).copied());
    (state.positions, state.findings) = (known, findings);
}

/// Where a field stands among the sections: section, row, field.
pub type Position = (Section, usize, usize);

/// Where a field stands; an answer stands where the field is that is asked about.
fn place(registry: &Registry, draft: &Draft, path: &str) -> Position {
    let Some((_, question)) = draft.question_at(path) else {
        return position(registry, path);
    };
    let (_, row, field) = position(registry, &question.path);
    (draft.section_of(path), row, field)
}

pub(super) fn position(registry: &Registry, path: &str) -> Position {
    const NAMES: [&str; 14] = [
        "number",
        "name",
        "title",
        "phone",
        "email",
        "status",
        "completed_on",
        "date",
        "evidence",
        "document_number",
        "units",
        "progress",
        "obstacle",
        "new_deadline",
    ];
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let (head, id) = (segments.first().copied().unwrap_or(""), segments.get(1).copied().unwrap_or(""));
    let row = match head {
        "general_tasks" => registry.general_task.iter().position(|task| task.id.as_str() == id),
        "tasks" => registry.task.iter().position(|task| task.number.as_str() == id),
        "services" => registry.count.iter().position(|count| count.id.as_str() == id),
        // A row's id is its place.
        "service_list" => id.parse().ok(),
        "indicators" => registry.indicator.iter().position(|indicator| indicator.id.as_str() == id),
        _ => ["amendment_reason", "document", "preparer", "approver", "difficulties"]
            .iter()
            .position(|name| *name == head),
    };
    let name = segments.last().and_then(|name| NAMES.iter().position(|known| known == name));
    (Section::of_path(path), row.unwrap_or(usize::MAX), name.unwrap_or(NAMES.len()))
}
