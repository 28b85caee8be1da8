use super::action::{Action, Effect};
use super::checking::refresh;
use super::draft::Draft;
use super::editing::edited;
use super::fitting::{Fitting, fit_under};
use super::grid::{self, Grid};
use super::keeping::{keep, settle};
use super::orders::is_last;
use super::state::{Notice, Saved, Screen, Section, State};
use super::{
    arriving, authorities, carry, desk, editions, elsewhere, findings, history, link, own_key, papers, print, saved,
    sign, signatures, slips, start, token,
};
use crate::text::{Language, grid_phrases, phrases};
use crate::vietnamese::Date;

/// Names in the document that are no fields of a return: a summary's heading, and the choices of the first screen.
const SUMMARY: &str = "summary-title";
const PERIOD: &str = "period";
const SEARCH: &str = "agency-search";

/// The new state is in `state`; what the page is to do is given back. What was edited is written out before anything else
/// is done than editing on.
pub fn update(state: &mut State, action: Action) -> Vec<Effect> {
    if !is_quiet(state, &action) {
        state.notice = None;
    }
    let mut effects = if edits_on(&action) { Vec::new() } else { settle(state) };
    if !matches!(&action, Action::Desk(edit) if edit.edits_on()) {
        effects.extend(desk::settle(state));
    }
    let (before, (what, typed)) = (history::before(state, &action), history::told(&action));
    let asked = state.token.is_some() && !matches!(action, Action::TokenAnswered { .. });
    effects.extend(act(state, action));
    history::after(state, before, what, typed);
    if asked && state.token.is_none() {
        effects.push(Effect::LeaveToken);
    }
    effects
}

/// Whether the notice that stands is left alone.
fn is_quiet(state: &State, action: &Action) -> bool {
    match action {
        Action::Typed { .. } | Action::Left { .. } | Action::Kept { .. } | Action::Day(_) => true,
        Action::Grid(action) => action.looks(),
        // The browser also tells of the address that the page itself has set.
        Action::Went(address) => Screen::of_address(address) == state.screen,
        Action::Desk(action) => action.is_quiet(),
        // An answer that nobody waits for any more.
        Action::SigningFailed { order, .. }
        | Action::SeveralKeys { order, .. }
        | Action::TokenAnswered { order, .. } => !is_last(state, *order),
        other => {
            matches!(other, Action::KeepRefused(_) | Action::Fleeting | Action::Settle | Action::SignaturesTried { .. })
        }
    }
}

fn edits_on(action: &Action) -> bool {
    match action {
        Action::Typed { .. } | Action::Left { .. } | Action::Chosen { .. } | Action::NoData { .. } => true,
        Action::Grid(action) => action.looks(),
        other => matches!(
            other,
            Action::MoveWords { .. }
                | Action::TakeSum { .. }
                | Action::Justified { .. }
                | Action::Kept { .. }
                | Action::KeepRefused(_)
                | Action::Fleeting
                // What another window has kept is looked at before anything is written over it.
                | Action::KeptElsewhere { .. }
                | Action::Cleared
                | Action::OpenElsewhere { .. }
                | Action::Day(_)
        ),
    }
}

fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Started { kept, last, address, language, carried } => {
            state.language = language.map_or(state.language, |tag| Language::of_tag(&tag));
            start::started(state, kept, last, &address, carried)
        }
        Action::Go(screen) => show(state, screen),
        Action::Went(address) => went(state, &address),
        Action::Linked { address, random } => link::linked(state, &address, random),
        Action::Speak(language) => {
            state.language = language;
            vec![Effect::RememberLanguage(language.tag())]
        }
        Action::Search(query) => {
            state.query = query;
            Vec::new()
        }
        Action::ChooseAgency(agency) => {
            let next = if agency.is_some() { PERIOD } else { SEARCH };
            state.agency = agency;
            vec![Effect::Focus(next.to_owned())]
        }
        Action::ChoosePeriod(period) => {
            state.period = period;
            Vec::new()
        }
        Action::Begin { random } => start::begin(state, random),
        Action::OpenSample { agency, period } => start::open_sample(state, &agency, period),
        Action::OpenDraft(key) => start::open_draft(state, &key),
        Action::DeleteDraft(key) => start::delete_draft(state, &key),
        Action::Undelete => start::undelete(state),
        Action::OpenFile { name, bytes } => papers::open_file(state, &name, &bytes),
        Action::Verified { of, outcome } => papers::verified(state, &of, outcome),
        Action::PutSlipAway(slip_id) => slips::put_away(state, &slip_id),
        Action::Print => vec![Effect::Print],
        Action::SavePaper => print::save(state),
        Action::Kept { name, at } => arriving::was_kept(state, &name, at),
        Action::KeepRefused(name) => {
            arriving::was_refused(state, &name);
            Vec::new()
        }
        Action::Fleeting => {
            state.fleeting = true;
            Vec::new()
        }
        kept @ (Action::SaveDraft
        | Action::SavePage
        | Action::NotGiven
        | Action::TakeArriving
        | Action::LeaveArriving
        | Action::KeptElsewhere { .. }
        | Action::Cleared
        | Action::OpenElsewhere { .. }) => with_drafts(state, kept),
        Action::Undo => history::undo(state),
        Action::Redo => history::redo(state),
        Action::Day(today) => new_day(state, today),
        Action::NextSection => next_section(state),
        Action::Follow(path) => follow(state, path),
        Action::SaveFindings => findings::save(state),
        Action::Dismiss | Action::Settle => Vec::new(),
        edit @ (Action::Typed { .. }
        | Action::Left { .. }
        | Action::Chosen { .. }
        | Action::NoData { .. }
        | Action::MoveWords { .. }
        | Action::TakeSum { .. }
        | Action::Justified { .. }) => edited(state, edit),
        taken @ (Action::OpenPrevious { .. }
        | Action::ForgetPrevious
        | Action::Confirm(_)
        | Action::ConfirmSection(_)) => carry::with_previous(state, taken),
        Action::Grid(action) => grid::with_grid(state, action),
        Action::NotCopied => {
            state.notice = Some(Notice::Bad(state.say(grid_phrases::NOT_COPIED)));
            Vec::new()
        }
        registry @ (Action::KeyCompared(_)
        | Action::TakeRegistry
        | Action::LeaveRegistry
        | Action::InUseCompared
        | Action::OwnRegistry
        | Action::RegistryNotKept) => editions::with_registry(state, registry),
        Action::Desk(action) => desk::with_desk(state, action),
        Action::SignaturesTried { of, found } => signatures::tried(state, &of, found),
        away @ (Action::SignElsewhere { .. } | Action::SaveToSign | Action::Attach { .. } | Action::DropElsewhere) => {
            elsewhere::with_signature(state, away)
        }
        asked @ (Action::SignByToken | Action::TokenAnswered { .. } | Action::StopToken) => {
            token::with_token(state, asked)
        }
        above @ (Action::AuthorityChosen { .. } | Action::DropAuthorities) => {
            authorities::with_authorities(state, above)
        }
        key @ (Action::MakeKey { .. }
        | Action::KeyMade { .. }
        | Action::SaveKey
        | Action::SaveCard
        | Action::KeyChosen { .. }
        | Action::ChooseKey(_)) => own_key::with_own_key(state, key),
        other => sign::with_signature(state, other),
    }
}

/// What becomes of drafts beside their being edited: as files, in other windows, in each other's place.
fn with_drafts(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::SaveDraft => saved::draft_file(state),
        Action::SavePage => saved::page_file(state),
        Action::NotGiven => saved::not_given(state),
        Action::TakeArriving => arriving::take_arriving(state),
        Action::LeaveArriving => arriving::leave_arriving(state),
        Action::KeptElsewhere { name, text, ours } => arriving::found(state, &name, text, ours),
        Action::Cleared => arriving::cleared(state),
        Action::OpenElsewhere { name, .. } if name != desk::DESK => saved::open_elsewhere(state, &name),
        Action::OpenElsewhere { first, .. } => desk::open_elsewhere(state, first),
        _ => Vec::new(),
    }
}

/// Rules ask for the day: over midnight, or with a clock that was set, they are asked again.
fn new_day(state: &mut State, today: Date) -> Vec<Effect> {
    if state.today != today {
        state.today = today;
        refresh(state);
        start::say_wrong_clock(state);
    }
    Vec::new()
}

/// Opens a draft in place of the one before. A key that was loaded for the one before is let go.
pub(super) fn open(state: &mut State, mut draft: Draft) {
    fit(state, &mut draft);
    draft.settle();
    arriving::set_aside(state, &draft.key());
    (state.mark, state.exported) = (None, false);
    state.aside.clear();
    let same = state.draft.as_ref().is_some_and(|before| before.key() == draft.key());
    // What was pasted and not taken yet is no part of the draft that goes.
    let pasted = if same { std::mem::take(&mut state.list.pasted) } else { String::new() };
    state.list = Grid { pasted, ..Grid::default() };
    let refused = state.unkept.contains(&draft.key());
    state.saved = if refused { Saved::Refused } else { Saved::Nothing };
    state.agency = Some(draft.content.agency.clone());
    state.period = Some(draft.content.period);
    sign::let_go(state);
    (state.signatures, state.untried, state.role, state.joining) = (Vec::new(), None, None, None);
    state.editing = None;
    state.draft = Some(draft);
    refresh(state);
}

