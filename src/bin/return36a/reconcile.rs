use crate::language::Spoken;
use crate::ledgers::opened_beside;
use crate::output::{self, Ending, Failure};
use crate::under::Under;
use clap::Args;
use return36a::collect::{Agreement, Collected, CrossCheck, Side, crosschecks, rank_differences};
use return36a::registry::{Contradiction, Registry, self_check};
use return36a::text::{
    Language, contradiction_heading, contradiction_text, crosscheck_list, crosscheck_text, rank_difference_text,
    reconciliation_list, reconciliation_table,
};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Print where the documents contradict one another, or hold a ledger against itself and against them
///
/// With --json each contradiction gives one line: heading, what, values, places, message; and each comparison of a ledger:
/// code, what, agency, left and right (number, of), difference, agreement (agrees, differs, unknown), agencies, message.
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
    /// As lines of JSON.
    #[arg(long, conflicts_with = "markdown")]
    json: bool,
    #[command(flatten)]
    under: Under,
    #[command(flatten)]
    pub spoken: Spoken,
}

/// Prints every contradiction of the documents, or every comparison of a ledger.
pub fn run(words: &Reconcile) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    let registry = words.under.registry(language)?;
    let text = match &words.ledger {
        Some(ledger) => {
            let (now, before) = opened_beside(ledger, registry, words.previous.as_deref(), language)?;
            let collected = Collected::of_ledger(registry, &now.ledger, before.as_ref().map(|before| &before.ledger));
            if words.json { lines(checks(&collected, language)) } else { of_ledger(&collected, language) }
        }
        None if words.json => lines(contradictions(registry, language)),
        None if words.markdown => reconciliation_table(registry, language),
        None => reconciliation_list(registry, language),
    };
    output::say(&text)?;
    Ok(Ending::Well)
}

fn of_ledger(collected: &Collected<'_>, language: Language) -> String {
    let registry = collected.registry;
    let ranks = rank_differences(collected);
    let ranks = ranks.iter().map(|of| format!("  {}.\n", rank_difference_text(registry, of, language)));
    crosscheck_list(registry, &crosschecks(collected), language) + &ranks.collect::<String>()
}

fn lines(values: Vec<Value>) -> String {
    values.iter().map(|value| format!("{value}\n")).collect()
}

fn contradictions(registry: &Registry, language: Language) -> Vec<Value> {
    let mut all = self_check(registry).contradictions;
    all.sort_by_key(|one| one.code);
    let told = |one: &Contradiction| {
        json!({
            "heading": contradiction_heading(one.code, language),
            "what": one.what,
            "values": one.values,
            "places": one.places,
            "message": contradiction_text(registry, one, language).sentence(language),
        })
    };
    all.iter().map(told).collect()
}

fn checks(collected: &Collected<'_>, language: Language) -> Vec<Value> {
    let side = |side: &Side| json!({ "number": side.number, "of": side.of });
    let told = |check: &CrossCheck| {
        json!({
            "code": check.code.code(),
            "what": check.what,
            "agency": check.agency,
            "left": side(&check.left),
            "right": side(&check.right),
            "difference": check.difference(),
            "agreement": match check.agreement() {
                Agreement::Agrees => "agrees",
                Agreement::Differs => "differs",
                Agreement::Unknown => "unknown",
            },
            "agencies": check.agencies,
            "message": crosscheck_text(collected.registry, check, language).verdict,
        })
    };
    crosschecks(collected).iter().map(told).collect()
}
