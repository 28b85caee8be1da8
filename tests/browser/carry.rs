//! The return of the quarter before carried forward, and a service list pasted, in the built page.

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

    /// Pastes text into a field, as one edit.
    async fn paste(&self, css: &str, text: &str) {
        let field = self.element(css).await;
        let paste =
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
        let arguments = vec![field.to_json().expect("an element"), serde_json::json!(text)];
        self.driver.execute(paste, arguments).await.expect("a paste");
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

/// So many services at level 3 and 4 by turns, each with 10 dossiers received and 9 resolved; some with a fault.
fn rows(count: usize, faulty: &[usize]) -> String {
    let row = |place: usize| {
        let level = if faulty.contains(&place) { 7 } else { 3 + place % 2 };
        format!(
            "BTC-{place}\tDịch vụ công trực tuyến số {place}\t{level}\t1/2/2017\thttps://dvc.mof.gov.vn/{place}\t10\t9\n"
        )
    };
    (1..=count).map(row).collect()
}

#[tokio::test]
async fn a_list_of_two_thousand_services_is_pasted_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        pastes(session).await;
    })
    .await;
}

#[tokio::test]
async fn a_list_of_two_thousand_services_is_pasted_from_disk() {
    browse(async |session| {
        session.open_from_disk().await;
        pastes(session).await;
    })
    .await;
}

async fn pastes(session: &Session) {
    session.begin_finance().await;
    session.open_section("Danh mục dịch vụ công trực tuyến").await;
    session.paste("#list-paste", &rows(2_000, &[7, 1_999])).await;
    session.click_text("Nhận danh mục").await;
    session.shows("#list-faults", "Có 2 chỗ không đọc được, chưa nhận dòng nào. Sửa trong Excel rồi dán lại.").await;
    session.focused("list-faults").await;
    session.paste("#list-paste", &rows(2_000, &[])).await;
    session.click_text("Nhận danh mục").await;
    session.shows("#service_list", "Danh mục đang có: 2.000 dịch vụ").await;
    session.gone("#list-faults").await;
    for (column, sum) in [(2, "1.000"), (3, "10.000"), (4, "9.000")] {
        session.shows(&format!(".sums tbody tr:nth-child(3) :nth-child({column}) strong"), sum).await;
    }
    assert_eq!(session.count(".list tbody").await, 100);
    session.click_text("Hiện thêm 100").await;
    session.focused("service_list-0101").await;
    assert_eq!(session.count(".list tbody").await, 200);
    session.kept().await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    session.shows("#service_list", "Danh mục đang có: 2.000 dịch vụ").await;
    let file = session.folder().join("danh mục.csv");
    std::fs::write(&file, "\u{feff}Mã;Tên;Mức độ\nBTC-1;\"Một; hai\";4\n").expect("a file");
    session.choose_file("#list-file", &file).await;
    session.shows("#service_list", "Danh mục đang có: 1 dịch vụ").await;
    session.shows("#service_list-0001-name", "Một; hai").await;
    session.click_text("Lấy lại danh mục trước (2.000 dịch vụ)").await;
    session.shows("#service_list", "Danh mục đang có: 2.000 dịch vụ").await;
    session.click_text("Xóa danh mục").await;
    session.shows("#service_list", "Chưa có danh mục").await;
}
