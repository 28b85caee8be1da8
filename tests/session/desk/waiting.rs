//! Files that wait to be examined again: in which order, how often, and what does not leave the desk meanwhile.

use super::coordinator::Coordinator;
use crate::quarter::files::Sample;
use crate::quarter::keys::Signatory;
use crate::quarter::returns::sound;
use return36a::collect::{Arrived, Grounds, Outcome, TableKind};
use return36a::quarterly::Return;
use return36a::registry::Registry;
use return36a::session::desk::{DeskAction, DeskEffect, DeskScreen, RingAction, Side, Taken};
use return36a::session::{Action, Effect, Notice, Screen, update};
use return36a::vietnamese::Date;

const FIRST: &str = "2017-Q1";
const SECOND: &str = "2017-Q2";

fn sample(agency: &str, period: &str, received: &str, change: impl Fn(&mut Return)) -> Sample {
    let registry = Registry::embedded().unwrap();
    let mut content = sound(registry, &agency.into(), period.parse().unwrap());
    change(&mut content);
    Sample {
        name: format!("{agency}-{period}.json"),
        bytes: Signatory::of(registry.agency(&agency.into()).unwrap()).signed(content),
        agency: Some(agency.into()),
        state: "accepted",
        received: Date::parse_iso(received).unwrap(),
        about: "",
    }
}

/// The return of quarter I with a task that the one of quarter II no longer has, and that one.
fn pair(agency: &str) -> [Sample; 2] {
    let more = |content: &mut Return| {
        let (_, task) = content.tasks.iter().next().unwrap();
        let task = task.clone();
        content.tasks.insert("9.9".into(), task);
    };
    [sample(agency, FIRST, "2017-03-25", more), sample(agency, SECOND, "2017-06-12", |_| {})]
}

const AGENCIES: [&str; 2] = ["bo-tai-chinh", "bo-y-te"];

/// A coordinator with all cards and both quarters' returns of both agencies, quarter II in view.
fn having_both() -> Coordinator {
    let mut coordinator = Coordinator::new();
    coordinator.adds_all_cards();
    for agency in AGENCIES {
        for (sample, period) in pair(agency).iter().zip([FIRST, SECOND]) {
            coordinator.acts(DeskAction::ChoosePeriod(period.parse().unwrap()));
            coordinator.takes(&[sample]);
        }
    }
    coordinator
}

fn states_of(coordinator: &mut Coordinator, period: &str) -> Vec<&'static str> {
    coordinator.acts(DeskAction::ChoosePeriod(period.parse().unwrap()));
    coordinator.states().into_iter().map(|(_, state)| state).collect()
}

/// Does it as a page that examines nothing yet.
fn told(coordinator: &mut Coordinator, action: DeskAction) -> Vec<Effect> {
    update(&mut coordinator.state, Action::Desk(action))
}

/// What is ordered to be examined again: the quarter, the places, and the agencies that counted in the quarter before.
fn orders(effects: &[Effect]) -> Vec<(String, Vec<usize>, usize)> {
    let order = |effect: &Effect| match effect {
        Effect::Desk(DeskEffect::Again { period, files, bench }) => {
            Some((period.to_string(), files.iter().map(|file| file.at).collect(), bench.previous.len()))
        }
        _ => None,
    };
    effects.iter().filter_map(order).collect()
}

/// The card's days are changed, in a way that no verdict hangs on.
fn limits_card_of(coordinator: &mut Coordinator, agency: &str, from: &str) -> Vec<Effect> {
    let desk = coordinator.state.desk.as_ref().unwrap();
    let at = desk.keyring.cards().iter().position(|card| card.agency.as_str() == agency).unwrap();
    told(coordinator, DeskAction::Ring(RingAction::EditLimits(at)));
    told(coordinator, DeskAction::Ring(RingAction::LimitTyped(Side::From, from.into())));
    told(coordinator, DeskAction::Ring(RingAction::SetLimits))
}

