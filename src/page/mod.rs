//! The browser: the only room that knows it, compiled only for the page.

pub mod subtle;
