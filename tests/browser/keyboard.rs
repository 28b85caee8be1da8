//! The page by the keyboard alone: Tab, Shift+Tab, arrows, Space, Enter and letters, sent as keys and to no element; and the
//! focus is where the work goes on.

use crate::desk::{FILES, waits_until};
use crate::session::{Session, browse};
use crate::slips::native::Officer;
use crate::telex::Editor;
use return36a::quarterly::read;
use serde_json::Value;
use std::path::PathBuf;

const PASSWORD: &str = "mat khau cua van thu";

/// What has the focus: its name in the document, the path of its field, its kind and what it says.
const ACTIVE: &str = r#"
    const active = document.activeElement;
    return {
        id: active.id, tag: active.localName, type: active.type || "", checked: !!active.checked,
        path: active.closest("[data-path]")?.dataset.path || "", says: (active.innerText || "").trim(),
        chosen: !!document.querySelector(`[name="${active.name}"]:checked`),
    };
"#;

impl Session {
    async fn active(&self) -> Value {
        self.javascript(ACTIVE).await
    }

    async fn presses(&self, key: &str) {
        match key {
            "Tab" => self.named_key("Tab", 9, 0).await,
            "Shift+Tab" => self.named_key("Tab", 9, 8).await,
            "Enter" => self.named_key("Enter", 13, 0).await,
            "Space" => self.key(' ').await,
            "Down" => self.named_key("ArrowDown", 40, 0).await,
            "Up" => self.named_key("ArrowUp", 38, 0).await,
            "End" => self.named_key("End", 35, 0).await,
            other => panic!("no key {other}"),
        }
    }

    /// Presses a key until what this selector finds has the focus.
    async fn presses_until(&self, key: &str, css: &str) {
        for _ in 0..200 {
            if self.javascript(&format!("return document.activeElement.matches({css:?})")).await == true {
                return;
            }
            self.presses(key).await;
        }
        panic!("{key} never leads to {css}; it has led to {}", self.active().await);
    }

    /// Goes forward to a button or link that says this, and presses it.
    async fn follows(&self, text: &str) {
        for _ in 0..200 {
            if self.active().await["says"] == text {
                return self.presses("Enter").await;
            }
            self.presses("Tab").await;
        }
        panic!("there is no {text} to go to");
    }

    /// Waits until what this selector finds has the focus.
    async fn has_focus(&self, css: &str) {
        let has = format!("return document.activeElement.matches({css:?})");
        let there = self.until(async || (self.javascript(&has).await == true).then_some(())).await;
        assert!(there.is_some(), "{css} has no focus; {} has it", self.active().await);
    }

    /// Waits until the screen of this heading is shown, and its heading has the focus.
    async fn is_at(&self, heading: &str) {
        self.shows("h1", heading).await;
        self.has_focus("h1").await;
    }

    async fn writes(&self, text: &str) {
        self.telex(Editor::Keys, text).await;
    }

    /// Answers the fields of a section one after the other, to its last button.
    async fn fills_by_keys(&self) {
        for _ in 0..400 {
            self.presses("Tab").await;
            let active = self.active().await;
            let text = |name: &str| active[name].as_str().unwrap_or_default().to_owned();
            if text("id") == "next-section" {
                return self.presses("Enter").await;
            }
            match (text("type").as_str(), text("path").as_str()) {
                ("radio", _) if active["chosen"] == false => self.presses("Space").await,
                // One word of several is all that is wanted: no data, or the counts of what there is.
                ("checkbox", path) if !path.contains("/level") && !path.contains("procedures") => {
                    self.presses("Space").await
                }
                ("text", path) => self.writes(&answer(path)).await,
                _ => {}
            }
        }
        panic!("the section has no end");
    }
}

/// What is typed in the field of a path.
fn answer(path: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or_default();
    let said = match (path, last) {
        ("/document/number", _) => "1/BC-BQLL",
        ("/document/date", _) => "10/6/2017",
        ("/preparer/name", _) => "Người lập",
        ("/preparer/phone", _) => "024 0000 0000",
        ("/approver/name", _) => "Người duyệt",
        ("/approver/title", _) => "Phó Trưởng ban",
        (_, "date") => "2/3/2016",
        (_, "document_number") => "2345/QĐ-BQLL",
        (_, "no_data") => "Chưa thống kê",
        ("/services/procedures/answer", _) => "10",
        (path, _) if path.starts_with("/services/level") => "2",
        _ => "",
    };
    said.to_owned()
}

