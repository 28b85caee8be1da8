//! Cells pasted from a spreadsheet: as a service list, as its file, and into fields.

use super::officer;
use return36a::quarterly::{Field, ListedService, field};
use return36a::session::{Action, Section, State, update, view};
use return36a::vietnamese::count_text;

thread_local! {
    static BLANK: State = officer::at_blank_return("bo-cong-an");
}

/// A list is taken whole, or what cannot be read of it is told; what was taken, written as a table and pasted again, is the
/// same. What is pasted into a field is in the return or stands beside it, and is kept.
pub fn try_bytes(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut state = BLANK.with(State::clone);
    is_pasted_again(&mut state, &text);
    update(&mut state, Action::DropList);
    update(&mut state, Action::ListFile { name: "danh-sach.csv".into(), bytes: bytes.to_vec() });
    update(&mut state, Action::TakeReadable);
    officer::kept_as_it_is(&mut state);
    for path in ["/difficulties", "/services/level3/answer", "/document/date", "/services/level3/remark"] {
        is_typed(&mut state, path, &text);
    }
    officer::kept_as_it_is(&mut state);
    update(&mut state, Action::MoveWords { path: "/services/level3/answer".into() });
    officer::kept_as_it_is(&mut state);
}

fn pasted(state: &mut State, text: &str) {
    update(state, Action::ListTyped(text.to_owned()));
    update(state, Action::TakeList);
}

fn rows(state: &State) -> Vec<ListedService> {
    state.draft.as_ref().unwrap().content.service_list.values().cloned().collect()
}

fn is_pasted_again(state: &mut State, text: &str) {
    pasted(state, text);
    view::section(state, Section::ServiceList);
    let told = state.list.read.as_ref().is_some_and(|read| !read.faults.is_empty()) || state.notice.is_some();
    assert!(told, "{text:?} is neither taken nor refused");
    let readable = state.list.read.as_ref().map(|read| read.rows.clone());
    update(state, Action::TakeReadable);
    let taken = rows(state);
    assert!(readable.is_none_or(|readable| readable == taken), "{text:?}: other rows are taken than were read");
    if taken.is_empty() {
        return;
    }
    officer::kept_as_it_is(state);
    pasted(state, &table(&taken));
    assert_eq!(rows(state), taken, "{text:?}");
    assert_eq!(state.list.read, None, "what was taken cannot be read again");
}

/// The rows as a spreadsheet copies them, under the headings of the template.
fn table(rows: &[ListedService]) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    writer.write_record(["Mã", "Tên", "Mức độ", "Ngày", "Địa chỉ", "Tiếp nhận", "Giải quyết"]).unwrap();
    for row in rows {
        let count = |answer: &Option<_>| {
            answer.as_ref().and_then(return36a::quarterly::Answer::number).map(count_text).unwrap_or_default()
        };
        let level = row.level.map(count_text).unwrap_or_default();
        let day = row.deployed_on.map(|day| day.vietnamese()).unwrap_or_default();
        let (received, resolved) = (count(&row.received), count(&row.resolved));
        writer.write_record([&row.code, &row.name, &level, &day, &row.address, &received, &resolved]).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
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
