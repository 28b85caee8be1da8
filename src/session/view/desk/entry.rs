use super::intake::{about_entry, agency_names};
use super::signature::{SignatureRow, signatures};
use super::trust::{BindForm, form};
use super::{Mark, mark};
use crate::collect::{Entry, Filed};
use crate::quarterly::Return;
use crate::registry::AgencyId;
use crate::rules::Finding;
use crate::session::State;
use crate::session::desk::Desk;
use crate::session::view::findings::FindingSection;
use crate::session::view::group::Groups;
use crate::session::view::overview::period_name;
use crate::session::view::progress::{Waiting, counted};
use crate::text::{desk_phrases, reason_sentence};
use crate::vietnamese::count_text;

/// One entry of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryView {
    /// Its place in the ledger.
    pub at: usize,
    /// The file's name.
    pub name: String,
    /// Whose return, which revision, when received.
    pub about: String,
    /// What became of it.
    pub mark: Mark,
    /// Why, and what else is to be known.
    pub reasons: Vec<String>,
    /// What is known of the file.
    pub facts: Vec<FactRow>,
    /// Its signatures.
    pub signatures: Vec<SignatureRow>,
    /// What is being said of a certificate that one of them carries.
    pub form: Option<BindForm>,
    /// What the rules find, in counts; empty for what is no return.
    pub verdict: String,
    /// Where the officer's verdict and ours differ.
    pub differs: Vec<DifferRow>,
    /// What the rules find, by section.
    pub findings: Vec<FindingSection>,
    /// The agency's files for this quarter, by revision.
    pub chain: Vec<ChainRow>,
    /// The coordinator's note.
    pub note: String,
    /// Whether it is set aside.
    pub aside: bool,
    /// The day of receipt, as it stands or as it is being typed.
    pub day: String,
    /// The entries before and after it.
    pub neighbours: (Option<usize>, Option<usize>),
}

/// Something known of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FactRow {
    /// What.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether the value is characters to be compared, not words.
    pub code: bool,
}

/// One rule at one place of which the officer's page and this one think otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct DifferRow {
    /// Where.
    pub place: String,
    /// What the rule demands.
    pub demand: String,
    /// What the agency's page thought.
    pub theirs: String,
    /// What is found here.
    pub ours: String,
}

/// One of the agency's files.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainRow {
    /// Its place in the ledger.
    pub at: usize,
    /// The file's name.
    pub name: String,
    /// Its revision and the day of receipt.
    pub about: String,
    /// What became of it.
    pub mark: Mark,
    /// Whether it is the entry that is shown.
    pub here: bool,
}

/// The entry at this place of the ledger; none where there is none.
pub fn entry(state: &State, at: usize) -> Option<EntryView> {
    let desk = state.desk.as_ref()?;
    let entries = desk.ledger()?.entries();
    let entry = entries.get(at)?;
    let filed = entry.filed();
    let typed = desk.day.as_ref().filter(|(typed, _)| *typed == at).map(|(_, text)| text.clone());
    Some(EntryView {
        at,
        name: entry.file.name.clone(),
        about: about_entry(state, entry, &agency_names(state)),
        mark: mark(state, entry.state),
        reasons: entry.reasons.iter().map(|reason| reason_sentence(reason, state.language)).collect(),
        facts: facts(state, entry),
        signatures: filed.map(|filed| signatures(state, desk, entry, filed)).unwrap_or_default(),
        form: desk.binding.as_ref().filter(|draft| draft.entry == Some(at)).map(|draft| form(state, draft)),
        verdict: filed.map(|filed| verdict_words(state, filed)).unwrap_or_default(),
        differs: filed.map(|filed| differs(state, entry, filed)).unwrap_or_default(),
        findings: filed.map(|filed| groups(state, filed).finding_sections()).unwrap_or_default(),
        chain: filed.map(|filed| chain(state, desk, &filed.content.agency, at)).unwrap_or_default(),
        note: entry.file.note.clone(),
        aside: entry.file.set_aside,
        day: typed.unwrap_or_else(|| entry.file.received.vietnamese()),
        neighbours: (at.checked_sub(1), Some(at + 1).filter(|next| *next < entries.len())),
    })
}

/// The return's groups, as the officer sees them; what stands in a field is not asked, so that content need not be whole.
fn groups<'a>(state: &'a State, filed: &'a Filed) -> Groups<'a> {
    Groups::beside(state, Return::clone(&filed.content), &filed.findings)
}

