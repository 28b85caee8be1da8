//! What leaves the coordinator's desk in the built page: the report on the screen and on paper, the workbook, receipts.

use crate::desk::{FILES, goes, takes_all_in, waits_until};
use crate::quarter::files::COUNTING;
use crate::session::{Session, browse};
use base64ct::{Base64, Encoding};
use calamine::{Data, Reader, Xlsx, open_workbook};
use return36a::collect::{SignedPaper, read_paper};
use return36a::registry::{AgencyId, Registry, Tier};
use return36a::vietnamese::count_text;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;

const PASSWORD: &str = "mật khẩu tổng hợp";

#[tokio::test]
async fn the_report_leaves_the_desk() {
    browse(async |session| {
        session.open_from_disk().await;
        session.click_text("Dành cho cán bộ tổng hợp (Văn phòng Chính phủ)").await;
        session.click("#desk-period option[value='2017-Q2']").await;
        takes_all_in(session).await;
        goes(session, "Báo cáo tổng hợp").await;
        session.shows("h1", "Báo cáo tổng hợp").await;
        writes(session).await;
        typing_is_swift(session).await;
        fits_a_phone(session).await;
        prints(session).await;
        compares_the_workbook(session).await;
        gives_receipts(session).await;
    })
    .await;
}

async fn writes(session: &Session) {
    session.fill("#report-number", "314").await;
    session.fill("#report-date", "20/7/2017").await;
    session.fill("#report-remarks", "Đề nghị các cơ quan gửi báo cáo đúng hạn.").await;
    session.shows(".paper__number", "Số: 314/BC-VPCP").await;
    session.shows(".paper__date", "Hà Nội, ngày 20 tháng 7 năm 2017").await;
    waits_until(session, "return document.querySelector('#saved').textContent.startsWith('Đã lưu')").await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    // A reload keeps the words.
    waits_until(session, "return document.querySelector('#report-number').value === '314'").await;
    waits_until(session, "return document.querySelectorAll('.paper__table tbody tr').length > 300").await;
    let text = session.element(".paper").await.text().await.expect("the report");
    let counting = FILES.samples.iter().filter(|sample| COUNTING.contains(&sample.state));
    let agencies: BTreeSet<_> = counting.filter_map(|sample| sample.agency.clone()).collect();
    let local = agencies.iter().filter(|agency| is_local(agency)).count();
    assert!(text.contains(&format!("và {local}/63 tỉnh, thành phố trực thuộc Trung ương")), "{text}");
    assert!(text.contains("Đề nghị các cơ quan gửi báo cáo đúng hạn."));
}

fn is_local(agency: &AgencyId) -> bool {
    let registry = Registry::embedded().expect("the registry");
    registry.agency(agency).is_some_and(|agency| agency.tier() == Tier::Local)
}

/// No letter is kept waiting for the report, which is drawn when typing pauses.
async fn typing_is_swift(session: &Session) {
    let script = "const done = arguments[arguments.length - 1], field = document.querySelector('#report-signatory'); \
         const times = []; const step = left => { const start = performance.now(); field.value += 'a'; \
         field.dispatchEvent(new InputEvent('input', {bubbles: true})); \
         requestAnimationFrame(() => setTimeout(() => { times.push(performance.now() - start); \
         left > 0 ? step(left - 1) : done(Math.max(...times)); })); }; step(20);";
    let slowest = session.driver.execute_async(script, Vec::new()).await.expect("a time");
    println!("the slowest letter in the report's words took {} ms", slowest.json());
    assert!(slowest.json().as_f64().is_some_and(|slowest| slowest < 100.0), "{:?}", slowest.json());
}

async fn fits_a_phone(session: &Session) {
    sized(session, 320, 700).await;
    let wide = "return document.documentElement.scrollWidth > 320";
    assert_eq!(session.javascript(wide).await, false, "the page scrolls sideways");
    session.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("the old size");
}

async fn sized(session: &Session, width: u32, height: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    session.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("another size");
}

/// On paper there is the report and nothing else, upright and on its side, and no table leaves its page.
async fn prints(session: &Session) {
    let media = |media: &'static str| async move {
        let sent = session.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": media })).await;
        sent.expect("another medium");
    };
    media("print").await;
    // As wide as the text of an upright page: 210 mm without the margins of 30 and 15.
    sized(session, 624, 900).await;
    let printed = session.page_text().await;
    assert!(printed.trim_start().starts_with("VĂN PHÒNG CHÍNH PHỦ"), "{}", &printed[..400]);
    for not_printed in ["In hoặc lưu", "Tiếp nhận\n", "Về trang của cơ quan"] {
        assert!(!printed.contains(not_printed), "{not_printed} is printed");
    }
    let outside = "return [...document.querySelectorAll('.paper__page')].flatMap(page => \
         [...page.querySelectorAll('*')].filter(part => part.getBoundingClientRect().right > \
         page.getBoundingClientRect().right + 1).map(part => part.outerHTML.slice(0, 200))).slice(0, 3)";
    assert_eq!(session.javascript(outside).await, json!([]), "what leaves its page");
    session.driver.cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await.expect("the old size");
    media("").await;
    let wishes = json!({ "preferCSSPageSize": true, "printBackground": true });
    let made = session.driver.cdp().send_raw("Page.printToPDF", wishes).await.expect("a document");
    let pdf = Base64::decode_vec(made["data"].as_str().expect("its bytes")).expect("base64");
    let text = String::from_utf8_lossy(&pdf);
    let boxes: Vec<&str> = text.split("/MediaBox [").skip(1).filter_map(|rest| rest.split(']').next()).collect();
    let upright = boxes.iter().filter(|size| is_upright(size)).count();
    assert!(boxes.len() > 15 && upright > 3 && upright < boxes.len(), "{} pages, {upright} upright", boxes.len());
}

