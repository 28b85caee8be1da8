//! The return of the quarter before carried forward in the built page.

use crate::officer::field;
use crate::session::{Session, browse};
use return36a::quarterly::{Answer, Return, Signature, SignedFile, Start, blank, field as field_of, read, write};
use return36a::quarterly::{Field, GeneralStatus};
use return36a::registry::{Registry, TaskStatus};
use return36a::vietnamese::Date;
use std::path::PathBuf;
use thirtyfour::prelude::*;

/// The return of Bộ Tài chính of quarter I/2017, as far as it persists.
fn first_quarter() -> Return {
    let registry = Registry::embedded().expect("the registry");
    let start = Start { agency: "bo-tai-chinh".into(), period: "2017-Q1".parse().expect("a quarter"), random: [1; 16] };
    let mut content = blank(registry, &"0".repeat(64), &start);
    let texts = [
        ("/preparer/name", "Người lập báo cáo"),
        ("/preparer/phone", "024 0000 0000"),
        ("/approver/name", "Người duyệt"),
    ];
    for (path, text) in texts {
        if let Some(Field::Text(slot)) = field_of(&mut content, path) {
            text.clone_into(slot);
        }
    }
    for answer in content.general_tasks.values_mut() {
        answer.status = Some(GeneralStatus::Done);
        answer.date = Date::new(2016, 3, 1).ok();
        answer.document_number = "2345/QĐ-BTC".into();
    }
    content.tasks.values_mut().for_each(|task| task.status = Some(TaskStatus::InProgress));
    content.services.get_mut("received3-year").expect("a count").answer = Some(Answer::Reported(1_374));
    content
}

pub fn signed_file(session: &Session) -> PathBuf {
    let signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }];
    let bytes = write(&SignedFile { content: first_quarter(), signatures });
    assert!(read(&bytes).is_ok());
    let file = session.folder().join("36a_2017-Q1_bo-tai-chinh_r1.json");
    std::fs::write(&file, bytes).expect("a file");
    file
}

impl Session {
    async fn focused(&self, id: &str) {
        let there = self.until(async || {
            let focused = self.javascript("return document.activeElement.id").await;
            (focused.as_str() == Some(id)).then_some(())
        });
        let there = there.await.is_some();
        assert!(there, "the focus is at {}, not at {id}", self.javascript("return document.activeElement.id").await);
    }

    async fn press(&self, key: Key) {
        self.driver.active_element().await.expect("a focus").send_keys(key + "").await.expect("a key");
    }
}

#[tokio::test]
async fn the_quarter_before_is_carried_confirmed_and_kept_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        carries(session).await;
    })
    .await;
}

#[tokio::test]
async fn the_quarter_before_is_carried_confirmed_and_kept_from_disk() {
    browse(async |session| {
        session.open_from_disk().await;
        carries(session).await;
    })
    .await;
}

async fn carries(session: &Session) {
    session.begin_finance().await;
    session.choose_file("#previous-file", &signed_file(session)).await;
    let taken = session.element(".notice__text").await.text().await.expect("a notice");
    assert!(taken.starts_with("Đã lấy") && taken.contains("từ báo cáo quý I/2017."), "{taken}");
    session.open_section("Nhiệm vụ cụ thể được giao").await;
    assert_eq!(session.count(".tag--carried").await, 5);
    session.shows("[data-path='/tasks/3.1/status'] .tag--carried", "Lấy từ quý I/2017, chưa xác nhận").await;
    // By the keyboard alone, from one group to the next and out of the section.
    session.click("#confirm-tasks-3-1").await;
    for next in ["confirm-tasks-3-2", "confirm-tasks-3-3", "confirm-tasks-3-4", "confirm-tasks-3-5", "next-section"] {
        session.focused(next).await;
        if next != "next-section" {
            session.press(Key::Enter).await;
        }
    }
    assert_eq!(session.count(".tag--carried").await, 0);
    session.kept().await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    session.shows("h1", "Nhiệm vụ cụ thể được giao").await;
    assert_eq!(session.count("[data-path='/tasks/3.1/status'] input:checked").await, 1);
    assert_eq!(session.count(".tag--carried").await, 0, "what is confirmed stays so");
    session.click_text("Về danh sách các phần").await;
    session.open_section("Hồ sơ trực tuyến").await;
    let year = "/services/received3-year/answer";
    assert_eq!(session.value(&field(year)).await, "1.374");
    let tag = format!("[data-path='{year}'] .tag--carried");
    session.shows(&tag, "Lấy từ quý I/2017, chưa xác nhận: cộng thêm số của quý này").await;
    session.fill_field(year, "1.500").await;
    session.gone(&tag).await;
    session.click_text("Về danh sách các phần").await;
    session.open_section("Nhiệm vụ chung").await;
    session.click_text("Xác nhận cả phần này").await;
    session.gone(".tag--carried").await;
    session.click_text("Về danh sách các phần").await;
    session.click_text("Bỏ phần lấy từ kỳ trước").await;
    session.element("#previous-file").await;
    session.open_section("Thông tin chung").await;
    assert_eq!(session.value(&field("/preparer/name")).await, "", "what was not confirmed is taken back");
}
