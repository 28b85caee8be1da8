//! A number that was pasted with words beside it: the number for the field, the words for the remark of its row.

use super::draft::Draft;
use super::entry::{WORDS, clean};
use crate::quarterly::{Answer, Field, MOST_TEXT, field};
use crate::rules::Found;
use crate::text::{Language, unit_name};

/// What is offered for a number with words beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    /// The number for the field.
    pub(super) number: i64,
    /// The remark's path.
    remark: String,
    /// The remark with the words after what it says already.
    text: String,
}

/// What is offered at a field; none where no number with words was typed, or where the remark could not carry them.
pub(super) fn offer(draft: &Draft, path: &str, language: Language) -> Option<Offer> {
    let finding = &draft.entries.get(path)?.finding;
    let (Some(Found::Number(number)), Some(Found::Text(words))) =
        (finding.values.get("number"), finding.values.get("words"))
    else {
        return None;
    };
    let (remark, tier) = remark_of(path)?;
    let words = tier.map_or_else(String::new, |tier| format!("{}: ", unit_name(tier, language))) + &bare(words);
    let old = match field(&mut draft.content.clone(), &remark)? {
        Field::Text(old) => old.clone(),
        _ => return None,
    };
    let text = match old {
        old if old.is_empty() => words,
        old if old.split("; ").any(|said| said == words) => old,
        old => format!("{old}; {words}"),
    };
    let fits = text.len() <= MOST_TEXT && !draft.entries.contains_key(&remark);
    (finding.rule == WORDS && fits).then_some(Offer { number: *number, remark, text })
}

/// Puts the number into its field and the words into the remark, and gives the remark's path; none where nothing is
/// offered.
pub(super) fn move_words(draft: &mut Draft, path: &str, language: Language) -> Option<String> {
    let Offer { number, remark, text } = offer(draft, path, language)?;
    if let Some(Field::Text(slot)) = field(&mut draft.content, &remark) {
        *slot = clean(&text);
    }
    if let Some(Field::Answer(slot)) = field(&mut draft.content, path) {
        *slot = Some(Answer::from_number(number));
    }
    draft.entries.remove(path);
    Some(remark)
}

/// The remark of a count's row; units share their task's, where the tier is named before the words. A listed service has
/// none.
pub(super) fn remark_of(path: &str) -> Option<(String, Option<&str>)> {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["", "services", id, "answer"] => Some((format!("/services/{id}/remark"), None)),
        ["", "general_tasks", id, "units", tier, _] => Some((format!("/general_tasks/{id}/remark"), Some(tier))),
        _ => None,
    }
}

/// The words without the brackets around all of them.
fn bare(words: &str) -> String {
    let inside = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inside.filter(|inside| !inside.contains(['(', ')'])).unwrap_or(words).trim().to_owned()
}
