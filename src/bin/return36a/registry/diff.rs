use super::given::given;
use crate::language::Spoken;
use crate::output::{Ending, Failure, say, say_json};
use clap::Args;
use return36a::registry::{Change, Kind, Registry, What, differences};
use return36a::text::{Language, change_heading, change_text, changes_summary};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Tell in words what one registry asks otherwise than another
///
/// With --json each change gives one line: list, id, change (added, removed, changed, rows, order), member, from, to,
/// message.
#[derive(Args)]
pub struct Diff {
    /// The registry before: a folder of TOML files, or a JSON file, signed or not.
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The registry after.
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// As lines of JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub spoken: Spoken,
}

/// Tells every change, list by list.
pub fn run(words: &Diff) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    let [old, new] = [given(&words.old, language)?.registry, given(&words.new, language)?.registry];
    let changes = differences(&old, &new);
    if words.json {
        changes.iter().try_for_each(|change| say_json(&told(change, &old, &new, language)))?;
        return Ok(Ending::Well);
    }
    let mut text = changes_summary(&old, &new, changes.len(), language) + "\n";
    for kind in Kind::ALL {
        let of_kind: Vec<&Change> = changes.iter().filter(|change| change.kind == kind).collect();
        if !of_kind.is_empty() {
            text.push_str(&format!("\n{}\n", change_heading(kind, language)));
        }
        for change in of_kind {
            text.push_str(&format!("  {}\n", change_text(change, &old, &new, language)));
        }
    }
    say(&text)?;
    Ok(Ending::Well)
}

fn told(change: &Change, old: &Registry, new: &Registry, language: Language) -> Value {
    let mut told = json!({
        "list": change.kind.name(), "id": change.id, "message": change_text(change, old, new, language),
    });
    let more = match &change.what {
        What::Added => json!({ "change": "added" }),
        What::Removed => json!({ "change": "removed" }),
        What::Order => json!({ "change": "order" }),
        What::Rows { added, removed } => json!({ "change": "rows", "added": added, "removed": removed }),
        What::Became { member, from, to } => json!({ "change": "changed", "member": member, "from": from, "to": to }),
    };
    if let (Some(told), Value::Object(more)) = (told.as_object_mut(), more) {
        told.extend(more);
    }
    told
}