/// Brings a draft that is not signed under the registry in use, and tells the person what that changed.
pub(super) fn fit(state: &mut State, draft: &mut Draft) {
    if !draft.signatures.is_empty() {
        return;
    }
    let fitting = fit_under(&state.registry, &state.registry_sha256, draft);
    slips::lay_out_answers(draft, &mut state.answers_aside);
    if fitting != Fitting::default() {
        let (added, removed) = (fitting.added.len().to_string(), fitting.removed.len().to_string());
        let counts = [("added", added.as_str()), ("removed", removed.as_str())];
        state.notice = Some(Notice::Good(phrases::FITTED.with(state.language, &counts)));
    }
}

/// Shows a screen; without a draft only those that need none, and an opened receipt, can be shown.
pub(super) fn show(state: &mut State, screen: Screen) -> Vec<Effect> {
    let mut effects = if matches!(screen, Screen::Desk(_)) { desk::open(state) } else { Vec::new() };
    if (state.screen, screen) == (Screen::Print, Screen::Form) {
        print::choose_own(state);
    }
    let free = match screen {
        Screen::Receipt => state.receipt.is_some(),
        Screen::Form => print::chosen(state).is_some(),
        screen => screen.is_free(),
    };
    state.screen = match screen {
        screen if free => screen,
        _ if state.draft.is_none() || screen.is_free() => Screen::Start,
        Screen::Section(section) if !sections(state).contains(&section) => Screen::Sections,
        screen => screen,
    };
    state.editing = None;
    desk::shown(state);
    let address = state.screen.address();
    let address = if state.screen == screen { Effect::Address(address) } else { Effect::Replace(address) };
    effects.extend([address, Effect::Top]);
    effects
}

fn went(state: &mut State, address: &str) -> Vec<Effect> {
    let screen = Screen::of_address(address);
    if screen == state.screen { Vec::new() } else { show(state, screen) }
}

/// The sections that this return has: indicators only where a task sets a target.
pub(super) fn sections(state: &State) -> Vec<Section> {
    let has = |section: &Section| state.draft.as_ref().is_some_and(|draft| draft.has(*section));
    Section::ALL.into_iter().filter(has).collect()
}

/// Leaves a section by its button. What is wrong or open in it is shown first; a second press goes on all the same.
fn next_section(state: &mut State) -> Vec<Effect> {
    let Screen::Section(here) = state.screen else {
        return Vec::new();
    };
    if here == Section::ServiceList && grid::waits(state) {
        state.notice = Some(Notice::Bad(state.say(grid_phrases::NOT_TAKEN)));
        let place = if state.list.preview.is_some() { grid::PREVIEW } else { grid::PASTE };
        return vec![Effect::Focus(place.to_owned())];
    }
    let wrong = state.draft.as_ref().is_some_and(|draft| {
        let given = &draft.content.justifications;
        state.findings.iter().any(|found| found.blocks(given) && draft.section_of(found.place()) == here)
    });
    let first = state.draft.as_mut().is_some_and(|draft| draft.seen.insert(here));
    state.editing = None;
    let mut effects = keep(state);
    if wrong && first {
        effects.push(Effect::Focus(SUMMARY.to_owned()));
        return effects;
    }
    let next = sections(state).into_iter().skip_while(|section| *section != here).nth(1);
    effects.extend(show(state, next.map_or(Screen::Review, Screen::Section)));
    effects
}

fn follow(state: &mut State, path: String) -> Vec<Effect> {
    let section = state.draft.as_ref().map_or(Section::Heading, |draft| draft.section_of(&path));
    if path.is_empty() {
        // A question about the whole return, where it cannot be answered yet.
        return show(state, Screen::Section(section));
    }
    let mut effects = Vec::new();
    if state.screen != Screen::Section(section) {
        effects.extend(show(state, Screen::Section(section)));
        effects.retain(|effect| *effect != Effect::Top);
    }
    if let Some(draft) = &mut state.draft {
        draft.seen.insert(section);
    }
    grid::show_row(state, &path);
    effects.push(Effect::Focus(path));
    effects
}
