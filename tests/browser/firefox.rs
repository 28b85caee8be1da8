//! The built page in Firefox: what it does in Chromium it does here, and nothing entered is lost.

use crate::approval::{exported, opened, signs_by_a_new_key};
use crate::harness::notices_errors;
use crate::officer::field;
use crate::opening::opens_by_itself;
use crate::session::{Session, browse_in_firefox, browse_in_firefox_twice};
use crate::story::{foreign, passes_its_vectors, whole_story};
use std::path::PathBuf;

const NAME: &str = "/preparer/name";
const PROPOSALS: &str = "/proposals";
const PROPOSED: &str = "Sớm ban hành Nghị định về quản lý đầu tư";
/// Said from the first moment on where the browser keeps nothing.
const REFUSED: &str = "Trình duyệt không cho lưu trên máy này. Bản nháp sẽ mất khi đóng trang.";
/// Said where what is kept is forgotten when the window is closed.
const PRIVATE_WINDOW: &str =
    "Đây là cửa sổ riêng tư: đóng cửa sổ là mất bản nháp. Lưu bản nháp thành tệp trước khi đóng.";
/// A person has told Firefox to keep nothing for pages.
const NO_STORAGE: (&str, bool) = ("dom.storage.enabled", false);
/// Every window is a private one.
const PRIVATE: (&str, bool) = ("browser.privatebrowsing.autostart", true);

#[tokio::test]
async fn firefox_opens_the_page_over_http() {
    browse_in_firefox(&[], async |session| {
        session.open_over_http().await;
        opens_by_itself(session).await;
        passes_its_vectors(session).await;
        assert_eq!(session.asked(), ["/"]);
    })
    .await;
}

#[tokio::test]
async fn firefox_opens_the_page_from_disk() {
    browse_in_firefox(&[], async |session| {
        session.open_from_disk().await;
        opens_by_itself(session).await;
        passes_its_vectors(session).await;
    })
    .await;
}

#[tokio::test]
async fn a_return_is_filled_signed_and_verified_in_firefox_from_disk() {
    browse_in_firefox(&[], async |session| {
        session.open_from_disk().await;
        whole_story(session).await;
    })
    .await;
}

#[tokio::test]
async fn an_opened_return_is_signed_and_exported_in_firefox_over_http() {
    browse_in_firefox(&[], async |session| {
        session.open_over_http().await;
        let [_, card] = opened(session).await;
        let own = signs_by_a_new_key(session, &card).await;
        let (path, file) = exported(session).await;
        assert_eq!(file.signatures.len(), 2);
        foreign::verify_file(&path, &[&card, &own]);
        assert_eq!(session.asked(), ["/"], "nothing but the page");
    })
    .await;
}

/// Begins a return, enters something that is kept, and goes where a word is left half-typed.
async fn begins(session: &Session) {
    session.begin_finance().await;
    session.open_section("Khó khăn và đề xuất").await;
    session.fill_field(PROPOSALS, PROPOSED).await;
    session.click_text("Về danh sách các phần").await;
    session.open_section("Thông tin chung").await;
    session.type_into(&field(NAME), "Người lập báo c").await;
}

/// The draft is open where it was left, with all that was entered.
async fn goes_on(session: &Session) {
    session.shows("h1", "Thông tin chung").await;
    assert_eq!(session.value(&field(NAME)).await, "Người lập báo c");
    session.click_text("Về danh sách các phần").await;
    session.open_section("Khó khăn và đề xuất").await;
    assert_eq!(session.value(&field(PROPOSALS)).await, PROPOSED);
}

async fn reloads_in_a_half_typed_word(session: &Session) {
    begins(session).await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    goes_on(session).await;
}

