//! The browser's entry: starts the page. Elsewhere it only says where to find it.

#[cfg(target_arch = "wasm32")]
fn main() {
    return36a::page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program runs in a browser: `cargo xtask serve` builds and serves it.");
}
