use super::anew::Orders;
use super::kept::Barred;
use super::{BindDraft, Brought, LimitDraft, Lists, Piece, Unsigned, Writing};
use crate::collect::{Filing, Grounds, KeptLedger, Ledger, State as FileState, TableKind};
use crate::export::Paper;
use crate::registry::{Period, Registry, Tier};
use crate::session::state::{KeyHeld, Saved};
use crate::signing::Keyring;
use crate::vietnamese::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// How many rows of a long list are drawn at first, and how many more at each wish.
pub(super) const ROWS: usize = 100;

/// Everything on the coordinator's desk; officers have none.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The quarter that is looked at.
    pub period: Period,
    /// The ledgers, by quarter.
    pub ledgers: BTreeMap<Period, Ledger>,
    /// Who may sign for whom.
    pub keyring: Rc<Keyring>,
    /// The same with its marks: what ledgers believe verdicts by.
    pub(super) grounds: Arc<Grounds>,
    /// What was ordered to be examined, and what for.
    pub(super) orders: Orders,
    /// What waits to be compared before it comes into the keyring.
    pub candidates: Vec<Piece>,
    /// What was just removed from it, which can be put back.
    pub removed: Option<Piece>,
    /// The days of a card that are being changed.
    pub limits: Option<LimitDraft>,
    /// What is being said of a certificate.
    pub binding: Option<BindDraft>,
    /// Keyrings' signed files that were opened.
    pub brought: Vec<Brought>,
    /// What is known of the revocation lists' signatures.
    pub lists: Lists,
    /// Whether all that the browser keeps has been brought out.
    pub loaded: bool,
    /// What the browser keeps and this page cannot read: nothing is written over it.
    pub(super) barred: Barred,
    /// Whether what is on the desk is kept.
    pub saved: Saved,
    /// The day of receipt of the files to come, as typed.
    pub received: String,
    /// Files that are being examined.
    pub work: Option<Work>,
    /// Files that could not be read from their disk.
    pub unread: Vec<Unread>,
    /// A ledger's file that would take the place of the ledger at hand.
    pub opening: Option<Box<Opening>>,
    /// The quarter of a ledger's file whose files are being examined, and how many pieces that are not here it brought.
    pub opened: Option<(Period, usize)>,
    /// The ledger just deleted, which can be brought back.
    pub forgotten: Option<(Period, Ledger)>,
    /// What is looked at in each list.
    pub look: Look,
    /// The entry whose note was edited and is not written out yet.
    pub unwritten: Option<usize>,
    /// The corrected day of receipt of an entry, as typed.
    pub day: Option<(usize, String)>,
    /// Who issues receipts and query slips, as typed for a new key.
    pub issuer: String,
    /// The coordinator's key file, under its password; it is let go when the desk is left.
    pub key: Option<KeyHeld>,
    /// The card of the key that was made last, JSON.
    pub own_card: Option<String>,
    /// Whether a key is at work.
    pub busy: bool,
    /// Papers that wait for their signature.
    pub issuing: Option<Order>,
    /// What is being written, by quarter.
    pub writing: BTreeMap<Period, Writing>,
    /// The quarter for which something was typed that is not written out yet.
    pub unwritten_words: Option<Period>,
    /// The report as it would be printed, while it is looked at.
    pub preview: Option<Rc<Paper>>,
}

/// Papers that wait for their signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The quarter whose files they are about.
    pub period: Period,
    /// The papers, each with the name of its file.
    pub papers: Vec<(String, Unsigned)>,
}

/// Filters and the like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Of the ledger's entries.
    pub lens: Lens,
    /// The search among them, as typed.
    pub query: String,
    /// How many rows are drawn.
    pub shown: usize,
    /// Of the agencies: one list, or both.
    pub tier: Option<Tier>,
    /// One state of filing, or all.
    pub filing: Option<Filing>,
    /// Of the comparisons: only those that differ.
    pub differing: bool,
    /// The search among the fields of an entry, as typed.
    pub asking: Option<(usize, String)>,
    /// The figure whose grounds are shown: table, row, column.
    pub figure: Option<(TableKind, usize, usize)>,
}

/// Which entries of the ledger are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// All of them.
    #[default]
    All,
    /// Those about which the coordinator has something to do.
    ToDo,
    /// Those in one state.
    State(FileState),
}

/// Files that are being examined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// How many are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// Whether it was told to stop.
    pub stopping: bool,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its name.
    pub name: String,
    /// Why: a code of the page or of the signing room.
    pub code: String,
}

/// A ledger's file, read and waiting to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The file's name.
    pub name: String,
    /// What it holds.
    pub kept: KeptLedger,
    /// Its keyring.
    pub keyring: Keyring,
}

/// The desk's screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeskScreen {
    /// Files taken in, and the ledger.
    #[default]
    Intake,
    /// One entry of the ledger, by its place.
    Entry(usize),
    /// Who may sign for whom.
    Keys,
    /// Agencies by section.
    Filing,
    /// A table of the report.
    Table(TableKind),
    /// Charts.
    Charts,
    /// What contradicts what.
    Reconciliation,
    /// What leaves the desk.
    Report,
}

