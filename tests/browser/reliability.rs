//! Nothing is ever lost: what happens to a page on an old machine is done to it here, in Chromium.

use crate::desk::waits_until;
use crate::officer::field;
use crate::session::{Session, browse, browse_with};
use serde_json::json;
use std::path::PathBuf;

const NUMBER: &str = "/document/number";
const NAME: &str = "/preparer/name";
const DRAFT: &str = "return36a/draft/bo-tai-chinh/2017-Q2";

/// The heading of a new return of Bộ Tài chính.
async fn heading(session: &Session) {
    session.begin_finance().await;
    session.open_section("Thông tin chung").await;
}

async fn kept_text(session: &Session) -> String {
    let text = session.javascript(&format!("return localStorage.getItem('{DRAFT}') ?? ''")).await;
    text.as_str().unwrap_or_default().to_owned()
}

async fn cdp(session: &Session, command: &str, words: serde_json::Value) {
    session.driver.cdp().send_raw(command, words).await.unwrap_or_else(|error| panic!("{command}: {error}"));
}

/// Opens the page in another tab, which is then the one in front; gives the handles of both.
async fn second_tab(session: &Session) -> [thirtyfour::WindowHandle; 2] {
    let first = session.driver.window().await.expect("a tab");
    let address = session.driver.current_url().await.expect("an address");
    let second = session.driver.new_tab().await.expect("another tab");
    session.driver.switch_to_window(second.clone()).await.expect("the other tab");
    session.driver.goto(address.as_str()).await.expect("the page");
    session.started().await;
    [first, second]
}

async fn looks_at(session: &Session, tab: &thirtyfour::WindowHandle) {
    session.driver.switch_to_window(tab.clone()).await.expect("the tab");
}

#[tokio::test]
async fn changes_are_undone_and_done_again_by_buttons_and_keys() {
    browse(async |session| {
        session.open_over_http().await;
        heading(session).await;
        session.fill_field(NUMBER, "123/BC-BTC").await;
        session.fill_field(NAME, "Người lập").await;
        session.click("#undo").await;
        session.shows(".notice__text", "Đã hoàn tác: Họ và tên người lập.").await;
        assert_eq!(session.value(&field(NAME)).await, "");
        session.click_text("Về danh sách các phần").await;
        session.javascript("document.activeElement.blur()").await;
        session.type_into("body", thirtyfour::Key::Control + "z").await;
        session.shows("h1", "Thông tin chung").await;
        assert_eq!(session.value(&field(NUMBER)).await, "", "and the field is in sight");
        session.click("#redo").await;
        assert_eq!(session.value(&field(NUMBER)).await, "123/BC-BTC");
        session.type_into(&field(NUMBER), "/x").await;
        session.type_into(&field(NUMBER), thirtyfour::Key::Control + "z").await;
        assert_ne!(session.value(&field(NUMBER)).await, "", "in a field for text, undoing is the field's own");
        session.picture("undo").await;
    })
    .await;
}

#[tokio::test]
async fn two_tabs_never_overwrite_each_other_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        two_tabs(session).await;
    })
    .await;
}

#[tokio::test]
async fn two_tabs_never_overwrite_each_other_from_disk() {
    browse(async |session| {
        session.open_from_disk().await;
        two_tabs(session).await;
    })
    .await;
}

async fn two_tabs(session: &Session) {
    heading(session).await;
    session.fill_field(NUMBER, "1/BC-BTC").await;
    session.kept().await;
    let [first, second] = second_tab(session).await;
    session.tells(".notice__text", "Bản nháp này đang mở ở một cửa sổ khác.").await;
    looks_at(session, &first).await;
    session.tells(".notice__text", "Bản nháp này đang mở ở một cửa sổ khác.").await;
    looks_at(session, &second).await;
    session.fill_field(NAME, "Cửa sổ hai").await;
    session.kept().await;
    looks_at(session, &first).await;
    session.tells("#arriving-title", "Một cửa sổ khác vừa lưu bản khác của báo cáo này, khác nhau 1 mục.").await;
    session.fill_field(NUMBER, "2/BC-BTC").await;
    session.tells("#saved", "Chưa lưu: một cửa sổ khác đã lưu bản khác.").await;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    assert!(kept_text(session).await.contains("Cửa sổ hai"), "what the other one has saved is still there");
    session.picture("two-windows").await;
    session.click_text("Giữ bản ở đây").await;
    session.kept().await;
    let kept = kept_text(session).await;
    assert!(kept.contains("2/BC-BTC") && !kept.contains("Cửa sổ hai"), "{kept}");
    looks_at(session, &second).await;
    session.tells("#arriving-title", "Một cửa sổ khác vừa lưu bản khác").await;
    session.click_text("Lấy bản của cửa sổ kia").await;
    session.shows("h1", "Thông tin chung").await;
    assert_eq!(session.value(&field(NUMBER)).await, "2/BC-BTC");
    session.click("#undo").await;
    assert_eq!(session.value(&field(NAME)).await, "Cửa sổ hai", "and nothing of it is lost");
}

