use super::desk::{DeskAction, DeskEffect};
use super::draft::DraftKey;
use super::grid::GridAction;
use super::hand::SignOrder;
use super::secret::Secret;
use super::state::{KeyMark, Screen, Section};
use crate::collect::{Proof, SignatureFound};
use crate::quarterly::{Signature, SignedFile};
use crate::registry::{AgencyId, Period};
use crate::signing::{Certificate, Keyring, Role, ToSign, Verdict};
use crate::text::Language;
use crate::vietnamese::Date;
use std::rc::Rc;

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The page has started: what the storage holds, and the address.
    Started {
        /// Drafts by key, none where the browser refuses its storage.
        kept: Option<Vec<(String, String)>>,
        /// The draft that was open last.
        last: Option<String>,
        /// The part of the address after `#`.
        address: String,
        /// The language chosen before.
        language: Option<String>,
        /// The draft that the page itself carries.
        carried: Option<Carried>,
    },
    /// The last change of the open draft is undone.
    Undo,
    /// What was undone is done again.
    Redo,
    /// The open draft is wanted as a file.
    SaveDraft,
    /// The page is wanted as a file that carries the open draft.
    SavePage,
    /// The browser did not take a file that was to be saved.
    NotGiven,
    /// The draft that waits is taken in place of the one at hand.
    TakeArriving,
    /// The one at hand stays.
    LeaveArriving,
    /// Something else than expected is kept under the name of a draft: another window's, or nothing any more.
    KeptElsewhere {
        /// The name.
        name: String,
        /// What is kept there.
        text: Option<String>,
        /// What was to be kept there and is not.
        ours: Option<String>,
    },
    /// The browser's storage was emptied.
    Cleared,
    /// Another window has the draft of this name, or the coordinator's desk, open too.
    OpenElsewhere {
        /// The name.
        name: String,
        /// Whether it was open here before it was there.
        first: bool,
    },
    /// It is this day now.
    Day(Date),
    /// The person went to another screen.
    Go(Screen),
    /// The browser went to another address, back or forward.
    Went(String),
    /// An address was opened that names a return.
    Linked {
        /// The part after `#`.
        address: String,
        /// 16 random bytes for a new return's id; none where the browser has no source of them.
        random: Option<[u8; 16]>,
    },
    /// Another language.
    Speak(Language),
    /// The search for an agency.
    Search(String),
    /// An agency was chosen, or the choice taken back.
    ChooseAgency(Option<AgencyId>),
    /// A quarter was chosen.
    ChoosePeriod(Option<Period>),
    /// A new return, or the draft of the chosen agency and quarter.
    Begin {
        /// 16 random bytes for the return's id; none where the browser has no source of them.
        random: Option<[u8; 16]>,
    },
    /// A sample is opened.
    OpenSample {
        /// Whose return.
        agency: AgencyId,
        /// Of which quarter.
        period: Period,
    },
    /// A kept draft is opened.
    OpenDraft(DraftKey),
    /// A kept draft is deleted.
    DeleteDraft(DraftKey),
    /// The deleted draft is brought back.
    Undelete,
    /// A file was chosen.
    OpenFile {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Text in a field, as it is typed.
    Typed {
        /// The field.
        path: String,
        /// All of its text.
        text: String,
    },
    /// The field was left.
    Left {
        /// The field.
        path: String,
    },
    /// One of a list's words was chosen.
    Chosen {
        /// The field.
        path: String,
        /// The word, as files write it; empty takes the choice back.
        word: String,
    },
    /// A count has no data, or has after all.
    NoData {
        /// The count's field.
        path: String,
        /// Whether there is none.
        none: bool,
    },
    /// A number with words beside it: the number stays, the words go into the remark.
    MoveWords {
        /// The count's field.
        path: String,
    },
    /// A count since 1 January becomes what the earlier return had and this quarter together.
    TakeSum {
        /// The count's field.
        path: String,
    },
    /// A reason for a warning.
    Justified {
        /// The rule.
        rule: String,
        /// The place.
        path: String,
        /// The reason; empty takes it back.
        reason: String,
    },
    /// The signed file of an earlier quarter was chosen: what persists is taken from it.
    OpenPrevious {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// What was taken from the earlier return, and is not confirmed, is taken back.
    ForgetPrevious,
    /// What was taken from the earlier return is right in this group of fields, `/tasks/3.2`.
    Confirm(String),
    /// It is right in this section.
    ConfirmSection(Section),
    /// Something in the grid of the service list.
    Grid(GridAction),
    /// The browser did not copy what was to be copied.
    NotCopied,
    /// The section is left by its button; the next one opens.
    NextSection,
    /// A finding was followed to its field.
    Follow(String),
    /// The list of findings is wanted, as CSV.
    SaveFindings,
    /// Typing has paused, or the page may be gone soon: what was edited is written out.
    Settle,
    /// The draft was kept.
    Kept {
        /// Its name in the browser's storage.
        name: String,
        /// Hour and minute.
        at: String,
    },
    /// The browser refused to keep the draft of this name.
    KeepRefused(String),
    /// The browser was found to forget what it keeps when the window is closed.
    Fleeting,
    /// A new key is wanted.
    MakeKey {
        /// The password.
        password: Secret,
        /// The password again.
        again: Secret,
    },
    /// The key was made.
    KeyMade {
        /// Which order it answers.
        order: u64,
        /// The private key under its password, PEM.
        pem: String,
        /// Its public side.
        mark: KeyMark,
    },
    /// The key's file is wanted again.
    SaveKey,
    /// The key's card is wanted.
    SaveCard,
    /// A key file was chosen: one made here, or a certificate's.
    KeyChosen {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// The role in which to sign was chosen.
    ChooseRole(Role),
    /// Of several keys in a certificate's file one was chosen, by its place.
    ChooseKey(usize),
    /// The return is to be signed.
    Sign {
        /// The key's password.
        password: Secret,
    },
    /// The return was signed.
    Signed {
        /// Which order it answers.
        order: u64,
        /// SHA-256 of the bytes that were to be signed: what was ordered for another return is not taken.
        of: String,
        /// The signature.
        signature: Signature,
        /// The public side of a key that was made here.
        mark: Option<KeyMark>,
    },
    /// The certificate's file holds several keys.
    SeveralKeys {
        /// Which order that answers.
        order: u64,
        /// Their names.
        names: Vec<String>,
    },
    /// A file with certificates of those who issue the signatory's was chosen: they go along with what a token or another
    /// program signs.
    AuthorityChosen {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// No such certificates go along.
    DropAuthorities,
    /// The certificate was chosen by whose key somebody signs with another program.
    SignElsewhere {
        /// The certificate's file, with those above it if they are there.
        certificate: Vec<u8>,
        /// The time, in Unix seconds.
        now: i64,
    },
    /// What is to be signed elsewhere is wanted as a file.
    SaveToSign,
    /// A signature made elsewhere was chosen.
    Attach {
        /// Its file.
        signature: Vec<u8>,
    },
    /// The return is to be signed by a USB token, through the service that runs on this machine.
    SignByToken,
    /// The token is waited for no longer.
    StopToken,
    /// The service has answered.
    TokenAnswered {
        /// Which question.
        order: u64,
        /// Its words; none where nothing answers.
        answer: Option<String>,
        /// The time, in Unix seconds.
        now: i64,
    },
    /// Nothing is signed elsewhere after all.
    DropElsewhere,
    /// The signatures of a file were tried.
    SignaturesTried {
        /// SHA-256 of the file.
        of: String,
        /// What was found about each, or why they could not be tried: a code of the signing room.
        found: Result<Vec<SignatureFound>, &'static str>,
    },
    /// Making a key or signing failed.
    SigningFailed {
        /// Which order that answers.
        order: u64,
        /// Why, as a code of the signing room.
        code: &'static str,
    },
    /// The file is to be exported.
    Export,
    /// A signed return is amended.
    Amend,
    /// The signatures are taken off and the return edited on.
    Unsign,
    /// This one of the signatures is taken off.
    TakeOff(Signature),
    /// The signature of the opened receipt or query slip was tried.
    Verified {
        /// SHA-256 of the bytes that were asked about.
        of: String,
        /// The verdict, or a code of the signing room where it could not be tried.
        outcome: Result<Verdict, &'static str>,
    },
    /// A query slip is put away, with its answers.
    PutSlipAway(String),
    /// The person says that the fingerprint of the offered registry's key was compared, or not yet.
    KeyCompared(bool),
    /// The offered registry is taken into use.
    TakeRegistry,
    /// The person has compared the fingerprint of the key of the registry in use.
    InUseCompared,
    /// The offered registry is left.
    LeaveRegistry,
    /// Back to the registry that the page was built with.
    OwnRegistry,
    /// The browser refused to keep the registry.
    RegistryNotKept,
    /// The screen is to be printed.
    Print,
    /// The paper that is shown is wanted for word processors.
    SavePaper,
    /// The notice is put away.
    Dismiss,
    /// Something at the coordinator's desk.
    Desk(DeskAction),
}

/// What the page is to do; the core does none of it itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Settle when typing pauses.
    KeepSoon,
    /// Keep a draft, unless something else is there than what this window knows of.
    Keep {
        /// Under this key.
        key: String,
        /// This text.
        text: String,
    },
    /// Tell other windows that the draft of this name, or the coordinator's desk, is open here.
    Announce(String),
    /// Remember a small text under this name.
    Remember {
        /// The name.
        name: String,
        /// The text.
        text: String,
    },
    /// Give the person the page as a file that carries this draft.
    SavePage {
        /// The file's name.
        name: String,
    },
    /// Forget a draft.
    Forget {
        /// Its key.
        key: String,
    },
    /// Keep this registry's file, in place of the one before.
    KeepRegistry(String),
    /// Keep no registry any more.
    ForgetRegistry,
    /// Remember the language.
    RememberLanguage(&'static str),
    /// Show this address, without loading anything.
    Address(String),
    /// Show this address in place of the one that was asked for, so that Back does not lead there again.
    Replace(String),
    /// Bring the heading of the new screen into sight and focus.
    Top,
    /// Bring a field into sight and focus.
    Focus(String),
    /// Give the person a file.
    Download {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Copy this, as text and as a table.
    Copy {
        /// As text.
        text: String,
        /// As HTML.
        html: String,
    },
    /// Try the signature of a receipt, a query slip or a registry.
    Verify(Proof),
    /// Print the screen.
    Print,
    /// Make a key for signing.
    MakeKey {
        /// The order's number, which the answer bears.
        order: u64,
        /// Its password.
        password: Secret,
        /// In which role.
        role: Role,
        /// What its card says.
        holder: Holder,
    },
    /// Sign.
    Sign(Box<SignOrder>),
    /// Verify a signature that was made elsewhere, and take it.
    Attach {
        /// The order's number, which the answer bears.
        order: u64,
        /// SHA-256 of the return's canonical bytes.
        of: String,
        /// What was to be signed.
        wanted: Box<ToSign>,
        /// The signature's file.
        signature: Vec<u8>,
        /// The certificate that came with it, which must be the one that was named.
        by: Option<Box<Certificate>>,
    },
    /// Ask the token's service on this machine.
    AskToken {
        /// The question's number, which the answer bears.
        order: u64,
        /// What is asked, JSON.
        request: String,
    },
    /// Wait no longer for what the token's service answers.
    LeaveToken,
    /// Try the signatures of a return by the keys that are known.
    TrySignatures {
        /// SHA-256 of the file.
        of: String,
        /// The file.
        file: Box<SignedFile>,
        /// Whose keys are known.
        keyring: Rc<Keyring>,
    },
    /// Do something for the coordinator's desk.
    Desk(DeskEffect),
}

/// A draft that a page carries in itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Its text.
    pub text: String,
    /// The part of the address after `#` that was shown when the page was saved.
    pub address: String,
}

/// What a key's card says of its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Whose key.
    pub agency: AgencyId,
    /// Who signs with it.
    pub name: String,
    /// The day the card is made.
    pub created: Date,
}
