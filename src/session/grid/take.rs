use super::change::{finished, number};
use super::column::{column_name, rows_of, write_cell};
use super::odd::{JudgedRow, lacks_name, twice};
use super::order::{arrange, new_id};
use super::preview::{PREVIEW, Preview, Target};
use super::selection::Spot;
use super::{MOST_ROWS, Rows, shown};
use crate::quarterly::{ListedService, SERVICE_LIST};
use crate::registry::ServiceId;
use crate::session::action::Effect;
use crate::session::state::State;
use crate::session::{Draft, Entry};
use crate::text::{Phrase, grid_phrases};
use std::sync::Arc;

/// Takes what is shown, if it can be taken as it was chosen; else says why not.
pub(super) fn take(state: &mut State) -> Vec<Effect> {
    let Some(preview) = state.list.preview.take() else { return Vec::new() };
    if let Some(refused) = why_not(state, &preview) {
        state.list.preview = Some(Preview { refused, ..preview });
        return vec![Effect::Focus(PREVIEW.to_owned())];
    }
    let Some(mut draft) = state.draft.take() else { return Vec::new() };
    let former = draft.content.service_list.len();
    let first = match preview.target {
        Target::Replace => replaced(&mut draft, &preview),
        Target::Append => appended(&mut draft, &preview),
        Target::Here => {
            // Where the cells go is told by what is shown.
            state.draft = Some(draft);
            let targets = targets(state, &preview);
            let Some(taken) = state.draft.take() else { return Vec::new() };
            draft = taken;
            written(&mut draft, &preview, &targets)
        }
    };
    state.draft = Some(draft);
    let says = taken(state, &preview, former);
    let column = preview.from.map_or(0, |spot| if preview.target == Target::Here { spot.column } else { 0 });
    state.list.pasted.clear();
    (state.list.query, state.list.wrong_only) = match preview.target {
        Target::Here => (std::mem::take(&mut state.list.query), state.list.wrong_only),
        Target::Replace | Target::Append => (String::new(), false),
    };
    if preview.target != Target::Here {
        arrange(state);
    }
    (state.list.active, state.list.anchor) = (first.map(|row| Spot { row, column }), None);
    finished(state, Some(says))
}

/// Why what is shown cannot be taken as it was chosen.
fn why_not(state: &State, preview: &Preview) -> Option<String> {
    let language = state.language;
    let whole = preview.target != Target::Here;
    let listed = state.draft.as_ref().map_or(0, |draft| draft.content.service_list.len());
    let more = match preview.target {
        Target::Replace => preview.taken(),
        Target::Append => preview.taken() + listed,
        Target::Here => listed + targets(state, preview).iter().filter(|(_, new)| *new).count(),
    };
    if let Some(field) = twice(&preview.columns) {
        let name = column_name(language, field);
        return Some(grid_phrases::TWICE.with(language, &[("name", &name)]));
    }
    if whole && lacks_name(&preview.columns) {
        return Some(grid_phrases::NO_NAME.text(language).to_owned());
    }
    if preview.taken() == 0 || preview.columns.iter().all(Option::is_none) {
        return Some(grid_phrases::NOTHING.text(language).to_owned());
    }
    (more > MOST_ROWS).then(|| grid_phrases::TOO_LONG.with(language, &[("most", &number(MOST_ROWS))]))
}

/// A service as it was read, and what of it could not be.
fn put_row(rows: &mut Rows, row: &ServiceId, read: &JudgedRow) {
    rows.insert(row.clone(), read.service.clone());
}

fn entries(draft: &mut Draft, row: &ServiceId, read: &JudgedRow) {
    for (column, entry) in &read.unread {
        write_cell(draft, row, *column, &read.service, Some(entry.clone()));
    }
}

fn replaced(draft: &mut Draft, preview: &Preview) -> Option<ServiceId> {
    draft.content.service_list = Arc::default();
    draft.entries.retain(|path, _| super::place_of(path).is_none());
    draft.carried.remove(SERVICE_LIST);
    appended(draft, preview)
}

fn appended(draft: &mut Draft, preview: &Preview) -> Option<ServiceId> {
    let taken: Vec<&JudgedRow> = preview.judged.rows.iter().filter(|row| !row.left_out).collect();
    let ids: Vec<ServiceId> = {
        let rows = &draft.content.service_list;
        let first = new_id(rows, 0);
        let start: usize = first.as_str().parse().unwrap_or(1);
        (start..start + taken.len()).map(|number| ServiceId::from(format!("{number:04}").as_str())).collect()
    };
    let rows = rows_of(draft);
    ids.iter().zip(&taken).for_each(|(id, read)| put_row(rows, id, read));
    ids.iter().zip(&taken).for_each(|(id, read)| entries(draft, id, read));
    ids.into_iter().next()
}

/// Into which rows the cells go, and which of these are new.
fn targets(state: &State, preview: &Preview) -> Vec<(ServiceId, bool)> {
    let here = shown(state);
    let start = preview.from.as_ref().and_then(|spot| here.place(&spot.row)).unwrap_or(0);
    let rows = state.draft.as_ref().map(|draft| &draft.content.service_list);
    let target = |read: &JudgedRow| {
        let place = start + read.place;
        match here.at(place).filter(|_| place < here.services()) {
            Some(row) => Some((row.clone(), false)),
            None => rows.map(|rows| (new_id(rows, place - here.services()), true)),
        }
    };
    preview.judged.rows.iter().filter_map(target).collect()
}

fn written(draft: &mut Draft, preview: &Preview, targets: &[(ServiceId, bool)]) -> Option<ServiceId> {
    let fields: Vec<usize> = preview.columns.iter().flatten().copied().collect();
    for (read, (row, new)) in preview.judged.rows.iter().zip(targets).filter(|(read, _)| !read.left_out) {
        if *new {
            rows_of(draft).insert(row.clone(), ListedService::default());
        }
        for field in &fields {
            let unread: Option<Entry> =
                read.unread.iter().find(|(column, _)| column == field).map(|(_, entry)| entry.clone());
            write_cell(draft, row, *field, &read.service, unread);
        }
    }
    targets.first().map(|(row, _)| row.clone())
}

/// What was taken, in words.
fn taken(state: &State, preview: &Preview, former: usize) -> String {
    let language = state.language;
    let counted = |phrase: Phrase, count: usize| phrase.with(language, &[("count", &number(count))]);
    let rows = &preview.judged.rows;
    let left_out = rows.iter().filter(|row| row.left_out).count();
    let unread: usize = rows.iter().filter(|row| !row.left_out).map(|row| row.unread.len()).sum();
    let says = if preview.target == Target::Here { grid_phrases::WRITTEN } else { grid_phrases::TAKEN };
    let mut told = vec![counted(says, preview.taken())];
    if preview.target == Target::Replace && former > 0 {
        told.push(counted(grid_phrases::REPLACED, former));
    }
    if left_out > 0 {
        told.push(counted(grid_phrases::LEFT_OUT, left_out));
    }
    if unread > 0 {
        told.push(counted(grid_phrases::KEPT_AS_TEXT, unread));
    }
    told.join(" ")
}
