use super::super::group::Groups;
use super::super::{SaidView, WarningView};
use crate::quarterly::SERVICE_LIST;
use crate::registry::Severity;
use crate::rules::Finding;
use crate::session::carry::CARRIED;
use crate::session::grid::{COLUMNS, cell_path, place_of};
use crate::session::slips::answer_path;
use crate::text::{field_place, label};

/// What is said of the row that the person is at. It stands below the grid, so that rows keep their height.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PanelView {
    /// Which cell that is, `Dòng 12 (BTC-1) · Tên dịch vụ`.
    pub title: String,
    /// Errors, each with its field and its column.
    pub errors: Vec<(String, String, SaidView)>,
    /// Warnings, each with its field and its column.
    pub warnings: Vec<(String, String, WarningView)>,
    /// Notes, each with its field and its column.
    pub notes: Vec<(String, String, SaidView)>,
    /// The coordinator's questions, each with the field of its answer.
    pub questions: Vec<(String, String)>,
}

/// What is said of the row to which this cell belongs.
pub(super) fn panel(groups: &mut Groups<'_>, path: &str) -> PanelView {
    let (state, language) = (groups.state, groups.state.language);
    let Some((row, _)) = place_of(path) else { return PanelView::default() };
    let of_row = format!("{SERVICE_LIST}/{row}");
    let is_here = |finding: &&Finding| {
        let rest = finding.place().strip_prefix(&of_row);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) && finding.rule != CARRIED
    };
    let found: Vec<&Finding> =
        state.findings.iter().filter(is_here).filter(|finding| groups.is_shown(finding, finding.place())).collect();
    let name = |finding: &Finding| label(finding.place()).text(language).to_owned();
    let says = |severity: Severity| {
        let of = found.iter().filter(move |finding| finding.severity == severity);
        of.map(|finding| (finding.place().to_owned(), name(finding), groups.said(finding))).collect::<Vec<_>>()
    };
    let warnings = found.iter().filter(|finding| finding.severity == Severity::Warning);
    let warnings =
        warnings.map(|finding| (finding.place().to_owned(), name(finding), groups.warning(finding))).collect();
    let (errors, notes) = (says(Severity::Error), says(Severity::Note));
    let title = field_place(&state.registry, &groups.draft.content, path, language);
    let paths: Vec<String> = (0..COLUMNS.len()).map(|column| cell_path(&row, column)).chain([of_row.clone()]).collect();
    let asked = paths.iter().flat_map(|path| groups.questions(path));
    let questions = asked.map(|question| (answer_path(&question.key), question.text)).collect();
    PanelView { title, errors, warnings, notes, questions }
}
