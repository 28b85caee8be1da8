//! Ledgers' files, opened as the page opens them.

use crate::bench::Tools;
use crate::files;
use crate::output::Failure;
use return36a::collect::{Ledger, counting, read_ledger};
use return36a::registry::Registry;
use return36a::text::{Language, Trouble, ledger_error_message};
use std::fs;
use std::path::Path;

/// A ledger, and what its files were examined with.
pub struct Opened {
    /// The tools, with the keyring that the file holds.
    pub tools: Tools,
    /// The ledger.
    pub ledger: Ledger,
}

/// The ledger of a file; the rules run again on every return in it, beside the quarter before where that is given.
pub fn opened(
    path: &Path,
    registry: &'static Registry,
    before: Option<&Opened>,
    language: Language,
) -> Result<Opened, Failure> {
    let text = fs::read_to_string(path).map_err(|error| files::cannot_read(path, error))?;
    let (kept, keyring) = read_ledger(&text).map_err(|error| {
        Failure::refused(format!("{}: {}", files::name(path), ledger_error_message(&error, language)))
    })?;
    drop(text);
    let mut tools = Tools::with(registry, keyring)?;
    tools.previous = before.map(|before| counting(&before.ledger)).unwrap_or_default();
    let ledger = tools.opened(&kept)?;
    Ok(Opened { tools, ledger })
}

/// The ledger of a file beside that of the quarter before; one of any other quarter is refused.
pub fn opened_beside(
    path: &Path,
    registry: &'static Registry,
    before: Option<&Path>,
    language: Language,
) -> Result<(Opened, Option<Opened>), Failure> {
    let Some(before_path) = before else { return Ok((opened(path, registry, None, language)?, None)) };
    let before = opened(before_path, registry, None, language)?;
    let now = opened(path, registry, Some(&before), language)?;
    let (own, of) = (before.ledger.period(), now.ledger.period());
    if own != of.previous() {
        return Err(Failure::unwanted(Trouble::NotTheQuarterBefore(files::name(before_path), own, of)));
    }
    Ok((now, Some(before)))
}
