//! Archives as they come by mail and on sticks: the files inside, one after another, within bounds.
//!
//! Nothing that is in an archive is passed over: what cannot be taken out is refused by its name, with a code. Only an
//! archive that would cost too much is given up, and says so as its last word.

use super::Examined;
use crate::quarterly::{MOST_BYTES, ReadErrorCode};
use crate::registry::{sha256_and_size, sha256_hex};
use crate::vietnamese::Date;
use std::fmt;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// What is spent on one archive, those inside it included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The archive as it comes, in bytes.
    pub packed: usize,
    /// Its files.
    pub files: usize,
    /// All that is unpacked, in bytes.
    pub unpacked: u64,
    /// So deep may an archive stand in another one; 1 is the archive itself.
    pub depth: usize,
}

impl Bounds {
    /// Room for every return of one quarter, of all four levels of administration, and for a mail's attachment in the
    /// zip of a stick.
    pub const USUAL: Self = Self { packed: 256 << 20, files: 50_000, unpacked: 2 << 30, depth: 3 };
}

/// One file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its name with those of the archives it stands in: `thu.zip/quy II/bo-tai-chinh.json`.
    pub name: String,
    /// The day on which it was last changed before it was put there, as the archive says.
    pub dated: Option<Date>,
    /// What is in it.
    pub content: Content,
}

/// What is in a file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It cannot be a return: it is larger, encrypted, damaged, or packed in a way that is not read.
    Refused(Examined),
}

/// Why an archive was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveError {
    /// What is wrong with it.
    pub code: ArchiveErrorCode,
    /// The name of the archive, with those of the archives it stands in.
    pub name: String,
}

/// What can be wrong with an archive, or with a file in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArchiveErrorCode {
    /// Not an archive, or its list of files cannot be read.
    Malformed,
    /// Nothing is in it.
    Empty,
    /// Two files of the same name: only one could be seen.
    SameName,
    /// Files share bytes, as in an archive made to burst.
    Overlapping,
    /// More files than the bounds allow.
    TooManyFiles,
    /// More bytes than the bounds allow, as it comes or unpacked.
    TooLarge,
    /// It stands in more archives than the bounds allow.
    TooDeep,
    /// A file in it asks for a password.
    Encrypted,
    /// A file in it is packed otherwise than by deflate.
    Method,
    /// A file in it is damaged.
    Damaged,
}

impl ArchiveErrorCode {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Malformed,
        Self::Empty,
        Self::SameName,
        Self::Overlapping,
        Self::TooManyFiles,
        Self::TooLarge,
        Self::TooDeep,
        Self::Encrypted,
        Self::Method,
        Self::Damaged,
    ];

    /// The stable code, by which the text room finds its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Malformed => "archive/malformed",
            Self::Empty => "archive/empty",
            Self::SameName => "archive/same-name",
            Self::Overlapping => "archive/overlapping",
            Self::TooManyFiles => "archive/too-many-files",
            Self::TooLarge => "archive/too-large",
            Self::TooDeep => "archive/too-deep",
            Self::Encrypted => "archive/encrypted",
            Self::Method => "archive/method",
            Self::Damaged => "archive/damaged",
        }
    }
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at `{}`", self.code.code(), self.name)
    }
}

impl std::error::Error for ArchiveError {}

/// Whether a file of this name is taken for an archive. Office documents are zip files too, and are not unpacked.
pub fn is_archive(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("zip"))
}

/// The files of a zip archive in its order, those of archives inside it in the place of these; `name` is its own.
///
/// The files are taken out one at a time. An error ends them: of what came before, nothing is untrue.
///
/// # Errors
/// [`ArchiveError`] where not even the first file can be reached.
pub fn files_in_zip(name: &str, bytes: Vec<u8>, bounds: Bounds) -> Result<FilesInZip, ArchiveError> {
    let fault = |code| ArchiveError { code, name: name.to_owned() };
    if bytes.len() > bounds.packed {
        return Err(fault(ArchiveErrorCode::TooLarge));
    }
    let archive = opened(bytes, bounds.files).map_err(fault)?;
    let left = Bounds { files: bounds.files - archive.len(), ..bounds };
    Ok(FilesInZip { levels: vec![Level { archive, next: 0, name: name.to_owned() }], left })
}

/// The files of an archive, as [`files_in_zip`] gives them.
pub struct FilesInZip {
    /// The archive, the one inside it that is being read, and so on; empty at the end.
    levels: Vec<Level>,
    /// What may still be spent.
    left: Bounds,
}

impl fmt::Debug for FilesInZip {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.levels.iter().map(|level| level.name.as_str()).collect();
        formatter.debug_struct("FilesInZip").field("levels", &names).finish_non_exhaustive()
    }
}

struct Level {
    archive: Zip,
    /// The next file to take out.
    next: usize,
    name: String,
}

type Zip = ZipArchive<Cursor<Vec<u8>>>;

impl Iterator for FilesInZip {
    type Item = Result<Packed, ArchiveError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let depth = self.levels.len();
            let level = self.levels.last_mut()?;
            let at = level.next;
            if at >= level.archive.len() {
                self.levels.pop();
                continue;
            }
            level.next += 1;
            let Some(inner) = file_name(&level.archive, at) else { continue };
            let name = format!("{}/{inner}", level.name);
            let dated = day(&level.archive, at);
            let most = if is_archive(&name) { self.left.packed } else { MOST_BYTES };
            let content = match content(&mut level.archive, at, most, &mut self.left.unpacked) {
                Ok(Content::Bytes(bytes)) if is_archive(&name) => match self.entered(&name, bytes, depth) {
                    Ok(None) => continue,
                    Ok(Some(refused)) => Content::Refused(refused),
                    Err(code) => return Some(Err(self.given_up(code, name))),
                },
                Ok(content) => content,
                Err(code) => return Some(Err(self.given_up(code, name))),
            };
            return Some(Ok(Packed { name, dated, content }));
        }
    }
}

