use super::action::{Carried, Effect};
use super::arriving::{Arriving, Whence, arrive};
use super::checking::refresh;
use super::draft::{Draft, DraftError, DraftKey};
use super::editions;
use super::keeping::{keep, taken};
use super::signatures::{try_joining, try_signatures};
use super::state::{Notice, Saved, Screen, Section, State};
use super::update::{open, show};
use crate::quarterly::printed::sample;
use crate::quarterly::{ReadError, SignedFile, Start, blank, read};
use crate::registry::{AgencyId, Period};
use crate::text::{keeping_phrases, phrases, read_error_message, signing_message};
use crate::vietnamese::Date;
use std::rc::Rc;

/// The page has started: drafts are listed, and the one that was open last is open again.
pub(super) fn started(
    state: &mut State,
    kept: Option<Vec<(String, String)>>,
    last: Option<String>,
    address: &str,
    carried: Option<Carried>,
) -> Vec<Effect> {
    let mut taken_before = Vec::new();
    match kept {
        None => state.saved = Saved::Refused,
        Some(kept) => {
            taken_before.extend(kept.iter().map(|(name, _)| name.clone()));
            let drafts = kept.into_iter().filter_map(|(name, text)| Some((DraftKey::of_name(&name)?, text)));
            state.kept = drafts.collect();
        }
    }
    if let Some(carried) = carried.filter(|carried| !goes_on(state, &taken_before, carried)) {
        return carried_by_page(state, carried, address);
    }
    let last = last.and_then(|name| DraftKey::of_name(&name));
    let screen = Screen::of_address(address);
    let wanted = !screen.is_free();
    let effects = match last.and_then(|key| state.kept.get(&key).map(|text| Draft::read(text))) {
        Some(Ok(draft)) if wanted && state.registry.agency(&draft.content.agency).is_some() => {
            state.written = state.kept.get(&draft.key()).map(|text| Rc::from(text.as_str()));
            let announce = Effect::Announce(draft.key().name());
            open(state, draft);
            let mut effects = show(state, screen);
            effects.extend(try_signatures(state));
            effects.push(announce);
            effects
        }
        // Without its draft the screen that was asked for gives way to the first one.
        _ => show(state, screen),
    };
    say_wrong_clock(state);
    editions::say_faults(state);
    effects
}

/// A clock that shows a year before the first return is wrong: days are then called late or too early without reason.
pub(super) fn say_wrong_clock(state: &mut State) {
    let first = state.registry.period.iter().map(|facts| facts.id.year()).min();
    let first = first.and_then(|first| Date::new(i32::from(first), 1, 1).ok());
    if first.is_some_and(|first| state.today < first) {
        let date = state.today.vietnamese();
        state.notice = Some(Notice::Bad(keeping_phrases::WRONG_CLOCK.with(state.language, &[("date", &date)])));
    }
}

/// Whether the draft that the page carries was taken on this machine before, and the work went on in the kept one.
fn goes_on(state: &State, names: &[String], carried: &Carried) -> bool {
    let kept = Draft::read(&carried.text).is_ok_and(|draft| state.kept.contains_key(&draft.key()));
    kept && names.contains(&taken(&carried.text))
}

/// The draft that the page carries is opened at the place where the page was saved, unless another one of its agency and
/// quarter is kept here: then the person chooses.
fn carried_by_page(state: &mut State, carried: Carried, address: &str) -> Vec<Effect> {
    let address = if address.is_empty() { carried.address } else { address.to_owned() };
    let then = Some(Screen::of_address(&address)).filter(|screen| !screen.is_free()).unwrap_or(Screen::Sections);
    let Ok(draft) = Draft::read(&carried.text) else {
        state.notice = Some(Notice::Bad(state.say(keeping_phrases::PAGE_DRAFT_DAMAGED)));
        return show(state, Screen::Start);
    };
    let mut effects = arrive(state, Arriving { draft, from: Whence::Page(carried.text), then, given: None });
    if !state.arriving.is_empty() {
        effects.extend(show(state, Screen::Start));
        effects.retain(|effect| *effect != Effect::Top);
    }
    editions::say_faults(state);
    effects
}

/// A new return for the chosen agency and quarter, or their draft if one is kept.
pub(super) fn begin(state: &mut State, random: Option<[u8; 16]>) -> Vec<Effect> {
    let (Some(agency), Some(period)) = (state.agency.clone(), state.period) else {
        state.notice = Some(Notice::Bad(state.say(phrases::CHOOSE_BOTH)));
        return Vec::new();
    };
    let key = DraftKey::new(agency.clone(), period);
    if state.kept.contains_key(&key) {
        return open_draft(state, &key);
    }
    let Some(random) = random else {
        state.notice = Some(Notice::Bad(signing_message("signing/randomness-missing", state.language)));
        return Vec::new();
    };
    let start = Start { agency, period, random };
    let content = blank(&state.registry, &state.registry_sha256, &start);
    open(state, Draft::new(content));
    kept_and_shown(state, Screen::Sections)
}

/// Keeps the draft, so that a reload finds it, and shows a screen.
pub(super) fn kept_and_shown(state: &mut State, screen: Screen) -> Vec<Effect> {
    let mut effects = keep(state);
    effects.extend(show(state, screen));
    effects.extend(try_signatures(state));
    let own = state.draft.as_ref().filter(|draft| !draft.sample);
    effects.extend(own.map(|draft| Effect::Announce(draft.key().name())));
    effects
}

