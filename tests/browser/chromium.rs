//! Chromium: with what wishes it is started by chromedriver.

use crate::folder::Folder;
use crate::session::Save;
use serde_json::json;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};

/// A fresh profile and the downloads under `folder`, nothing asked, everything logged.
pub fn wishes(folder: &Folder, save: Save) -> ChromeCapabilities {
    let mut wishes = ChromeCapabilities::new();
    let path = |name: &str| folder.0.join(name).to_string_lossy().into_owned();
    let profile = format!("--user-data-dir={}", path("profile"));
    let flags = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
                 --disable-component-update --disable-sync --window-size=1280,900";
    for flag in flags.split_whitespace().chain([profile.as_str()]) {
        wishes.add_arg(flag).expect("a flag");
    }
    if let Some(chrome) = std::env::var_os("CHROME") {
        wishes.set_binary(&chrome.to_string_lossy()).expect("the browser's path");
    }
    let preferences = json!({
        "download.default_directory": path("downloads"),
        "download.prompt_for_download": false,
        "savefile.default_directory": path("downloads"),
        "savefile.type": save as i32,
    });
    wishes.add_experimental_option("prefs", preferences).expect("preferences");
    wishes.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a log");
    wishes
}
