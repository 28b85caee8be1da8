//! What the screens of the coordinator's desk show.

pub mod charts;
mod entry;
mod filing;
mod intake;
mod keys;
mod papers;
mod piece;
mod reconciliation;
mod report;
mod signature;
mod table;
mod trust;

pub use entry::{ChainRow, DifferRow, EntryView, FactRow, entry};
pub use filing::{CountRow, FilingRow, FilingView, Letter, SectionCell, filing};
pub use intake::{EntryRow, IntakeView, LensView, WorkView, intake};
pub use keys::{KeysView, keys};
pub use papers::{AskChoice, HandView, OwnCard, PapersView, SentQuestion, SentSlip, SlipForm, own_card, papers};
pub use piece::PieceRow;
pub(in crate::session) use piece::days_words;
pub use reconciliation::{CheckPart, CheckRow, ReconciliationView, reconciliation};
pub use report::{ReceiptsView, ReportRow, ReportView, printed, report};
pub use signature::SignatureRow;
pub use table::{GroundRow, Grounds, TableCell, TableRow, TableView, table_view};
pub use trust::{BindForm, PieceList, TrustView, trust};

use super::PeriodChoice;
use super::overview::{period_name, quarter_words};
use crate::collect::{State as FileState, TableKind};
use crate::session::desk::DeskScreen;
use crate::session::{Saved, Screen, State};
use crate::text::{desk_phrases, state_name, table_short_name};

/// What stands above every screen of the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Quarters, with the one that is looked at.
    pub periods: Vec<PeriodChoice>,
    /// The desk's parts, in their order.
    pub tabs: Vec<Tab>,
    /// Whether what is on the desk is kept.
    pub saved: Saved,
}

/// A part of the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Where it leads.
    pub screen: DeskScreen,
    /// Its name.
    pub name: String,
    /// Whether it is shown.
    pub here: bool,
}

/// One of several to be chosen from.
#[derive(Clone, Debug, PartialEq)]
pub struct Pick<T> {
    /// What it is.
    pub value: T,
    /// Its name.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// How a state is to be taken: by colour and sign, beside its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// All is well.
    Good,
    /// Something is to be known or asked.
    Warn,
    /// Something is to be mended.
    Bad,
    /// Nothing is to be done.
    Quiet,
}

impl Tone {
    /// The sign beside the word, for those who do not see the colour.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Good => "✓",
            Self::Warn => "!",
            Self::Bad => "✕",
            Self::Quiet => "–",
        }
    }
}

/// A state in a word, with its tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How it is to be taken.
    pub tone: Tone,
    /// The word.
    pub name: String,
}

/// A file's state.
pub(super) fn mark(state: &State, of: FileState) -> Mark {
    let tone = match of {
        FileState::Accepted | FileState::Warned => Tone::Good,
        FileState::Late | FileState::OtherRegistry | FileState::SignatureUnknown | FileState::WrongPeriod => Tone::Warn,
        FileState::Duplicate | FileState::Superseded | FileState::SetAside => Tone::Quiet,
        _ => Tone::Bad,
    };
    Mark { tone, name: state_name(of, state.language).to_owned() }
}

/// What stands above every screen; none without a desk.
pub fn frame(state: &State) -> Option<Frame> {
    let desk = state.desk.as_ref()?;
    let Screen::Desk(screen) = state.screen else { return None };
    let periods = state.registry.period.iter().map(|facts| PeriodChoice {
        id: facts.id,
        name: period_name(state, facts.id),
        chosen: facts.id == desk.period,
    });
    let tabs =
        TABS.into_iter().map(|tab| Tab { screen: tab, name: screen_name(state, tab), here: part(tab) == part(screen) });
    Some(Frame { periods: periods.collect(), tabs: tabs.collect(), saved: desk.saved.clone() })
}

/// The desk's parts, each by its first screen.
const TABS: [DeskScreen; 7] = [
    DeskScreen::Intake,
    DeskScreen::Keys,
    DeskScreen::Filing,
    DeskScreen::Table(TableKind::GeneralTasks),
    DeskScreen::Charts,
    DeskScreen::Reconciliation,
    DeskScreen::Report,
];

/// A heading with the quarter after it: `Xếp hạng …, quý II/2017`.
pub(super) fn quarter_title(state: &State, title: &str) -> String {
    let period = state.desk.as_ref().map(|desk| quarter_words(state, desk.period)).unwrap_or_default();
    format!("{title}, {period}")
}

/// The part to which a screen belongs.
fn part(screen: DeskScreen) -> DeskScreen {
    match screen {
        DeskScreen::Entry(_) => DeskScreen::Intake,
        DeskScreen::Table(_) => DeskScreen::Table(TableKind::GeneralTasks),
        screen => screen,
    }
}

/// What the window is called at a screen: tables and entries by their own names.
pub(super) fn window_name(state: &State, screen: DeskScreen) -> String {
    match screen {
        DeskScreen::Table(kind) => table_short_name(kind, state.language).to_owned(),
        DeskScreen::Entry(at) => entry(state, at).map_or_else(|| state.say(desk_phrases::LOADING), |entry| entry.name),
        other => screen_name(state, other),
    }
}

/// A screen's name.
pub(super) fn screen_name(state: &State, screen: DeskScreen) -> String {
    state.say(match part(screen) {
        DeskScreen::Keys => desk_phrases::KEYS,
        DeskScreen::Filing => desk_phrases::FILING,
        DeskScreen::Table(_) => desk_phrases::TABLES,
        DeskScreen::Charts => desk_phrases::CHARTS,
        DeskScreen::Reconciliation => desk_phrases::RECONCILIATION,
        DeskScreen::Report => desk_phrases::REPORT,
        DeskScreen::Intake | DeskScreen::Entry(_) => desk_phrases::INTAKE,
    })
}
