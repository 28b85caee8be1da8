//! Files that the person opens: a return, the coordinator's receipt, query slip or registry, the coordinator's key card.

use super::action::Effect;
use super::arriving::open_draft_file;
use super::refusal::{refuse, refuse_with};
use super::signatures::know;
use super::start::{known_heading, open_return, unread};
use super::state::{Notice, Screen, State};
use super::update::show;
use super::{editions, slips};
use crate::collect::{COORDINATOR, Edition, Issued, Proof, Receipt, SignedPaper, Slip, read_paper};
use crate::quarterly::{Signed, parse_draft, parse_file};
use crate::registry::sha256_hex;
use crate::signing::{KeyCard, PublicKey, Role, Verdict, fingerprint};
use crate::text::{phrases, signing_message, signing_phrases};

/// A paper whose signature is being tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The file's name.
    name: String,
    /// SHA-256 of the bytes that the signature must cover.
    of: String,
    content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Content {
    Receipt(Receipt),
    Slip(Slip),
    Registry(Box<Signed<Edition>>),
}

impl Content {
    fn key(&self) -> &PublicKey {
        match self {
            Self::Receipt(receipt) => &receipt.issuer.key,
            Self::Slip(slip) => &slip.issuer.key,
            Self::Registry(paper) => &paper.content.issuer.key,
        }
    }
}

/// Opens a file by what it holds. Nothing of a receipt or a slip is shown before its signature was tried.
pub(super) fn open_file(state: &mut State, name: &str, bytes: &[u8]) -> Vec<Effect> {
    if parse_file(bytes).is_ok_and(|value| value.get("card").is_some()) {
        return open_card(state, name, bytes);
    }
    if let Some(text) = draft_text(bytes).or_else(|| carried_text(bytes)) {
        return open_draft_file(state, name, text);
    }
    match read_paper(bytes) {
        Ok(SignedPaper::Return(file)) => open_return(state, name, *file),
        Ok(SignedPaper::Receipt(paper)) => try_signature(state, name, *paper, |paper| Content::Receipt(paper.content)),
        Ok(SignedPaper::Slip(paper)) => try_signature(state, name, *paper, |paper| Content::Slip(paper.content)),
        Ok(SignedPaper::Registry(paper)) => {
            try_signature(state, name, *paper, |paper| Content::Registry(Box::new(paper)))
        }
        Err(error) => {
            let says = unread(state, name, &error);
            refuse(state, says)
        }
    }
}

/// The text of a file that means to be a draft, whatever is wrong with it.
fn draft_text(bytes: &[u8]) -> Option<&str> {
    let is_draft = parse_draft(bytes).is_ok_and(|value| value.get("draft").is_some());
    std::str::from_utf8(bytes).ok().filter(|_| is_draft)
}

/// The draft that a saved page carries. No sign in it could end the element.
fn carried_text(bytes: &[u8]) -> Option<&str> {
    let (_, rest) = std::str::from_utf8(bytes).ok()?.rsplit_once("<script type=\"application/json\" id=\"draft\"")?;
    let (_, rest) = rest.split_once('>')?;
    rest.split_once("</script>").map(|(text, _)| text)
}

/// The coordinator's card tells from now on whose receipts and slips are genuine. It is not kept: what lies in a
/// browser's storage can be changed by any page opened from disk.
fn open_card(state: &mut State, name: &str, bytes: &[u8]) -> Vec<Effect> {
    let card = match KeyCard::read(bytes) {
        Ok(card) => card,
        Err(error) => {
            let why = signing_message(error.code(), state.language);
            return refuse_with(state, phrases::FILE_REFUSED, &[("name", name), ("why", &why)]);
        }
    };
    if card.role != Role::Coordinator {
        let own = state.draft.as_ref().is_some_and(|draft| draft.content.agency == card.agency);
        return match own {
            true => know(state, card),
            false => refuse_with(state, signing_phrases::CARD_OF_OTHERS, &[("name", name)]),
        };
    }
    if card.agency.as_str() != COORDINATOR {
        return refuse_with(state, phrases::CARD_NOT_COORDINATOR, &[("name", name)]);
    }
    let values = [("name", card.name.as_str()), ("fingerprint", &fingerprint(&card.key.thumbprint()))];
    state.notice = Some(Notice::Good(phrases::CARD_OPENED.with(state.language, &values)));
    state.coordinator = Some(card);
    Vec::new()
}

fn try_signature<T: Issued>(
    state: &mut State,
    name: &str,
    paper: Signed<T>,
    content: impl Fn(Signed<T>) -> Content,
) -> Vec<Effect> {
    let Some(proof) = Proof::of(&paper) else {
        return refuse_with(state, phrases::PAPER_NOT_SIGNED, &[("name", name)]);
    };
    let of = sha256_hex(&proof.payload);
    state.opened = Some(Opened { name: name.to_owned(), of, content: content(paper) });
    vec![Effect::Verify(proof)]
}

/// The signature was tried: the paper is opened, or refused with what is to be done. A verdict on another paper than the
/// one opened last is dropped.
pub(super) fn verified(state: &mut State, of: &str, outcome: Result<Verdict, &'static str>) -> Vec<Effect> {
    let Some(opened) = state.opened.take_if(|opened| opened.of == of) else {
        return Vec::new();
    };
    let name = opened.name.as_str();
    let code = match outcome {
        Ok(Verdict::Valid { .. }) => return genuine(state, opened),
        Ok(Verdict::Broken { .. } | Verdict::UnknownKey { .. }) => {
            return refuse_with(state, phrases::PAPER_BROKEN, &[("name", name)]);
        }
        Ok(verdict) => verdict.code(),
        Err(code) => code,
    };
    let why = signing_message(code, state.language);
    refuse_with(state, phrases::FILE_REFUSED, &[("name", name), ("why", &why)])
}

fn genuine(state: &mut State, opened: Opened) -> Vec<Effect> {
    let other = state.coordinator.as_ref().is_some_and(|card| card.key != *opened.content.key());
    if other {
        let fingerprint = fingerprint(&opened.content.key().thumbprint());
        let values = [("name", opened.name.as_str()), ("fingerprint", &fingerprint)];
        return refuse_with(state, phrases::PAPER_OTHER_KEY, &values);
    }
    match opened.content {
        Content::Slip(slip) => slips::take(state, &opened.name, slip),
        Content::Registry(paper) => editions::offer(state, &opened.name, *paper),
        Content::Receipt(receipt) => show_receipt(state, &opened.name, receipt),
    }
}

fn show_receipt(state: &mut State, name: &str, receipt: Receipt) -> Vec<Effect> {
    let about = receipt.about.as_ref();
    if let Some(Err(says)) = about.map(|about| known_heading(state, name, &about.agency, about.period)) {
        return refuse(state, says);
    }
    state.receipt = Some(receipt);
    show(state, Screen::Receipt)
}
