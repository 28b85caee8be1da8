use crate::language::Spoken;
use crate::output::{self, Ending, Failure};
use clap::Args;
use return36a::registry::Registry;
use return36a::text::{reconciliation_list, reconciliation_table};

/// Print where the printed parts of the documents contradict one another
#[derive(Args)]
pub struct Reconcile {
    #[command(flatten)]
    spoken: Spoken,
    /// As a Markdown table.
    #[arg(long)]
    markdown: bool,
}

/// Prints every contradiction, as a numbered list or as a table.
pub fn run(words: &Reconcile) -> Result<Ending, Failure> {
    let registry = Registry::embedded().map_err(Failure::undone)?;
    let text = if words.markdown { reconciliation_table } else { reconciliation_list };
    output::say(&text(registry, words.spoken.language()))?;
    Ok(Ending::Well)
}
