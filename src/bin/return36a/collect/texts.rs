//! The texts of received files, read again from where they came: a ledger's file holds them, memory does not.

use super::found::Source;
use super::intake::Origin;
use crate::files;
use return36a::collect::{Bounds, Content, FilesInZip, files_in_zip};
use return36a::quarterly::MOST_BYTES;
use return36a::registry::sha256_hex;
use std::collections::HashMap;

/// Where the text of each file is, by its hash.
pub struct Texts<'a> {
    sources: &'a [Source],
    origins: HashMap<String, Origin>,
    /// The archive that is being read, and which of its files comes next: files are mostly asked for in their order.
    open: Option<(usize, FilesInZip, usize)>,
}

impl<'a> Texts<'a> {
    /// The texts at these places.
    pub fn new(sources: &'a [Source], origins: HashMap<String, Origin>) -> Self {
        Self { sources, origins, open: None }
    }

    /// The text of the file with this hash; none where it is no longer there, or no longer the same.
    pub fn text(&mut self, sha256: &str) -> Option<String> {
        let origin = self.origins.get(sha256).copied()?;
        let bytes = match origin.packed {
            None => self.content(origin.source, MOST_BYTES)?,
            Some(at) => self.packed(origin.source, at)?,
        };
        (sha256_hex(&bytes) == sha256).then_some(bytes).and_then(|bytes| String::from_utf8(bytes).ok())
    }

    fn content(&self, source: usize, most: usize) -> Option<Vec<u8>> {
        match files::content(&self.sources.get(source)?.path, most).ok()? {
            Content::Bytes(bytes) => Some(bytes),
            Content::Refused(_) => None,
        }
    }

    fn packed(&mut self, source: usize, at: usize) -> Option<Vec<u8>> {
        let goes_on = self.open.as_ref().is_some_and(|(open, _, next)| *open == source && *next <= at);
        if !goes_on {
            let bytes = self.content(source, Bounds::USUAL.packed)?;
            self.open = Some((source, files_in_zip("", bytes, Bounds::USUAL).ok()?, 0));
        }
        let (_, inside, next) = self.open.as_mut()?;
        let packed = inside.nth(at - *next)?.ok()?;
        *next = at + 1;
        match packed.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::Refused(_) => None,
        }
    }
}
