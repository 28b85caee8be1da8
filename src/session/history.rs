//! Undo and redo: the draft as it was before each change.

use super::action::{Action, Effect};
use super::checking::refresh;
use super::draft::{Draft, DraftKey};
use super::editing::changeable;
use super::grid::{GridAction, come_back, show_row};
use super::keeping::keep;
use super::sign::let_go;
use super::signatures::try_signatures;
use super::state::{Notice, Screen, Section, State};
use super::update::show;
use crate::text::{Phrase, field_place, keeping_phrases};

/// So many changes can be undone. Large parts of a draft are shared between its states.
const MOST: usize = 200;

/// What was changed in the open draft, and can be undone or done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Of which draft, under which registry.
    of: Option<(DraftKey, String)>,
    past: Vec<Step>,
    future: Vec<Step>,
    /// The field that is being typed into: all its keys are one change.
    typing: Option<String>,
}

/// A change: the draft on its other side, and what was changed.
#[derive(Clone, Debug)]
struct Step {
    draft: Draft,
    what: What,
}

/// What was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A field.
    Field(String),
    /// The service list as a whole.
    List,
    /// Several fields at once: an earlier return was taken in, signatures were taken off.
    Whole,
    /// Another draft took its place. That is undone whether the draft is signed or not.
    Replaced,
}

impl History {
    /// Whether anything can be undone, also in a draft that is signed and locked.
    pub fn can_undo(&self, locked: bool) -> bool {
        self.past.last().is_some_and(|step| !locked || step.what == What::Replaced)
    }

    /// Whether anything undone can be done again. A draft that is signed and locked was then come back to by undoing: who signs
    /// in it gives up what was undone.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The field was left: what is typed into it next is another change.
    pub(super) fn leave(&mut self) {
        self.typing = None;
    }

    /// Begins anew for this draft, where it is of another one.
    pub(super) fn begin(&mut self, key: DraftKey, registry_sha256: &str) {
        let of = Some((key, registry_sha256.to_owned()));
        if self.of != of {
            *self = Self { of, ..Self::default() };
        }
    }

    /// Remembers the draft as it was before something else takes its place.
    pub(super) fn remember(&mut self, draft: Draft, what: What) {
        self.past.push(Step { draft, what });
        if self.past.len() > MOST {
            self.past.remove(0);
        }
        self.future.clear();
        self.typing = None;
    }
}

/// The draft before this action, if the action may change it in a way that is to be undone.
pub(super) fn before(state: &State, action: &Action) -> Option<Draft> {
    let goes_on = typed(action).is_some_and(|field| state.history.typing.as_ref() == Some(&field));
    let looks = matches!(action, Action::Grid(action) if action.looks());
    let is_none = goes_on
        || looks
        || matches!(
            action,
            Action::Desk(_)
                | Action::Settle
                | Action::Kept { .. }
                | Action::KeepRefused(_)
                | Action::Fleeting
                | Action::Left { .. }
                | Action::Undo
                | Action::Redo
                // It remembers what it replaces by itself: that need not have been open.
                | Action::TakeArriving
                | Action::Search(_)
                | Action::Speak(_)
                // It takes back a change, and is none.
                | Action::Grid(GridAction::TakeBack)
        );
    if is_none { None } else { state.draft.clone() }
}

/// Remembers what this action has changed. Another draft, or another registry, begins anew.
pub(super) fn after(state: &mut State, before: Option<Draft>, what: What, typed: Option<String>) {
    let of = state.draft.as_ref().map(|draft| (draft.key(), state.registry_sha256.clone()));
    if state.history.of != of {
        state.history = History { of, ..History::default() };
        return;
    }
    let (Some(before), Some(now)) = (before, &state.draft) else { return };
    state.history.typing = None;
    if now.signatures.iter().any(|signature| !before.signatures.contains(signature)) {
        state.history.future.clear();
    }
    if before.key() == now.key() && differs(&before, now) {
        state.history.remember(before, what);
        state.history.typing = typed;
    }
}

/// What an action changes, and the field that it types into.
pub(super) fn told(action: &Action) -> (What, Option<String>) {
    let what = match action {
        Action::Typed { path, .. }
        | Action::Chosen { path, .. }
        | Action::NoData { path, .. }
        | Action::MoveWords { path }
        | Action::TakeSum { path }
        | Action::Confirm(path)
        | Action::Justified { path, .. } => What::Field(path.clone()),
        Action::Grid(GridAction::UseCounts) => What::Whole,
        Action::Grid(_) => What::List,
        _ => What::Whole,
    };
    (what, typed(action))
}

