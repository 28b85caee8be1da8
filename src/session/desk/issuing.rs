//! What the coordinator issues about a file: a receipt, or a query slip; and the key that signs them.

use super::file::mark;
use super::{Desk, DeskAction, DeskEffect, PaperKind, SlipDraft, Unsigned};
use crate::collect::{COORDINATOR, Entry, Issuer, ReturnMark, SlipHead, receipt, slip};
use crate::registry::AgencyId;
use crate::session::action::{Effect, Holder};
use crate::session::secret::Secret;
use crate::session::sign::{password_fault, pem_fault};
use crate::session::state::{KeyHeld, KeyMark, Notice, State};
use crate::signing::{KeyCard, Role};
use crate::text::{Phrase, desk_phrases, phrases, signing_message};
use crate::vietnamese::Date;
use std::rc::Rc;

/// Names in the document of what comes next.
const PASSWORD: &str = "receipt-password";
const SLIP_PASSWORD: &str = "slip-password";
const NAME: &str = "issuer-name";
const QUESTIONS: &str = "slip-questions";

pub(super) fn with_papers(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::IssuerTyped(name) => desk.issuer = name,
        DeskAction::MakeKey { password, again } => return make_key(state, desk, password, &again),
        DeskAction::KeyMade { pem, mark } => return key_made(state, desk, pem, &mark),
        DeskAction::KeyChosen { kind, name, pem } => return key_chosen(state, desk, kind, KeyHeld { pem, name }),
        DeskAction::SaveCard => return desk.own_card.iter().map(|card| download(CARD_FILE, card)).collect(),
        DeskAction::Ask { at, path, text } => return ask(desk, at, path, text),
        DeskAction::AskTyped { at, question, text } => {
            if let Some((_, slot)) = slip_of(desk, at).questions.get_mut(question) {
                *slot = text;
            }
        }
        DeskAction::Unask { at, question } => {
            let of = slip_of(desk, at);
            if question < of.questions.len() {
                of.questions.remove(question);
            }
            return vec![Effect::Focus(QUESTIONS.to_owned())];
        }
        DeskAction::AnswerByTyped { at, text } => slip_of(desk, at).answer_by = text,
        DeskAction::Issue { at, kind, password, random } => return issue(state, desk, at, kind, password, random),
        DeskAction::Issued(file) => {
            desk.busy = false;
            desk.key = None;
            state.notice = Some(Notice::Good(state.say(desk_phrases::ISSUED)));
            return vec![Effect::Download { name: file.name, bytes: file.bytes }];
        }
        DeskAction::IssueFailed(code) => {
            desk.busy = false;
            let other_key = code == "signing/member-refused";
            let says =
                if other_key { state.say(desk_phrases::OTHER_KEY) } else { signing_message(code, state.language) };
            state.notice = Some(Notice::Bad(says));
        }
        _ => {}
    }
    Vec::new()
}

/// The name of the card's file.
const CARD_FILE: &str = "36a_the-khoa_van-phong-chinh-phu.json";
/// The name of the key's file.
const KEY_FILE: &str = "36a_khoa_van-phong-chinh-phu.pem";

