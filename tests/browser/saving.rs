//! The page saved by the browser's own "Save page as", in the middle of use, starts again from disk.

use crate::session::{Save, Session, browse_in_window, page};

/// What a program may leave in the document: an element beside its own, a class, a locked body.
const LEFT_BEHIND: &str = r#"
    document.body.insertAdjacentHTML("beforeend", "<div id='left-behind'>?</div>");
    document.body.setAttribute("class", "locked");
    document.body.setAttribute("inert", "");
    document.getElementById("app").insertAdjacentHTML("beforeend", "<p id='stale'>?</p>");
"#;

/// Saves the page, opens the saved file, and gives its text.
async fn saved_and_opened(session: &Session) -> String {
    session.javascript(LEFT_BEHIND).await;
    let saved = session.save_page_as().await;
    session.open_file(&saved).await;
    session.started().await;
    assert_eq!(session.count("#left-behind, #stale, body[class], body[inert]").await, 0);
    assert_eq!(session.errors().await, Vec::<String>::new());
    std::fs::read_to_string(&saved).expect("the saved page")
}

#[tokio::test]
async fn the_page_saved_complete_from_http_starts_again() {
    browse_in_window(Save::Complete, async |session| {
        session.open_over_http().await;
        let saved = saved_and_opened(session).await;
        assert!(saved.contains("id=\"left-behind\""), "the browser saves the document as it stands");
        assert!(saved.contains("<!-- saved from url="), "the browser itself has saved it");
    })
    .await;
}

#[tokio::test]
async fn the_page_saved_complete_from_disk_starts_again() {
    browse_in_window(Save::Complete, async |session| {
        session.open_from_disk().await;
        saved_and_opened(session).await;
    })
    .await;
}

#[tokio::test]
async fn the_page_saved_as_html_only_is_the_same_file() {
    browse_in_window(Save::HtmlOnly, async |session| {
        session.open_over_http().await;
        assert!(saved_and_opened(session).await.into_bytes() == page(), "byte for byte");
    })
    .await;
}
