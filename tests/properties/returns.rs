//! Any return that can be made: written and read it is the same.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use return36a::quarterly::{
    Answer, Field, GeneralStatus, Justification, ListedService, QueryAnswer, Return, Signature, SignedFile, Start,
    blank, field, field_paths, read, return_value, write,
};
use return36a::registry::{Basis, Registry, TaskStatus, sha256_hex};
use return36a::signing::canonical;
use return36a::text::{Language, basis_name, general_status_name, task_status_name};
use return36a::vietnamese::{Date, Decimal, LARGEST, count_text, nfc};
use std::sync::Arc;

/// Texts as files may carry them, some of them hard on JSON, spreadsheets and pages.
pub fn text() -> impl Strategy<Value = String> {
    let odd = ["", "0", "</script>", "\"\\/", "~1~0", "=1+1", "\u{2028}", "😀", "Huế\nĐắk Lắk", "\u{feff}x", "null"];
    prop_oneof![3 => select(odd.to_vec()).prop_map(str::to_owned), 2 => "[\\PC\n]{0,24}".prop_map(|text| nfc(&text))]
}

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![Just(LARGEST), Just(-LARGEST), -5..5_i64, -LARGEST..=LARGEST]
}

pub fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![3 => number().prop_map(Answer::from_number), 1 => text().prop_map(Answer::NoData)]
}