#[tokio::test]
async fn a_return_is_filled_and_signed_by_the_keyboard_alone() {
    browse(async |session| {
        session.open_from_disk().await;
        begins(session).await;
        session.follows("Thông tin chung").await;
        session.is_at("Thông tin chung").await;
        leaves_and_is_told(session).await;
        for next in [
            "Nhiệm vụ chung",
            "Dịch vụ công trực tuyến",
            "Hồ sơ trực tuyến",
            "Danh mục dịch vụ công trực tuyến",
            "Khó khăn và đề xuất",
        ] {
            session.fills_by_keys().await;
            session.is_at(next).await;
        }
        session.presses_until("Tab", "#next-section").await;
        session.presses("Enter").await;
        session.is_at("Xem lại toàn bộ báo cáo").await;
        session.shows("#verdict", "Không còn lỗi. Có thể ký.").await;
        signs(session).await;
    })
    .await;
}

async fn begins(session: &Session) {
    session.has_focus("#top").await;
    session.presses_until("Shift+Tab", "a.skip").await;
    session.presses("Enter").await;
    session.has_focus("#top").await;
    session.presses_until("Shift+Tab", ".banner button").await;
    session.presses("Enter").await;
    session.shows(".banner button", "Tiếng Việt").await;
    session.has_focus(".banner button").await;
    session.presses("Enter").await;
    session.shows(".banner button", "English").await;
    session.presses_until("Tab", "#agency-search").await;
    session.writes("lang chu tich").await;
    session.tells(".choices", "Lăng").await;
    session.presses("Enter").await;
    session.has_focus("#period").await;
    for _ in 0..40 {
        if session.value("#period").await == "2017-Q2" {
            break;
        }
        session.presses("Down").await;
    }
    session.presses_until("Tab", "#begin").await;
    session.presses("Enter").await;
    session.is_at("Ban Quản lý Lăng Chủ tịch Hồ Chí Minh").await;
}

/// What is left blank is told once; its links lead to the fields.
async fn leaves_and_is_told(session: &Session) {
    session.presses_until("Tab", "#document-date").await;
    session.writes("31/2/2017").await;
    session.presses_until("Tab", "#next-section").await;
    session.presses("Enter").await;
    session.has_focus("#summary-title").await;
    session.presses("Tab").await;
    session.presses("Enter").await;
    session.has_focus("#document-number").await;
    session.presses_until("Tab", "#document-date").await;
    session.named_key("a", 65, 2).await;
    session.named_key("Delete", 46, 0).await;
    session.presses_until("Shift+Tab", "#document-number").await;
    session.presses("Shift+Tab").await;
}

async fn signs(session: &Session) {
    session.follows("Đến phần ký").await;
    session.is_at("Ký và xuất tệp").await;
    session.presses_until("Tab", "#new-password").await;
    session.writes(PASSWORD).await;
    session.presses("Tab").await;
    session.has_focus("#new-password-again").await;
    session.writes(PASSWORD).await;
    session.presses("Enter").await;
    session.has_focus("#password").await;
    session.presses_until("Shift+Tab", ".notice button").await;
    session.presses("Enter").await;
    session.gone(".notice").await;
    // It is at the stop before the notice's button, not at the top of the document.
    session.has_focus("main *").await;
    session.presses_until("Tab", "#password").await;
    session.writes(PASSWORD).await;
    session.presses("Enter").await;
    session.has_focus("#export").await;
    session.presses("Enter").await;
    let file = session.downloaded("36a_2017-Q2_ban-quan-ly-lang-chu-tich-ho-chi-minh_r1.json").await;
    let file = read(&std::fs::read(file).expect("the file")).expect("a return");
    assert_eq!(file.signatures.len(), 1);
    assert_eq!(file.content.services["level4"].answer.as_ref().and_then(|answer| answer.number()), Some(2));
}