impl FilesInZip {
    /// How many entries are still to come: folders among them, and of an archive inside only itself until it is opened.
    pub fn listed(&self) -> usize {
        self.levels.iter().map(|level| level.archive.len().saturating_sub(level.next)).sum()
    }

    /// Goes on with the archive inside; it is refused where it cannot be read.
    fn entered(&mut self, name: &str, bytes: Vec<u8>, depth: usize) -> Result<Option<Examined>, ArchiveErrorCode> {
        let (sha256, size) = (sha256_hex(&bytes), bytes.len() as u64);
        let refused = |code: ArchiveErrorCode| Ok(Some(Examined::refused(sha256, size, code.code(), "")));
        if depth >= self.left.depth {
            return refused(ArchiveErrorCode::TooDeep);
        }
        match opened(bytes, self.left.files) {
            Ok(archive) => {
                self.left.files -= archive.len();
                self.levels.push(Level { archive, next: 0, name: name.to_owned() });
                Ok(None)
            }
            Err(ArchiveErrorCode::TooManyFiles) => Err(ArchiveErrorCode::TooManyFiles),
            Err(code) => refused(code),
        }
    }

    fn given_up(&mut self, code: ArchiveErrorCode, name: String) -> ArchiveError {
        self.levels.clear();
        ArchiveError { code, name }
    }
}

/// The archive in these bytes, where it has files, not more than so many, and each has its own bytes and name.
fn opened(bytes: Vec<u8>, most_files: usize) -> Result<Zip, ArchiveErrorCode> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveErrorCode::Malformed)?;
    match archive.len() {
        0 => return Err(ArchiveErrorCode::Empty),
        files if files > most_files => return Err(ArchiveErrorCode::TooManyFiles),
        _ => {}
    }
    if archive.has_overlapping_entries().map_err(|_| ArchiveErrorCode::Malformed)? {
        return Err(ArchiveErrorCode::Overlapping);
    }
    if has_same_names(&mut archive) {
        return Err(ArchiveErrorCode::SameName);
    }
    Ok(archive)
}

/// Whether two files have one name. The crate keeps the last of them only and tells of it by these words.
fn has_same_names(archive: &mut Zip) -> bool {
    let told = archive.validate_header_consistency();
    matches!(told, Err(ZipError::InvalidArchive(words)) if words.contains("duplicate file names"))
}

/// The name of this file; none for a folder.
fn file_name(archive: &Zip, at: usize) -> Option<String> {
    let name = match archive.name_for_index(at)? {
        Ok(name) => name.into_owned(),
        Err(_) => format!("{at}"),
    };
    (!name.ends_with('/')).then_some(name)
}

fn day(archive: &Zip, at: usize) -> Option<Date> {
    let dated = archive.by_index_data(at).ok()?.last_modified()?;
    Date::new(dated.year().into(), dated.month(), dated.day()).ok()
}

/// The file's bytes, at most so many. Only spending too much is an error; whatever else is wrong is told of the file.
fn content(archive: &mut Zip, at: usize, most: usize, left: &mut u64) -> Result<Content, ArchiveErrorCode> {
    match unpacked(archive, at, most, left) {
        Ok(content) => Ok(content),
        Err(ArchiveErrorCode::TooLarge) => Err(ArchiveErrorCode::TooLarge),
        Err(code) => {
            // The archive's own bytes stand for what cannot be taken out. No two files share any, so this ends.
            let packed = archive.by_index_raw(at).map_err(io::Error::from).and_then(sha256_and_size);
            let (sha256, size) = packed.unwrap_or_else(|_| (sha256_hex(&[]), 0));
            Ok(Content::Refused(Examined::refused(sha256, size, code.code(), "")))
        }
    }
}

fn unpacked(archive: &mut Zip, at: usize, most: usize, left: &mut u64) -> Result<Content, ArchiveErrorCode> {
    let mut file = archive.by_index(at).map_err(|error| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ArchiveErrorCode::Encrypted
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => ArchiveErrorCode::Method,
        _ => ArchiveErrorCode::Damaged,
    })?;
    let mut counted = file.by_ref().take(left.saturating_add(1));
    let content = content_of(&mut counted, most).map_err(|_| ArchiveErrorCode::Damaged)?;
    *left = counted.limit().checked_sub(1).ok_or(ArchiveErrorCode::TooLarge)?;
    Ok(content)
}

/// All that is read; where that is more than so many bytes, it is refused as too large for a return, and not kept.
///
/// # Errors
/// The reader's.
pub fn content_of(mut from: impl Read, most: usize) -> io::Result<Content> {
    let mut bytes = Vec::new();
    from.by_ref().take(most as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() <= most {
        return Ok(Content::Bytes(bytes));
    }
    let (sha256, size) = sha256_and_size(Cursor::new(bytes).chain(from))?;
    Ok(Content::Refused(Examined::refused(sha256, size, ReadErrorCode::TooLarge.code(), "")))
}