/// Whether a page of this size (`0 0 594.95996 841.91998`) stands upright.
fn is_upright(size: &str) -> bool {
    let sides: Vec<f64> = size.split_whitespace().filter_map(|side| side.parse().ok()).collect();
    sides.get(2) < sides.get(3)
}

/// Each row of these tables stands in the workbook with the same values.
async fn compares_the_workbook(session: &Session) {
    session.click_text("Lưu bảng tính (.xlsx)").await;
    let path = session.downloaded("bao-cao-36a-2017-Q2.xlsx").await;
    let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
    goes(session, "Bảng số liệu").await;
    for name in ["Nhiệm vụ theo cơ quan", "Dịch vụ công địa phương", "Xếp hạng địa phương"] {
        session.click_text(name).await;
        waits_until(
            session,
            &format!("return document.querySelector('.pick[aria-current]')?.textContent === '{name}'"),
        )
        .await;
        let rows = rows_shown(session).await;
        assert!(rows.len() > 20, "{name}: {}", rows.len());
        let sheet = book.worksheet_range(name).expect("a sheet of that name");
        let lines: Vec<&[Data]> = sheet.rows().collect();
        for row in rows {
            assert!(lines.iter().any(|line| is_same(line, &row)), "{name}: {row:?} is not in the workbook");
        }
    }
}

/// The texts of a table's cells, without on how many agencies a total rests.
async fn rows_shown(session: &Session) -> Vec<Vec<String>> {
    let told = "return [...document.querySelectorAll('.figures tbody tr')].map(row => [...row.children].map(cell => { \
         const copy = cell.cloneNode(true); copy.querySelectorAll('.rests').forEach(rests => rests.remove()); \
         return copy.textContent.trim(); }))";
    serde_json::from_value::<Vec<Vec<String>>>(session.javascript(told).await).expect("rows")
}

fn is_same(line: &[Data], row: &[String]) -> bool {
    row.iter().enumerate().all(|(at, shown)| match line.get(at) {
        Some(Data::Float(value)) if shown.ends_with('%') => {
            format!("{:.1}%", value * 100.0).replace('.', ",") == *shown
        }
        Some(Data::Float(value)) => count_text(*value as i64) == *shown,
        Some(Data::String(words)) => words.trim() == shown,
        Some(Data::Empty) | None => shown.is_empty(),
        Some(_) => false,
    })
}

/// One password signs a receipt for each return that counts; they come in one archive.
async fn gives_receipts(session: &Session) {
    goes(session, "Sổ khóa").await;
    session.click_text("Tạo khóa mới").await;
    session.fill("#issuer-name", "Đơn vị tổng hợp mẫu").await;
    session.type_into("#own-password", PASSWORD).await;
    session.type_into("#own-password-again", PASSWORD).await;
    session.click("#make-own-key").await;
    session.downloaded("36a_khoa_van-phong-chinh-phu.pem").await;
    goes(session, "Báo cáo tổng hợp").await;
    session.type_into("#receipts-password", PASSWORD).await;
    let counting = FILES.samples.iter().filter(|sample| COUNTING.contains(&sample.state)).count();
    session.click_text(&format!("Ký {counting} biên nhận")).await;
    let path = session.downloaded("36a_bien-nhan_2017-Q2.zip").await;
    let mut archive = zip::ZipArchive::new(File::open(path).expect("a file")).expect("an archive");
    assert_eq!(archive.len(), counting);
    let mut bytes = Vec::new();
    archive.by_index(0).expect("a receipt").read_to_end(&mut bytes).expect("its bytes");
    assert!(matches!(read_paper(&bytes), Ok(SignedPaper::Receipt(_))));
    session
        .shows(
            "#receipts-count",
            &format!(
                "{counting} báo cáo được tính, 0 chưa có biên nhận. Tất cả biên nhận được lưu trong một tệp .zip."
            ),
        )
        .await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    let again = format!(
        "return [...document.querySelectorAll('#receipts-count')].some(says => says.textContent.startsWith('{counting} báo cáo được tính, 0 chưa'))"
    );
    waits_until(session, &again).await;
    assert_eq!(
        session.javascript("return !!document.querySelector('#receipts-password')").await,
        Value::Bool(false),
        "the key is not kept"
    );
}
