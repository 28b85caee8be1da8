use super::action::{Action, Effect};
use super::draft::Draft;
use super::entry::{choose, clean, put};
use super::service_list::ListDesk;
use super::state::{Notice, Saved, Screen, Section, State};
use super::words::move_words;
use super::{carry, findings, service_list, sign, start};
use crate::quarterly::{Answer, Field, Justification, MOST_TEXT, field, fitted, justify};
use crate::registry::Registry;
use crate::rules::{Case, Checker, Finding};
use crate::text::{Language, phrases};
use std::collections::BTreeMap;

/// Names in the document that are no fields of a return: a summary's heading, and the choices of the first screen.
const SUMMARY: &str = "summary-title";
const PERIOD: &str = "period";
const SEARCH: &str = "agency-search";

/// The new state is in `state`; what the page is to do is given back.
pub fn update(state: &mut State, action: Action) -> Vec<Effect> {
    let quiet = match &action {
        Action::Typed { .. } | Action::ListTyped(_) | Action::Left { .. } | Action::Kept { .. } => true,
        // The browser also tells of the address that the page itself has set.
        Action::Went(address) => Screen::of_address(address) == state.screen,
        other => matches!(other, Action::KeepRefused),
    };
    if !quiet {
        state.notice = None;
    }
    match action {
        Action::Started { kept, last, address, language } => {
            state.language = language.map_or(state.language, |tag| Language::of_tag(&tag));
            start::started(state, kept, last, &address)
        }
        Action::Go(screen) => show(state, screen),
        Action::Went(address) => went(state, &address),
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
        Action::OpenDraft(key) => start::open_draft(state, &key),
        Action::DeleteDraft(key) => start::delete_draft(state, &key),
        Action::Undelete => start::undelete(state),
        Action::OpenFile { name, bytes } => start::open_file(state, &name, &bytes),
        Action::Kept { at } => {
            state.saved = Saved::At(at);
            Vec::new()
        }
        Action::KeepRefused => {
            state.saved = Saved::Refused;
            Vec::new()
        }
        Action::NextSection => next_section(state),
        Action::Follow(path) => follow(state, path),
        Action::SaveFindings => findings::save(state),
        Action::Dismiss => Vec::new(),
        edit @ (Action::Typed { .. }
        | Action::Left { .. }
        | Action::Chosen { .. }
        | Action::NoData { .. }
        | Action::MoveWords { .. }
        | Action::Justified { .. }) => edited(state, edit),
        taken @ (Action::OpenPrevious { .. }
        | Action::ForgetPrevious
        | Action::Confirm(_)
        | Action::ConfirmSection(_)) => carry::with_previous(state, taken),
        Action::MoreRows => service_list::more(state),
        list @ (Action::ListTyped(_)
        | Action::ListFile { .. }
        | Action::TakeList
        | Action::TakeReadable
        | Action::DropList
        | Action::RestoreList) => service_list::with_list(state, list),
        other => sign::with_key(state, other),
    }
}

/// Opens a draft in place of the one before. One that is not signed is brought under the registry in use, and the person
/// is told what that changed. A key that was loaded for the one before is let go.
pub(super) fn open(state: &mut State, mut draft: Draft) {
    if draft.signatures.is_empty() {
        let fitted = fitted(&state.registry, &state.registry_sha256, draft.content);
        draft.content = fitted.content;
        draft.entries.retain(|path, _| field(&mut draft.content, path).is_some());
        let counts = [("added", fitted.added.to_string()), ("removed", fitted.removed.to_string())];
        if fitted.added + fitted.removed > 0 {
            let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
            state.notice = Some(Notice::Good(phrases::FITTED.with(state.language, &counts)));
        }
    }
    draft.settle();
    (state.key, state.mark, state.signing, state.exported) = (None, None, None, false);
    state.aside.clear();
    state.list = ListDesk::default();
    state.agency = Some(draft.content.agency.clone());
    state.period = Some(draft.content.period);
    state.signature_codes = Vec::new();
    state.editing = None;
    state.draft = Some(draft);
    refresh(state);
}

/// Shows a screen; without a draft only the first one and the self-test can be shown.
pub(super) fn show(state: &mut State, screen: Screen) -> Vec<Effect> {
    let free = matches!(screen, Screen::Start | Screen::SelfTest);
    state.screen = match screen {
        screen if free => screen,
        _ if state.draft.is_none() => Screen::Start,
        Screen::Section(section) if !sections(state).contains(&section) => Screen::Sections,
        screen => screen,
    };
    state.editing = None;
    let address = state.screen.address();
    let address = if state.screen == screen { Effect::Address(address) } else { Effect::Replace(address) };
    vec![address, Effect::Top]
}

