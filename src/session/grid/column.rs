use super::Rows;
use crate::quarterly::{Answer, Field, ListedService, SERVICE_LIST, listed_field};
use crate::registry::ServiceId;
use crate::session::entry::{Entry, put_in};
use crate::session::{Draft, State};
use crate::text::{Language, label, phrases};
use crate::vietnamese::{Date, count_text, nfc};
use std::sync::Arc;

/// The columns of the list in their order, as fields are named.
pub const COLUMNS: [&str; 7] = ["code", "name", "level", "deployed_on", "address", "received", "resolved"];

/// Places among the columns.
pub(super) const CODE: usize = 0;
pub(super) const NAME: usize = 1;
pub(super) const LEVEL: usize = 2;
pub(super) const DEPLOYED: usize = 3;
pub(super) const ADDRESS: usize = 4;
pub(super) const RECEIVED: usize = 5;
pub(super) const RESOLVED: usize = 6;

/// The path of a cell, `/service_list/0001/name`.
pub(in crate::session) fn cell_path(row: &ServiceId, column: usize) -> String {
    format!("{SERVICE_LIST}/{row}/{}", COLUMNS.get(column).copied().unwrap_or_default())
}

/// What a column is called.
pub(in crate::session) fn column_name(language: Language, column: usize) -> String {
    let name = COLUMNS.get(column).copied().unwrap_or_default();
    label(&format!("{SERVICE_LIST}/row/{name}")).text(language).to_owned()
}

/// The row to which a path leads and, where it leads to a cell, its column.
pub(in crate::session) fn place_of(path: &str) -> Option<(ServiceId, Option<usize>)> {
    let rest = path.strip_prefix(SERVICE_LIST)?.strip_prefix('/')?;
    let (row, name) = rest.split_once('/').unwrap_or((rest, ""));
    let name = name.split('/').next().unwrap_or_default();
    Some((ServiceId::from(row), COLUMNS.iter().position(|known| *known == name)))
}

/// What stands in a cell of a service, as the grid shows it.
pub(in crate::session) fn service_text(service: &ListedService, column: usize, language: Language) -> String {
    let count = |answer: &Option<Answer>| match answer {
        None => String::new(),
        Some(Answer::NoData(reason)) => format!("{}: {reason}", phrases::NO_DATA.text(language)),
        Some(answer) => answer.number().map(count_text).unwrap_or_default(),
    };
    match column {
        CODE => service.code.clone(),
        NAME => service.name.clone(),
        LEVEL => service.level.map(count_text).unwrap_or_default(),
        DEPLOYED => service.deployed_on.map(Date::vietnamese).unwrap_or_default(),
        ADDRESS => service.address.clone(),
        RECEIVED => count(&service.received),
        RESOLVED => count(&service.resolved),
        _ => String::new(),
    }
}

/// A cell's text that its field cannot hold.
pub(in crate::session) fn unread<'a>(draft: &'a Draft, row: &ServiceId, column: usize) -> Option<&'a Entry> {
    // Most lists have none, and a path costs more than to see that.
    if draft.entries.is_empty() { None } else { draft.entries.get(&cell_path(row, column)) }
}

/// What stands in a cell, readable or not.
pub(super) fn cell_text(state: &State, row: &ServiceId, column: usize) -> String {
    let Some(draft) = &state.draft else { return String::new() };
    let kept = unread(draft, row, column).map(|entry| entry.text.clone());
    let service = || draft.content.service_list.get(row);
    kept.or_else(|| service().map(|service| service_text(service, column, state.language))).unwrap_or_default()
}

/// Reads a text into a cell of a service; what cannot be read is given back, and the cell is blank. A line ends nowhere in
/// a cell, and what the grid writes of a count without data is read again.
pub(super) fn read_cell(service: &mut ListedService, column: usize, path: &str, text: &str) -> Result<(), Box<Entry>> {
    let name = COLUMNS.get(column).copied().unwrap_or_default();
    let line = text.replace(['\r', '\n'], " ");
    if column >= RECEIVED
        && let Some(reason) = no_data_reason(&line)
        && let Some(Field::Answer(slot)) = listed_field(service, name)
    {
        *slot = Some(Answer::NoData(reason));
        return Ok(());
    }
    listed_field(service, name).and_then(|field| put_in(field, path, &line)).unwrap_or(Ok(()))
}

/// The reason behind “Không có số liệu: …”, in either language.
fn no_data_reason(text: &str) -> Option<String> {
    let text = text.trim();
    let says = [Language::Vietnamese, Language::English].map(|language| phrases::NO_DATA.text(language));
    let reason = says.into_iter().find_map(|says| text.strip_prefix(says))?.trim_start().strip_prefix(':')?;
    Some(nfc(reason.trim()))
}

/// Writes what stands in one service's cell into another's.
pub(super) fn copy_cell(from: &ListedService, to: &mut ListedService, column: usize) {
    match column {
        CODE => to.code.clone_from(&from.code),
        NAME => to.name.clone_from(&from.name),
        LEVEL => to.level = from.level,
        DEPLOYED => to.deployed_on = from.deployed_on,
        ADDRESS => to.address.clone_from(&from.address),
        RECEIVED => to.received.clone_from(&from.received),
        RESOLVED => to.resolved.clone_from(&from.resolved),
        _ => {}
    }
}

/// Writes into one cell of the list what stands in a service's, and what of it could not be read.
pub(super) fn write_cell(
    draft: &mut Draft,
    row: &ServiceId,
    column: usize,
    from: &ListedService,
    unread: Option<Entry>,
) {
    let path = cell_path(row, column);
    if let Some(to) = rows_of(draft).get_mut(row) {
        copy_cell(from, to, column);
    }
    match unread {
        Some(mut entry) => {
            entry.finding.paths = vec![path.clone()];
            draft.entries.insert(path, entry);
        }
        None => drop(draft.entries.remove(&path)),
    }
}

/// The draft's list, to be changed.
pub(super) fn rows_of(draft: &mut Draft) -> &mut Rows {
    Arc::make_mut(&mut draft.content.service_list)
}
