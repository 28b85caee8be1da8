//! Vietnamese typed by Unikey and by editors that compose, in every kind of field: no letter is lost, doubled or moved, and
//! the caret stays, whatever the page draws meanwhile.

use crate::desk::{sits_down, takes_all_in};
use crate::officer::field;
use crate::places::{BLANK, DESK_BLANK, DESK_FULL, FULL, Place, SIGNING};
use crate::session::{Session, browse};
use crate::telex::{EDITORS, Editor};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;
use thirtyfour::prelude::*;

const SENTENCE: &str = "Ủy ban nhân dân tỉnh Thừa Thiên Huế đã triển khai 12 dịch vụ công trực tuyến mức độ 4";

/// The fields for text that can be typed in now: one of each kind on the screen, the service list left out. A kind is what the
/// field is, and what is said around it.
const KINDS: &str = r#"
    const kinds = new Map();
    for (const field of document.querySelectorAll("main input[type=text], main input[type=password], main textarea")) {
        if (!field.checkVisibility() || field.readOnly || field.disabled || !field.id || field.closest(".list-place")) continue;
        const around = [...document.querySelectorAll("main *")].filter(one => one.contains(field)).map(one => one.className);
        const kind = [field.localName, field.type, field.inputMode, ...around.slice(-3)].join(" ");
        if (!kinds.has(kind)) kinds.set(kind, field.id);
    }
    return [...kinds];
"#;

/// What is drawn anew meanwhile, as it is when the window is looked at again: some thirty times a second.
const STIR: &str = "window.stir = setInterval(() => window.dispatchEvent(new Event('focus')), 31)";

impl Session {
    /// Puts the caret into the field, before the letter at this place; a place behind the end is the end.
    async fn caret(&self, id: &str, at: usize) {
        self.selects(id, at, at).await;
    }

    async fn selects(&self, id: &str, from: usize, to: usize) {
        self.javascript(&format!(
            "const field = document.getElementById({id:?}); field.focus(); field.typed = true; field.setSelectionRange({from}, {to})"
        ))
        .await;
    }

    async fn emptied(&self, id: &str) {
        self.selects(id, 0, usize::from(u16::MAX)).await;
        self.named_key("Delete", 46, 0).await;
        self.holds(id, "", 0, "emptied").await;
    }

    /// The field has this text and the caret at this place, and is the element that it was.
    async fn holds(&self, id: &str, text: &str, caret: usize, when: &str) {
        let now = format!(
            "const field = document.getElementById({id:?}); \
             return [field.value, field.selectionStart, field.selectionEnd, document.activeElement === field && !!field.typed]"
        );
        let wanted = json!([text, caret, caret, true]);
        let mut last = Value::Null;
        let same = self.until(async || {
            last = self.javascript(&now).await;
            (last == wanted).then_some(())
        });
        let same = same.await.is_some();
        assert!(same, "{id}, {when}: {last}, not {wanted}");
    }