fn went(state: &mut State, address: &str) -> Vec<Effect> {
    let screen = Screen::of_address(address);
    if screen == state.screen { Vec::new() } else { show(state, screen) }
}

/// Checks the whole return again.
pub(super) fn refresh(state: &mut State) {
    state.checker = case(state).map(|case| Checker::new(&state.rules, case));
    list_findings(state);
}

/// Checks again what an edited field can have changed.
fn recheck(state: &mut State, path: &str) {
    let mut checker = state.checker.take();
    if let (Some(checker), Some(case)) = (&mut checker, case(state)) {
        checker.edited(&state.rules, case, path);
    }
    state.checker = checker;
    list_findings(state);
}

/// The open return beside what it is checked with.
fn case(state: &State) -> Option<Case<'_>> {
    let draft = state.draft.as_ref()?;
    Some(Case {
        registry: &state.registry,
        content: &draft.content,
        previous: draft.previous.as_deref(),
        today: state.today,
    })
}

/// Lists what is wrong, ordered as the sections show it. A text that its field cannot hold is the only thing said there.
pub(super) fn list_findings(state: &mut State) {
    let (Some(draft), Some(checker)) = (&state.draft, &state.checker) else {
        state.findings = Vec::new();
        return;
    };
    let readable = |finding: &&Finding| !draft.entries.contains_key(finding.place());
    let mut findings: Vec<Finding> = checker.findings().filter(readable).cloned().collect();
    findings.extend(draft.entries.values().map(|entry| entry.finding.clone()));
    findings.extend(carry::findings(draft));
    findings.sort_by_cached_key(|finding| position(&state.registry, finding.place()));
    state.findings = findings;
}

/// Where a field stands among the sections: section, row, field.
pub(super) fn position(registry: &Registry, path: &str) -> (Section, usize, usize) {
    const NAMES: [&str; 14] = [
        "number",
        "name",
        "title",
        "phone",
        "email",
        "status",
        "completed_on",
        "date",
        "evidence",
        "document_number",
        "units",
        "progress",
        "obstacle",
        "new_deadline",
    ];
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let (head, id) = (segments.first().copied().unwrap_or(""), segments.get(1).copied().unwrap_or(""));
    let row = match head {
        "general_tasks" => registry.general_task.iter().position(|task| task.id.as_str() == id),
        "tasks" => registry.task.iter().position(|task| task.number.as_str() == id),
        "services" => registry.count.iter().position(|count| count.id.as_str() == id),
        // A row's id is its place.
        "service_list" => id.parse().ok(),
        "indicators" => registry.indicator.iter().position(|indicator| indicator.id.as_str() == id),
        _ => ["amendment_reason", "document", "preparer", "approver", "difficulties"]
            .iter()
            .position(|name| *name == head),
    };
    let name = segments.last().and_then(|name| NAMES.iter().position(|known| known == name));
    (Section::of_path(path), row.unwrap_or(usize::MAX), name.unwrap_or(NAMES.len()))
}

/// The effects that keep the draft as it is now.
pub(super) fn keep(state: &mut State) -> Vec<Effect> {
    let Some(draft) = &state.draft else {
        return Vec::new();
    };
    let (key, text) = (draft.key(), draft.write());
    if state.saved != Saved::Refused {
        state.saved = Saved::Waiting;
    }
    state.kept.insert(key.clone(), text.clone());
    vec![Effect::Keep { key: key.name(), text }]
}

/// Whether the open return may be changed now; where it may not, the person is told.
pub(super) fn changeable(state: &mut State) -> bool {
    let why = match &state.draft {
        _ if state.signing.is_some() => phrases::WAIT_FOR_SIGNATURE,
        Some(draft) if draft.signatures.is_empty() => return true,
        _ => phrases::SIGNED_IS_LOCKED,
    };
    state.notice = Some(Notice::Bad(state.say(why)));
    false
}

