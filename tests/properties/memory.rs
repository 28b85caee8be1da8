//! What a person remembers to have entered, to be held against the draft.
//!
//! It forgets only what the person has taken back or replaced: a draft that was deleted for good, a list in place of another,
//! a count in place of a reason, and what was not yet written when the page was killed.

use return36a::quarterly::{Answer, Field, ListedService, SERVICE_LIST, field, word};
use return36a::registry::ServiceId;
use return36a::session::{Action, Draft, DraftKey, Effect, State};
use return36a::vietnamese::{Date, Decimal, parse_count};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Something entered.
#[derive(Clone, Debug, PartialEq)]
pub enum Entered {
    /// A typed text, without what no field keeps.
    Text(String),
    /// A chosen word.
    Word(String),
    /// A reason for a warning of this rule.
    Reason(String, String),
    /// A whole service list.
    List(Arc<BTreeMap<ServiceId, ListedService>>),
}

/// Entered values by their fields.
type Fields = BTreeMap<String, Entered>;

#[derive(Default)]
pub struct Memory {
    /// What was entered in each draft.
    pub entered: BTreeMap<DraftKey, Fields>,
    /// The same when the draft was kept last.
    pub kept: BTreeMap<DraftKey, Fields>,
    /// Drafts that the storage has refused since.
    pub refused: BTreeSet<DraftKey>,
    /// What a tick of "no data" took the place of: count and reason.
    aside: BTreeMap<String, (Option<Entered>, Option<Entered>)>,
    /// What stood in the draft that was deleted last.
    deleted: Option<(DraftKey, Fields)>,
}

/// What is to be known of the state before an action, to tell what the action did.
pub struct Before {
    draft: Option<Draft>,
    kept: BTreeSet<DraftKey>,
    locked: bool,
}

impl Before {
    pub fn of(state: &State) -> Self {
        let signed = state.draft.as_ref().is_some_and(|draft| !draft.signatures.is_empty());
        Self {
            draft: state.draft.clone(),
            kept: state.kept.keys().cloned().collect(),
            locked: signed || state.signing.is_some(),
        }
    }

    /// The draft, if it may be edited.
    fn editable(&self) -> Option<Draft> {
        self.draft.clone().filter(|_| !self.locked)
    }
}

impl Memory {
    /// Takes in what an action has done, `text` being what a typed text comes to.
    pub fn learn(
        &mut self,
        before: &Before,
        action: &Action,
        text: &str,
        state: &State,
        effects: &[Effect],
        full: bool,
    ) {
        if !is_of_fields(action) {
            self.aside.clear();
        }
        match action {
            Action::DeleteDraft(key) if before.kept.contains(key) => {
                self.deleted = Some((key.clone(), self.entered.remove(key).unwrap_or_default()));
                self.kept.remove(key);
            }
            Action::Undelete => {
                if let Some((key, fields)) = self.deleted.take_if(|(key, _)| !before.kept.contains(key)) {
                    self.entered.insert(key, fields);
                }
            }
            Action::Amend => self.forget(state, "/amendment_reason"),
            Action::PutSlipAway(_) => self.forget_all(state, |path, _| path.starts_with("/answers/")),
            Action::Sign { .. } => self.forget_all(state, |_, entered| matches!(entered, Entered::Reason(..))),
            edit => self.learn_edit(before, edit, text, state),
        }
        self.learn_kept(state, effects, full);
    }

    fn learn_edit(&mut self, before: &Before, action: &Action, text: &str, state: &State) {
        let (Some(mut old), Some(now)) = (before.editable(), state.draft.as_ref()) else { return };
        let there = |path: &str| field(&mut old.content, path).map(|field| kind(&field));
        match action {
            Action::Typed { path, .. } => self.typed(now, path, text, there),
            Action::Chosen { path, word } => self.chosen(now, path, word, there),
            Action::NoData { path, none } => {
                if let Some(Field::Answer(answer)) = field(&mut old.content, path)
                    && matches!(answer, Some(Answer::NoData(_))) != *none
                {
                    self.swap_aside(now, path);
                }
            }
            Action::MoveWords { path } if old.entries.contains_key(path) && !now.entries.contains_key(path) => {
                self.words_moved(&old, now, path);
            }
            Action::TakeSum { path } => self.forget(state, path),
            Action::Justified { rule, path, .. } => self.justified(now, rule, path, text),
            _ if old.content.service_list != now.content.service_list => self.list_changed(now),
            _ => {}
        }
    }