impl Desk {
    /// An empty desk on this day; `period` is the quarter to begin with.
    pub fn new(period: Period, today: Date) -> Self {
        Self {
            period,
            ledgers: BTreeMap::new(),
            keyring: Rc::default(),
            grounds: Arc::default(),
            orders: Orders::default(),
            candidates: Vec::new(),
            removed: None,
            limits: None,
            binding: None,
            brought: Vec::new(),
            lists: Lists::default(),
            loaded: false,
            barred: Barred::default(),
            saved: Saved::Nothing,
            received: today.vietnamese(),
            work: None,
            unread: Vec::new(),
            opening: None,
            opened: None,
            forgotten: None,
            look: Look { shown: ROWS, ..Look::default() },
            unwritten: None,
            day: None,
            issuer: String::new(),
            key: None,
            own_card: None,
            busy: false,
            issuing: None,
            writing: BTreeMap::new(),
            unwritten_words: None,
            preview: None,
        }
    }

    /// The ledger of the quarter that is looked at; none where nothing was received.
    pub fn ledger(&self) -> Option<&Ledger> {
        self.ledgers.get(&self.period)
    }

    /// The ledger of a quarter, an empty one where there is none yet.
    pub(super) fn ledger_of(&mut self, registry: &Registry, period: Period) -> &mut Ledger {
        let grounds = &self.grounds;
        self.ledgers.entry(period).or_insert_with(|| {
            let mut ledger = Ledger::new(registry, period);
            ledger.rest_on(grounds.clone());
            ledger
        })
    }

    /// From now on ledgers believe only what rests on the keyring as it is.
    pub(super) fn rest(&mut self) {
        self.grounds = Arc::new(Grounds::of(Keyring::clone(&self.keyring)));
        self.ledgers.values_mut().for_each(|ledger| ledger.rest_on(self.grounds.clone()));
    }

    /// From now on nothing is kept: another window, which was there first, does that.
    pub(super) fn look_on(&mut self) {
        self.barred.guest = true;
        (self.saved, self.barred.withheld) = (Saved::Refused, true);
    }

    /// Whether another window keeps what is on the desk, and this one does not.
    pub fn looks_on(&self) -> bool {
        self.barred.guest
    }

    /// The hashes of all files on the desk whose texts are kept: returns, and key cards.
    pub(super) fn hashes(&self) -> BTreeSet<String> {
        let entries = self.ledgers.values().flat_map(Ledger::entries);
        entries
            .filter(|entry| entry.filed().is_some() || super::is_card(entry))
            .map(|entry| entry.file.examined.sha256.clone())
            .collect()
    }
}

/// The tables by their names in addresses.
const TABLES: [(TableKind, &str); 11] = [
    (TableKind::GeneralTasks, "nhiem-vu-chung"),
    (TableKind::TaskCounts, "nhiem-vu-theo-co-quan"),
    (TableKind::Tasks, "nhiem-vu-cu-the"),
    (TableKind::ServicesCentral, "dich-vu-cong-bo-nganh"),
    (TableKind::ServicesLocal, "dich-vu-cong-dia-phuong"),
    (TableKind::RankingCentral, "xep-hang-bo-nganh"),
    (TableKind::RankingLocal, "xep-hang-dia-phuong"),
    (TableKind::Difficulties, "kho-khan-de-xuat"),
    (TableKind::AgainstPrevious, "so-quy-truoc"),
    (TableKind::AgainstBaseline, "so-nam-2016"),
    (TableKind::Missing, "chua-bao-cao"),
];

impl DeskScreen {
    /// The part of the address after `#tong-hop`.
    pub fn address(self) -> String {
        match self {
            Self::Intake => String::new(),
            Self::Entry(at) => format!("/tep/{}", at + 1),
            Self::Keys => "/so-khoa".to_owned(),
            Self::Filing => "/tinh-hinh".to_owned(),
            Self::Table(kind) => format!("/bang-so-lieu/{}", table_slug(kind)),
            Self::Charts => "/bieu-do".to_owned(),
            Self::Reconciliation => "/doi-chieu".to_owned(),
            Self::Report => "/bao-cao".to_owned(),
        }
    }

    /// The screen at this part of an address, the first one for any other.
    pub fn of_address(rest: &str) -> Self {
        let segments: Vec<&str> = rest.trim_start_matches('/').split('/').collect();
        match segments.as_slice() {
            ["tep", number] => number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).map(Self::Entry),
            ["so-khoa"] => Some(Self::Keys),
            ["tinh-hinh"] => Some(Self::Filing),
            ["bang-so-lieu"] => Some(Self::Table(TableKind::GeneralTasks)),
            ["bang-so-lieu", slug] => {
                TABLES.iter().find(|(_, known)| known == slug).map(|(kind, _)| Self::Table(*kind))
            }
            ["bieu-do"] => Some(Self::Charts),
            ["doi-chieu"] => Some(Self::Reconciliation),
            ["bao-cao"] => Some(Self::Report),
            _ => None,
        }
        .unwrap_or_default()
    }
}

/// A table's name in addresses and in names of files.
pub(in crate::session) fn table_slug(kind: TableKind) -> &'static str {
    TABLES.iter().find(|(known, _)| *known == kind).map_or("", |(_, slug)| slug)
}
