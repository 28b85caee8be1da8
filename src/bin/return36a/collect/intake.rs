//! Files taken in on all processors: read, examined, forgotten.

use super::found::Source;
use crate::bench::Tools;
use crate::files;
use crate::output::{Failure, progress};
use indicatif::ProgressBar;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelBridge, ParallelIterator};
use return36a::collect::{
    ArchiveError, Arrived, Bounds, Content, Examined, FilesInZip, Packed, files_in_zip, is_archive,
};
use return36a::quarterly::MOST_BYTES;
use return36a::registry::sha256_hex;
use return36a::text::Trouble;
use return36a::vietnamese::Date;

/// A file that was taken in, and where it can be read again.
pub struct Taken {
    /// What the ledger takes.
    pub arrived: Arrived,
    /// Where it came from.
    pub origin: Origin,
}

/// Where a file can be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The number of its source.
    pub source: usize,
    /// Its number in the archive, none for a file of its own.
    pub packed: Option<usize>,
}

/// What was taken in, and what could not be read from the disk.
#[derive(Default)]
pub struct Intake {
    /// In the order of the sources and, within an archive, of its files.
    pub taken: Vec<Taken>,
    /// Files that cannot be read.
    pub unread: Vec<Trouble>,
}

/// What comes of one source: its files, or why it cannot be read.
type OfSource = Result<Result<Vec<Taken>, Trouble>, Failure>;

/// What all files are taken in with.
#[derive(Clone, Copy)]
struct Desk<'a> {
    tools: &'a Tools,
    received: Option<Date>,
    progress: &'a ProgressBar,
}

/// Takes all files in, received on this day or else each on its own, in `jobs` threads; 0 is as many as there are processors.
pub fn taken_in(tools: &Tools, sources: &[Source], received: Option<Date>, jobs: usize) -> Result<Intake, Failure> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(jobs).build().map_err(Failure::undone)?;
    let progress = progress(sources.len());
    let desk = Desk { tools, received, progress: &progress };
    let of_source = |(number, source): (usize, &Source)| {
        let taken = desk.of_source(number, source);
        progress.inc(1);
        taken
    };
    let all: Vec<OfSource> = threads.install(|| sources.par_iter().enumerate().map(of_source).collect());
    progress.finish_and_clear();
    let mut intake = Intake::default();
    for of_source in all {
        match of_source? {
            Ok(taken) => intake.taken.extend(taken),
            Err(trouble) => intake.unread.push(trouble),
        }
    }
    Ok(intake)
}

impl Desk<'_> {
    fn of_source(self, number: usize, source: &Source) -> OfSource {
        let is_archive = is_archive(&source.name);
        let most = if is_archive { Bounds::USUAL.packed } else { MOST_BYTES };
        let content = match files::content(&source.path, most) {
            Ok(content) => content,
            Err(error) => return Ok(Err(files::cannot_read(&source.path, error))),
        };
        let received = self.received.map_or_else(|| files::day(&source.path), Ok)?;
        match content {
            Content::Bytes(bytes) if is_archive => self.of_archive(number, source, bytes, received).map(Ok),
            content => {
                let origin = Origin { source: number, packed: None };
                Ok(Ok(vec![self.taken(source.name.clone(), received, content, origin)?]))
            }
        }
    }

    fn of_archive(self, number: usize, source: &Source, bytes: Vec<u8>, received: Date) -> Result<Vec<Taken>, Failure> {
        let (sha256, size) = (sha256_hex(&bytes), bytes.len() as u64);
        let given_up = |error: ArchiveError| {
            let refused = Examined::refused(sha256.clone(), size, error.code.code(), &error.name);
            let origin = Origin { source: number, packed: None };
            self.taken(source.name.clone(), received, Content::Refused(refused), origin)
        };
        match files_in_zip(&source.name, bytes, Bounds::USUAL) {
            Ok(inside) => self.of_files(number, inside, received, given_up),
            Err(error) => Ok(vec![given_up(error)?]),
        }
    }

    /// Takes an archive's files in on all processors, as they are taken out of it.
    fn of_files(
        self,
        number: usize,
        inside: FilesInZip,
        received: Date,
        given_up: impl Fn(ArchiveError) -> Result<Taken, Failure> + Sync,
    ) -> Result<Vec<Taken>, Failure> {
        let one = |(at, packed): (usize, Result<Packed, ArchiveError>)| {
            self.progress.inc_length(1);
            let taken = match packed {
                Ok(Packed { name, dated, content }) => {
                    let received = self.received.or(dated).unwrap_or(received);
                    self.taken(name, received, content, Origin { source: number, packed: Some(at) })
                }
                Err(error) => given_up(error),
            };
            self.progress.inc(1);
            taken.map(|taken| (at, taken))
        };
        let taken: Result<Vec<(usize, Taken)>, Failure> = inside.enumerate().par_bridge().map(one).collect();
        let mut taken = taken?;
        taken.sort_by_key(|(at, _)| *at);
        Ok(taken.into_iter().map(|(_, taken)| taken).collect())
    }

    fn taken(self, name: String, received: Date, content: Content, origin: Origin) -> Result<Taken, Failure> {
        let examined = match content {
            Content::Bytes(bytes) => self.tools.examined(&bytes, received)?,
            Content::Refused(examined) => examined,
        };
        let arrived = Arrived { name, received, examined, note: String::new(), set_aside: false };
        Ok(Taken { arrived, origin })
    }
}