fn download(name: &str, text: &str) -> Effect {
    Effect::Download { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn refuse(state: &mut State, phrase: Phrase) -> Vec<Effect> {
    state.notice = Some(Notice::Bad(state.say(phrase)));
    Vec::new()
}

fn make_key(state: &mut State, desk: &mut Desk, password: Secret, again: &Secret) -> Vec<Effect> {
    if desk.issuer.trim().is_empty() {
        refuse(state, desk_phrases::ISSUER_MISSING);
        return vec![Effect::Focus(NAME.to_owned())];
    }
    if let Some(phrase) = password_fault(&password, again) {
        return refuse(state, phrase);
    }
    desk.busy = true;
    let holder =
        Holder { agency: AgencyId::from(COORDINATOR), name: desk.issuer.trim().to_owned(), created: state.today };
    vec![Effect::Desk(DeskEffect::MakeKey { password, holder })]
}

/// The key file is given at once, for it stands nowhere else; its card goes into the keyring, where papers are signed by it.
fn key_made(state: &mut State, desk: &mut Desk, pem: String, made: &KeyMark) -> Vec<Effect> {
    desk.busy = false;
    let Ok(card) = KeyCard::read(made.card.as_bytes()) else { return Vec::new() };
    Rc::make_mut(&mut desk.keyring).add(card);
    let kept = desk.keyring.json().ok().map(|json| Effect::Desk(DeskEffect::KeepKeyring(json)));
    let given = download(KEY_FILE, &pem);
    desk.own_card = Some(made.card.clone());
    desk.key = Some(KeyHeld { pem, name: KEY_FILE.to_owned() });
    state.notice = Some(Notice::Good(state.say(desk_phrases::OWN_KEY_MADE)));
    std::iter::once(given).chain(kept).collect()
}

fn key_chosen(state: &mut State, desk: &mut Desk, kind: PaperKind, key: KeyHeld) -> Vec<Effect> {
    if let Some(code) = pem_fault(&key.pem) {
        state.notice = Some(Notice::Bad(signing_message(code, state.language)));
        return Vec::new();
    }
    desk.key = Some(key);
    let next = if kind == PaperKind::Slip { SLIP_PASSWORD } else { PASSWORD };
    vec![Effect::Focus(next.to_owned())]
}

/// The slip that is being written about an entry.
fn slip_of(desk: &mut Desk, at: usize) -> &mut SlipDraft {
    let sha256 =
        desk.ledger().and_then(|ledger| ledger.entries().get(at)).map(|entry| entry.file.examined.sha256.clone());
    desk.slips.entry(sha256.unwrap_or_default()).or_default()
}

/// A question at a field, once for each field that is not the whole return.
fn ask(desk: &mut Desk, at: usize, path: String, text: String) -> Vec<Effect> {
    let of = slip_of(desk, at);
    let known = of.questions.iter().any(|(known, _)| *known == path && !path.is_empty());
    if !known {
        of.questions.push((path, text));
    }
    let last = of.questions.len().saturating_sub(1);
    vec![Effect::Focus(if known { QUESTIONS.to_owned() } else { format!("question-{last}") })]
}

/// The coordinator's card by which papers are signed: the one added last.
pub(in crate::session) fn issuing_card(desk: &Desk) -> Option<&KeyCard> {
    let own = |card: &&KeyCard| card.role == Role::Coordinator && card.agency.as_str() == COORDINATOR;
    desk.keyring.cards().iter().rev().find(own)
}

fn issue(
    state: &mut State,
    desk: &mut Desk,
    at: usize,
    kind: PaperKind,
    password: Secret,
    random: Option<[u8; 16]>,
) -> Vec<Effect> {
    let Some(card) = issuing_card(desk) else { return refuse(state, desk_phrases::NO_OWN_CARD) };
    let issuer = Issuer { agency: card.agency.clone(), name: card.name.clone(), key: card.key };
    let Some(key) = desk.key.clone() else { return refuse(state, phrases::NO_KEY) };
    let made = match desk.ledger().and_then(|ledger| ledger.entries().get(at)) {
        None => return Vec::new(),
        Some(entry) => match kind {
            PaperKind::Receipt => Ok(receipt_of(state, entry, issuer)),
            PaperKind::Slip => slip_about(state, desk, entry, issuer, random),
        },
    };
    match made {
        Ok((name, paper)) => {
            desk.busy = true;
            vec![Effect::Desk(DeskEffect::Issue { pem: key.pem, password, name, paper })]
        }
        Err(phrase) => refuse(state, phrase),
    }
}

fn receipt_of(state: &State, entry: &Entry, issuer: Issuer) -> (String, Unsigned) {
    let content = receipt(entry, mark(state), state.today, issuer);
    let name = match entry.filed().map(|filed| &filed.content) {
        Some(content) => format!("36a_bien-nhan_{}_{}_r{}.json", content.period, content.agency, content.revision),
        None => format!("36a_bien-nhan_{}.json", entry.file.examined.sha256.get(..12).unwrap_or_default()),
    };
    (name, Unsigned::Receipt(Box::new(content)))
}

fn slip_about(
    state: &State,
    desk: &Desk,
    entry: &Entry,
    issuer: Issuer,
    random: Option<[u8; 16]>,
) -> Result<(String, Unsigned), Phrase> {
    let filed = entry.filed().ok_or(desk_phrases::SLIP_EMPTY)?;
    let draft = desk.slips.get(&entry.file.examined.sha256).ok_or(desk_phrases::SLIP_EMPTY)?;
    let asked = draft.questions.iter().map(|(path, text)| (path.clone(), text.trim().to_owned()));
    let questions: Vec<(String, String)> = asked.filter(|(_, text)| !text.is_empty()).collect();
    if questions.is_empty() {
        return Err(desk_phrases::SLIP_EMPTY);
    }
    let answer_by = match draft.answer_by.trim() {
        "" => None,
        text => Some(Date::parse_typed(text).map_err(|_| desk_phrases::ANSWER_BY_WRONG)?),
    };
    let content = &filed.content;
    let about = ReturnMark {
        agency: content.agency.clone(),
        period: content.period,
        return_id: content.return_id.clone(),
        revision: content.revision,
        content_sha256: filed.content_sha256.clone(),
    };
    let random = random.ok_or(desk_phrases::NO_RANDOMNESS)?;
    let head = SlipHead { random, about, issued: state.today, answer_by, issuer };
    let name = format!("36a_phieu-yeu-cau_{}_{}_r{}.json", content.period, content.agency, content.revision);
    Ok((name, Unsigned::Slip(Box::new(slip(head, questions)))))
}
