use crate::language::Spoken;
use crate::ledgers::opened_beside;
use crate::output::{self, Ending, Failure};
use clap::Args;
use return36a::collect::{Collected, crosschecks, rank_differences};
use return36a::registry::Registry;
use return36a::text::{Language, crosscheck_list, rank_difference_text, reconciliation_list, reconciliation_table};
use std::path::{Path, PathBuf};

/// Print where the documents contradict one another, or hold a ledger against itself and against them
#[derive(Args)]
pub struct Reconcile {
    /// A ledger: what was collected is held against itself, against what the documents print, and against the quarter
    /// before. Without it the documents alone are told.
    #[arg(value_name = "LEDGER")]
    ledger: Option<PathBuf>,
    /// The ledger of the quarter before.
    #[arg(long, value_name = "LEDGER", requires = "ledger")]
    previous: Option<PathBuf>,
    /// As a Markdown table; of the documents only.
    #[arg(long, conflicts_with = "ledger")]
    markdown: bool,
    #[command(flatten)]
    pub spoken: Spoken,
}

/// Prints every contradiction of the documents, or every comparison of a ledger.
pub fn run(words: &Reconcile) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    let text = match &words.ledger {
        Some(ledger) => of_ledger(ledger, words.previous.as_deref(), language)?,
        None => {
            let registry = Registry::embedded().map_err(Failure::undone)?;
            let text = if words.markdown { reconciliation_table } else { reconciliation_list };
            text(registry, language)
        }
    };
    output::say(&text)?;
    Ok(Ending::Well)
}

fn of_ledger(ledger: &Path, previous: Option<&Path>, language: Language) -> Result<String, Failure> {
    let (now, before) = opened_beside(ledger, previous, language)?;
    let registry = now.tools.registry;
    let collected = Collected::of_ledger(registry, &now.ledger, before.as_ref().map(|before| &before.ledger));
    let ranks = rank_differences(&collected);
    let ranks = ranks.iter().map(|of| format!("  {}.\n", rank_difference_text(registry, of, language)));
    Ok(crosscheck_list(registry, &crosschecks(&collected), language) + &ranks.collect::<String>())
}
