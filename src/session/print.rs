//! The return on paper, the blank form, and both for word processors.

use super::action::Effect;
use super::sign::file_name_of;
use super::state::{Notice, Screen, State};
use super::view::signatures;
use crate::export::{Paper, docx};
use crate::registry::{AgencyId, Period};
use crate::signing::Ruling;
use crate::text::{
    Language, PrintedSignature, ReturnToPrint, export_message, print_phrases, return_form, return_paper,
};

/// The open return as it is printed; none without one.
pub(super) fn paper(state: &State) -> Option<Paper> {
    let draft = state.draft.as_ref()?;
    // The paper speaks Vietnamese, whatever language the page has.
    let signatures: Vec<PrintedSignature> = signatures(state, Language::Vietnamese)
        .into_iter()
        .enumerate()
        .map(|(at, of)| PrintedSignature { says: says(state, at, of.says), who: of.who, about: of.about })
        .collect();
    let unread: Vec<(String, String)> =
        draft.entries.iter().map(|(path, entry)| (path.clone(), entry.text.clone())).collect();
    Some(return_paper(&ReturnToPrint {
        registry: &state.registry,
        rules: &state.rules,
        content: &draft.content,
        findings: &state.findings,
        slips: &draft.slips,
        signatures: &signatures,
        unread: &unread,
    }))
}

/// What is to be thought of a signature, as the signing screen says it; but a paper opens no card.
fn says(state: &State, at: usize, says: String) -> String {
    let unknown = state.signatures.get(at).is_some_and(|of| of.code == Ruling::UnknownKey.code());
    if unknown { print_phrases::KEY_NOT_COMPARED.text(Language::Vietnamese).to_owned() } else { says }
}

/// The form of the chosen agency and quarter; none where one of them is not chosen, or not known.
pub(super) fn form(state: &State) -> Option<Paper> {
    let (agency, period) = chosen(state)?;
    Some(return_form(&state.registry, &state.registry_sha256, &state.rules, agency, period))
}

/// Agency and quarter as chosen on the first screen; where a return is open, its own.
pub(super) fn chosen(state: &State) -> Option<(&AgencyId, Period)> {
    let (agency, period) = (state.agency.as_ref()?, state.period?);
    let known = state.registry.agency(agency).is_some() && state.registry.period(period).is_some();
    known.then_some((agency, period))
}

/// The form that is wanted beside the open return is the one of its agency and quarter.
pub(super) fn choose_own(state: &mut State) {
    if let Some(content) = state.draft.as_ref().map(|draft| &draft.content) {
        (state.agency, state.period) = (Some(content.agency.clone()), Some(content.period));
    }
}

/// What is shown on paper, as a file for word processors.
pub(super) fn save(state: &mut State) -> Vec<Effect> {
    let Some((name, paper)) = named(state) else { return Vec::new() };
    match docx(&paper, state.today) {
        Ok(bytes) => vec![Effect::Download { name, bytes }],
        Err(error) => {
            let values = [("name", name.as_str()), ("why", &export_message(&error, state.language))];
            state.notice = Some(Notice::Bad(print_phrases::NOT_MADE.with(state.language, &values)));
            Vec::new()
        }
    }
}

/// The paper of the screen and the name of its file: `ban-in_36a_2017-Q2_bo-tai-chinh_r1.docx`.
fn named(state: &State) -> Option<(String, Paper)> {
    if state.screen == Screen::Form {
        let (agency, period) = chosen(state)?;
        return Some((format!("mau-trong_36a_{period}_{agency}.docx"), form(state)?));
    }
    let of = &state.draft.as_ref()?.content;
    let file = file_name_of(of.period, &of.agency, of.revision);
    Some((format!("ban-in_{}.docx", file.trim_end_matches(".json")), paper(state)?))
}
