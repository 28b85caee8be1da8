//! From folders of files to ledgers and tables.

mod found;
mod intake;
mod texts;
mod written;

use crate::bench::Tools;
use crate::language::Spoken;
use crate::ledgers::opened;
use crate::output::{Ending, Failure, complain, say, say_json};
use crate::under::Under;
use crate::{clock, files, keys};
use clap::Args;
use found::found;
use intake::{Intake, Origin, Taken, taken_in};
use return36a::collect::{Arrived, Filing, Ledger, Matrix, Outcome, counting, matrix};
use return36a::registry::Period;
use return36a::text::{Language, Trouble, ledger_summary, trouble_message};
use return36a::vietnamese::Date;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use texts::Texts;

/// Take in folders of returns, write ledgers and tables
///
/// Folders in folders and .zip archives are gone through. Written are, into the folder of --out: ledger-QUARTER.json (a
/// ledger that the page opens, one for each quarter), entries.csv, findings.csv, and
/// parquet/TABLE/period=QUARTER/part-0.parquet of the tables returns, general_tasks, tasks, counts, findings.
///
/// With --json each ledger gives one line: period, due, files, states (files by state), agencies (filed, late, blocked,
/// missing), missing (agencies of which nothing came), written.
#[derive(Args)]
pub struct Collect {
    /// Folders, archives and files.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The folder to write to.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// A key card, a keyring, or a folder of them; may be given more than once.
    #[arg(long, value_name = "PATH")]
    keys: Vec<PathBuf>,
    /// The quarter, as 2017-Q2; without it each return goes to the ledger of its own quarter.
    #[arg(long, value_name = "QUARTER", value_parser = quarter)]
    period: Option<Period>,
    /// The day on which the files were received, as 12/6/2017 or 2017-06-12; today in Hà Nội if not given.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    received: Option<Date>,
    /// Each file was received on the day that it carries itself: on which it was last changed here, or put into its archive.
    #[arg(long, conflicts_with = "received")]
    file_dates: bool,
    /// The ledger of the quarter before, to compare with.
    #[arg(long, value_name = "LEDGER")]
    previous: Option<PathBuf>,
    /// Write over what is there.
    #[arg(long)]
    overwrite: bool,
    /// How many threads; as many as there are processors if not given.
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    /// As lines of JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    under: Under,
    #[command(flatten)]
    pub spoken: Spoken,
}

fn quarter(text: &str) -> Result<Period, String> {
    text.parse().map_err(|_| "write a quarter as 2017-Q2".to_owned())
}

/// Takes all files in, writes what they come to and tells it.
pub fn run(words: &Collect) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    files::refuse_existing([written::ENTRIES, written::FINDINGS].map(|name| words.out.join(name)), words.overwrite)?;
    let tools = tools(words, language)?;
    let received = match (words.file_dates, words.received) {
        (true, _) => None,
        (false, given) => Some(given.map_or_else(clock::today, Ok)?),
    };
    let found = found(&words.paths, &words.out)?;
    let Intake { taken, unread } = taken_in(&tools, &found.sources, received, words.jobs)?;
    let undone: Vec<Trouble> = found.passed.into_iter().chain(unread).collect();
    undone.iter().for_each(|trouble| complain(&trouble_message(trouble, language)));
    let (ledgers, origins) = ledgers(&tools, taken, words.period)?;
    for ledger in &ledgers {
        files::refuse_existing(written::paths(&words.out, ledger.period()), words.overwrite)?;
    }
    let mut texts = Texts::new(&found.sources, origins);
    for ledger in &ledgers {
        written::ledger(&words.out, &tools, ledger, &mut texts, language)?;
    }
    written::tables(&words.out, tools.registry, &ledgers, language)?;
    for ledger in &ledgers {
        tell(&tools, ledger, words, language)?;
    }
    let mend = ledgers.iter().flat_map(Ledger::entries).any(|entry| entry.state.wants_action());
    let ending = if mend { Ending::Found } else { Ending::Well };
    Ok(if undone.is_empty() { ending } else { Ending::Undone })
}

fn tools(words: &Collect, language: Language) -> Result<Tools, Failure> {
    let registry = words.under.registry(language)?;
    let before = words.previous.as_ref().map(|path| opened(path, registry, None, language)).transpose()?;
    let mut tools = Tools::with(registry, keys::keyring(&words.keys, language)?)?;
    tools.previous = before.map(|before| counting(&before.ledger)).unwrap_or_default();
    Ok(tools)
}

/// The ledgers by quarter, and where each file can be read again. What is no return, or of a quarter that the registry
/// does not know, goes to the quarter given, or else to the latest one found.
fn ledgers(
    tools: &Tools,
    taken: Vec<Taken>,
    given: Option<Period>,
) -> Result<(Vec<Ledger>, HashMap<String, Origin>), Failure> {
    let own = |arrived: &Arrived| match &arrived.examined.outcome {
        Outcome::Return(filed) => Some(filed.content.period).filter(|period| tools.registry.period(*period).is_some()),
        Outcome::Unreadable { .. } => None,
    };
    let latest = given.or_else(|| taken.iter().filter_map(|taken| own(&taken.arrived)).max());
    let latest = latest.ok_or_else(|| Failure::unwanted(Trouble::NoQuarter))?;
    let (mut by_period, mut origins) = (BTreeMap::<Period, Vec<Arrived>>::new(), HashMap::new());
    for taken in taken {
        let period = given.or_else(|| own(&taken.arrived)).unwrap_or(latest);
        origins.entry(taken.arrived.examined.sha256.clone()).or_insert(taken.origin);
        by_period.entry(period).or_default().push(taken.arrived);
    }
    let ledger = |(period, mut arrived): (Period, Vec<Arrived>)| {
        arrived.sort_by_key(|arrived| arrived.received);
        let mut ledger = Ledger::new(tools.registry, period);
        ledger.add(arrived);
        ledger
    };
    Ok((by_period.into_iter().map(ledger).collect(), origins))
}

fn tell(tools: &Tools, ledger: &Ledger, words: &Collect, language: Language) -> Result<(), Failure> {
    let matrix = matrix(tools.registry, ledger);
    if words.json {
        return say_json(&told(ledger, &matrix, &words.out));
    }
    say(&ledger_summary(tools.registry, ledger, &matrix, language))
}

fn told(ledger: &Ledger, matrix: &Matrix, out: &Path) -> Value {
    let states: serde_json::Map<String, Value> =
        ledger.tally().into_iter().map(|(state, count)| (state.code().to_owned(), count.into())).collect();
    let missing = matrix.rows.iter().filter(|row| row.filing == Filing::Missing);
    json!({
        "period": ledger.period(),
        "due": ledger.due(),
        "files": ledger.entries().len(),
        "states": states,
        "agencies": {
            "filed": matrix.count(None, Filing::Filed),
            "late": matrix.count(None, Filing::Late),
            "blocked": matrix.count(None, Filing::Blocked),
            "missing": matrix.count(None, Filing::Missing),
        },
        "missing": missing.map(|row| row.agency.as_str()).collect::<Vec<_>>(),
        "written": written::paths(out, ledger.period()).iter().map(|path| files::name(path)).collect::<Vec<_>>(),
    })
}