fn edited(state: &mut State, action: Action) -> Vec<Effect> {
    if let Action::Left { path } = action {
        // The next field may be typed into already when the one before is heard to be left.
        state.editing.take_if(|(editing, _)| *editing == path);
        return Vec::new();
    }
    if !changeable(state) {
        return Vec::new();
    }
    let Some(draft) = state.draft.as_mut() else {
        return Vec::new();
    };
    let path = match action {
        Action::Typed { path, text } => {
            draft.carried.remove(&path);
            match put(&mut draft.content, &path, &text) {
                Some(Ok(())) => drop(draft.entries.remove(&path)),
                Some(Err(entry)) => drop(draft.entries.insert(path.clone(), *entry)),
                None => return Vec::new(),
            }
            state.editing = Some((path.clone(), text));
            path
        }
        Action::Chosen { path, word } => {
            draft.carried.remove(&path);
            if !choose(&mut draft.content, &path, &word) {
                return Vec::new();
            }
            path
        }
        Action::NoData { path, none } => {
            draft.carried.remove(&path);
            no_data(draft, &mut state.aside, &path, none);
            path
        }
        Action::MoveWords { path } => {
            let Some(remark) = move_words(draft, &path, state.language) else {
                return Vec::new();
            };
            state.editing = None;
            recheck(state, &remark);
            recheck(state, &path);
            let mut effects = keep(state);
            // The button goes with the words; the focus stays at the field.
            effects.push(Effect::Focus(path));
            return effects;
        }
        Action::Justified { rule, path, reason } => {
            let found = state.findings.iter().find(|finding| finding.rule == rule && finding.place() == path);
            let Some(values_sha256) = found.map(Finding::values_sha256) else {
                return Vec::new();
            };
            state.editing = Some((format!("{path}#{rule}"), reason.clone()));
            let reason = clean(&reason);
            if reason.len() > MOST_TEXT {
                state.notice = Some(Notice::Bad(state.say(phrases::REASON_TOO_LONG)));
                return Vec::new();
            }
            justify(&mut draft.content, Justification { rule, path, values_sha256, reason });
            // No rule reads the reasons.
            return keep(state);
        }
        _ => return Vec::new(),
    };
    recheck(state, &path);
    keep(state)
}

/// Says that a count has no data, or that it has. What stood there before is set aside, and comes back.
fn no_data(draft: &mut Draft, aside: &mut Aside, path: &str, none: bool) {
    let Some(Field::Answer(answer)) = field(&mut draft.content, path) else {
        return;
    };
    if matches!(answer, Some(Answer::NoData(_))) == none {
        return;
    }
    let (back, text) = aside.remove(path).unwrap_or_default();
    let before =
        std::mem::replace(answer, if none { back.or_else(|| Some(Answer::NoData(String::new()))) } else { back });
    let unreadable = draft.entries.remove(path).map(|entry| entry.text);
    aside.insert(path.to_owned(), (before, unreadable));
    if let Some(text) = text
        && let Some(Err(entry)) = put(&mut draft.content, path, &text)
    {
        draft.entries.insert(path.to_owned(), *entry);
    }
}

/// What ticks of "no data" took the place of, by path.
type Aside = BTreeMap<String, (Option<Answer>, Option<String>)>;

/// The sections that this return has: indicators only where a task sets a target.
pub(super) fn sections(state: &State) -> Vec<Section> {
    let none = state.draft.as_ref().is_none_or(|draft| draft.content.indicators.is_empty());
    let no_tasks = state.draft.as_ref().is_none_or(|draft| draft.content.tasks.is_empty());
    let wanted = |section: &Section| match section {
        Section::Indicators => !none,
        Section::Tasks => !no_tasks,
        _ => true,
    };
    Section::ALL.into_iter().filter(wanted).collect()
}

/// Leaves a section by its button. What is wrong or open in it is shown first; a second press goes on all the same.
fn next_section(state: &mut State) -> Vec<Effect> {
    let Screen::Section(here) = state.screen else {
        return Vec::new();
    };
    let given = state.draft.as_ref().map_or(&[][..], |draft| &draft.content.justifications);
    let wrong = state.findings.iter().any(|found| found.blocks(given) && Section::of_path(found.place()) == here);
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
    let section = Section::of_path(&path);
    let mut effects = Vec::new();
    if state.screen != Screen::Section(section) {
        effects.extend(show(state, Screen::Section(section)));
        effects.retain(|effect| *effect != Effect::Top);
    }
    if let Some(draft) = &mut state.draft {
        draft.seen.insert(section);
    }
    service_list::show_row(state, &path);
    effects.push(Effect::Focus(path));
    effects
}
