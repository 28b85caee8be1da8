//! Serves files at a free port, mostly one page at `/`, and remembers what was asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use tiny_http::{Header, Request, Response};

/// Files by their paths in addresses, `/` or `/worker.js`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A server that stops when it is dropped.
pub struct Server {
    inner: Arc<tiny_http::Server>,
    files: Arc<Mutex<Files>>,
    asked: Arc<Mutex<Vec<String>>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve `page`.
    pub fn start(page: Vec<u8>) -> Server {
        Server::of(Files::from([("/".to_owned(), page)]))
    }

    /// Starts to serve these files, and nothing else.
    pub fn of(files: Files) -> Server {
        let inner = Arc::new(tiny_http::Server::http("127.0.0.1:0").expect("a free port"));
        let (files, asked) = (Arc::new(Mutex::new(files)), Arc::new(Mutex::new(Vec::new())));
        let (server, given, log) = (Arc::clone(&inner), Arc::clone(&files), Arc::clone(&asked));
        let thread = std::thread::spawn(move || {
            for request in server.incoming_requests() {
                log.lock().expect("the log").push(request.url().to_string());
                let file = given.lock().expect("the files").get(request.url()).cloned();
                answer(request, file);
            }
        });
        Server { inner, files, asked, thread: Some(thread) }
    }

    /// From now on serves these files in place of the others.
    pub fn give(&self, files: Files) {
        *self.files.lock().expect("the files") = files;
    }

    /// The page's address.
    pub fn address(&self) -> String {
        format!("http://{}/", self.inner.server_addr())
    }

    /// The path of each request so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("the log").clone()
    }
}

/// A browser that goes away in the middle is no matter of the server's.
fn answer(request: Request, file: Option<Vec<u8>>) {
    let kind = if request.url().ends_with(".js") { "text/javascript" } else { "text/html; charset=utf-8" };
    let kind = Header::from_bytes("Content-Type", kind).expect("a header");
    let _ = match file {
        Some(file) => request.respond(Response::from_data(file).with_header(kind)),
        None => request.respond(Response::empty(404)),
    };
}

impl Drop for Server {
    fn drop(&mut self) {
        self.inner.unblock();
        let _ = self.thread.take().map(JoinHandle::join);
    }
}