    fn typed(&mut self, now: &Draft, path: &str, text: &str, mut there: impl FnMut(&str) -> Option<Kind>) {
        if there(path).is_none_or(|kind| kind == Kind::Word) {
            return;
        }
        self.aside.remove(path);
        let fields = self.of(now);
        fields.remove(&format!("{path}/no_data"));
        put(fields, path, Entered::Text(text.to_owned()), text.is_empty());
    }

    fn chosen(&mut self, now: &Draft, path: &str, chosen: &str, mut there: impl FnMut(&str) -> Option<Kind>) {
        let known = chosen.is_empty() || shown(&mut now.clone(), path).as_deref() == Some(chosen);
        if there(path) == Some(Kind::Word) && known && !path.ends_with("/basis") {
            put(self.of(now), path, Entered::Word(chosen.to_owned()), chosen.is_empty());
        }
    }

    /// A tick takes count and reason aside, and brings back those that were there when it was ticked or unticked last.
    fn swap_aside(&mut self, now: &Draft, path: &str) {
        let reason = format!("{path}/no_data");
        let fields = self.entered.entry(now.key()).or_default();
        let taken = (fields.remove(path), fields.remove(&reason));
        let (count, why) = self.aside.insert(path.to_owned(), taken).unwrap_or_default();
        fields.extend(count.map(|count| (path.to_owned(), count)));
        fields.extend(why.map(|why| (reason, why)));
    }

    /// The words stand in a remark now, after what it said.
    fn words_moved(&mut self, old: &Draft, now: &Draft, path: &str) {
        let (mut old, mut new) = (old.clone(), now.clone());
        let remark = path
            .rsplit_once("/units/")
            .map_or_else(|| path.replace("/answer", "/remark"), |(row, _)| format!("{row}/remark"));
        let (said, says) = (shown(&mut old, &remark).unwrap(), shown(&mut new, &remark).unwrap());
        assert!(says.starts_with(&said), "{remark} said {said:?} and says {says:?}");
        let count = shown(&mut new, path).unwrap();
        self.of(now).extend([(path.to_owned(), Entered::Text(count)), (remark, Entered::Text(says))]);
    }

    fn justified(&mut self, now: &Draft, rule: &str, path: &str, reason: &str) {
        let given = now.content.justifications.iter().find(|given| given.rule == rule && given.path == path);
        let key = format!("{path}#{rule}");
        match given {
            Some(given) if given.reason == reason => {
                self.of(now).insert(key, Entered::Reason(rule.to_owned(), reason.to_owned()));
            }
            None if reason.is_empty() => drop(self.of(now).remove(&key)),
            _ => {}
        }
    }

    fn list_changed(&mut self, now: &Draft) {
        let list = now.content.service_list.clone();
        let fields = self.of(now);
        let carried = now.carried.contains(SERVICE_LIST);
        put(fields, SERVICE_LIST, Entered::List(list.clone()), list.is_empty() || carried);
    }

    fn learn_kept(&mut self, state: &State, effects: &[Effect], full: bool) {
        for effect in effects {
            let (Effect::Keep { key: name, .. } | Effect::Forget { key: name }) = effect else { continue };
            let key = DraftKey::of_name(name).unwrap();
            if matches!(effect, Effect::Forget { .. }) {
                self.kept.remove(&key);
                continue;
            }
            if full {
                self.refused.insert(key);
                continue;
            }
            self.refused.remove(&key);
            let open = state.draft.as_ref().is_some_and(|draft| draft.key() == key);
            if !(open && state.unwritten) {
                self.kept.insert(key.clone(), self.entered.get(&key).cloned().unwrap_or_default());
            }
        }
    }