#[test]
fn a_quarter_waits_for_the_one_before_so_that_no_warning_is_lost() {
    let mut coordinator = having_both();
    assert_eq!(states_of(&mut coordinator, FIRST), ["accepted"; 2]);
    assert_eq!(states_of(&mut coordinator, SECOND), ["blocked"; 2], "a task has vanished, and nobody says why");
    let effects = limits_card_of(&mut coordinator, AGENCIES[0], "1/1/2016");
    assert_eq!(orders(&effects), [(FIRST.to_owned(), vec![0], 0)]);
    assert_eq!(states_of(&mut coordinator, SECOND), ["to-examine", "blocked"]);
    coordinator.carries(effects);
    assert_eq!(coordinator.notice(), "Đã kiểm tra xong 2 tệp.", "those of both quarters");
    assert_eq!(states_of(&mut coordinator, SECOND), ["blocked"; 2]);
}

#[test]
fn what_came_in_while_the_quarter_before_waited_is_examined_once_more() {
    let mut coordinator = Coordinator::new();
    coordinator.adds_all_cards();
    let [first, second] = pair(AGENCIES[0]);
    coordinator.acts(DeskAction::ChoosePeriod(FIRST.parse().unwrap()));
    coordinator.takes(&[&first]);
    let effects = limits_card_of(&mut coordinator, AGENCIES[0], "1/1/2016");
    // Files of the next quarter come before the page has examined anything: its own are on the way already.
    coordinator.acts(DeskAction::ChoosePeriod(SECOND.parse().unwrap()));
    let examined = Coordinator::having(&[&second]);
    coordinator.browser.texts.extend(examined.browser.texts);
    let file = examined.state.desk.unwrap().ledger().unwrap().entries()[0].file.clone();
    assert_eq!(file.received, second.received);
    told(&mut coordinator, DeskAction::ReceivedTyped(second.received.vietnamese()));
    let took = told(&mut coordinator, DeskAction::Take { files: 1, unread: Vec::new() });
    let [Effect::Desk(DeskEffect::Take { bench, .. })] = took.as_slice() else { panic!("{took:?}") };
    assert!(bench.previous.is_empty(), "what counts in quarter I is not known yet");
    assert_eq!(orders(&effects), [(FIRST.to_owned(), vec![0], 0)]);
    let taken = vec![Taken::New { period: SECOND.parse().unwrap(), file: Box::new(judged_by(&coordinator, file)) }];
    told(&mut coordinator, DeskAction::Examined { taken, done: 1, of: 2 });
    assert_eq!(states_of(&mut coordinator, SECOND), ["accepted"], "beside nothing");
    coordinator.carries(effects);
    assert_eq!(states_of(&mut coordinator, SECOND), ["blocked"]);
}

/// The file as one that was examined by the keyring as it is.
fn judged_by(coordinator: &Coordinator, mut file: Arrived) -> Arrived {
    let grounds = Grounds::of(coordinator.state.desk.as_ref().unwrap().keyring.as_ref().clone());
    if let Outcome::Return(filed) = &mut file.examined.outcome {
        filed.judged_by = grounds.mark(&filed.signatures, file.received);
    }
    file
}

#[test]
fn rows_are_ordered_once_however_they_are_brought_out() {
    let mut before = having_both();
    let limited = limits_card_of(&mut before, AGENCIES[0], "1/1/2016");
    let keyring = limited.iter().find_map(|effect| match effect {
        Effect::Desk(DeskEffect::KeepKeyring(text)) => Some(text.clone()),
        _ => None,
    });
    let row = before.browser.rows.iter().find(|(name, _)| name.starts_with(FIRST)).unwrap().1.clone();
    let mut after = Coordinator::new();
    after.state.desk = None;
    update(&mut after.state, Action::Go(Screen::Desk(DeskScreen::Intake)));
    told(&mut after, DeskAction::Opened { storage: true, keyring, period: None });
    let mut effects = Vec::new();
    for chunk in 0..30 {
        let rows = (0..20).map(|at| (format!("{FIRST}/{:06}", chunk * 20 + at), row.clone())).collect();
        effects.extend(told(&mut after, DeskAction::Loaded(rows)));
    }
    assert_eq!(effects, [], "nothing before all is there");
    effects = told(&mut after, DeskAction::AllLoaded);
    assert_eq!(orders(&effects), [(FIRST.to_owned(), (0..600).collect(), 0)]);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Desk(DeskEffect::Sweep(_)))), "they are needed yet");
    let effects = limits_card_of(&mut after, AGENCIES[1], "1/1/2016");
    assert_eq!(orders(&effects), [], "another key's days change nothing for those that are ordered");
    let effects = limits_card_of(&mut after, AGENCIES[0], "1/2/2016");
    assert_eq!(orders(&effects)[0].1.len(), 600, "their own do");
}

