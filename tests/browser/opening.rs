//! The page opens by itself: over http and from disk, asking for nothing and leaving nothing behind.

use crate::session::{Session, browse, page};

fn html() -> String {
    String::from_utf8(page()).expect("text")
}

/// The page has started, with no error, no request and no cookie.
pub async fn opens_by_itself(session: &Session) {
    assert_eq!(session.errors().await, Vec::<String>::new());
    let loaded = session.javascript("return performance.getEntriesByType('resource').map(entry => entry.name)").await;
    assert_eq!(loaded.to_string(), "[]", "the page asks for nothing else, be it there or not");
    assert_eq!(session.driver.get_all_cookies().await.expect("cookies").len(), 0);
}

#[tokio::test]
async fn the_page_opens_over_http() {
    browse(async |session| {
        session.open_over_http().await;
        opens_by_itself(session).await;
        assert_eq!(session.asked(), ["/"]);
    })
    .await;
}

#[tokio::test]
async fn the_page_opens_from_disk() {
    browse(async |session| {
        session.open_from_disk().await;
        opens_by_itself(session).await;
    })
    .await;
}

#[tokio::test]
async fn the_page_opens_again_after_a_reload() {
    browse(async |session| {
        session.open_over_http().await;
        session.driver.refresh().await.expect("a reload");
        session.started().await;
    })
    .await;
}

#[tokio::test]
async fn the_policy_keeps_foreign_code_and_addresses_out() {
    browse(async |session| {
        session.open_over_http().await;
        let outcome = session.driver.execute_async(ATTEMPTS, Vec::new()).await.expect("an outcome");
        let refused =
            r#"{"fetch":"refused","image":"refused","import":"refused","own":"refused","script":"refused","worker":"refused"}"#;
        assert_eq!(outcome.json().to_string(), refused);
        assert_eq!(session.asked(), ["/"]);
        let errors = session.expected_errors().await;
        let reports = errors.iter().filter(|error| error.contains("violates the following Content Security Policy"));
        assert_eq!(reports.count(), 6, "one report for each attempt: {errors:#?}");
    })
    .await;
}

/// Tries to reach the page's own server in ways that a page without a policy would be allowed: by itself, by a worker that
/// the server gives, and by a worker of the page's own making, which is started but bound by the same policy.
const ATTEMPTS: &str = r#"
    const done = arguments[0], outcome = { script: "refused" };
    const script = document.createElement("script");
    script.textContent = "window.foreign = true";
    document.head.append(script);
    if (window.foreign) outcome.script = "ran";
    script.remove();
    const image = new Image();
    const seen = new Promise(resolve => { image.onload = () => resolve("loaded"); image.onerror = () => resolve("refused"); });
    image.src = "/picture.png";
    const fetched = fetch("/data").then(() => "answered", () => "refused");
    const worker = new Promise(resolve => {
        const foreign = new Worker("/worker.js");
        foreign.onmessage = () => resolve("ran");
        foreign.onerror = () => resolve("refused");
    });
    const attempts = `
        const address = "${location.origin}/data";
        let imported = "ran";
        try { importScripts(address) } catch { imported = "refused" }
        fetch(address).then(() => "answered", () => "refused").then(own => postMessage({ own, import: imported }));`;
    const own = new Promise(resolve => {
        new Worker(URL.createObjectURL(new Blob([attempts]))).onmessage = message => resolve(message.data);
    });
    Promise.all([seen, fetched, worker, own])
        .then(([image, fetch, worker, own]) => done({ ...outcome, image, fetch, worker, ...own }));
"#;

/// A slow machine shows the title and "Đang mở…" while the program is still being read.
#[test]
fn the_first_sight_stands_before_any_script() {
    let html = html();
    let place = |text: &str| html.find(text).unwrap_or_else(|| panic!("no {text}"));
    let first_script = place("<script");
    assert!(place("<html lang=\"vi\">") < first_script);
    assert!(place("http-equiv=\"Content-Security-Policy\"") < first_script);
    assert!(place("<p>Đang mở…</p>") < first_script);
    assert!(place("<noscript>") < first_script);
}

#[test]
fn the_page_is_whole_in_one_file() {
    let markup = markup(&html());
    let tags: Vec<&str> = markup.split("<script").skip(1).filter_map(|piece| piece.split('>').next()).collect();
    assert_eq!(
        tags,
        [
            " type=\"application/json\" id=\"registry\"",
            " type=\"application/octet-stream\" id=\"wasm\"",
            " id=\"glue\"",
            ""
        ],
        "data and two scripts: no other, and no module"
    );
    for attribute in [" src=\"", " href=\"", " srcset=\"", " action=\"", " data=\""] {
        for value in markup.split(attribute).skip(1) {
            assert!(value.starts_with("data:"), "{attribute}{}", value.split('"').next().unwrap_or_default());
        }
    }
    assert!(markup.contains(&format!("<meta name=\"version\" content=\"{}\">", env!("CARGO_PKG_VERSION"))));
}

/// The page's HTML without the text of its scripts.
fn markup(html: &str) -> String {
    let after_script = |piece: &str| piece.split_once("</script>").map_or(String::new(), |(_, rest)| rest.to_string());
    let mut pieces = html.split("<script");
    let first = pieces.next().unwrap_or_default().to_string();
    let tags =
        pieces.map(|piece| format!("<script{}>{}", piece.split('>').next().unwrap_or_default(), after_script(piece)));
    std::iter::once(first).chain(tags).collect()
}

#[tokio::test]
async fn an_old_browser_is_told_what_to_do() {
    let old =
        html().replacen("<script type=\"application/octet-stream\"", OLD_BROWSER, 1).replace("http-equiv", "data-was");
    browse(async |session| {
        session.serve(old.into_bytes()).await;
        let sentence = "Trình duyệt này quá cũ nên không mở được trang. Xin mở tệp này bằng Chrome, Edge, Firefox hoặc \
                        Safari bản mới.";
        session.shows("#app p", sentence).await;
        session.shows("#app h1", "Báo cáo quý về Chính phủ điện tử").await;
    })
    .await;
}

/// Takes away what a browser of 2019 did not have.
const OLD_BROWSER: &str = "<script>delete window.DecompressionStream</script><script type=\"application/octet-stream\"";

#[tokio::test]
async fn a_browser_that_does_not_decode_base64_by_itself_opens_the_page_as_well() {
    let without = "<script>delete Uint8Array.fromBase64</script><script type=\"application/octet-stream\"";
    let old =
        html().replacen("<script type=\"application/octet-stream\"", without, 1).replace("http-equiv", "data-was");
    browse(async |session| {
        session.serve(old.into_bytes()).await;
        session.element("#agency-search").await;
        assert_eq!(session.javascript("return 'fromBase64' in Uint8Array").await, serde_json::json!(false));
    })
    .await;
}

#[tokio::test]
async fn a_damaged_file_is_told_from_an_old_browser() {
    let damaged = html().replacen(" id=\"wasm\">H4sI", " id=\"wasm\">AAAA", 1);
    browse(async |session| {
        session.serve(damaged.into_bytes()).await;
        session.element("#app p").await;
        let told =
            session.until(async || session.page_text().await.contains("Trang không mở được.").then_some(())).await;
        assert!(told.is_some(), "{}", session.page_text().await);
        assert_eq!(session.expected_errors().await.len(), 1);
    })
    .await;
}