    async fn place(&self) -> Value {
        self.javascript("return [location.hash, document.querySelector('h1')?.innerText]").await
    }
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Types at the start, in the middle, at the end and over a selection, and does it again after undoing it.
async fn takes_typing(session: &Session, id: &str, editor: Editor) {
    let when = |what: &str| format!("{what} by {editor:?}");
    session.emptied(id).await;
    session.telex(editor, "đã được").await;
    session.holds(id, "đã được", 7, &when("typed")).await;
    session.caret(id, 0).await;
    session.telex(editor, "Huế ").await;
    session.holds(id, "Huế đã được", 4, &when("typed at the start")).await;
    session.caret(id, 7).await;
    // Long enough for the draft to be kept.
    session.telex(editor, "triển").await;
    tokio::time::sleep(Duration::from_millis(330)).await;
    session.telex(editor, " khai ").await;
    session.holds(id, "Huế đã triển khai được", 18, &when("typed in the middle")).await;
    session.selects(id, 17, 18).await;
    session.telex(editor, " tiếng ").await;
    session.holds(id, "Huế đã triển khai tiếng được", 24, &when("typed over a selection")).await;
    session.caret(id, 99).await;
    session.telex(editor, " 12").await;
    session.holds(id, "Huế đã triển khai tiếng được 12", 31, &when("typed at the end")).await;
    if matches!(editor, Editor::Composing) {
        does_not_leave_while_composing(session, id).await;
    }
}

/// Enter chooses the word that is composed, and does nothing else.
async fn does_not_leave_while_composing(session: &Session, id: &str) {
    let (text, caret) = ("Huế đã triển khai tiếng được 12 người", 37);
    session.key(' ').await;
    let before = session.place().await;
    session.composes("người").await;
    session.composing_enter().await;
    session.holds(id, text, caret, "Enter while composing").await;
    session.commits("người").await;
    session.holds(id, text, caret, "composed").await;
    assert_eq!(session.place().await, before, "{id}: Enter while composing leads nowhere");
}

/// What is pasted stands where the caret was, and the field's own undoing takes it back and brings it again.
async fn takes_pasting(session: &Session, id: &str) {
    session.emptied(id).await;
    session.telex(Editor::AtOnce, "một ba").await;
    session.selects(id, 0, 3).await;
    session.command("copy", 'c').await;
    session.caret(id, 4).await;
    session.command("paste", 'v').await;
    session.holds(id, "một mộtba", 7, "pasted").await;
    session.named_key("z", 90, 2).await;
    session.holds(id, "một ba", 4, "undone").await;
    session.named_key("y", 89, 2).await;
    session.holds(id, "một mộtba", 7, "done again").await;
}

/// All kinds of fields at these places, each by every editor where it is met first, and by one of them later.
async fn every_kind_takes_typing(session: &Session, places: &[Place]) {
    let mut seen = BTreeSet::new();
    session.javascript(STIR).await;
    session
        .walks(places, async |name| {
            let kinds: Vec<(String, String)> =
                serde_json::from_value(session.javascript(KINDS).await).expect("kinds of fields");
            for (kind, id) in kinds {
                println!("{name}: {id}");
                let is_new = seen.insert(kind);
                let editors = if is_new { &EDITORS[..] } else { &EDITORS[seen.len() % 3..][..1] };
                // A field may go because of what was typed in another one.
                if session.count(&format!("[id='{id}']")).await == 0 {
                    continue;
                }
                for editor in editors {
                    takes_typing(session, &id, *editor).await;
                }
                let is_secret =
                    session.javascript(&format!("return document.getElementById({id:?}).type")).await == "password";
                if is_new && !is_secret {
                    takes_pasting(session, &id).await;
                }
                session.emptied(&id).await;
            }
        })
        .await;
    assert!(!seen.is_empty(), "fields");
}

#[tokio::test]
async fn a_blank_return_takes_vietnamese_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        every_kind_takes_typing(session, BLANK).await;
    })
    .await;
}

#[tokio::test]
async fn a_return_full_of_errors_takes_vietnamese_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        every_kind_takes_typing(session, FULL).await;
    })
    .await;
}

#[tokio::test]
async fn a_return_full_of_errors_takes_vietnamese_from_disk() {
    browse(async |session| {
        session.open_from_disk().await;
        every_kind_takes_typing(session, FULL).await;
    })
    .await;
}

#[tokio::test]
async fn passwords_take_what_is_typed() {
    browse(async |session| {
        session.open_over_http().await;
        every_kind_takes_typing(session, SIGNING).await;
    })
    .await;
}

#[tokio::test]
async fn a_desk_takes_vietnamese() {
    browse(async |session| {
        session.open_from_disk().await;
        every_kind_takes_typing(session, DESK_BLANK).await;
        sits_down(session).await;
        takes_all_in(session).await;
        every_kind_takes_typing(session, DESK_FULL).await;
    })
    .await;
}

#[tokio::test]
async fn whole_sentences_are_kept_to_the_letter() {
    browse(async |session| {
        session.open_over_http().await;
        session.begin_finance().await;
        for (section, path) in [("Khó khăn và đề xuất", "/difficulties"), ("Thông tin chung", "/preparer/name")]
        {
            session.open_section(section).await;
            let id = field(path).trim_start_matches('#').to_owned();
            for editor in EDITORS {
                session.emptied(&id).await;
                session.telex(editor, SENTENCE).await;
                session.holds(&id, SENTENCE, length(SENTENCE), &format!("{editor:?}")).await;
                session.caret(&id, 7).await;
                session.telex(editor, SENTENCE).await;
                let text = format!("Ủy ban {SENTENCE}{}", SENTENCE.trim_start_matches("Ủy ban "));
                session.holds(&id, &text, 7 + length(SENTENCE), &format!("in the middle, {editor:?}")).await;
            }
            session.kept().await;
            session.driver.refresh().await.expect("a reload");
            session.started().await;
            assert!(session.value(&field(path)).await.starts_with("Ủy ban Ủy ban nhân dân tỉnh Thừa Thiên Huế đã"));
            session.click_text("Về danh sách các phần").await;
        }
    })
    .await;
}

