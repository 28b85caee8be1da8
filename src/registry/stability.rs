//! A new edition held against the one before: what was issued keeps its name, and a name its meaning.

use super::{Fault, FaultCode, Registry};
use crate::vietnamese::search_key;
use std::collections::BTreeSet;

/// Ids that are gone or now mean another thing, and an edition that does not follow the one before; empty where the new
/// registry may be issued after the old one.
///
/// Returns, keyrings and rules name things by their ids. A text that shares fewer than half of its words with the one
/// before is taken for another thing's.
pub fn instabilities(old: &Registry, new: &Registry) -> Vec<Fault> {
    let mut found = Found { faults: Vec::new() };
    found.editions(old, new);
    found.list(
        "document",
        &old.document,
        &new.document,
        |of| of.id.to_string(),
        |old, new| !old.number.is_empty() && old.number != new.number,
    );
    found.list(
        "agency",
        &old.agency,
        &new.agency,
        |of| of.id.to_string(),
        |old, new| old.tier() != new.tier() || !new.spellings().any(|spelling| !is_another(&old.name, spelling)),
    );
    found.list("period", &old.period, &new.period, |of| of.id.to_string(), |_, _| false);
    found.list(
        "general task",
        &old.general_task,
        &new.general_task,
        |of| of.id.to_string(),
        |old, new| old.evidence != new.evidence || is_another(&old.text.vi, &new.text.vi),
    );
    found.list(
        "task",
        &old.task,
        &new.task,
        |of| of.number.to_string(),
        |old, new| old.agency != new.agency || is_another(&old.text, &new.text),
    );
    found.list(
        "indicator",
        &old.indicator,
        &new.indicator,
        |of| of.id.to_string(),
        |old, new| old.task != new.task || old.unit != new.unit || is_another(&old.label.vi, &new.label.vi),
    );
    found.list(
        "count",
        &old.count,
        &new.count,
        |of| of.id.to_string(),
        |old, new| (old.group, old.level) != (new.group, new.level),
    );
    found.list("rule", &old.rule, &new.rule, |of| of.id.to_string(), |old, new| old.scope != new.scope);
    found.faults
}

struct Found {
    faults: Vec<Fault>,
}

impl Found {
    fn say(&mut self, code: FaultCode, place: String) {
        self.faults.push(Fault { code, place });
    }

    /// The same registry, and a later version of it unless nothing was changed.
    fn editions(&mut self, old: &Registry, new: &Registry) {
        let (before, after) = (&old.registry, &new.registry);
        if before.id != after.id {
            return self.say(FaultCode::OtherRegistry, format!("registry {}", after.id));
        }
        let same = old.canonical_json().ok() == new.canonical_json().ok();
        if !same && !after.follows(before) {
            self.say(FaultCode::VersionNotRaised, format!("registry {} {}", after.id, after.version));
        }
    }

    fn list<T>(
        &mut self,
        name: &str,
        old: &[T],
        new: &[T],
        id: impl Fn(&T) -> String,
        is_another: impl Fn(&T, &T) -> bool,
    ) {
        for thing in old {
            match new.iter().find(|other| id(other) == id(thing)) {
                None => self.say(FaultCode::IdRemoved, format!("{name} {}", id(thing))),
                Some(now) if is_another(thing, now) => self.say(FaultCode::IdReused, format!("{name} {}", id(thing))),
                Some(_) => {}
            }
        }
    }
}

/// Whether two texts speak of different things: they share fewer than half of the words of the shorter one.
fn is_another(old: &str, new: &str) -> bool {
    let (old, new) = (search_key(old), search_key(new));
    let words = |text: &str| -> BTreeSet<String> { text.split_whitespace().map(str::to_owned).collect() };
    let (old, new) = (words(&old), words(&new));
    2 * old.intersection(&new).count() < old.len().min(new.len())
}

#[cfg(test)]
mod tests {
    use super::is_another;

    #[test]
    fn a_text_that_was_mended_is_the_same_and_one_that_shares_few_words_another() {
        assert!(!is_another("Kết nối các phần mềm quản lý văn bản", "Kết nối, liên thông phần mềm quản lý văn bản"));
        assert!(is_another("Kết nối các phần mềm quản lý văn bản", "Ban hành kế hoạch lắp đồng hồ nước"));
        assert!(!is_another("", ""));
    }
}
