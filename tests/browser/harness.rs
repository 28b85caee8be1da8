//! The harness itself: its hands do what they say, and it notices what goes wrong.

use crate::session::{Session, browse};
use thirtyfour::prelude::*;

/// A page with one of each thing that the hands handle.
const WORKBENCH: &str = r#"<!DOCTYPE html><meta charset="utf-8"><title>Bàn thử</title><link rel="icon" href="data:,">
<input id="name" value="cũ"><p id="left">-</p>
<button onclick="document.getElementById('late').innerHTML = '<b>Xong  rồi</b>'">Làm  đi</button>
<button style="display:none">Ẩn</button><p id="late"></p>
<input id="file" type="file" hidden><p id="chosen"></p>
<a id="save" download="tệp.txt" href="data:text/plain,abc">Tải về</a>
<script>
  document.getElementById("name").onblur = event => document.getElementById("left").textContent = event.target.value;
  document.getElementById("file").onchange = event =>
    event.target.files[0].text().then(text => document.getElementById("chosen").textContent = text);
</script>"#;

#[tokio::test]
async fn hands_type_click_and_look() {
    browse(async |session| {
        session.serve(WORKBENCH.into()).await;
        session.type_into("#name", " và mới").await;
        assert_eq!(session.value("#name").await, "cũ và mới");
        session.fill("#name", "Nguyễn Văn Ẩn").await;
        session.shows("#left", "Nguyễn Văn Ẩn").await;
        session.click_text("Làm đi").await;
        session.shows("#late", "Xong rồi").await;
        session.javascript("document.getElementById('late').remove()").await;
        session.gone("#late").await;
        let picture = session.folder().join("picture.png");
        session.screenshot(&picture).await;
        assert!(std::fs::read(&picture).expect("a picture").starts_with(b"\x89PNG"));
    })
    .await;
}

#[tokio::test]
async fn hands_choose_and_download_files() {
    browse(async |session| {
        session.serve(WORKBENCH.into()).await;
        let file = session.folder().join("tờ khai.json");
        std::fs::write(&file, "{}").expect("a file");
        session.choose_file("#file", &file).await;
        session.shows("#chosen", "{}").await;
        session.click("#save").await;
        assert_eq!(std::fs::read_to_string(session.downloaded("tệp.txt").await).expect("the download"), "abc");
    })
    .await;
}

#[tokio::test]
async fn errors_of_the_page_are_noticed() {
    browse(async |session| {
        session.serve(WORKBENCH.into()).await;
        notices_errors(session).await;
    })
    .await;
}

/// Two errors of a page, one thrown and one told to the console, are seen, and no other.
pub async fn notices_errors(session: &Session) {
    assert_eq!(session.errors().await, Vec::<String>::new());
    session.javascript("setTimeout(() => { throw new Error('một lỗi') }); console.error('hai lỗi')").await;
    session.until(async || (session.errors().await.len() == 2).then_some(())).await;
    let errors = session.expected_errors().await;
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors.iter().any(|error| error.contains("một lỗi")), "{errors:?}");
}

#[tokio::test]
async fn keys_reach_the_page() {
    browse(async |session| {
        session.serve(WORKBENCH.into()).await;
        session.type_into("#name", Key::Control + "a").await;
        session.type_into("#name", Key::Delete + "").await;
        assert_eq!(session.value("#name").await, "");
    })
    .await;
}
