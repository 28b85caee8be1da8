//! Hostile bytes at every door through which they come in: what each door is held to, and how JSON is changed.

pub mod doors;
pub mod json;
