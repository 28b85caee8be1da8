//! Workbooks and text documents, read back by programs that are not ours.

// A helper fails the test that calls it; clippy knows that only of the test itself.
#![allow(clippy::unwrap_used, clippy::panic)]

mod documents;
mod qr;
mod sample;
mod workbooks;