/// What is wrong at other fields, and stands above this one, comes and goes while it is typed in.
#[tokio::test]
async fn the_caret_stays_while_errors_above_come_and_go() {
    browse(async |session| {
        session.open_over_http().await;
        session.begin_finance().await;
        session.open_section("Dịch vụ công trực tuyến").await;
        for (path, text) in [
            ("/services/procedures/answer", "900"),
            ("/services/level1/answer", "100"),
            ("/services/level3/answer", "12"),
        ] {
            session.fill_field(path, text).await;
        }
        let id = "services-level4-answer";
        let top = "return document.getElementById('services-level4-answer').getBoundingClientRect().top + scrollY";
        session.caret(id, 0).await;
        let mut moved = BTreeSet::new();
        for (typed, text) in [("9", "9"), ("0", "90"), ("0", "900"), ("0", "9000"), (" ", "9000 "), ("d", "9000 d")] {
            session.telex(Editor::Keys, typed).await;
            tokio::time::sleep(Duration::from_millis(400)).await;
            session.holds(id, text, length(text), "errors come").await;
            moved.insert(session.javascript(top).await.as_f64().map(|top| top as i64));
        }
        session.named_key("Tab", 9, 0).await;
        session.element(".summary").await;
        session.caret(id, 1).await;
        moved.insert(session.javascript(top).await.as_f64().map(|top| top as i64));
        for left in ["900 d", "90 d", "9 d"] {
            session.named_key("Delete", 46, 0).await;
            tokio::time::sleep(Duration::from_millis(400)).await;
            session.holds(id, &left.replacen('9', "9", 1), 1, "errors go").await;
        }
        assert!(moved.len() > 1, "what is said above has moved the field: {moved:?}");
    })
    .await;
}

/// Fifty keys without a pause on a machine of a quarter of the speed.
#[tokio::test]
async fn bursts_are_kept_on_a_slow_machine() {
    let burst = "abcdefghij 0123456789 klmnopqrst uvwxyz ABCDEFGHIJK";
    browse(async |session| {
        session.open_over_http().await;
        session
            .driver
            .cdp()
            .send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
            .await
            .expect("less speed");
        session.type_into("#agency-search", burst).await;
        assert_eq!(session.value("#agency-search").await, burst);
        session.fill("#agency-search", "").await;
        session.begin_finance().await;
        for (section, path) in [
            ("Thông tin chung", "/preparer/name"),
            ("Thông tin chung", "/document/date"),
            ("Dịch vụ công trực tuyến", "/services/level4/answer"),
            ("Khó khăn và đề xuất", "/difficulties"),
        ] {
            session.open_section(section).await;
            session.type_into(&field(path), burst).await;
            assert_eq!(session.value(&field(path)).await, burst, "{path}");
            session.type_into(&field(path), Key::Home + burst).await;
            assert_eq!(session.value(&field(path)).await, format!("{burst}{burst}"), "{path}");
            session.click_text("Về danh sách các phần").await;
        }
    })
    .await;
}

/// Enter ends the composing of a word, whether the editor lets it through as another key or as itself; it chooses no agency and
/// corrects no day. Once the word stands, it does.
#[tokio::test]
async fn enter_while_composing_submits_no_form() {
    browse(async |session| {
        session.open_over_http().await;
        session.caret("agency-search", 0).await;
        session.composes("bộ tài chính").await;
        session.tells(".choices", "Bộ Tài chính").await;
        assert_eq!(session.count(".choices li").await, 1, "one is left, which Enter chooses");
        session.composing_enter().await;
        session.named_key("Enter", 13, 0).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(session.count(".chosen").await, 0, "no agency is chosen yet");
        session.commits("bộ tài chính").await;
        session.holds("agency-search", "bộ tài chính", 12, "composed").await;
        session.named_key("Enter", 13, 0).await;
        session.tells(".chosen", "Bộ Tài chính").await;
    })
    .await;
}
