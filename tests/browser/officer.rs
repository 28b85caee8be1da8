//! An officer of Bộ Tài chính who fills the return of quarter II/2017.
//!
//! The states of the tasks are those of annex I.3 of 7242/BC-VPCP; the services by level those of annex II.3a of
//! 314/BC-VPCP. What both are silent about is filled in the least way that can be signed.

use crate::session::Session;
use thirtyfour::prelude::*;

/// The words of annex I.3 on task 3.2.
const INVOICES: &str = "Tổng cục Thuế đã tổ chức hỗ trợ cho hơn 200 doanh nghiệp triển khai tại 02 Cục Thuế thành phố Hà Nội \
                        và Thành phố Hồ Chí Minh";
/// The words of annex I.3 on task 3.3.
const TAXES: &str = "Từ ngày 15/5/2017, Tổng cục Thuế đã triển khai ứng dụng trên toàn quốc";
/// The words of annex I.3 on task 3.5.
const TREASURY: &str = "Kho bạc Nhà nước đang hoàn thiện dự thảo Thông tư";

/// The general tasks that a ministry owes are answered alike here; the document names none of them for Bộ Tài chính.
const GENERAL: &str =
    "return [...document.querySelectorAll('[data-path^=\"/general_tasks/\"]')].map(field => field.dataset.path)";

impl Session {
    /// Chooses Bộ Tài chính, without diacritics, and quarter II/2017, and begins.
    pub async fn begin_finance(&self) {
        self.type_into("#agency-search", "tai chinh").await;
        self.click_text("Bộ Tài chính").await;
        self.click("#period option[value='2017-Q2']").await;
        self.click("#begin").await;
        self.shows("h1", "Bộ Tài chính").await;
    }

    /// Opens a section from the list.
    pub async fn open_section(&self, name: &str) {
        self.click_text(name).await;
        self.shows("h1", name).await;
    }

    /// Leaves a section that has nothing wrong in it.
    pub async fn next(&self, name: &str) {
        self.click_text("Lưu và sang phần sau").await;
        self.shows("h1", name).await;
    }

    pub async fn choose(&self, path: &str, word: &str) {
        self.click(&format!("[data-path='{path}'] input[value='{word}']")).await;
    }

    pub async fn fill_field(&self, path: &str, text: &str) {
        self.fill(&field(path), text).await;
    }

    pub async fn fill_heading(&self) {
        for (path, text) in [
            ("/document/number", "123/BC-BTC"),
            ("/document/date", "10/6/2017"),
            ("/preparer/name", "Người lập báo cáo"),
            ("/preparer/phone", "024 0000 0000"),
            ("/approver/name", "Người duyệt báo cáo"),
            ("/approver/title", "Thứ trưởng"),
        ] {
            self.fill_field(path, text).await;
        }
    }

    pub async fn fill_general_tasks(&self) {
        self.element("[data-path^='/general_tasks/']").await;
        let paths = self.javascript(GENERAL).await;
        for path in paths.as_array().expect("paths").iter().filter_map(|path| path.as_str()) {
            let task = path.trim_end_matches("/status");
            self.choose(path, "done").await;
            self.fill_field(&format!("{task}/date"), "2/3/2016").await;
            self.fill_field(&format!("{task}/document_number"), "2345/QĐ-BTC").await;
        }
    }

    pub async fn fill_tasks(&self) {
        for number in ["3.1", "3.2", "3.3", "3.5"] {
            self.choose(&format!("/tasks/{number}/status"), "in-progress").await;
        }
        self.choose("/tasks/3.4/status", "completed").await;
        for (path, text) in [
            ("/tasks/3.1/progress", "Đang triển khai"),
            ("/tasks/3.2/progress", INVOICES),
            ("/tasks/3.3/progress", TAXES),
            ("/tasks/3.4/completed_on", "15/5/2017"),
            ("/tasks/3.4/evidence", "Hệ thống VNACCS/VCIS, https://vnsw.gov.vn"),
            ("/tasks/3.5/progress", TREASURY),
            ("/tasks/3.5/obstacle", TREASURY),
            ("/tasks/3.5/new_deadline", "31/7/2017"),
        ] {
            self.fill_field(path, text).await;
        }
    }

    /// The services by level, and no data where the document gives none.
    pub async fn fill_services(&self) {
        for (id, count) in
            [("procedures", "923"), ("level1", "263"), ("level2", "328"), ("level3", "86"), ("level4", "246")]
        {
            self.fill_field(&format!("/services/{id}/answer"), count).await;
        }
        self.fill_rest_with_no_data("built").await;
    }

    pub async fn fill_rest_with_no_data(&self, group: &str) {
        let boxes = format!("[data-path^='/services/{group}'] input[type='checkbox']");
        self.element(&boxes).await;
        let paths = format!(
            "return [...document.querySelectorAll(\"{boxes}\")].map(box => box.closest('[data-path]').dataset.path)"
        );
        for path in self.javascript(&paths).await.as_array().expect("paths").iter().filter_map(|path| path.as_str()) {
            self.click(&format!("[data-path='{path}'] input[type='checkbox']")).await;
            self.fill_field(&format!("{path}/no_data"), "Chưa thống kê theo quý").await;
        }
    }

    /// Waits until the page says that the draft is kept.
    pub async fn kept(&self) {
        let kept = self
            .until(async || self.element("#saved").await.text().await.ok()?.starts_with("Đã lưu lúc").then_some(()));
        assert!(kept.await.is_some(), "the draft is not kept");
    }

    /// What is said at a field.
    pub async fn says(&self, path: &str, text: &str) {
        let place = format!("[data-path='{path}'] .errors");
        let wanted = if text.is_empty() { String::new() } else { format!("Lỗi: {text}") };
        let mut last = String::new();
        let same = self.until(async || {
            last = self.driver.find(By::Css(&place)).await.ok()?.prop("textContent").await.ok()??;
            (last == wanted).then_some(())
        });
        let same = same.await.is_some();
        assert!(same, "{path} says {last:?}, not {wanted:?}");
    }
}

/// The control of a field.
pub fn field(path: &str) -> String {
    format!("#{}", path.trim_start_matches('/').replace(['/', '.'], "-"))
}