/// A return that the documents print is opened, to try the page on.
pub(super) fn open_sample(state: &mut State, agency: &AgencyId, period: Period) -> Vec<Effect> {
    let Some(mut content) = sample(&state.registry, agency, period) else {
        return Vec::new();
    };
    content.registry.sha256.clone_from(&state.registry_sha256);
    let sections = Section::ALL.into_iter();
    let draft = Draft { sample: true, ..Draft::new(content) };
    let seen = sections.filter(|section| draft.has(*section)).collect();
    open(state, Draft { seen, ..draft });
    state.written = None;
    show(state, Screen::Sections)
}

/// A kept draft is opened; one that cannot be read is left as it is.
pub(super) fn open_draft(state: &mut State, key: &DraftKey) -> Vec<Effect> {
    if state.draft.as_ref().is_some_and(|draft| draft.key() == *key) {
        // What is open may know more than what is kept.
        return kept_and_shown(state, Screen::Sections);
    }
    let phrase = match state.kept.get(key).map(|text| Draft::read(text)) {
        None => return Vec::new(),
        Some(Ok(draft)) if state.registry.agency(&draft.content.agency).is_none() => phrases::DRAFT_NEWER,
        Some(Ok(draft)) => {
            open(state, draft);
            return kept_and_shown(state, Screen::Sections);
        }
        Some(Err(DraftError::Damaged)) => phrases::DRAFT_DAMAGED,
        Some(Err(DraftError::Newer)) => phrases::DRAFT_NEWER,
    };
    state.notice = Some(Notice::Bad(state.say(phrase)));
    Vec::new()
}

/// A draft is deleted; it can be brought back until another one is.
pub(super) fn delete_draft(state: &mut State, key: &DraftKey) -> Vec<Effect> {
    let Some(mut text) = state.kept.remove(key) else {
        return Vec::new();
    };
    if let Some(open) = state.draft.take_if(|draft| draft.key() == *key) {
        text = open.write();
        refresh(state);
    }
    state.unkept.remove(key);
    state.barred.remove(key);
    state.arriving.retain(|arriving| arriving.from != Whence::Window || arriving.draft.key() != *key);
    state.deleted = Some((key.clone(), text));
    vec![Effect::Forget { key: key.name() }, Effect::Top]
}

/// The deleted draft is brought back, unless another one of its agency and quarter stands in its place.
pub(super) fn undelete(state: &mut State) -> Vec<Effect> {
    if state.deleted.as_ref().is_some_and(|(key, _)| state.kept.contains_key(key)) {
        state.notice = Some(Notice::Bad(state.say(phrases::UNDO_IN_THE_WAY)));
        return Vec::new();
    }
    let Some((key, text)) = state.deleted.take() else {
        return Vec::new();
    };
    state.kept.insert(key.clone(), text.clone());
    vec![Effect::Keep { key: key.name(), text }, Effect::Top]
}

/// The return's file in these bytes, if the registry knows its agency and quarter; else why it is refused.
pub(super) fn known_file(state: &State, name: &str, bytes: &[u8]) -> Result<SignedFile, String> {
    let file = read(bytes).map_err(|error| unread(state, name, &error))?;
    known_heading(state, name, &file.content.agency, file.content.period)?;
    Ok(file)
}

/// What is said of a file that cannot be read.
pub(super) fn unread(state: &State, name: &str, error: &ReadError) -> String {
    let why = read_error_message(error, state.language);
    phrases::FILE_REFUSED.with(state.language, &[("name", name), ("why", &why)])
}

/// Refuses a file about an agency or a quarter that the registry does not know.
pub(super) fn known_heading(state: &State, name: &str, agency: &AgencyId, period: Period) -> Result<(), String> {
    let known = state.registry.agency(agency).is_some() && state.registry.period(period).is_some();
    if known { Ok(()) } else { Err(phrases::FILE_UNKNOWN_HEADING.with(state.language, &[("name", name)])) }
}

/// A return's file is opened. A draft of the same agency and quarter that differs is never overwritten by it; one that
/// is the same is opened in its place, since it also knows the earlier return. One return goes from hand to hand to be
/// signed: the file's signatures that the draft does not bear are put beside its own once they were tried.
pub(super) fn open_return(state: &mut State, name: &str, file: SignedFile) -> Vec<Effect> {
    if let Err(says) = known_heading(state, name, &file.content.agency, file.content.period) {
        state.notice = Some(Notice::Bad(says));
        return Vec::new();
    }
    let given = file.signatures.clone();
    let mut draft = Draft::new(file.content.clone());
    draft.signatures.clone_from(&file.signatures);
    match state.kept.get(&draft.key()).map(|text| Draft::read(text)) {
        Some(Ok(kept)) if kept.content == draft.content => draft = kept,
        Some(_) => {
            let from = Whence::File(name.to_owned());
            return arrive(state, Arriving { draft, from, then: Screen::Review, given: Some(file) });
        }
        None => {}
    }
    // Signatures that only the draft had stand in no file yet.
    let exported = draft.signatures.iter().all(|signature| given.contains(signature));
    open(state, draft);
    state.exported = exported;
    let mut effects = kept_and_shown(state, Screen::Review);
    effects.extend(try_joining(state, name, given));
    effects
}
