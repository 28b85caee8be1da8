//! One real return, from a blank page to a signed file that strangers' tools verify.

#[path = "../foreign/tools.rs"]
pub mod foreign;

use crate::officer::field;
use crate::session::{Save, Session, browse, browse_in_window, page};
use return36a::quarterly::read;
use std::path::Path;

const PASSWORD: &str = "mật khẩu của văn thư";

#[tokio::test]
async fn a_return_is_filled_mended_signed_and_verified_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        whole_story(session).await;
        assert_eq!(session.asked(), ["/", "/"], "the page itself, and again after the reload; nothing else");
    })
    .await;
}

#[tokio::test]
async fn a_return_is_filled_mended_signed_and_verified_from_disk() {
    browse(async |session| {
        session.open_from_disk().await;
        whole_story(session).await;
    })
    .await;
}

/// A blank return filled, mended, kept, signed, exported and verified.
pub async fn whole_story(session: &Session) {
    session.picture("start").await;
    session.begin_finance().await;
    session.picture("sections").await;
    session.open_section("Thông tin chung").await;
    session.fill_heading().await;
    session.next("Nhiệm vụ chung").await;
    session.fill_general_tasks().await;
    session.next("Nhiệm vụ cụ thể được giao").await;
    session.fill_tasks().await;
    session.next("Dịch vụ công trực tuyến").await;
    meets_an_error_and_mends_it(session).await;
    session.next("Hồ sơ trực tuyến").await;
    session.fill_rest_with_no_data("re").await;
    session.next("Danh mục dịch vụ công trực tuyến").await;
    session.next("Khó khăn và đề xuất").await;
    reloads_and_goes_on(session).await;
    session.next("Xem lại toàn bộ báo cáo").await;
    session.shows("#verdict", "Không còn lỗi. Có thể ký.").await;
    session.picture("review").await;
    signs_and_verifies(session).await;
}

async fn meets_an_error_and_mends_it(session: &Session) {
    session.fill_services().await;
    let level4 = "/services/level4/answer";
    session.fill_field(level4, "10.960.7").await;
    let grouping = "Đang ghi là “10.960.7”. Dấu chấm chỉ đặt trước từng nhóm ba chữ số. Nếu là 109.607 thì ghi 109.607; nếu thừa hoặc thiếu chữ số thì ghi lại số đúng.";
    session.says(level4, grouping).await;
    session.picture("error").await;
    session.fill_field(level4, "12,5").await;
    session
        .says(
            level4,
            "Đang ghi là “12,5”. Số lượng là số nguyên, không có phần lẻ sau dấu phẩy. Ghi lại, ví dụ 12 hoặc 125.",
        )
        .await;
    session.fill_field(level4, "1247").await;
    assert_eq!(session.value(&field(level4)).await, "1.247");
    let sum = "Tổng số dịch vụ công trực tuyến đã ghi ở mức độ 1 đến 4 là 1.924, lớn hơn tổng số thủ tục hành chính là 923 (chênh 1.001). \
               Mỗi dịch vụ chỉ tính ở một mức độ; kiểm tra lại các số này.";
    session.says("/services/procedures/answer", sum).await;
    session.shows("#summary-title", "Có 1 chỗ cần sửa").await;
    session.click(".summary a").await;
    let focused = session.javascript("return document.activeElement.id").await;
    assert_eq!(focused, "services-procedures-answer", "the summary leads to the field");
    session.fill_field(level4, "246").await;
    session.says("/services/procedures/answer", "").await;
    session.gone(".summary").await;
}

async fn reloads_and_goes_on(session: &Session) {
    session.fill_field("/difficulties", "Chưa đủ căn cứ pháp lý").await;
    session.fill_field("/proposals", "Sớm ban hành Nghị định về quản lý đầu tư").await;
    session.kept().await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    session.shows("h1", "Khó khăn và đề xuất").await;
    assert_eq!(session.value(&field("/proposals")).await, "Sớm ban hành Nghị định về quản lý đầu tư");
}

async fn signs_and_verifies(session: &Session) {
    session.click_text("Đến phần ký").await;
    session.type_into("#new-password", PASSWORD).await;
    session.type_into("#new-password-again", PASSWORD).await;
    session.click("#make-key").await;
    let key = session.downloaded("36a_khoa_bo-tai-chinh.pem").await;
    session.puts_notice_away().await;
    session.click_text("Tải thẻ khóa").await;
    let card = session.downloaded("36a_the-khoa_bo-tai-chinh.json").await;
    let shown = session.element(".jwk").await.text().await.expect("the public key");
    let [shown, sent] = [shown.as_bytes(), &std::fs::read(&card).expect("the card")]
        .map(|json| serde_json::from_slice::<serde_json::Value>(json).expect("JSON"));
    assert_eq!(shown, sent["jwk"], "the page shows the key that the card sends");
    session.type_into("#password", "sai mật khẩu").await;
    session.click("#sign").await;
    session
        .shows(".notice__text", "Mật khẩu không mở được tệp khóa này. Gõ lại, để ý phím Caps Lock và bộ gõ tiếng Việt.")
        .await;
    session.type_into("#password", PASSWORD).await;
    session.click("#sign").await;
    session.tells("#signatures", "Chữ ký đúng.").await;
    session.picture("signed").await;
    session.click(".export").await;
    let file = session.downloaded("36a_2017-Q2_bo-tai-chinh_r1.json").await;
    strangers_agree(&file, &card, &key);
}

