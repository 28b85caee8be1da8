//! The whole way of one return, on three machines: an officer fills it from blank, a leader approves it, a coordinator takes it
//! in and prints the report.

use crate::approval::{exported, signs_by_a_new_key};
use crate::desk::{goes, sits_down, waits_until};
use crate::session::{Session, browse};
use crate::story::whole_story;
use base64ct::{Base64, Encoding};
use serde_json::json;
use std::path::{Path, PathBuf};

/// What goes from hand to hand.
struct Stick {
    folder: PathBuf,
}

impl Stick {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("together-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a memory stick");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn takes(&self, file: &Path, name: &str) {
        std::fs::copy(file, self.path(name)).expect("a file on the stick");
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[tokio::test]
async fn a_return_goes_from_a_blank_page_to_the_printed_report() {
    let stick = Stick::new();
    browse(async |session| drafts(session, &stick).await).await;
    browse(async |session| approves(session, &stick).await).await;
    browse(async |session| collects(session, &stick).await).await;
}

/// The officer fills the blank return, meets an error and mends it, signs, and gives the file and the card away.
async fn drafts(session: &Session, stick: &Stick) {
    session.open_from_disk().await;
    whole_story(session).await;
    stick.takes(&session.downloaded("36a_2017-Q2_bo-tai-chinh_r1.json").await, "da-lap.json");
    stick.takes(&session.downloaded("36a_the-khoa_bo-tai-chinh.json").await, "the-nguoi-lap.json");
}

/// The leader opens the file, sees the review, knows the drafter by the card, and signs on top.
async fn approves(session: &Session, stick: &Stick) {
    session.open_from_disk().await;
    session.choose_file("#open-file", &stick.path("da-lap.json")).await;
    session.shows("h1", "Xem lại toàn bộ báo cáo").await;
    session.shows("#verdict", "Đã ký.").await;
    session.click_text("Đến phần ký").await;
    let card = signs_by_a_new_key(session, &stick.path("the-nguoi-lap.json")).await;
    stick.takes(&card, "the-nguoi-duyet.json");
    let (path, file) = exported(session).await;
    assert_eq!(file.signatures.len(), 2, "the drafter's and the approver's");
    stick.takes(&path, "da-duyet.json");
}

/// The coordinator compares both cards, takes the file in, finds its figures in the tables, and prints the report.
async fn collects(session: &Session, stick: &Stick) {
    session.open_from_disk().await;
    sits_down(session).await;
    session.fill("#received", "12/6/2017").await;
    session.drop_files(".drop", &[stick.path("da-duyet.json")]).await;
    waits_until(session, "return document.querySelector('.notice__text')?.textContent === 'Đã kiểm tra xong 1 tệp.'")
        .await;
    goes(session, "Sổ khóa").await;
    session.shows("h1", "Sổ khóa").await;
    session.choose_files("#add-cards", &[stick.path("the-nguoi-lap.json"), stick.path("the-nguoi-duyet.json")]).await;
    session.click_text("Đã đối chiếu cả 2 thẻ, thêm tất cả").await;
    session.shows("#keys-summary", "2 thẻ của 1 cơ quan.").await;
    waits_until(session, "return !document.querySelector('.work') && !!document.querySelector('.notice__text')").await;
    goes(session, "Tiếp nhận").await;
    session.shows("h1", "Tiếp nhận").await;
    session.picture("desk-intake").await;
    session.click(".entry__name").await;
    session.tells("main", "Được tính").await;
    goes(session, "Tình hình gửi").await;
    session.shows("h1", "Tình hình gửi").await;
    let sent = "return +document.querySelector('.counts tbody tr:last-child td').textContent";
    assert_eq!(session.javascript(sent).await, 1, "one return came in time");
    goes(session, "Bảng số liệu").await;
    session.click_text("Nhiệm vụ theo cơ quan").await;
    session.tells(".figures", "Bộ Tài chính").await;
    goes(session, "Báo cáo tổng hợp").await;
    session.shows("h1", "Báo cáo tổng hợp").await;
    let report = session.element(".paper").await.text().await.expect("the report");
    assert!(report.contains("Bộ Tài chính"), "the report names the one agency that has sent its return");
    session.click_text("Lưu báo cáo (.docx)").await;
    let made = session.driver.cdp().send_raw("Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
    let pdf = made.expect("a document")["data"].as_str().map(|data| Base64::decode_vec(data).expect("base64"));
    assert!(pdf.is_some_and(|pdf| pdf.starts_with(b"%PDF")), "the report is printed");
}
