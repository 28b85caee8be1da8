use super::{Lens, RingAction, Unread};
use crate::collect::{Arrived, Examined, Filing, IssuedKeyring, KeptEntry, Proof, Receipt, Slip, TableKind};
use crate::quarterly::Return;
use crate::registry::{AgencyId, Period, Tier};
use crate::session::action::Holder;
use crate::session::secret::Secret;
use crate::session::state::KeyMark;
use crate::signing::{Certificate, Crl, Keyring};
use crate::vietnamese::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Everything that can happen at the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskAction {
    /// The browser's storage was opened; rows follow.
    Opened {
        /// Whether it can be used.
        storage: bool,
        /// The keyring's file.
        keyring: Option<String>,
        /// The quarter that was looked at last.
        period: Option<String>,
    },
    /// A newer page has changed the storage, so that it cannot be used.
    StorageNewer,
    /// Rows of ledgers that the browser keeps, by name, in the order of their names.
    Loaded(Vec<(String, String)>),
    /// That was all.
    AllLoaded,
    /// What was to be kept is kept.
    Kept {
        /// Hour and minute.
        at: String,
    },
    /// The browser refused to keep it.
    KeepRefused,
    /// Another quarter is looked at.
    ChoosePeriod(Period),
    /// The day of receipt of the files to come, as typed.
    ReceivedTyped(String),
    /// Files were chosen; the page holds them.
    Take {
        /// How many.
        files: usize,
        /// What was chosen and cannot be read.
        unread: Vec<Unread>,
    },
    /// Some files were examined.
    Examined {
        /// What was found.
        taken: Vec<Taken>,
        /// How many are done so far.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// Nothing is left to examine.
    Finished {
        /// How many were left out, since the person stopped it.
        left: usize,
    },
    /// The person stops it.
    Cancel,
    /// The list of files that could not be read is put away.
    DismissUnread,
    /// Every return of the quarter is examined again.
    ExamineAll,
    /// Entries in this state.
    Filter(Lens),
    /// Entries of this name or agency.
    Search(String),
    /// More rows.
    More,
    /// The note of an entry, as it is typed.
    Note {
        /// Which entry.
        at: usize,
        /// All of it.
        text: String,
    },
    /// An entry is set aside, or taken back in.
    SetAside {
        /// Which entry.
        at: usize,
        /// Whether it is set aside.
        aside: bool,
    },
    /// The day of receipt of an entry, as it is typed.
    DayTyped {
        /// Which entry.
        at: usize,
        /// All of it.
        text: String,
    },
    /// The typed day of receipt is to hold.
    CorrectDay,
    /// Files with key cards or keyrings were chosen: names and bytes.
    Cards(Vec<(String, Vec<u8>)>),
    /// Files that were taken in and are key cards are brought to the keyring.
    CardsOfFiles,
    /// Roots, revocation lists, certificates, days, the signed file.
    Ring(RingAction),
    /// The fingerprint of a candidate agrees.
    Accept(usize),
    /// Those of all candidates agree; roots are accepted one by one.
    AcceptAll,
    /// A candidate is put away.
    Reject(usize),
    /// A card is taken out of the keyring, by its place.
    Remove(usize),
    /// What was just removed is put back.
    PutBack,
    /// The keyring is wanted as a file that nobody signs.
    SaveKeyring,
    /// The ledger is wanted as a file.
    SaveLedger,
    /// Texts of files, by hash, brought out of the storage.
    Fetched {
        /// What for.
        wanted: Wanted,
        /// The texts that are there.
        texts: BTreeMap<String, String>,
    },
    /// A ledger's file was chosen.
    OpenLedger {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// The ledger in it takes the place of the one at hand.
    ConfirmOpening,
    /// It does not.
    DropOpening,
    /// The quarter's ledger is deleted.
    Forget,
    /// The deleted ledger is brought back.
    Unforget,
    /// Agencies of this list only, or of both.
    Tier(Option<Tier>),
    /// Agencies in this state of filing only, or all.
    Filing(Option<Filing>),
    /// The name of who issues papers, as it is typed.
    IssuerTyped(String),
    /// The coordinator wants a key.
    MakeKey {
        /// The password.
        password: Secret,
        /// The password again.
        again: Secret,
    },
    /// It was made.
    KeyMade {
        /// The private key under its password, PEM.
        pem: String,
        /// Its public side.
        mark: KeyMark,
    },
    /// The coordinator's key file was chosen.
    KeyChosen {
        /// For what kind of paper.
        kind: PaperKind,
        /// Its name.
        name: String,
        /// Its text.
        pem: String,
    },
    /// The card of the key just made is wanted.
    SaveCard,
    /// A question about a field.
    Ask {
        /// Which entry.
        at: usize,
        /// The field; empty for the whole return.
        path: String,
        /// The words to begin with.
        text: String,
    },
    /// A field is ticked to be asked about, or no longer: as [`Ask`](Self::Ask), but the focus stays.
    Tick {
        /// Which entry.
        at: usize,
        /// The field; empty for the whole return.
        path: String,
        /// The words to begin with.
        text: String,
    },
    /// A question, as it is typed.
    AskTyped {
        /// Which entry.
        at: usize,
        /// Which question.
        question: usize,
        /// All of it.
        text: String,
    },
    /// A question is taken back.
    Unask {
        /// Which entry.
        at: usize,
        /// Which question.
        question: usize,
    },
    /// The search among the fields that can be asked about.
    AskSearch {
        /// Which entry.
        at: usize,
        /// All of it.
        text: String,
    },
    /// The day by which an answer is wanted, as it is typed.
    AnswerByTyped {
        /// Which entry.
        at: usize,
        /// All of it.
        text: String,
    },
    /// A paper about an entry is to be signed and given.
    Issue {
        /// Which entry.
        at: usize,
        /// What kind of paper.
        kind: PaperKind,
        /// The key's password.
        password: Secret,
        /// 16 random bytes for a slip's id; none where the browser has no source of them.
        random: Option<[u8; 16]>,
    },
    /// Receipts for all returns that count are to be signed and given.
    IssueReceipts {
        /// Whether those that have one already get another.
        again: bool,
        /// The key's password.
        password: Secret,
    },
    /// The papers are signed, in the order of the order.
    Issued(Vec<IssuedFile>),
    /// Making a key or signing failed, with a code of the signing room.
    IssueFailed(&'static str),
    /// Words of the report, as they are typed.
    ReportTyped(ReportField, String),
    /// The workbook is wanted.
    SaveWorkbook,
    /// A table is wanted as CSV.
    SaveTable(TableKind),
    /// The findings are wanted as CSV.
    SaveFindings,
    /// Where everything comes from is wanted as CSV.
    SaveProvenance,
    /// The report is wanted as a document.
    SaveReport,
    /// Comparisons that differ only, or all.
    Differing(bool),
    /// A text was copied for a letter.
    Copied,
    /// What stands behind this figure: table, row, column; none puts it away.
    Figure(Option<(TableKind, usize, usize)>),
}

/// What the coordinator issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// A receipt.
    Receipt,
    /// Receipts for all returns that count.
    Receipts,
    /// A query slip.
    Slip,
    /// The keyring.
    Keyring,
}

/// A paper that waits for its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsigned {
    /// A receipt.
    Receipt(Box<Receipt>),
    /// A query slip.
    Slip(Box<Slip>),
    /// The keyring.
    Keyring(Box<IssuedKeyring>),
}

/// A signed paper's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Words that the coordinator writes into the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportField {
    /// The number.
    Number,
    /// The sign.
    Sign,
    /// Where it is issued.
    Place,
    /// When.
    Date,
    /// Remarks and proposals.
    Remarks,
    /// To whom it goes, a line each.
    Recipients,
    /// The office of who signs, a line each.
    Authority,
    /// The name of who signs.
    Signatory,
}

