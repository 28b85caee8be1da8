//! Two languages: the switch keeps the screen, the focus and what is typed, and is remembered; what is said in the other
//! language says so to screen readers.

use crate::desk::{sits_down, takes_all_in};
use crate::places::{BLANK, DESK_FULL, FULL, GIVEN, Place, SIGNING};
use crate::session::{Session, browse};
use crate::telex::Editor;
use serde_json::json;

/// Texts in sight with letters that only Vietnamese has, and nothing above them that says so.
const UNTOLD: &str = r#"
    const walker = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
        const text = walker.currentNode.data.trim(), holder = walker.currentNode.parentElement;
        // Names are names in any language (WCAG 3.1.2): of files, and of people and bodies in a sentence of the page.
        if (/\.json|\b(of|by|for|made|Office|Approver|Drafter|New)\b/.test(text)) continue;
        const words = text.split(/\s+/), strange = words.filter(word => /[ăâđêôơưĂÂĐÊÔƠƯàáèéìíòóùúýãõẠ-ỹ]/.test(word));
        if (words.length < 3 || strange.length < 0.4 * words.length || !holder.checkVisibility()) continue;
        const spoken = holder.closest("[lang]").lang;
        if (spoken !== "vi" && !holder.matches("option")) found.push(`${holder.localName}.${holder.className} in ${holder.parentElement.className}: ${text.slice(0, 90)}`);
    }
    return [...new Set(found)];
"#;

#[tokio::test]
async fn the_switch_keeps_screen_focus_and_what_is_typed() {
    browse(async |session| {
        session.open_over_http().await;
        let lang = "return [document.documentElement.lang, document.querySelector('.banner button').lang]";
        assert_eq!(session.javascript(lang).await, json!(["vi", "en"]));
        session.begin_finance().await;
        session.open_section("Dịch vụ công trực tuyến").await;
        let id = "#services-level4-answer";
        session.javascript(&format!("document.querySelector('{id}').focus()")).await;
        session.telex(Editor::Keys, "khoảng 10.960").await;
        let same = "return document.querySelector('#services-level4-answer') === window.same";
        session
            .javascript(&format!(
                "window.same = document.querySelector('{id}'); document.querySelector('.banner button').focus()"
            ))
            .await;
        session.named_key("Enter", 13, 0).await;
        session.shows("h1", "Online public services").await;
        assert_eq!(session.javascript(lang).await, json!(["en", "vi"]));
        assert_eq!(
            session.javascript("return document.activeElement.innerText").await,
            "Tiếng Việt",
            "the focus stays"
        );
        assert_eq!((session.value(id).await.as_str(), session.javascript(same).await), ("khoảng 10.960", json!(true)));
        assert_eq!(session.javascript("return location.hash").await, "#bao-cao/dich-vu-cong");
        assert_ne!(session.javascript("return document.title").await, "");
        session.driver.refresh().await.expect("a reload");
        session.started().await;
        session.shows("h1", "Online public services").await;
        assert_eq!(session.javascript(lang).await, json!(["en", "vi"]), "the language is remembered");
        assert_eq!(session.value(id).await, "khoảng 10.960");
        session.click(".banner button").await;
        session.shows("h1", "Dịch vụ công trực tuyến").await;
        assert_eq!(session.javascript(lang).await, json!(["vi", "en"]));
    })
    .await;
}

async fn says_what_is_vietnamese(session: &Session, places: &[Place]) {
    let mut found = Vec::new();
    session
        .walks(places, async |name| {
            session.click(".banner button").await;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            let untold = session.javascript(UNTOLD).await;
            let untold = untold
                .as_array()
                .expect("texts")
                .iter()
                .map(|text| format!("{name}: {}", text.as_str().unwrap_or_default()));
            found.extend(untold);
            session.click(".banner button").await;
        })
        .await;
    assert!(found.is_empty(), "{} texts:\n{}", found.len(), found.join("\n"));
}

#[tokio::test]
async fn the_english_page_says_what_is_vietnamese() {
    browse(async |session| {
        session.open_over_http().await;
        says_what_is_vietnamese(session, BLANK).await;
    })
    .await;
}

#[tokio::test]
async fn the_english_page_says_what_is_vietnamese_of_what_is_wrong() {
    browse(async |session| {
        session.open_over_http().await;
        says_what_is_vietnamese(session, FULL).await;
    })
    .await;
}

#[tokio::test]
async fn the_english_page_says_what_is_vietnamese_of_what_is_signed() {
    browse(async |session| {
        session.open_over_http().await;
        says_what_is_vietnamese(session, SIGNING).await;
    })
    .await;
}

#[tokio::test]
async fn the_english_page_says_what_is_vietnamese_of_what_comes() {
    browse(async |session| {
        session.open_over_http().await;
        says_what_is_vietnamese(session, GIVEN).await;
    })
    .await;
}

#[tokio::test]
async fn the_english_page_says_what_is_vietnamese_of_the_desk() {
    browse(async |session| {
        session.open_over_http().await;
        sits_down(session).await;
        takes_all_in(session).await;
        says_what_is_vietnamese(session, DESK_FULL).await;
    })
    .await;
}
