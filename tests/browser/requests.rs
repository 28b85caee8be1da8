//! The page sends nothing anywhere: all that the browser asks the network for in a whole session is in its own log, and
//! none of it is asked by the page.

use crate::session::{Session, browse_with, page};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// So the log calls who asks, where it is the browser itself: for a page that was typed in, or for its own sake.
const THE_BROWSER: &str = "not an origin";

/// What pages have asked the network for while `test` ran, in the browser's own log: methods and addresses.
async fn asked_by_pages(test: impl AsyncFnOnce(&Session)) -> Vec<String> {
    let log = log_file();
    let flag = format!("--log-net-log={}", log.display());
    browse_with(&[&flag, "--net-log-capture-mode=Default"], test).await;
    let asked = requests(&log);
    std::fs::remove_file(&log).expect("the log");
    asked
}

fn log_file() -> PathBuf {
    static COUNT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("net-{}-{number}.json", std::process::id()))
}

fn requests(log: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(log).expect("the browser's log of the network");
    // A browser that ends before its last line leaves the list open.
    let closed = || format!("{}]}}", text.trim_end().trim_end_matches(','));
    let log: Value = serde_json::from_str(&text).or_else(|_| serde_json::from_str(&closed())).expect("a log");
    let started = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"].clone();
    let events = log["events"].as_array().expect("events");
    let of_pages = |event: &&Value| event["type"] == started && event["params"]["initiator"] != THE_BROWSER;
    // A page that is loaded anew asks for itself; how often, the server tells.
    let is_itself = |asked: &String| {
        asked.starts_with("GET http://127.0.0.1:") && asked.split('#').next().is_some_and(|at| at.ends_with('/'))
    };
    let asked = events.iter().filter(|event| event["params"]["url"].is_string()).filter(of_pages);
    let asked =
        asked.map(|event| format!("{} {}", text_of(&event["params"]["method"]), text_of(&event["params"]["url"])));
    asked.filter(|asked| !is_itself(asked)).collect()
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// An officer's whole return, the page and the draft as files, and a coordinator's quarter.
async fn a_whole_session(session: &Session) {
    crate::story::whole_story(session).await;
    session.click("#save-page").await;
    session.downloaded("36a_2017-Q2_bo-tai-chinh_nhap.html").await;
    session.click("#save-draft").await;
    session.downloaded("36a_2017-Q2_bo-tai-chinh_nhap.json").await;
    crate::desk::sits_down(session).await;
    crate::desk::takes_all_in(session).await;
}

#[tokio::test]
async fn the_page_asks_for_nothing_in_a_whole_session_over_http() {
    let asked = asked_by_pages(async |session| {
        session.open_over_http().await;
        a_whole_session(session).await;
        assert_eq!(session.asked(), ["/", "/"], "the page itself, and again after the reload; nothing else");
    });
    assert_eq!(asked.await, Vec::<String>::new());
}

#[tokio::test]
async fn the_page_asks_for_nothing_in_a_whole_session_from_disk() {
    let asked = asked_by_pages(async |session| {
        session.open_from_disk().await;
        a_whole_session(session).await;
    });
    assert_eq!(asked.await, Vec::<String>::new());
}

#[tokio::test]
async fn what_a_page_without_a_policy_asks_for_is_seen() {
    let open = String::from_utf8(page()).expect("text").replace("Content-Security-Policy", "X-No-Policy");
    let asked = asked_by_pages(async |session| {
        session.serve(open.into_bytes()).await;
        session.started().await;
        session.javascript("return fetch('/away').then(() => 1, () => 0)").await;
        session.expected_errors().await;
    });
    let asked = asked.await;
    assert!(
        matches!(asked.as_slice(), [one] if one.starts_with("GET http://127.0.0.1:") && one.ends_with("/away")),
        "{asked:?}"
    );
}