#[test]
fn a_stop_does_not_keep_the_next_change_from_examining_once_more() {
    let mut coordinator = having_both();
    let effects = limits_card_of(&mut coordinator, AGENCIES[0], "1/1/2016");
    assert_eq!(orders(&effects).len(), 1);
    told(&mut coordinator, DeskAction::Cancel);
    assert_eq!(orders(&told(&mut coordinator, DeskAction::Finished { left: 1 })), []);
    assert_eq!(states_of(&mut coordinator, FIRST), ["to-examine", "accepted"]);
    let effects = limits_card_of(&mut coordinator, AGENCIES[1], "1/1/2016");
    assert_eq!(orders(&effects), [(FIRST.to_owned(), vec![0, 1], 0)], "what was left out waits no longer");
    coordinator.carries(effects);
    assert_eq!(states_of(&mut coordinator, FIRST), ["accepted"; 2]);
    assert_eq!(states_of(&mut coordinator, SECOND), ["blocked"; 2]);
}

#[test]
fn a_file_whose_text_is_lost_is_not_ordered_for_ever() {
    let mut coordinator = having_both();
    let effects = limits_card_of(&mut coordinator, AGENCIES[0], "1/1/2016");
    assert_eq!(orders(&effects), [(FIRST.to_owned(), vec![0], 0)]);
    let effects = told(&mut coordinator, DeskAction::Finished { left: 0 });
    assert_eq!(orders(&effects), [(SECOND.to_owned(), vec![0], 1)], "the next quarter's turn");
    assert_eq!(orders(&told(&mut coordinator, DeskAction::Finished { left: 0 })), []);
    assert_eq!(states_of(&mut coordinator, FIRST), ["to-examine", "accepted"]);
}

#[test]
fn nothing_is_exported_while_files_of_this_quarter_or_the_one_before_wait() {
    let mut coordinator = having_both();
    limits_card_of(&mut coordinator, AGENCIES[0], "1/1/2016");
    coordinator.acts(DeskAction::ChoosePeriod(SECOND.parse().unwrap()));
    let of = |period: &str| {
        format!(
            "Chưa lưu: 1 tệp của {period} đang chờ kiểm tra lại, nên số liệu còn thiếu các cơ quan gửi những tệp đó. Chọn {period}, mở “Tiếp nhận”, bấm “Kiểm tra lại tất cả”, rồi lưu lại."
        )
    };
    let leaving = [
        DeskAction::SaveWorkbook,
        DeskAction::SaveReport,
        DeskAction::SaveTable(TableKind::Missing),
        DeskAction::SaveFindings,
        DeskAction::SaveProvenance,
    ];
    for action in &leaving {
        assert_eq!(told(&mut coordinator, action.clone()), []);
        assert_eq!(coordinator.notice(), format!("{} {}", of("quý II/2017"), of("quý I/2017")));
        assert!(matches!(coordinator.state.notice, Some(Notice::Bad(_))));
    }
    told(&mut coordinator, DeskAction::Finished { left: 0 });
    coordinator.acts(DeskAction::ExamineAll);
    assert_eq!(told(&mut coordinator, DeskAction::SaveReport), []);
    assert_eq!(coordinator.notice(), of("quý I/2017"), "the quarter before is compared with");
    coordinator.acts(DeskAction::ChoosePeriod(FIRST.parse().unwrap()));
    coordinator.acts(DeskAction::ExamineAll);
    coordinator.acts(DeskAction::ChoosePeriod(SECOND.parse().unwrap()));
    for action in leaving {
        assert!(matches!(told(&mut coordinator, action).as_slice(), [Effect::Download { .. }]));
    }
}
