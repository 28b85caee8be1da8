//! The bytes that fuzzing starts from: what the other tests try, each door's own.

use crate::doors::officer;
use return36a::quarterly::{Answer, Field, QueryAnswer, Return, Signature, SignedFile, field, field_paths, write};
use return36a::registry::{Registry, TaskStatus};
use return36a::session::{Action, Draft, GridAction, State, update};
use return36a::vietnamese::{Date, Decimal};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Seeds by the names of their files.
type Seeds = BTreeMap<String, Vec<u8>>;

/// The seeds of a door.
pub fn of(door: &str) -> Seeds {
    let seeds: Vec<(String, Vec<u8>)> = match door {
        "draft" => drafts(),
        "number" => {
            NUMBERS.iter().enumerate().map(|(at, text)| (format!("{at:02}"), text.as_bytes().to_vec())).collect()
        }
        "p12" => P12.map(|path| fixture("tests/signing/fixtures", path)).to_vec(),
        "paste" => PASTED.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect(),
        "registry" => registries(),
        "return_file" => returns(),
        other => panic!("{other} is no door"),
    };
    seeds.into_iter().map(|(name, bytes)| (format!("seed-{name}"), bytes)).collect()
}

fn fixture(folder: &str, path: &str) -> (String, Vec<u8>) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder).join(path);
    (path.replace('/', "-"), fs::read(file).unwrap())
}

/// Numbers, shares and days as the reports of 2016 and 2017 print them and officers type them.
const NUMBERS: [&str; 38] = [
    "0",
    "3405",
    "1.353",
    "1.234.567",
    " 12 345 ",
    "12\u{a0}345",
    "-5",
    "−7",
    "9007199254740991",
    "9007199254740992",
    "10.960.7",
    "1234.567",
    "1.234 567",
    "12.5",
    "-0.75",
    "12,5",
    "1.234,5",
    "1,234.5",
    "1,353",
    "-1234,567",
    "1,234,567",
    "8.834.680 (cấp hộ chiếu và khai báo tạm trú)",
    "12 hồ sơ",
    "12(cấp mới)",
    "1/2",
    "không",
    "5.",
    "１２",
    "39,8",
    "39,80 %",
    "-0,5",
    "100",
    "12/06/2017",
    "2-1-2017",
    "2.01.2017",
    "2017-06-12",
    "31/02/2017",
    "1/6/1017",
];

/// Keys of each kind of encryption, with and without a MAC, by OpenSSL and by the Python package cryptography; certificates.
const P12: [&str; 16] = [
    "rsa-aes.p12",
    "rsa-aes192.p12",
    "rsa-mac512.p12",
    "rsa-no-mac.p12",
    "rsa-3des.p12",
    "rsa-rc2-40.p12",
    "rsa-rc2-128.p12",
    "rsa-rc4.p12",
    "p256-aes.p12",
    "p256-open.p12",
    "no-key.p12",
    "no-certificate.p12",
    "cryptography/no-password.p12",
    "cryptography/name-3-pwd.p12",
    "p256.crt",
    "root.pem",
];

const PASTED: [(&str, &str); 8] = [
    (
        "heading",
        "Mã\tTên dịch vụ\tMức độ\tNgày triển khai\tĐịa chỉ\tHồ sơ tiếp nhận\tHồ sơ giải quyết\r\n\
         BTC-1\tKê khai thuế \"qua mạng\"\t4\t1/2/2017\thttps://thuedientu.gdt.gov.vn\t1.234.567\t0\r\n\r\n\
         \t\t\t\t\t\t\r\n\t\"Cấp giấy phép\nkinh doanh bảo hiểm\"\t3\t\t\t\t\r\nBTC-3\tĐăng ký mã số\u{200b}\t2\r\n",
    ),
    (
        "wrong",
        "BTC-1\tMột\t5\t31/2/2017\t\t1,353\t\nBTC-2\tHai\t3\nBTC-3\tBa\nBTC-4\tBốn\tmức 3\t\t\t12 hồ sơ\t10.960.7\n\
         BTC-5\tNăm\t3\t\t\t\t\tthừa\nBTC-6\tSáu\t4\n",
    ),
    ("commas", "Mã,Tên,Mức,Ngày,Địa chỉ,Tiếp nhận,Giải quyết\n1,\"Cấp phép, gia hạn\",3,2017-02-01,,10,9\n"),
    ("semicolons", "\u{feff}Code;Name;Level\n1;Cấp phép;3\n2;Khai báo;4;;;\"1.234\";0\n"),
    ("unclosed", "1\t\"Cấp phép\t3\n2\tKhai báo\t4\n"),
    ("words", "8.834.680 (cấp hộ chiếu và khai báo tạm trú)"),
    ("day", "12/06/2017"),
    ("decomposed", "1\tCa\u{302}\u{301}p phe\u{301}p\u{ad}\t3\r\r\n"),
];

