use super::column::LEVEL;
use super::unread;
use crate::quarterly::{Answer, ListedService, Return};
use crate::registry::CountId;
use crate::session::Draft;
use crate::session::action::Effect;
use crate::session::checking::refresh;
use crate::session::keeping::keep;
use crate::session::state::{Notice, State};
use crate::text::{field_place, grid_phrases};
use crate::vietnamese::count_text;

/// The sums of the services at one level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelSums {
    /// The level; none where none is given.
    pub level: Option<i64>,
    /// How many services.
    pub services: usize,
    /// Dossiers received; none where no service gives them.
    pub received: Option<i64>,
    /// How many services do not.
    pub without_received: usize,
    /// Dossiers resolved.
    pub resolved: Option<i64>,
    /// How many services do not give them.
    pub without_resolved: usize,
}

/// The sums by level, those of services without a level last, if there are any; none without a list.
pub(in crate::session) fn level_sums(content: &Return) -> Vec<LevelSums> {
    if content.service_list.is_empty() {
        return Vec::new();
    }
    let mut sums: Vec<LevelSums> =
        (1..=4).map(Some).chain([None]).map(|level| LevelSums { level, ..LevelSums::default() }).collect();
    for service in content.service_list.values() {
        let place = service.level.and_then(|level| usize::try_from(level).ok()).filter(|level| (1..=4).contains(level));
        if let Some(sum) = sums.get_mut(place.unwrap_or(5) - 1) {
            sum.add(service);
        }
    }
    sums.retain(|sum| sum.level.is_some() || sum.services > 0);
    sums
}

impl LevelSums {
    fn add(&mut self, service: &ListedService) {
        self.services += 1;
        let number = |answer: &Option<Answer>| answer.as_ref().and_then(Answer::number);
        match number(&service.received) {
            Some(count) => self.received = Some(self.received.unwrap_or(0).saturating_add(count)),
            None => self.without_received += 1,
        }
        match number(&service.resolved) {
            Some(count) => self.resolved = Some(self.resolved.unwrap_or(0).saturating_add(count)),
            None => self.without_resolved += 1,
        }
    }
}

/// A count that the list tells: its field, and the number where all services give theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::session) struct Counted {
    pub(in crate::session) path: String,
    pub(in crate::session) number: Option<i64>,
}

/// The counts that the list tells, of the levels at which it has services. Where a level is missing or cannot be read no
/// count is sure.
pub(in crate::session) fn counted(draft: &Draft) -> Vec<Counted> {
    let rows = &draft.content.service_list;
    let unsure = rows.iter().any(|(id, service)| {
        service.level.is_none_or(|level| !(1..=4).contains(&level)) || unread(draft, id, LEVEL).is_some()
    });
    if unsure {
        return Vec::new();
    }
    let mut counts = Vec::new();
    for sums in level_sums(&draft.content).into_iter().filter(|sums| sums.services > 0) {
        let Some(level) = sums.level else { continue };
        let mut add = |id: String, number: Option<i64>| {
            if draft.content.services.contains_key(id.as_str()) {
                counts.push(Counted { path: format!("/services/{id}/answer"), number });
            }
        };
        add(format!("level{level}"), i64::try_from(sums.services).ok());
        add(format!("received{level}-year"), sums.received.filter(|_| sums.without_received == 0));
        add(format!("resolved{level}-year"), sums.resolved.filter(|_| sums.without_resolved == 0));
    }
    counts
}

/// The counts that the list tells become those of the sections before; which did, and which could not, is told.
pub(super) fn use_counts(state: &mut State) -> Vec<Effect> {
    let Some(draft) = state.draft.as_mut() else { return Vec::new() };
    let counts = counted(draft);
    let (mut set, mut missing) = (Vec::new(), Vec::new());
    for Counted { path, number } in counts {
        let id = path.trim_start_matches("/services/").trim_end_matches("/answer");
        let row = draft.content.services.get_mut(&CountId::from(id));
        match (number, row) {
            (Some(number), Some(row)) => {
                let answer = Some(Answer::from_number(number));
                if row.answer != answer || draft.entries.contains_key(&path) {
                    row.answer = answer;
                    draft.entries.remove(&path);
                    draft.carried.remove(&path);
                    state.aside.remove(&path);
                    set.push((path, number));
                }
            }
            _ => missing.push(path),
        }
    }
    let says = told(state, &set, &missing);
    if !set.is_empty() {
        refresh(state);
    }
    state.notice = Some(Notice::Good(says));
    if set.is_empty() { Vec::new() } else { keep(state) }
}

fn told(state: &State, set: &[(String, i64)], missing: &[String]) -> String {
    let Some(draft) = &state.draft else { return String::new() };
    let place = |path: &String| field_place(&state.registry, &draft.content, path, state.language);
    let listed = |items: Vec<String>| items.join("; ");
    let set = listed(set.iter().map(|(path, number)| format!("{}: {}", place(path), count_text(*number))).collect());
    let mut says = match set.is_empty() {
        true => vec![state.say(grid_phrases::COUNTS_SAME)],
        false => vec![grid_phrases::COUNTS_SET.with(state.language, &[("list", &set)])],
    };
    if !missing.is_empty() {
        let list = listed(missing.iter().map(place).collect());
        says.push(grid_phrases::COUNTS_MISSING.with(state.language, &[("list", &list)]));
    }
    says.join(" ")
}

/// Whether the button that does so is shown.
pub(in crate::session) fn has_counts(draft: &Draft) -> bool {
    counted(draft).iter().any(|count| count.number.is_some())
}
