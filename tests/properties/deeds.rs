//! What a person can do, as numbers to be drawn: to try something more, give it a name here and its action in [`action`].

use crate::browser::Browser;
use proptest::prelude::*;
use proptest::sample::select;
use return36a::quarterly::{Answer, CountAnswer, SERVICE_LIST, field_paths, part_of};
use return36a::registry::Period;
use return36a::session::{Action, DraftKey, GridAction, Handling, Screen, Section, Spot, State, Target};
use return36a::text::Language;

/// One kind of deed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Deed {
    Type,
    Choose,
    TickNoData,
    UntickNoData,
    MoveWords,
    TakeSum,
    Justify,
    /// Something in the grid of the service list.
    Grid,
    ChooseAgency,
    ChoosePeriod,
    Begin,
    OpenDraft,
    DeleteDraft,
    Undelete,
    OpenFile,
    OpenPrevious,
    ForgetPrevious,
    Confirm,
    ConfirmSection,
    PutSlipAway,
    Go,
    Back,
    Next,
    Follow,
    Speak,
    MakeKey,
    Sign,
    FailToSign,
    Unsign,
    Amend,
    Export,
    /// An answer of the browser arrives.
    Answer,
    Settle,
    /// The storage is full, or has room again.
    Fill,
    /// The page is loaded anew, after it was told that it goes.
    Reload,
    /// The page is killed.
    Kill,
}

/// A deed and what it is done to: numbers that choose among what there is when its turn comes.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub deed: Deed,
    pub first: usize,
    pub second: usize,
}

/// Deeds by how often they are done.
const OFTEN: [(Deed, usize); 36] = [
    (Deed::Type, 300),
    (Deed::Choose, 100),
    (Deed::TickNoData, 40),
    (Deed::UntickNoData, 30),
    (Deed::MoveWords, 30),
    (Deed::TakeSum, 20),
    (Deed::Justify, 30),
    (Deed::Grid, 68),
    (Deed::ChooseAgency, 14),
    (Deed::ChoosePeriod, 8),
    (Deed::Begin, 20),
    (Deed::OpenDraft, 16),
    (Deed::DeleteDraft, 4),
    (Deed::Undelete, 4),
    (Deed::OpenFile, 12),
    (Deed::OpenPrevious, 12),
    (Deed::ForgetPrevious, 5),
    (Deed::Confirm, 20),
    (Deed::ConfirmSection, 10),
    (Deed::PutSlipAway, 3),
    (Deed::Go, 30),
    (Deed::Back, 10),
    (Deed::Next, 20),
    (Deed::Follow, 10),
    (Deed::Speak, 2),
    (Deed::MakeKey, 12),
    (Deed::Sign, 20),
    (Deed::FailToSign, 2),
    (Deed::Unsign, 12),
    (Deed::Amend, 8),
    (Deed::Export, 8),
    (Deed::Answer, 150),
    (Deed::Settle, 30),
    (Deed::Fill, 4),
    (Deed::Reload, 6),
    (Deed::Kill, 3),
];

/// So many steps, one after the other.
pub fn steps(count: usize) -> impl Strategy<Value = Vec<Step>> {
    let deeds: Vec<Deed> = OFTEN.iter().flat_map(|(deed, often)| std::iter::repeat_n(*deed, *often)).collect();
    let step = (select(deeds), any::<u16>(), any::<u16>());
    let step = step.prop_map(|(deed, first, second)| Step { deed, first: first.into(), second: second.into() });
    proptest::collection::vec(step, count)
}

/// What is typed, and what comes of it once what no field keeps is taken out.
pub const TYPED: [(&str, &str); 26] = [
    ("123/BC-BTC", "123/BC-BTC"),
    ("1.234.567", "1.234.567"),
    ("12 hồ sơ", "12 hồ sơ"),
    ("8.834.680 (cấp hộ chiếu)", "8.834.680 (cấp hộ chiếu)"),
    ("10.960.7", "10.960.7"),
    ("1,353", "1,353"),
    ("0", "0"),
    ("-5", "-5"),
    ("3", "3"),
    ("120", "120"),
    ("39,8", "39,8"),
    ("39.8", "39.8"),
    ("100%", "100%"),
    ("31/05/2017", "31/05/2017"),
    ("31/02/2017", "31/02/2017"),
    ("2017-06-12", "2017-06-12"),
    ("1/6/2071", "1/6/2071"),
    ("9007199254740992", "9007199254740992"),
    ("  Chưa đủ căn cứ\r\nvà kinh phí \r\n", "Chưa đủ căn cứ\nvà kinh phí"),
    ("Hue\u{302}\u{301}", "Huế"),
    ("a\u{200b}b\tc\u{feff}", "ab c"),
    ("</script>\"~/\\", "</script>\"~/\\"),
    ("😀\u{2003}x", "😀\u{2003}x"),
    ("", ""),
    (" \u{ad}", ""),
    ("LONG", "LONG"),
];

