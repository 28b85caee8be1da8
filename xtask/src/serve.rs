//! Serving the one file, and only it, on this machine.

use crate::page;
use crate::shell::{self, Failure};
use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};
use tiny_http::{Header, Method, Request, Response, Server};

/// Builds the page, then serves it until the program is stopped.
pub fn serve(port: u16, open: bool) -> Result<(), Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| taken(port, &error))?;
    let address = listener.local_addr().map_err(|error| taken(port, &error))?;
    let file = page::bundle(None)?;
    let server = Server::from_listener(listener, None)
        .map_err(|error| Failure::new(format!("The server does not start: {error}.")))?;
    println!("\nThe page:  http://{address}/\nThe file:  {}\nStop with Ctrl+C.", file.display());
    if open {
        open_browser(&format!("http://{address}/"));
    }
    for request in server.incoming_requests() {
        answer(request, &file);
    }
    Ok(())
}

fn taken(port: u16, error: &std::io::Error) -> Failure {
    let advice = format!("Try another: cargo xtask serve --port {}", port.checked_add(1).unwrap_or(8080));
    Failure::new(format!("Port {port} of this machine cannot be had ({error}). {advice}"))
}

/// A browser that went away in the middle is no failure of ours.
fn answer(request: Request, file: &Path) {
    let _ = match (request.method(), request.url().split('?').next()) {
        (Method::Get | Method::Head, Some("/" | "/index.html")) => match File::open(file) {
            Ok(file) => request.respond(with_headers(Response::from_file(file))),
            Err(_) => request.respond(Response::from_string("The page is being built.").with_status_code(503)),
        },
        (Method::Get | Method::Head, _) => request.respond(Response::empty(404)),
        _ => request.respond(Response::empty(405)),
    };
}

/// `no-store`: after a new build, a reload must show it.
fn with_headers(mut response: Response<File>) -> Response<File> {
    for (name, value) in [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

fn open_browser(address: &str) {
    let Some(opener) = shell::on_path(&["xdg-open", "open", "explorer"]) else {
        println!("No program to open a browser with was found: please open the address yourself.");
        return;
    };
    let started = Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if let Err(error) = started {
        println!("The browser did not open ({error}): please open the address yourself.");
    }
}