#[tokio::test]
async fn a_reload_of_firefox_in_the_middle_of_a_word_loses_nothing_over_http() {
    browse_in_firefox(&[], async |session| {
        session.open_over_http().await;
        reloads_in_a_half_typed_word(session).await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_of_firefox_in_the_middle_of_a_word_loses_nothing_from_disk() {
    browse_in_firefox(&[], async |session| {
        session.open_from_disk().await;
        reloads_in_a_half_typed_word(session).await;
    })
    .await;
}

/// The page started anew in a browser that was quit: the draft is offered on the first screen.
async fn finds_again(session: &Session) {
    session.click_text("Mở").await;
    session.shows("h1", "Bộ Tài chính").await;
    session.open_section("Thông tin chung").await;
    goes_on(session).await;
}

#[tokio::test]
async fn the_draft_is_there_when_firefox_is_started_again_over_http() {
    let before = async |session: &Session| {
        session.open_over_http().await;
        begins(session).await;
        session.kept().await;
    };
    let after = async |session: &Session| {
        session.open_over_http().await;
        finds_again(session).await;
    };
    browse_in_firefox_twice(&[], before, after).await;
}

#[tokio::test]
async fn the_draft_is_there_when_firefox_is_started_again_from_disk() {
    let before = async |session: &Session| {
        session.open_from_disk().await;
        begins(session).await;
        session.kept().await;
    };
    let after = async |session: &Session| {
        session.open_from_disk().await;
        finds_again(session).await;
    };
    browse_in_firefox_twice(&[], before, after).await;
}

/// The open draft as a file.
async fn saved_draft(session: &Session) -> PathBuf {
    session.click("#save-draft").await;
    session.downloaded("36a_2017-Q2_bo-tai-chinh_nhap.json").await
}

/// Opens a draft's file in another Firefox, which has nothing kept.
async fn opens_elsewhere(draft: &PathBuf) {
    browse_in_firefox(&[], async |session| {
        session.open_from_disk().await;
        session.choose_file("#open-file", draft).await;
        session.shows("h1", "Bộ Tài chính").await;
        session.open_section("Thông tin chung").await;
        goes_on(session).await;
        session.kept().await;
    })
    .await;
}

/// Says at once that nothing is kept, goes on working, and gives the draft as a file.
async fn works_without_storage(session: &Session) {
    session.shows("#saved", REFUSED).await;
    begins(session).await;
    session.shows("#saved", REFUSED).await;
    let draft = saved_draft(session).await;
    session.tells(".notice__text", "Bản nháp nằm trong tệp 36a_2017-Q2_bo-tai-chinh_nhap.json.").await;
    opens_elsewhere(&draft).await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    session.shows("#saved", REFUSED).await;
    session.choose_file("#open-file", &draft).await;
    session.shows("h1", "Bộ Tài chính").await;
}

#[tokio::test]
async fn a_firefox_that_keeps_nothing_is_told_of_at_once_over_http() {
    browse_in_firefox(&[NO_STORAGE], async |session| {
        session.open_over_http().await;
        works_without_storage(session).await;
    })
    .await;
}

#[tokio::test]
async fn a_firefox_that_keeps_nothing_is_told_of_at_once_from_disk() {
    browse_in_firefox(&[NO_STORAGE], async |session| {
        session.open_from_disk().await;
        works_without_storage(session).await;
    })
    .await;
}

/// Says at once that what is kept goes with the window, which is true, and gives the draft as a file.
async fn says_what_is_kept_goes_with_the_window(session: &Session) {
    session.shows("#saved", PRIVATE_WINDOW).await;
    begins(session).await;
    session.kept().await;
    session.tells("#saved", "trong cửa sổ riêng tư: đóng cửa sổ là mất.").await;
    session.driver.refresh().await.expect("a reload");
    session.started().await;
    goes_on(session).await;
    let draft = saved_draft(session).await;
    opens_elsewhere(&draft).await;
}

/// A private Firefox that was quit and started again has nothing.
async fn has_nothing(session: &Session) {
    session.shows("#saved", PRIVATE_WINDOW).await;
    session.shows("h1", "Báo cáo quý về Chính phủ điện tử").await;
    assert_eq!(session.javascript("return localStorage.getItem('return36a/last')").await, serde_json::Value::Null);
}

#[tokio::test]
async fn a_private_window_of_firefox_says_that_it_forgets_over_http() {
    let before = async |session: &Session| {
        session.open_over_http().await;
        says_what_is_kept_goes_with_the_window(session).await;
    };
    let after = async |session: &Session| {
        session.open_over_http().await;
        has_nothing(session).await;
    };
    browse_in_firefox_twice(&[PRIVATE], before, after).await;
}

#[tokio::test]
async fn a_private_window_of_firefox_says_that_it_forgets_from_disk() {
    let before = async |session: &Session| {
        session.open_from_disk().await;
        says_what_is_kept_goes_with_the_window(session).await;
    };
    let after = async |session: &Session| {
        session.open_from_disk().await;
        has_nothing(session).await;
    };
    browse_in_firefox_twice(&[PRIVATE], before, after).await;
}

#[tokio::test]
async fn errors_of_the_page_are_noticed_in_firefox() {
    browse_in_firefox(&[], async |session| {
        session.open_over_http().await;
        notices_errors(session).await;
    })
    .await;
}

#[tokio::test]
async fn the_page_saved_with_the_draft_starts_in_another_firefox_where_it_was() {
    browse_in_firefox(&[], async |session| {
        session.open_over_http().await;
        begins(session).await;
        session.click("#save-page").await;
        let saved = session.downloaded("36a_2017-Q2_bo-tai-chinh_nhap.html").await;
        browse_in_firefox(&[], async |other| {
            other.open_file(&saved).await;
            other.started().await;
            goes_on(other).await;
            other.kept().await;
        })
        .await;
    })
    .await;
}
