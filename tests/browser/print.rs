//! The return on paper, as the browser prints it: each page bears the hash of the file.

use crate::desk::waits_until;
use crate::quarter::keys::Signatory;
use crate::quarter::returns::Ground;
use crate::session::{Session, browse, browse_in_firefox};
use base64ct::{Base64, Encoding};
use lopdf::Document;
use return36a::collect::ReturnMark;
use return36a::quarterly::{Answer, ListedService, Return};
use return36a::registry::Registry;
use return36a::vietnamese::nfc;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

/// So many services lie on several pages.
const SERVICES: usize = 120;

/// A sound return with a service list, signed by its drafter; it stands in the session's folder.
fn signed(session: &Session, agency: &str) -> Return {
    let registry = Registry::embedded().expect("the registry");
    let agency = registry.agency(&agency.into()).expect("the agency");
    let mut content = Ground::of(registry).sound(&agency.id, "2017-Q2".parse().expect("a quarter"));
    let service = |at: usize| ListedService {
        code: format!("BTC-{at:03}"),
        name: "Khai thuế giá trị gia tăng dành cho hoạt động sản xuất kinh doanh theo phương pháp khấu trừ".into(),
        level: Some(4),
        deployed_on: content.document.date,
        address: "https://nhantokhai.gdt.gov.vn".into(),
        received: Some(Answer::Reported(1_000 + i64::try_from(at).expect("a count"))),
        resolved: Some(if at == 0 { Answer::NoData("chưa thống kê".into()) } else { Answer::ConfirmedZero }),
    };
    let list = (0..SERVICES).map(|at| (format!("{:04}", at + 1).as_str().into(), service(at)));
    content.service_list = Arc::new(list.collect());
    let file = Signatory::of(agency).signed(content.clone());
    std::fs::write(session.folder().join("da-ky.json"), file).expect("the return");
    content
}

/// The pages that Chromium prints, and the text of each without spaces, which a reader of PDF puts where it thinks fit.
struct Printed {
    document: Document,
    pages: Vec<String>,
}

async fn printed(session: &Session, name: &str) -> Printed {
    let wishes = json!({ "preferCSSPageSize": true, "printBackground": false });
    let made = session.driver.cdp().send_raw("Page.printToPDF", wishes).await.expect("a document");
    read(&Base64::decode_vec(made["data"].as_str().expect("its bytes")).expect("base64"), name)
}

/// The document that a browser printed; it is left for people to look at, too.
fn read(pdf: &[u8], name: &str) -> Printed {
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), pdf).expect("a place for it");
    let document = Document::load_mem(pdf).expect("a PDF");
    let text = |page: &u32| document.extract_text(&[*page]).expect("its text");
    let pages = document.get_pages().keys().map(|page| tidy(&text(page))).collect();
    Printed { document, pages }
}

fn tidy(text: &str) -> String {
    nfc(text).chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect()
}

impl Printed {
    /// Width and height of each page in points.
    fn sizes(&self) -> Vec<(f32, f32)> {
        let size = |id| {
            let page = self.document.get_dictionary(id).expect("a page");
            let sides = page.get(b"MediaBox").and_then(|sides| sides.as_array()).expect("its size");
            let side = |at: usize| sides[at].as_float().expect("a number");
            (side(2).round(), side(3).round())
        };
        self.document.get_pages().into_values().map(size).collect()
    }
}

async fn medium(session: &Session, features: Value) {
    session.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await.expect("another medium");
}

