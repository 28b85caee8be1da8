//! What the coordinator issues: receipts and query slips; and the key that signs them.

use super::file::mark;
use super::kept::{keep_keyring, keep_sent};
use super::{Desk, DeskAction, DeskEffect, IssuedFile, Order, PaperKind, Unsigned, slips, writing};
use crate::collect::{self, COORDINATOR, Entry, Issuer, Ledger, Sent, receipt};
use crate::export::archive;
use crate::quarterly::write_signed;
use crate::registry::{AgencyId, Period};
use crate::session::action::{Effect, Holder};
use crate::session::entry::clean;
use crate::session::own_key::{password_fault, pem_fault};
use crate::session::secret::Secret;
use crate::session::state::{KeyHeld, KeyMark, Notice, State};
use crate::signing::{KeyCard, Primitives, Role, SigningError, SigningKey};
use crate::text::{Phrase, desk_phrases, phrases, signing_message};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Names in the document of what comes next.
const PASSWORD: &str = "receipt-password";
const SLIP_PASSWORD: &str = "slip-password";
const ALL_PASSWORD: &str = "receipts-password";
const KEYRING_PASSWORD: &str = "keyring-password";
const NAME: &str = "issuer-name";
const OWN_KEY: &str = "own-key-title";
const SENT: &str = "sent-title";

/// The name of the card's file.
const CARD_FILE: &str = "36a_the-khoa_van-phong-chinh-phu.json";
/// The name of the key's file.
const KEY_FILE: &str = "36a_khoa_van-phong-chinh-phu.pem";

pub(super) fn with_papers(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::IssuerTyped(name) => desk.issuer = name,
        DeskAction::MakeKey { password, again } => return make_key(state, desk, password, &again),
        DeskAction::KeyMade { pem, mark } => return key_made(state, desk, pem, &mark),
        DeskAction::KeyChosen { kind, name, pem } => return key_chosen(state, desk, kind, KeyHeld { pem, name }),
        DeskAction::SaveCard => return desk.own_card.iter().map(|card| download(CARD_FILE, card)).collect(),
        DeskAction::Issue { at, kind, password, random } => return issue(state, desk, at, kind, password, random),
        DeskAction::IssueReceipts { again, password } => return issue_receipts(state, desk, again, password),
        DeskAction::Issued(files) => return issued(state, desk, files),
        DeskAction::IssueFailed(code) => {
            desk.busy = false;
            desk.issuing = None;
            let other_key = code == "signing/member-refused";
            let says =
                if other_key { state.say(desk_phrases::OTHER_KEY) } else { signing_message(code, state.language) };
            state.notice = Some(Notice::Bad(says));
        }
        other => return slips::with_slip(desk, other),
    }
    Vec::new()
}

impl Unsigned {
    /// The paper's file, signed by this key at this time (Unix seconds).
    ///
    /// # Errors
    /// As [`issue`](crate::collect::issue) has them.
    pub async fn signed<P: Primitives>(
        self,
        primitives: &P,
        key: &SigningKey<P::PrivateKey>,
        issued_at: i64,
    ) -> Result<Vec<u8>, SigningError> {
        Ok(match self {
            Self::Receipt(content) => write_signed(&collect::issue(primitives, key, *content, issued_at).await?),
            Self::Slip(content) => write_signed(&collect::issue(primitives, key, *content, issued_at).await?),
            Self::Keyring(content) => write_signed(&collect::issue(primitives, key, *content, issued_at).await?),
        })
    }
}