/// A text longer than a return holds, for `LONG`.
pub fn written_out(text: &str) -> String {
    if text == "LONG" { "dài ".repeat(17_000).trim().to_owned() } else { text.to_owned() }
}

/// Texts of service lists, sound and not.
const LISTS: [&str; 5] = [
    "1\tCấp phép\t3\n2\tKhai báo\t4\t1/2/2017\thttps://dvc\t1.234\t0\n",
    "Mã\tTên\tMức độ\n\tCấp lại\t4\n",
    "1\tMột\t5\n2\tHai\t3\n3\tBa\n",
    "",
    "\"1\tKhông đóng\t3\n",
];

const AGENCIES: [&str; 3] = ["bo-tai-chinh", "tp-ha-noi", "bo-cong-an"];

/// Something done in the grid: pasted, looked at, taken, changed, sorted.
fn in_grid(state: &State, first: usize, second: usize) -> GridAction {
    let text = LISTS[first % LISTS.len()].to_owned();
    let row = || nth(&state.draft.as_ref()?.content.service_list.keys().cloned().collect::<Vec<_>>(), first).cloned();
    match second % 20 {
        0 | 1 => GridAction::PasteTyped(text),
        2 => GridAction::ReadPasted,
        3 | 4 => GridAction::Pasted { text, table: None, inside: first.is_multiple_of(3) },
        5 => GridAction::File { name: "danh-muc.csv".into(), bytes: text.replace('\t', ";").into() },
        6 => GridAction::Map { column: first % 5, field: Some(first % 9).filter(|field| *field < 8) },
        7 => GridAction::Heading(first % 3),
        8 => GridAction::Aim([Target::Replace, Target::Append, Target::Here][first % 3]),
        9 => GridAction::Handle([Handling::Keep, Handling::LeaveOut][first % 2]),
        10..=12 => GridAction::Take,
        13 => GridAction::Leave,
        14 => GridAction::AddRow,
        15 => GridAction::DeleteRows,
        16 => GridAction::FillDown,
        17 => GridAction::Clear,
        18 => GridAction::Sort(first % 8),
        _ => match row() {
            Some(row) => GridAction::Select { spot: Spot { row, column: first % 7 }, extend: first.is_multiple_of(2) },
            None => GridAction::SelectAll,
        },
    }
}

/// The action of a step where it is one, and the text to which what is typed comes.
pub fn action(step: Step, state: &State, browser: &mut Browser) -> Option<(Action, String)> {
    let Step { deed, first, second } = step;
    let (typed, comes_to) = TYPED[second % TYPED.len()];
    let (typed, comes_to) = (written_out(typed), written_out(comes_to));
    let file = || nth(&browser.files, first).cloned();
    let action = match deed {
        Deed::Type => Action::Typed { path: any_path(state, first)?, text: typed },
        Deed::Choose => Action::Chosen { path: path(state, "tus", first)?, word: word(second) },
        Deed::TickNoData => Action::NoData { path: count_path(state, first)?, none: true },
        Deed::UntickNoData => Action::NoData { path: no_data_path(state, first)?, none: false },
        Deed::MoveWords => Action::MoveWords { path: entry_path(state, first)? },
        Deed::TakeSum => Action::TakeSum { path: path(state, "-year/answer", first)? },
        Deed::Justify => {
            let finding = nth(&state.findings, first)?;
            Action::Justified { rule: finding.rule.clone(), path: finding.place().to_owned(), reason: typed }
        }
        Deed::Grid => Action::Grid(in_grid(state, first, second)),
        Deed::ChooseAgency => Action::ChooseAgency(nth(&AGENCIES, first).map(|id| (*id).into())),
        Deed::ChoosePeriod => Action::ChoosePeriod(period(first)),
        Deed::Begin => Action::Begin { random: Some([u8::try_from(first % 256).unwrap(); 16]) },
        Deed::OpenDraft => Action::OpenDraft(kept(state, first)?),
        Deed::DeleteDraft => Action::DeleteDraft(kept(state, first)?),
        Deed::Undelete => Action::Undelete,
        Deed::OpenFile => Action::OpenFile { name: "tep.json".into(), bytes: file()? },
        Deed::OpenPrevious => Action::OpenPrevious { name: "tep.json".into(), bytes: file()? },
        Deed::ForgetPrevious => Action::ForgetPrevious,
        Deed::Confirm => Action::Confirm(part_of(&any_path(state, first)?).to_owned()),
        Deed::ConfirmSection => Action::ConfirmSection(*nth(&Section::ALL, first)?),
        Deed::PutSlipAway => Action::PutSlipAway(nth(&state.draft.as_ref()?.slips, first)?.slip_id.clone()),
        Deed::Go => Action::Go(screen(first)),
        Deed::Back => Action::Went(nth(&browser.addresses, first)?.clone()),
        Deed::Next => Action::NextSection,
        Deed::Follow => Action::Follow(nth(&state.findings, first)?.place().to_owned()),
        Deed::Speak => {
            Action::Speak(if first.is_multiple_of(2) { Language::of_tag("vi") } else { Language::of_tag("en") })
        }
        Deed::MakeKey => Action::MakeKey { password: "mật khẩu dài".into(), again: "mật khẩu dài".into() },
        Deed::Sign => Action::Sign { password: "mật khẩu dài".into() },
        Deed::FailToSign => Action::SigningFailed { order: state.order, code: "signing/password-wrong" },
        Deed::Unsign => Action::Unsign,
        Deed::Amend => Action::Amend,
        Deed::Export => Action::Export,
        Deed::Answer => {
            let count = browser.answers.len();
            (count > 0).then(|| browser.answers.remove(first % count))?
        }
        Deed::Settle => Action::Settle,
        Deed::Fill | Deed::Reload | Deed::Kill => return None,
    };
    Some((action, comes_to))
}