fn day() -> impl Strategy<Value = Date> {
    (0..=9999_i32, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

/// What may stand in a field, of whatever kind it is.
#[derive(Clone, Debug)]
struct Content {
    text: String,
    date: Option<Date>,
    decimal: Option<i64>,
    answer: Option<Answer>,
    level: Option<i64>,
    choice: usize,
}

fn content() -> impl Strategy<Value = Content> {
    let decimal = -999_999_999_999_999..=999_999_999_999_999_i64;
    (text(), option::of(day()), option::of(decimal), option::of(answer()), option::of(number()), 0..8_usize)
        .prop_map(|(text, date, decimal, answer, level, choice)| Content { text, date, decimal, answer, level, choice })
}

impl Content {
    fn put(self, field: Field<'_>) {
        match field {
            Field::Text(slot) => *slot = self.text,
            Field::Date(slot) => *slot = self.date,
            Field::Decimal(slot) => *slot = self.decimal.map(Decimal::from_thousandths),
            Field::Answer(slot) => *slot = self.answer,
            Field::Level(slot) => *slot = self.level,
            Field::Basis(slot) => *slot = Basis::ALL[self.choice % Basis::ALL.len()],
            Field::TaskStatus(slot) => *slot = TaskStatus::ALL.get(self.choice).copied(),
            Field::GeneralStatus(slot) => *slot = GeneralStatus::ALL.get(self.choice).copied(),
        }
    }
}

fn justification() -> impl Strategy<Value = Justification> {
    (text(), text(), text()).prop_map(|(rule, path, reason)| Justification {
        values_sha256: sha256_hex(rule.as_bytes()),
        rule,
        path,
        reason,
    })
}

/// The parts of a return that no field path names.
type Frame = (u32, Vec<String>, usize, Vec<Justification>, usize);

fn frame() -> impl Strategy<Value = Frame> {
    (1..=3_u32, vec("[a-z0-9.-]{1,8}", 0..4), 0..12_usize, vec(justification(), 0..3), 0..4_usize)
}

/// A return of an agency, every field of which may hold anything; some rows are missing, and some are of no registry.
pub fn any_return(period: &'static str) -> impl Strategy<Value = Return> {
    let agency = select(vec!["bo-tai-chinh", "tp-ha-noi", "tinh-ha-giang", "bo-cong-an"]);
    (agency, frame(), vec(content(), 20..60)).prop_map(move |(agency, frame, contents)| {
        let mut made = framed(agency, period, frame);
        let mut contents = contents.into_iter().cycle();
        for path in field_paths(&made) {
            // Of the fields a part stays blank.
            if let (Some(field), Some(content)) = (field(&mut made, &path), contents.next())
                && !content.choice.is_multiple_of(4)
            {
                content.put(field);
            }
        }
        made
    })
}

/// Puts something that stands nowhere else into each field of a return, one after the other, from the `draw`-th kind of answer
/// on; gives the field's path, the return, and what it holds now, as documents write it.
pub fn put_each(content: &Return, draw: usize, tell: impl Fn(&str, &Return, &[String])) {
    for (at, path) in field_paths(content).into_iter().enumerate() {
        let mut changed = content.clone();
        let Some(field) = field(&mut changed, &path) else { continue };
        let number = 7_000_000 + i64::try_from(at).unwrap();
        let day = Date::new(1500 + i32::try_from(at % 400).unwrap(), 3, 17).unwrap();
        let holds = match field {
            Field::Text(slot) => {
                *slot = format!("chữ {number} <b>&\nhàng sau {number}");
                vec![slot.clone()]
            }
            Field::Date(slot) => {
                *slot = Some(day);
                // The head writes its day in words.
                let head = format!("ngày 17 tháng 3 năm {}", 1500 + at % 400);
                vec![if path == "/document/date" { head } else { day.vietnamese() }]
            }
            Field::Decimal(slot) => {
                let decimal = Decimal::from_thousandths(number);
                *slot = Some(decimal);
                vec![decimal.vietnamese()]
            }
            Field::Answer(slot) if (at + draw).is_multiple_of(2) => {
                *slot = Some(Answer::NoData(format!("chưa có {number}")));
                vec![format!("Không có số liệu: chưa có {number}")]
            }
            Field::Answer(slot) => {
                *slot = Some(Answer::Reported(number));
                vec![count_text(number)]
            }
            Field::Level(slot) => {
                *slot = Some(number);
                vec![count_text(number)]
            }
            Field::Basis(slot) => {
                *slot = Basis::ALL[(at + draw) % 3];
                vec![basis_name(*slot, Language::Vietnamese).to_owned()]
            }
            Field::TaskStatus(slot) => {
                *slot = Some(TaskStatus::ALL[(at + draw) % 4]);
                vec![task_status_name(TaskStatus::ALL[(at + draw) % 4], Language::Vietnamese).to_owned()]
            }
            Field::GeneralStatus(slot) => {
                *slot = Some(GeneralStatus::ALL[(at + draw) % 4]);
                vec![general_status_name(GeneralStatus::ALL[(at + draw) % 4], Language::Vietnamese).to_owned()]
            }
        };
        tell(&path, &changed, &holds);
    }
}

fn framed(agency: &str, period: &str, (revision, ids, services, justifications, questions): Frame) -> Return {
    let start = Start { agency: agency.into(), period: period.parse().unwrap(), random: [0xab; 16] };
    let mut made = blank(Registry::embedded().unwrap(), &"0".repeat(64), &start);
    made.revision = revision;
    made.supersedes = (revision > 1).then(|| "0f".repeat(32));
    for id in ids {
        let known = made.tasks.pop_first().map(|(_, answer)| answer).unwrap_or_default();
        made.tasks.insert(id.as_str().into(), known);
    }
    let listed = (1..=services).map(|place| (format!("{place:04}").as_str().into(), ListedService::default()));
    made.service_list = Arc::new(listed.collect());
    let key = |question: usize| format!("{}.{}", "cd".repeat(16), question + 1);
    made.answers = (0..questions).map(|question| (key(question), QueryAnswer::default())).collect();
    made.justifications = justifications;
    made
}

fn signatures() -> impl Strategy<Value = Vec<Signature>> {
    let signature = ("[A-Za-z0-9_-]{0,20}", "[A-Za-z0-9_-]{0,20}");
    vec(signature.prop_map(|(protected, signature)| Signature { protected, signature }), 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_as_it_was(content in any_return("2017-Q2"), signatures in signatures()) {
        let file = SignedFile { content, signatures };
        let bytes = write(&file);
        let again = read(&bytes).unwrap();
        prop_assert_eq!(write(&again), bytes);
        prop_assert_eq!(again, file);
    }

    /// The order of members, indents and escapes are the writer's own; what is signed is the same.
    #[test]
    fn what_is_signed_does_not_depend_on_who_wrote_the_file(content in any_return("2017-Q2"), seed in any::<u64>()) {
        let value = return_value(&content);
        let signed = canonical(&value).unwrap();
        let foreign = format!("{{\"signatures\":[],\"return\":{}}}", crate::canonical::written_by_another(&value, seed));
        let read = read(foreign.as_bytes()).unwrap();
        prop_assert_eq!(&read.content, &content);
        prop_assert_eq!(canonical(&return_value(&read.content)).unwrap(), signed);
    }

    #[test]
    fn any_change_of_a_field_changes_what_is_signed(content in any_return("2017-Q2"), place in any::<usize>()) {
        let signed = canonical(&return_value(&content)).unwrap();
        let mut other = content.clone();
        let paths = field_paths(&content);
        match field(&mut other, &paths[place % paths.len()]).unwrap() {
            Field::Text(text) => text.push('x'),
            Field::Date(date) => *date = date.is_none().then(|| Date::new(2017, 5, 31).unwrap()),
            Field::Decimal(slot) => *slot = slot.is_none().then(|| Decimal::from_thousandths(1)),
            Field::Answer(slot) => *slot = if slot.is_none() { Some(Answer::ConfirmedZero) } else { None },
            Field::Level(slot) => *slot = slot.is_none().then_some(0),
            Field::Basis(basis) => *basis = if *basis == Basis::Year { Basis::Quarter } else { Basis::Year },
            Field::TaskStatus(slot) => *slot = slot.is_none().then_some(TaskStatus::Waiting),
            Field::GeneralStatus(slot) => *slot = slot.is_none().then_some(GeneralStatus::Exempt),
        }
        prop_assert_ne!(canonical(&return_value(&other)).unwrap(), signed);
    }
}