fn download(name: &str, text: &str) -> Effect {
    Effect::Download { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

pub(super) fn refuse(state: &mut State, phrase: Phrase) -> Vec<Effect> {
    state.notice = Some(Notice::Bad(state.say(phrase)));
    Vec::new()
}

fn make_key(state: &mut State, desk: &mut Desk, password: Secret, again: &Secret) -> Vec<Effect> {
    let name = clean(&desk.issuer);
    if name.is_empty() {
        refuse(state, desk_phrases::ISSUER_MISSING);
        return vec![Effect::Focus(NAME.to_owned())];
    }
    if let Some(phrase) = password_fault(&password, again) {
        return refuse(state, phrase);
    }
    desk.busy = true;
    let holder = Holder { agency: AgencyId::from(COORDINATOR), name, created: state.today };
    vec![Effect::Desk(DeskEffect::MakeKey { password, holder })]
}

/// The key file is given at once, for it stands nowhere else; its card goes into the keyring, where papers are signed by it.
fn key_made(state: &mut State, desk: &mut Desk, pem: String, made: &KeyMark) -> Vec<Effect> {
    desk.busy = false;
    let Ok(card) = KeyCard::read(made.card.as_bytes()) else { return Vec::new() };
    Rc::make_mut(&mut desk.keyring).add(card);
    let kept = keep_keyring(desk);
    let given = download(KEY_FILE, &pem);
    desk.own_card = Some(made.card.clone());
    desk.key = Some(KeyHeld { pem, name: KEY_FILE.to_owned() });
    state.notice = Some(Notice::Good(state.say(desk_phrases::OWN_KEY_MADE)));
    let next = Effect::Focus(OWN_KEY.to_owned());
    std::iter::once(given).chain(kept).chain([next]).collect()
}

fn key_chosen(state: &mut State, desk: &mut Desk, kind: PaperKind, key: KeyHeld) -> Vec<Effect> {
    if let Some(code) = pem_fault(&key.pem) {
        state.notice = Some(Notice::Bad(signing_message(code, state.language)));
        return Vec::new();
    }
    desk.key = Some(key);
    let next = match kind {
        PaperKind::Receipt => PASSWORD,
        PaperKind::Receipts => ALL_PASSWORD,
        PaperKind::Slip => SLIP_PASSWORD,
        PaperKind::Keyring => KEYRING_PASSWORD,
    };
    vec![Effect::Focus(next.to_owned())]
}

/// The coordinator's card by which papers are signed: the one added last.
pub(in crate::session) fn issuing_card(desk: &Desk) -> Option<&KeyCard> {
    let own = |card: &&KeyCard| card.role == Role::Coordinator && card.agency.as_str() == COORDINATOR;
    desk.keyring.cards().iter().rev().find(own)
}

/// Who issues, and the key file.
pub(super) fn hand(desk: &Desk) -> Result<(Issuer, KeyHeld), Phrase> {
    let card = issuing_card(desk).ok_or(desk_phrases::NO_OWN_CARD)?;
    let key = desk.key.clone().ok_or(phrases::NO_KEY)?;
    Ok((Issuer { agency: card.agency.clone(), name: card.name.clone(), key: card.key }, key))
}

fn issue(
    state: &mut State,
    desk: &mut Desk,
    at: usize,
    kind: PaperKind,
    password: Secret,
    random: Option<[u8; 16]>,
) -> Vec<Effect> {
    let (issuer, key) = match hand(desk) {
        Ok(hand) => hand,
        Err(phrase) => return refuse(state, phrase),
    };
    let Some(entry) = desk.ledger().and_then(|ledger| ledger.entries().get(at)) else { return Vec::new() };
    if kind != PaperKind::Slip {
        let paper = receipt_of(state, entry, issuer);
        return order(state, desk, vec![paper], key, password);
    }
    match slips::slip_about(state, desk, entry, issuer, random) {
        Ok(paper) => order(state, desk, vec![paper], key, password),
        Err(refused) => {
            state.notice = Some(Notice::Bad(refused.says));
            refused.focus.into_iter().map(Effect::Focus).collect()
        }
    }
}

/// Has the papers signed; only one order at a time.
pub(super) fn order(
    state: &mut State,
    desk: &mut Desk,
    papers: Vec<(String, Unsigned)>,
    key: KeyHeld,
    password: Secret,
) -> Vec<Effect> {
    if desk.busy {
        return refuse(state, phrases::WAIT_FOR_SIGNATURE);
    }
    desk.busy = true;
    desk.issuing = Some(Order { period: desk.period, papers: papers.clone() });
    vec![Effect::Desk(DeskEffect::Issue { pem: key.pem, password, papers })]
}

/// The entries that count and get a receipt: all of them, or those without one.
pub(in crate::session) fn receivers(ledger: &Ledger, again: bool) -> Vec<&Entry> {
    let counting = ledger.counting().into_values().filter_map(|at| ledger.entries().get(at));
    let known = &ledger.sent().receipts;
    counting.filter(|entry| again || !known.contains_key(&entry.file.examined.sha256)).collect()
}

fn issue_receipts(state: &mut State, desk: &mut Desk, again: bool, password: Secret) -> Vec<Effect> {
    let (issuer, key) = match hand(desk) {
        Ok(hand) => hand,
        Err(phrase) => return refuse(state, phrase),
    };
    let entries = desk.ledger().map(|ledger| receivers(ledger, again)).unwrap_or_default();
    let papers: Vec<_> = entries.into_iter().map(|entry| receipt_of(state, entry, issuer.clone())).collect();
    if papers.is_empty() {
        return refuse(state, desk_phrases::NO_RECEIPT_WANTED);
    }
    order(state, desk, papers, key, password)
}

fn receipt_of(state: &State, entry: &Entry, issuer: Issuer) -> (String, Unsigned) {
    let content = receipt(entry, mark(state), state.today, issuer);
    let name = match entry.filed().map(|filed| &filed.content) {
        Some(content) => format!("36a_bien-nhan_{}_{}_r{}.json", content.period, content.agency, content.revision),
        None => format!("36a_bien-nhan_{}.json", entry.file.examined.sha256.get(..12).unwrap_or_default()),
    };
    (name, Unsigned::Receipt(Box::new(content)))
}

/// The papers are signed: they are given, several in one archive, and remembered.
fn issued(state: &mut State, desk: &mut Desk, files: Vec<IssuedFile>) -> Vec<Effect> {
    desk.busy = false;
    let Some(Order { period, papers }) = desk.issuing.take() else { return Vec::new() };
    let (file, says) = match <[IssuedFile; 1]>::try_from(files) {
        Ok([file]) => (file, state.say(desk_phrases::ISSUED)),
        Err(files) => match archived(period, &files) {
            Some(file) => (file, desk_phrases::ISSUED_ALL.counted(state.language, files.len())),
            None => return Vec::new(),
        },
    };
    state.notice = Some(Notice::Good(says));
    let asks = papers.iter().any(|(_, paper)| matches!(paper, Unsigned::Slip(_)));
    let mut effects = vec![Effect::Download { name: file.name, bytes: file.bytes }];
    effects.extend(remember(desk, period, papers));
    // The form of a slip goes with its questions.
    effects.extend(asks.then(|| Effect::Focus(SENT.to_owned())));
    effects
}

fn archived(period: Period, files: &[IssuedFile]) -> Option<IssuedFile> {
    let bytes = archive(files.iter().map(|file| (file.name.as_str(), file.bytes.clone()))).ok()?;
    Some(IssuedFile { name: format!("36a_bien-nhan_{period}.zip"), bytes })
}

/// What was sent is remembered with the ledger of its quarter; a slip that was sent is being written no more.
fn remember(desk: &mut Desk, period: Period, papers: Vec<(String, Unsigned)>) -> Vec<Effect> {
    let Some(ledger) = desk.ledgers.get_mut(&period) else { return Vec::new() };
    let mut sent: Sent = ledger.sent().clone();
    let mut asked = BTreeSet::new();
    for (_, paper) in papers {
        match paper {
            Unsigned::Receipt(receipt) => drop(sent.receipts.insert(receipt.file_sha256, receipt.issued)),
            Unsigned::Slip(slip) => {
                asked.insert(slip.about.content_sha256.clone());
                sent.slips.push(*slip);
            }
            Unsigned::Keyring(_) => {}
        }
    }
    ledger.set_sent(sent);
    let kept = keep_sent(ledger);
    let of_asked = |entry: &&Entry| entry.filed().is_some_and(|of| asked.contains(&of.content_sha256));
    let files = ledger.entries().iter().filter(of_asked).map(|entry| entry.file.examined.sha256.clone());
    let files: BTreeSet<String> = files.collect();
    kept.into_iter().chain(writing::drop_slips(desk, period, &files)).collect()
}
