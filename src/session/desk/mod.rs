//! The coordinator's desk: files taken in, the ledger of the quarter, the keyring, what is looked at.
//!
//! Files never come in here as bytes: the page holds them, examines them elsewhere and tells what was found. What is to
//! outlive the page is written out row by row, as it changes.

mod action;
mod anew;
mod bind;
mod brought;
mod cards;
mod entries;
mod file;
mod intake;
mod issuing;
mod kept;
mod lists;
mod look;
mod piece;
mod report;
mod ring;
mod slips;
mod state;
mod update;
mod writing;

pub use action::{
    Again, BenchData, DeskAction, DeskEffect, IssuedFile, PaperKind, ReportField, Taken, Unsigned, Wanted,
};
pub use bind::{BindDraft, BindField};
pub use brought::Brought;
pub use file::LARGEST_LEDGER;
pub use lists::{Lists, Signers, Vouching, signers};
pub use look::figure_name;
pub use piece::{OtherDays, Piece};
pub use ring::{LimitDraft, RingAction, Side};
pub use state::{Desk, DeskScreen, Lens, Look, Opening, Order, Unread, Work};
pub use update::DESK;
pub use writing::{ReportDraft, SlipDraft, Writing};

pub(super) use bind::{Known, certificates, is_unbound, known_certificate};
pub(super) use cards::{apart, is_card};
pub(super) use entries::settle;
pub(super) use issuing::{issuing_card, receivers};
pub(super) use report::{collected, paper, shown};
pub(super) use update::{open, open_elsewhere, with_desk};
