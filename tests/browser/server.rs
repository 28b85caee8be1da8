//! Serves one page at `/` of a free port, and remembers what was asked for.

use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use tiny_http::{Header, Request, Response};

/// A server that stops when it is dropped.
pub struct Server {
    inner: Arc<tiny_http::Server>,
    asked: Arc<Mutex<Vec<String>>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve `page`.
    pub fn start(page: Vec<u8>) -> Server {
        let inner = Arc::new(tiny_http::Server::http("127.0.0.1:0").expect("a free port"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (server, log) = (Arc::clone(&inner), Arc::clone(&asked));
        let thread = std::thread::spawn(move || {
            for request in server.incoming_requests() {
                log.lock().expect("the log").push(request.url().to_string());
                answer(request, &page);
            }
        });
        Server { inner, asked, thread: Some(thread) }
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
fn answer(request: Request, page: &[u8]) {
    let html = Header::from_bytes("Content-Type", "text/html; charset=utf-8").expect("a header");
    let _ = match request.url() {
        "/" => request.respond(Response::from_data(page).with_header(html)),
        _ => request.respond(Response::empty(404)),
    };
}

impl Drop for Server {
    fn drop(&mut self) {
        self.inner.unblock();
        let _ = self.thread.take().map(JoinHandle::join);
    }
}
