//! The return's file: what is written is read back, and whatever else is refused with its code and its place.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

#[path = "quarterly/carry.rs"]
mod carry;

use return36a::quarterly::{
    Answer, Field, ListedService, QueryAnswer, ReadErrorCode, Return, Signature, SignedFile, Start, TextField, blank,
    field, field_paths, part_of, part_texts, part_value, parts, read, return_value, write,
};
use return36a::registry::{Registry, TaskStatus};
use return36a::signing::{KeyCard, Keyring};
use return36a::vietnamese::{Date, Decimal};
use serde_json::{Value, json};
use std::sync::Arc;

fn blank_return(agency: &str) -> Return {
    let start = Start { agency: agency.into(), period: "2017-Q2".parse().unwrap(), random: [0xab; 16] };
    blank(Registry::embedded().unwrap(), &"0".repeat(64), &start)
}

/// A return with every kind of field filled.
fn filled() -> Return {
    let mut content = blank_return("tp-ha-noi");
    content.service_list = Arc::new([("0001".into(), ListedService::default())].into());
    content.answers = [(format!("{}.1", "ab".repeat(16)), QueryAnswer::default())].into();
    for (index, path) in field_paths(&content).into_iter().enumerate() {
        match field(&mut content, &path) {
            Some(Field::Text(text)) => *text = format!("Dòng {index}\n“Huế” ế"),
            Some(Field::Date(date)) => *date = Date::new(2017, 5, 31).ok(),
            Some(Field::Decimal(decimal)) => *decimal = Some(Decimal::from_thousandths(39_800)),
            Some(Field::Answer(answer)) => {
                *answer = Some(match index % 3 {
                    0 => Answer::Reported(8_834_680),
                    1 => Answer::ConfirmedZero,
                    _ => Answer::NoData("Chưa thống kê".into()),
                });
            }
            Some(Field::TaskStatus(status)) => *status = Some(TaskStatus::Waiting),
            Some(Field::GeneralStatus(status)) => *status = Some(return36a::quarterly::GeneralStatus::InProgress),
            Some(Field::Level(level)) => *level = Some(3),
            Some(Field::Basis(_)) => {}
            None => panic!("{path} is no field"),
        }
    }
    content
}

fn file(content: Return) -> Value {
    json!({ "return": return_value(&content), "signatures": [] })
}

fn refusal(bytes: &[u8]) -> (ReadErrorCode, String) {
    let error = read(bytes).unwrap_err();
    (error.code(), error.place().to_owned())
}

#[test]
fn a_written_file_is_read_back_as_it_was() {
    let signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }];
    for content in [blank_return("bo-tai-chinh"), blank_return("tinh-ha-giang"), filled()] {
        let file = SignedFile { content, signatures: signatures.clone() };
        assert_eq!(read(&write(&file)), Ok(file));
    }
}

#[test]
fn a_blank_return_asks_what_the_agency_owes_and_answers_nothing() {
    let content = blank_return("bo-tai-chinh");
    let numbers: Vec<&str> = content.tasks.keys().map(|number| number.as_str()).collect();
    assert_eq!(numbers, ["3.1", "3.2", "3.3", "3.4", "3.5"]);
    assert_eq!((content.return_id.as_str(), content.revision), ("abababababababababababababababab", 1));
    assert!(content.services.values().all(|count| count.answer.is_none()));
    assert_eq!(content.services.len(), 17);
    let units = blank_return("tinh-ha-giang").general_tasks.values().filter(|task| task.units.is_some()).count();
    assert_eq!(units, 1, "one general task of a province asks for units");
}

#[test]
fn every_listed_path_is_a_field_and_a_pointer_into_the_file() {
    let mut content = filled();
    let value = return_value(&content);
    for path in field_paths(&content) {
        assert!(value.pointer(&path).is_some(), "{path}");
        assert!(field(&mut content, &path).is_some(), "{path}");
    }
    for path in
        ["", "/", "/tasks", "/tasks/9.9/status", "/schema", "/return_id", "/tasks/22.1/status/x", "/preparer/age"]
    {
        assert!(field(&mut content, path).is_none(), "{path}");
    }
}

#[test]
fn the_answers_to_questions_are_texts_that_the_rules_reach() {
    let mut content = filled();
    let key = format!("{}.1", "ab".repeat(16));
    content.answers.get_mut(&key).unwrap().text = "Đã sửa".into();
    let part = format!("/answers/{key}");
    assert!(parts(&content).contains(&part));
    assert_eq!(part_of(&format!("{part}/text")), part);
    assert_eq!(part_value(&content, &part), Some(json!({ "text": "Đã sửa" })));
    let text = TextField { path: format!("{part}/text"), text: "Đã sửa".into(), lines: true };
    assert_eq!(part_texts(&content, &part), [text]);
    assert!(blank_return("bo-tai-chinh").answers.is_empty());
}