#[tokio::test]
async fn of_two_windows_with_the_desk_only_the_first_keeps() {
    browse(async |session| {
        session.open_from_disk().await;
        crate::desk::sits_down(session).await;
        let [first, second] = second_tab(session).await;
        session.tells(".notice__text", "Trang tổng hợp đang mở ở một cửa sổ khác, nên ở đây chỉ xem, không lưu.").await;
        session.shows("#saved", "Chỉ xem: đang mở ở cửa sổ khác").await;
        looks_at(session, &first).await;
        session.tells(".notice__text", "Trang tổng hợp vừa được mở thêm ở một cửa sổ khác.").await;
        session.driver.close_window().await.expect("the first window closed");
        looks_at(session, &second).await;
        session.driver.refresh().await.expect("a reload");
        session.started().await;
        session.shows("h1", "Tiếp nhận").await;
        assert_eq!(session.count(".notice__text").await, 0, "alone, it keeps");
    })
    .await;
}

#[tokio::test]
async fn a_draft_deleted_and_a_storage_emptied_in_another_tab_are_kept_again_where_it_is_open() {
    browse(async |session| {
        session.open_over_http().await;
        heading(session).await;
        session.fill_field(NUMBER, "1/BC-BTC").await;
        session.kept().await;
        let [first, second] = second_tab(session).await;
        session.javascript("localStorage.clear()").await;
        looks_at(session, &first).await;
        session.tells(".notice__text", "Bản nháp đã bị xóa khỏi trình duyệt").await;
        assert!(kept_text(session).await.contains("1/BC-BTC"));
        looks_at(session, &second).await;
        session.click_text("Về danh sách các phần").await;
        session.click_text("Trang đầu").await;
        session.click_text("Xóa").await;
        looks_at(session, &first).await;
        session.until(async || kept_text(session).await.contains("1/BC-BTC").then_some(())).await.expect("kept again");
    })
    .await;
}

/// What somebody has typed at a place, in a page saved by its own button.
async fn saved_page(session: &Session) -> PathBuf {
    session.click("#save-page").await;
    session.tells(".notice__text", "Trang và bản nháp nằm trong tệp 36a_2017-Q2_bo-tai-chinh_nhap.html.").await;
    session.downloaded("36a_2017-Q2_bo-tai-chinh_nhap.html").await
}

#[tokio::test]
async fn the_page_saved_with_its_draft_opens_on_another_machine_at_the_same_place() {
    let kept = tempfile();
    browse(async |session| {
        session.open_over_http().await;
        heading(session).await;
        session.fill_field(NUMBER, "123/<BC>&BTC").await;
        session.type_into(&field(NAME), "Nguyễn Văn Ẩ").await;
        std::fs::copy(saved_page(session).await, &kept).expect("a copy");
    })
    .await;
    for again in 0..2 {
        browse(async |session| {
            session.open_file(&kept).await;
            session.started().await;
            session.shows("h1", "Thông tin chung").await;
            assert_eq!(session.value(&field(NUMBER)).await, "123/<BC>&BTC");
            assert_eq!(session.value(&field(NAME)).await, "Nguyễn Văn Ẩ");
            session.fill_field(NAME, "Nguyễn Văn Ẩn").await;
            session.kept().await;
            session.driver.refresh().await.expect("a reload");
            session.started().await;
            session.shows("h1", "Thông tin chung").await;
            assert_eq!(session.value(&field(NAME)).await, "Nguyễn Văn Ẩn", "the work went on, machine {again}");
            assert_eq!(session.count("#arriving-title").await, 0);
        })
        .await;
    }
    std::fs::remove_file(&kept).expect("the copy");
}