#[tokio::test]
async fn a_signed_return_is_printed_with_its_hash_on_every_page() {
    browse(async |session| {
        session.open_from_disk().await;
        let content = signed(session, "bo-tai-chinh");
        session.choose_file("#open-file", &session.folder().join("da-ky.json")).await;
        session.shows("h1", "Xem lại toàn bộ báo cáo").await;
        session.click_text("Đến phần ký").await;
        let mark = ReturnMark::of(&content).expect("its mark");
        let shown = session.element("#content-hash").await.text().await.expect("the hash");
        assert_eq!(tidy(&shown), mark.content_sha256);
        session.click_text("Xem bản in").await;
        session.shows("h1", "Xem bản in").await;
        session.tells(".paper__signatory:last-child", &content.approver.name).await;
        let says = "return document.querySelector('.paper__mark svg').getAttribute('aria-label')";
        assert_eq!(session.javascript(says).await, format!("Mã QR: {}", mark.imprint()));
        session.picture("print").await;
        let paper = printed(session, "print.pdf").await;
        let sizes = paper.sizes();
        let upright = sizes.iter().filter(|size| **size == (595.0, 842.0)).count();
        assert!(upright > 2 && sizes.iter().all(|size| [(595.0, 842.0), (842.0, 595.0)].contains(size)), "{sizes:?}");
        assert!(sizes.len() - upright > 2, "the list lies on its side");
        for (at, page) in paper.pages.iter().enumerate() {
            let foot = format!("Mãbáocáo{}·bản1·quýII/2017", content.return_id);
            assert!(page.contains(&foot) && page.contains(&mark.content_sha256), "page {}: {page}", at + 1);
            // Nothing is drawn before the foot but the number.
            let number = if at == 0 { String::new() } else { (at + 1).to_string() };
            assert_eq!(page.split(&foot).next(), Some(number.as_str()), "{page}");
        }
        assert!(!paper.pages.concat().contains("BẢNNHÁP"));
        // The typeface of headings is told in a way that the reader does not know; these letters it does.
        let headings = paper.pages.iter().filter(|page| page.contains("TTMã")).count();
        assert_eq!(headings, sizes.len() - upright, "the list's heading is on each of its pages");
        fits(session).await;
        session.click_text("Tải bản Word (.docx)").await;
        session.downloaded("ban-in_36a_2017-Q2_bo-tai-chinh_r1.docx").await;
    })
    .await;
}

/// Black on white in any light, nothing but the paper, and no sideways scrolling on a phone.
async fn fits(session: &Session) {
    let dark = json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    medium(session, dark).await;
    let colours = "const of = css => { const style = getComputedStyle(document.querySelector(css)); \
                   return [style.color, style.backgroundColor]; }; \
                   return [of('.paper__page'), of('.paper__table td'), of('.paper__lines')].flat()";
    let (black, white, none) = ("rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)");
    assert_eq!(session.javascript(colours).await, json!([black, white, black, none, black, none]));
    let printed = session.page_text().await;
    assert!(printed.trim_start().starts_with("BỘ TÀI CHÍNH"), "{}", printed.chars().take(200).collect::<String>());
    for not_printed in ["In hoặc lưu PDF", "Xem bản in", "Bản A4 theo thể thức"] {
        assert!(!printed.contains(not_printed), "{not_printed} is printed");
    }
    medium(session, json!({ "media": "", "features": [] })).await;
    let size = json!({ "width": 320, "height": 700, "deviceScaleFactor": 1, "mobile": false });
    session.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("a phone");
    let wide = "return document.documentElement.scrollWidth > 320";
    assert_eq!(session.javascript(wide).await, false, "the page scrolls sideways");
    session.javascript("document.querySelector('.paper').scrollIntoView()").await;
    session.picture("print-320").await;
    session.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("the old size");
}

#[tokio::test]
async fn a_draft_says_so_on_every_page() {
    browse(async |session| {
        session.open_from_disk().await;
        session.begin_finance().await;
        session
            .driver
            .goto(format!(
                "{}#ban-in",
                session.driver.current_url().await.expect("an address").as_str().split('#').next().unwrap_or_default()
            ))
            .await
            .expect("the address");
        session.shows("h1", "Xem bản in").await;
        let paper = printed(session, "print-draft.pdf").await;
        assert!(
            paper.pages.len() > 1 && paper.pages.iter().all(|page| page.contains("BẢNNHÁP–CHƯAKÝ")),
            "{:#?}",
            paper.pages
        );
    })
    .await;
}

