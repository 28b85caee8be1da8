//! The registry in use, and one that is offered with all that it changes.

use super::overview::{agency_name, quarter_words};
use crate::collect::Issuer;
use crate::registry::{Bilingual, Kind, Registry};
use crate::rules::Verdict;
use crate::session::State;
use crate::session::editions::{DraftChange, KeyTrust, Offered, Ready, is_vouched};
use crate::signing::fingerprint;
use crate::text::{change_heading, change_text, changes_summary, phrases, registry_name};
use crate::vietnamese::Date;

/// The registry's screen.
#[derive(Clone, Debug, PartialEq)]
pub struct RegistryView {
    /// The registry in use.
    pub in_use: EditionView,
    /// What is to be compared of the registry in use, where nobody vouches for its key.
    pub compare: Option<String>,
    /// The page's own registry, where another one is in use.
    pub own: Option<String>,
    /// The registry that is offered.
    pub offer: Option<OfferedView>,
}

/// One registry: which, by whom.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionView {
    /// Its name and version.
    pub name: String,
    /// Who issued it and when, or that it is the program's own.
    pub issuer: String,
    /// SHA-256 of its canonical bytes.
    pub sha256: String,
    /// The fingerprint of its issuer's key, empty where it bears no signature.
    pub fingerprint: String,
}

/// A registry that waits to be taken into use.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferedView {
    /// The file's name.
    pub file: String,
    /// Which registry, by whom.
    pub edition: EditionView,
    /// What is known of the key.
    pub trust: String,
    /// Whether the fingerprint must be compared first.
    pub compare: bool,
    /// Whether the person has said that it was.
    pub compared: bool,
    /// How much is otherwise.
    pub summary: String,
    /// What is otherwise, list by list.
    pub changes: Vec<(String, Vec<String>)>,
    /// What that changes for drafts that are kept here.
    pub drafts: Vec<String>,
}

/// Which registry is in use, and by whom: one line that each screen shows.
pub fn registry_line(state: &State) -> String {
    let name = registry_name(&state.registry);
    match &state.edition {
        Some((issuer, date)) => {
            let values = [("registry", name.as_str()), ("name", &issuer.name), ("date", &date.vietnamese())];
            let says = if is_vouched(state) { phrases::REGISTRY_LINE_ISSUED } else { phrases::REGISTRY_LINE_KEPT };
            says.with(state.language, &values)
        }
        None => phrases::REGISTRY_LINE_OWN.with(state.language, &[("registry", &name)]),
    }
}

/// The registry in use and the one that is offered.
pub fn registry(state: &State) -> RegistryView {
    let own = (state.registry_sha256 != state.built.sha256).then(|| registry_name(&state.built.registry));
    let in_use = edition(state, &state.registry, &state.registry_sha256, state.edition.as_ref());
    let compare = (!is_vouched(state)).then(|| state.say(phrases::REGISTRY_KEY_KEPT));
    RegistryView { in_use, compare, own, offer: state.offered.as_deref().map(|offered| offer(state, offered)) }
}

fn edition(state: &State, registry: &Registry, sha256: &str, issued: Option<&(Issuer, Date)>) -> EditionView {
    let issuer = issued.map_or_else(
        || state.say(phrases::REGISTRY_UNSIGNED),
        |(issuer, date)| {
            let values = [("name", issuer.name.as_str()), ("date", &date.vietnamese())];
            phrases::REGISTRY_ISSUED.with(state.language, &values)
        },
    );
    let fingerprint = issued.map(|(issuer, _)| fingerprint(&issuer.key.thumbprint())).unwrap_or_default();
    EditionView { name: registry_name(registry), issuer, sha256: sha256.to_owned(), fingerprint }
}

fn offer(state: &State, offered: &Offered) -> OfferedView {
    let Ready { registry, sha256, issued, .. } = &offered.ready;
    let trust = match offered.trust {
        KeyTrust::Card => phrases::REGISTRY_KEY_CARD,
        KeyTrust::Before => phrases::REGISTRY_KEY_BEFORE,
        KeyTrust::Unknown => phrases::REGISTRY_KEY_UNKNOWN,
        KeyTrust::Another => phrases::REGISTRY_KEY_ANOTHER,
    };
    let said = |kind: Kind| {
        let of_kind = offered.changes.iter().filter(|change| change.kind == kind);
        let texts: Vec<String> =
            of_kind.map(|change| change_text(change, &state.registry, registry, state.language)).collect();
        (!texts.is_empty()).then(|| (change_heading(kind, state.language).to_owned(), texts))
    };
    OfferedView {
        file: offered.name.clone(),
        edition: edition(state, registry, sha256, issued.as_ref()),
        trust: state.say(trust),
        compare: matches!(offered.trust, KeyTrust::Unknown | KeyTrust::Another),
        compared: offered.compared,
        summary: changes_summary(&state.registry, registry, offered.changes.len(), state.language),
        changes: Kind::ALL.into_iter().filter_map(said).collect(),
        drafts: offered.drafts.iter().map(|change| draft(state, registry, change)).collect(),
    }
}

/// What a draft would have more and less, and what the rules would find otherwise.
fn draft(state: &State, new: &Registry, change: &DraftChange) -> String {
    let agency = state.registry.agency(&change.key.agency);
    let agency = agency.map_or_else(|| change.key.agency.to_string(), |agency| agency_name(state, agency));
    let name = [agency, quarter_words(state, change.key.period)].join(", ");
    if !change.known {
        return phrases::DRAFT_NOT_KNOWN.with(state.language, &[("draft", &name)]);
    }
    let rows = |registry: &Registry, paths: &[String]| {
        let places = paths.iter().map(|path| row_name(state, registry, path));
        places.collect::<Vec<_>>().join("; ")
    };
    let mut says = Vec::new();
    if !change.fitting.added.is_empty() {
        says.push(phrases::DRAFT_ADDED.with(state.language, &[("rows", &rows(new, &change.fitting.added))]));
    }
    if !change.fitting.removed.is_empty() {
        let rows = rows(&state.registry, &change.fitting.removed);
        says.push(phrases::DRAFT_REMOVED.with(state.language, &[("rows", &rows)]));
    }
    says.push(findings(state, change.verdicts));
    format!("{name}: {}", says.join(" "))
}

/// A row as its section calls it.
fn row_name(state: &State, registry: &Registry, path: &str) -> String {
    let words = |text: Option<&Bilingual>| text.map(|text| text.text(state.language).to_owned());
    let named = match path.trim_start_matches('/').split_once('/') {
        Some(("tasks", number)) => Some(phrases::TASK_NUMBER.with(state.language, &[("number", number)])),
        Some(("general_tasks", id)) => words(registry.general_task(&id.into()).map(|task| &task.text)),
        Some(("services", id)) => words(registry.count(&id.into()).map(|count| &count.label)),
        Some(("indicators", id)) => words(registry.indicator(&id.into()).map(|of| &of.label)),
        _ => None,
    };
    named.unwrap_or_else(|| path.to_owned())
}

fn findings(state: &State, (before, after): (Verdict, Verdict)) -> String {
    if before == after {
        return state.say(phrases::DRAFT_FINDINGS_SAME);
    }
    let values = [
        ("errors", before.errors),
        ("open", before.open),
        ("warnings", before.unexplained + before.justified),
        ("errors_now", after.errors),
        ("open_now", after.open),
        ("warnings_now", after.unexplained + after.justified),
    ];
    let values = values.map(|(name, count)| (name, count.to_string()));
    phrases::DRAFT_FINDINGS.with(state.language, &values.each_ref().map(|(name, count)| (*name, count.as_str())))
}
