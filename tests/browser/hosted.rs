//! The page on a plain static server: from its second visit on it opens with no network, and nothing but the page and its
//! worker is ever asked for.

use crate::server::{Files, Server};
use crate::session::{Session, browse, browse_with, page, page_path};
use return36a::registry::sha256_hex;
use std::net::TcpStream;

/// What a browser asks for at the first visit: the page, its worker, and by the worker the page that it keeps.
const FIRST: [&str; 3] = ["/", "/", "/worker.js"];
/// And at each later one with a network: whether either has changed.
const LATER: [&str; 2] = ["/", "/worker.js"];

/// The names of what the worker keeps.
const KEPT: &str = "caches.keys().then(arguments[0])";

/// The two files of `dist/hosted`.
fn built() -> (String, String) {
    let folder = page_path().with_file_name("hosted");
    let text = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}: `cargo xtask bundle --hosted`", path.display()))
    };
    (text("index.html"), text("worker.js"))
}

fn files(page: &str, worker: &str) -> Files {
    let pair = [("/", page), ("/index.html", page), ("/worker.js", worker)];
    pair.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into()
}

/// The same page under another title, and the worker that names it.
fn newer() -> (String, String) {
    let (page, worker) = built();
    let newer = page.replacen("<title>Báo cáo quý", "<title>Bản mới: Báo cáo quý", 1);
    assert_ne!(newer, page);
    let worker = worker.replace(&sha256_hex(page.as_bytes()), &sha256_hex(newer.as_bytes()));
    (newer, worker)
}

/// The name under which the worker keeps this page.
fn kept_as(page: &str) -> String {
    format!("return36a / {}", sha256_hex(page.as_bytes()))
}

impl Session {
    async fn visits(&self, address: &str) {
        self.driver.goto("about:blank").await.expect("an empty page");
        self.driver.goto(address).await.expect("the page's address");
        self.started().await;
    }

    /// Waits until the worker keeps exactly this.
    async fn keeps(&self, names: &[String]) {
        let mut last = serde_json::Value::Null;
        let kept = self.until(async || {
            last = self.driver.execute_async(KEPT, Vec::new()).await.ok()?.json().clone();
            (last == serde_json::json!(names)).then_some(())
        });
        assert!(kept.await.is_some(), "it keeps {last}, not {names:?}");
    }

    /// Waits until the server was asked for exactly this, in whatever order.
    async fn has_asked(&self, server: &Server, wanted: &[&[&str]]) {
        let mut wanted = wanted.concat();
        wanted.sort();
        let asked = || {
            let mut asked = server.asked();
            asked.sort();
            asked
        };
        let same = self.until(async || (asked().len() >= wanted.len()).then_some(())).await;
        // What is asked for too much would come a little later.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert!(same.is_some() && asked() == wanted, "asked for {:?}, not {wanted:?}", server.asked());
    }

    /// The page's own title as its file has it: the program gives the window another one.
    async fn is_newer(&self) -> bool {
        let address = "return performance.getEntriesByType('navigation')[0].decodedBodySize";
        let size = self.javascript(address).await.as_u64().expect("a size");
        let (older, newer) = (built().0.len() as u64, newer().0.len() as u64);
        assert!(size == older || size == newer, "{size}: neither {older} nor {newer}");
        size == newer
    }
}

#[tokio::test]
async fn the_second_visit_needs_no_server_and_what_is_typed_is_kept() {
    let (html, worker) = built();
    browse(async |session| {
        let server = Server::of(files(&html, &worker));
        let address = server.address();
        session.visits(&address).await;
        session.keeps(&[kept_as(&html)]).await;
        session.has_asked(&server, &[&FIRST]).await;
        drop(server);
        let place = address.trim_start_matches("http://").trim_end_matches('/');
        let gone = session.until(async || TcpStream::connect(place).is_err().then_some(())).await;
        assert!(gone.is_some(), "the server is still there");
        session.visits(&address).await;
        session.begin_finance().await;
        session.open_section("Thông tin chung").await;
        session.fill_field("/document/number", "123/BC-BTC").await;
        session.tells("#saved", "Đã lưu lúc").await;
        session.visits(&format!("{address}index.html")).await;
        assert!(session.page_text().await.contains("Bộ Tài chính"), "{}", session.page_text().await);
    })
    .await;
}

#[tokio::test]
async fn a_newer_page_is_there_at_the_visit_after_next_and_never_under_the_person() {
    let ((html, worker), (newer, its_worker)) = (built(), newer());
    browse(async |session| {
        let server = Server::of(files(&html, &worker));
        session.visits(&server.address()).await;
        session.keeps(&[kept_as(&html)]).await;
        session.has_asked(&server, &[&FIRST]).await;
        session.visits(&server.address()).await;
        session.has_asked(&server, &[&FIRST, &LATER]).await;
        assert!(!session.is_newer().await);
        server.give(files(&newer, &its_worker));
        session.visits(&server.address()).await;
        session.javascript("window.stays = true").await;
        session.keeps(&[kept_as(&newer)]).await;
        session.has_asked(&server, &[&FIRST, &LATER, &LATER, &["/"]]).await;
        assert!(!session.is_newer().await, "at the visit itself it is what was kept");
        assert_eq!(session.javascript("return window.stays").await.to_string(), "true", "the open page is left alone");
        session.driver.refresh().await.expect("a reload");
        session.started().await;
        assert!(session.is_newer().await);
        session.has_asked(&server, &[&FIRST, &LATER, &LATER, &["/"], &LATER]).await;
    })
    .await;
}

