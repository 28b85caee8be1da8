use super::{Mark, mark};
use crate::collect::{Entry, Ledger, State as FileState, hash_sought, reporting};
use crate::registry::{AgencyId, Period};
use crate::session::State;
use crate::session::desk::{Desk, Lens, is_card};
use crate::session::view::{agency_name, quarter_words};
use crate::text::{desk_phrases, print_phrases, reason_sentence, state_name};
use crate::vietnamese::search_key;
use std::collections::{BTreeMap, BTreeSet};

/// So many files are named that a paper matches: a few digits may fit several, and a file may have come again.
const MOST_MATCHES: usize = 5;

/// Files taken in, and the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct IntakeView {
    /// What the ledger comes to.
    pub summary: String,
    /// Whether the ledger is brought out of the browser's storage.
    pub loaded: bool,
    /// The day of receipt of the files to come, as typed.
    pub received: String,
    /// Files that are being examined.
    pub work: Option<WorkView>,
    /// Files that could not be read, each with the reason.
    pub unread: Vec<String>,
    /// What can be done about key cards that came among the files.
    pub cards: Option<String>,
    /// Another quarter to which many files belong, and the words that lead there.
    pub elsewhere: Option<(Period, String)>,
    /// The entries by state, each with how many there are.
    pub lenses: Vec<LensView>,
    /// How many entries the search and the filter find, in words.
    pub found: String,
    /// Which file a paper matches whose hash is searched for, or that none does; empty where no hash is.
    pub paper: Vec<String>,
    /// As many of them as are drawn.
    pub rows: Vec<EntryRow>,
    /// The wish for more of them.
    pub more: Option<String>,
    /// Whether anything was received.
    pub any: bool,
    /// What the opening of a ledger's file would do.
    pub opening: Option<String>,
    /// Which ledger was deleted and can be brought back.
    pub forgotten: Option<String>,
}

/// Files that are being examined.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkView {
    /// How many are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// The same in words.
    pub says: String,
    /// The same in words that change only now and then, to be read aloud.
    pub aloud: String,
    /// Whether it was told to stop.
    pub stopping: bool,
}

/// A filter.
#[derive(Clone, Debug, PartialEq)]
pub struct LensView {
    /// What it lets through.
    pub lens: Lens,
    /// Its name and how many entries that are.
    pub name: String,
    /// Whether it is in use.
    pub chosen: bool,
}

/// One entry in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryRow {
    /// Its place in the ledger.
    pub at: usize,
    /// The file's name.
    pub name: String,
    /// What became of it.
    pub mark: Mark,
    /// Why.
    pub reason: String,
    /// Whose return, which revision, when received.
    pub about: String,
    /// The coordinator's note.
    pub note: String,
}

/// Files taken in, and the ledger; none without a desk.
pub fn intake(state: &State) -> Option<IntakeView> {
    let desk = state.desk.as_ref()?;
    let entries = desk.ledger().map(Ledger::entries).unwrap_or_default();
    let names = agency_names(state);
    let search = Search::of(&desk.look.query, &names);
    let found: Vec<(usize, &Entry)> =
        entries.iter().enumerate().filter(|(_, entry)| passes(desk.look.lens, entry) && search.finds(entry)).collect();
    let shown = desk.look.shown.min(found.len());
    let left = found.len() - shown;
    Some(IntakeView {
        summary: summary(state, desk),
        loaded: desk.loaded,
        received: desk.received.clone(),
        work: desk.work.map(|work| work_view(state, work)),
        unread: desk.unread.iter().map(|unread| unread_words(state, unread)).collect(),
        cards: cards(state, entries),
        elsewhere: elsewhere(state, desk),
        lenses: lenses(state, desk),
        found: desk_phrases::FOUND.counted(state.language, found.len()),
        paper: search.sought.as_ref().map(|sought| paper_found(state, desk, sought)).unwrap_or_default(),
        rows: found.iter().take(shown).map(|(at, entry)| entry_row(state, *at, entry, &names)).collect(),
        more: (left > 0).then(|| desk_phrases::MORE.counted(state.language, left)),
        any: !entries.is_empty(),
        opening: desk.opening.as_ref().map(|opening| {
            let (name, period) = (opening.name.as_str(), quarter_words(state, opening.kept.period));
            let count = opening.kept.entries.len().to_string();
            desk_phrases::OPENING.with(state.language, &[("name", name), ("period", &period), ("count", &count)])
        }),
        forgotten: desk.forgotten.as_ref().map(|(period, _)| {
            desk_phrases::FORGOTTEN.with(state.language, &[("period", &quarter_words(state, *period))])
        }),
    })
}

