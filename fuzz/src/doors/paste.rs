//! Cells pasted from a spreadsheet: as a service list, as its file, and into fields.

use super::officer;
use return36a::quarterly::{Field, ListedService, field};
use return36a::session::{Action, Effect, GridAction, Section, State, update, view};

thread_local! {
    static BLANK: State = officer::at_blank_return("bo-cong-an");
}

/// A list is shown before it is taken, or refused with a word; what was taken, copied and pasted again, is the same. What is
/// pasted into a field is in the return or stands beside it, and is kept.
pub fn try_bytes(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut state = BLANK.with(State::clone);
    is_pasted_again(&mut state, &text);
    does(&mut state, GridAction::SelectAll);
    does(&mut state, GridAction::DeleteRows);
    does(&mut state, GridAction::File { name: "danh-sach.csv".into(), bytes: bytes.to_vec() });
    does(&mut state, GridAction::Take);
    officer::kept_as_it_is(&mut state);
    for path in ["/difficulties", "/services/level3/answer", "/document/date", "/services/level3/remark"] {
        is_typed(&mut state, path, &text);
    }
    officer::kept_as_it_is(&mut state);
    update(&mut state, Action::MoveWords { path: "/services/level3/answer".into() });
    officer::kept_as_it_is(&mut state);
}

fn does(state: &mut State, action: GridAction) -> Vec<Effect> {
    update(state, Action::Grid(action))
}

fn pasted(state: &mut State, text: &str) {
    does(state, GridAction::Pasted { text: text.to_owned(), table: None, inside: false });
    let told = state.list.preview.is_some() || state.notice.is_some();
    assert!(told, "{text:?} is neither shown nor refused");
    view::section(state, Section::ServiceList);
    does(state, GridAction::Take);
}

fn rows(state: &State) -> Vec<ListedService> {
    state.draft.as_ref().unwrap().content.service_list.values().cloned().collect()
}

fn is_pasted_again(state: &mut State, text: &str) {
    pasted(state, text);
    does(state, GridAction::Leave);
    let taken = rows(state);
    if taken.is_empty() {
        return;
    }
    officer::kept_as_it_is(state);
    let entries = state.draft.as_ref().unwrap().entries.clone();
    let effects = does(state, GridAction::SaveCsv);
    let Some(Effect::Download { name, bytes }) = effects.into_iter().next() else { panic!("no file") };
    does(state, GridAction::File { name, bytes });
    does(state, GridAction::Aim(return36a::session::Target::Replace));
    does(state, GridAction::Take);
    // A blank row, or one of sums, is no service where a list is read.
    if state.list.preview.is_none() && rows(state).len() == taken.len() {
        assert_eq!(rows(state), taken, "{text:?}");
        assert_eq!(state.draft.as_ref().unwrap().entries, entries, "{text:?}");
    }
    does(state, GridAction::Leave);
}

fn is_typed(state: &mut State, path: &str, text: &str) {
    update(state, Action::Typed { path: path.to_owned(), text: text.to_owned() });
    update(state, Action::Left { path: path.to_owned() });
    let draft = state.draft.as_mut().unwrap();
    let beside = draft.entries.contains_key(path);
    let inside = match field(&mut draft.content, path).unwrap() {
        Field::Text(text) => !text.is_empty(),
        Field::Answer(answer) => answer.is_some(),
        Field::Date(date) => date.is_some(),
        other => panic!("{other:?}"),
    };
    let typed = text.contains(|c: char| c.is_ascii_alphanumeric());
    assert!(!(beside && inside) && (beside || inside || !typed), "{text:?} in {path}: {inside}, {beside}");
}