fn facts(state: &State, entry: &Entry) -> Vec<FactRow> {
    let fact = |phrase: crate::text::Phrase, value: String| FactRow { name: state.say(phrase), value, code: false };
    let hash = |phrase: crate::text::Phrase, value: &str| FactRow {
        name: state.say(phrase),
        value: value.to_owned(),
        code: true,
    };
    let examined = &entry.file.examined;
    let mut facts = Vec::new();
    if let Some(filed) = entry.filed() {
        let content = &filed.content;
        let names = agency_names(state);
        let agency = names.get(&content.agency).cloned().unwrap_or_else(|| content.agency.to_string());
        facts.push(fact(desk_phrases::FACT_AGENCY, agency));
        facts.push(fact(desk_phrases::FACT_PERIOD, period_name(state, content.period)));
        facts.push(fact(desk_phrases::FACT_REVISION, content.revision.to_string()));
        if !content.amendment_reason.is_empty() {
            facts.push(fact(desk_phrases::FACT_AMENDMENT, content.amendment_reason.clone()));
        }
        facts.push(fact(desk_phrases::FACT_DOCUMENT, document(content)));
        facts.push(fact(desk_phrases::FACT_REGISTRY, format!("{} {}", content.registry.id, content.registry.version)));
        facts.push(hash(desk_phrases::FACT_REGISTRY_HASH, &content.registry.sha256));
    }
    let size = i64::try_from(examined.size).unwrap_or(i64::MAX);
    facts
        .push(fact(desk_phrases::FACT_SIZE, desk_phrases::BYTES.with(state.language, &[("count", &count_text(size))])));
    facts.push(hash(desk_phrases::FACT_FILE_HASH, &examined.sha256));
    facts.extend(entry.filed().map(|filed| hash(desk_phrases::FACT_CONTENT_HASH, &filed.content_sha256)));
    facts
}

fn document(content: &Return) -> String {
    let day = content.document.date.map(|day| day.vietnamese()).unwrap_or_default();
    [content.document.number.clone(), day].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn verdict_words(state: &State, filed: &Filed) -> String {
    let counts = counted(state, filed.tally, Waiting::default());
    if counts.is_empty() { state.say(desk_phrases::NO_FINDING) } else { counts.join(", ") }
}

/// What blocks here although the officer's page let it be signed, and what was explained there and does not arise here.
fn differs(state: &State, entry: &Entry, filed: &Filed) -> Vec<DifferRow> {
    let groups = groups(state, filed);
    let signed = !filed.signatures.is_empty();
    let blocks = |finding: &&Finding| signed && finding.blocks(&filed.content.justifications);
    let row = |rule: &str, path: &str, theirs: String, ours: String| DifferRow {
        place: groups.place(path),
        demand: state
            .rules
            .text(rule)
            .map_or_else(|| rule.to_owned(), |text| text.demand.text(state.language).to_owned()),
        theirs,
        ours,
    };
    let ours = filed.findings.iter().filter(blocks);
    let ours = ours
        .map(|found| row(&found.rule, found.place(), state.say(desk_phrases::THEIRS_PASSED), groups.message(found)));
    let theirs = filed.theirs.iter().map(|(rule, path)| {
        let reason = filed.content.justifications.iter().find(|given| given.rule == *rule && given.path == *path);
        let reason = reason.map(|given| given.reason.as_str()).unwrap_or_default();
        let explained = desk_phrases::THEIRS_EXPLAINED.with(state.language, &[("reason", reason)]);
        row(rule, path, explained, state.say(desk_phrases::OURS_NOTHING))
    });
    let told = entry.filed().is_some();
    ours.chain(theirs).filter(|_| told).collect()
}

/// The agency's files in the ledger, by revision and then as they came.
fn chain(state: &State, desk: &Desk, agency: &AgencyId, here: usize) -> Vec<ChainRow> {
    let Some(ledger) = desk.ledger() else { return Vec::new() };
    let mut of: Vec<(u32, usize, &Entry)> = ledger
        .of_agency(agency)
        .iter()
        .filter_map(|at| Some((*at, ledger.entries().get(*at)?)))
        .filter_map(|(at, entry)| Some((entry.filed()?.content.revision, at, entry)))
        .collect();
    of.sort_by_key(|(revision, at, _)| (*revision, *at));
    let row = |(revision, at, entry): (u32, usize, &Entry)| ChainRow {
        at,
        name: entry.file.name.clone(),
        about: [
            desk_phrases::REVISION.with(state.language, &[("revision", &revision.to_string())]),
            desk_phrases::RECEIVED_ON.with(state.language, &[("date", &entry.file.received.vietnamese())]),
        ]
        .join(" · "),
        mark: mark(state, entry.state),
        here: at == here,
    };
    of.into_iter().map(row).collect()
}