fn nth<T>(of: &[T], place: usize) -> Option<&T> {
    of.get(place % of.len().max(1))
}

fn kept(state: &State, place: usize) -> Option<DraftKey> {
    state.kept.keys().nth(place % state.kept.len().max(1)).cloned()
}

fn period(place: usize) -> Option<Period> {
    ["2017-Q2", "2017-Q2", "2017-Q3"][place % 3].parse().ok()
}

fn screen(place: usize) -> Screen {
    let free = [
        Screen::Start,
        Screen::Sections,
        Screen::Review,
        Screen::Sign,
        Screen::Print,
        Screen::Form,
        Screen::Registry,
        Screen::SelfTest,
    ];
    match nth(&Section::ALL, place) {
        Some(section) if place.is_multiple_of(3) => Screen::Section(*section),
        _ => free[place % free.len()],
    }
}

/// Fields of the open return, reasons for no data among them, and one that no return has. Services that are listed are not
/// edited one by one.
fn paths(state: &State) -> Vec<String> {
    let Some(draft) = &state.draft else { return Vec::new() };
    let mut paths = field_paths(&draft.content);
    paths.retain(|path| !path.starts_with(SERVICE_LIST));
    paths.extend(paths.clone().iter().filter(|path| path.ends_with("/answer")).map(|path| format!("{path}/no_data")));
    paths.push("/tasks/9.9/progress".to_owned());
    paths
}

fn any_path(state: &State, place: usize) -> Option<String> {
    nth(&paths(state), place).cloned()
}

fn path(state: &State, end: &str, place: usize) -> Option<String> {
    let fitting: Vec<String> = paths(state).into_iter().filter(|path| path.ends_with(end)).collect();
    nth(&fitting, place).cloned()
}

fn count_path(state: &State, place: usize) -> Option<String> {
    let ends = ["/answer", "/connected", "/total"];
    path(state, ends[place % ends.len()], place).or_else(|| path(state, "/answer", place))
}

/// A count that has no data, or any.
fn no_data_path(state: &State, place: usize) -> Option<String> {
    let services = &state.draft.as_ref()?.content.services;
    let none = |count: &CountAnswer| matches!(count.answer, Some(Answer::NoData(_)));
    let ticked: Vec<String> =
        services.iter().filter(|(_, count)| none(count)).map(|(id, _)| format!("/services/{id}/answer")).collect();
    nth(&ticked, place).cloned().or_else(|| count_path(state, place))
}

/// A field with a text that it cannot hold.
fn entry_path(state: &State, place: usize) -> Option<String> {
    let entries = &state.draft.as_ref()?.entries;
    entries.keys().nth(place % entries.len().max(1)).cloned()
}

fn word(place: usize) -> String {
    let words = ["completed", "in-progress", "waiting", "done", "not-started", "exempt", "", "no-such-word"];
    words[place % words.len()].to_owned()
}
