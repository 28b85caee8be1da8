use super::super::field_id;
use super::super::group::Groups;
use crate::quarterly::{ListedService, SERVICE_LIST};
use crate::registry::{ServiceId, Severity};
use crate::rules::Finding;
use crate::session::grid::{COLUMNS, Selected, Shown, cell_path, service_text, unread};
use crate::text::{grid_phrases, phrases};
use std::collections::{BTreeMap, BTreeSet};

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// Its id in the return.
    pub row: ServiceId,
    /// Its name in the document.
    pub id: String,
    /// Its number, by which findings name it; a sign where it is yet to be begun.
    pub number: String,
    /// What it is called by those who hear it.
    pub label: String,
    /// Its place among the rows that are shown, from 0.
    pub place: usize,
    /// Its cells.
    pub cells: Vec<GridCell>,
    /// What is said of it.
    pub mark: Mark,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct GridCell {
    /// Its name in the document.
    pub id: String,
    /// Its path in the return.
    pub path: String,
    /// What stands in it.
    pub text: String,
    /// What is said of it.
    pub mark: Mark,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether the person is at it.
    pub active: bool,
    /// Whether it holds a number.
    pub number: bool,
    /// What it is called by those who hear it: its column and its row.
    pub label: String,
}

/// What is said of a cell or a row, the gravest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// The coordinator asks about it.
    Asked,
    /// A warning.
    Warning,
    /// An error.
    Error,
}

/// Whether a column holds numbers.
pub(super) fn is_number(column: usize) -> bool {
    COLUMNS.get(column).is_some_and(|name| matches!(*name, "level" | "received" | "resolved"))
}

/// The rows that are seen, and the one at `active`, which keeps the focus wherever is scrolled to.
pub(super) fn rows(groups: &Groups<'_>, here: &Shown<'_>, range: &Selected, active: usize) -> Vec<GridRow> {
    let (first, count) = groups.state.list.window;
    let places: BTreeSet<usize> = (first..first.saturating_add(count)).chain([active]).collect();
    let ids: BTreeMap<&str, usize> =
        places.into_iter().filter_map(|place| Some((here.at(place)?.as_str(), place))).collect();
    let found = findings(groups, &ids);
    let mut rows: Vec<GridRow> =
        ids.values().filter_map(|place| row(groups, here, range, active, *place, &found)).collect();
    rows.sort_by_key(|row| row.place);
    rows
}

/// What is said of these rows now.
fn findings<'a>(groups: &'a Groups<'_>, ids: &BTreeMap<&str, usize>) -> BTreeMap<&'a str, Vec<&'a Finding>> {
    let mut found: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &groups.state.findings {
        let row = finding.place().strip_prefix(SERVICE_LIST).and_then(|rest| rest.strip_prefix('/'));
        let row = row.and_then(|rest| rest.split('/').next()).filter(|row| ids.contains_key(row));
        if let Some(row) = row.filter(|_| groups.is_shown(finding, finding.place())) {
            found.entry(row).or_default().push(finding);
        }
    }
    found
}

fn row(
    groups: &Groups<'_>,
    here: &Shown<'_>,
    range: &Selected,
    active: usize,
    place: usize,
    found: &BTreeMap<&str, Vec<&Finding>>,
) -> Option<GridRow> {
    let id = here.at(place)?;
    let blank = ListedService::default();
    let service = groups.draft.content.service_list.get(id).unwrap_or(&blank);
    let (language, is_next) = (groups.state.language, here.is_next(id));
    let number = id.as_str().trim_start_matches('0').to_owned();
    let label = match is_next {
        true => groups.state.say(grid_phrases::NEXT_ROW),
        false => phrases::LIST_ROW.with(language, &[("number", &number)]),
    };
    let found = found.get(id.as_str()).map_or(&[][..], Vec::as_slice);
    let at = groups.state.list.active.as_ref().map_or(0, |spot| spot.column);
    let cells: Vec<GridCell> = (0..COLUMNS.len())
        .map(|column| {
            let path = cell_path(id, column);
            let name = crate::session::grid::column_name(language, column);
            GridCell {
                id: field_id(&path),
                text: text(groups, id, service, column, &path),
                mark: mark(groups, found, &path),
                selected: range.rows.contains(&place) && range.columns.contains(&column),
                active: place == active && column == at,
                number: is_number(column),
                label: format!("{name}, {}", label.to_lowercase()),
                path,
            }
        })
        .collect();
    let mark = cells.iter().map(|cell| cell.mark).max().unwrap_or_default();
    let id_in_document = field_id(&format!("{SERVICE_LIST}/{id}"));
    let number = if is_next { "+".to_owned() } else { number };
    Some(GridRow { row: id.clone(), id: id_in_document, number, label, place, cells, mark })
}

fn text(groups: &Groups<'_>, id: &ServiceId, service: &ListedService, column: usize, path: &str) -> String {
    let typed = groups.state.editing.as_ref().filter(|(editing, _)| editing == path).map(|(_, text)| text.clone());
    let kept = || unread(&groups.draft, id, column).map(|entry| entry.text.clone());
    typed.or_else(kept).unwrap_or_else(|| service_text(service, column, groups.state.language))
}

fn mark(groups: &Groups<'_>, found: &[&Finding], path: &str) -> Mark {
    let given = &groups.draft.content.justifications;
    let said = found.iter().filter(|finding| finding.paths.iter().any(|of| of == path));
    let grave = said.map(|finding| match finding.severity {
        Severity::Error => Mark::Error,
        Severity::Warning if finding.blocks(given) => Mark::Warning,
        _ => Mark::None,
    });
    let asked = groups.draft.slips.iter().flat_map(|slip| &slip.questions).any(|question| question.path == path);
    grave.max().unwrap_or_default().max(if asked { Mark::Asked } else { Mark::None })
}