    /// The page is gone: what was written is all there is.
    pub fn reload(&mut self) {
        self.entered = self.kept.clone();
        self.aside.clear();
        self.deleted = None;
    }

    fn of(&mut self, draft: &Draft) -> &mut Fields {
        self.entered.entry(draft.key()).or_default()
    }

    fn forget(&mut self, state: &State, path: &str) {
        self.forget_all(state, |entered, _| entered == path);
    }

    fn forget_all(&mut self, state: &State, which: impl Fn(&str, &Entered) -> bool) {
        if let Some(draft) = &state.draft {
            self.of(draft).retain(|path, entered| !which(path, entered));
        }
    }

    /// What was entered in this draft and is not in it.
    pub fn lost(&self, draft: &Draft) -> Vec<(String, Entered)> {
        let mut draft = draft.clone();
        let fields = self.entered.get(&draft.key()).cloned().unwrap_or_default();
        fields.into_iter().filter(|(path, entered)| !holds(&mut draft, path, entered)).collect()
    }
}

/// Actions after which what a tick took aside still comes back.
fn is_of_fields(action: &Action) -> bool {
    matches!(
        action,
        Action::Typed { .. }
            | Action::Left { .. }
            | Action::Chosen { .. }
            | Action::NoData { .. }
            | Action::MoveWords { .. }
            | Action::Justified { .. }
            | Action::Go(_)
            | Action::Settle
            | Action::Kept { .. }
    )
}

fn put(fields: &mut Fields, path: &str, entered: Entered, blank: bool) {
    fields.remove(path);
    fields.extend((!blank).then(|| (path.to_owned(), entered)));
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Typed,
    Word,
}

fn kind(field: &Field<'_>) -> Kind {
    match field {
        Field::TaskStatus(_) | Field::GeneralStatus(_) | Field::Basis(_) => Kind::Word,
        _ => Kind::Typed,
    }
}

/// The text of a text field, the word of a choice, the number of a count.
fn shown(draft: &mut Draft, path: &str) -> Option<String> {
    Some(match field(&mut draft.content, path)? {
        Field::Text(text) => text.clone(),
        Field::TaskStatus(status) => status.as_ref().map(word).unwrap_or_default(),
        Field::GeneralStatus(status) => status.as_ref().map(word).unwrap_or_default(),
        Field::Basis(basis) => word(basis),
        Field::Answer(answer) => answer.as_ref()?.number()?.to_string(),
        _ => return None,
    })
}

fn holds(draft: &mut Draft, path: &str, entered: &Entered) -> bool {
    match entered {
        Entered::Text(text) => holds_text(draft, path, text),
        Entered::Word(word) => shown(draft, path).as_ref() == Some(word),
        Entered::List(list) => draft.content.service_list == *list,
        Entered::Reason(rule, reason) => {
            let path = path.split('#').next();
            draft
                .content
                .justifications
                .iter()
                .any(|of| of.rule == *rule && Some(of.path.as_str()) == path && of.reason == *reason)
        }
    }
}

fn holds_text(draft: &mut Draft, path: &str, text: &str) -> bool {
    if draft.entries.get(path).is_some_and(|entry| entry.text == text) {
        return true;
    }
    match field(&mut draft.content, path) {
        Some(Field::Text(slot)) => slot == text,
        Some(Field::Answer(slot)) => {
            slot.as_ref().and_then(Answer::number).is_some_and(|number| parse_count(text) == Ok(number))
        }
        Some(Field::Level(slot)) => slot.is_some_and(|level| parse_count(text) == Ok(level)),
        Some(Field::Date(slot)) => slot.is_some_and(|day| Date::parse_typed(text) == Ok(day)),
        Some(Field::Decimal(slot)) => slot.is_some_and(|decimal| Decimal::parse_typed(text) == Ok(decimal)),
        _ => false,
    }
}
