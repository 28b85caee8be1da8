//! One browser for one test: fresh profile, own folder, and at the end no error may have been logged.

use crate::driver::Driver;
use crate::screen::Screen;
use crate::server::Server;
use serde_json::json;
use std::cell::{OnceCell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};

/// How long a test waits for anything.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// All headless browsers share it.
static DRIVER: LazyLock<Driver> = LazyLock::new(|| Driver::start(&[]));

/// What the browser's own "Save page as" is to write, by the browser's numbers.
#[derive(Clone, Copy, Debug)]
pub enum Save {
    /// The document as the server or disk gave it.
    HtmlOnly = 0,
    /// The document as it stands, with what it shows.
    Complete = 1,
}

/// A browser under test.
pub struct Session {
    /// WebDriver itself, for what the helpers do not do.
    pub driver: WebDriver,
    folder: Folder,
    server: OnceCell<Server>,
    desktop: Option<Desktop>,
    errors: RefCell<Vec<String>>,
}

/// A driver with a screen of its own, for a browser with a window.
struct Desktop {
    _driver: Driver,
    screen: Screen,
}

impl Desktop {
    fn start() -> Desktop {
        let screen = Screen::start();
        // The dialog's title and its Alt+S for "Save" are the English ones.
        let settings = [("DISPLAY", screen.display.as_str()), ("LC_ALL", "C.UTF-8"), ("LANGUAGE", "en")];
        Desktop { _driver: Driver::start(&settings), screen }
    }
}

/// Runs `test` in a headless browser.
pub async fn browse(test: impl AsyncFnOnce(&Session)) {
    watch(Session::headless().await, test).await;
}

/// Runs `test` in a headless browser with these flags besides.
pub async fn browse_with(flags: &[&str], test: impl AsyncFnOnce(&Session)) {
    watch(Session::headless_with(flags).await, test).await;
}

/// Runs `test` in a browser that trusts any certificate of a server: a stand-in on this machine has its own.
pub async fn browse_trusting(test: impl AsyncFnOnce(&Session)) {
    browse_with(&["--ignore-certificate-errors"], test).await;
}

/// Runs `test` in a browser with a window, whose "Save page as" writes what `save` says.
pub async fn browse_in_window(save: Save, test: impl AsyncFnOnce(&Session)) {
    watch(Session::in_window(save).await, test).await;
}

async fn watch(session: Session, test: impl AsyncFnOnce(&Session)) {
    let outcome = {
        let mut test = pin!(test(&session));
        std::future::poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| test.as_mut().poll(context))) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => Poll::Ready(Err(panic)),
        })
        .await
    };
    if let Err(panic) = outcome {
        session.describe().await;
        let _ = session.driver.quit().await;
        resume_unwind(panic);
    }
    let errors = session.errors().await;
    assert!(errors.is_empty(), "the browser's console has errors:\n{}", errors.join("\n"));
    session.driver.quit().await.expect("the browser closes");
}

impl Session {
    async fn headless() -> Session {
        Session::headless_with(&[]).await
    }

    async fn headless_with(flags: &[&str]) -> Session {
        let folder = Folder::new();
        let mut wishes = wishes(&folder, Save::Complete);
        wishes.add_arg("--headless").expect("a flag");
        flags.iter().for_each(|flag| wishes.add_arg(flag).expect("a flag"));
        Session::start(&DRIVER.address, wishes, folder, None).await
    }

    async fn in_window(save: Save) -> Session {
        let (folder, desktop) = (Folder::new(), Desktop::start());
        let address = desktop._driver.address.clone();
        Session::start(&address, wishes(&folder, save), folder, Some(desktop)).await
    }

    async fn start(address: &str, wishes: ChromeCapabilities, folder: Folder, desktop: Option<Desktop>) -> Session {
        let driver = WebDriver::new(address, wishes).await.unwrap_or_else(|error| panic!("no browser: {error}"));
        Session { driver, folder, server: OnceCell::new(), desktop, errors: RefCell::default() }
    }

    /// Opens the built page over http and waits until it has started.
    pub async fn open_over_http(&self) {
        self.serve(page()).await;
        self.started().await;
    }

    /// Opens a copy of the built page from file:// and waits until it has started.
    pub async fn open_from_disk(&self) {
        let copy = self.folder().join("Báo cáo 36a.html");
        std::fs::write(&copy, page()).expect("a copy of the page");
        self.open_file(&copy).await;
        self.started().await;
    }