/// A return of Bộ Công an as the page makes it.
fn blank() -> Return {
    officer::at_blank_return("bo-cong-an").draft.unwrap().content
}

/// The same with an answer of some kind in each field.
fn filled() -> Return {
    let mut content = blank();
    content.answers = [(format!("{}.1", "ab".repeat(16)), QueryAnswer::default())].into();
    for (index, path) in field_paths(&content).into_iter().enumerate() {
        match field(&mut content, &path) {
            Some(Field::Text(text)) => *text = format!("Dòng {index}\n“Huế”"),
            Some(Field::Date(date)) => *date = Date::new(2017, 5, 31).ok(),
            Some(Field::Decimal(decimal)) => *decimal = Some(Decimal::from_thousandths(39_800)),
            Some(Field::Answer(answer)) => {
                *answer = [Answer::Reported(8_834_680), Answer::ConfirmedZero, Answer::NoData("Chưa có".into())]
                    .into_iter()
                    .nth(index % 3);
            }
            Some(Field::TaskStatus(status)) => *status = Some(TaskStatus::Waiting),
            Some(Field::Level(level)) => *level = Some(3),
            _ => {}
        }
    }
    content
}

/// A return in which no row is asked for: all that a reader insists on.
fn bare() -> Return {
    let mut content = blank();
    content.general_tasks.clear();
    content.tasks.clear();
    content.services.clear();
    content.indicators.clear();
    content
}

fn amended() -> Return {
    let mut content = filled();
    (content.revision, content.supersedes) = (2, Some("0f".repeat(32)));
    content.amendment_reason = "Bổ sung số liệu".into();
    content
}

fn file(content: Return) -> Vec<u8> {
    let signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }];
    write(&SignedFile { content, signatures })
}

fn returns() -> Vec<(String, Vec<u8>)> {
    let made = [("bare", bare()), ("blank", blank()), ("filled", filled()), ("amended", amended())];
    let made = made.map(|(name, content)| (name.to_owned(), file(content)));
    let threats = ["duplicate-member.json", "fraction.json", "decomposed-text.json"];
    made.into_iter().chain(threats.map(|name| fixture("tests/threats/files", name))).collect()
}

fn written(state: &State) -> Vec<u8> {
    state.draft.as_ref().unwrap().write().into_bytes()
}

/// A draft with texts that their fields cannot hold, a service list, and what an earlier return gave.
fn worked_on() -> State {
    let mut state = officer::at_blank_return("bo-cong-an");
    let previous = Return { period: "2017-Q1".parse().unwrap(), ..filled() };
    update(&mut state, Action::OpenPrevious { name: "36a.json".into(), bytes: file(previous) });
    for (path, text) in
        [("/services/level3/answer", "12 hồ sơ"), ("/document/date", "31/02/2017"), ("/difficulties", "Chưa đủ căn cứ")]
    {
        update(&mut state, Action::Typed { path: path.into(), text: text.into() });
    }
    update(&mut state, Action::Grid(GridAction::PasteTyped("1\tCấp phép\t3\n".into())));
    update(&mut state, Action::Grid(GridAction::ReadPasted));
    update(&mut state, Action::Grid(GridAction::Take));
    state
}

fn drafts() -> Vec<(String, Vec<u8>)> {
    vec![
        ("blank".to_owned(), written(&officer::at_blank_return("bo-cong-an"))),
        ("worked-on".to_owned(), written(&worked_on())),
        ("bare".to_owned(), Draft::new(bare()).write().into_bytes()),
        fixture("tests/session", "draft-before-carrying.json"),
    ]
}

/// The embedded registry with so few facts in each list, and so many of its rules from this one on.
fn short_registry(facts: usize, first_rule: usize, rules: usize) -> Vec<u8> {
    let mut value = serde_json::to_value(Registry::embedded().unwrap()).unwrap();
    let kept: Vec<Value> = value["rule"].as_array().unwrap().iter().skip(first_rule).take(rules).cloned().collect();
    shorten(&mut value, facts);
    value["rule"] = json!(kept);
    value.to_string().into_bytes()
}

/// Shortens the lists of facts; what a fact itself lists stays whole.
fn shorten(value: &mut Value, most: usize) {
    match value {
        Value::Array(items) => items.truncate(most),
        Value::Object(members) => members.values_mut().for_each(|member| shorten(member, most)),
        _ => {}
    }
}

fn registries() -> Vec<(String, Vec<u8>)> {
    let made = [("empty", (0, 0, 0)), ("one", (1, 0, 2)), ("two", (2, 20, 3)), ("rules", (1, 60, 8))];
    made.map(|(name, (facts, first, rules))| (name.to_owned(), short_registry(facts, first, rules))).to_vec()
}
