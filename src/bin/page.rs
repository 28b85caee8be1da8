//! The page's entry, for the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    return36a::page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is for the browser: `cargo xtask serve` builds it and shows it.");
}