fn typed(action: &Action) -> Option<String> {
    match action {
        Action::Typed { path, .. } => Some(path.clone()),
        Action::Justified { rule, path, .. } => Some(format!("{path}#{rule}")),
        _ => None,
    }
}

/// Whether anything that a person has entered is other than before. That a signature came is no such change: what is
/// signed is locked.
fn differs(before: &Draft, now: &Draft) -> bool {
    !same_entries(before, now) || before.signatures.iter().any(|signature| !now.signatures.contains(signature))
}

/// Whether nothing differs between two drafts that anybody has entered or signed; which sections were looked at does not matter.
pub(super) fn same_work(one: &Draft, other: &Draft) -> bool {
    same_entries(one, other) && one.signatures == other.signatures
}

fn same_entries(one: &Draft, other: &Draft) -> bool {
    one.content == other.content
        && one.entries == other.entries
        && one.carried == other.carried
        && one.previous == other.previous
        && one.slips == other.slips
        && one.aside == other.aside
}

pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let replaced = state.signing.is_none() && state.history.can_undo(true);
    if !replaced && !changeable(state) {
        return Vec::new();
    }
    steps(state, [|history| &mut history.past, |history| &mut history.future], keeping_phrases::UNDONE)
}

pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    let can = state.signing.is_none() && state.history.can_redo();
    if !can && !changeable(state) {
        return Vec::new();
    }
    steps(state, [|history| &mut history.future, |history| &mut history.past], keeping_phrases::REDONE)
}

/// One side of the history: what can be undone, or done again.
type Side = fn(&mut History) -> &mut Vec<Step>;

/// Takes the last step of one side; the way back goes to the other.
fn steps(state: &mut State, [from, to]: [Side; 2], says: Phrase) -> Vec<Effect> {
    let Some(step) = from(&mut state.history).pop() else { return Vec::new() };
    let (other, what) = swapped(state, step);
    to(&mut state.history).extend(other);
    shown(state, &what, says)
}

/// Puts the draft of the step in place of the open one, which becomes the way back.
fn swapped(state: &mut State, step: Step) -> (Option<Step>, What) {
    let Step { mut draft, what } = step;
    let now = state.draft.take();
    if let Some(now) = &now {
        // That a section was looked at is no change.
        draft.seen.clone_from(&now.seen);
        if now.signatures != draft.signatures {
            (state.signatures, state.untried, state.exported) = (Vec::new(), None, false);
        }
    }
    state.draft = Some(draft);
    if what == What::Replaced {
        let_go(state);
    }
    state.editing = None;
    state.aside.clear();
    state.history.typing = None;
    refresh(state);
    come_back(state);
    (now.map(|draft| Step { draft, what: what.clone() }), what)
}

/// Shows a field where it stands; that its section was looked at is not said by that.
fn at_field(state: &mut State, path: &str) -> Vec<Effect> {
    let section = state.draft.as_ref().map_or(Section::Heading, |draft| draft.section_of(path));
    let mut effects = Vec::new();
    if state.screen != Screen::Section(section) {
        effects.extend(show(state, Screen::Section(section)));
        effects.retain(|effect| *effect != Effect::Top);
    }
    show_row(state, path);
    effects.push(Effect::Focus(path.to_owned()));
    effects
}

/// Shows the list: where it is shown already, the cell that the person is at.
fn at_list(state: &mut State) -> Vec<Effect> {
    let here = Screen::Section(Section::ServiceList);
    if state.screen == here { Vec::new() } else { show(state, here) }
}

/// Takes back what is being typed into a field, as if it had not been typed; false where nothing is. It is not to be done
/// again: nobody has finished it.
pub(super) fn take_back(state: &mut State, path: &str) -> bool {
    if state.history.typing.as_deref() != Some(path) {
        return false;
    }
    let Some(step) = state.history.past.pop() else { return false };
    swapped(state, step);
    true
}

/// Keeps the draft, and brings what was changed into sight.
fn shown(state: &mut State, what: &What, phrase: Phrase) -> Vec<Effect> {
    let mut effects = keep(state);
    let place = match (what, &state.draft) {
        (What::Field(path), Some(draft)) => field_place(&state.registry, &draft.content, path, state.language),
        (What::List, _) => state.say(keeping_phrases::UNDO_LIST),
        _ => state.say(keeping_phrases::UNDO_WHOLE),
    };
    let says = phrase.with(state.language, &[("place", &place)]);
    effects.extend(match what {
        What::Field(path) => at_field(state, path),
        What::List => at_list(state),
        What::Whole | What::Replaced => Vec::new(),
    });
    effects.extend(try_signatures(state));
    state.notice = Some(Notice::Good(says));
    effects
}