fn tempfile() -> PathBuf {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("trang kèm bản nháp {}.html", std::process::id()))
}

#[tokio::test]
async fn a_page_whose_draft_differs_from_the_machines_asks_and_can_be_undone() {
    browse(async |session| {
        session.open_from_disk().await;
        heading(session).await;
        session.fill_field(NUMBER, "trong trang").await;
        let saved = saved_page(session).await;
        session.fill_field(NUMBER, "trên máy").await;
        session.kept().await;
        session.open_file(&saved).await;
        session.started().await;
        session.tells("#arriving-title", "Trang này lưu kèm bản nháp của Bộ Tài chính, quý II/2017.").await;
        session.picture("carried-draft").await;
        session.click_text("Mở bản lưu kèm trang").await;
        session.shows("h1", "Thông tin chung").await;
        assert_eq!(session.value(&field(NUMBER)).await, "trong trang");
        session.click("#undo").await;
        assert_eq!(session.value(&field(NUMBER)).await, "trên máy");
    })
    .await;
}

#[tokio::test]
async fn ctrl_s_saves_the_page_with_the_draft_and_a_draft_dropped_anywhere_is_opened() {
    browse(async |session| {
        session.open_over_http().await;
        heading(session).await;
        session.type_into(&field(NUMBER), "9/BC-BTC").await;
        session.type_into(&field(NUMBER), thirtyfour::Key::Control + "s").await;
        let saved = session.downloaded("36a_2017-Q2_bo-tai-chinh_nhap.html").await;
        assert!(std::fs::read_to_string(saved).expect("the page").contains("9/BC-BTC"));
        session.click("#save-draft").await;
        let draft = session.downloaded("36a_2017-Q2_bo-tai-chinh_nhap.json").await;
        session.fill_field(NUMBER, "khác").await;
        session.drop_files("#saved", &[draft]).await;
        session.tells("#arriving-title", "Tệp 36a_2017-Q2_bo-tai-chinh_nhap.json là báo cáo của Bộ Tài chính").await;
        session.click_text("Mở bản trong tệp").await;
        session.open_section("Thông tin chung").await;
        assert_eq!(session.value(&field(NUMBER)).await, "9/BC-BTC");
    })
    .await;
}

/// So many times the tab is killed.
const KILLS: usize = 8;

#[tokio::test]
async fn a_tab_that_the_system_kills_loses_less_than_a_second_of_typing() {
    browse(async |session| {
        session.open_from_disk().await;
        heading(session).await;
        let mut typed = String::new();
        for kill in 0..KILLS {
            typed += &format!("{kill}đ");
            session.fill_field(NUMBER, &typed).await;
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            session.type_into(&field(NUMBER), "…").await;
            is_killed(session).await;
            session.shows("h1", "Thông tin chung").await;
            let kept = session.value(&field(NUMBER)).await;
            assert!(
                kept.trim_end_matches('…') == typed,
                "kill {kill}: {typed:?} was typed a second before, {kept:?} is there"
            );
        }
        session.expected_errors().await;
    })
    .await;
}

/// The tab's process is killed in the middle of whatever it does, and the page is opened again where it was.
async fn is_killed(session: &Session) {
    let address = session.driver.current_url().await.expect("an address");
    let tab = session.driver.window().await.expect("a tab");
    let other = session.driver.new_tab().await.expect("another tab");
    looks_at(session, &tab).await;
    // The answer never comes: the one who should give it is dead.
    let crash = session.driver.cdp();
    let _ = tokio::time::timeout(std::time::Duration::from_secs(2), crash.send_raw("Page.crash", json!({}))).await;
    looks_at(session, &other).await;
    session.driver.goto(address.as_str()).await.expect("the page");
    session.started().await;
}