#[test]
fn blank_zero_and_no_data_stay_apart() {
    let answers = [
        (None, json!(null), None),
        (Some(Answer::ConfirmedZero), json!("confirmed_zero"), Some(0)),
        (Some(Answer::Reported(12)), json!({ "reported": 12 }), Some(12)),
        (Some(Answer::NoData("Chưa có".into())), json!({ "no_data": "Chưa có" }), None),
    ];
    for (answer, written, number) in answers {
        assert_eq!(serde_json::to_value(&answer).unwrap(), written);
        assert_eq!(serde_json::from_value::<Option<Answer>>(written).unwrap(), answer);
        assert_eq!(answer.as_ref().and_then(Answer::number), number);
    }
}

#[test]
fn what_is_not_a_return_is_refused_with_code_and_place() {
    let put = |path: &str, value: Value| {
        let mut file = file(blank_return("bo-tai-chinh"));
        *file.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = value;
        refusal(file.to_string().as_bytes())
    };
    let at = |code: ReadErrorCode, place: &str| (code, place.to_owned());
    let cases = [
        ("/return/schema", json!("return36a/2"), at(ReadErrorCode::NewerSchema, "/return/schema")),
        ("/return/schema", json!("other/1"), at(ReadErrorCode::UnknownSchema, "/return/schema")),
        ("/return/schema", json!(null), at(ReadErrorCode::UnknownSchema, "/return/schema")),
        ("/return/period", json!("2017-Q5"), at(ReadErrorCode::WrongValue, "/return/period")),
        ("/return/document/date", json!("31/12/2017"), at(ReadErrorCode::WrongValue, "/return/document/date")),
        ("/return/tasks/3.2/status", json!("done"), at(ReadErrorCode::WrongValue, "/return/tasks/3.2/status")),
        ("/return/tasks/3.2/percent", json!("39,8"), at(ReadErrorCode::WrongValue, "/return/tasks/3.2/percent")),
        ("/return/tasks/3.2/percent", json!(39.8), at(ReadErrorCode::Fraction, "/return/tasks/3.2/percent")),
        ("/return/revision", json!(-1), at(ReadErrorCode::WrongValue, "/return/revision")),
        ("/return/revision", json!(9_007_199_254_740_992_i64), at(ReadErrorCode::NumberRange, "/return/revision")),
        ("/return/difficulties", json!("Hue\u{302}\u{301}"), at(ReadErrorCode::NotNfc, "/return/difficulties")),
        ("/return/difficulties", json!("a\u{0}b"), at(ReadErrorCode::ControlCharacter, "/return/difficulties")),
        ("/return/difficulties", json!("x".repeat(70_000)), at(ReadErrorCode::TooLong, "/return/difficulties")),
        ("/return/services/level3/answer", json!(12), at(ReadErrorCode::WrongValue, "/return/services/level3/answer")),
        (
            "/return/services/level3/answer",
            json!({ "reported": 0 }),
            at(ReadErrorCode::WrongValue, "/return/services/level3/answer"),
        ),
        (
            "/return/services/level3/answer",
            json!({ "reported": 12, "no_data": "" }),
            at(ReadErrorCode::WrongValue, "/return/services/level3/answer"),
        ),
        ("/return/revision", json!(0), at(ReadErrorCode::WrongValue, "/return/revision")),
        ("/return/return_id", json!("khác"), at(ReadErrorCode::WrongValue, "/return/return_id")),
        ("/return/supersedes", json!("ABCD"), at(ReadErrorCode::WrongValue, "/return/supersedes")),
        ("/return/registry/sha256", json!(""), at(ReadErrorCode::WrongValue, "/return/registry/sha256")),
        (
            "/return/tasks/3.2/status",
            json!({ "waiting": null }),
            at(ReadErrorCode::WrongValue, "/return/tasks/3.2/status"),
        ),
        ("/return/answers", json!({ "1": { "text": "" } }), at(ReadErrorCode::WrongValue, "/return/answers/1")),
        (
            "/return/answers",
            json!({ "abababababababababababababababab.0": { "text": "" } }),
            at(ReadErrorCode::WrongValue, "/return/answers/abababababababababababababababab.0"),
        ),
        (
            "/return/answers",
            json!({ "abababababababababababababababab.1": "Đã sửa" }),
            at(ReadErrorCode::WrongValue, "/return/answers/abababababababababababababababab.1"),
        ),
        (
            "/return/indicators",
            json!({ "a/value": { "value": null, "remark": "" } }),
            at(ReadErrorCode::WrongValue, "/return/indicators/a~1value"),
        ),
        ("/signatures", json!({}), at(ReadErrorCode::WrongValue, "/signatures")),
        ("/signatures", json!([["e30", "AA"]]), at(ReadErrorCode::WrongValue, "/signatures/0")),
    ];
    for (path, value, refused) in cases {
        let shown = value.to_string();
        assert_eq!(put(path, value), refused, "{path} = {}", &shown[..shown.len().min(40)]);
    }
}

