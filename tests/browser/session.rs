//! One browser for one test: fresh profile, own folder, and at the end no error may have been logged.

use crate::chromium::wishes;
use crate::driver::Driver;
use crate::folder::{Folder, file_address, listed, settled};
use crate::gecko::Gecko;
use crate::screen::Screen;
use crate::server::Server;
use std::cell::{OnceCell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::rc::Rc;
use std::sync::LazyLock;
use std::task::Poll;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities};

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
    place: Rc<Place>,
    desktop: Option<Desktop>,
    /// Where the browser is Firefox.
    gecko: Option<Gecko>,
    errors: RefCell<Vec<String>>,
}

/// What outlives a browser that is quit and started again.
#[derive(Default)]
struct Place {
    folder: Folder,
    server: OnceCell<Server>,
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

/// Runs `test` in a headless Firefox with a fresh profile and these settings.
pub async fn browse_in_firefox(settings: &[(&str, bool)], test: impl AsyncFnOnce(&Session)) {
    watch(Session::in_firefox(settings, Rc::default()).await, test).await;
}

/// Runs `before` in a headless Firefox, quits it, and runs `after` in a new one with the same profile, folder and server.
pub async fn browse_in_firefox_twice(
    settings: &[(&str, bool)],
    before: impl AsyncFnOnce(&Session),
    after: impl AsyncFnOnce(&Session),
) {
    let place = Rc::<Place>::default();
    watch(Session::in_firefox(settings, place.clone()).await, before).await;
    watch(Session::in_firefox(settings, place).await, after).await;
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
        let place = Rc::new(Place { folder, server: OnceCell::new() });
        Session { driver, place, desktop, gecko: None, errors: RefCell::default() }
    }

    async fn in_firefox(settings: &[(&str, bool)], place: Rc<Place>) -> Session {
        let (gecko, driver) = Gecko::start(&place.folder.0, settings).await;
        Session { driver, place, desktop: None, gecko: Some(gecko), errors: RefCell::default() }
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
        let server = self.place.server.get_or_init(|| Server::start(page));
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
        &self.place.folder.0
    }

    /// What the server of this session was asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.place.server.get().map(Server::asked).unwrap_or_default()
    }

    /// Every error that the browser's console has had so far.
    pub async fn errors(&self) -> Vec<String> {
        let new = match &self.gecko {
            Some(gecko) => gecko.errors(&self.driver).await,
            None => self.logged_errors().await,
        };
        self.errors.borrow_mut().extend(new);
        self.errors.borrow().clone()
    }

    /// What Chromium's log has had since it was asked last.
    async fn logged_errors(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("the console's log");
        entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
    }

    /// Whether this browser is Firefox.
    pub fn is_firefox(&self) -> bool {
        self.gecko.is_some()
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
