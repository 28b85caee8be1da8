//! Drafts in the browser's storage, which other windows write into as well: nothing is written over what this window does
//! not know of.

use super::browser::{hour, storage};
use crate::session::{Action, DraftKey};
use std::collections::BTreeMap;
use web_sys::StorageEvent;

/// Where the draft that was open last is named.
const LAST: &str = "return36a/last";
/// Where windows tell each other which draft they have open.
const WINDOW: &str = "return36a/window";

/// What this window knows of the storage's drafts.
pub(super) struct Drafts {
    /// By name: each as it was read or written last.
    known: BTreeMap<String, String>,
    /// By what this window is told from others.
    own: String,
}

impl Drafts {
    /// What the storage holds, all of it, and what is known of it from now on; none where it is refused.
    pub(super) fn opened() -> (Self, Option<Vec<(String, String)>>) {
        let kept = kept();
        let drafts = kept.iter().flatten().filter(|(name, _)| DraftKey::of_name(name).is_some());
        let own = format!("{:x}-{:x}", js_sys::Date::now() as u64, (js_sys::Math::random() * 1e9) as u64);
        (Self { known: drafts.cloned().collect(), own }, kept)
    }

    /// Keeps a draft and remembers that it was open last, unless something else is there than this window knows of. What is
    /// told afterwards is true: the storage was read again.
    pub(super) fn keep(&mut self, name: String, text: String) -> Action {
        let Some(there) = storage().and_then(|storage| storage.get_item(&name).ok()) else {
            return Action::KeepRefused(name);
        };
        if there.as_ref() != self.known.get(&name) && there.as_ref() != Some(&text) {
            self.know(&name, there.clone());
            return Action::KeptElsewhere { name, text: there, ours: Some(text) };
        }
        let written = storage().is_some_and(|storage| {
            storage.set_item(&name, &text).is_ok()
                && storage.get_item(&name).is_ok_and(|read| read.as_ref() == Some(&text))
        });
        if !written {
            return Action::KeepRefused(name);
        }
        remember(LAST, &name);
        self.know(&name, Some(text));
        Action::Kept { name, at: hour() }
    }

    /// Forgets a draft, unless something else is there than this window knows of: that is told instead.
    pub(super) fn forget(&mut self, name: String) -> Option<Action> {
        let there = storage()?.get_item(&name).ok()?;
        if there.as_ref() != self.known.get(&name) {
            self.know(&name, there.clone());
            return Some(Action::KeptElsewhere { name, text: there, ours: None });
        }
        self.know(&name, None);
        let _ = storage()?.remove_item(&name);
        None
    }

    fn know(&mut self, name: &str, text: Option<String>) {
        match text {
            Some(text) => drop(self.known.insert(name.to_owned(), text)),
            None => drop(self.known.remove(name)),
        }
    }

    /// Tells other windows that this draft is open here.
    pub(super) fn announce(&self, draft: &str) {
        self.tell("open", draft);
    }

    fn tell(&self, kind: &str, draft: &str) {
        // The same text twice would be told to nobody.
        remember(WINDOW, &format!("{kind}\n{draft}\n{}\n{}", self.own, js_sys::Date::now()));
    }

    /// What another window has written, as far as it concerns drafts; `open` names what is open here.
    pub(super) fn heard(&mut self, event: &StorageEvent, open: &[String]) -> Option<Action> {
        let Some(name) = event.key() else {
            self.known.clear();
            return Some(Action::Cleared);
        };
        if name == WINDOW {
            return self.greeted(&event.new_value()?, open);
        }
        DraftKey::of_name(&name)?;
        // The storage itself is asked: of several events the first may be old by now.
        let text = storage()?.get_item(&name).ok()?;
        if text.as_ref() == self.known.get(&name) {
            return None;
        }
        self.know(&name, text.clone());
        Some(Action::KeptElsewhere { name, text, ours: None })
    }

    fn greeted(&self, text: &str, open: &[String]) -> Option<Action> {
        let mut lines = text.lines();
        let (kind, draft, other) = (lines.next()?, lines.next()?, lines.next()?);
        if !open.iter().any(|open| open == draft) || other == self.own {
            return None;
        }
        let first = kind == "open";
        if first {
            self.tell("too", draft);
        }
        Some(Action::OpenElsewhere { name: draft.to_owned(), first })
    }
}

/// Everything in the storage; none where it is refused.
fn kept() -> Option<Vec<(String, String)>> {
    let storage = storage()?;
    let count = storage.length().ok()?;
    let names = (0..count).filter_map(|index| storage.key(index).ok()?);
    Some(names.filter_map(|name| Some((name.clone(), storage.get_item(&name).ok()??))).collect())
}

/// The draft that was open last.
pub(super) fn last() -> Option<String> {
    storage()?.get_item(LAST).ok()?
}

/// Remembers a small text under this name, if the storage takes it.
pub(super) fn remember(name: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, text);
    }
}
