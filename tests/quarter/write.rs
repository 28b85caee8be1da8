//! `cargo run --example quarter -- DIR [PERIOD] [--many N]`: writes a quarter's files, so that a newcomer can try the desk.
//!
//! DIR/files holds what comes in, each file dated on the day it came; DIR/cards the keys that the coordinator knows;
//! DIR/expected.csv the state that each file must get. With `--many N`, DIR/files holds N signed files of all quarters
//! instead, in chains of amendments.
#![allow(clippy::unwrap_used, reason = "an example that cannot go on says so by panicking")]

#[path = "mod.rs"]
mod quarter;

use clap::Parser;
use quarter::days::morning;
use quarter::files::{Quarter, Sample};
use quarter::keys::Signatory;
use return36a::registry::{Period, PeriodError, Registry};
use return36a::signing::KeyCard;
use std::fs::{self, File};
use std::io::{Error, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Writes the files of a quarter, good and bad of every state, and the states that they must get.
#[derive(Parser)]
struct Words {
    /// The folder, made if it is not there.
    folder: PathBuf,
    /// The quarter, from 2016-Q2 to 2017-Q4.
    #[arg(default_value = "2017-Q2", value_parser = period)]
    period: Period,
    /// So many sound files of all quarters, in chains of amendments, in place of one quarter's.
    #[arg(long)]
    many: Option<usize>,
}

fn period(text: &str) -> Result<Period, &'static str> {
    let [first, last] = ["2016-Q2", "2017-Q4"].map(|id| id.parse::<Period>().unwrap());
    let period = text.parse().map_err(|PeriodError| "not a quarter as 2017-Q2")?;
    if (first..=last).contains(&period) { Ok(period) } else { Err("not from 2016-Q2 to 2017-Q4") }
}

fn main() -> Result<(), Error> {
    let words = Words::parse();
    let registry = Registry::embedded().unwrap();
    match words.many {
        Some(count) => write_many(registry, &words.folder, count),
        None => write_quarter(&quarter::files::quarter(registry, words.period), &words.folder),
    }
}

fn write_quarter(quarter: &Quarter, folder: &Path) -> Result<(), Error> {
    for sample in &quarter.samples {
        write_sample(sample, &folder.join("files"))?;
    }
    write_cards(&quarter.cards, folder)?;
    let mut table = csv::Writer::from_path(folder.join("expected.csv"))?;
    table.write_record(["file", "agency", "state", "received", "about"])?;
    for Sample { name, agency, state, received, about, .. } in &quarter.samples {
        let agency = agency.as_ref().map_or("", |agency| agency.as_str());
        table.write_record([name, agency, state, &received.iso(), about])?;
    }
    table.flush()?;
    let missing: Vec<&str> = quarter.missing.iter().map(|agency| agency.as_str()).collect();
    println!("{}: {} files, nothing from {}", quarter.period, quarter.samples.len(), missing.join(", "));
    Ok(())
}

fn write_sample(sample: &Sample, folder: &Path) -> Result<(), Error> {
    let mut file = created(&folder.join(&sample.name))?;
    file.write_all(&sample.bytes)?;
    let received = Duration::from_secs(u64::try_from(morning(sample.received)).unwrap_or_default());
    file.set_modified(SystemTime::UNIX_EPOCH + received)
}

fn write_many(registry: &Registry, folder: &Path, count: usize) -> Result<(), Error> {
    let mut bytes = 0;
    for (name, file) in quarter::many::many(registry, count) {
        bytes += file.len();
        created(&folder.join("files").join(name))?.write_all(&file)?;
    }
    let cards = quarter::reporting(registry).into_iter().map(|agency| Signatory::of(agency).card);
    write_cards(&cards.collect::<Vec<_>>(), folder)?;
    println!("{count} files, {bytes} bytes");
    Ok(())
}

fn write_cards(cards: &[KeyCard], folder: &Path) -> Result<(), Error> {
    for card in cards {
        let json = card.json().map_err(Error::other)?;
        created(&folder.join("cards").join(format!("{}.json", card.agency)))?.write_all(json.as_bytes())?;
    }
    Ok(())
}

fn created(path: &Path) -> Result<File, Error> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    File::create(path)
}