#[tokio::test]
async fn a_blank_form_is_printed_before_a_return_is_begun() {
    browse(async |session| {
        session.open_from_disk().await;
        session.type_into("#agency-search", "tai chinh").await;
        session.click_text("Bộ Tài chính").await;
        session.click("#period option[value='2017-Q2']").await;
        session.click_text("Mẫu trống để điền tay").await;
        session.shows("h1", "Mẫu trống để điền tay").await;
        session.picture("print-blank").await;
        let form = printed(session, "print-blank.pdf").await;
        for page in &form.pages {
            assert!(page.contains("Danhmục36a-nq-cp") && page.contains("SHA-256:"), "{page}");
        }
        let all = form.pages.concat();
        assert!(all.contains("□Đãhoànthành") && !all.contains("sha256:"), "{all}");
        assert_eq!(session.count(".paper__code svg").await, 0, "there is no file to be matched");
        session.click_text("Tải bản Word (.docx)").await;
        session.downloaded("mau-trong_36a_2017-Q2_bo-tai-chinh.docx").await;
    })
    .await;
}

/// The coordinator types the beginning of what stands on a paper.
#[tokio::test]
async fn the_desk_finds_the_file_of_a_paper() {
    browse(async |session| {
        session.open_from_disk().await;
        let content = signed(session, "bo-tai-chinh");
        session.click_text("Dành cho cán bộ tổng hợp (Văn phòng Chính phủ)").await;
        session.click("#desk-period option[value='2017-Q2']").await;
        session.choose_files("#take-files", &[session.folder().join("da-ky.json")]).await;
        session.tells(".entries", "da-ky.json").await;
        let mark = ReturnMark::of(&content).expect("its mark");
        session.type_into("#ledger-search", mark.content_sha256.to_uppercase()[..12].to_owned()).await;
        session.tells("#ledger-paper", "Mã trên bản giấy là của tệp da-ky.json").await;
        session.fill("#ledger-search", &mark.imprint().replace(&mark.content_sha256, &"0".repeat(64))).await;
        session.tells("#ledger-paper", "Không tệp nào đã nhận có mã này").await;
        assert_eq!(session.count(".entries .entry").await, 0);
    })
    .await;
}

/// A paper that was printed before does not leave its foot to what is printed next.
#[tokio::test]
async fn the_foot_goes_with_the_paper() {
    browse(async |session| {
        session.open_from_disk().await;
        signed(session, "bo-tai-chinh");
        session.choose_file("#open-file", &session.folder().join("da-ky.json")).await;
        session.shows("h1", "Xem lại toàn bộ báo cáo").await;
        let foot = "return document.documentElement.style.getPropertyValue('--paper-foot')";
        assert_eq!(session.javascript(foot).await, "");
        session.click_text("Xem bản in").await;
        waits_until(session, &format!("{foot} !== ''")).await;
        session.click_text("Xem lại toàn bộ báo cáo").await;
        session.shows("h1", "Xem lại toàn bộ báo cáo").await;
        waits_until(session, &format!("{foot} === ''")).await;
    })
    .await;
}

#[tokio::test]
async fn firefox_prints_the_hash_on_every_page() {
    browse_in_firefox(&[], async |session| {
        session.open_from_disk().await;
        let content = signed(session, "bo-tai-chinh");
        session.choose_file("#open-file", &session.folder().join("da-ky.json")).await;
        session.click_text("Xem bản in").await;
        session.shows("h1", "Xem bản in").await;
        let mark = ReturnMark::of(&content).expect("its mark");
        let (page, margin) =
            (PrintPage { width: 21.0, height: 29.7 }, PrintMargins { top: 2.0, bottom: 0.5, left: 3.0, right: 1.5 });
        let wishes = PrintParameters { page, margin, ..PrintParameters::default() };
        let paper = read(&session.driver.print_page(wishes).await.expect("a document"), "print-firefox.pdf");
        assert!(paper.pages.len() > 5, "{}", paper.pages.len());
        for page in &paper.pages {
            assert!(page.contains(&mark.content_sha256), "{page}");
        }
    })
    .await;
}