#[tokio::test]
async fn a_page_put_there_without_its_worker_is_shown_all_the_same() {
    let ((html, worker), (newer, _)) = (built(), newer());
    browse(async |session| {
        let server = Server::of(files(&html, &worker));
        session.visits(&server.address()).await;
        session.keeps(&[kept_as(&html)]).await;
        server.give(files(&newer, &worker));
        session.visits(&server.address()).await;
        session.keeps(&[]).await;
        session.visits(&server.address()).await;
        assert!(session.is_newer().await);
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_names_another_page_keeps_nothing() {
    let ((html, _), (_, its_worker)) = (built(), newer());
    browse(async |session| {
        let server = Server::of(files(&html, &its_worker));
        session.visits(&server.address()).await;
        session.has_asked(&server, &[&FIRST]).await;
        session.keeps(&[]).await;
    })
    .await;
}

#[tokio::test]
async fn where_browsers_offer_no_worker_the_page_says_nothing_and_works() {
    let (html, worker) = built();
    browse_with(&["--host-resolver-rules=MAP bao-cao.example 127.0.0.1"], async |session| {
        let server = Server::of(files(&html, &worker));
        session.visits(&server.address().replace("127.0.0.1", "bao-cao.example")).await;
        assert_eq!(session.javascript("return window.isSecureContext").await.to_string(), "false");
        session.has_asked(&server, &[&["/"]]).await;
        let copy = session.folder().join("index.html");
        std::fs::write(&copy, &html).expect("a copy of the page");
        session.open_file(&copy).await;
        session.started().await;
        assert_eq!(session.errors().await, Vec::<String>::new());
    })
    .await;
}

#[test]
fn the_hosted_page_is_the_single_file_and_one_script() {
    let (hosted, _) = built();
    let single = String::from_utf8(page()).expect("text");
    assert!(!single.contains("serviceWorker.register") && !single.contains("worker-src blob: 'self'"));
    let (before, after) = hosted.rsplit_once("<script>").expect("a script");
    let (script, after) = after.split_once("</script>\n").expect("its end");
    assert!(script.contains("serviceWorker.register"), "{script}");
    let hash = base64_sha256(script);
    let without = format!("{before}{after}").replacen(&format!(" 'sha256-{hash}'"), "", 1);
    assert!(without.replacen("worker-src blob: 'self'", "worker-src blob:", 1) == single);
}

/// The hash of a script as a policy writes it.
fn base64_sha256(text: &str) -> String {
    use base64ct::{Base64, Encoding};
    use sha2::{Digest, Sha256};
    Base64::encode_string(&Sha256::digest(text.as_bytes()))
}

/// A newer page's database, in its place, with a shelf that none has today.
const NEWER_DATABASE: &str = r#"
    const done = arguments[0], asked = indexedDB.open("return36a", 2);
    asked.onupgradeneeded = () => {
        for (const name of ["files", "ledgers", "keyring", "of later"]) asked.result.createObjectStore(name);
        asked.transaction.objectStore("ledgers").put("of later", "2017-Q2/000000");
    };
    asked.onsuccess = () => { asked.result.close(); done(true); };
"#;

/// All that is in its ledgers now, with its version.
const ITS_ROWS: &str = r#"
    const done = arguments[0], asked = indexedDB.open("return36a");
    asked.onsuccess = () => {
        const database = asked.result, rows = database.transaction("ledgers").objectStore("ledgers").getAll();
        rows.onsuccess = () => { done(JSON.stringify([database.version, rows.result])); database.close(); };
    };
"#;

#[tokio::test]
async fn a_database_of_a_newer_page_is_not_opened_nor_written_into_and_that_is_said() {
    browse(async |session| {
        session.open_over_http().await;
        session.driver.execute_async(NEWER_DATABASE, Vec::new()).await.expect("a database");
        session.javascript("location.hash = '#tong-hop'").await;
        let says = "Sổ tiếp nhận và sổ khóa trong trình duyệt do bản trang mới hơn lưu, nên ở đây không mở được";
        session.tells(".notice-place", says).await;
        crate::desk::sits_down(session).await;
        crate::desk::takes_all_in(session).await;
        session.tells("#saved", "Trình duyệt không cho lưu").await;
        let rows = session.driver.execute_async(ITS_ROWS, Vec::new()).await.expect("its rows");
        assert_eq!(rows.json().as_str(), Some(r#"[2,["of later"]]"#));
    })
    .await;
}