/// The file is a return; jose and jwcrypto verify its signature; OpenSSL opens the key.
fn strangers_agree(file: &Path, card: &Path, key: &Path) {
    let read = read(&std::fs::read(file).expect("the file")).expect("a return");
    assert_eq!((read.content.tasks.len(), read.signatures.len()), (5, 1));
    assert_eq!(read.content.services["level4"].answer.as_ref().and_then(|answer| answer.number()), Some(246));
    foreign::verify_file(file, &[card]);
    let opened = foreign::open_key(key, PASSWORD);
    assert!(opened.agreed, "openssl: {}", opened.said);
    assert!(!foreign::open_key(key, "sai mật khẩu").agreed);
}

#[tokio::test]
async fn a_press_right_after_a_wrong_entry_is_not_lost() {
    browse(async |session| {
        session.open_over_http().await;
        session.begin_finance().await;
        session.open_section("Dịch vụ công trực tuyến").await;
        session.type_into(&field("/services/procedures/answer"), "12,5").await;
        // The error is drawn above the box while it is being pressed.
        session.click("[data-path='/services/level1/answer'] input[type='checkbox']").await;
        session.element(&field("/services/level1/answer/no_data")).await;
        session
            .says(
                "/services/procedures/answer",
                "Đang ghi là “12,5”. Số lượng là số nguyên, không có phần lẻ sau dấu phẩy. Ghi lại, ví dụ 12 hoặc 125.",
            )
            .await;
    })
    .await;
}

#[tokio::test]
async fn back_leads_through_the_screens_and_never_in_a_circle() {
    browse(async |session| {
        session.open_over_http().await;
        session.begin_finance().await;
        session.open_section("Thông tin chung").await;
        session.driver.back().await.expect("back");
        session.shows("h1", "Bộ Tài chính").await;
        assert_eq!(
            session.driver.title().await.expect("a title"),
            "Các phần của báo cáo – Bộ Tài chính · Quý II/2017 – Báo cáo quý về Chính phủ điện tử"
        );
        session.click_text("Trang đầu").await;
        session.click_text("Xóa").await;
        session.driver.back().await.expect("back to what is no more");
        session.shows("h1", "Báo cáo quý về Chính phủ điện tử").await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_in_the_middle_of_a_word_loses_nothing() {
    browse(async |session| {
        session.open_over_http().await;
        session.begin_finance().await;
        session.open_section("Thông tin chung").await;
        session.type_into(&field("/preparer/name"), "Người lập báo c").await;
        session.driver.refresh().await.expect("a reload");
        session.started().await;
        assert_eq!(
            session.value(&field("/preparer/name")).await,
            "Người lập báo c",
            "what waits to be kept is kept when the page goes"
        );
    })
    .await;
}

#[tokio::test]
async fn the_page_saved_in_the_middle_of_work_goes_on_where_it_was() {
    browse_in_window(Save::Complete, async |session| {
        session.open_from_disk().await;
        session.begin_finance().await;
        session.open_section("Thông tin chung").await;
        session.fill_field("/document/number", "123/BC-BTC").await;
        session.kept().await;
        let saved = session.save_page_as().await;
        session.open_file(&saved).await;
        session.started().await;
        // It carries the draft, and the place.
        session.shows("h1", "Thông tin chung").await;
        assert_eq!(session.value(&field("/document/number")).await, "123/BC-BTC");
    })
    .await;
}

#[tokio::test]
async fn a_signed_file_is_opened_again_and_locked() {
    browse(async |session| {
        session.open_over_http().await;
        whole_story(session).await;
        let file = session.downloaded("36a_2017-Q2_bo-tai-chinh_r1.json").await;
        session.driver.execute("localStorage.clear()", Vec::new()).await.expect("an empty storage");
        session.driver.goto("about:blank").await.expect("a blank page");
        session.serve(page()).await;
        session.started().await;
        session.choose_file("#open-file", &file).await;
        session.shows("h1", "Xem lại toàn bộ báo cáo").await;
        session.click_text("Đến phần ký").await;
        session.tells("#signatures", "Người lập: chưa rõ là ai").await;
        session.click_text("Về danh sách các phần").await;
        session.open_section("Thông tin chung").await;
        let locked = session.element(&field("/document/number")).await.attr("readonly").await.expect("an attribute");
        assert!(locked.is_some(), "a signed return cannot be typed into");
    })
    .await;
}

#[tokio::test]
async fn the_signing_room_passes_its_vectors_in_this_browser() {
    browse(async |session| {
        session.open_from_disk().await;
        passes_its_vectors(session).await;
        session.picture("self-test").await;
    })
    .await;
}

/// The page's own test of the browser passes.
pub async fn passes_its_vectors(session: &Session) {
    session.click_text("Kiểm tra trình duyệt").await;
    session.element(".results[data-done='true']").await;
    assert_eq!(session.count(".results .bad").await, 0, "{}", session.page_text().await);
    assert_eq!(session.count(".vectors .good").await, VECTORS, "every vector");
    assert_eq!(session.count(".results > ul > .good").await, 2, "the storage, and signing");
    session.shows("#saved", "").await;
}

/// As many as the native test runs.
const VECTORS: usize = 37;
