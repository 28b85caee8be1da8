use crate::bench::Tools;
use crate::language::Spoken;
use crate::output::{Ending, Failure, say, say_json, unread};
use crate::under::Under;
use crate::{clock, files};
use clap::Args;
use return36a::collect::{Examined, Filed, Outcome};
use return36a::quarterly::{MOST_BYTES, Return, read};
use return36a::signing::Keyring;
use return36a::text::{
    Language, check_summary, finding_line, finding_message, findings_in_order, read_error_message, return_name,
    unreadable_message, verdict_text,
};
use return36a::vietnamese::Date;
use serde_json::{Value, json};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Check returns against the registry's rules
///
/// With --json each file gives one line: file, verdict (sound, blocked, not-a-return, unread), agency, period, revision,
/// registry (version, same), counts (errors, open, unexplained, justified, notes), findings (rule, severity, field,
/// fields, message, open, justified, fault); of what is no return: code, place, message.
#[derive(Args)]
pub struct Check {
    /// The returns' files.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// An earlier return of the agency to compare with; may be given for several agencies.
    #[arg(long, value_name = "FILE")]
    previous: Vec<PathBuf>,
    /// The day of checking, as 12/6/2017 or 2017-06-12; today in Hà Nội if not given.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
    /// As lines of JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    under: Under,
    #[command(flatten)]
    pub spoken: Spoken,
}

/// What was said of so many files.
#[derive(Default)]
struct Tally {
    sound: usize,
    blocked: usize,
    refused: usize,
}

/// Tells of each file what the rules find in it.
pub fn run(words: &Check) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    let mut tools = Tools::with(words.under.registry(language)?, Keyring::default())?;
    for path in &words.previous {
        let previous = earlier(path, language)?;
        tools.previous.insert(previous.agency.clone(), Arc::new(previous));
    }
    let today = words.today.map_or_else(clock::today, Ok)?;
    let (mut tally, mut ending) = (Tally::default(), Ending::Well);
    tools.look_at(&words.files, today, |path, looked| {
        ending = ending.max(one(&tools, path, looked, words, &mut tally)?);
        Ok(())
    })?;
    if !words.json {
        say(&format!("{}\n", check_summary(tally.sound, tally.blocked, tally.refused, language)))?;
    }
    Ok(ending)
}

fn earlier(path: &Path, language: Language) -> Result<Return, Failure> {
    let bytes = files::bytes(path, MOST_BYTES)?;
    let file = read(&bytes).map_err(|error| {
        Failure::refused(format!("{}: {}", files::name(path), read_error_message(&error, language)))
    })?;
    Ok(file.content)
}

fn one(
    tools: &Tools,
    path: &Path,
    looked: io::Result<Examined>,
    words: &Check,
    tally: &mut Tally,
) -> Result<Ending, Failure> {
    let (name, language) = (files::name(path), words.spoken.language());
    let examined = match looked {
        Ok(examined) => examined,
        Err(error) => {
            tally.refused += 1;
            return unread(path, error, words.json, language).map(|()| Ending::Undone);
        }
    };
    if words.json {
        say_json(&told(tools, &name, &examined, language))?;
    } else {
        say(&lines(tools, &name, &examined, language))?;
    }
    let sound = matches!(&examined.outcome, Outcome::Return(filed) if filed.tally.can_sign());
    let count = match &examined.outcome {
        Outcome::Return(_) if sound => &mut tally.sound,
        Outcome::Return(_) => &mut tally.blocked,
        Outcome::Unreadable { .. } => &mut tally.refused,
    };
    *count += 1;
    Ok(if sound { Ending::Well } else { Ending::Found })
}

/// One line a finding and one for the verdict, each with the file's name.
fn lines(tools: &Tools, name: &str, examined: &Examined, language: Language) -> String {
    let line = |text: &str| format!("{name}: {text}\n");
    match &examined.outcome {
        Outcome::Unreadable { code, place } => line(&unreadable_message(code, place, language)),
        Outcome::Return(filed) => {
            let findings = findings_in_order(filed);
            let findings = findings.iter().map(|found| line(&finding_line(found, filed, &tools.rules, language)));
            let heading = return_name(tools.registry, filed, language);
            findings.collect::<String>() + &line(&format!("{heading}. {}", verdict_text(filed.tally, language)))
        }
    }
}

fn told(tools: &Tools, name: &str, examined: &Examined, language: Language) -> Value {
    match &examined.outcome {
        Outcome::Unreadable { code, place } => json!({
            "file": name, "verdict": "not-a-return",
            "code": code, "place": place, "message": unreadable_message(code, place, language),
        }),
        Outcome::Return(filed) => json!({
            "file": name,
            "verdict": if filed.tally.can_sign() { "sound" } else { "blocked" },
            "agency": filed.content.agency,
            "period": filed.content.period,
            "revision": filed.content.revision,
            "registry": { "version": filed.content.registry.version, "same": filed.same_registry },
            "counts": filed.tally,
            "findings": findings(tools, filed, language),
        }),
    }
}

fn findings(tools: &Tools, filed: &Filed, language: Language) -> Vec<Value> {
    let told = |finding: &&return36a::rules::Finding| {
        json!({
            "rule": finding.rule,
            "severity": finding.severity,
            "field": finding.place(),
            "fields": finding.paths,
            "message": finding_message(finding, tools.rules.text(&finding.rule), language),
            "open": finding.open,
            "justified": finding.is_justified(&filed.content.justifications),
            "fault": finding.fault,
        })
    };
    findings_in_order(filed).iter().map(told).collect()
}
