//! What is measured, and the words behind `cargo xtask bench`.

use crate::shell::Failure;
use crate::{intake, medians, node, peers, steps};
use std::path::{PathBuf, absolute};

/// What `cargo xtask bench` measures.
#[derive(Debug, PartialEq)]
pub enum Bench {
    /// The core by its benchmarks, beside the run that was kept last; with `keep` this run takes its place.
    Core { keep: bool },
    /// 12,000 files, by the command line and in the browser.
    Files,
    /// The same files by the command line and by a Node script, on one processor each.
    Node,
    /// The page beside the form libraries of a folder.
    Peers { peers: PathBuf, words: Vec<String> },
}

impl Bench {
    /// What these words ask for.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Result<Self, Failure> {
        let words: Vec<&str> = words.collect();
        match words.as_slice() {
            [] => Ok(Self::Core { keep: false }),
            ["--keep"] => Ok(Self::Core { keep: true }),
            ["files"] => Ok(Self::Files),
            ["node"] => Ok(Self::Node),
            ["peers", "--peers", folder, words @ ..] => {
                let peers = absolute(folder).map_err(|_| Failure::usage("--peers wants a folder."))?;
                Ok(Self::Peers { peers, words: words.iter().map(ToString::to_string).collect() })
            }
            ["peers", ..] => Err(Failure::usage("`bench peers` wants --peers and the folder of the peers.")),
            ["--keep" | "files" | "node", extra, ..] | [extra, ..] => {
                let known = "it knows --keep, files, node and peers.";
                Err(Failure::usage(format!("`bench` takes no `{extra}`: {known}")))
            }
        }
    }

    /// Measures, and prints what was found.
    pub fn run(self) -> Result<(), Failure> {
        match self {
            Self::Core { keep } => medians::bench(keep),
            Self::Files => steps::bench_files(),
            Self::Node => node::bench(&intake::made()?),
            Self::Peers { peers, words } => peers::bench(&peers, &words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Bench, String> {
        Bench::of(line.split_whitespace()).map_err(|failure| failure.sentence)
    }

    #[test]
    fn the_words_say_what_is_measured() {
        assert_eq!(parsed(""), Ok(Bench::Core { keep: false }));
        assert_eq!(parsed("--keep"), Ok(Bench::Core { keep: true }));
        assert_eq!(parsed("files"), Ok(Bench::Files));
        assert_eq!(parsed("node"), Ok(Bench::Node));
        let peers = absolute("peers").expect("a path");
        let words = vec!["--runs".to_owned(), "3".to_owned()];
        assert_eq!(parsed("peers --peers peers --runs 3"), Ok(Bench::Peers { peers, words }));
    }

    #[test]
    fn words_that_measure_nothing_are_named() {
        for (line, wrong) in [("keep", "keep"), ("--keep files", "files"), ("files now", "now"), ("node 3", "3")] {
            let says = format!("`bench` takes no `{wrong}`: it knows --keep, files, node and peers.");
            assert_eq!(parsed(line), Err(says));
        }
        let wanting = "`bench peers` wants --peers and the folder of the peers.";
        assert_eq!(parsed("peers"), Err(wanting.to_owned()));
        assert_eq!(parsed("peers --peers"), Err(wanting.to_owned()));
    }
}