/// The agencies' names by id.
pub(super) fn agency_names(state: &State) -> BTreeMap<&AgencyId, String> {
    state.registry.agency.iter().map(|agency| (&agency.id, agency_name(state, agency))).collect()
}

fn summary(state: &State, desk: &Desk) -> String {
    let Some(ledger) = desk.ledger() else { return state.say(desk_phrases::SUMMARY_NOTHING) };
    let agencies = reporting(&state.registry, ledger.period());
    let counted = ledger.counting();
    let counts = [
        ("files", ledger.entries().len()),
        ("agencies", agencies.iter().filter(|agency| counted.contains_key(&agency.id)).count()),
        ("all", agencies.len()),
    ];
    let words = counts.map(|(name, count)| (name, count.to_string()));
    desk_phrases::SUMMARY.with(state.language, &words.each_ref().map(|(name, count)| (*name, count.as_str())))
}

fn passes(lens: Lens, entry: &Entry) -> bool {
    match lens {
        Lens::All => true,
        Lens::ToDo => entry.state.wants_action(),
        Lens::State(state) => entry.state == state,
    }
}

/// What is searched for: in the names of files, and in those of agencies, of which only these have it.
struct Search<'a> {
    query: String,
    /// The hash on a paper, or its beginning, where that is searched for.
    sought: Option<String>,
    agencies: BTreeSet<&'a AgencyId>,
}

impl<'a> Search<'a> {
    fn of(query: &str, names: &BTreeMap<&'a AgencyId, String>) -> Self {
        let sought = hash_sought(query);
        let query = search_key(query);
        let having = names.iter().filter(|(_, name)| search_key(name).contains(&query));
        let agencies = having.map(|(id, _)| *id).collect();
        Self { query, sought, agencies }
    }

    fn finds(&self, entry: &Entry) -> bool {
        self.query.is_empty()
            || entry.search_key.contains(&self.query)
            || entry.filed().is_some_and(|filed| self.agencies.contains(&filed.content.agency))
            || self.sought.as_ref().is_some_and(|sought| has_hash(entry, sought))
    }
}

/// Whether an entry is the return whose canonical bytes have this hash, or one that begins so.
fn has_hash(entry: &Entry, sought: &str) -> bool {
    entry.filed().is_some_and(|filed| filed.content_sha256.starts_with(sought))
}

/// The files of all quarters that a paper matches, whatever filter is set; or that none does.
fn paper_found(state: &State, desk: &Desk, sought: &str) -> Vec<String> {
    let all = desk.ledgers.values().flat_map(|ledger| ledger.entries().iter().map(|entry| (ledger.period(), entry)));
    let having = all.filter(|(_, entry)| has_hash(entry, sought));
    let says = having.map(|(period, entry)| {
        let (state_of, period) = (state_name(entry.state, state.language), quarter_words(state, period));
        let values = [("name", entry.file.name.as_str()), ("state", state_of), ("period", &period)];
        print_phrases::PAPER_FOUND.with(state.language, &values)
    });
    let says: Vec<String> = says.take(MOST_MATCHES).collect();
    if says.is_empty() { vec![state.say(print_phrases::PAPER_NOT_FOUND)] } else { says }
}