#[tokio::test]
async fn a_full_storage_is_said_at_once_the_work_goes_on_and_is_kept_once_there_is_room() {
    browse(async |session| {
        session.open_over_http().await;
        heading(session).await;
        session.fill_field(NUMBER, "1/BC-BTC").await;
        session.kept().await;
        // Fills the storage to the last letter.
        session
            .javascript(
                "for (let size = 1 << 22; size; size >>= 1) \
                 for (let at = 0; ; at++) try { localStorage.setItem(`full${size}.${at}`, 'x'.repeat(size)) } catch { break }",
            )
            .await;
        session.fill_field(NAME, "Rất dài").await;
        session.tells("#saved", "Trình duyệt không cho lưu trên máy này.").await;
        assert!(kept_text(session).await.contains("1/BC-BTC"), "what was kept before is still whole");
        session.picture("full-storage").await;
        session.click("#save-draft").await;
        let draft = std::fs::read_to_string(session.downloaded("36a_2017-Q2_bo-tai-chinh_nhap.json").await).expect("a draft");
        assert!(draft.contains("Rất dài"), "the draft as a file has it all");
        session.javascript("Object.keys(localStorage).filter(name => name.startsWith('full')).forEach(name => localStorage.removeItem(name))").await;
        session.type_into(&field(NAME), ".").await;
        session.kept().await;
        assert!(kept_text(session).await.contains("Rất dài"));
    })
    .await;
}