#[test]
fn members_are_neither_more_nor_fewer_than_a_return_has() {
    let with = |path: &str, name: &str| {
        let mut file = file(blank_return("bo-tai-chinh"));
        file.pointer_mut(path).and_then(Value::as_object_mut).unwrap().insert(name.into(), json!(1));
        refusal(file.to_string().as_bytes())
    };
    assert_eq!(with("", "note"), (ReadErrorCode::UnknownMember, "/note".into()));
    assert_eq!(with("/return", "note"), (ReadErrorCode::UnknownMember, "/return/note".into()));
    assert_eq!(with("/return/services", "số"), (ReadErrorCode::MemberName, "/return/services/số".into()));
    assert_eq!(with("/return/tasks/3.2", "note"), (ReadErrorCode::UnknownMember, "/return/tasks/3.2/note".into()));
    let without = |path: &str, name: &str| {
        let mut file = file(blank_return("bo-tai-chinh"));
        file.pointer_mut(path).and_then(Value::as_object_mut).unwrap().remove(name).unwrap();
        refusal(file.to_string().as_bytes())
    };
    assert_eq!(without("", "signatures"), (ReadErrorCode::MissingMember, "/signatures".into()));
    assert_eq!(without("/return", "proposals").0, ReadErrorCode::MissingMember);
    assert_eq!(without("/return", "answers").0, ReadErrorCode::MissingMember);
    // An optional member may be null but not absent, else two files would mean the same return.
    assert_eq!(without("/return", "supersedes"), (ReadErrorCode::MissingMember, "/return/supersedes".into()));
    assert_eq!(
        without("/return/tasks/3.2", "status"),
        (ReadErrorCode::MissingMember, "/return/tasks/3.2/status".into())
    );
}

#[test]
fn hostile_bytes_are_refused_and_nothing_panics() {
    let cases: [(&[u8], ReadErrorCode, &str); 9] = [
        (b"", ReadErrorCode::NotJson, "line 1, column 0"),
        (b"\xff\xfe{}", ReadErrorCode::NotUtf8, "byte 0"),
        (b"{", ReadErrorCode::NotJson, "line 1, column 1"),
        (b"{} {}", ReadErrorCode::NotJson, "line 1, column 4"),
        (b"[]", ReadErrorCode::WrongValue, ""),
        (b"{\"return\":{\"a\":1,\"a\":2},\"signatures\":[]}", ReadErrorCode::DuplicateMember, "/return/a"),
        (b"{\"return\":{\"\\u0061\":1,\"a\":2}}", ReadErrorCode::DuplicateMember, "/return/a"),
        (b"{\"a/b\":{\"x\":1,\"x\":2}}", ReadErrorCode::DuplicateMember, "/a~1b/x"),
        (b"{\"return\":1e400}", ReadErrorCode::NotJson, "line 1, column 15"),
    ];
    for (bytes, code, place) in cases {
        assert_eq!(refusal(bytes), (code, place.to_owned()), "{}", String::from_utf8_lossy(bytes));
    }
    let deep = format!("{}1{}", "[".repeat(20), "]".repeat(20));
    assert_eq!(refusal(deep.as_bytes()).0, ReadErrorCode::TooDeep);
    assert_eq!(refusal("[".repeat(1 << 20).as_bytes()).0, ReadErrorCode::TooDeep);
    // A path is written out for each value: a name of megabytes above a million of them would take hours.
    let long = format!("{{\"{}\":[{}0]}}", "a".repeat(4 << 20), "0,".repeat(1 << 20));
    assert_eq!(refusal(long.as_bytes()).0, ReadErrorCode::MemberName);
    assert!(KeyCard::read(long.as_bytes()).is_err() && Keyring::read(long.as_bytes()).is_err());
    let nested = format!("{}0{}", format!("{{\"{}\":", "a".repeat(200)).repeat(8), "}".repeat(8));
    assert_eq!(refusal(nested.as_bytes()).0, ReadErrorCode::TooDeep);
    assert_eq!(refusal(&vec![b' '; (8 << 20) + 1]).0, ReadErrorCode::TooLarge);
    let whole = write(&SignedFile { content: filled(), signatures: Vec::new() });
    for end in (0..whole.len() - 1).step_by(97) {
        assert!(read(&whole[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_file_saved_with_a_byte_order_mark_is_still_the_return() {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(write(&SignedFile { content: filled(), signatures: Vec::new() }));
    assert_eq!(read(&bytes).map(|file| file.content), Ok(filled()));
}
