//! Guidance: what each field asks, what the earlier return said, what is left and how many days, samples.

use crate::officer::*;
use return36a::quarterly::{Start, blank, field_paths, printed};
use return36a::registry::Registry;
use return36a::session::view::{self, Progress};
use return36a::session::{Action, Effect, Screen, Section, would_be_lost};
use return36a::text::Language;
use return36a::vietnamese::Date;
use std::collections::BTreeSet;
use std::rc::Rc;

#[test]
fn a_field_says_what_is_meant_whose_figure_it_is_and_an_example() {
    let mut officer = Officer::of_finance();
    assert_eq!(
        officer.field("/document/number").hint,
        "Số, ký hiệu của công văn hoặc báo cáo gửi kèm bản này.\nLấy từ: văn thư cơ quan. Ví dụ: 314/BC-VPCP"
    );
    let hint = officer.field("/services/level3/answer").hint;
    assert!(hint.starts_with("Mỗi dịch vụ chỉ tính một lần"), "the count's own help: {hint}");
    assert!(hint.ends_with("Lấy từ: đơn vị kiểm soát thủ tục hành chính của cơ quan. Ví dụ: 1.353"), "{hint}");
    officer.does(Action::Speak(Language::English));
    assert_eq!(
        officer.field("/document/date").hint,
        "The day it was signed, as day/month/year.\nFrom: the agency's records office. Example: 10/01/2018"
    );
}

