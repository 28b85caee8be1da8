//! Firefox: how it is started by geckodriver, and what its console says.
//!
//! geckodriver gives no log of the console. Firefox itself tells of each entry by WebDriver BiDi, `log.entryAdded`, from the
//! moment it is asked to, which is before the first page is opened: what `console.error` is called with, and what is thrown
//! and caught by nobody. What only Firefox's own parts write into its console is not told: reports of the Content Security
//! Policy, addresses that are not answered. That nothing is fetched is seen at the server instead.

use crate::driver::Driver;
use crate::session::PATIENCE;
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::net::TcpStream;
use std::path::Path;
use thirtyfour::prelude::*;
use thirtyfour::{BrowserCapabilitiesHelper, CapabilitiesHelper, FirefoxCapabilities};
use tungstenite::{Message, WebSocket};

/// The driver of one Firefox, and its console.
pub struct Gecko {
    console: RefCell<Console>,
    _driver: Driver,
}

impl Gecko {
    /// Starts Firefox with the profile and the downloads under `folder`. A profile that is there already is used again.
    pub async fn start(folder: &Path, settings: &[(&str, bool)]) -> (Gecko, WebDriver) {
        let gecko = Driver::start_gecko();
        let driver = WebDriver::new(&gecko.address, wishes(folder, settings)).await;
        let driver = driver.unwrap_or_else(|error| panic!("no Firefox: {error}"));
        let address = driver.capabilities().get("webSocketUrl").and_then(Value::as_str).expect("an address for BiDi");
        let console = RefCell::new(Console::listened_to(address));
        (Gecko { console, _driver: gecko }, driver)
    }

    /// The errors that the console has had since it was asked last.
    pub async fn errors(&self, driver: &WebDriver) -> Vec<String> {
        // When the page itself has answered, what it told before is on its way.
        let _ = driver.execute("return 0", Vec::new()).await;
        let mut console = self.console.borrow_mut();
        console.asks("session.status", &json!({}));
        std::mem::take(&mut console.errors)
    }
}

/// A connection by WebDriver BiDi, over which Firefox tells of what comes into the console.
struct Console {
    connection: WebSocket<TcpStream>,
    asked: u64,
    errors: Vec<String>,
}

impl Console {
    fn listened_to(address: &str) -> Console {
        let host = address.trim_start_matches("ws://").split('/').next().expect("a host");
        let stream = TcpStream::connect(host).expect("Firefox's port");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        let (connection, _) = tungstenite::client(address, stream).expect("a connection to Firefox");
        let mut console = Console { connection, asked: 0, errors: Vec::new() };
        console.asks("session.subscribe", &json!({ "events": ["log.entryAdded"] }));
        console
    }

    /// Asks Firefox for something and waits for its answer. What it has told meanwhile comes before the answer.
    fn asks(&mut self, method: &str, params: &Value) {
        self.asked += 1;
        let question = json!({ "id": self.asked, "method": method, "params": params });
        self.connection.send(Message::text(question.to_string())).expect("Firefox listens");
        loop {
            let said = self.connection.read().expect("Firefox answers");
            let Ok(said) = serde_json::from_str::<Value>(said.to_text().unwrap_or_default()) else { continue };
            self.errors.extend(error(&said));
            if said["id"] == self.asked {
                assert_eq!(said["type"], "success", "{said}");
                return;
            }
        }
    }
}

/// The text of an error, if that is what Firefox tells of.
fn error(said: &Value) -> Option<String> {
    let entry = &said["params"];
    (said["method"] == "log.entryAdded" && entry["level"] == "error").then(|| entry["text"].to_string())
}

fn wishes(folder: &Path, settings: &[(&str, bool)]) -> FirefoxCapabilities {
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    std::fs::create_dir_all(folder.join("profile")).expect("a profile");
    let mut wishes = FirefoxCapabilities::new();
    wishes.set("webSocketUrl", true).expect("WebDriver BiDi");
    if let Some(firefox) = std::env::var_os("FIREFOX") {
        wishes.set_firefox_binary(&firefox.to_string_lossy()).expect("the browser's path");
    }
    let words = ["-headless", "-profile", &path("profile"), "-width", "1280", "-height", "900"];
    wishes.set_browser_option("args", words).expect("words");
    let mut preferences = json!({
        // As people have it; geckodriver would let a file read every other one.
        "security.fileuri.strict_origin_policy": true,
        "browser.download.folderList": 2,
        "browser.download.dir": path("downloads"),
        "browser.download.useDownloadDir": true,
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.download.alwaysOpenPanel": false,
    });
    let more = settings.iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
    preferences.as_object_mut().into_iter().for_each(|all: &mut Map<String, Value>| all.extend(more.clone()));
    wishes.set_browser_option("prefs", preferences).expect("preferences");
    wishes
}