#[tokio::test]
async fn a_frozen_tab_has_kept_what_was_typed_before() {
    browse(async |session| {
        session.open_over_http().await;
        heading(session).await;
        session.type_into(&field(NUMBER), "77/BC-BTC").await;
        cdp(session, "Page.setWebLifecycleState", json!({ "state": "frozen" })).await;
        cdp(session, "Page.setWebLifecycleState", json!({ "state": "active" })).await;
        session.until(async || kept_text(session).await.contains("77/BC-BTC").then_some(())).await.expect("kept");
        session.type_into(&field(NUMBER), "x").await;
        session
            .until(async || kept_text(session).await.contains("77/BC-BTCx").then_some(()))
            .await
            .expect("it goes on");
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_is_kept_within_a_second_and_at_once_when_the_page_is_hidden() {
    browse(async |session| {
        session.open_over_http().await;
        heading(session).await;
        session.type_into(&field(NUMBER), "1").await;
        let within = "const done = arguments[0], begun = performance.now(); \
                      (function look() { (localStorage.getItem('return36a/draft/bo-tai-chinh/2017-Q2') ?? '').includes('\"number\":\"12\"') \
                      ? done(performance.now() - begun) : setTimeout(look, 10) })()";
        session.type_into(&field(NUMBER), "2").await;
        let waited = session.driver.execute_async(within, Vec::new()).await.expect("a time");
        let waited = waited.json().as_f64().expect("milliseconds");
        assert!(waited < 1000.0, "{waited} ms");
        let at_once = format!(
            "const box = document.querySelector({:?}); box.value = '123'; box.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); \
             document.dispatchEvent(new Event('visibilitychange')); return localStorage.getItem('{DRAFT}')",
            field(NUMBER)
        );
        let text = session.javascript(&at_once).await;
        session.until(async || kept_text(session).await.contains("\"number\":\"123\"").then_some(())).await.unwrap_or_else(|| panic!("{text}"));
    })
    .await;
}

#[tokio::test]
async fn a_wrong_clock_is_said_and_another_time_zone_changes_the_day_only() {
    browse(async |session| {
        session.open_over_http().await;
        let source = "const Real = Date, ahead = Real.UTC(2009, 0, 1, 5) - Real.now(); \
                      window.Date = class extends Real { \
                          constructor(...words) { if (words.length) super(...words); else super(Real.now() + ahead) } \
                          static now() { return Real.now() + ahead } }";
        cdp(session, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
        session.driver.refresh().await.expect("a reload");
        session.started().await;
        session.tells(".notice__text", "Đồng hồ của máy đang ở ngày 01/01/2009.").await;
        heading(session).await;
        session.fill_field(NUMBER, "1/BC-BTC").await;
        session.kept().await;
        cdp(session, "Emulation.setTimezoneOverride", json!({ "timezoneId": "America/Los_Angeles" })).await;
        session.driver.refresh().await.expect("a reload");
        session.started().await;
        session.tells(".notice__text", "Đồng hồ của máy đang ở ngày 31/12/2008.").await;
        assert_eq!(session.value(&field(NUMBER)).await, "1/BC-BTC", "the draft does not hang on the clock");
    })
    .await;
}

#[tokio::test]
async fn in_a_private_window_the_work_goes_on_and_is_kept_while_it_is_open() {
    browse_with(&["--incognito"], async |session| {
        session.open_from_disk().await;
        heading(session).await;
        session.fill_field(NUMBER, "1/BC-BTC").await;
        session.kept().await;
        session.driver.refresh().await.expect("a reload");
        session.started().await;
        assert_eq!(session.value(&field(NUMBER)).await, "1/BC-BTC");
    })
    .await;
}

#[tokio::test]
async fn a_crash_is_said_in_plain_words_and_gives_the_draft_as_it_was() {
    browse(async |session| {
        session.open_over_http().await;
        heading(session).await;
        session.fill_field(NUMBER, "1/BC-BTC").await;
        session.kept().await;
        let kept = kept_text(session).await;
        session.fill_field(NAME, "Người lập").await;
        // The document is torn from under the program, as a broken extension of the browser may do.
        session
            .javascript("Node.prototype.insertBefore = () => { throw new Error('torn') }; location.hash = '#xem-lai'")
            .await;
        session.shows(".crash h1", "Trang gặp sự cố và đã dừng").await;
        assert_eq!(
            session.javascript("return [scrollY, document.activeElement.className.includes('crash')]").await,
            json!([0, true]),
            "in sight"
        );
        session.picture("crash").await;
        let report = session.value(".crash__report").await;
        assert!(report.starts_with("return36a ") && report.contains("panicked at"), "{report}");
        assert!(report.contains("panicked at yew-"), "{report}");
        assert_eq!(
            session.element("#saved").await.text().await.expect("a text"),
            "",
            "nothing is being saved any more"
        );
        assert!(!report.contains("BC-BTC"), "no figure of the return is in it: {report}");
        session.click("#crash-draft").await;
        let draft = std::fs::read_to_string(session.downloaded("36a_nhap.json").await).expect("a draft");
        assert!(draft.contains("1/BC-BTC") && draft.contains("Người lập"), "as it was before the last action: {draft}");
        session.javascript("window.dispatchEvent(new Event('pagehide'))").await;
        let after = kept_text(session).await;
        assert!(after == kept || after.contains("Người lập"), "nothing more was written over it: {after}");
        session.click_text("Tải lại trang").await;
        session.started().await;
        session.click_text("Mở").await;
        session.open_section("Thông tin chung").await;
        assert_eq!(session.value(&field(NUMBER)).await, "1/BC-BTC");
        session.expected_errors().await;
    })
    .await;
}

#[tokio::test]
async fn leaving_is_asked_about_only_where_something_would_be_lost() {
    browse(async |session| {
        session.open_over_http().await;
        heading(session).await;
        session.fill_field(NUMBER, "1/BC-BTC").await;
        session.kept().await;
        let asks = "const event = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(event); return event.defaultPrevented";
        assert_eq!(session.javascript(asks).await, false);
        let theirs = kept_text(session).await.replace("1/BC-BTC", "2/BC-BTC");
        session
            .javascript(&format!(
                "localStorage.setItem('{DRAFT}', {theirs:?}); \
                 window.dispatchEvent(new StorageEvent('storage', {{ key: '{DRAFT}', newValue: {theirs:?} }}))"
            ))
            .await;
        session.tells("#saved", "Chưa lưu: một cửa sổ khác đã lưu bản khác.").await;
        assert_eq!(session.javascript(asks).await, true);
    })
    .await;
}

#[tokio::test]
async fn a_large_desk_says_when_the_storage_is_full() {
    browse(async |session| {
        session.open_over_http().await;
        let origin = session.javascript("return location.origin").await;
        cdp(session, "Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1000 })).await;
        crate::desk::sits_down(session).await;
        crate::desk::takes_all_in(session).await;
        waits_until(session, "return document.querySelector('#saved').textContent.includes('không cho lưu')").await;
    })
    .await;
}
