//! Drafts: `return36a-draft/1`, to which members were added, none of which an older one lacks to be opened.

use crate::*;
use return36a::session::{Draft, DraftError, DraftKey, Section};
use serde_json::Value;

const NAME: &str = "return36a/draft/bo-tai-chinh/2017-Q2";

/// The drafts, and what of today's each has: an earlier return with marks, slips, rows set aside.
const DRAFTS: [(&str, bool, bool, bool); 5] = [
    ("draft-1-first.json", false, false, false),
    ("draft-1-before-carrying.json", false, false, false),
    ("draft-1-before-answers.json", true, false, false),
    ("draft-1-before-aside.json", true, true, false),
    ("draft-1.json", true, true, true),
];

#[test]
fn every_draft_opens_with_all_that_was_typed_and_is_written_as_the_newest() {
    for (name, carries, has_slips, has_aside) in DRAFTS {
        let draft = Draft::read(&text(name)).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(draft.content.document.number, "123/BC-BTC", "{name}");
        assert_eq!(draft.content.tasks["3.2"].progress, "Đã xác thực trên 4 triệu hóa đơn", "{name}");
        assert_eq!(
            draft.entries["/services/level4/answer"].text, "10.960.7",
            "{name}: what could not be read is not lost"
        );
        assert!(draft.seen.contains(&Section::Heading), "{name}");
        assert_eq!((draft.previous.is_some(), draft.carried.len()), (carries, usize::from(carries)), "{name}");
        assert_eq!((draft.slips.len(), draft.aside.len()), (usize::from(has_slips), usize::from(has_aside)), "{name}");
        let again = draft.write();
        let members: Value = serde_json::from_str(&again).unwrap();
        assert_eq!(members["draft"], "return36a-draft/1", "{name}");
        assert!(members["return"]["service_list"].is_object() && members["return"]["answers"].is_object(), "{name}");
        assert_eq!(Draft::read(&again), Ok(draft), "{name}");
    }
    assert_eq!(Draft::read(&text("draft-1.json")).unwrap().write(), text("draft-1.json"));
}

#[test]
fn every_draft_opens_from_the_browser_and_as_a_file() {
    for (name, ..) in DRAFTS {
        let kept = text(name);
        let mut of_browser = state();
        started(&mut of_browser, &[(NAME, &kept)], Some(NAME));
        update(&mut of_browser, Action::OpenDraft(DraftKey::of_name(NAME).unwrap()));
        let mut of_file = state();
        opened(&mut of_file, name, &kept);
        for state in [of_browser, of_file] {
            let draft = state.draft.as_ref().unwrap_or_else(|| panic!("{name}: {}", said(&state)));
            assert_eq!(
                draft.content.services["level3"].answer,
                Some(return36a::quarterly::Answer::Reported(86)),
                "{name}"
            );
        }
    }
}

#[test]
fn a_draft_of_a_newer_form_or_return_is_refused_and_stays_as_it_is() {
    let newer = [
        of_bare_form("draft-1.json", "return36a-draft/1", "return36a-draft/2"),
        of_form("draft-1.json", "return36a-draft/1", "return36a-draft/99").replace("[1.5]", "[1]"),
        text("draft-1.json").replace("\"return36a/1\"", "\"return36a/2\""),
    ];
    for text in newer {
        assert_eq!(Draft::read(&text), Err(DraftError::Newer));
        let mut state = state();
        started(&mut state, &[(NAME, &text)], Some(NAME));
        let effects = update(&mut state, Action::OpenDraft(DraftKey::of_name(NAME).unwrap()));
        assert_eq!(effects, [], "nothing is written");
        let says = "Bản nháp này do bản trang mới hơn lập. Mở bằng bản trang đó; bản nháp được giữ nguyên.";
        assert_eq!(said(&state), says);
        update(&mut state, Action::ChooseAgency(Some("bo-tai-chinh".into())));
        update(&mut state, Action::ChoosePeriod("2017-Q2".parse().ok()));
        assert_eq!(
            update(&mut state, Action::Begin { random: Some([1; 16]) }),
            [],
            "a new one does not take its place"
        );
        let told = opened(&mut state, "nhap.json", &text);
        let says = "Tệp nhap.json là bản nháp của bản trang mới hơn. Mở bằng bản trang đó; ở đây không có gì thay đổi.";
        assert_eq!(told, (vec![], says.to_owned()));
    }
}

#[test]
fn a_draft_of_no_known_form_is_damaged_and_not_newer() {
    for form in ["return36a-draft/0", "return36a-draft/x", "return36a-draft", "another/2", ""] {
        let text = of_bare_form("draft-1.json", "return36a-draft/1", form);
        assert_eq!(Draft::read(&text), Err(DraftError::Damaged), "{form}");
    }
}
