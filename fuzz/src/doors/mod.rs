//! What each door is held to, whatever bytes come: it ends, and it never panics; what it takes in, it gives out again.
//!
//! libFuzzer tries them by `cargo xtask fuzz`; `tests/fuzzed.rs` tries the kept bytes without it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a door must not do is told by panicking"
)]

pub mod draft;
pub mod number;
pub mod officer;
pub mod p12;
pub mod paste;
pub mod registry;
pub mod return_file;

/// A door: its name, which is also that of its folder of bytes, and what it is held to.
pub type Door = (&'static str, fn(&[u8]));

/// All doors.
pub const DOORS: [Door; 6] = [
    ("draft", draft::try_bytes),
    ("number", number::try_bytes),
    ("p12", p12::try_bytes),
    ("paste", paste::try_bytes),
    ("registry", registry::try_bytes),
    ("return_file", return_file::try_bytes),
];