#[tokio::test]
async fn the_focus_is_never_lost() {
    browse(async |session| {
        session.open_over_http().await;
        session.begin_finance().await;
        // A question that arrives takes the focus, and once it is answered the work goes on.
        let other = session.folder().join("nhap.json");
        let mut officer = Officer::of_finance();
        officer.types("/document/number", "9/BC-BTC");
        std::fs::write(&other, officer.draft().write()).expect("a draft");
        session.javascript("location.hash = ''").await;
        session.has_focus("#top").await;
        session.presses_until("Tab", "#open-file").await;
        let field = session.driver.active_element().await.expect("the field");
        field.send_keys(other.to_string_lossy().as_ref()).await.expect("a file");
        session.has_focus("#arriving-title").await;
        session.presses_until("Tab", ".arriving .secondary").await;
        session.presses("Enter").await;
        session.gone(".arriving").await;
        session.has_focus("#top").await;
        // A draft is deleted, and brought back.
        session.presses_until("Tab", ".draft .link").await;
        session.presses("Enter").await;
        session.has_focus("#top").await;
        session.tells(".drafts-place [role=status]", "Đã xóa").await;
        session.presses_until("Tab", ".drafts-place .notice .link").await;
        session.presses("Enter").await;
        session.element(".draft").await;
        session.has_focus("#top").await;
        undoes(session).await;
    })
    .await;
}

/// A button that can do no more gives the focus back.
async fn undoes(session: &Session) {
    session.presses_until("Tab", ".draft .secondary").await;
    session.presses("Enter").await;
    session.is_at("Bộ Tài chính").await;
    session.follows("Thông tin chung").await;
    session.is_at("Thông tin chung").await;
    session.presses_until("Tab", "#document-number").await;
    session.writes("12").await;
    session.presses_until("Shift+Tab", "#undo").await;
    session.presses("Enter").await;
    session.has_focus("#document-number").await;
    assert_eq!(session.value("#document-number").await, "");
}

#[tokio::test]
async fn the_coordinator_walks_by_the_keyboard_alone() {
    browse(async |session| {
        session.open_over_http().await;
        session.follows("Dành cho cán bộ tổng hợp (Văn phòng Chính phủ)").await;
        session.is_at("Tiếp nhận").await;
        session.presses_until("Shift+Tab", "#desk-period").await;
        for _ in 0..40 {
            if session.value("#desk-period").await == "2017-Q2" {
                break;
            }
            session.presses("Down").await;
        }
        session.presses_until("Tab", "#take-files").await;
        let field = session.driver.active_element().await.expect("the field");
        field.send_keys(files(session)).await.expect("files");
        waits_until(session, "return document.querySelectorAll('.entry').length === 3").await;
        waits_until(session, "return !document.querySelector('.work')").await;
        looks_at_the_matrix(session).await;
    })
    .await;
}

/// Three files of three agencies, as the file field takes them.
fn files(session: &Session) -> String {
    let known = FILES.samples.iter().filter(|sample| sample.state == "accepted");
    let paths = known.take(3).enumerate().map(|(at, sample)| {
        let path: PathBuf = session.folder().join(format!("{at}.json"));
        std::fs::write(&path, &sample.bytes).expect("a file");
        path.to_string_lossy().into_owned()
    });
    paths.collect::<Vec<_>>().join("\n")
}

async fn looks_at_the_matrix(session: &Session) {
    session.presses_until("Shift+Tab", ".tab[href$='tinh-hinh']").await;
    session.presses("Enter").await;
    session.is_at("Tình hình gửi").await;
    session.presses_until("Tab", ".matrix a").await;
    let first = session.active().await["says"].clone();
    session.presses("Down").await;
    let second = session.active().await["says"].clone();
    assert_ne!(first, second, "an arrow goes to the next row");
    session.has_focus(".matrix a").await;
    session.presses("Up").await;
    assert_eq!(session.active().await["says"], first);
    session.presses("Down").await;
    session.presses("Tab").await;
    assert_eq!(session.count(".matrix a:focus").await, 0, "one more Tab leaves the table");
    session.presses("Shift+Tab").await;
    assert_eq!(session.active().await["says"], second, "and back it is where it was");
    session.presses("Enter").await;
    session.element(".entry-screen").await;
    session.has_focus("h1").await;
    session.presses_until("Shift+Tab", ".ways a").await;
    session.presses_until("Shift+Tab", ".ways > a").await;
    session.presses("Enter").await;
    session.is_at("Tiếp nhận").await;
}
