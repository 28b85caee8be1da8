use crate::bench::Tools;
use crate::language::Spoken;
use crate::output::{Ending, Failure, say, say_json, unread};
use crate::under::Under;
use crate::{clock, files, keys};
use clap::Args;
use return36a::collect::{Examined, Outcome, Standing};
use return36a::text::{
    Language, return_name, signature_line, signature_sentence, unreadable_message, unsigned_text, verify_summary,
};
use serde_json::{Value, json};
use std::io;
use std::path::{Path, PathBuf};

/// Verify the signatures of returns beside a keyring
///
/// With --json each file gives one line: file, verdict (genuine, unsigned, unknown, not-in-force, other-agency,
/// broken, not-a-return, unread), agency, period, revision, content_sha256, signatures (code, kid, role, issued_at, holder, message); of what
/// is no return: code, place, message.
#[derive(Args)]
pub struct Verify {
    /// The returns' files.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// A key card, a keyring, or a folder of them; may be given more than once.
    #[arg(long, value_name = "PATH")]
    keys: Vec<PathBuf>,
    /// As lines of JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    under: Under,
    #[command(flatten)]
    pub spoken: Spoken,
}

/// Tells of each file what its signatures are worth.
pub fn run(words: &Verify) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    let tools = Tools::without_rules(words.under.registry(language)?, keys::keyring(&words.keys, language)?)?;
    let mut standings = Vec::new();
    let mut ending = Ending::Well;
    tools.look_at(&words.files, clock::today()?, |path, looked| {
        let (standing, said) = one(&tools, path, looked, words)?;
        standings.push(standing);
        ending = ending.max(said);
        Ok(())
    })?;
    if !words.json {
        let genuine = standings.iter().filter(|standing| **standing == Some(Standing::Genuine)).count();
        let refused = standings.iter().filter(|standing| standing.is_none()).count();
        let others = standings.len() - genuine - refused;
        say(&format!("{}\n", verify_summary(genuine, others, refused, language)))?;
    }
    Ok(ending)
}

fn one(
    tools: &Tools,
    path: &Path,
    looked: io::Result<Examined>,
    words: &Verify,
) -> Result<(Option<Standing>, Ending), Failure> {
    let (name, language) = (files::name(path), words.spoken.language());
    let examined = match looked {
        Ok(examined) => examined,
        Err(error) => return unread(path, error, words.json, language).map(|()| (None, Ending::Undone)),
    };
    if words.json {
        say_json(&told(&name, &examined, language))?;
    } else {
        say(&lines(tools, &name, &examined, language))?;
    }
    let standing = match &examined.outcome {
        Outcome::Return(filed) => Some(filed.standing),
        Outcome::Unreadable { .. } => None,
    };
    let ending = if standing == Some(Standing::Genuine) { Ending::Well } else { Ending::Found };
    Ok((standing, ending))
}

fn lines(tools: &Tools, name: &str, examined: &Examined, language: Language) -> String {
    let line = |text: &str| format!("{name}: {text}\n");
    match &examined.outcome {
        Outcome::Unreadable { code, place } => line(&unreadable_message(code, place, language)),
        Outcome::Return(filed) => {
            let heading = line(&format!("{}.", return_name(tools.registry, filed, language)));
            let signatures = filed.signatures.iter();
            let signatures = signatures.map(|signature| line(&signature_line(tools.registry, signature, language)));
            let unsigned = if filed.signatures.is_empty() { line(unsigned_text(language)) } else { String::new() };
            heading + &signatures.collect::<String>() + &unsigned
        }
    }
}

fn told(name: &str, examined: &Examined, language: Language) -> Value {
    match &examined.outcome {
        Outcome::Unreadable { code, place } => json!({
            "file": name, "verdict": "not-a-return",
            "code": code, "place": place, "message": unreadable_message(code, place, language),
        }),
        Outcome::Return(filed) => {
            let signatures = filed.signatures.iter().map(|signature| {
                json!({
                    "code": signature.code, "kid": signature.kid, "role": signature.role,
                    "issued_at": signature.issued_at, "holder": signature.holder,
                    "message": signature_sentence(signature, language),
                })
            });
            json!({
                "file": name,
                "verdict": filed.standing,
                "agency": filed.content.agency,
                "period": filed.content.period,
                "revision": filed.content.revision,
                "content_sha256": filed.content_sha256,
                "signatures": signatures.collect::<Vec<_>>(),
            })
        }
    }
}