fn lenses(state: &State, desk: &Desk) -> Vec<LensView> {
    let tally = desk.ledger().map(Ledger::tally).unwrap_or_default();
    let to_do = tally.iter().filter(|(of, _)| of.wants_action()).map(|(_, count)| count).sum::<usize>();
    let named = |lens: Lens, name: String, count: usize| LensView {
        lens,
        name: format!("{name} ({count})"),
        chosen: desk.look.lens == lens,
    };
    let mut lenses = vec![
        named(Lens::All, state.say(desk_phrases::LENS_ALL), tally.values().sum()),
        named(Lens::ToDo, state.say(desk_phrases::LENS_TO_DO), to_do),
    ];
    for of in FileState::ALL {
        let count = tally.get(&of).copied().unwrap_or_default();
        // A filter in use stays, though nothing is left behind it.
        if count > 0 || desk.look.lens == Lens::State(of) {
            lenses.push(named(Lens::State(of), state_name(of, state.language).to_owned(), count));
        }
    }
    lenses
}

fn entry_row(state: &State, at: usize, entry: &Entry, names: &BTreeMap<&AgencyId, String>) -> EntryRow {
    EntryRow {
        at,
        name: entry.file.name.clone(),
        mark: mark(state, entry.state),
        reason: entry.reasons.first().map(|reason| reason_sentence(reason, state.language)).unwrap_or_default(),
        about: about_entry(state, entry, names),
        note: entry.file.note.clone(),
    }
}

/// Whose return an entry is, which revision, when it was received.
pub(super) fn about_entry(state: &State, entry: &Entry, names: &BTreeMap<&AgencyId, String>) -> String {
    let of = entry.filed().map(|filed| {
        let name = names.get(&filed.content.agency).cloned().unwrap_or_else(|| filed.content.agency.to_string());
        let revision = filed.content.revision.to_string();
        [name, desk_phrases::REVISION.with(state.language, &[("revision", &revision)])]
    });
    let day = entry.file.received.vietnamese();
    let received = desk_phrases::RECEIVED_ON.with(state.language, &[("date", &day)]);
    of.into_iter().flatten().chain([received]).collect::<Vec<_>>().join(" · ")
}

fn work_view(state: &State, work: crate::session::desk::Work) -> WorkView {
    let says = |done: usize| {
        let (done, of) = (done.to_string(), work.of.to_string());
        desk_phrases::WORKING_ON.with(state.language, &[("done", &done), ("of", &of)])
    };
    // Read aloud at each quarter of the way, not at each file.
    let quarter = (work.done * 4).checked_div(work.of).unwrap_or_default();
    WorkView {
        done: work.done,
        of: work.of,
        says: says(work.done),
        aloud: says(quarter * work.of / 4),
        stopping: work.stopping,
    }
}

fn unread_words(state: &State, unread: &crate::session::desk::Unread) -> String {
    let why = crate::text::intake_message(&unread.code, state.language);
    format!("{}: {why}", unread.name)
}

fn cards(state: &State, entries: &[Entry]) -> Option<String> {
    let count = entries.iter().filter(|entry| entry.state == FileState::NotAReturn && is_card(entry)).count();
    (count > 0).then(|| desk_phrases::CARDS_AMONG_FILES.counted(state.language, count))
}

/// The quarter to which most files of another quarter belong, where they are more than those of this one.
fn elsewhere(state: &State, desk: &Desk) -> Option<(Period, String)> {
    let by_period = desk.ledger()?.of_period();
    let here = by_period.get(&desk.period).copied().unwrap_or_default();
    let known = by_period.iter().filter(|(of, _)| **of != desk.period && state.registry.period(**of).is_some());
    let (period, count) = known.max_by_key(|(_, count)| **count).filter(|(_, count)| **count > here)?;
    let period = *period;
    let (words, count) = (quarter_words(state, period), count.to_string());
    Some((period, desk_phrases::ELSEWHERE.with(state.language, &[("period", &words), ("count", &count)])))
}