    /// Opens any page over http: a session serves one.
    pub async fn serve(&self, page: Vec<u8>) {
        let server = self.server.get_or_init(|| Server::start(page));
        self.driver.goto(server.address()).await.expect("the page's address");
    }

    /// Opens any file from file://.
    pub async fn open_file(&self, path: &Path) {
        self.driver.goto(file_address(path)).await.expect("the file's address");
    }

    /// Waits until the program has started and shows something.
    pub async fn started(&self) {
        self.element("#app[data-started] > *").await;
    }

    /// A folder for this test's files, gone afterwards.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// What the server of this session was asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.server.get().map(Server::asked).unwrap_or_default()
    }

    /// Every error that the browser's console has had so far.
    pub async fn errors(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("the console's log");
        let new = entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message);
        self.errors.borrow_mut().extend(new);
        self.errors.borrow().clone()
    }

    /// Forgets the errors so far, for a test that expects them, and gives them.
    pub async fn expected_errors(&self) -> Vec<String> {
        self.errors().await;
        self.errors.take()
    }

    /// The file `name` once the browser has downloaded it.
    pub async fn downloaded(&self, name: &str) -> PathBuf {
        let path = self.folder().join("downloads").join(name);
        let settled = self.until(async || settled(&path).await.then_some(())).await;
        assert!(settled.is_some(), "no download {name}, only {:?}", listed(&self.folder().join("downloads")));
        path
    }

    /// The file that the browser's own "Save page as" writes when its dialog is answered with Save.
    pub async fn save_page_as(&self) -> PathBuf {
        let screen = &self.desktop.as_ref().expect("a window: use browse_in_window").screen;
        let saved = self.folder().join("downloads");
        let html = || listed(&saved).into_iter().find(|path| path.extension().is_some_and(|ending| ending == "html"));
        let written = self.until(async || {
            if html().is_none() && !screen.press("^Save File$", "alt+s") {
                // From the address bar: in the page, the same keys save the page with its draft.
                screen.press("Chromium|Chrome", "ctrl+l");
                screen.press("Chromium|Chrome", "ctrl+s");
            }
            // The dialog and the writing take their time: pressing sooner would open a second dialog.
            tokio::time::sleep(Duration::from_secs(1)).await;
            html()
        });
        let path = written.await.expect("the dialog \"Save File\" to be answered");
        assert!(self.until(async || settled(&path).await.then_some(())).await.is_some(), "{path:?} is never finished");
        path
    }

    /// Asks `question` again and again until it has an answer, or until patience ends.
    pub async fn until<T>(&self, mut question: impl AsyncFnMut() -> Option<T>) -> Option<T> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(answer) = question().await {
                return Some(answer);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        None
    }

    /// For a person who looks at a failed test: the picture, the text and the console.
    async fn describe(&self) {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("failed-{name}.png"));
        if self.driver.screenshot(&picture).await.is_ok() {
            println!("The page when it failed: {}", picture.display());
        }
        println!("Its text: {}", self.page_text().await);
        println!("Its console: {:?}", self.errors().await);
    }
}

/// Where the built page lies, as `cargo xtask test` names it.
pub fn page_path() -> PathBuf {
    let path = std::env::var_os("RETURN36A_PAGE");
    path.expect("RETURN36A_PAGE names no built page: run these tests with `cargo xtask test`").into()
}

/// The built page.
pub fn page() -> Vec<u8> {
    let path = page_path();
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn wishes(folder: &Folder, save: Save) -> ChromeCapabilities {
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

fn listed(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// Whether the file is there, holds something, and has not grown for a while.
async fn settled(path: &Path) -> bool {
    let size = || std::fs::metadata(path).map(|data| data.len()).ok();
    let before = size();
    tokio::time::sleep(Duration::from_millis(250)).await;
    before.is_some_and(|length| length > 0) && before == size()
}

/// `path` as an address, with every byte escaped that has a meaning there.
fn file_address(path: &Path) -> String {
    let path = path.to_str().expect("a path of text");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let escaped =
        path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    format!("file://{}", escaped.collect::<String>())
}

/// A folder of one test. It lies under the build's folder, for a browser packed as a snap sees no other.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("browser-{}-{number}", std::process::id()));
        std::fs::create_dir_all(path.join("downloads")).expect("a folder for the test");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The browser may still be writing its last words.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.0).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}
