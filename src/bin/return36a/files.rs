//! Files of this machine, read within bounds and written whole.

use crate::clock;
use crate::output::Failure;
use return36a::collect::{Content, content_of};
use return36a::text::Trouble;
use return36a::vietnamese::Date;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// What a file holds, as far as it can be a return.
pub fn content(path: &Path, most: usize) -> io::Result<Content> {
    // A pipe or a device could be waited for without end.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    content_of(File::open(path)?, most)
}

/// The bytes of a file that has at most so many.
pub fn bytes(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    match content(path, most).map_err(|error| cannot_read(path, error))? {
        Content::Bytes(bytes) => Ok(bytes),
        Content::Refused(_) => Err(Failure::unwanted(Trouble::TooLarge(name(path)))),
    }
}

/// The day on which a file was last changed here.
pub fn day(path: &Path) -> Result<Date, Failure> {
    let changed = fs::metadata(path).and_then(|facts| facts.modified());
    clock::day_of(changed.map_err(|error| cannot_read(path, error))?)
}

/// That a file cannot be read.
pub fn cannot_read(path: &Path, error: io::Error) -> Trouble {
    Trouble::CannotRead(name(path), error)
}

/// That a file cannot be written.
pub fn cannot_write(path: &Path, error: io::Error) -> Trouble {
    Trouble::CannotWrite(name(path), error)
}

/// A path as it is shown.
pub fn name(path: &Path) -> String {
    crate::output::shown(&path.display().to_string())
}

/// A ledger may hold the coordinator's notes: nothing is written over in silence.
pub fn refuse_existing(paths: impl IntoIterator<Item = PathBuf>, overwrite: bool) -> Result<(), Failure> {
    match paths.into_iter().find(|path| !overwrite && path.exists()) {
        Some(path) => Err(Trouble::AlreadyThere(name(&path)).into()),
        None => Ok(()),
    }
}

/// Writes a file under another name first, so that it is there whole or not at all; the folder is made.
pub fn write(path: &Path, fill: impl FnOnce(&mut BufWriter<File>) -> Result<(), Failure>) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::from(cannot_write(path, error));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let mut out = BufWriter::new(File::create(&unfinished).map_err(failed)?);
    let filled = fill(&mut out).and_then(|()| out.flush().map_err(failed));
    drop(out);
    match filled {
        Ok(()) => fs::rename(&unfinished, path).map_err(failed),
        Err(failure) => {
            let _ = fs::remove_file(&unfinished);
            Err(failure)
        }
    }
}