/// What came of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A file that came.
    New {
        /// For which quarter's ledger.
        period: Period,
        /// The file, and what was found in it.
        file: Box<Arrived>,
    },
    /// A file that was examined again.
    Again {
        /// In which quarter's ledger.
        period: Period,
        /// Which entry.
        at: usize,
        /// What was found.
        examined: Box<Examined>,
    },
    /// A file that could not be read or examined.
    Unread {
        /// Its name.
        name: String,
        /// Why.
        code: String,
    },
}

/// What files are examined with, beside the registry and its rules, which the page has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BenchData {
    /// Who may sign for whom.
    pub keyring: Rc<Keyring>,
    /// What counted in the quarter before, by agency.
    pub previous: Rc<BTreeMap<AgencyId, Arc<Return>>>,
}

/// A file to be examined again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// Which entry.
    pub at: usize,
    /// Its name, to be told if it is not there.
    pub name: String,
    /// The hash by which its text is kept.
    pub sha256: String,
    /// The day on which it was received.
    pub received: Date,
}

/// For what texts are brought out of the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// For the file of a quarter's ledger.
    Ledger(Period),
    /// For the cards among the files.
    Cards,
}

/// What the page is to do for the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskEffect {
    /// Bring out all that the browser keeps for the desk.
    Load,
    /// Examine the files that were chosen.
    Take {
        /// For which quarter's ledger.
        period: Period,
        /// The day on which they were received.
        received: Date,
        /// What with.
        bench: BenchData,
    },
    /// Examine the files of a kept ledger, in its order.
    TakeKept {
        /// For which quarter's ledger.
        period: Period,
        /// What was received; a text that is missing is in the storage.
        entries: Vec<KeptEntry>,
        /// What with.
        bench: BenchData,
    },
    /// Examine files again whose texts are in the storage.
    Again {
        /// In which quarter's ledger.
        period: Period,
        /// Which.
        files: Vec<Again>,
        /// What with.
        bench: BenchData,
    },
    /// Let go of the files that were chosen.
    LetGo,
    /// Examine no more.
    Cancel,
    /// Keep these rows, by name.
    Keep(Vec<(String, String)>),
    /// Forget all rows of a quarter's ledger.
    Forget(Period),
    /// Keep the keyring's file.
    KeepKeyring(String),
    /// Remember the quarter that is looked at.
    Remember(Period),
    /// Make the coordinator's key.
    MakeKey {
        /// Its password.
        password: Secret,
        /// What its card says.
        holder: Holder,
    },
    /// Sign papers.
    Issue {
        /// The key file.
        pem: String,
        /// Its password.
        password: Secret,
        /// The papers, each with the name of its file.
        papers: Vec<(String, Unsigned)>,
    },
    /// Try the signature of a keyring's file.
    TryKeyring(Box<Proof>),
    /// Try the signatures of revocation lists.
    TryCrls {
        /// The lists.
        crls: Vec<Crl>,
        /// By the keys of these.
        anchors: Vec<Certificate>,
    },
    /// Forget texts of files but for these, by hash.
    Sweep(BTreeSet<String>),
    /// Bring texts of files out of the storage.
    Fetch {
        /// By hash.
        hashes: BTreeSet<String>,
        /// What for.
        wanted: Wanted,
    },
}

impl DeskAction {
    /// Whether the notice that stands is left alone.
    pub(in crate::session) fn is_quiet(&self) -> bool {
        matches!(self, Self::Ring(action) if action.is_quiet())
            || matches!(
                self,
                Self::Opened { .. }
                    | Self::StorageNewer
                    | Self::Loaded(_)
                    | Self::AllLoaded
                    | Self::Kept { .. }
                    | Self::KeepRefused
                    | Self::Examined { .. }
                    | Self::ReceivedTyped(_)
                    | Self::Search(_)
                    | Self::Note { .. }
                    | Self::DayTyped { .. }
                    | Self::IssuerTyped(_)
                    | Self::AskTyped { .. }
                    | Self::AskSearch { .. }
                    | Self::AnswerByTyped { .. }
                    | Self::ReportTyped(..)
            )
    }

    /// Whether it only edits on, so that nothing need be written out before it.
    pub(in crate::session) fn edits_on(&self) -> bool {
        matches!(
            self,
            Self::Note { .. }
                | Self::AskTyped { .. }
                | Self::AnswerByTyped { .. }
                | Self::ReportTyped(..)
                | Self::Kept { .. }
                | Self::KeepRefused
        )
    }
}