#[test]
fn every_field_of_every_agency_has_guidance_and_no_guidance_is_idle() {
    let registry = Registry::embedded().unwrap();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for agency in &registry.agency {
        let start = Start { agency: agency.id.clone(), period: "2017-Q4".parse().unwrap(), random: [0; 16] };
        let mut content = blank(registry, "", &start);
        content.revision = 2;
        let mut paths = field_paths(&content);
        paths.extend(["/service_list/0001/code", "/answers/0.1/text"].map(str::to_owned));
        paths.extend(
            ["name", "level", "deployed_on", "address", "received", "resolved"]
                .map(|of| format!("/service_list/0001/{of}")),
        );
        let counts: Vec<String> =
            paths.iter().filter(|path| path.ends_with("/answer") || path.contains("/units/")).cloned().collect();
        paths.extend(counts.into_iter().map(|path| format!("{path}/no_data")));
        for path in paths {
            let guide = registry.field_guide(&path).unwrap_or_else(|| panic!("{path} has no guidance"));
            used.insert(&guide.id);
        }
    }
    let idle: Vec<&str> =
        registry.field.iter().map(|guide| guide.id.as_str()).filter(|id| !used.contains(id)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn a_registry_without_guidance_leaves_that_of_the_page() {
    let mut officer = Officer::of_finance();
    let mut bare = (*officer.state.registry).clone();
    bare.field.clear();
    officer.state.registry = Rc::new(bare);
    assert!(officer.field("/document/number").hint.ends_with("Ví dụ: 314/BC-VPCP"));
}

#[test]
fn beside_a_field_stands_what_the_earlier_return_said() {
    let mut officer = Officer::of("bo-tai-chinh", "2017-Q4");
    assert_eq!(officer.field("/services/level3/answer").before, "");
    let registry = officer.state.registry.clone();
    let mut earlier = printed::of_annex_1(&registry, &"bo-tai-chinh".into());
    earlier.services.get_mut("level3").unwrap().answer = Some(return36a::quarterly::Answer::Reported(1_353));
    earlier.services.get_mut("level4").unwrap().answer = Some(return36a::quarterly::Answer::NoData("Chưa rõ".into()));
    officer.state.draft.as_mut().unwrap().previous = Some(earlier.into());
    let before = |path: &str| officer.field(path).before;
    assert_eq!(before("/services/level3/answer"), "Quý II/2017: 1.353");
    assert_eq!(before("/services/level4/answer"), "Quý II/2017: Không có số liệu");
    assert_eq!(before("/services/level2/answer"), "", "blank is said to be nothing, not zero");
    assert_eq!(before("/tasks/3.4/status"), "Quý II/2017: Đã hoàn thành");
}

#[test]
fn days_are_counted_to_the_due_day_and_after_it() {
    let mut officer = Officer::of_finance();
    let mut left = |day: (i32, u8, u8)| {
        officer.does(Action::Day(Date::new(day.0, day.1, day.2).unwrap()));
        view::sections(&officer.state).unwrap().left
    };
    assert_eq!(left((2017, 6, 10)), "Còn 2 ngày");
    assert_eq!(left((2017, 6, 12)), "Hôm nay là ngày cuối");
    assert_eq!(left((2017, 6, 13)), "Đã quá hạn 1 ngày");
    assert_eq!(left((2026, 6, 12)), "Đã quá hạn 3.287 ngày");
}

#[test]
fn what_is_left_is_told_on_every_screen_on_which_the_return_is_worked_on() {
    let mut officer = Officer::of_finance();
    assert_eq!(view::left(&officer.state), None, "the list of sections says it itself");
    officer.does(Action::Go(Screen::Section(Section::Heading)));
    let left = view::left(&officer.state).unwrap();
    assert_eq!((left.here, left.ready, left.late), (Some(Section::Heading), false, false));
    assert_eq!(left.days, "Còn 2 ngày");
    assert_eq!(left.rows[0].progress, Progress::NotStarted);
    officer.types("/document/number", "123/BC-BTC");
    let row = view::left(&officer.state).unwrap().rows.remove(0);
    assert_eq!(row.says, "còn 5 mục trống");
    let here = view::section(&officer.state, Section::Heading).unwrap();
    assert_eq!((here.says, here.progress), (row.says, row.progress), "the section says the same of itself");
    officer.fills_all();
    officer.does(Action::Go(Screen::Review));
    let left = view::left(&officer.state).unwrap();
    assert!(left.ready && left.here.is_none(), "{}", left.verdict);
    officer.does(Action::Go(Screen::Start));
    assert_eq!(view::left(&officer.state), None);
}

#[test]
fn a_sample_is_tried_and_neither_kept_nor_signed() {
    let mut officer = Officer::new();
    let samples = view::start(&officer.state).samples;
    assert_eq!(samples.len(), 23 + 73, "annex I of 7242/BC-VPCP, and the rows of annex I of 314/BC-VPCP that came");
    let of = samples.iter().find(|of| of.name == "Tỉnh Hà Giang, Quý IV/2017").unwrap().clone();
    let keeps = |effects: &[Effect]| {
        effects.iter().any(|effect| matches!(effect, Effect::Keep { .. } | Effect::KeepSoon | Effect::Announce(_)))
    };
    let opened = officer.does(Action::OpenSample { agency: of.agency, period: of.period });
    assert!(!keeps(&opened));
    assert_eq!(officer.state.screen, Screen::Sections);
    let level3 = officer.field("/services/level3/answer");
    assert_eq!(level3.value, "1.087");
    assert!(level3.warnings[0].message.contains("ít hơn 1.374"), "what is wrong in it is seen at once");
    assert!(!keeps(&officer.types("/services/level3/answer", "1.400")));
    assert!(officer.state.kept.is_empty() && officer.state.written.is_none());
    assert!(!would_be_lost(&officer.state), "nobody is asked to stay for a sample");
    officer.does(Action::SaveDraft);
    assert_eq!(officer.notice(), "Đây là báo cáo mẫu nên không lưu ra tệp.");
    assert!(officer.does(Action::SavePage).is_empty());
}

#[test]
fn a_sample_without_errors_cannot_be_signed_either() {
    let mut officer = Officer::new();
    officer.does(Action::OpenSample { agency: "bo-tai-chinh".into(), period: "2017-Q2".parse().unwrap() });
    officer.fills_all();
    assert!(officer.state.verdict().can_sign());
    officer.does(Action::Go(Screen::Sign));
    officer.has_key();
    let effects = officer.does(Action::Sign { password: "một mật khẩu dài".into() });
    assert!(effects.iter().all(|effect| !matches!(effect, Effect::Sign(_))), "{effects:?}");
    assert_eq!(
        officer.notice(),
        "Đây là báo cáo mẫu nên không ký được. Về trang đầu, chọn cơ quan và kỳ báo cáo để lập báo cáo thật."
    );
}

#[test]
fn a_sample_and_the_agencys_own_draft_do_not_touch() {
    let mut officer = Officer::of("bo-tai-chinh", "2017-Q2");
    officer.types("/document/number", "123/BC-BTC");
    officer.does(Action::Settle);
    let kept = officer.state.kept.clone();
    officer.does(Action::OpenSample { agency: "bo-tai-chinh".into(), period: "2017-Q2".parse().unwrap() });
    assert_eq!(officer.field("/document/number").value, "");
    officer.does(Action::Undo);
    assert_eq!(officer.field("/document/number").value, "", "undoing leads to no other draft");
    officer.types("/document/number", "9/BC");
    assert!(officer.state.kept == kept);
    officer
        .does(Action::OpenDraft(return36a::session::DraftKey::new("bo-tai-chinh".into(), "2017-Q2".parse().unwrap())));
    assert_eq!(officer.field("/document/number").value, "123/BC-BTC");
    officer.does(Action::Undo);
    assert_ne!(officer.field("/document/number").value, "9/BC");
}
